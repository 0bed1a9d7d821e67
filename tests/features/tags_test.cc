#include "features/tags.h"

#include <gtest/gtest.h>

#include <set>

#include "notes/workspace.h"

namespace {

using namespace features;

// So many papers on `#all`, every second on `#even`, every tenth on `#tens`, in files of so many.
notes::Workspace vault_of(size_t papers, size_t in_file) {
  notes::Workspace workspace;
  workspace.set_roots({"/v"});
  std::string text;
  for (size_t i = 0; i < papers; ++i) {
    text += "## [Paper Note] Number " + std::to_string(i) + " of Them, Ann Lee+, ACL'24\n#all";
    if (i % 2 == 0) text += " #even";
    if (i % 10 == 0) text += " #tens";
    text += "\n\n";
    if ((i + 1) % in_file != 0 && i + 1 != papers) continue;
    workspace.load(notes::Note::parse("/v/" + std::to_string(i) + ".md", notes::Text(text)));
    text.clear();
  }
  return workspace;
}

TEST(Tags, AreCountedBesideOthersWhereThatIsSoonDone) {
  const notes::Workspace workspace = vault_of(60, 7);
  const auto beside = tags_beside(workspace.snapshot(), {key_of_tag("all")}, key_of_tag("all"), 8);
  ASSERT_EQ(beside.size(), 2u);
  EXPECT_EQ(beside[0].key, "even");
  EXPECT_EQ(beside[0].count, 30u);
  EXPECT_EQ(beside[1].key, "tens");
  EXPECT_EQ(beside[1].count, 6u);
}

TEST(Tags, AreRankedByASampleWhereThereAreVeryMany) {
  for (const size_t in_file : {1u, 50u, 4000u}) {
    const notes::Workspace workspace = vault_of(4000, in_file);
    const auto beside =
        tags_beside(workspace.snapshot(), {key_of_tag("all")}, key_of_tag("all"), 8);
    ASSERT_EQ(beside.size(), 2u) << in_file;
    EXPECT_EQ(beside[0].key, "even") << in_file;
    EXPECT_EQ(beside[0].count, 0u) << in_file;  // not known
    EXPECT_EQ(list_tags(workspace.snapshot(), beside, 8), "#even, #tens");
  }
}

TEST(Tags, AreSampledFromAllOverTheVault) {
  for (const size_t in_file : {1u, 50u, 4000u}) {
    const notes::Workspace workspace = vault_of(4000, in_file);
    const notes::Snapshot& vault = workspace.snapshot();
    std::set<notes::EntryId> seen;
    std::set<size_t> parts;
    size_t calls = 0;
    EXPECT_FALSE(sample_tagged(vault, {key_of_tag("all")}, 400, [&](const Tagged& entry) {
      ++calls;
      seen.insert(entry.id);
      parts.insert(in_file == 4000 ? entry.id.index / 500 : entry.id.note * in_file / 500);
    })) << in_file;
    EXPECT_EQ(seen.size(), calls) << in_file;
    EXPECT_GE(calls, 400u) << in_file;
    EXPECT_LT(calls, 500u) << in_file;
    EXPECT_EQ(parts.size(), 8u) << in_file;
    seen.clear();
    EXPECT_TRUE(sample_tagged(vault, {key_of_tag("tens")}, 401, [&](const Tagged& entry) {
      seen.insert(entry.id);
    })) << in_file;
    EXPECT_EQ(seen.size(), 400u) << in_file;
  }
}

TEST(Tags, LeaveOutEntriesThatDoNotMatter) {
  const notes::Workspace workspace = vault_of(300, 50);
  const notes::Snapshot& vault = workspace.snapshot();
  std::vector<notes::EntryId> all, late;
  for_each_tagged(
      vault, {key_of_tag("tens"), key_of_tag("even")}, [](auto, auto) { return true; },
      [&](const Tagged& entry) { all.push_back(entry.id); });
  EXPECT_EQ(all.size(), 150u);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
  for_each_tagged(
      vault, {key_of_tag("even")}, [](notes::EntryId id, auto) { return id.note >= 3; },
      [&](const Tagged& entry) { late.push_back(entry.id); });
  EXPECT_EQ(late.size(), 75u);
}

TEST(Tags, AreTalliedWhateverTheirNumber) {
  TagTally tally;
  for (uint32_t round = 1; round <= 3; ++round)
    for (notes::Key tag = 1; tag <= 1000; ++tag) tally.add(tag << 8, tag % 3 == 0 ? 0 : round);
  for (notes::Key tag = 1; tag <= 1000; ++tag)
    EXPECT_EQ(tally.of(tag << 8), tag % 3 == 0 ? 0 : 6u) << tag;
  EXPECT_EQ(tally.of(12345), 0u);
}

}  // namespace
