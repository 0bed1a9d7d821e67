#include "features/actions.h"

#include <gtest/gtest.h>

#include "notes/different_works.h"
#include "support/fixture.h"

namespace {

using features::ActionKind;
using support::Fixture;

// The titles of what can be done where the cursor is.
std::vector<std::string> check(const std::string& notes) {
  const Fixture fixture(notes);
  const notes::Place at = fixture.cursor();
  std::vector<std::string> out;
  for (const features::Action& action :
       features::actions(fixture.vault(), at.note, {at.offset, at.offset}))
    out.push_back(action.title);
  return out;
}

using Titles = std::vector<std::string>;

TEST(Actions, AreOfferedOnTheTitleForEachOtherPlace) {
  EXPECT_EQ(check(R"(
%! a.md
## [Paper Note] Adam, Kingma+, ICLR'15
              |
%! b.md
## [Paper Note] Adam, Kingma+, ICLR'15
## [Paper Note] Adam, Kingma+, ICLR'15
)"),
            (Titles{"Go to b.md:1", "Merge into b.md:1", "Different works: this and b.md:1",
                    "Link as versions: this and b.md:1", "Go to b.md:2", "Merge into b.md:2",
                    "Different works: this and b.md:2", "Link as versions: this and b.md:2"}));
}

TEST(Actions, AreNoneElsewhere) {
  EXPECT_EQ(check(R"(
%! a.md
## [Paper Note] Adam, Kingma+, ICLR'15
text
 |
%! b.md
## [Paper Note] Adam, Kingma+, ICLR'15
)"),
            Titles{});
  EXPECT_EQ(check(R"(
## [Paper Note] Adam, Kingma+, ICLR'15
              |
)"),
            Titles{});
}

// By the two names the settings tell the two entries apart.
std::pair<std::string, std::string> names(const std::string& one, const std::string& other) {
  const Fixture fixture("%! a.md\n" + one + "\n%! b.md\n" + other + "\n");
  const notes::Entry& a = *fixture.note("a.md").entries()[0];
  const notes::Entry& b = *fixture.note("b.md").entries()[0];
  const auto out = features::names_apart(a, b);
  notes::DifferentWorks works;
  EXPECT_TRUE(works.add(out.first, out.second));
  EXPECT_TRUE(works.hold(a, b));
  EXPECT_TRUE(works.hold(b, a));
  return out;
}

TEST(Actions, NameEachWorkByWhatTheOtherHasNot) {
  const std::string adam = "## [Paper Note] Adam, Kingma+, ICLR'15\n";
  using Pair = std::pair<std::string, std::string>;
  EXPECT_EQ(names(adam, adam + "https://arxiv.org/abs/1412.6980"), Pair("Adam", "arxiv:1412.6980"));
  EXPECT_EQ(
      names(adam + "https://arxiv.org/abs/1412.6981", adam + "https://arxiv.org/abs/1412.6980"),
      Pair("arxiv:1412.6981", "arxiv:1412.6980"));
  EXPECT_EQ(names(adam, adam), Pair("Adam", "Adam"));
  EXPECT_EQ(names(adam + "https://arxiv.org/abs/1412.6980",
                  "## [Paper Note] Eve, Kingma+, ICLR'15\nhttps://arxiv.org/abs/1412.6980"),
            Pair("Adam", "Eve"));
}

}  // namespace
