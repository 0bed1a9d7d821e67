#include "protocol/long_text.h"

#include <gtest/gtest.h>

namespace {

using protocol::LongText;

TEST(LongText, IsItsPiecesOneBehindTheOther) {
  const auto kept = std::make_shared<const std::string>("kept");
  LongText text(std::string("a "));
  text.add(kept);
  text.add("");
  text.add(std::string(" and ") + *kept);
  EXPECT_EQ(text.str(), "a kept and kept");
  EXPECT_EQ(text.size(), text.str().size());
  ASSERT_EQ(text.pieces().size(), 3U);
  EXPECT_EQ(text.pieces()[1], kept) << "nobody copied it";
}

TEST(LongText, MayBeEmpty) {
  EXPECT_EQ(LongText().str(), "");
  EXPECT_EQ(LongText(std::string()).size(), 0U);
}

}  // namespace
