// The ways in which a client and this process find each other: standard input and output, listening
// on TCP or on a Unix socket, or connecting to a client that waits. Each gives Peers that are not
// started yet. Used on the io thread, or before it runs. Every function throws std::runtime_error
// with a sentence for the user when it cannot do what it was asked.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "protocol/peer.h"

namespace protocol {

using Accept = std::function<void(std::shared_ptr<Peer>)>;

// Accepts any number of clients until it is destroyed; a Unix socket's file then goes, too.
class Listener {
 public:
  virtual ~Listener() = default;
  // Where clients can reach it, as one would pass it to `listen`: with the port that was chosen
  // where 0 was asked for.
  virtual std::string address() const = 0;
};

struct ListenOptions {
  // Whoever connects may read every note, so listening to other machines takes an explicit word.
  bool allow_remote = false;
};

// `where` is HOST:PORT, [IPV6]:PORT or unix:PATH.
std::unique_ptr<Listener> listen(asio::io_context& io, const std::string& where, Accept accept,
                                 ListenOptions options = {});

// Standard descriptors that the caller closed lead nowhere from now on, so that what is opened next
// does not take their numbers. To be called before anything is opened.
void occupy_stdio();
std::shared_ptr<Peer> peer_on_stdio(asio::io_context& io);
// Connects to a client that waits on this machine.
std::shared_ptr<Peer> connect_to_port(asio::io_context& io, std::uint16_t port);
std::shared_ptr<Peer> connect_to_unix(asio::io_context& io, const std::string& path);

}  // namespace protocol
