#include "parent.h"

#include <signal.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <cerrno>
#include <chrono>

namespace server {
namespace {

constexpr std::chrono::seconds kInterval{3};

bool is_alive(int process_id) { return kill(process_id, 0) == 0 || errno == EPERM; }

int process_descriptor(int process_id) {
#ifdef SYS_pidfd_open
  return static_cast<int>(syscall(SYS_pidfd_open, process_id, 0));
#else
  (void)process_id;
  return -1;
#endif
}

}  // namespace

struct ParentWatch::Impl : std::enable_shared_from_this<Impl> {
  Impl(asio::io_context& io, int id, std::function<void()> callback)
      : context(io), process_id(id), gone(std::move(callback)), descriptor(io), timer(io) {}

  void watch() {
    if (process_id <= 0) return;
    if (!is_alive(process_id))
      return asio::post(context, [self = shared_from_this()] { self->tell(); });
    if (const int opened = process_descriptor(process_id); opened >= 0) {
      descriptor.assign(opened);
      descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                            [self = shared_from_this()](const std::error_code& error) {
                              if (!error) self->tell();
                            });
    } else {
      look_again();
    }
  }

  void look_again() {
    timer.expires_after(kInterval);
    timer.async_wait([self = shared_from_this()](const std::error_code& error) {
      if (error) return;
      if (is_alive(self->process_id)) return self->look_again();
      self->tell();
    });
  }

  void tell() {
    if (const auto callback = std::exchange(gone, nullptr)) callback();
  }

  void stop() {
    gone = nullptr;
    std::error_code ignored;
    descriptor.close(ignored);
    timer.cancel();
  }

  asio::io_context& context;
  int process_id;
  std::function<void()> gone;
  asio::posix::stream_descriptor descriptor;
  asio::steady_timer timer;
};

ParentWatch::ParentWatch(asio::io_context& io, int process_id, std::function<void()> gone)
    : impl_(std::make_shared<Impl>(io, process_id, std::move(gone))) {
  impl_->watch();
}

ParentWatch::~ParentWatch() { impl_->stop(); }

}  // namespace server
