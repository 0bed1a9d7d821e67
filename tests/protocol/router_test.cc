#include "protocol/router.h"

#include <gtest/gtest.h>

#include <deque>
#include <optional>
#include <stdexcept>
#include <vector>

#include "protocol/json_text.h"
#include "protocol/message.h"
#include "protocol/methods.h"

namespace protocol {
namespace {

using Symbols = Reply<std::vector<SymbolInformation>>;

// A router whose io thread is this thread, with a session that does little: workspace/symbol keeps
// its reply in `held`, hover answers null at once, definition throws.
class RouterTest : public testing::Test {
 protected:
  RouterTest() {
    router->on_request<methods::Initialize>(
        [this](InitializeParams params, Reply<InitializeResult> reply) {
          if (params.rootUri == "throw") throw std::runtime_error("no such folder");
          reply({.capabilities = router->capabilities()});
        });
    router->on_request<methods::Shutdown>([](NoParams, auto reply) { reply(nullptr); });
    router->on_notification<methods::Exit>([this](NoParams) { seen.push_back("exit"); });
    router->on_request<methods::Hover>([](auto, auto reply) { reply(std::nullopt); });
    router->on_request<methods::WorkspaceSymbol>(
        [this](auto, Symbols reply) { held.push_back(std::move(reply)); });
    router->on_request<methods::Definition>(
        [](auto, auto) { throw std::runtime_error("broken handler"); });
    router->on_notification<methods::DidOpen>(
        [this](DidOpenTextDocumentParams params) { seen.push_back(params.textDocument.uri); });
    router->on_notification<methods::DidClose>(
        [](auto) { throw std::runtime_error("broken notification"); });
    router->on_trouble([this](std::string_view text) { troubles.emplace_back(text); });
  }

  void ask(const std::string& id, const std::string& method, const std::string& params = "{}") {
    router->receive(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method +
                    R"(","params":)" + params + "}");
  }
  void tell(const std::string& method, const std::string& params = "{}") {
    router->receive(R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + "}");
  }
  void cancel(const std::string& id) { tell("$/cancelRequest", R"({"id":)" + id + "}"); }

  void start() {
    ask("0", "initialize");
    sent.clear();
  }

  // What was sent since the last call: `id=result` or `id!code`.
  std::vector<std::string> answers() {
    std::vector<std::string> out;
    for (const std::string& text : sent) {
      const Json json = Json::parse(text);
      if (json.is_array()) out.push_back("[");
      for (const Json& answer : json.is_array() ? json : Json::array({json})) {
        const std::string id = dump(answer.at("id"));
        out.push_back(answer.contains("error") ? id + "!" + dump(answer["error"].at("code"))
                                               : id + "=" + dump(answer.at("result")));
      }
      if (json.is_array()) out.push_back("]");
    }
    sent.clear();
    return out;
  }

  void work() {
    while (!posted.empty()) {
      const auto next = std::move(posted.front());
      posted.pop_front();
      next();
    }
  }

  using List = std::vector<std::string>;

