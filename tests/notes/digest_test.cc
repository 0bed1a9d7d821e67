#include "notes/digest.h"

#include <gtest/gtest.h>

#include "notes/note.h"
#include "notes/observed.h"

namespace {

using namespace notes;

std::shared_ptr<const Note> page() {
  return Note::parse("/vault/page.md", Text(R"(# Papers

## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
#MoE #Selected Papers

## [Paper Note] 注意機構, Ashish Vaswani+, NeurIPS'17
#moe

## [Paper Note] Adam, Diederik Kingma+, ICLR'15
)"));
}

const Digest& digest_of(const Note& note) { return note.chunks().front().chunk->digest; }

TEST(Digest, FindsEntriesByWordsOfTitlesAndAuthors) {
  const auto note = page();
  const Digest& digest = digest_of(*note);
  ASSERT_EQ(digest.size(), 3u);
  EXPECT_EQ(digest.title(0), "hyper connections");
  EXPECT_EQ(digest.words(0), "hyper connections defa zhu");
  EXPECT_EQ(digest.find("vaswani", 0), 1u);
  EXPECT_EQ(digest.find("機構", 0), 1u);
  EXPECT_EQ(digest.find("a", 0), 0u);
  EXPECT_EQ(digest.find("a", 1), 1u);
  EXPECT_EQ(digest.find("a", 2), 2u);
  EXPECT_EQ(digest.find("a", 3), 3u);
  EXPECT_EQ(digest.find("connections defa zhu\n", 1), 3u);
}

TEST(Digest, MayHoldWhateverItHolds) {
  const auto note = page();
  const Digest& digest = digest_of(*note);
  for (size_t entry = 0; entry < digest.size(); ++entry) {
    const std::string_view words = digest.words(entry);
    for (size_t at = 0; at < words.size(); ++at)
      for (size_t size = 0; size < 9; ++size) EXPECT_TRUE(digest.may_hold(words.substr(at, size)));
  }
  EXPECT_FALSE(digest.may_hold("quantization"));
}

TEST(Digest, KnowsTheTagsOfEntriesAndTheirUses) {
  const auto note = page();
  const Digest& digest = digest_of(*note);
  const Key moe = make_key(KeyKind::kTag, "moe");
  ASSERT_TRUE(digest.has_sure_tags());
  ASSERT_EQ(digest.tags(0).size(), 2u);
  EXPECT_EQ(digest.tags(0)[0], moe);
  EXPECT_EQ(digest.tags(1)[0], moe);
  EXPECT_TRUE(digest.tags(2).empty());
  EXPECT_EQ(digest.uses(moe).size(), 2u);
  EXPECT_TRUE(digest.uses(make_key(KeyKind::kTag, "none")).empty());
}

TEST(Digest, KnowsWhereUsesStandInUtf16) {
  const auto note = Note::parse("/vault/a.md", Text("---\r\ntags: [a]\r\n---\r\n"
                                                    "# 🙂\r\n\r\n日🙂 #専門家 #moe\r\n"));
  const auto uses = digest_of(*note).uses(make_key(KeyKind::kTag, "moe"));
  ASSERT_EQ(uses.size(), 1u);
  EXPECT_TRUE(uses[0].is_plain());
  EXPECT_EQ(uses[0].line, 5u);
  EXPECT_EQ(uses[0].column, 9u);
  EXPECT_EQ(uses[0].width, 4u);
  EXPECT_EQ(note->text().slice({uses[0].begin, uses[0].begin + uses[0].size}), "#moe");
}

TEST(Digest, LeavesColumnsOfVeryLongLinesToTheText) {
  std::string text = "# Tags\n\n";
  for (int i = 0; i < 30000; ++i) text += "#t" + std::to_string(i) + (i % 7 == 0 ? " #🙂 " : " ");
  const auto note = Note::parse("/vault/a.md", Text(std::move(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  const auto use_of = [&](const char* tag) {
    const auto uses = digest_of(*note).uses(make_key(KeyKind::kTag, tag));
    return uses.size() == 1 ? uses[0] : Digest::Use();
  };
  EXPECT_TRUE(use_of("t100").is_plain());
  ASSERT_FALSE(use_of("t29999").is_plain());
  EXPECT_EQ(digest_of(*note).size(), 0u);
  EXPECT_EQ(note->chunks().front().chunk->tags[use_of("t29999").line]->name, "t29999");
}

TEST(Digest, LeavesTagsInRunningTextToTheVault) {
  const auto note = Note::parse("/vault/a.md", Text("words #Selected Papers and more\n"));
  EXPECT_FALSE(digest_of(*note).has_sure_tags());
  const auto& tags = note->tags();
  for (const LongerTag& longer : tags[0]->longer)
    EXPECT_EQ(digest_of(*note).uses(make_key(KeyKind::kTag, longer.key)).size(), 1u);
}

TEST(Digest, OrdersEntriesByDate) {
  const auto note = page();
  EXPECT_GT(digest_of(*note).date(0), digest_of(*note).date(1));
  EXPECT_GT(digest_of(*note).date(1), digest_of(*note).date(2));
}

}  // namespace
