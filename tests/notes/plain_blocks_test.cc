// Where the quick reader of blocks is sure, it says what cmark says.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "notes/block.h"
#include "notes/blocks.h"
#include "notes/lines.h"

namespace {

using namespace notes;

Row<Line> lines_of(std::string_view text) {
  Row<Line> out;
  for (uint32_t at = 0; at < text.size();) {
    const LineSpan span = line_at(text, at);
    out.push_back({span.range, content_of(text, span.range), LineKind::kText});
    at = span.next;
  }
  return out;
}

std::string show(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks)
    out += "BTIHACM$R"[static_cast<size_t>(block.kind)] + std::to_string(block.first) + "-" +
           std::to_string(block.last) + (block.level > 0 ? "/" + std::to_string(block.level) : "") +
           " ";
  return out;
}

// The share of the texts that the quick reader is sure of.
double check(std::initializer_list<std::string_view> pieces, unsigned seed) {
  std::mt19937 random(seed);
  constexpr int kTexts = 10000;
  int sure = 0;
  for (int n = 0; n < kTexts; ++n) {
    std::string text;
    for (size_t left = 1 + random() % 24; left > 0; --left)
      text += pieces.begin()[random() % pieces.size()];
    const Row<Line> lines = lines_of(text);
    const auto plain = plain_blocks(text, lines);
    if (!plain) continue;
    ++sure;
    const std::string wanted = show(blocks_by_cmark(text, lines));
    EXPECT_EQ(show(*plain), wanted) << text;
    if (show(*plain) != wanted) break;
  }
  return double(sure) / kTexts;
}

TEST(PlainBlocks, AreThoseOfCmark) {
  EXPECT_GT(check({"a",   "\n", "\n",  "\n\n",  "- ",  "  ",    "    ",  "> ",  ">",      "1. ",
                   "2) ", "# ", "```", "~~~\n", "---", "===\n", "***\n", "-\n", "[a](b)", "|"},
                  1),
            0.9);
  EXPECT_GT(check({"a",     "\n",    "\r\n", "\r",      "-",    " ",           "   ",
                   "     ", "* ",    "+",    "10. ",    "01) ", "#",           "````\n",
                   "~~~",   "- - -", "=",    "_ _ _\n", "1.",   "\xE8\xAB\x96"},
                  2),
            0.9);
  EXPECT_GT(check({"a", "\n", "- ", "> ", "  ", "```\n", "  ```\n", "\n\n", "    ", "b\n"}, 3),
            0.9);
  check({"a", "\n",     "\n", "- ",  " ",  "\t", "<b>",   "<!-- ",        "-->", "[a]:",
         "[", "]: b\n", "> ", "```", "\v", "\f", "---\n", "\xEF\xBB\xBF", "<",   "#\t"},
        4);
}

TEST(PlainBlocks, KnowWhatTheyAreNotSureOf) {
  const auto sure = [](std::string_view text) {
    return plain_blocks(text, lines_of(text)).has_value();
  };
  EXPECT_TRUE(sure("# h\n\n- a < b\n  1. c\n\n> q\n\n```\n\tcode <p>\n```\n[x](y)\n[^1] z\n"));
  EXPECT_FALSE(sure("<div>\n"));
  EXPECT_FALSE(sure("text\n\tmore\n"));
  EXPECT_FALSE(sure("[a]: b\n===\n"));
  EXPECT_FALSE(sure(std::string(120, '>') + " a\n"));
}

}  // namespace
