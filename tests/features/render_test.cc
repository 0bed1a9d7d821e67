#include "features/render.h"

#include <gtest/gtest.h>

namespace {

void check(std::string_view text, std::string_view inert, bool keep_lines = false) {
  EXPECT_EQ(features::inert(text, keep_lines), inert);
}

TEST(Inert, EscapesWhatMarkdownWouldActOn) {
  check("a <b> [c](d) ![e](f)", "a \\<b> \\[c\\](d) !\\[e\\](f)");
  check("**a** `b` ~~c~~", "\\*\\*a\\*\\* \\`b\\` \\~\\~c\\~\\~");
  check("&amp; R&D & x", "\\&amp; R\\&D & x");
  check("\\[a", "\\\\\\[a");
  check("# a", "\\# a");
  check("> a", "\\> a");
  check("---", "\\---");
}

TEST(Inert, LeavesReadableWhatIsHarmless) {
  check("snake_case and C# and a-b, 1 < 2", "snake_case and C# and a-b, 1 \\< 2");
  check("#MoE(Mixture-of-Experts)", "#MoE(Mixture-of-Experts)");
  check("「混合」専門家🎉", "「混合」専門家🎉");
}

TEST(Inert, KeepsLinesOnlyWhenAsked) {
  check(" a \r\n\r\n b\tc\n", "a b c");
  check(" a \r\n\r\n b\tc\n", "a  \nb c", true);
}

TEST(Cut, KeepsCharactersWhole) {
  EXPECT_EQ(features::cut("混合専門家", 15), "混合専門家");
  EXPECT_EQ(features::cut("混合専門家", 14), "混合専…");
  EXPECT_EQ(features::cut("混合専門家", 0), "…");
}

TEST(Byline, NamesTheFirstAuthorAndTheVenue) {
  notes::Entry entry;
  EXPECT_EQ(features::byline(entry), "");
  entry.authors = {"Kevin Murphy"};
  EXPECT_EQ(features::byline(entry), "Kevin Murphy");
  entry.venue = "ICLR";
  entry.year = 2005;
  EXPECT_EQ(features::byline(entry), "Kevin Murphy, ICLR'05");
  entry.et_al = true;
  EXPECT_EQ(features::byline(entry), "Kevin Murphy+, ICLR'05");
  entry.et_al = false;
  entry.authors.push_back("Ann Author");
  entry.venue.clear();
  EXPECT_EQ(features::byline(entry), "Kevin Murphy+, 2005");
  EXPECT_EQ(features::authors_of(entry, 2), "Kevin Murphy, Ann Author");
}

}  // namespace
