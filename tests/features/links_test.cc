#include "features/links.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using support::Fixture;

// One line for each link of a.md: `a.md:1 "what" -> where`.
void check(const std::string& notes, const std::vector<std::string>& want) {
  const Fixture fixture(notes);
  std::vector<std::string> got;
  for (const auto& link : features::document_links(fixture.vault(), fixture.id("a.md"))) {
    EXPECT_EQ(link.url.empty(), link.target.has_value());
    EXPECT_FALSE(link.tooltip.empty());
    got.push_back(fixture.show(fixture.id("a.md"), link.range) + " -> " +
                  (link.target ? fixture.show(link.target->note, link.target->range) : link.url));
  }
  EXPECT_EQ(got, want);
}

TEST(Links, OpenThePageOfAnIdentifier) {
  check("%! a.md\n論文🎉 https://arxiv.org/pdf/2409.19606v2.pdf と doi:10.1145/3292500.3330701\n",
        {"a.md:1 \"https://arxiv.org/pdf/2409.19606v2.pdf\" -> https://arxiv.org/abs/2409.19606",
         "a.md:1 \"doi:10.1145/3292500.3330701\" -> https://doi.org/10.1145/3292500.3330701"});
}

TEST(Links, OpenTheNoteOfAWikiLinkAndOfARelativeOne) {
  check("%! a.md\nsee [[b]] and [it](b.md), not [[nowhere]]\n%! b.md\n# Topic\n",
        {"a.md:1 \"[[b]]\" -> b.md:1 \"# Topic\"", "a.md:1 \"[it](b.md)\" -> b.md:1 \"# Topic\""});
}

TEST(Links, OpenNoTitleThatIsOnlyNear) {
  check(
      "%! a.md\nsee [[Learning Transferrable Gradients]]\n"
      "%! b.md\n## [Paper Note] Learning Transferable Gradients, Ada Lovelace+, ICLR'24\n",
      {});
}

TEST(Links, OpenThePagesThatFrontMatterNames) {
  check("%! a.md\n---\ntitle: Adam\narxiv: 1412.6980\nurl: https://x.org/adam\n---\n",
        {"a.md:3 \"1412.6980\" -> https://arxiv.org/abs/1412.6980"});
}

TEST(Links, AreNoneInCode) {
  check("%! a.md\n`[[b]]`\n\n```\nhttps://arxiv.org/abs/2409.19606\n```\n%! b.md\nx\n", {});
}

}  // namespace
