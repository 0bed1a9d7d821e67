// What a settings file changes while the server runs.
#include <gtest/gtest.h>

#include "session_client.h"
#include "vault.h"

namespace {

using namespace testing_session;

constexpr const char* kAdam = "## [Paper Note] Adam, Kingma+, ICLR'15\n#Optimizer in #prose\n";

// The titles of all entries in the vault, in order, joined.
std::string titles(Client& client, const std::string& query = "") {
  std::vector<std::string> names;
  for (const Json& symbol : client.call("workspace/symbol", {{"query", query}}))
    names.push_back(symbol["name"]);
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

void write(Client& client, const std::string& path, const std::string& text) {
  client.disk().write(path, text);
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", {{{"uri", "file://" + path}, {"type", 2}}}}});
}

TEST(SettingsFile, ATroubleIsMarkedOnItsLineAndTakenBack) {
  Client client(std::map<std::string, std::string>{
      {"/vault/.papernotes.toml", "[notes]\nignore = 3\n\n[tgas]\ninline = true\n"}});
  client.start();
  const Json told = client.diagnostics_of("file:///vault/.papernotes.toml");
  ASSERT_EQ(told["diagnostics"].size(), 2u) << told;
  EXPECT_EQ(told["diagnostics"][0]["message"], "notes.ignore cannot be 3");
  EXPECT_EQ(told["diagnostics"][0]["range"], span(1, 0, 1, 10));
  EXPECT_EQ(told["diagnostics"][0]["severity"], 2);
  EXPECT_EQ(told["diagnostics"][1]["message"], "unknown setting tgas");
  EXPECT_EQ(told["diagnostics"][1]["range"], span(3, 0, 3, 6));
  write(client, "/vault/.papernotes.toml", "[notes\n");
  EXPECT_EQ(
      client.diagnostics_of("file:///vault/.papernotes.toml")["diagnostics"][0]["range"]["start"],
      (Json{{"line", 0}, {"character", 0}}));
  write(client, "/vault/.papernotes.toml", "[notes]\n");
  EXPECT_EQ(client.diagnostics_of("file:///vault/.papernotes.toml")["diagnostics"], Json::array());
}

TEST(SettingsFile, AChangeReadsTheVaultAgain) {
  Client client({{"/vault/a.md", kAdam},
                 {"/vault/drafts/b.md", "## [Paper Note] Draft, Bo+, ICLR'16\n"},
                 {"/vault/c.txt", "## [Paper Note] Text, Cy+, ICLR'17\n"}});
  client.start();
  EXPECT_EQ(titles(client), "Adam, Draft");
  EXPECT_EQ(titles(client, "#prose"), "Adam");
  write(client, "/vault/.papernotes.toml",
        "[notes]\nignore = ['drafts/']\nsuffixes = ['.md', '.TXT']\n[tags]\ninline = false\n");
  client.loaded();
  EXPECT_EQ(titles(client), "Adam, Text");
  EXPECT_EQ(titles(client, "#prose"), "");
  client.disk().remove("/vault/.papernotes.toml");
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", {{{"uri", "file:///vault/.papernotes.toml"}, {"type", 3}}}}});
  client.loaded();
  EXPECT_EQ(titles(client, "#prose"), "Adam");
  EXPECT_EQ(titles(client), "Adam, Draft");
}

TEST(SettingsFile, TheEditorMaySayTheSame) {
  Client client({{"/vault/a.md", kAdam}, {"/vault/drafts/b.md", kAdam}});
  client.start(Json::object(), {{"initializationOptions", {{"notes", {{"ignore", {"drafts/"}}}}}}});
  EXPECT_EQ(titles(client), "Adam");
  client.notify("workspace/didChangeConfiguration",
                {{"settings", {{"papernotes", {{"notes", {{"ignore", Json::array()}}}}}}}});
  client.loaded();
  EXPECT_EQ(titles(client), "Adam, Adam");
}

TEST(SettingsFile, AChangedGitignoreCounts) {
  Client client({{"/vault/a.md", kAdam}, {"/vault/out/b.md", kAdam}});
  client.start();
  EXPECT_EQ(titles(client), "Adam, Adam");
  write(client, "/vault/.gitignore", "out/\n");
  client.loaded();
  EXPECT_EQ(titles(client), "Adam");
  write(client, "/vault/out/b.md", kAdam);
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", {{{"uri", "file:///vault/a.md"}, {"type", 2}}}}});
  EXPECT_EQ(titles(client), "Adam");
}

TEST(SettingsFile, WhatIsIgnoredIsServedAloneWhileItIsOpen) {
  Client client({{"/vault/a.md", kAdam}, {"/vault/templates/t.md", kAdam}});
  client.start();
  client.open("file:///vault/templates/t.md", kAdam);
  EXPECT_EQ(client
                .call("textDocument/documentSymbol",
                      {{"textDocument", {{"uri", "file:///vault/templates/t.md"}}}})
                .size(),
            1u);
  EXPECT_EQ(titles(client), "Adam");
  EXPECT_EQ(titles(client, "#prose"), "Adam");
  client.change("file:///vault/templates/t.md", 2,
                {{{"text", std::string(kAdam) + "## [Paper Note] New, Bo+, ICLR'16\n"}}});
  EXPECT_EQ(titles(client), "Adam");
  EXPECT_FALSE(client.was_told("textDocument/publishDiagnostics"));
  write(client, "/vault/.papernotes.toml", "[notes]\nignore = ['!templates/']\n");
  client.loaded();
  EXPECT_EQ(titles(client), "Adam, Adam, New");
  write(client, "/vault/.papernotes.toml", "");
  client.loaded();
  EXPECT_EQ(titles(client), "Adam");
  client.notify("textDocument/didClose",
                {{"textDocument", {{"uri", "file:///vault/templates/t.md"}}}});
  EXPECT_EQ(titles(client), "Adam");
}

TEST(SettingsFile, EachRootHasItsOwn) {
  Client client({{"/vault/.papernotes.toml", "[notes]\nignore = ['x.md']\n"},
                 {"/vault/x.md", kAdam},
                 {"/other/x.md", kAdam}});
  client.start(
      Json::object(),
      {{"workspaceFolders",
        {{{"uri", "file:///vault"}, {"name", "v"}}, {{"uri", "file:///other"}, {"name", "o"}}}}});
  EXPECT_EQ(titles(client), "Adam");
}

TEST(SettingsFile, MayChangeWhileSeveralNotesAreOpen) {
  Client client({{"/vault/a.md", kAdam}, {"/vault/b.md", kAdam}, {"/vault/c.md", kAdam}});
  client.start();
  for (const char* name : {"a", "b", "c"})
    client.open(std::string("file:///vault/") + name + ".md", kAdam);
  EXPECT_EQ(titles(client, "#prose"), "Adam, Adam, Adam");
  write(client, "/vault/.papernotes.toml", "[tags]\ninline = false\n[notes]\nignore = ['b.md']\n");
  client.loaded();
  EXPECT_EQ(titles(client), "Adam, Adam");
  EXPECT_EQ(titles(client, "#prose"), "");
}

TEST(SettingsFile, CommandsReadItToo) {
  notes::MemoryDisk disk;
  disk.files = {{"/vault/.papernotes.toml", "[notes]\nignore = ['drafts/']\n"},
                {"/vault/a.md", kAdam},
                {"/vault/drafts/b.md", kAdam},
                {"/vault/templates/t.md", kAdam}};
  const auto read = [&](const std::vector<std::string>& paths) {
    const notes::Workspace workspace = server::read_vault(disk, paths);
    std::string out;
    for (notes::NoteId id = 0; id < workspace.snapshot().note_limit(); ++id)
      out += (out.empty() ? "" : " ") + workspace.snapshot().display_path(id);
    return out;
  };
  EXPECT_EQ(read({"/vault"}), "a.md");
  EXPECT_EQ(read({"/vault/drafts"}), "b.md");
  EXPECT_EQ(read({"/vault/templates/t.md"}), "t.md");
}

}  // namespace
