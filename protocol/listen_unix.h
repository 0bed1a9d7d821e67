// Listening on a Unix socket: its file, its mode and what a dead process left behind. POSIX only.
// Used on the io thread, or before it runs.
#pragma once

#include <memory>
#include <string>

#include "protocol/listen.h"

namespace protocol {

// The socket file gets mode 0600. A file that a dead process left behind is replaced; one that
// somebody answers on is not.
std::unique_ptr<Listener> listen_on_unix(asio::io_context& io, const std::string& path,
                                         Accept accept);

}  // namespace protocol
