#include "features/diagnostics.h"

#include <gtest/gtest.h>

#include "notes/disk.h"
#include "support/fixture.h"

namespace {

using support::Fixture;

// One line for each finding in a.md and for each place it names.
void check(const std::string& notes, const std::vector<std::string>& want) {
  const Fixture fixture(notes);
  std::vector<std::string> got;
  for (const auto& found : features::diagnose(fixture.vault(), fixture.id("a.md"))) {
    EXPECT_EQ(found.severity, features::Severity::kWarning);
    got.push_back(fixture.show(fixture.id("a.md"), found.range) + ' ' + found.code + ": " +
                  found.message);
    for (const auto& other : found.related) {
      got.push_back("  " + fixture.show(other.note, other.range) + ' ' + other.message);
    }
  }
  EXPECT_EQ(got, want);
}

TEST(Diagnostics, WarnOfAPaperNotedTwice) {
  check(R"(
%! a.md
## Hyper-Connections, Defa Zhu+, ICLR'25
https://arxiv.org/abs/2409.19606
%! b.md
# 超接続
## Hyperconnections, Defa Zhu+, arXiv'24
https://arxiv.org/pdf/2409.19606v2
)",
        {"a.md:1 \"Hyper-Connections, Defa Zhu+, ICLR'25\" duplicate-entry: "
         "Noted more than once: same arXiv id 2409.19606, same title (0.99), same first author, "
         "arXiv'24 and ICLR'25",
         "  b.md:2 \"Hyperconnections, Defa Zhu+, arXiv'24\" Also noted in b.md:2: "
         "Hyperconnections"});
}

TEST(Diagnostics, WarnOnBothTitlesOfOneNote) {
  check(R"(
%! a.md
## Hyper-Connections, Defa Zhu+, ICLR'25
## Hyper-connections, Defa Zhu+, arXiv'24
)",
        {"a.md:1 \"Hyper-Connections, Defa Zhu+, ICLR'25\" duplicate-entry: "
         "Noted more than once: same title, same first author, arXiv'24 and ICLR'25",
         "  a.md:2 \"Hyper-connections, Defa Zhu+, arXiv'24\" Also noted in a.md:2: "
         "Hyper-connections",
         "a.md:2 \"Hyper-connections, Defa Zhu+, arXiv'24\" duplicate-entry: "
         "Noted more than once: same title, same first author, arXiv'24 and ICLR'25",
         "  a.md:1 \"Hyper-Connections, Defa Zhu+, ICLR'25\" Also noted in a.md:1: "
         "Hyper-Connections"});
}

TEST(Diagnostics, FilesOfReferencesNoteNothingAgain) {
  const std::string link = ".md\nhttps://arxiv.org/abs/2409.19606\n";
  const Fixture fixture("%! references" + link + "%! sub/TODO" + link + "%! inbox" + link +
                        "%! b.md\n## Hyper-Connections, Defa Zhu+, ICLR'25\n"
                        "https://arxiv.org/abs/2409.19606\n");
  const auto findings = [&](const char* path) {
    return features::diagnose(fixture.vault(), fixture.id(path)).size();
  };
  EXPECT_EQ(findings("references.md"), 0U);
  EXPECT_EQ(findings("sub/TODO.md"), 0U);
  EXPECT_EQ(findings("inbox.md"), 1U);
}

TEST(Diagnostics, WarnOfALinkPastedToBeNotedAgain) {
  check(R"(
%! a.md
# To read
https://arxiv.org/pdf/2409.19606v2
See https://arxiv.org/abs/2409.19606 for more.
%! b.md
## Hyper-Connections, Defa Zhu+, ICLR'25
https://arxiv.org/abs/2409.19606
)",
        {"a.md:2 \"https://arxiv.org/pdf/2409.19606v2\" duplicate-entry: "
         "Noted already: same arXiv id 2409.19606",
         "  b.md:1 \"Hyper-Connections, Defa Zhu+, ICLR'25\" Also noted in b.md:1: "
         "Hyper-Connections"});
}

