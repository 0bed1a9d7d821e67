#include "protocol/listen.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "protocol/accept_loop.h"
#include "protocol/listen_tcp.h"
#include "protocol/listen_unix.h"

namespace protocol {
namespace {

int duplicate(int descriptor) {
  const int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) throw std::system_error(errno, std::generic_category(), "cannot copy a descriptor");
  return copy;
}

}  // namespace

std::unique_ptr<Listener> listen(asio::io_context& io, const std::string& where, Accept accept,
                                 ListenOptions options) {
  constexpr std::string_view kUnix = "unix:";
  if (where.starts_with(kUnix)) {
    return listen_on_unix(io, where.substr(kUnix.size()), std::move(accept));
  }
  return listen_on_tcp(io, where, std::move(accept), options);
}

void occupy_stdio() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    // The lowest free number is given, and all below are taken: it is this one.
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) (void)!open("/dev/null", O_RDWR);
  }
}

std::shared_ptr<Peer> peer_on_stdio(asio::io_context& io) {
  const int in = duplicate(STDIN_FILENO);
  const int out = duplicate(STDOUT_FILENO);
#ifdef F_SETPIPE_SZ
  // Outlines have megabytes: the fewer times the client is waited for, the better. What is no pipe
  // refuses this, and so do systems where others have used up what pipes may take.
  constexpr int kLarge = 1 << 20;
  if (fcntl(out, F_GETPIPE_SZ) < kLarge) (void)fcntl(out, F_SETPIPE_SZ, kLarge);
#endif
  // A stray print must not end up between two messages.
  dup2(STDERR_FILENO, STDOUT_FILENO);
  return Peer::make(io, in, out);
}

std::shared_ptr<Peer> peer_on_socket(asio::io_context& io, int descriptor) {
  // Answers are small and wanted at once. Sockets that are not TCP refuse this, and need it not.
  const int yes = 1;
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  // Asio watches a descriptor once, and a peer reads and writes independently.
  return Peer::make(io, descriptor, duplicate(descriptor));
}

}  // namespace protocol
