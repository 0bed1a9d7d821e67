#include "support/fixture.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using support::Fixture;

TEST(Fixture, KeepsMarkersOutOfTheNotes) {
  const Fixture fixture(R"(
%! a.md
see [[x]] |
      |
    ^^^^^ link
| a | b |
%! /other/b.md
twofold
^^^ two
)");
  EXPECT_EQ(fixture.note("a.md").text().bytes(), "see [[x]] |\n| a | b |\n");
  EXPECT_EQ(fixture.cursor(), (notes::Place{0, 6}));
  EXPECT_EQ(fixture.show(0, fixture.range("link").range), "a.md:1 \"[[x]]\"");
}

TEST(Fixture, CountsColumnsInCharacters) {
  const Fixture fixture("論文は😀だ\n   ^\n     |\n");
  EXPECT_EQ(fixture.text(fixture.range()), "😀");
  EXPECT_EQ(fixture.cursor().offset, std::string_view("論文は😀だ").size());
}

TEST(Fixture, FindsWhatIsSpelled) {
  const Fixture fixture("論文 #MoE と #MoE\n%^tag #MoE\n%^ 論文\n%> #M\n");
  EXPECT_EQ(fixture.text(fixture.range("tag")), "#MoE");
  EXPECT_EQ(fixture.text(fixture.range()), "論文");
  EXPECT_EQ(fixture.cursor().offset, std::string_view("論文 #M").size());
  EXPECT_EQ(Fixture("abc\ndef\n%>\n").cursor().offset, 7u);
  EXPECT_EQ(Fixture("abc\ndef\n%| ef\n").cursor().offset, 5u);
}

TEST(Fixture, RefusesWhatMakesNoSense) {
  EXPECT_THROW(Fixture("abc\n%| x\n"), std::invalid_argument);
  EXPECT_THROW(Fixture("abc\n    |\n"), std::invalid_argument);
  EXPECT_THROW(Fixture("abc\n|\n |\n"), std::invalid_argument);
  EXPECT_THROW(Fixture("abc\n").cursor(), std::invalid_argument);
  EXPECT_THROW(Fixture("abc\n^\n ^\n").range(), std::invalid_argument);
}

}  // namespace