// Where people paste: in a list of tasks, under a day, below the last entry of a page.
TEST(Diagnostics, WarnOfALinkWhereverItIsPasted) {
  constexpr std::string_view kAbove[] = {
      "# Inbox\n\n",
      "# Inbox\n\n- buy milk\n- [ ] ",
      "# Papers to read\n\n1. ",
      "# 2024-09-20\n\n",
      "# September 20\n\n> ",
      "## Mamba, Albert Gu+, COLM'24\nhttps://arxiv.org/abs/2312.00752\n#SSM\n\n",
      "## Mamba, Albert Gu+, COLM'24\n#SSM\nSummary: Selects.\n\n---\n\n",
      "## Mamba, Albert Gu+, COLM'24\n#SSM\nSummary: Selects.\n\n## \n"};
  for (const std::string_view above : kAbove) {
    Fixture fixture(
        "%! a.md\n" + std::string(above) +
        "https://arxiv.org/abs/2409.19606\n%! b.md\n## Hyper-Connections, Defa Zhu+, ICLR'25\n"
        "https://arxiv.org/abs/2409.19606\n");
    for (const bool at_rest : {false, true}) {
      if (at_rest) fixture.lay_to_rest("a.md");
      const auto found = features::diagnose(fixture.vault(), fixture.id("a.md"));
      ASSERT_EQ(found.size(), 1u) << above << at_rest;
      EXPECT_EQ(found[0].message, "Noted already: same arXiv id 2409.19606") << above;
      EXPECT_EQ(found[0].range.size(), 32u) << above;
    }
  }
}

// As soon as a title is typed, before anything else is said of the work.
TEST(Diagnostics, WarnOfATitleThatIsTypedAgain) {
  constexpr std::string_view kTyped[] = {
      "# Growing Beans in Rainy Gardens\n",
      "# Growing beans in rainy gardens\n\n## Summary\n\n## Method\n",
      "# Mine\n\nSome words.\n\n## growing Beans in Rainy GARDENS\n",
      "---\ntitle: Growing Beans in Rainy Gardens\ntags: []\n---\n\n## Summary\n"};
  for (const std::string_view text : kTyped) {
    const Fixture fixture("%! a.md\n" + std::string(text) +
                          "%! b.md\n## [Paper Note] Growing Beans in Rainy Gardens, Ada Bean+\n");
    const auto found = features::diagnose(fixture.vault(), fixture.id("a.md"));
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(found[0].message, "Noted already: same title") << text;
    EXPECT_EQ(found[0].code, "duplicate-entry") << text;
    EXPECT_EQ(found[0].range.size(), 30u) << text;
    ASSERT_EQ(found[0].related.size(), 1u) << text;
    EXPECT_EQ(found[0].related[0].note, fixture.id("b.md")) << text;
  }
}

TEST(Diagnostics, WarnOfATypedWordThatNobodyElseWouldWrite) {
  const auto count = [](const std::string& title) {
    const Fixture fixture("%! a.md\n# Mine\n\n## " + title + "\n%! b.md\n## [Paper Note] " + title +
                          ", Ada Bean+, ICLR'24\n");
    EXPECT_EQ(fixture.note("b.md").entries().size(), 1u) << title;
    return features::diagnose(fixture.vault(), fixture.id("a.md")).size();
  };
  EXPECT_EQ(count("BeanGarden"), 1u);
  EXPECT_EQ(count("Gardening"), 0u);
  EXPECT_EQ(count("GARDEN"), 0u);
  EXPECT_EQ(count("BeAn"), 0u);
}

TEST(Diagnostics, SayNothingOfATitleInANoteThatNobodyHasOpen) {
  Fixture fixture(
      "%! a.md\n# Growing Beans in Rainy Gardens\n"
      "%! b.md\n## [Paper Note] Growing Beans in Rainy Gardens, Ada Bean+\n");
  EXPECT_EQ(features::diagnose(fixture.vault(), fixture.id("a.md")).size(), 1u);
  fixture.lay_to_rest("a.md");
  EXPECT_EQ(features::diagnose(fixture.vault(), fixture.id("a.md")).size(), 0u);
}

