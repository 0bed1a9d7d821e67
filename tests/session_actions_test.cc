// Actions on a title that is noted twice, as clients of every ability see them.
#include <gtest/gtest.h>

#include "session_client.h"

namespace {

using namespace testing_session;

constexpr const char* kA = "file:///vault/a.md";
constexpr const char* kToml = "file:///vault/.papernotes.toml";

Json able() {
  return Json::parse(R"({
    "workspace": {"applyEdit": true,
                  "workspaceEdit": {"documentChanges": true,
                                    "resourceOperations": ["create", "rename", "delete"],
                                    "changeAnnotationSupport": {"groupsOnLabel": true}}},
    "textDocument": {"publishDiagnostics": {"relatedInformation": true},
                     "codeAction": {"codeActionLiteralSupport": {"codeActionKind":
                                    {"valueSet": ["quickfix"]}}}},
    "window": {"showDocument": {"support": true}}})");
}

std::map<std::string, std::string> twice() {
  return {
      {"/vault/a.md", "text\n\n## [Paper Note] Adam, Kingma+, ICLR'15\n#Optimizer\n"},
      {"/vault/b.md", "## [Paper Note] Adam, Kingma+, ICLR'15\nhttps://arxiv.org/abs/1412.6980\n"}};
}

Json actions(Client& client, Json context = {{"diagnostics", Json::array()}}, int line = 2) {
  return client.call("textDocument/codeAction", {{"textDocument", {{"uri", kA}}},
                                                 {"range", span(line, 5, line, 5)},
                                                 {"context", std::move(context)}});
}

Json titled(const Json& list, const std::string& start) {
  for (const Json& item : list)
    if (item["title"].get<std::string>().starts_with(start)) return item;
  return nullptr;
}

TEST(CodeActions, AreFourForEachOtherPlace) {
  Client client(twice());
  const Json told = client.start(able());
  EXPECT_EQ(told["capabilities"]["codeActionProvider"]["codeActionKinds"],
            Json::array({"quickfix"}));
  const Json list = actions(client);
  ASSERT_EQ(list.size(), 4u) << list.dump(1);
  EXPECT_EQ(list[0]["title"], "Go to b.md:1");
  EXPECT_EQ(list[1]["title"], "Merge into b.md:1");
  EXPECT_EQ(list[2]["title"], "Different works: this and b.md:1");
  EXPECT_EQ(list[3]["title"], "Link as versions: this and b.md:1");
  for (const Json& item : list) EXPECT_EQ(item["kind"], "quickfix");
  EXPECT_EQ(actions(client, {{"diagnostics", Json::array()}}, 0), Json::array());
  EXPECT_EQ(actions(client, {{"diagnostics", Json::array()}, {"only", {"refactor"}}}),
            Json::array());
  EXPECT_EQ(actions(client, {{"diagnostics", Json::array()}, {"only", {"quickfix"}}}).size(), 4u);
}

TEST(CodeActions, NameTheDiagnosticThatTheyAreAbout) {
  Client client(twice());
  client.start(able());
  client.open(kA, client.disk().at("/vault/a.md"));
  const Json diagnostics = client.diagnostics_of(kA)["diagnostics"];
  ASSERT_EQ(diagnostics.size(), 1u);
  const Json list = actions(client, {{"diagnostics", diagnostics}});
  for (const Json& item : list) EXPECT_EQ(item["diagnostics"], diagnostics) << item;
}

TEST(CodeActions, GoToTheOther) {
  Client client(twice());
  client.start(able());
  const Json command = titled(actions(client), "Go to")["command"];
  client.ask("workspace/executeCommand",
             {{"command", command["command"]}, {"arguments", command["arguments"]}});
  const Json shown = client.told("window/showDocument")["params"];
  EXPECT_EQ(shown["uri"], "file:///vault/b.md");
  EXPECT_EQ(shown["selection"]["start"], (Json{{"line", 0}, {"character", 3}}));
  EXPECT_EQ(shown["takeFocus"], true);
}

TEST(CodeActions, MergeIsOneEditThatAsksFirst) {
  Client client(twice());
  client.start(able());
  client.open(kA, client.disk().at("/vault/a.md"), 7);
  const Json edit = titled(actions(client), "Merge")["edit"];
  ASSERT_EQ(edit["documentChanges"].size(), 2u) << edit.dump(1);
  EXPECT_EQ(edit["documentChanges"][0]["textDocument"], (Json{{"uri", kA}, {"version", 7}}));
  EXPECT_EQ(edit["documentChanges"][0]["edits"][0]["range"], span(2, 0, 4, 0));
  EXPECT_EQ(edit["documentChanges"][1]["textDocument"]["version"], nullptr);
  EXPECT_EQ(edit["documentChanges"][1]["edits"][0]["newText"], "\n#Optimizer");
  const std::string id = edit["documentChanges"][1]["edits"][0]["annotationId"];
  EXPECT_EQ(edit["changeAnnotations"][id]["needsConfirmation"], true);
  EXPECT_FALSE(edit.contains("changes"));
}

TEST(CodeActions, MergeDeletesAFileOfNothingElse) {
  std::map<std::string, std::string> files = twice();
  files["/vault/a.md"] = "\n\n## [Paper Note] Adam, Kingma+, ICLR'15\n";
  {
    Client client(files);
    client.start(able());
    const Json changes = titled(actions(client), "Merge")["edit"]["documentChanges"];
    ASSERT_EQ(changes.size(), 1u) << changes.dump(1);
    EXPECT_EQ(changes[0]["kind"], "delete");
    EXPECT_EQ(changes[0]["uri"], kA);
  }
  Client client(files);
  Json less = able();
  less["workspace"]["workspaceEdit"]["resourceOperations"] = {"create"};
  client.start(less);
  const Json changes = titled(actions(client), "Merge")["edit"]["documentChanges"];
  EXPECT_EQ(changes[0]["edits"][0]["range"], span(0, 0, 3, 0)) << changes.dump(1);
  EXPECT_EQ(changes[0]["edits"][0]["newText"], "");
}

