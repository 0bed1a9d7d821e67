#include "documents.h"

#include <gtest/gtest.h>

namespace server {
namespace {

using Notes = std::vector<std::shared_ptr<const notes::Note>>;

Notes some(int first, int count) {
  Notes out;
  for (int i = first; i < first + count; ++i)
    out.push_back(notes::Note::parse("/v/" + std::to_string(i) + ".md", notes::Text("# A note")));
  return out;
}

size_t seen_by(Documents& documents) { return documents.view().vault->note_limit(); }

TEST(Documents, OneViewServesUntilAsMuchAgainOrAllWasJoined) {
  Documents documents;
  documents.join(some(0, 10));
  EXPECT_EQ(seen_by(documents), 10U);
  const auto before = documents.view().vault;
  documents.join(some(10, 9));
  EXPECT_EQ(documents.view().vault, before);
  documents.join(some(19, 1));
  EXPECT_EQ(seen_by(documents), 20U);
  documents.join(some(20, 5));
  documents.all_joined();
  EXPECT_EQ(seen_by(documents), 25U);
}

TEST(Documents, WhatIsTypedOrChangedOnDiskIsSeenAtOnceWhileNotesAreJoined) {
  Documents documents;
  documents.join(some(0, 10));
  EXPECT_EQ(seen_by(documents), 10U);
  documents.join(some(10, 5));
  documents.open("file:///v/3.md", 1, "typed");
  EXPECT_EQ(seen_by(documents), 15U);
  documents.join(some(15, 1));
  documents.load(some(16, 1));
  EXPECT_EQ(seen_by(documents), 17U);
}

TEST(Documents, WhatIsReadAnewIsSeenByHalves) {
  Documents documents;
  documents.join(some(0, 10));
  documents.all_joined();
  const auto before = documents.view().vault;
  documents.join(some(0, 2));
  const auto first = documents.view().vault;
  EXPECT_NE(first->note(1), before->note(1));
  documents.join(some(2, 1));
  EXPECT_EQ(documents.view().vault, first);
  documents.join(some(3, 1));
  EXPECT_NE(documents.view().vault->note(3), before->note(3));
}

TEST(Documents, ANoteThatIsAskedAboutIsSeenAsItIs) {
  Documents documents;
  documents.join(some(0, 10));
  EXPECT_EQ(seen_by(documents), 10U);
  documents.join(some(10, 2));
  documents.see(3);
  EXPECT_EQ(seen_by(documents), 10U) << "it is";
  documents.see(11);
  EXPECT_EQ(seen_by(documents), 12U);
}

TEST(Documents, BlocksAreJoinedOnceAllOfThemIs) {
  constexpr int kBlock = notes::NoteTable::kBlock;
  Documents documents;
  documents.join(some(0, kBlock - 1));
  EXPECT_EQ(documents.joined_blocks(0).size(), 0U);
  documents.join(some(kBlock - 1, kBlock + 1));
  EXPECT_EQ(documents.joined_blocks(0).size(), 2U);
  ASSERT_EQ(documents.joined_blocks(1).size(), 1U);
  EXPECT_EQ(documents.joined_blocks(1)[0].second, notes::NoteId{kBlock});
  documents.all_joined();
  documents.join(some(0, kBlock));
  EXPECT_EQ(documents.joined_blocks(0).size(), 1U) << "of those read anew";
}

}  // namespace
}  // namespace server
