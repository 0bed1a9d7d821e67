#include "features/references.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using support::Fixture;

// Found are the places marked `use`, and with the declaration also those marked `home`.
void check(const std::string& notes) {
  const Fixture fixture(notes);
  for (const bool include_declaration : {false, true}) {
    std::vector<std::string> want;
    for (const auto& marked : fixture.ranges("use"))
      want.push_back(fixture.show(marked.note, marked.range));
    if (include_declaration) {
      for (const auto& marked : fixture.ranges("home"))
        want.push_back(fixture.show(marked.note, marked.range));
    }
    std::vector<std::string> got;
    for (const auto& spot :
         features::references(fixture.vault(), fixture.cursor(), include_declaration)) {
      got.push_back(fixture.show(spot.note, spot.range));
    }
    std::sort(want.begin(), want.end());
    std::sort(got.begin(), got.end());
    EXPECT_EQ(got, want) << (include_declaration ? "with" : "without") << " the declaration";
  }
}

std::string paper(const std::string& cursor) {
  return "%! papers/hyper.md\n# Papers\n\n## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, "
         "2024.09\n" +
         cursor +
         "%^home [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09\nArchitecture.\n";
}

TEST(References, FindsEveryReferenceToAnEntry) {
  const std::string uses = R"(
%! b.md
see [[hyper#Hyper-Connections]]
%^use [[hyper#Hyper-Connections]]
%! c.md
Nothing of interest.
)";
  check(paper("%| Hyper\n") +
        "%! a.md\nsee [[hyper#Hyper-Connections]] 論文\n%^use [[hyper#Hyper-Connections]]\n" +
        uses);
  check(paper("") +
        "%! a.md\nsee [[hyper#Hyper-Connections]] 論文\n%| hyper\n%^use "
        "[[hyper#Hyper-Connections]]\n" +
        uses);
}

TEST(References, CountNoTitleThatIsOnlyNearlyTheEntrys) {
  check(
      "%! a.md\nsee [[Learning Transferrable Gradients]] and [[Learning Transferable Gradients]]\n"
      "%^use [[Learning Transferable Gradients]]\n"
      "%! papers.md\nRead.\n\n## [Paper Note] Learning Transferable Gradients, Ada Lovelace+, "
      "ICLR'24\n"
      "%| Transferable\n"
      "%^home [Paper Note] Learning Transferable Gradients, Ada Lovelace+, ICLR'24\n");
}

TEST(References, FindsATagOfSeveralWordsInRunningText) {
  check(
      "%! a.md\nTags: Selected Papers\n%^use Selected Papers\n%! b.md\nsee #Selected Papers "
      "now\n%| Papers\n%^use #Selected Papers\n%! c.md\nsee #Selected works\n");
}

TEST(References, OfATagHoldsThoseOfTheTagsBelowIt) {
  check(
      "%! a.md\n#project #project/a\n%| project\n%^use #project\n%^use #project/a\n%! "
      "b.md\n#project/a/b #projects\n%^use #project/a/b\n");
}

TEST(References, FindsEveryUseOfATag) {
  check(
      "%! a.md\n#MoE #NLP\n%| MoE\n%^use #MoE\n%! b.md\n専門家 #moe を見る\n%^use #moe\n%! "
      "MoE.md\nExperts.\n%^home Experts.\n");
}

TEST(References, FindsEveryLinkToANote) {
  check(
      "%! a.md\n# Topic\n%| Topic\n%^home # Topic\n%! b.md\n[[a]]\n%^use [[a]]\n%! c.md\nsee "
      "[it](a.md)\n%^use [it](a.md)\n");
  check(
      "%! a.md\n# Topic\n%^home # Topic\n%! b.md\n[[a]]\n%| a\n%^use [[a]]\n%! c.md\nsee "
      "[it](a.md)\n%^use [it](a.md)\n");
}

TEST(References, FindsNothingInRunningText) { check("%! a.md\nJust text.\n%| text\n"); }

}  // namespace
