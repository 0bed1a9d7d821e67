// Which entries the three layouts find, with all their fields.
#include <gtest/gtest.h>

#include "notes/layout.h"
#include "notes/observed.h"

namespace {

using namespace notes;

std::shared_ptr<const Note> parse(std::string_view text) {
  return Note::parse("/vault/papers/some-name.md", Text(std::string(text)));
}

struct Wanted {
  std::string title;
  std::vector<std::string> authors;
  std::string venue;
  int year = 0;
  int month = 0;
  std::vector<std::string> tags;
  std::string summary;
  std::string comment;
  std::vector<std::string> identifiers;
};

// The titles alone.
std::vector<std::string> titles(std::string_view text) {
  const auto note = parse(text);
  EXPECT_EQ(observed::flaws(*note), "");
  std::vector<std::string> out;
  for (const auto& entry : note->entries()) out.push_back(entry->title.str());
  return out;
}

// The one entry of the note.
void check(std::string_view text, const Wanted& wanted) {
  const auto note = parse(text);
  EXPECT_EQ(observed::flaws(*note), "");
  ASSERT_EQ(note->entries().size(), 1u);
  const Entry& entry = *note->entries()[0];
  EXPECT_EQ(entry.title, wanted.title);
  EXPECT_EQ(entry.authors, wanted.authors);
  EXPECT_EQ(entry.venue, wanted.venue);
  EXPECT_EQ(entry.year.value_or(0), wanted.year);
  EXPECT_EQ(entry.month.value_or(0), wanted.month);
  EXPECT_EQ(entry.tags, wanted.tags);
  EXPECT_EQ(entry.summary, wanted.summary);
  EXPECT_EQ(entry.comment, wanted.comment);
  std::vector<std::string> identifiers;
  for (const Identifier& id : entry.identifiers) identifiers.push_back(to_string(id));
  EXPECT_EQ(identifiers, wanted.identifiers);
}

constexpr std::string_view kPage =
    "[Paper Note] Layer Normalization, Jimmy Lei Ba+, arXiv'16, 2016.07\n"
    "Paper/Blog Link My Issue\n"
    "#NeuralNetwork #Selected Papers/Blogs Issue Date: 2026-01-12 "
    "GPT Summary- Normalises each example. Comment\n"
    "\n"
    "arxiv: https://arxiv.org/abs/1607.06450\n"
    "\n"
    "Used by everybody.\n";

TEST(PageEntry, HasAllItsFields) {
  check(kPage, {"Layer Normalization",
                {"Jimmy Lei Ba"},
                "arXiv",
                2016,
                7,
                {"NeuralNetwork", "Selected Papers/Blogs"},
                "Normalises each example.",
                "arxiv: https://arxiv.org/abs/1607.06450\nUsed by everybody.",
                {"arxiv:1607.06450"}});
  const auto note = parse(kPage);
  EXPECT_EQ(note->entries()[0]->noted, (Date{2026, 1, 12}));
  EXPECT_TRUE(note->entries()[0]->et_al);
}

TEST(PageEntry, KeepsTheHeadingsOfItsComment) {
  const std::string text =
      "One, A+\nPaper/Blog Link My Issue\n#x Issue Date: 2026-01-12 Comment\n"
      "# Heading\n- [Paper Note] Adam, Kingma+, ICLR'15\n## Two, B+, ACL'20\n"
      "Three, C+\nPaper/Blog Link My Issue\n#y Issue Date: 2026-01-13\n";
  EXPECT_EQ(titles(text), (std::vector<std::string>{"One", "Three"}));
}

TEST(PageEntry, IsTheSameWithCrLf) {
  std::string text;
  for (char c : kPage) text += c == '\n' ? "\r\n" : std::string(1, c);
  const auto note = parse(text);
  ASSERT_EQ(note->entries().size(), 1u);
  EXPECT_EQ(note->entries()[0]->summary, "Normalises each example.");
  EXPECT_EQ(note->text().slice(note->entries()[0].at(note->entries()[0]->title_range)),
            kPage.substr(0, kPage.find('\n')));
}

TEST(PageEntry, NeedsATitle) {
  EXPECT_EQ(titles("[Paper Note]\nPaper/Blog Link My Issue\n"), std::vector<std::string>{});
  EXPECT_EQ(titles("Paper/Blog Link My Issue\n"), std::vector<std::string>{});
}

TEST(HeadingEntry, HasAllItsFields) {
  check(
      "# Reading list\n\n"
      "## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09\n"
      "#LanguageModel #MoE(Mixture-of-Experts)\n\n"
      "- arXiv: 2409.19606\n\n"
      "Summary: several streams,\nmixed by learned weights.\n\n"
      "### My thoughts\n"
      "Comment: worth a try\n\n"
      "## Afterwards\ntext\n",
      {"Hyper-Connections",
       {"Defa Zhu"},
       "ICLR",
       2025,
       9,
       {"LanguageModel", "MoE(Mixture-of-Experts)"},
       "several streams, mixed by learned weights.",
       "worth a try",
       {"arxiv:2409.19606"}});
}

TEST(HeadingEntry, MayBeALinkToAPaper) {
  check("## [Adam](https://arxiv.org/abs/1412.6980)\nTL;DR: an optimiser\n",
        {"Adam", {}, "", 2014, 12, {}, "an optimiser", "", {"arxiv:1412.6980"}});
}

TEST(HeadingEntry, IsNoMereHeading) {
  for (std::string_view text :
       {"# Notes\n", "## Results, March 2005\n", "## Pros, Cons\n",
        "# [Site](https://example.com)\n", "## Why C++, and when\n", "## Week 3, 2024\n",
        "> ## A, B+, ICLR'25\n", "# Questions?\n#tag\n"})
    EXPECT_EQ(titles(text), std::vector<std::string>{}) << text;
}

TEST(HeadingEntry, EndsAtTheNextHeadingOfItsLevel) {
  const auto note = parse("## A, B+, ICLR'25\ntext\n### inside\nmore\n\n\n# C\n");
  ASSERT_EQ(note->entries().size(), 1u);
  EXPECT_EQ(note->text().slice(note->entries()[0].range()),
            "A, B+, ICLR'25\ntext\n### inside\nmore");
  EXPECT_EQ(note->entry_at(20), std::optional<size_t>(0));
  EXPECT_EQ(note->entry_at(note->text().size()), std::nullopt);
  EXPECT_EQ(note->entry_titled_at(5), std::optional<size_t>(0));
  EXPECT_EQ(note->entry_titled_at(20), std::nullopt);
}

TEST(FrontMatterEntry, HasAllItsFields) {
  check(
      "---\n"
      "title: \"BERT: Pre-training, in Depth\"\n"
      "authors: [\"Devlin, Jacob\", Ming-Wei Chang]\n"
      "venue: NAACL 2019\n"
      "arxiv: 1810.04805v2\n"
      "tags: [NLP, language model]\n"
      "description: >-\n  Masks words\n  and guesses them.\n"
      "---\n# Heading\n\nMy words.\n",
      {"BERT: Pre-training, in Depth",
       {"Devlin, Jacob", "Ming-Wei Chang"},
       "NAACL",
       2019,
       0,
       {"NLP", "language model"},
       "Masks words and guesses them.",
       "My words.",
       {"arxiv:1810.04805"}});
}

TEST(FrontMatterEntry, TakesItsTitleFromWhereverThereIsOne) {
  EXPECT_EQ(titles("---\narxiv: 1412.6980\n---\n\ntext\n\n# Adam\n"),
            std::vector<std::string>{"Adam"});
  EXPECT_EQ(titles("---\narxiv: 1412.6980\n---\ntext\n"), std::vector<std::string>{"some name"});
  EXPECT_EQ(titles("+++\ntitle = \"Adam\"\ndoi = \"10.1000/x\"\n+++\n"),
            std::vector<std::string>{"Adam"});
}

TEST(FrontMatterEntry, NeedsMoreThanATitle) {
  for (std::string_view text :
       {"---\ntitle: My page\n---\ntext\n", "---\ntags: [a]\n---\n", "---\n---\n",
        "---\ntitle: My page\ndate: 2024-01-02\n---\n", "---\nurl: https://example.com\n---\n"})
    EXPECT_EQ(titles(text), std::vector<std::string>{}) << text;
}

TEST(Entries, OfLaterLayoutsAreFoundInAFileWithFrontMatterOfItsOwn) {
  EXPECT_EQ(titles("---\ntitle: My list\n---\n## A, B+, ICLR'25\n## C, D+, ACL'20\n"),
            (std::vector<std::string>{"A", "C"}));
}

// Lines of links, each with its paper, are a paragraph for one layout and works for another.
TEST(Entries, AreThoseOfTheFirstLayoutThatWantsTheText) {
  EXPECT_EQ(titles("[Quiet Gates for Small Rooms](https://arxiv.org/abs/2401.00001)\n"
                   "[Loud Doors for Large Halls](https://arxiv.org/abs/2401.00002)\n"
                   "[Slow Lifts for Tall Towers](https://arxiv.org/abs/2401.00003)\n"
                   "[Warm Floors for Cold Feet](https://arxiv.org/abs/2401.00004)\n"),
            (std::vector<std::string>{"Quiet Gates for Small Rooms", "Loud Doors for Large Halls",
                                      "Slow Lifts for Tall Towers", "Warm Floors for Cold Feet"}));
}

// Every one of these takes minutes when the time grows with the square of the size.
TEST(Entries, AreFoundInTimeThatGrowsWithTheText) {
  for (std::string_view unit :
       {"# A, X'24\n", "## A, X'24\n### b\n", "Summary:\n", "- arXiv:1706.03762\n", "> # h\n",
        "T\nPaper/Blog Link My Issue\n", "one line of a paragraph\n", "#a #b\n", "[a][b] "}) {
    std::string text = "# T, A+, X'24\n";
    while (text.size() < 200000) text += unit;
    EXPECT_EQ(observed::flaws(*parse(text)), "");
  }
}

}  // namespace
