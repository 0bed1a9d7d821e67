#include "notes/entry_changes.h"

#include <gtest/gtest.h>

#include "notes/workspace.h"

namespace {

using namespace notes;

constexpr int kEntries = 200;  // several chunks

std::string entry(int i) {
  const std::string number = std::to_string(i);
  return "## [Paper Note] Title " + number + " of Many, Ann Author" + number +
         "+, ICLR'20\n\nWords.\n\n";
}

struct Vault {
  Workspace workspace;
  Vault() {
    workspace.set_roots({"/v"});
    std::string text;
    for (int i = 0; i < kEntries; ++i) text += entry(i);
    workspace.open("/v/a.md", text);
  }
  // Before the words that are said of an entry, or behind its title.
  void type(int i, std::string_view what, std::string_view text) {
    const Note& note = *workspace.snapshot().note(0);
    const auto at = static_cast<uint32_t>(note.text().bytes().find(
        what, note.text().bytes().find("Title " + std::to_string(i) + " of")));
    workspace.edit("/v/a.md", {at, at}, text);
  }
  // Of all the edits since.
  EntryChanges changes(const Snapshot& before) const {
    const std::vector<EntryChanges> all = entry_changes(before, workspace.snapshot());
    EXPECT_EQ(all.size(), 1u);
    return all.at(0);
  }
};

TEST(EntryChanges, AreNoneBetweenTwoEditsThatSayNothingNew) {
  Vault vault;
  const Snapshot before = vault.workspace.snapshot();
  vault.type(3, "Words", "x");
  vault.type(190, "Words", "y");
  const EntryChanges found = vault.changes(before);
  EXPECT_TRUE(found.gone.empty() && found.come.empty());
  EXPECT_FALSE(found.moves_lines || found.moves_headings);
  EXPECT_LT(found.renewed.size(), 100u);  // those of the chunks between the two stayed
}

TEST(EntryChanges, AreTheEntriesThatSaySomethingElse) {
  Vault vault;
  const Snapshot before = vault.workspace.snapshot();
  vault.type(3, "of Many", "q");
  vault.type(190, "of Many", "q");
  const EntryChanges found = vault.changes(before);
  ASSERT_EQ(found.gone.size(), 2u);
  ASSERT_EQ(found.come.size(), 2u);
  EXPECT_EQ(found.come[0].index, 3u);
  EXPECT_EQ(found.come[1].index, 190u);
  EXPECT_FALSE(found.moves_lines || found.moves_headings);
}

TEST(EntryChanges, SayThatLinesOrHeadingsBetweenTwoEditsMoved) {
  Vault vault;
  const Snapshot before = vault.workspace.snapshot();
  vault.type(3, "Words", "\n");
  const Snapshot between = vault.workspace.snapshot();
  vault.type(190, "\nWords", "more");
  EXPECT_TRUE(vault.changes(before).moves_lines);
  EXPECT_FALSE(vault.changes(between).moves_lines);
  vault.type(3, "\nWords", "\n# Heading\n");
  EXPECT_TRUE(vault.changes(between).moves_headings);
}

// One line more above and one less below leaves the number of lines as it was.
TEST(EntryChanges, SayThatEntriesMovedThoughNoLineCameOrWent) {
  Vault vault;
  const Snapshot before = vault.workspace.snapshot();
  vault.type(3, "Words", "\n");
  const Note& note = *vault.workspace.snapshot().note(0);
  const auto at = static_cast<uint32_t>(
      note.text().bytes().find("Words", note.text().bytes().find("Title 190")));
  vault.workspace.edit("/v/a.md", {at - 1, at}, "");
  EXPECT_EQ(before.note(0)->text().line_count(),
            vault.workspace.snapshot().note(0)->text().line_count());
  EXPECT_TRUE(vault.changes(before).moves_lines);
}

}  // namespace
