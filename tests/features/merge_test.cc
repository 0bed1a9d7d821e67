#include "features/merge.h"

#include <gtest/gtest.h>

#include "features/merged.h"

namespace {

using notes::NoteId;
using support::Fixture;
using testing_features::applied;
using testing_features::check_merge;
using testing_features::Merged;

TEST(Merge, WritesAsTheOtherEntryIsWritten) {
  EXPECT_EQ(check_merge(R"(
%! gone.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
#New Tag #Old
Summary: what it does.

Mine.
%! into.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
#Old

Yours.

## [Paper Note] Next one, Bo+, ICLR'20
)")
                .into,
            R"(## [Paper Note] Alpha beta, Ada+, arXiv'24
#Old #New Tag

Yours.

Summary: what it does.

Mine.

## [Paper Note] Next one, Bo+, ICLR'20
)");
}

TEST(Merge, KeepsThePreprintBesideThePublication) {
  const Merged merged = check_merge(R"(
%! gone.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
)");
  EXPECT_EQ(merged.into,
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n\nAlso noted as: Alpha beta, Ada+, "
            "arXiv'24\n");
  EXPECT_FALSE(merged.gone.has_value());
}

TEST(Merge, KeepsAnotherTitleWhateverTheTextSays) {
  EXPECT_NE(check_merge("%! gone.md\n## [Paper Note] Alpha beta revised, Ada+, ICLR'25\n"
                        "%! into.md\n## [Paper Note] Alpha beta, Ada+, ICLR'25\nIt is revised.\n")
                .into.find("Also noted as: Alpha beta revised"),
            std::string::npos);
}

TEST(Merge, FillsInWhatATitleLineLacks) {
  EXPECT_EQ(check_merge("%! gone.md\n## [Paper Note] Alpha beta, Ada+, ICLR'25\n"
                        "%! into.md\n## [Paper Note] Alpha beta\n#Tag\n")
                .into,
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n#Tag\n");
}

TEST(Merge, LeavesTheRestOfTheNoteAlone) {
  const Merged merged = check_merge(R"(
%! gone.md
# Papers

## [Paper Note] First, Bo+, ICLR'20

## [Paper Note] Alpha beta, Ada+, ICLR'25
Text.

## [Paper Note] Last, Bo+, ICLR'20
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
)");
  EXPECT_EQ(merged.gone,
            "# Papers\n\n## [Paper Note] First, Bo+, ICLR'20\n\n## [Paper Note] Last, Bo+, "
            "ICLR'20\n");
}

TEST(Merge, SetsHeadingsBelowTheOthers) {
  EXPECT_EQ(check_merge(R"(
%! gone.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
## Method
Mine.
%! into.md
### [Paper Note] Alpha beta, Ada+, ICLR'25
)")
                .into,
            "### [Paper Note] Alpha beta, Ada+, ICLR'25\n\n#### Method\n\nMine.\n");
}

TEST(Merge, StaysAboveWhatTheOtherCites) {
  const Merged merged = check_merge(R"(
%! gone.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
Mine.

### References
- a work
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
Yours.

### References
- another
)");
  EXPECT_EQ(merged.into,
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\nYours.\n\nMine.\n\n### References\n- "
            "another\n\n- a work\n");
}

TEST(Merge, MovesRelativeLinksAlong) {
  const Fixture fixture(R"(
%! papers/gone.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
![plot](img/a%20b.png) and [x](../other.md#h), [y](https://e.org/z), [z](#here).
%! into.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
)");
  const auto change = features::merge(fixture.vault(), {fixture.id("papers/gone.md"), 0},
                                      {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  EXPECT_NE(applied(fixture.vault(), fixture.id("into.md"), *change)
                ->find("![plot](papers/img/a%20b.png) and [x](papers/../other.md#h), "
                       "[y](https://e.org/z), [z](#here)."),
            std::string::npos);
}

TEST(Merge, LinksToWhatIsGoneLeadToTheOther) {
  const Fixture fixture(R"(
%! papers/gone.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
%! into.md
# Papers

## [Paper Note] Alpha beta, Ada+, ICLR'25

## [Paper Note] Next, Bo+, ICLR'20
%! index/links.md
[[gone]] and [[gone|that]], [it](../papers/gone.md), [[into]].
)");
  const auto change = features::merge(fixture.vault(), {fixture.id("papers/gone.md"), 0},
                                      {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  const std::string heading = "Paper Note Alpha beta, Ada+, ICLR'25";
  EXPECT_EQ(applied(fixture.vault(), fixture.id("index/links.md"), *change),
            "[[into#" + heading + "]] and [[into#" + heading +
                "|that]], [it](../into.md#paper-note-alpha-beta-ada-iclr25), [[into]].\n");
}

TEST(Merge, LinksToTheHeadingOfANoteThatIsGoneLeadToTheOther) {
  const Fixture fixture(R"(
%! gone.md
# [Paper Note] Alpha beta, Ada+, arXiv'24

## Ablations
None.
%! into.md
# List

## [Paper Note] Alpha beta, Ada+, ICLR'25
Yours.
%! links.md
[one](gone.md#paper-note-alpha-beta-ada-arxiv24)
[[gone#Paper Note Alpha beta, Ada+, arXiv'24]]
[part](gone.md#ablations)
)");
  const auto change =
      features::merge(fixture.vault(), {fixture.id("gone.md"), 0}, {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  EXPECT_EQ(applied(fixture.vault(), fixture.id("links.md"), *change),
            "[one](into.md#paper-note-alpha-beta-ada-iclr25)\n"
            "[[into#Paper Note Alpha beta, Ada+, ICLR'25]]\n"
            "[part](into.md#ablations)\n");
}

TEST(Merge, BelowAnItemWritesTagsThatHaveSpacesAsAField) {
  const Merged merged = check_merge(R"(
%! gone.md
---
title: Alpha beta in gardens
arxiv: 2304.02643
tags: [green tea, soil]
---
%! into.md
# List
- [Alpha beta in gardens](https://arxiv.org/abs/2304.02643)
- [Gamma delta in woods](https://arxiv.org/abs/2103.14031)
- [Epsilon zeta in fields](https://arxiv.org/abs/2111.06377)
)");
  EXPECT_NE(merged.into.find("  - Tags: green tea, soil\n"), std::string::npos) << merged.into;
  const auto note = notes::Note::parse("/v/into.md", notes::Text(merged.into));
  EXPECT_EQ(note->entries()[0]->summary.find("Also noted as"), std::string::npos) << merged.into;
}

TEST(Merge, TakesAnotherTitleForNoSummary) {
  const Fixture fixture(R"(
%! gone.md
## [Paper Note] Alpha beta gamma revised at some length for everybody, Ada+, arXiv'24
https://arxiv.org/abs/2304.02643
%! into.md
## [Paper Note] Alpha beta gamma, Ada+, ICLR'25
https://arxiv.org/abs/2304.02643
)");
  const auto change =
      features::merge(fixture.vault(), {fixture.id("gone.md"), 0}, {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  const std::string after = *applied(fixture.vault(), fixture.id("into.md"), *change);
  EXPECT_NE(after.find("Also noted as:"), std::string::npos) << after;
  const auto note = notes::Note::parse("/v/into.md", notes::Text(after));
  EXPECT_EQ(note->entries()[0]->summary, "") << after;
}

TEST(Merge, SaysWhatWillLeadNowhere) {
  const Fixture fixture(R"(
%! gone.md
## [Paper Note] Alpha beta revised, Ada+, ICLR'25
https://arxiv.org/abs/2401.00001
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
https://arxiv.org/abs/2401.00001
%! list.md
- [Paper Note] Alpha beta revised, Ada+, ICLR'25
)");
  const auto change =
      features::merge(fixture.vault(), {fixture.id("gone.md"), 0}, {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  EXPECT_EQ(change->warnings, std::vector<std::string>{"1 mention of it will lead nowhere."});
}

TEST(Merge, WithinOneNoteTheOtherStays) {
  const Fixture fixture(R"(
%! a.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
#One
Mine.
## [Paper Note] Alpha beta, Ada+, ICLR'25
#Two
)");
  const NoteId note = fixture.id("a.md");
  const auto down = features::merge(fixture.vault(), {note, 0}, {note, 1});
  EXPECT_EQ(applied(fixture.vault(), note, *down),
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n#Two #One\n\nMine.\n");
  const auto up = features::merge(fixture.vault(), {note, 1}, {note, 0});
  EXPECT_EQ(applied(fixture.vault(), note, *up),
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n#One #Two\nMine.\n");
}

TEST(Merge, EndsLinesAsTheNoteDoes) {
  notes::Workspace workspace;
  workspace.set_roots({"/v"});
  const auto load = [&](const std::string& path, const std::string& text) {
    return workspace.load(notes::Note::parse(path, notes::Text(text)))->note;
  };
  const NoteId gone = load("/v/a.md", "## [Paper Note] Alpha, Ada+, ICLR'25\nMine.\n");
  const NoteId into = load("/v/b.md", "## [Paper Note] Alpha, Ada+, ICLR'25\r\nYours.\r\n");
  const auto change = features::merge(workspace.snapshot(), {gone, 0}, {into, 0});
  EXPECT_EQ(applied(workspace.snapshot(), into, *change),
            "## [Paper Note] Alpha, Ada+, ICLR'25\r\nYours.\r\n\r\nMine.\r\n");
}

}  // namespace
