// What listening is, whatever the protocol: accept, make a peer of the socket, accept again. A loop
// lives as long as its pending operation; a Listener stops it. Used on the io thread. Only the
// sources of `listen` include this.
#pragma once

#include <asio/basic_socket_acceptor.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <utility>

#include "protocol/listen.h"

namespace protocol {

// Makes a peer of a connected socket's descriptor, which it takes.
std::shared_ptr<Peer> peer_on_socket(asio::io_context& io, int descriptor);

template <class Protocol>
class AcceptLoop : public std::enable_shared_from_this<AcceptLoop<Protocol>> {
 public:
  using Acceptor = asio::basic_socket_acceptor<Protocol>;

  AcceptLoop(asio::io_context& io, Acceptor acceptor, Accept accept)
      : io_(io), acceptor_(std::move(acceptor)), pause_(io), accept_(std::move(accept)) {}

  void run() {
    acceptor_.async_accept(
        [this, loop = this->shared_from_this()](std::error_code error, auto socket) {
          if (!acceptor_.is_open()) return;
          if (error) return rest();
          accept_(peer_on_socket(io_, socket.release()));
          run();
        });
  }

  void stop() {
    std::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }

  typename Protocol::endpoint endpoint() const { return acceptor_.local_endpoint(); }

 private:
  // Out of descriptors, most likely: trying again at once would only spin until a client leaves.
  void rest() {
    pause_.expires_after(std::chrono::milliseconds(100));
    pause_.async_wait([this, loop = this->shared_from_this()](std::error_code) {
      if (acceptor_.is_open()) run();
    });
  }

  asio::io_context& io_;
  Acceptor acceptor_;
  asio::steady_timer pause_;
  Accept accept_;
};

}  // namespace protocol
