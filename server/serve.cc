#include "serve.h"

#include <algorithm>
#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include "log.h"
#include "memory.h"
#include "note_cache.h"
#include "notes/disk.h"
#include "parent.h"
#include "protocol/listen.h"
#include "protocol/record.h"
#include "session.h"
#include "work.h"

namespace server {
namespace {

class Service {
 public:
  explicit Service(const ServeOptions& options) : options_(options), work_(io_) {}

  int run() {
    std::signal(SIGPIPE, SIG_IGN);
    asio::signal_set signals(io_, SIGINT, SIGTERM);
    signals.async_wait([this](const std::error_code& error, int) {
      if (!error) stop(0);
    });
    if (!options_.record.empty()) recorder_ = std::make_shared<protocol::Recorder>(options_.record);
    if (options_.client_process) watch(*options_.client_process);
    if (!options_.listen.empty())
      listener_ = protocol::listen(
          io_, options_.listen,
          [this](std::shared_ptr<protocol::Peer> peer) { welcome(std::move(peer)); },
          {options_.allow_remote});
    else if (options_.socket)
      welcome(protocol::connect_to_port(io_, *options_.socket));
    else if (!options_.pipe.empty())
      welcome(protocol::connect_to_unix(io_, options_.pipe));
    else
      welcome(protocol::peer_on_stdio(io_));
    if (listener_) {
      // Standard output is nobody's here: whoever started the server reads from it where it
      // listens.
      std::printf("listening on %s\n", listener_->address().c_str());
      std::fflush(stdout);
    }
    io_.run();
    return exit_code_;
  }

 private:
  void welcome(std::shared_ptr<protocol::Peer> peer) {
    if (recorder_)
      peer->tap([recorder = recorder_](protocol::Peer::Direction from, std::string_view body) {
        (*recorder)(from, body);
      });
    const bool alone = !listener_ && options_.listen.empty();
    Session::Options session;
    if (options_.cache) session.cache_folder = user_cache_folder();
    if (alone) {
      session.watch_process = [this](int process) { watch(process); };
      session.over = [this](int exit_code) { stop(exit_code); };
    }
    Session::start(work_, disk_, std::move(peer), std::move(session));
  }

  void watch(int process) {
    parents_.push_back(std::make_unique<ParentWatch>(io_, process, [this] {
      log_info("the editor's process is gone");
      stop(1);
    }));
  }

  void stop(int exit_code) {
    exit_code_ = exit_code;
    io_.stop();
  }

  const ServeOptions& options_;
  asio::io_context io_;
  std::shared_ptr<const notes::Disk> disk_ = std::make_shared<notes::RealDisk>();
  std::shared_ptr<protocol::Recorder> recorder_;
  std::unique_ptr<protocol::Listener> listener_;
  // The command line and the client may each name one.
  std::vector<std::unique_ptr<ParentWatch>> parents_;
  Work work_;  // last, so that the pool has come to rest before anything it could post to goes
  int exit_code_ = 0;
};

}  // namespace

int serve(const ServeOptions& options) {
  try {
    protocol::occupy_stdio();
    share_heaps();
    return Service(options).run();
  } catch (const std::exception& error) {
    log_error(error.what());
    return 1;
  }
}

}  // namespace server
