#include "protocol/listen_tcp.h"

#include <array>
#include <asio/connect.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/ip/v6_only.hpp>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <vector>

#include "protocol/accept_loop.h"

namespace protocol {
namespace {

using asio::ip::tcp;

class TcpListener : public Listener {
 public:
  using Loop = AcceptLoop<tcp>;

  explicit TcpListener(std::vector<std::shared_ptr<Loop>> loops) : loops_(std::move(loops)) {
    for (const auto& loop : loops_) loop->run();
  }
  ~TcpListener() override {
    for (const auto& loop : loops_) loop->stop();
  }

  std::string address() const override {
    const tcp::endpoint endpoint = loops_.front()->endpoint();
    const std::string host = endpoint.address().to_string();
    return (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" +
           std::to_string(endpoint.port());
  }

 private:
  std::vector<std::shared_ptr<Loop>> loops_;  // one for each address of the host
};

struct HostAndPort {
  std::string host;
  std::uint16_t port;
};

std::optional<HostAndPort> split(const std::string& where) {
  const std::size_t colon = where.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  HostAndPort out{where.substr(0, colon), 0};
  const char* const end = where.data() + where.size();
  const auto [stopped, error] = std::from_chars(where.data() + colon + 1, end, out.port);
  if (error != std::errc() || stopped != end) return std::nullopt;
  if (out.host.front() == '[' && out.host.back() == ']') {
    out.host = out.host.substr(1, out.host.size() - 2);
  } else if (out.host.find(':') != std::string::npos) {
    return std::nullopt;
  }
  return out;
}

tcp::acceptor open_acceptor(asio::io_context& io, const tcp::endpoint& endpoint) {
  tcp::acceptor acceptor(io, endpoint.protocol());
  acceptor.set_option(tcp::acceptor::reuse_address(true));
  if (endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only(true));
  acceptor.bind(endpoint);
  acceptor.listen();
  return acceptor;
}

}  // namespace

std::unique_ptr<Listener> listen_on_tcp(asio::io_context& io, const std::string& where,
                                        Accept accept, ListenOptions options) {
  const auto wanted = split(where);
  if (!wanted) throw std::runtime_error("cannot listen on \"" + where + "\": not HOST:PORT");
  std::error_code error;
  tcp::resolver resolver(io);
  const auto found = resolver.resolve(wanted->host, std::to_string(wanted->port), error);
  if (error) throw std::runtime_error("cannot listen on " + where + ": " + error.message());

  std::vector<std::shared_ptr<AcceptLoop<tcp>>> loops;
  std::uint16_t port = wanted->port;
  for (const auto& entry : found) {
    const asio::ip::address address = entry.endpoint().address();
    if (!address.is_loopback() && !options.allow_remote) {
      throw std::runtime_error("refusing to listen on " + where + ": " + address.to_string() +
                               " is not a loopback address, so other machines could read the "
                               "notes; allow remote clients to do so");
    }
    try {
      tcp::acceptor acceptor = open_acceptor(io, {address, port});
      port = acceptor.local_endpoint().port();
      loops.push_back(std::make_shared<AcceptLoop<tcp>>(io, std::move(acceptor), accept));
    } catch (const std::system_error& failed) {
      error = failed.code();
    }
  }
  // A name may have addresses that this machine lacks (::1 without IPv6); one that works is enough.
  if (loops.empty()) throw std::runtime_error("cannot listen on " + where + ": " + error.message());
  return std::make_unique<TcpListener>(std::move(loops));
}

std::shared_ptr<Peer> connect_to_port(asio::io_context& io, std::uint16_t port) {
  const std::array<tcp::endpoint, 2> candidates = {
      tcp::endpoint(asio::ip::address_v4::loopback(), port),
      tcp::endpoint(asio::ip::address_v6::loopback(), port)};
  tcp::socket socket(io);
  std::error_code error;
  asio::connect(socket, candidates, error);
  if (error) {
    throw std::runtime_error("cannot connect to port " + std::to_string(port) + ": " +
                             error.message());
  }
  return peer_on_socket(io, socket.release());
}

}  // namespace protocol
