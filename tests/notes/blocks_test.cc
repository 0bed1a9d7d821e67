// What kind each line is, and which headings there are.
#include "notes/blocks.h"

#include <gtest/gtest.h>

#include "notes/lines.h"

namespace {

using namespace notes;

// One letter for each line: Blank, Text, Item, Heading, tAble, Code, htMl, math$, Rule.
std::string check(std::string_view text) {
  std::string out;
  for (const Line& line : read_blocks(text).lines)
    out += "BTIHACM$R"[static_cast<size_t>(line.kind)];
  return out;
}

std::string headings(std::string_view text) {
  std::string out;
  for (const Heading& h : read_blocks(text).headings) {
    EXPECT_EQ(std::string(view(text, h.text_range)).find_first_of('#'), std::string::npos);
    out += std::to_string(h.level) + ":" + h.text + "@" + h.slug + " ";
  }
  return out;
}

std::string content(std::string_view line) {
  return std::string(view(line, content_of(line, {0, static_cast<uint32_t>(line.size())})));
}

TEST(Blocks, SayWhatEachLineIs) {
  EXPECT_EQ(check("# h\n\ntext\nmore\n\n- item\n  text\n1. item\n\n***\n"), "HBTTBITIBR");
  EXPECT_EQ(check("```\n# a\n\n```\ntext\n"), "CCCCT");
  EXPECT_EQ(check("text\n\n    code\n\ntext\n    not code"), "TBCCTT");
  EXPECT_EQ(check("<!-- a\n\n# b -->\ntext"), "MBMT");
  EXPECT_EQ(check("- <!-- a\r\n  b -->\r\n  text\n<div>\n#a\n\ntext"), "MMTMMBT");
  EXPECT_EQ(check("<!-- a -->\n#tag"), "MT");
  EXPECT_EQ(check("> quote\n> - item\n>\n> # h"), "TITH");
  EXPECT_EQ(check("Setext\n===\n"), "HH");
  EXPECT_EQ(check(""), "");
}

TEST(Blocks, EndAFenceWithTheItemOrQuoteItStandsIn) {
  EXPECT_EQ(check("- ```\n  a\n- b\nc"), "CCIT");
  EXPECT_EQ(check("> ```\n> a\n\nb"), "CCBT");
  EXPECT_EQ(check("1. - ~~~\n     a\n\nb"), "CCCT");
  EXPECT_EQ(check("- ```\n  a\n  ```\n  b\n"), "CCCT");
  EXPECT_EQ(check("- ```\nb"), "CT");
}

TEST(Blocks, KnowTables) {
  EXPECT_EQ(check("| a | b |\n|---|---|\n| 1 | 2 |\ntext"), "AAAT");
  EXPECT_EQ(check("a | b\n--|--\n1 | 2\n\nt | u"), "AAABT");
  EXPECT_EQ(check("- a | b\n  --|--\n"), "AA");
}

TEST(Blocks, KnowMathBetweenTwoDollarSigns) {
  EXPECT_EQ(check("$$\nx #y\n$$\ntext"), "$$$T");
  EXPECT_EQ(check("- $$a\n  b$$\n"), "$$");
  EXPECT_EQ(check("$$ one line $$\n#tag"), "TT");
}

TEST(Blocks, LetUnclosedMathSwallowNothing) {
  EXPECT_EQ(check("$$\na\n\n\n#tag\n$$"), "TTBBTT");
  EXPECT_EQ(check("$$\na\n> # h\n$$\ntext\n"), "TTHTT");
  EXPECT_EQ(check("$$\na\n```\n$$\n```\n"), "TTCCC");
}

TEST(Blocks, CountLinesAsTheTextDoes) {
  EXPECT_EQ(check("a\r\n- b\rc\n```\r\nd\r```"), "TITCCC");
  EXPECT_EQ(check(std::string_view("a\0b\n# c", 7)), "TH");
}

TEST(Blocks, EndSetextHeadingsAtTheirUnderline) {
  EXPECT_EQ(check("Title\n===\ntext\n"), "HHT");
  EXPECT_EQ(check("Two\nlines\n---\n- item\n"), "HHHI");
  EXPECT_EQ(check("a\n---\n---"), "HHR");
  EXPECT_EQ(check("- a\n  ---\n\ntext"), "HHBT");
  EXPECT_EQ(headings("Title\n===\ntext\n"), "1:Title@title ");
  EXPECT_EQ(headings("Title\n===\n\n"), "1:Title@title ");
}

TEST(Blocks, EndFencesWithTheItemTheyStandIn) {
  EXPECT_EQ(check("- ```\n  code\ntext\n"), "CCT");
  EXPECT_EQ(check("> ```\n> code\n\ntext\n"), "CCBT");
  EXPECT_EQ(check("- ~~~\n  code\n  ~~~\n  text\n"), "CCCT");
}

TEST(Blocks, GiveHeadingsTheirTextAndAnchor) {
  EXPECT_EQ(headings("## Two Words ##\n"), "2:Two Words@two-words ");
  EXPECT_EQ(headings("# Title {#own-id}\n"), "1:Title@own-id ");
  EXPECT_EQ(headings("# Title { #own-id .class }\n"), "1:Title@own-id ");
  EXPECT_EQ(headings("# 注意機構 とは？\n"), "1:注意機構 とは？@注意機構-とは ");
  EXPECT_EQ(headings("> ### In a quote\n"), "3:In a quote@in-a-quote ");
  EXPECT_EQ(headings("Over two\nlines\n---\n"), "2:Over two lines@over-two-lines ");
  EXPECT_EQ(headings("\xEF\xBB\xBF# Title\r\n"), "1:Title@title ");
  EXPECT_EQ(headings("#\n# \n"), "");
}

TEST(Blocks, KeepSharpsThatCloseNothing) {
  const Blocks blocks = read_blocks("# About C#\n");
  ASSERT_EQ(blocks.headings.size(), 1u);
  EXPECT_EQ(blocks.headings[0].text, "About C#");
}

TEST(Blocks, LeaveMarkersOutOfContent) {
  EXPECT_EQ(content("  - [ ] task  "), "task");
  EXPECT_EQ(content("> > 12. [x] done"), "done");
  EXPECT_EQ(content("* - + a"), "a");
  EXPECT_EQ(content("-a"), "-a");
  EXPECT_EQ(content("2024. year"), "year");
  EXPECT_EQ(content("1234567890. no"), "1234567890. no");
  EXPECT_EQ(content("\xEF\xBB\xBF- a"), "a");
}

// Every one of these takes minutes when the time grows with the square of the size.
TEST(Blocks, AreReadInTimeThatGrowsWithTheText) {
  const auto repeated = [](std::string_view unit, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += unit;
    return out;
  };
  EXPECT_EQ(check(repeated("+ ", 100000) + "\n" + repeated("\n", 100000)).size(), 100001u);
  EXPECT_EQ(check(repeated("> ", 100000) + "a\n" + repeated("b\n", 100000)).size(), 100001u);
  EXPECT_EQ(check(repeated("$$ a\n", 200000)), std::string(200000, 'T'));
}

}  // namespace
