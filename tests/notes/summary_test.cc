#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

std::string check(std::string_view body) {
  const auto note =
      Note::parse("/vault/papers/gates.md",
                  Text("# Quiet Gates in Small Rooms\n\nAuthors: Jane Doe\nYear: 2020\n"
                       "\n" +
                       std::string(body)));
  EXPECT_EQ(observed::flaws(*note), "");
  EXPECT_EQ(note->entries().size(), 1u);
  return note->entries().empty() ? "" : std::string(note->entries()[0]->summary);
}

TEST(Summary, IsWhatACalloutSays) {
  EXPECT_EQ(check("> [!abstract]\n> Gates listen.\n> They are quiet.\n\nMore of it.\n"),
            "Gates listen. They are quiet.");
  EXPECT_EQ(check("> [!Summary]- In short\n> Gates listen.\n"), "Gates listen.");
  EXPECT_EQ(check("> [!tldr]+\n>\n> Gates listen.\n\nMore.\n"), "Gates listen.");
  EXPECT_EQ(check("> [!tldr] Gates listen.\n\nMore.\n"), "Gates listen.");
}

TEST(Summary, OfTheNotesOwnGoesBeforeTheAuthorsAbstract) {
  EXPECT_EQ(check("> [!abstract] Abstract\n> Gates listen.\n\n## Summary\n\nI like gates.\n"),
            "I like gates.");
}

TEST(Summary, HoldsNoMarkOfACallout) {
  EXPECT_EQ(
      check("> [!info] Where\n> The gates of this work listen to what is said in rooms that are "
            "small.\n"),
      "The gates of this work listen to what is said in rooms that are small.");
  EXPECT_EQ(check("The gates of this work listen to what is said in rooms that are small.\n"
                  "> [!note] Mine\n> I like it.\n"),
            "The gates of this work listen to what is said in rooms that are small.");
}

TEST(Summary, IsFoundBelowTldrHoweverItIsSpelled) {
  for (const char* mark : {"### TL; DR\n\n", "## TL;DR\n", "TL; DR: ", "tl/dr: "})
    EXPECT_EQ(check(mark + std::string("Gates listen.\n")), "Gates listen.") << mark;
}

TEST(Summary, StandsShortBehindABoldName) {
  const auto note = Note::parse(
      "/vault/list.md",
      Text("# Week\n\n| Paper | Links |\n|--|--|\n"
           "| 1) **Quiet Gates** - they listen. | [Paper](https://arxiv.org/abs/1501.00001) |\n"
           "| 2) **Loud Gates** | [Paper](https://arxiv.org/abs/1501.00002) |\n\n"
           "- **Soft Gates**: they do not say. ([paper](https://arxiv.org/abs/1501.00003))\n"));
  ASSERT_EQ(note->entries().size(), 3u);
  EXPECT_EQ(note->entries()[0]->summary, "they listen.");
  EXPECT_EQ(note->entries()[1]->summary, "");
  EXPECT_EQ(note->entries()[2]->summary, "they do not say.");
}

// What is cited is none.
TEST(CitedLines, StandBelowALineOfTheirOwnToo) {
  for (const char* caption :
       {"**References**", "**References:**", "__Bibliography__", "References:", "参考文献：",
        "<h2>References</h2>", "<h3 id=\"r\">Références</h3>"})
    EXPECT_EQ(
        observed::titles("# Reading\n\n- [Quiet Gates in Rooms](https://arxiv.org/abs/1501.00001)\n"
                         "- [Loud Gates in Rooms](https://arxiv.org/abs/1501.00002)\n"
                         "- [Soft Gates in Rooms](https://arxiv.org/abs/1501.00003)\n\n" +
                         std::string(caption) +
                         "\n\n- Doe. [Cited Gates in Rooms](https://arxiv.org/abs/1401.00001)\n"
                         "- [Other Gates in Rooms](https://arxiv.org/abs/1401.00002)\n\n"
                         "## More\n\n- [Last Gates in Rooms](https://arxiv.org/abs/1501.00004)\n"),
        "Quiet Gates in Rooms\nLoud Gates in Rooms\nSoft Gates in Rooms\nLast Gates in Rooms")
        << caption;
}

TEST(CitedLines, EndAtTheNextCaption) {
  EXPECT_EQ(observed::titles("# Reading\n\n**References**\n\n"
                             "- [Cited Gates in Rooms](https://arxiv.org/abs/1401.00001)\n\n"
                             "**Papers of mine**\n\n"
                             "- [Quiet Gates in Rooms](https://arxiv.org/abs/1501.00001)\n"
                             "- [Loud Gates in Rooms](https://arxiv.org/abs/1501.00002)\n"
                             "- [Soft Gates in Rooms](https://arxiv.org/abs/1501.00003)\n"),
            "Quiet Gates in Rooms\nLoud Gates in Rooms\nSoft Gates in Rooms");
}

}  // namespace
