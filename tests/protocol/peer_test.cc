#include "protocol/peer.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include "protocol/methods.h"
#include "protocol/sockets.h"

namespace protocol {
namespace {

// A peer with a small session behind it, and the client's end of its connection.
class PeerTest : public testing::Test {
 protected:
  PeerTest() { ignore_sigpipe(); }

  static constexpr int kDigits = 200;

  void serve(int in, int out) {
    peer = Peer::make(io, in, out);
    Router& router = peer->router();
    router.on_request<methods::Initialize>([&router](auto, Reply<InitializeResult> reply) {
      reply({router.capabilities(), {}});
    });
    router.on_request<methods::Shutdown>([](auto, auto reply) { reply(nullptr); });
    // The outline is a number, in many pieces.
    router.on_request<methods::DocumentSymbol>([](auto, auto reply) {
      LongJson digits{std::string("1")};
      for (int i = 1; i < kDigits; ++i) digits.text.add(std::string("0"));
      reply(std::move(digits));
    });
    router.on_notification<methods::Exit>([this](auto) { peer->close(); });
    // Hovering answers on the pool with what it was asked about.
    router.on_request<methods::Hover>([this](TextDocumentPositionParams params, auto reply) {
      asio::post(pool, [uri = params.textDocument.uri, reply = std::move(reply)]() mutable {
        if (!reply.cancelled()) reply(Hover{.contents = {.value = uri}});
      });
    });
    peer->on_close([this] {
      ++closed;
      peer.reset();
    });
    peer->start();
  }
  void serve_socket() {
    auto [ours, theirs] = socket_pair();
    client = std::move(theirs);
    serve(ours.get(), dup(ours.get()));
    ours.release();
  }

  // What the client gets when it writes `script` and then ends its side.
  std::vector<Json> converse(const std::string& script) {
    std::string got;
    std::thread reading([&] {
      client.write_all(script);
      client.end_writing();
    });
    std::thread writing([&] { got = client.read_all(); });
    io.run();
    reading.join();
    writing.join();
    pool.join();
    return messages_in(got);
  }

  asio::io_context io;
  asio::thread_pool pool{2};
  std::shared_ptr<Peer> peer;
  Descriptor client{-1};
  int closed = 0;
};

std::string hover(int id) {
  return framed_request(std::to_string(id), "textDocument/hover",
                        R"({"textDocument":{"uri":"u)" + std::to_string(id) +
                            R"("},"position":{"line":0,"character":0}})");
}

std::string cancel(int id) {
  return framed_notification("$/cancelRequest", R"({"id":)" + std::to_string(id) + "}");
}

TEST_F(PeerTest, AnswersEverythingBeforeItCloses) {
  serve_socket();
  const auto got =
      converse(framed_request("0", "initialize") + hover(1) + framed_request("2", "shutdown"));
  std::map<int, Json> answers;
  for (const Json& message : got) answers.emplace(message.at("id"), message);
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(answers[1]["result"]["contents"]["value"], "u1");
  EXPECT_EQ(answers[2]["result"], nullptr);
  EXPECT_EQ(closed, 1);
}

TEST_F(PeerTest, SendsEveryPieceOfAnAnswer) {
  serve_socket();
  const auto got = converse(
      framed_request("0", "initialize") +
      framed_request("1", "textDocument/documentSymbol", R"({"textDocument":{"uri":"u"}})"));
  ASSERT_EQ(got.size(), 2U);
  EXPECT_EQ(got[1]["result"], 1e199);
}

TEST_F(PeerTest, StopsReadingAtExit) {
  serve_socket();
  const auto got =
      converse(framed_request("0", "initialize") + hover(1) + framed_request("2", "shutdown") +
               framed_notification("exit") + framed_request("3", "shutdown"));
  EXPECT_EQ(got.size(), 3U);
  EXPECT_EQ(closed, 1);
}

TEST_F(PeerTest, AnswersBytesThatAreNoMessageAndGoesOn) {
  serve_socket();
  const auto got = converse("Content-Length: x\r\n\r\n" + framed("{") +
                            framed(std::string(100000, '[')) + framed_request("0", "initialize"));
  ASSERT_EQ(got.size(), 4U);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(got[static_cast<std::size_t>(i)]["error"]["code"], -32700);
  EXPECT_EQ(got[3]["id"], 0);
}

TEST_F(PeerTest, KeepsTheOrderOfWhatItSends) {
  serve_socket();
  for (int i = 0; i < 1000; ++i) {
    peer->notify<methods::LogMessage>({.message = std::to_string(i) + std::string(1000, 'x')});
  }
  const auto got = converse("");
  ASSERT_EQ(got.size(), 1000U);
  for (std::size_t i = 0; i < got.size(); ++i) {
    ASSERT_EQ(got[i]["params"]["message"], std::to_string(i) + std::string(1000, 'x'));
  }
}

