// Which tag a place means, in a vault that has others.
#include "notes/tag_meaning.h"

#include <gtest/gtest.h>

#include "notes/workspace.h"

namespace {

using namespace notes;

// What the tags of `text` mean beside a note of `others`, ` | ` between them.
std::string check(std::string others, std::string text) {
  Workspace workspace;
  workspace.open("/v/others.md", std::move(others));
  workspace.open("/v/asked.md", std::move(text));
  const Snapshot& vault = workspace.snapshot();
  const Note& note = *vault.note(*vault.find("/v/asked.md"));
  std::string out;
  for (const auto& use : note.tags()) {
    const auto meant = meaning_of(vault, use);
    if (!meant) continue;
    const std::string_view written = note.text().slice(meant->range);
    EXPECT_EQ(written.substr(written.size() - meant->name.size()), meant->name);
    out += (out.empty() ? "" : " | ") + std::string(meant->name);
  }
  return out;
}

TEST(TagMeaning, IsTheLongestThatTheVaultDeclares) {
  EXPECT_EQ(check("#Selected Papers/Blogs #x\n", "see #selected papers/blogs for more"),
            "selected papers/blogs");
  EXPECT_EQ(check("---\ntags: [ab c, ab c d]\n---\n", "see #ab c d, #ab c e and #ab x"),
            "ab c d | ab c | ab");
  EXPECT_EQ(check("Tags: MoE(Mixture-of-Experts)\n", "the #MoE(Mixture-of-Experts) model"),
            "MoE(Mixture-of-Experts)");
  EXPECT_EQ(check("nothing", "see #selected papers/blogs for more"), "selected");
}

TEST(TagMeaning, OfATagInDoubtNeedsTheVault) {
  EXPECT_EQ(check("nothing", "n = #nodes and #GPUs in #3d"), "");
  EXPECT_EQ(check("#GPUs #3D\n", "n = #nodes and #GPUs in #3d"), "GPUs | 3d");
  EXPECT_EQ(check("more #GPUs here", "and #GPUs there"), "") << "doubt does not make sure";
}

TEST(TagMeaning, ReachesOverTheWordsThatBelongToIt) {
  Workspace workspace;
  workspace.open("/v/a.md", "Tags: a b\n");
  workspace.open("/v/b.md", "x #a b c");
  const Snapshot& vault = workspace.snapshot();
  const Note& note = *vault.note(*vault.find("/v/b.md"));
  for (uint32_t at : {2u, 4u, 5u, 6u}) EXPECT_EQ(tag_meant_at(vault, note, at)->key, "a b") << at;
  EXPECT_FALSE(tag_meant_at(vault, note, 1));
  EXPECT_FALSE(tag_meant_at(vault, note, 7));
}

TEST(TagMeaning, ChangesWithTheVaultAlone) {
  Workspace workspace;
  workspace.open("/v/a.md", "Tags: a b\n");
  workspace.open("/v/b.md", "x #a b c #cats");
  const auto meant = [&] {
    const Snapshot& vault = workspace.snapshot();
    const Note& note = *vault.note(*vault.find("/v/b.md"));
    const auto tag = meaning_of(vault, note.tags()[0]);
    return tag ? tag->key : "";
  };
  EXPECT_EQ(meant(), "a b");
  workspace.edit("/v/a.md", {6, 9}, "z");
  EXPECT_EQ(meant(), "");
  EXPECT_EQ(workspace.snapshot().index().tag("a b"), nullptr);
  EXPECT_EQ(workspace.snapshot().index().tag("cats"), nullptr);
  workspace.edit("/v/a.md", {6, 7}, "a b");
  EXPECT_EQ(meant(), "a b");
}

TEST(TagMeaning, GoesIntoTheTagsOfAnEntry) {
  Workspace workspace;
  workspace.open("/v/a.md", "---\ntags: [Selected Papers, 3d]\n---\n");
  workspace.open("/v/b.md",
                 "## [Paper Note] T, A B+, ICLR'25\n#x\n\nWords about #selected papers and #3d but "
                 "#GPUs too.\n");
  const Snapshot& vault = workspace.snapshot();
  const auto tags = tags_of(vault, {*vault.find("/v/b.md"), 0});
  EXPECT_EQ(tags, (std::vector<std::string_view>{"x", "selected papers", "3d"}));
}

TEST(NestedTag, HasAParentWhereTheVaultUsesIt) {
  Workspace workspace;
  workspace.open("/v/a.md", "#project #project/a #project/a/b #Selected Papers/Blogs #x/y\n");
  const Snapshot& vault = workspace.snapshot();
  EXPECT_EQ(parent_of(vault, "project/a"), "project");
  EXPECT_EQ(parent_of(vault, "project/a/b"), "project/a");
  EXPECT_EQ(parent_of(vault, "project/z/b"), "project");
  EXPECT_EQ(parent_of(vault, "selected papers/blogs"), "");
  EXPECT_EQ(parent_of(vault, "x/y"), "");
  EXPECT_EQ(parent_of(vault, "/y"), "");
  EXPECT_EQ(tags_below(vault, "project"), (std::vector<std::string>{"project/a", "project/a/b"}));
  EXPECT_TRUE(tags_below(vault, "selected").empty());
}

}  // namespace
