#include <gtest/gtest.h>

#include "features/applied.h"
#include "features/merge.h"
#include "support/fixture.h"

namespace {

using support::Fixture;
using testing_features::applied;

TEST(LinkAsVersions, EachMentionsTheOther) {
  const Fixture fixture(R"(
%! a.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
Mine.
## [Paper Note] Next, Bo+, ICLR'20
%! b.md
---
title: Alpha beta extended
authors: [Ada Lovelace]
year: 2025
---
Yours.
)");
  const auto change =
      features::link_as_versions(fixture.vault(), {fixture.id("a.md"), 0}, {fixture.id("b.md"), 0});
  EXPECT_EQ(applied(fixture.vault(), fixture.id("a.md"), change),
            "## [Paper Note] Alpha beta, Ada+, arXiv'24\nMine.\n\nSee also: [[b]]\n## [Paper Note] "
            "Next, Bo+, ICLR'20\n");
  const std::string b = *applied(fixture.vault(), fixture.id("b.md"), change);
  EXPECT_TRUE(b.ends_with("Yours.\n\nSee also: [Paper Note] Alpha beta, Ada+, arXiv'24\n")) << b;
}

TEST(LinkAsVersions, ALinkIsNoSummary) {
  const auto note = notes::Note::parse(
      "/v/a.md", notes::Text("## [Paper Note] Alpha, Ada+, ICLR'25\n\nSee also: [Paper Note] "
                             "Another paper with quite a long title, Bo Bee+, NeurIPS'24\n"));
  EXPECT_EQ(note->entries()[0]->summary, "");
}

}  // namespace
