#include "protocol/listen_unix.h"

#include <sys/stat.h>
#include <unistd.h>

#include <asio/local/stream_protocol.hpp>
#include <optional>
#include <stdexcept>

#include "protocol/accept_loop.h"

namespace protocol {
namespace {

using Local = asio::local::stream_protocol;

struct FileId {
  dev_t device;
  ino_t inode;

  bool operator==(const FileId&) const = default;
};

std::optional<FileId> file_id(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return std::nullopt;
  return FileId{status.st_dev, status.st_ino};
}

class UnixListener : public Listener {
 public:
  UnixListener(std::shared_ptr<AcceptLoop<Local>> loop, std::string path)
      : loop_(std::move(loop)), path_(std::move(path)), file_(file_id(path_)) {
    loop_->run();
  }
  ~UnixListener() override {
    loop_->stop();
    // Somebody may have put another socket there since.
    if (file_ && file_id(path_) == file_) unlink(path_.c_str());
  }

  std::string address() const override { return "unix:" + path_; }

 private:
  std::shared_ptr<AcceptLoop<Local>> loop_;
  std::string path_;
  std::optional<FileId> file_;
};

[[noreturn]] void fail(const std::string& path, const std::string& why) {
  throw std::runtime_error("cannot listen on unix:" + path + ": " + why);
}

Local::endpoint endpoint_for(const std::string& path) {
  if (path.empty()) fail(path, "the path is empty");
  try {
    return Local::endpoint(path);
  } catch (const std::system_error&) {
    fail(path, "the path is too long for a socket");
  }
}

void remove_leftover(asio::io_context& io, const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return;
  if (!S_ISSOCK(status.st_mode)) fail(path, "a file that is no socket is there");
  std::error_code error;
  Local::socket(io).connect(endpoint_for(path), error);
  if (!error) fail(path, "somebody listens there already");
  if (error == asio::error::connection_refused) unlink(path.c_str());
}

// Makes files that only their owner may open, while it lives. The mask is the process's, so this is
// for the time before other threads make files.
class OwnerOnly {
 public:
  OwnerOnly() : before_(umask(0177)) {}
  ~OwnerOnly() { umask(before_); }
  OwnerOnly(const OwnerOnly&) = delete;
  OwnerOnly& operator=(const OwnerOnly&) = delete;

 private:
  mode_t before_;
};

}  // namespace

std::unique_ptr<Listener> listen_on_unix(asio::io_context& io, const std::string& path,
                                         Accept accept) {
  const Local::endpoint endpoint = endpoint_for(path);
  remove_leftover(io, path);
  Local::acceptor acceptor(io, endpoint.protocol());
  std::error_code error;
  {
    const OwnerOnly mode;
    acceptor.bind(endpoint, error);
  }
  if (!error) acceptor.listen(Local::acceptor::max_listen_connections, error);
  if (error) fail(path, error.message());
  auto loop = std::make_shared<AcceptLoop<Local>>(io, std::move(acceptor), std::move(accept));
  return std::make_unique<UnixListener>(std::move(loop), path);
}

std::shared_ptr<Peer> connect_to_unix(asio::io_context& io, const std::string& path) {
  Local::socket socket(io);
  std::error_code error;
  try {
    socket.connect(Local::endpoint(path), error);
  } catch (const std::system_error& too_long) {
    error = too_long.code();
  }
  if (error) throw std::runtime_error("cannot connect to " + path + ": " + error.message());
  return peer_on_socket(io, socket.release());
}

}  // namespace protocol
