#include "check.h"

#include <gtest/gtest.h>

#include <sstream>

#include "export.h"
#include "vault.h"

namespace {

notes::Workspace vault(std::map<std::string, std::string> files) {
  notes::MemoryDisk disk;
  disk.files = std::move(files);
  return server::read_vault(disk, {"/vault"});
}

std::string check(const notes::Workspace& workspace, size_t count,
                  server::CheckOptions options = {}) {
  std::ostringstream out;
  EXPECT_EQ(server::check(workspace.snapshot(), options, out), count);
  return out.str();
}

constexpr const char* kAdam = "# [Paper Note] Adam, Kingma+, ICLR'15\n";

TEST(Check, NamesEveryPlaceOfADuplicate) {
  const auto workspace =
      vault({{"/vault/a.md", "# [Paper Note] Deep Learning, LeCun+, Nature'15\n"},
             {"/vault/b/c.md", "日本語\n\n## Deep  learning, Yann LeCun+, Nature'15\n"}});
  EXPECT_EQ(
      check(workspace, 2),
      "a.md:1:3: warning: Noted more than once: same title, same first author [duplicate-entry]\n"
      "  b/c.md:3:4: Also noted in b/c.md:3: Deep learning\n"
      "b/c.md:3:4: warning: Noted more than once: same title, same first author [duplicate-entry]\n"
      "  a.md:1:3: Also noted in a.md:1: Deep Learning\n");
}

TEST(Check, SaysNothingOfACleanVault) {
  EXPECT_EQ(check(vault({{"/vault/a.md", "# Deep Learning, LeCun+, Nature'15\n"}}), 0), "");
}

server::CheckOptions only(std::vector<std::string> kinds) {
  server::CheckOptions options;
  options.only = std::move(kinds);
  return options;
}

TEST(Check, TellsOnlyTheKindsThatAreWanted) {
  const auto workspace = vault(
      {{"/vault/a.md", kAdam}, {"/vault/b.md", kAdam}, {"/vault/c.md", "---\ntitle: x\n\n# Y\n"}});
  EXPECT_NE(check(workspace, 3).find("[front-matter-unclosed]"), std::string::npos);
  EXPECT_EQ(check(workspace, 2, only({"duplicates"})).find("[front-matter"), std::string::npos);
  check(workspace, 2, only({"duplicate-entry"}));
  check(workspace, 1, only({"front-matter"}));
  check(workspace, 3, only({"front-matter", "duplicates"}));
  check(workspace, 0, only({"unclosed"}));
}

TEST(Check, FailsOnWhatIsGraveEnough) {
  const auto workspace = vault(
      {{"/vault/a.md", kAdam}, {"/vault/b.md", kAdam}, {"/vault/c.md", "```\nnever closed\n"}});
  server::CheckOptions options;
  check(workspace, 3, options);
  options.fail_on = features::Severity::kWarning;
  EXPECT_NE(check(workspace, 2, options).find("[code-unclosed]"), std::string::npos);
}

TEST(Export, CountsColumnsAsEditorsDo) {
  const auto workspace = vault({{"/vault/a.md", "😀 #猫 [[b]]\n"}});
  const std::string json = server::export_json(workspace.snapshot());
  EXPECT_NE(json.find(R"("name": "猫")"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("column": 3,)"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("column": 6,)"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("target": null)"), std::string::npos) << json;
}

TEST(Export, IsTheSameWhateverTheOrderOfReading) {
  notes::Workspace forwards, backwards;
  const std::vector<std::pair<std::string, std::string>> files{
      {"/v/a.md", "# A, X+, V'20\n"}, {"/v/b.md", "# A, X+, V'20\n"}, {"/v/c.md", "[[a]]\n"}};
  for (notes::Workspace* workspace : {&forwards, &backwards}) workspace->set_roots({"/v"});
  for (const auto& [path, text] : files) forwards.load(notes::Note::parse(path, notes::Text(text)));
  for (auto it = files.rbegin(); it != files.rend(); ++it)
    backwards.load(notes::Note::parse(it->first, notes::Text(it->second)));
  EXPECT_EQ(server::export_json(forwards.snapshot()), server::export_json(backwards.snapshot()));
}

TEST(Export, NamesWhatIsInAMirrorOnce) {
  std::string list;
  for (const char* of : {"Sand", "Stones", "Reeds", "Herons", "Boats", "Salt", "Frost", "Rain"})
    list += std::string("## [Paper Note] Rivers of ") + of +
            ", Ann Lee+, ACL'24, 2024.08\n#Rivers\nSee [[b]].\n\n";
  const std::string json = server::export_json(
      vault({{"/vault/README.md", list}, {"/vault/docs/index.md", list}}).snapshot());
  const auto count = [&](std::string_view words) {
    size_t out = 0;
    for (size_t at = json.find(words); at != std::string::npos; at = json.find(words, at + 1))
      ++out;
    return out;
  };
  EXPECT_EQ(count(R"("title": "Rivers of )"), 8u) << json;
  EXPECT_EQ(count(R"("name": "Rivers")"), 8u) << json;
  EXPECT_EQ(count(R"("text": "[[b]]")"), 8u) << json;
  EXPECT_EQ(count(R"("path": "docs/index.md",
   "mirror_of": "README.md",
   "entries": [],)"),
            1u)
      << json;
}

}  // namespace
