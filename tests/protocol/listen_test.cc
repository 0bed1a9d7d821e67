#include "protocol/listen.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <asio/connect.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/local/stream_protocol.hpp>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "protocol/methods.h"
#include "protocol/sockets.h"

namespace protocol {
namespace {

using asio::ip::tcp;
using Local = asio::local::stream_protocol;

// Serves whoever connects until `clients` of them have gone.
class ListenTest : public testing::Test {
 protected:
  ListenTest() { ignore_sigpipe(); }

  void serve(std::shared_ptr<Peer> peer) {
    Peer& served = *peer;
    peers.push_back(std::move(peer));
    served.router().on_request<methods::Initialize>([](auto, auto reply) { reply({}); });
    served.on_close([this] {
      if (++gone == clients) listener.reset();
    });
    served.start();
  }
  Accept accept() {
    return [this](std::shared_ptr<Peer> peer) { serve(std::move(peer)); };
  }
  std::string trouble_listening(const std::string& where, ListenOptions options = {}) {
    try {
      listen(io, where, accept(), options);
      return "";
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  }

  asio::io_context io;
  std::unique_ptr<Listener> listener;
  std::vector<std::shared_ptr<Peer>> peers;
  int clients = 1;
  int gone = 0;
};

// What a client gets that asks to initialize through `socket` and leaves.
template <class Socket>
std::vector<Json> converse(Socket& socket) {
  const Descriptor client(socket.release());
  client.write_all(framed_request("0", "initialize"));
  client.end_writing();
  return messages_in(client.read_all());
}

std::vector<Json> visit_tcp(std::uint16_t port) {
  asio::io_context own;
  tcp::socket socket(own);
  socket.connect({asio::ip::address_v4::loopback(), port});
  return converse(socket);
}

std::vector<Json> visit_unix(const std::string& path) {
  asio::io_context own;
  Local::socket socket(own);
  socket.connect(path);
  return converse(socket);
}

std::uint16_t port_of(const std::string& address) {
  return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

TEST_F(ListenTest, ServesManyClientsOverTcp) {
  clients = 3;
  listener = listen(io, "127.0.0.1:0", accept());
  const std::uint16_t port = port_of(listener->address());
  EXPECT_NE(port, 0);
  EXPECT_EQ(listener->address(), "127.0.0.1:" + std::to_string(port));
  std::vector<std::vector<Json>> got(3);
  std::thread visitors([&] {
    for (auto& messages : got) messages = visit_tcp(port);
  });
  io.run();
  visitors.join();
  for (const auto& messages : got) EXPECT_EQ(messages.size(), 1U);
  EXPECT_EQ(gone, 3);
}

TEST_F(ListenTest, KnowsLocalhostByName) {
  listener = listen(io, "localhost:0", accept());
  const std::uint16_t port = port_of(listener->address());
  std::vector<Json> got;
  std::thread visitor([&] { got = visit_tcp(port); });
  io.run();
  visitor.join();
  EXPECT_EQ(got.size(), 1U);
}

TEST_F(ListenTest, RefusesOtherMachinesUnlessAllowed) {
  EXPECT_NE(trouble_listening("0.0.0.0:0").find("not a loopback address"), std::string::npos);
  EXPECT_NE(trouble_listening("[::]:0").find("not a loopback address"), std::string::npos);
  EXPECT_EQ(trouble_listening("0.0.0.0:0", {.allow_remote = true}), "");
}

TEST_F(ListenTest, SaysWhatIsWrongWithAnAddress) {
  for (const std::string where : {"", "x", ":1", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x",
                                  "127.0.0.1:70000", "127.0.0.1:-1", "::1:5"}) {
    EXPECT_NE(trouble_listening(where).find("not HOST:PORT"), std::string::npos) << where;
  }
  EXPECT_NE(trouble_listening("unix:").find("empty"), std::string::npos);
  EXPECT_NE(trouble_listening("unix:/tmp/" + std::string(200, 'x')).find("too long"),
            std::string::npos);
  EXPECT_NE(trouble_listening("unix:/nowhere/at/all").find("cannot listen"), std::string::npos);
}

TEST_F(ListenTest, RefusesAPortThatIsTaken) {
  listener = listen(io, "127.0.0.1:0", accept());
  EXPECT_NE(trouble_listening(listener->address()).find("in use"), std::string::npos);
}

TEST_F(ListenTest, ServesAUnixSocketForItsOwnerAlone) {
  const TemporaryFolder folder;
  const std::string path = folder / "s";
  listener = listen(io, "unix:" + path, accept());
  EXPECT_EQ(listener->address(), "unix:" + path);
  struct stat status {};
  ASSERT_EQ(stat(path.c_str(), &status), 0);
  EXPECT_TRUE(S_ISSOCK(status.st_mode));
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  std::vector<Json> got;
  std::thread visitor([&] { got = visit_unix(path); });
  io.run();
  visitor.join();
  EXPECT_EQ(got.size(), 1U);
  EXPECT_NE(stat(path.c_str(), &status), 0) << "the file should go with the listener";
}

TEST_F(ListenTest, ReplacesASocketThatNobodyAnswersOn) {
  const TemporaryFolder folder;
  const std::string path = folder / "s";
  {
    asio::io_context dead;
    const Local::acceptor left_behind(dead, path);
  }
  listener = listen(io, "unix:" + path, accept());
  std::vector<Json> got;
  std::thread visitor([&] { got = visit_unix(path); });
  io.run();
  visitor.join();
  EXPECT_EQ(got.size(), 1U);
}

TEST_F(ListenTest, LeavesOthersFilesAlone) {
  const TemporaryFolder folder;
  std::ofstream(folder / "note") << "text";
  EXPECT_NE(trouble_listening("unix:" + (folder / "note")).find("no socket"), std::string::npos);
  EXPECT_TRUE(std::ifstream(folder / "note").good());
  listener = listen(io, "unix:" + (folder / "s"), accept());
  EXPECT_NE(trouble_listening("unix:" + (folder / "s")).find("already"), std::string::npos);
}

TEST_F(ListenTest, KeepsASocketFileThatIsNotItsOwnAnyMore) {
  const TemporaryFolder folder;
  const std::string path = folder / "s";
  auto first = listen(io, "unix:" + path, accept());
  ASSERT_EQ(rename(path.c_str(), (folder / "moved").c_str()), 0);
  const auto second = listen(io, "unix:" + path, accept());
  first.reset();
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0);
}

TEST_F(ListenTest, ConnectsToAClientThatWaitsOnAPort) {
  tcp::acceptor waiting(io, {asio::ip::address_v4::loopback(), 0});
  serve(connect_to_port(io, waiting.local_endpoint().port()));
  tcp::socket socket = waiting.accept();
  std::vector<Json> got;
  std::thread client([&] { got = converse(socket); });
  io.run();
  client.join();
  EXPECT_EQ(got.size(), 1U);
}

TEST_F(ListenTest, ConnectsToAClientThatWaitsOnASocketFile) {
  const TemporaryFolder folder;
  Local::acceptor waiting(io, folder / "s");
  serve(connect_to_unix(io, folder / "s"));
  Local::socket socket = waiting.accept();
  std::vector<Json> got;
  std::thread client([&] { got = converse(socket); });
  io.run();
  client.join();
  EXPECT_EQ(got.size(), 1U);
}

TEST_F(ListenTest, SaysThatNobodyWaits) {
  const TemporaryFolder folder;
  EXPECT_THROW(connect_to_unix(io, folder / "s"), std::runtime_error);
  EXPECT_THROW(connect_to_unix(io, folder / std::string(200, 'x')), std::runtime_error);
  std::uint16_t closed_port = 0;
  {
    const tcp::acceptor gone_again(io, {asio::ip::address_v4::loopback(), 0});
    closed_port = gone_again.local_endpoint().port();
  }
  EXPECT_THROW(connect_to_port(io, closed_port), std::runtime_error);
}

}  // namespace
}  // namespace protocol
