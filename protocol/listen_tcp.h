// Listening on a TCP port. Used on the io thread, or before it runs.
#pragma once

#include <memory>
#include <string>

#include "protocol/listen.h"

namespace protocol {

// `where` is HOST:PORT. All addresses of the host are listened on; one that works is enough.
std::unique_ptr<Listener> listen_on_tcp(asio::io_context& io, const std::string& where,
                                        Accept accept, ListenOptions options);

}  // namespace protocol
