// Two files that are the same, as a client sees them.
#include <algorithm>

#include "session_client.h"

namespace {

using testing_session::at;
using testing_session::Client;
using testing_session::Json;
using testing_session::span;

constexpr const char* kReadme = "file:///vault/README.md";
constexpr const char* kDocs = "file:///vault/docs/index.md";

std::string list() {
  std::string out;
  for (const char* of : {"Sand", "Stones", "Reeds", "Herons", "Boats"})
    out += std::string("## [Paper Note] Rivers of ") + of +
           ", Ann Lee+, ACL'24, 2024.08\n#Rivers\nWhat was found there by those who looked.\n\n";
  return out + "Made by hand, and kept in two places; nobody remembers why that was done so.\n";
}

std::vector<std::string> found(Client& client) {
  std::vector<std::string> out;
  for (const Json& symbol : client.call("workspace/symbol", {{"query", "rivers reeds"}}))
    out.push_back(symbol["location"]["uri"]);
  std::sort(out.begin(), out.end());
  return out;
}

TEST(SessionMirrors, AreFoundOnceUntilOneIsEdited) {
  Client client({{"/vault/README.md", list()}, {"/vault/docs/index.md", list()}});
  client.start();
  EXPECT_EQ(found(client), std::vector<std::string>{kReadme});
  client.open(kDocs, list());
  EXPECT_EQ(found(client), std::vector<std::string>{kReadme});
  client.change(kDocs, 2, Json::array({{{"range", span(0, 0, 0, 0)}, {"text", "Mine.\n\n"}}}));
  EXPECT_EQ(found(client), (std::vector<std::string>{kReadme, kDocs}));
  client.change(kDocs, 3, Json::array({{{"range", span(0, 0, 2, 0)}, {"text", ""}}}));
  EXPECT_EQ(found(client), std::vector<std::string>{kReadme});
}

TEST(SessionMirrors, AreFoundWhereTheOtherIsGone) {
  Client client({{"/vault/README.md", list()}, {"/vault/docs/index.md", list()}});
  client.start();
  EXPECT_EQ(found(client), std::vector<std::string>{kReadme});
  client.disk().remove("/vault/README.md");
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", Json::array({{{"uri", kReadme}, {"type", 3}}})}});
  // Whoever asks before disk has answered is told what was.
  auto now = found(client);
  for (int asked = 0; asked < 10000 && now == std::vector<std::string>{kReadme}; ++asked)
    now = found(client);
  EXPECT_EQ(now, std::vector<std::string>{kDocs});
}

TEST(SessionMirrors, CanBeAskedAboutAndLedTo) {
  Client client({{"/vault/README.md", list()},
                 {"/vault/docs/index.md", list()},
                 {"/vault/a.md", "[docs](docs/index.md)\n"}});
  client.start();
  EXPECT_EQ(client.call("textDocument/definition", at("file:///vault/a.md", 0, 9))[0]["uri"],
            kDocs);
  client.open(kDocs, list());
  EXPECT_TRUE(client.call("textDocument/hover", at(kDocs, 0, 20)).is_object());
  EXPECT_EQ(client.call("textDocument/documentSymbol", {{"textDocument", {{"uri", kDocs}}}}).size(),
            5u);
}

// Of a paper that is noted in a third file, one place is named and not two.
TEST(SessionMirrors, AreNamedByNoDiagnostic) {
  const std::string third = "## [Paper Note] Rivers of Reeds, Ann Lee+, ACL'24, 2024.08\n#Rivers\n";
  Client client({{"/vault/README.md", list()}, {"/vault/docs/index.md", list()}});
  client.start({{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}});
  client.open("file:///vault/c.md", third);
  const auto named = [&] {
    std::vector<std::string> out;
    const Json told = client.diagnostics_of("file:///vault/c.md")["diagnostics"];
    for (const Json& one : told)
      for (const Json& related : one["relatedInformation"])
        out.push_back(related["location"]["uri"]);
    return out;
  };
  EXPECT_EQ(named(), std::vector<std::string>{kReadme});
  client.open(kReadme, list());
  client.change(kReadme, 2, Json::array({{{"range", span(8, 0, 10, 0)}, {"text", ""}}}));
  EXPECT_EQ(named(), std::vector<std::string>{kDocs});
}

}  // namespace