void execute(Client& client, const Json& command) {
  client.call("workspace/executeCommand",
              {{"command", command["command"]}, {"arguments", command["arguments"]}});
}

TEST(CodeActions, DifferentWorksAreSaidInTheSettingsFile) {
  Client client(twice());
  client.start(able());
  client.open(kA, client.disk().at("/vault/a.md"));
  EXPECT_EQ(client.diagnostics_of(kA)["diagnostics"].size(), 1u);
  const Json action = titled(actions(client), "Different works");
  const Json changes = action["edit"]["documentChanges"];
  ASSERT_EQ(changes.size(), 2u) << action.dump(1);
  EXPECT_EQ(changes[0]["kind"], "create");
  EXPECT_EQ(changes[0]["uri"], kToml);
  EXPECT_EQ(changes[1]["textDocument"]["uri"], kToml);
  EXPECT_EQ(changes[1]["edits"][0]["newText"],
            "[duplicates]\ndifferent = [\n  [\"Adam\", \"arxiv:1412.6980\"],\n]\n");
  EXPECT_FALSE(action["edit"].contains("changeAnnotations"));
  // It holds as soon as the editor has made the edit, saved or not,
  execute(client, action["command"]);
  while (!client.diagnostics_of(kA)["diagnostics"].empty()) continue;
  EXPECT_EQ(actions(client), Json::array());
  // while the file is made but empty,
  client.disk().write("/vault/.papernotes.toml", "");
  client.notify("workspace/didChangeWatchedFiles", {{"changes", {{{"uri", kToml}, {"type", 1}}}}});
  client.loaded();
  EXPECT_EQ(actions(client), Json::array());
  // and when it is saved.
  client.disk().write("/vault/.papernotes.toml", changes[1]["edits"][0]["newText"]);
  client.notify("workspace/didChangeWatchedFiles", {{"changes", {{{"uri", kToml}, {"type", 1}}}}});
  client.settle();
  EXPECT_EQ(actions(client), Json::array());
}

TEST(CodeActions, ASettingsFileThatIsThereIsEdited) {
  std::map<std::string, std::string> files = twice();
  files["/vault/.papernotes.toml"] = "# mine\n[notes]\ngitignore = true\n";
  Client client(files);
  client.start(able());
  const Json changes = titled(actions(client), "Different works")["edit"]["documentChanges"];
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0]["edits"][0]["range"], span(3, 0, 3, 0));
  EXPECT_EQ(changes[0]["edits"][0]["newText"],
            "\n[duplicates]\ndifferent = [\n  [\"Adam\", \"arxiv:1412.6980\"],\n]\n");
}

TEST(CodeActions, VersionsMentionEachOtherAndAreRemembered) {
  Client client(twice());
  client.start(able());
  const Json action = titled(actions(client), "Link as versions");
  std::string all = action["edit"].dump();
  EXPECT_NE(all.find("See also: [Paper Note] Adam, Kingma+, ICLR'15"), std::string::npos) << all;
  EXPECT_EQ(action["edit"]["documentChanges"].size(), 4u);  // create, settings, both notes
  execute(client, action["command"]);
  client.loaded();
  EXPECT_EQ(actions(client), Json::array());
}

TEST(CodeActions, AClientThatKnowsLessIsOfferedWhatItCanDo) {
  {
    Client client(twice());  // plain changes, no new files, no showing
    Json less = able();
    less["workspace"] = Json::object();
    less["window"] = Json::object();
    client.start(less);
    const Json list = actions(client);
    ASSERT_EQ(list.size(), 1u) << list.dump(1);
    EXPECT_EQ(list[0]["title"], "Merge into b.md:1");
    EXPECT_TRUE(list[0]["edit"]["changes"].contains(kA)) << list.dump(1);
    EXPECT_FALSE(list[0]["edit"]["changes"][kA][0].contains("annotationId"));
  }
  Client client(twice());  // commands alone
  Json less = able();
  less["textDocument"].erase("codeAction");
  EXPECT_EQ(client.start(less)["capabilities"]["codeActionProvider"], true);
  const Json list = actions(client);
  ASSERT_EQ(list.size(), 4u);
  EXPECT_EQ(list[1]["command"], "papernotes.apply");
  EXPECT_FALSE(list[1].contains("kind"));
  client.ask("workspace/executeCommand",
             {{"command", list[2]["command"]}, {"arguments", list[2]["arguments"]}});
  const Json asked = client.told("workspace/applyEdit");
  EXPECT_TRUE(asked["params"]["edit"].contains("documentChanges"));
  client.send({{"jsonrpc", "2.0"}, {"id", asked["id"]}, {"result", {{"applied", true}}}});
  client.loaded();
  EXPECT_EQ(actions(client), Json::array());
}

TEST(CodeActions, AClientThatKnowsNothingIsOfferedNothing) {
  Client client(twice());
  client.start();
  EXPECT_EQ(actions(client), Json::array());
}

TEST(ExecuteCommand, RefusesWhatItDoesNotKnow) {
  Client client(twice());
  client.start(able());
  EXPECT_EQ(client.call("workspace/executeCommand", {{"command", "rm"}})["code"], -32602);
  EXPECT_EQ(client.call("workspace/executeCommand", {{"command", "papernotes.goto"}})["code"],
            -32602);
  EXPECT_EQ(client.call("workspace/executeCommand",
                        {{"command", "papernotes.settings"}, {"arguments", {3, 4}}})["code"],
            -32602);
}

}  // namespace