  std::vector<std::string> sent;
  std::deque<std::function<void()>> posted;
  bool inline_posts = true;
  std::optional<Router> router{std::in_place,
                               [this](Outgoing message) { sent.push_back(message.text()); },
                               [this](std::function<void()> work_item) {
                                 inline_posts ? work_item() : posted.push_back(work_item);
                               }};
  std::vector<Symbols> held;
  std::vector<std::string> seen;
  std::vector<std::string> troubles;
};

const std::string kPlace = R"({"textDocument":{"uri":"u"},"position":{"line":0,"character":0}})";
const std::string kOpened =
    R"({"textDocument":{"uri":"u","languageId":"m","version":1,"text":""}})";

TEST_F(RouterTest, AnswersABoundRequest) {
  start();
  ask("1", "textDocument/hover", kPlace);
  ask("\"x\"", "textDocument/hover", kPlace);
  EXPECT_EQ(answers(), (List{"1=null", "\"x\"=null"}));
}

TEST_F(RouterTest, AdvertisesWhatIsBound) {
  ask("0", "initialize");
  EXPECT_EQ(answers(),
            List{R"(0={"capabilities":{"definitionProvider":true,"hoverProvider":true,)"
                 R"("textDocumentSync":{"openClose":true},"workspaceSymbolProvider":true}})"});
}

TEST_F(RouterTest, HandsNotificationsToTheirHandler) {
  start();
  tell("textDocument/didOpen", kOpened);
  EXPECT_EQ(seen, List{"u"});
  EXPECT_TRUE(answers().empty());
}

TEST_F(RouterTest, RefusesUnknownRequests) {
  start();
  ask("1", "textDocument/unknown");
  ask("2", "$/unknown");
  ask("3", "textDocument/didOpen", kOpened);
  EXPECT_EQ(answers(), (List{"1!-32601", "2!-32601", "3!-32601"}));
}

TEST_F(RouterTest, IgnoresUnknownNotifications) {
  start();
  tell("$/unknown");
  EXPECT_TRUE(troubles.empty());
  tell("unknown");
  EXPECT_EQ(troubles, List{"ignored notification unknown"});
  EXPECT_TRUE(answers().empty());
}

TEST_F(RouterTest, SaysWhichParamsAreWrong) {
  start();
  ask("1", "textDocument/hover", R"({"textDocument":{"uri":"u"},"position":{"line":0}})");
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(Json::parse(sent[0])["error"]["message"],
            "textDocument/hover: position.character: missing");
  EXPECT_EQ(answers(), List{"1!-32602"});
  ask("2", "textDocument/hover", "[1]");
  EXPECT_EQ(answers(), List{"2!-32602"});
}

TEST_F(RouterTest, DropsNotificationsWithWrongParams) {
  start();
  tell("textDocument/didOpen", R"({"textDocument":{}})");
  EXPECT_TRUE(seen.empty());
  EXPECT_EQ(troubles, List{"textDocument/didOpen: textDocument.uri: missing"});
  EXPECT_TRUE(answers().empty());
}

TEST_F(RouterTest, AnswersForAHandlerThatThrows) {
  start();
  ask("1", "textDocument/definition", kPlace);
  EXPECT_EQ(answers(), List{"1!-32603"});
  tell("textDocument/didClose", R"({"textDocument":{"uri":"u"}})");
  EXPECT_TRUE(answers().empty());
  EXPECT_EQ(troubles, (List{"textDocument/definition: broken handler",
                            "textDocument/didClose: broken notification"}));
}

TEST_F(RouterTest, AnswersForAHandlerThatDropsItsReply) {
  start();
  ask("1", "workspace/symbol", R"({"query":""})");
  held.clear();
  EXPECT_EQ(answers(), List{"1!-32603"});
}

TEST_F(RouterTest, RefusesEverythingBeforeInitialize) {
  ask("1", "textDocument/hover", kPlace);
  ask("2", "shutdown");
  ask("3", "unknown");
  tell("textDocument/didOpen", kOpened);
  EXPECT_EQ(answers(), (List{"1!-32002", "2!-32002", "3!-32002"}));
  EXPECT_TRUE(seen.empty());
  tell("exit");
  EXPECT_EQ(seen, List{"exit"});
  EXPECT_FALSE(router->was_shut_down());
}

TEST_F(RouterTest, InitializesOnce) {
  start();
  ask("1", "initialize");
  EXPECT_EQ(answers(), List{"1!-32600"});
}

TEST_F(RouterTest, MayInitializeAgainAfterThatFailed) {
  ask("1", "initialize", R"({"rootUri":7})");
  ask("2", "initialize", R"({"rootUri":"throw"})");
  ask("3", "textDocument/hover", kPlace);
  EXPECT_EQ(answers(), (List{"1!-32602", "2!-32603", "3!-32002"}));
  ask("4", "initialize");
  answers();
  ask("5", "textDocument/hover", kPlace);
  EXPECT_EQ(answers(), List{"5=null"});
}

TEST_F(RouterTest, RefusesRequestsWhileInitializeIsUnanswered) {
  inline_posts = false;
  ask("1", "initialize");
  ask("2", "initialize");
  ask("3", "textDocument/hover", kPlace);
  EXPECT_EQ(answers(), (List{"2!-32600", "3!-32002"}));
  work();
  EXPECT_EQ(answers().size(), 1U);
}

TEST_F(RouterTest, RefusesEverythingAfterShutdownButExit) {
  start();
  ask("1", "shutdown", "null");
  ask("2", "textDocument/hover", kPlace);
  ask("3", "shutdown");
  ask("4", "initialize");
  ask("5", "unknown");
  tell("textDocument/didOpen", kOpened);
  EXPECT_EQ(answers(), (List{"1=null", "2!-32600", "3!-32600", "4!-32600", "5!-32600"}));
  EXPECT_TRUE(seen.empty());
  EXPECT_TRUE(router->was_shut_down());
  tell("exit", "null");
  EXPECT_EQ(seen, List{"exit"});
}

TEST_F(RouterTest, CancelsWorkThatIsNotFinished) {
  start();
  ask("1", "workspace/symbol", R"({"query":""})");
  ask("\"two\"", "workspace/symbol", R"({"query":""})");
  cancel("\"two\"");
  EXPECT_EQ(answers(), List{"\"two\"!-32800"});
  EXPECT_FALSE(held[0].cancelled());
  EXPECT_TRUE(held[1].cancelled());
  held[1]({});
  held[0]({});
  EXPECT_EQ(answers(), List{"1=[]"});
  EXPECT_EQ(router->in_flight(), 0U);
}

TEST_F(RouterTest, IgnoresCancellationOfWhatIsNotInFlight) {
  start();
  cancel("1");
  ask("1", "textDocument/hover", kPlace);
  answers();
  cancel("1");
  cancel("\"1\"");
  cancel("null");
  cancel("[]");
  tell("$/cancelRequest", "null");
  tell("$/cancelRequest", "[]");
  EXPECT_TRUE(answers().empty());
}

TEST_F(RouterTest, LetsTheFirstOfAnswerAndCancellationWin) {
  start();
  inline_posts = false;
  ask("1", "workspace/symbol", R"({"query":""})");
  held[0]({});
  cancel("1");
  work();
  EXPECT_EQ(answers(), List{"1!-32800"});
}

TEST_F(RouterTest, KeepsALateAnswerFromARequestThatUsesItsIdAgain) {
  start();
  ask("1", "workspace/symbol", R"({"query":"old"})");
  cancel("1");
  ask("1", "workspace/symbol", R"({"query":"new"})");
  EXPECT_EQ(answers(), List{"1!-32800"});
  held[0]({{.name = "old"}});
  EXPECT_TRUE(answers().empty());
  held[1]({});
  EXPECT_EQ(answers(), List{"1=[]"});
}

TEST_F(RouterTest, RefusesAnIdThatIsInFlight) {
  start();
  ask("1", "workspace/symbol", R"({"query":""})");
  ask("1", "textDocument/hover", kPlace);
  ask("\"1\"", "textDocument/hover", kPlace);
  EXPECT_EQ(answers(), (List{"1!-32600", "\"1\"=null"}));
  held[0]({});
  EXPECT_EQ(answers(), List{"1=[]"});
  ask("1", "textDocument/hover", kPlace);
  EXPECT_EQ(answers(), List{"1=null"});
}

TEST_F(RouterTest, AnswersABatchWithOneArrayWhenAllIsDone) {
  start();
  router->receive(R"([{"jsonrpc":"2.0","id":1,"method":"workspace/symbol","params":{"query":""}},)"
                  R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":)" +
                  kOpened + R"(},7,{"jsonrpc":"2.0","id":2,"method":"unknown"},)" +
                  R"({"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":)" + kPlace +
                  "}]");
  EXPECT_EQ(seen, List{"u"});
  EXPECT_TRUE(answers().empty());
  held[0]({});
  EXPECT_EQ(answers(), (List{"[", "null!-32600", "2!-32601", "3=null", "1=[]", "]"}));
}

TEST_F(RouterTest, AnswersNothingToABatchOfNotifications) {
  start();
  router->receive(R"([{"jsonrpc":"2.0","method":"textDocument/didOpen","params":)" + kOpened +
                  "}]");
  EXPECT_EQ(seen, List{"u"});
  EXPECT_TRUE(answers().empty());
}

TEST_F(RouterTest, AnswersWhatIsNoMessage) {
  start();
  router->receive("nonsense");
  router->receive("[]");
  router->receive(R"({"jsonrpc":"2.0","id":1.5,"method":"textDocument/hover"})");
  router->receive(R"({"id":7,"method":"textDocument/hover"})");
  router->receive_malformed("no header");
  EXPECT_EQ(answers(),
            (List{"null!-32700", "null!-32600", "null!-32600", "7!-32600", "null!-32700"}));
  EXPECT_EQ(troubles.size(), 5U);
}

TEST_F(RouterTest, PassesResponsesOn) {
  std::vector<Response> responses;
  router->on_response([&](Response response) { responses.push_back(std::move(response)); });
  router->receive(R"({"jsonrpc":"2.0","id":5,"result":[1]})");
  ASSERT_EQ(responses.size(), 1U);
  EXPECT_EQ(responses[0].id, Id(5));
  EXPECT_TRUE(answers().empty());
}

TEST_F(RouterTest, LetsRepliesOutliveIt) {
  start();
  ask("1", "workspace/symbol", R"({"query":""})");
  router.reset();
  held[0]({});
  EXPECT_TRUE(answers().empty());
}

}  // namespace
}  // namespace protocol
