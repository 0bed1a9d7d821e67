#include "session.h"

#include "session_client.h"

namespace {

using testing_session::at;
using testing_session::Client;
using testing_session::Json;
using testing_session::span;

const std::map<std::string, std::string> kVault{
    {"/vault/a.md",
     "# [Paper Note] Deep Learning, LeCun+, Nature'15\n#Selected Papers/Blogs #NLP\nSummary: "
     "layers that learn.\n"},
    {"/vault/b.md", "See [Paper Note] Deep Learning, LeCun+, Nature'15 and [[a]].\n"}};
constexpr const char* kA = "file:///vault/a.md";
constexpr const char* kB = "file:///vault/b.md";

Json error_of(Client& client, const std::string& method, Json params = Json::object()) {
  return client.answer(client.ask(method, std::move(params))).at("error").at("code");
}

TEST(Session, AnswersOnlyBetweenInitializeAndShutdown) {
  Client client;
  EXPECT_EQ(error_of(client, "textDocument/hover", at(kA, 0, 0)), -32002);
  client.start();
  EXPECT_EQ(
      error_of(client, "initialize",
               {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", Json::object()}}),
      -32600);
  EXPECT_EQ(error_of(client, "textDocument/rename"), -32601);
  EXPECT_EQ(error_of(client, "textDocument/hover", {{"position", 3}}), -32602);
  EXPECT_EQ(client.call("shutdown", nullptr), nullptr);
  EXPECT_EQ(error_of(client, "textDocument/hover", at(kA, 0, 0)), -32600);
}

TEST(Session, ExitIsSuccessOnlyAfterShutdown) {
  for (const bool polite : {true, false}) {
    Client client;
    client.start();
    if (polite) client.call("shutdown", nullptr);
    client.notify("exit", nullptr);
    client.send_text("{}");
  }
}

TEST(Session, PromisesWhatItHasBound) {
  Client client;
  const Json can = client.start()["capabilities"];
  for (const char* provider : {"hoverProvider", "definitionProvider", "referencesProvider",
                               "documentSymbolProvider", "workspaceSymbolProvider"})
    EXPECT_EQ(can[provider], true) << provider;
  EXPECT_EQ(can["textDocumentSync"]["change"], 2);
  EXPECT_TRUE(can["completionProvider"]["triggerCharacters"].is_array());
  EXPECT_FALSE(can.contains("diagnosticProvider"));
  EXPECT_FALSE(can.contains("renameProvider"));
}

TEST(Session, AgreesOnAnEncoding) {
  const auto agreed = [](Json offered) {
    Client client;
    return client
        .start({{"general",
                 {{"positionEncodings", std::move(offered)}}}})["capabilities"]["positionEncoding"]
        .get<std::string>();
  };
  EXPECT_EQ(agreed({"utf-16", "utf-8"}), "utf-8");
  EXPECT_EQ(agreed({"utf-32", "utf-16"}), "utf-16");
  EXPECT_EQ(agreed({"utf-32"}), "utf-32");
  EXPECT_EQ(agreed(Json::array()), "utf-16");
}

TEST(Session, ShowsTheCardOfAPaperAndGoesToItsNote) {
  Client client(kVault);
  client.start({{"textDocument", {{"definition", {{"linkSupport", true}}}}}});
  const Json hover = client.call("textDocument/hover", at(kB, 0, 20));
  EXPECT_NE(hover["contents"]["value"].get<std::string>().find("layers that learn"),
            std::string::npos);
  EXPECT_EQ(hover["range"], span(0, 4, 0, 49));
  const Json targets = client.call("textDocument/definition", at(kB, 0, 56));
  ASSERT_EQ(targets.size(), 1u);
  EXPECT_EQ(targets[0]["targetUri"], kA);
  EXPECT_EQ(targets[0]["originSelectionRange"], span(0, 54, 0, 59));
}

TEST(Session, CountsColumnsInTheEncodingAgreedOn) {
  for (const auto& [encoding, begin] :
       std::map<std::string, int>{{"utf-8", 8}, {"utf-16", 4}, {"utf-32", 3}}) {
    Client client(kVault);
    client.start({{"general", {{"positionEncodings", {encoding}}}}});
    client.open("file:///vault/c.md", "猫😀 [[a]]\n");
    EXPECT_EQ(client.call("textDocument/hover", at("file:///vault/c.md", 0, begin + 1))["range"],
              span(0, begin, 0, begin + 5))
        << encoding;
  }
}

TEST(Session, CompletesTagsAsTheyAreTyped) {
  Client client(kVault);
  client.start();
  client.open("file:///vault/c.md", "");
  client.change("file:///vault/c.md", 2,
                {{{"range", span(0, 0, 0, 0)}, {"text", "#Se"}},
                 {{"range", span(0, 3, 0, 3)}, {"text", "l"}}});
  const Json list = client.call("textDocument/completion", at("file:///vault/c.md", 0, 4));
  ASSERT_FALSE(list["items"].empty());
  EXPECT_EQ(list["items"][0]["label"], "#Selected Papers/Blogs");
  EXPECT_EQ(list["items"][0]["textEdit"]["range"], span(0, 0, 0, 4));
}

TEST(Session, FullAndRangedChangesApplyInOrder) {
  Client client(kVault);
  client.start();
  client.open(kB, "one\r\ntwo\n");
  client.change(kB, 2,
                {{{"range", span(0, 3, 1, 3)}, {"text", "X"}},
                 {{"text", "[[a]]\n"}},
                 {{"range", span(0, 0, 0, 0)}, {"text", "😀"}},
                 {{"range", span(9, 9, 99, 99)}, {"text", " end"}}});
  EXPECT_EQ(client.call("textDocument/hover", at(kB, 0, 4))["range"], span(0, 2, 0, 7));
}

TEST(Session, TextThatIsOpenWinsOverDisk) {
  Client client(kVault);
  client.start();
  client.open(kA, "# [Paper Note] Shallow Learning, Nobody+, Nature'15\n");
  EXPECT_EQ(client.call("textDocument/definition", at(kB, 0, 20)), Json::array());
  client.notify("workspace/didChangeWatchedFiles", {{"changes", {{{"uri", kA}, {"type", 2}}}}});
  client.settle();
  EXPECT_EQ(client.call("textDocument/definition", at(kB, 0, 20)), Json::array());
}

TEST(Session, DiagnosticsAreToldWithTheirVersionAndTakenBack) {
  Client client(kVault);
  client.start(
      {{"textDocument",
        {{"publishDiagnostics", {{"relatedInformation", true}, {"versionSupport", true}}}}}});
  client.open("file:///vault/c.md", "# Deep  learning, Yann LeCun+, Nature'15\n", 7);
  const Json mine = client.diagnostics_of("file:///vault/c.md");
  EXPECT_EQ(mine["version"], 7);
  ASSERT_EQ(mine["diagnostics"].size(), 1u);
  EXPECT_EQ(mine["diagnostics"][0]["code"], "duplicate-entry");
  EXPECT_EQ(mine["diagnostics"][0]["relatedInformation"][0]["location"]["uri"], kA);
  EXPECT_EQ(client.diagnostics_of(kA)["diagnostics"].size(), 1u);

  client.change("file:///vault/c.md", 8, {{{"range", span(0, 2, 0, 6)}, {"text", "Shallow"}}});
  EXPECT_TRUE(client.diagnostics_of("file:///vault/c.md")["diagnostics"].empty());
  EXPECT_TRUE(client.diagnostics_of(kA)["diagnostics"].empty());
}

TEST(Session, DiagnosticsAreToldOnlyWhereTheyChanged) {
  Client client(kVault);
  client.start();
  client.open("file:///vault/c.md", "# Deep Learning, LeCun+, Nature'15\n");
  client.diagnostics_of("file:///vault/c.md");
  client.diagnostics_of(kA);
  client.change("file:///vault/c.md", 2, {{{"range", span(1, 0, 1, 0)}, {"text", "more words\n"}}});
  client.settle();
  client.change("file:///vault/c.md", 3, {{{"range", span(0, 2, 0, 6)}, {"text", "Shallow"}}});
  // Had the first change been told of, that would come first.
  EXPECT_TRUE(client.diagnostics_of("file:///vault/c.md")["diagnostics"].empty());
}

TEST(Session, AClosedDocumentIsWhatDiskSays) {
  Client client(kVault);
  client.start();
  client.open(kA, "nothing here\n");
  client.notify("textDocument/didClose", {{"textDocument", {{"uri", kA}}}});
  Json found = Json::array();
  while (found.empty()) found = client.call("textDocument/definition", at(kB, 0, 20));
  EXPECT_EQ(found[0]["uri"], kA);
}

TEST(Session, FilesThatAppearAndGoOutsideAreFollowed) {
  Client client(kVault);
  client.start();
  client.disk().write("/vault/new/d.md", "# Deep Learning, LeCun+, Nature'15\n");
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", {{{"uri", "file:///vault/new/d.md"}, {"type", 1}}}}});
  EXPECT_EQ(client.diagnostics_of("file:///vault/new/d.md")["diagnostics"].size(), 1u);
  client.disk().remove("/vault/new/d.md");
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", {{{"uri", "file:///vault/new"}, {"type", 3}}}}});
  EXPECT_TRUE(client.diagnostics_of("file:///vault/new/d.md")["diagnostics"].empty());
}

TEST(Session, DocumentsThatAreNoFilesAreServedAndBreakNothing) {
  Client client(kVault);
  client.start();
  for (const char* uri : {"untitled:Untitled-1", "vscode-notebook-cell:/x.ipynb#a", "",
                          "file://host/share/x.md", "not a uri at all"}) {
    client.open(uri, "#NLP [[a]]\n");
    EXPECT_EQ(client.call("textDocument/hover", at(uri, 0, 7))["range"], span(0, 5, 0, 10)) << uri;
    client.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
    EXPECT_EQ(client.call("textDocument/hover", at(uri, 0, 7)), nullptr) << uri;
  }
}

TEST(Session, ServesSingleFilesWithoutAnyRoot) {
  Client client(kVault);
  client.start(Json::object(), {{"rootUri", nullptr}});
  client.open("file:///elsewhere/x.md", "# Trees, Ann+, V'20\n[Paper Note] Trees, Ann+, V'20\n");
  EXPECT_EQ(client.call("textDocument/definition", at("file:///elsewhere/x.md", 1, 15))[0]["uri"],
            "file:///elsewhere/x.md");
  EXPECT_EQ(client.call("workspace/symbol", {{"query", "Deep"}}), Json::array());
}

TEST(Session, FoldersComeAndGoWhileItRuns) {
  auto files = kVault;
  files["/other/o.md"] = "# Deep Learning, LeCun+, Nature'15\n";
  Client client(files);
  client.start();
  const Json other{{"uri", "file:///other"}, {"name", "other"}};
  client.notify("workspace/didChangeWorkspaceFolders",
                {{"event", {{"added", {other}}, {"removed", Json::array()}}}});
  EXPECT_EQ(client.diagnostics_of("file:///other/o.md")["diagnostics"].size(), 1u);
  client.notify("workspace/didChangeWorkspaceFolders",
                {{"event", {{"added", Json::array()}, {"removed", {other}}}}});
  EXPECT_TRUE(client.diagnostics_of("file:///other/o.md")["diagnostics"].empty());
}

TEST(Session, KeepsTheClientsSpellingOfAUri) {
  Client client(kVault);
  client.start();
  client.open("file:///vault/%61.md", kVault.at("/vault/a.md"));
  EXPECT_EQ(client.call("textDocument/definition", at(kB, 0, 20))[0]["uri"],
            "file:///vault/%61.md");
}

TEST(Session, ReportsProgressAndCanBeStopped) {
  Client client(kVault);
  client.ask("initialize", {{"processId", nullptr},
                            {"rootUri", "file:///vault"},
                            {"capabilities", {{"window", {{"workDoneProgress", true}}}}}});
  client.notify("initialized", Json::object());
  const Json create = client.told("window/workDoneProgress/create");
  client.send({{"jsonrpc", "2.0"}, {"id", create["id"]}, {"result", nullptr}});
  const Json begin = client.told("$/progress");
  EXPECT_EQ(begin["params"]["value"]["kind"], "begin");
  EXPECT_EQ(begin["params"]["token"], create["params"]["token"]);
  client.notify("window/workDoneProgress/cancel", {{"token", create["params"]["token"]}});
  // Some of the work may be done before the wish to stop arrives.
  Json next = client.told("$/progress");
  while (next["params"]["value"]["kind"] == "report") next = client.told("$/progress");
  EXPECT_EQ(next["params"]["value"]["kind"], "end");
}

TEST(Session, AsksForSettingsAndFollowsTheFile) {
  auto files = kVault;
  files["/vault/.papernotes.toml"] = "[completion]\nlimit = 1\n";
  Client client(files);
  client.start({{"workspace", {{"configuration", true}}}});
  const Json wish = client.told("workspace/configuration");
  EXPECT_EQ(wish["params"]["items"][0]["section"], "papernotes");
  client.send({{"jsonrpc", "2.0"}, {"id", wish["id"]}, {"result", {nullptr}}});
  client.open("file:///vault/c.md", "#");
  EXPECT_EQ(client.call("textDocument/completion", at("file:///vault/c.md", 0, 1))["items"].size(),
            1u);
  client.disk().write("/vault/.papernotes.toml", "[completion]\nlimit = 2\n");
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", {{{"uri", "file:///vault/.papernotes.toml"}, {"type", 2}}}}});
  EXPECT_EQ(client.call("textDocument/completion", at("file:///vault/c.md", 0, 1))["items"].size(),
            2u);
}

TEST(Session, RegistersWhatTheClientLetsItRegister) {
  Client client(kVault);
  client.start({{"workspace",
                 {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}},
                  {"didChangeConfiguration", {{"dynamicRegistration", true}}}}}});
  const Json wish = client.told("client/registerCapability");
  ASSERT_EQ(wish["params"]["registrations"].size(), 2u);
  const Json watchers = wish["params"]["registrations"][0]["registerOptions"]["watchers"];
  EXPECT_EQ(watchers[0]["globPattern"], "**/*.{md,markdown,bib}");
  EXPECT_EQ(watchers[1]["globPattern"], "**/.papernotes.toml");
}

TEST(Session, AClientThatAsksForDiagnosticsIsNoLongerToldThem) {
  auto files = kVault;
  files["/vault/c.md"] = files["/vault/a.md"];
  Client client(files);
  const Json can =
      client.start({{"textDocument", {{"diagnostic", Json::object()}}}})["capabilities"];
  EXPECT_EQ(can["diagnosticProvider"]["workspaceDiagnostics"], true);
  EXPECT_EQ(client.diagnostics_of(kA)["diagnostics"].size(), 1u);

  const Json full = client.call("textDocument/diagnostic", {{"textDocument", {{"uri", kA}}}});
  EXPECT_EQ(full["kind"], "full");
  EXPECT_EQ(full["items"].size(), 1u);
  EXPECT_TRUE(client.diagnostics_of(kA)["diagnostics"].empty());
  const Json again =
      client.call("textDocument/diagnostic",
                  {{"textDocument", {{"uri", kA}}}, {"previousResultId", full["resultId"]}});
  EXPECT_EQ(again["kind"], "unchanged");

  const Json all =
      client.call("workspace/diagnostic",
                  {{"previousResultIds", {{{"uri", kA}, {"value", full["resultId"]}}}}});
  ASSERT_EQ(all["items"].size(), 2u);
  // In whatever order the notes were read.
  const bool first = all["items"][0]["uri"] == kA;
  EXPECT_EQ(all["items"][first ? 0 : 1]["kind"], "unchanged");
  const Json& other = all["items"][first ? 1 : 0];
  EXPECT_EQ(other["kind"], "full");
  EXPECT_EQ(other["version"], nullptr);
}

TEST(Session, ACancelledRequestIsAnsweredOnce) {
  Client client(kVault);
  client.start();
  std::vector<int> ids;
  for (int i = 0; i < 50; ++i) {
    ids.push_back(client.ask("textDocument/hover", at(kB, 0, 20)));
    client.notify("$/cancelRequest", {{"id", ids.back()}});
  }
  for (const int id : ids) {
    const Json answer = client.answer(id);
    EXPECT_TRUE(answer.contains("result") || answer["error"]["code"] == -32800) << answer;
  }
  client.settle();
}

TEST(Session, TracesWhenAskedTo) {
  Client client(kVault);
  client.start();
  client.notify("$/setTrace", {{"value", "messages"}});
  client.call("textDocument/hover", at(kB, 0, 20));
  EXPECT_EQ(client.told("$/logTrace")["params"]["message"], "answered textDocument/hover");
}

TEST(Session, SurvivesWhatNobodyShouldSend) {
  Client client(kVault);
  client.start();
  for (const char* text :
       {"", "{", "[]", "[1,2]", "null", "\"x\"", "{\"jsonrpc\":\"2.0\",\"method\":5,\"id\":900}",
        "{\"jsonrpc\":\"2.0\",\"id\":901}"})
    client.send_text(text);
  client.notify("textDocument/didChange",
                {{"textDocument", {{"uri", kB}, {"version", 2}}},
                 {"contentChanges", {{{"range", span(0, 0, 0, 1)}, {"text", "x"}}}}});
  client.notify("textDocument/didOpen", {{"textDocument", 1}});
  client.notify("textDocument/didClose", {{"textDocument", {{"uri", "file:///nowhere.md"}}}});
  client.notify("workspace/didChangeConfiguration", {{"settings", "?"}});
  EXPECT_EQ(client.call("textDocument/definition", at(kB, 0, 20))[0]["uri"], kA);
  EXPECT_EQ(client.call("textDocument/hover", at(kB, 99999, 2147483647)), nullptr);
}

TEST(Session, FindsWhatRefersFromNotesThatAreNotOpen) {
  Client client(kVault);
  client.start();
  client.open(kA, kVault.at("/vault/a.md"));
  Json asked = at(kA, 0, 20);
  asked["context"] = {{"includeDeclaration", false}};
  const Json found = client.call("textDocument/references", asked);
  ASSERT_EQ(found.size(), 2u) << found.dump(1);
  for (const Json& one : found) EXPECT_EQ(one["uri"], kB);
  EXPECT_EQ(found[0]["range"]["start"], (Json{{"line", 0}, {"character", 4}}));
}

Json hover_of_wiki_link(Client& client) {
  const Json card = client.call("textDocument/hover", at(kB, 0, 57));
  return card.is_null() ? card : card["contents"]["value"];
}

TEST(Session, SaysOfANoteThatIsNotOpenWhatDiskSays) {
  Client client(kVault);
  client.start();
  client.open(kB, kVault.at("/vault/b.md"));
  const std::string card = hover_of_wiki_link(client);
  EXPECT_NE(card.find("layers that learn."), std::string::npos) << card;
  EXPECT_NE(card.find("LeCun"), std::string::npos) << card;
  // Changed or gone behind its back: what is known is said, and no words that may be others'.
  client.disk().write("/vault/a.md", "# [Paper Note] Deep Learning, LeCun+, Nature'15\n");
  const std::string changed = hover_of_wiki_link(client);
  EXPECT_EQ(changed.find("layers that learn."), std::string::npos) << changed;
  EXPECT_NE(changed.find("LeCun"), std::string::npos) << changed;
  client.disk().remove("/vault/a.md");
  EXPECT_NE(hover_of_wiki_link(client).get<std::string>().find("LeCun"), std::string::npos);
  EXPECT_EQ(client.call("textDocument/documentSymbol", {{"textDocument", {{"uri", kA}}}}),
            Json::array());
}

}  // namespace
