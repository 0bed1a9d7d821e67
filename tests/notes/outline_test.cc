// Where notes are cut into sections.
#include "notes/outline.h"

#include <gtest/gtest.h>

#include "notes/blocks.h"
#include "notes/lines.h"

namespace {

using namespace notes;

constexpr std::string_view kLinks = "\nPaper/Blog Link My Issue\n";

// The sections' first lines, marked by kind: `F` front matter, `H` heading, `P` page entry, `T`
// text.
std::string check(std::string_view text) {
  std::string out;
  for (const Cut& cut : outline(text)) {
    out += out.empty() ? "" : " ";
    out += "TFHP"[static_cast<size_t>(cut.kind)];
    out += ":" + std::string(view(text, line_at(text, cut.begin).range));
  }
  return out;
}

TEST(Outline, HasOneSectionOfTextForANoteWithoutHeadings) {
  EXPECT_EQ(check(""), "T:");
  EXPECT_EQ(check("some words\n\nmore"), "T:some words");
}

TEST(Outline, CutsAtHeadings) {
  EXPECT_EQ(check("# A\ntext\n## B ##\n"), "H:# A H:## B ##");
  EXPECT_EQ(check("text\n\nSetext\n===\n\nOther\n---\n"), "T:text H:Setext H:Other");
  EXPECT_EQ(check("   # A\n"), "H:   # A");
  EXPECT_EQ(check("\xEF\xBB\xBF# A\n# B\n"), "H:\xEF\xBB\xBF# A H:# B");
  EXPECT_EQ(check("# A\r\n# B\r# C\n"), "H:# A H:# B H:# C");
}

TEST(Outline, TakesNoTagForAHeading) {
  for (std::string_view line : {"#tag", "#", "# ", "##", "####### seven", "    # code", "\\# a"})
    EXPECT_EQ(check("\n" + std::string(line) + "\n"), "T:") << line;
}

TEST(Outline, TakesNoRuleItemOrFieldForASetextHeading) {
  for (std::string_view text : {"a\n\n---\n", "- a\n---\n", "> a\n---\n", "| a |\n---\n",
                                "---\n---\n\n", "* * *\n---\n", "a\nb\n---\n", "a\n--\n"})
    EXPECT_EQ(check("x\n\n" + std::string(text)), "T:x") << text;
}

TEST(Outline, DoesNotLookForHeadingsInFencesAndHtml) {
  for (std::string_view text :
       {"```\n# a\n```\n", "~~~sh\n# a\n```\n# b\n~~~\n", "````\n```\n# a\n````\n",
        "- item\n\n  ```\n  # a\n  ```\n", "> ```\n> # a\n> ```\n", "<!-- a\n# b\n-->\n",
        "<pre>\n# a\n</pre>\n", "<SCRIPT>\n# a\n</SCRIPT>\n", "<?php\n# a\n?>\n",
        "<![CDATA[\n# a\n]]>\n", "```\n# never closed\n"})
    EXPECT_EQ(check("x\n" + std::string(text)), "T:x") << text;
}

TEST(Outline, SeesHeadingsAfterWhatOnlyLooksLikeAFence) {
  for (std::string_view text :
       {"`` ` ``\n", "``` code span ```\n", "<prefix>\n", "<!-- one line -->\n", "<!-->\n",
        "a ```\n", "text\n    ```\n", "<pre-training> a\n"})
    EXPECT_EQ(check("x\n" + std::string(text) + "# A\n"), "T:x H:# A") << text;
}

TEST(Outline, EndsAnOpenFenceWithItsContainer) {
  EXPECT_EQ(check("- item\n  ```\n  code\n\n# A\n"), "T:- item H:# A");
  EXPECT_EQ(check("> ```\n> code\n# A\n"), "T:> ``` H:# A");
  EXPECT_EQ(check("1. <!-- open\n# A\n"), "T:1. <!-- open H:# A");
  EXPECT_EQ(check("- ```\n# A\n"), "T:- ``` H:# A");
  EXPECT_EQ(check("- a\n  - ```\n    # code\n  - b\n\n# A\n"), "T:- a H:# A");
}

TEST(Outline, CutsAtPageEntriesEvenInsideAnOpenFence) {
  EXPECT_EQ(check("Some title, A+" + std::string(kLinks) + "#tag\n```\nopen\nOther" +
                  std::string(kLinks) + "# inside\n"),
            "P:Some title, A+ P:Other H:# inside");
  EXPECT_EQ(check("# Title" + std::string(kLinks)), "P:# Title");
  EXPECT_EQ(check("words\n\n" + std::string(kLinks)), "T:words");
  EXPECT_EQ(check("> " + std::string(kLinks)), "T:> ");
}

TEST(Outline, CutsFrontMatterFirst) {
  EXPECT_EQ(check("---\na: b\n---\n# A\n"), "F:--- H:# A");
  EXPECT_EQ(check("---\na: b\n...\ntext"), "F:--- T:text");
  EXPECT_EQ(check("\xEF\xBB\xBF---\r\na: b\r\n---\r\ntext"), "F:\xEF\xBB\xBF--- T:text");
  EXPECT_EQ(check("+++\na = 1\n+++\n"), "F:+++");
  EXPECT_EQ(check("---\n---\ntext"), "F:--- T:text");
}

TEST(Outline, TakesARuleOnTheFirstLineForNoFrontMatter) {
  EXPECT_EQ(check("---\nSome words\n\n# A\n\n---\n"), "T:--- H:# A");
  EXPECT_EQ(check("---\na: never closed\n# A\n"), "T:--- H:# A");
  EXPECT_EQ(check(" ---\na: b\n---\n"), "T: ---");
  std::string far = "---\n";
  for (int i = 0; i < 500; ++i) far += "k: v\n";
  EXPECT_EQ(check(far + "---\n"), "T:---");
}

TEST(Outline, GivesTheSameCutsFromAnySectionOn) {
  const std::string text = "x\n# A\n```\n# no\n```\nT" + std::string(kLinks) +
                           "<!--\n# no\n-->\n## B\n- a\n\n  ```\n# C\n\nD\n===\n# E";
  const std::vector<Cut> cuts = outline(text);
  ASSERT_EQ(cuts.size(), 7u);
  for (size_t i = 1; i < cuts.size(); ++i) {
    std::vector<Cut> rest = outline(text, cuts[i].begin);
    EXPECT_EQ(rest, std::vector<Cut>(cuts.begin() + static_cast<std::ptrdiff_t>(i), cuts.end()));
  }
}

TEST(Outline, StopsWhenItIsToldTo) {
  const std::vector<Cut> cuts =
      outline("# A\n# B\n# C\n", 0, [](const Cut& cut) { return cut.begin == 4; });
  EXPECT_EQ(cuts.size(), 2u);
}

TEST(Outline, AgreesWithTheBlocksAboutHeadings) {
  for (std::string_view text :
       {"# A", "Setext\n===", "\xEF\xBB\xBF# A", "**b**\n---", "[a]: b\n==="})
    if (outline(text).front().kind == SectionKind::kHeading) {
      EXPECT_EQ(read_blocks(text).headings.size(), 1u) << text;
    }
}

}  // namespace
