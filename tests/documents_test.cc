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

TEST(Documents, OneViewServesUntilAsMuchAgainWasJoined) {
  Documents documents;
  documents.join(some(0, 10));
  EXPECT_EQ(seen_by(documents), 10u);
  const auto before = documents.view().vault;
  documents.join(some(10, 9));
  EXPECT_EQ(documents.view().vault, before);
  documents.join(some(19, 1));
  EXPECT_EQ(seen_by(documents), 20u);
}

TEST(Documents, ViewsLackNothingOnceAllWasJoined) {
  Documents documents;
  documents.join(some(0, 10));
  EXPECT_EQ(seen_by(documents), 10u);
  documents.join(some(10, 5));
  documents.all_joined();
  EXPECT_EQ(seen_by(documents), 15u);
}

TEST(Documents, WhatIsTypedOrChangedOnDiskIsSeenAtOnceWhileNotesAreJoined) {
  Documents documents;
  documents.join(some(0, 10));
  EXPECT_EQ(seen_by(documents), 10u);
  documents.join(some(10, 5));
  documents.open("file:///v/3.md", 1, "typed");
  EXPECT_EQ(seen_by(documents), 15u);
  documents.join(some(15, 1));
  documents.load(some(16, 1));
  EXPECT_EQ(seen_by(documents), 17u);
}

}  // namespace
}  // namespace server
