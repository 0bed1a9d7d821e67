#include "features/definition.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using support::Fixture;

// The targets are where `to` is marked, and the origin is where `from` is.
void check(const std::string& notes) {
  const Fixture fixture(notes);
  std::vector<std::string> want;
  for (const auto& marked : fixture.ranges("to"))
    want.push_back(fixture.show(marked.note, marked.range));
  const auto found = features::definition(fixture.vault(), fixture.cursor());
  std::vector<std::string> got;
  if (found) {
    for (const auto& target : found->targets) {
      got.push_back(fixture.show(target.note, target.selection));
      EXPECT_TRUE(target.range.covers(target.selection));
    }
    for (const auto& marked : fixture.ranges("from")) {
      EXPECT_EQ(fixture.show(fixture.cursor().note, found->origin),
                fixture.show(marked.note, marked.range));
    }
  }
  std::sort(want.begin(), want.end());
  std::sort(got.begin(), got.end());
  EXPECT_EQ(got, want);
}

TEST(Definition, FollowsEveryKindOfReference) {
  const std::string paper = R"(
%! papers/hyper.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
%^to [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
https://arxiv.org/abs/2409.19606
)";
  check("%! a.md\n- [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25\n%| Hyper\n" + paper);
  check(
      "%! a.md\nsee https://arxiv.org/pdf/2409.19606v3.\n%| arxiv\n%^from "
      "https://arxiv.org/pdf/2409.19606v3\n" +
      paper);
  check(
      "%! a.md\n残差🎉 [[hyper#Hyper-Connections]]\n%| hyper\n%^from [[hyper#Hyper-Connections]]\n" +
      paper);
}

TEST(Definition, FollowsALinkToANote) {
  const std::string note = "%! sub/some note.md\n# Something\n%^to # Something\n\ntext\n";
  check("%! a.md\nsee [[some note]]\n%| some\n%^from [[some note]]\n" + note);
  check("%! a.md\nsee [it](sub/some%20note.md) there\n%| it\n%^from [it](sub/some%20note.md)\n" +
        note);
}

TEST(Definition, LeadsToTheNearestTitle) {
  const std::string paper =
      "%! papers.md\n## [Paper Note] Learning Transferable Gradients, Ada Lovelace+, ICLR'24\n%^to "
      "[Paper Note] Learning Transferable Gradients, Ada Lovelace+, ICLR'24\n";
  check(
      "%! a.md\nsee [[Learning Transferrable Gradients]]\n%| Transferrable\n%^from [[Learning "
      "Transferrable Gradients]]\n" +
      paper);
  check(
      "%! a.md\nsee [[Unlearning Transferable Gradients]]\n%| Transferable\n%! papers.md\n## "
      "[Paper Note] Learning Transferable Gradients, Ada Lovelace+, ICLR'24\n");
}

TEST(Definition, LeadsFromATagToItsPage) {
  check(
      "%! a.md\n#MoE\n%| MoE\n%^from #MoE\n%! tags/MoE.md\nAll about experts.\n%^to All about "
      "experts.\n");
  check(
      "%! a.md\n#Selected Papers/Blogs #NLP\n%| Selected\n%! b.md\ntext\n\n## Selected "
      "papers/blogs\n%^to ## Selected papers/blogs\n");
}

TEST(Definition, LeadsFromATagWithoutAPageToItsUses) {
  check("%! a.md\n#MoE #NLP\n%| MoE\n%^to #MoE\n%! b.md\n専門家 #moe を見る\n%^to #moe\n");
}

TEST(Definition, LeadsFromATitleToWhereElseItIsNoted) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
%| Hyper
%^from [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
%! b.md
## [Paper Note] Hyper-connections, Defa Zhu+, arXiv'24
%^to [Paper Note] Hyper-connections, Defa Zhu+, arXiv'24
)");
}

TEST(Definition, KeepsATitleNotedOnceAtItsPlace) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
%| Hyper
%^to [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
)");
}

TEST(Definition, LeadsNowhereFromRunningText) { check("%! a.md\nJust text.\n%| text\n"); }

}  // namespace