TEST(Diagnostics, SayNothingOfAHeadingThatIsWrittenAboutOrSaysLittle) {
  constexpr std::string_view kTyped[] = {
      "# Growing Beans in Rainy Gardens\n\nWhat they say of rain is used in my thesis.\n",
      "# Mine\n\n## References\n\n### Growing Beans in Rainy Gardens\n", "# Gardens\n",
      "---\ntitle: Growing Beans in Rainy Gardens\n---\n\nA day in my garden.\n"};
  for (const std::string_view text : kTyped) {
    const Fixture fixture("%! a.md\n" + std::string(text) +
                          "%! b.md\n## [Paper Note] Growing Beans in Rainy Gardens, Ada Bean+\n"
                          "%! c.md\n## [Paper Note] Gardens, Ada Bean+\n");
    EXPECT_EQ(features::diagnose(fixture.vault(), fixture.id("a.md")).size(), 0u) << text;
  }
}

TEST(Diagnostics, NameVersionsThatNobodyHasOpened) {
  Fixture fixture(R"(
%! a.md
## Hyper-Connections, Defa Zhu+, ICLR'25
https://arxiv.org/abs/2409.19606v1
%! b.md
## Hyper-Connections, Defa Zhu+, ICLR'25
https://arxiv.org/abs/2409.19606v3
)");
  fixture.lay_to_rest("a.md");
  fixture.lay_to_rest("b.md");
  const auto found = features::diagnose(fixture.vault(), fixture.id("a.md"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].message.find("arXiv v1 and v3"), std::string::npos) << found[0].message;
}

TEST(Diagnostics, SayNothingBelowTheHeadingsOfWhatIsCited) {
  constexpr std::string_view kAbove[] = {
      "# Survey\n\nText.\n\n## References\n\n### Papers\n\n- ",
      "# Survey\n\nText.\n\n## References\n\n### Papers\n\n#### Of 2024\n\n- "};
  const std::string noted =
      "%! b.md\n## Hyper-Connections, Defa Zhu+, ICLR'25\nhttps://arxiv.org/abs/2409.19606\n";
  for (const std::string_view above : kAbove) {
    const Fixture fixture("%! a.md\n" + std::string(above) + "https://arxiv.org/abs/2409.19606\n" +
                          noted);
    EXPECT_EQ(features::diagnose(fixture.vault(), fixture.id("a.md")).size(), 0u) << above;
  }
  const Fixture fixture(
      "%! a.md\n# Survey\n\n## References\n\n### Papers\n\n## Inbox\n\n"
      "https://arxiv.org/abs/2409.19606\n" +
      noted);
  EXPECT_EQ(features::diagnose(fixture.vault(), fixture.id("a.md")).size(), 1u);
}

TEST(Diagnostics, SayNothingOfLinksThatAreCited) {
  check(R"(
%! a.md
## Mamba, Albert Gu+, COLM'24
https://arxiv.org/abs/2312.00752
#SSM
### References
- [Hyper-Connections and More of Them](https://arxiv.org/abs/2409.19606)
- https://arxiv.org/abs/2409.19606
## Perceiver, Andrew Jaegle+, ICML'21
https://arxiv.org/abs/2103.03206
#Attention
- [Hyper-Connections in Residual Networks](https://arxiv.org/abs/2409.19606)
- see https://arxiv.org/abs/2409.19606
%! b.md
## Hyper-Connections, Defa Zhu+, ICLR'25
https://arxiv.org/abs/2409.19606
)",
        {});
}

TEST(Diagnostics, AreAsLoudAsPeopleWant) {
  notes::Reading reading;
  reading.notices[notes::Relation::kSameWork] = notes::Notice::kHint;
  Fixture fixture("");
  fixture.workspace().set_readings({{"/vault", std::make_shared<const notes::Reading>(reading)}});
  fixture.workspace().open("/vault/b.md",
                           "## Mamba, Albert Gu+, COLM'24\n## Mamba, A. Gu+, COLM'24\n");
  const auto found = features::diagnose(fixture.vault(), fixture.id("b.md"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].severity, features::Severity::kHint);
}

TEST(Diagnostics, AreSilentAboutDifferentPapers) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
%! b.md
## [Paper Note] Hyper-Connections, Ann Other+, ACL'23
- [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
)",
        {});
}

}  // namespace
