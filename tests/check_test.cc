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

TEST(Check, NamesEveryPlaceOfADuplicate) {
  std::ostringstream out;
  const auto workspace =
      vault({{"/vault/a.md", "# [Paper Note] Deep Learning, LeCun+, Nature'15\n"},
             {"/vault/b/c.md", "日本語\n\n## Deep  learning, Yann LeCun+, Nature'15\n"}});
  EXPECT_EQ(server::check(workspace.snapshot(), out), 2u);
  EXPECT_EQ(
      out.str(),
      "a.md:1:3: warning: Noted more than once: same title, same first author [duplicate-entry]\n"
      "  b/c.md:3:4: Also noted in b/c.md:3: Deep  learning\n"
      "b/c.md:3:4: warning: Noted more than once: same title, same first author [duplicate-entry]\n"
      "  a.md:1:3: Also noted in a.md:1: Deep Learning\n");
}

TEST(Check, SaysNothingOfACleanVault) {
  std::ostringstream out;
  EXPECT_EQ(server::check(
                vault({{"/vault/a.md", "# Deep Learning, LeCun+, Nature'15\n"}}).snapshot(), out),
            0u);
  EXPECT_EQ(out.str(), "");
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

}  // namespace
