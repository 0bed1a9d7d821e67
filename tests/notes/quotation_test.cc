#include "notes/quotation.h"

#include <gtest/gtest.h>

namespace {

using notes::Quotation;
using notes::Range;

// What is said again, of the bytes quoted alone; `(none)` where it cannot be.
std::string said_again(std::string_view words, std::string_view text, uint32_t from = 0) {
  const auto code = Quotation::of(words, text, Range{from, static_cast<uint32_t>(text.size())});
  if (!code) return "(none)";
  const std::string behind = *code + "more";
  const Quotation quotation(behind);
  EXPECT_EQ(quotation.behind(), "more");
  const Range range = quotation.range();
  return quotation.words(text.substr(range.begin, range.size()), range.begin);
}

TEST(Quotation, SaysAgainWhatStandsInOnePlace) {
  EXPECT_EQ(said_again("gates are learned", "# A\n\ngates are learned\n", 3), "gates are learned");
  EXPECT_EQ(said_again("", "text"), "");
  EXPECT_EQ(Quotation(*Quotation::of("b", "abc", {0, 3})).range(), (Range{1, 2}));
}

TEST(Quotation, SaysAgainWhatWasPutTogetherFromLines) {
  EXPECT_EQ(said_again("one two three", "> one\n> two\n> three\n"), "one two three");
  EXPECT_EQ(said_again("深い層が学ぶ", "深い層が\n  学ぶ\n"), "深い層が学ぶ");
  EXPECT_EQ(said_again("first\n- second\n- third", "first\n\n* second\n\n  1. third\n"),
            "first\n- second\n- third");
  EXPECT_EQ(said_again("- only an item", "+ only an item\n"), "- only an item");
  EXPECT_EQ(said_again("cut sho…", "cut\nshort\n"), "cut sho…");
  EXPECT_EQ(said_again("a\n- ", "a\n-\n"), "a\n- ");
}

TEST(Quotation, SaysNothingOfWordsThatAreNotThere) {
  EXPECT_EQ(said_again("a <b>", "a &lt;b&gt;"), "(none)");
  EXPECT_EQ(said_again("second first", "first second"), "(none)");
  EXPECT_EQ(said_again("before", "before the range", 3), "(none)");
  EXPECT_FALSE(Quotation::of("behind", "the range behind", {0, 9}));
}

TEST(Quotation, SaysAgainWhatGoesOnElsewhereAnywhere) {
  const std::string words = "the first half of a line that is rather long";
  for (size_t at = 8; at + 8 < words.size(); ++at) {
    const std::string text = words.substr(0, at) + "|\n> " + words.substr(at) + "\n";
    EXPECT_EQ(said_again(words, text), words) << text;
  }
}

TEST(Quotation, KeepsLittle) {
  const std::string text = "# Title\n\n* a long line of words\n* and another one\n";
  const auto code = Quotation::of("- a long line of words\n- and another one", text, {8, 49});
  ASSERT_TRUE(code);
  EXPECT_LE(code->size(), 8u);
}

}  // namespace