TEST_F(PeerTest, CarriesRequestsToTheClient) {
  serve_socket();
  std::vector<std::string> outcomes;
  const auto note = [&](Outcome<std::vector<RawJson>> outcome) {
    if (const auto* error = std::get_if<Error>(&outcome)) {
      outcomes.push_back("!" + std::to_string(static_cast<int>(error->code)));
    } else {
      outcomes.push_back(to_text(std::get<0>(outcome)));
    }
  };
  for (int i = 0; i < 4; ++i) peer->request<methods::Configuration>({.items = {{}}}, note);
  peer->request<methods::DiagnosticRefresh>({}, {});
  const auto got = converse(framed(R"({"jsonrpc":"2.0","id":2,"result":[{"a":1}]})") +
                            framed(R"({"jsonrpc":"2.0","id":2,"result":[]})") +
                            framed(R"({"jsonrpc":"2.0","id":"1","result":[]})") +
                            framed(R"({"jsonrpc":"2.0","id":99,"result":[]})") +
                            framed(R"({"jsonrpc":"2.0","id":5,"result":null})") +
                            framed(R"({"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":""}})") +
                            framed(R"({"jsonrpc":"2.0","id":3,"result":7})"));
  EXPECT_EQ(outcomes, (std::vector<std::string>{R"([{"a":1}])", "!-1", "!-32603", "!-32802"}));
  ASSERT_EQ(got.size(), 5U);
  EXPECT_EQ(got[0]["method"], "workspace/configuration");
  EXPECT_EQ(got[0]["params"], Json::parse(R"({"items":[{}]})"));
}

TEST_F(PeerTest, ClosesWhenNobodyReadsAnyMore) {
  serve_socket();
  client.reset();
  peer->notify<methods::LogMessage>({.message = "x"});
  io.run();
  EXPECT_EQ(closed, 1);
}

TEST_F(PeerTest, LetsItsOwnerDropRepliesWhenTheInputEnds) {
  serve_socket();
  std::vector<Reply<std::vector<SymbolInformation>>> parked;
  peer->router().on_request<methods::WorkspaceSymbol>(
      [&](auto, auto reply) { parked.push_back(std::move(reply)); });
  peer->on_end([&] { parked.clear(); });
  const auto got = converse(framed_request("0", "initialize") +
                            framed_request("1", "workspace/symbol", R"({"query":""})"));
  ASSERT_EQ(got.size(), 2U);
  EXPECT_EQ(got[1]["error"]["code"], -32603);
  EXPECT_EQ(closed, 1);
}

TEST_F(PeerTest, ShowsEveryMessageToItsTap) {
  serve_socket();
  std::string directions;
  peer->tap([&](Peer::Direction direction, std::string_view body) {
    EXPECT_TRUE(Json::accept(body));
    directions += static_cast<char>(direction);
  });
  converse(framed_request("0", "initialize") + framed_request("1", "shutdown"));
  EXPECT_EQ(directions, "cscs");
}

TEST_F(PeerTest, ReadsAFileToItsEndAndWritesToAFile) {
  const TemporaryFolder folder;
  std::ofstream(folder / "in") << framed_request("0", "initialize") << hover(1);
  serve(open((folder / "in").c_str(), O_RDONLY),
        open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600));
  io.run();
  pool.join();
  EXPECT_EQ(closed, 1);
  std::ifstream out(folder / "out");
  EXPECT_EQ(messages_in(std::string(std::istreambuf_iterator<char>(out), {})).size(), 2U);
}

TEST_F(PeerTest, ReadsDevNullToItsEnd) {
  serve(open("/dev/null", O_RDONLY), open("/dev/null", O_WRONLY));
  io.run();
  EXPECT_EQ(closed, 1);
}

TEST_F(PeerTest, ReadsAPipeToItsEnd) {
  int in[2];
  int out[2];
  ASSERT_EQ(pipe(in), 0);
  ASSERT_EQ(pipe(out), 0);
  Descriptor to_peer(in[1]);
  const Descriptor from_peer(out[0]);
  serve(in[0], out[1]);
  to_peer.write_all(framed_request("0", "initialize"));
  to_peer.reset();
  io.run();
  EXPECT_EQ(messages_in(from_peer.read_all()).size(), 1U);
  EXPECT_EQ(closed, 1);
}

TEST_F(PeerTest, AnswersExactlyOnceWhileTheClientCancels) {
  constexpr int kRequests = 3000;
  serve_socket();
  std::mt19937 random(3);
  std::string script = framed_request("0", "initialize");
  for (int id = 1; id <= kRequests; ++id) {
    script += hover(id);
    if (random() % 2) script += cancel(1 + static_cast<int>(random() % static_cast<unsigned>(id)));
    if (random() % 2) script += cancel(id);
  }
  const auto got = converse(script);
  std::map<int, int> answers;
  for (const Json& message : got) {
    ++answers[message.at("id")];
    if (message.contains("error")) {
      EXPECT_EQ(message["error"]["code"], -32800);
    } else if (message["id"] != 0) {
      EXPECT_EQ(message["result"]["contents"]["value"], "u" + std::to_string(int{message["id"]}));
    }
  }
  EXPECT_EQ(answers.size(), static_cast<std::size_t>(kRequests) + 1);
  for (const auto& [id, count] : answers) EXPECT_EQ(count, 1) << id;
  EXPECT_EQ(closed, 1);
}

}  // namespace
}  // namespace protocol
