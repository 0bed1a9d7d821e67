#include "features/link_text.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using support::Fixture;

TEST(LinkText, PathsLeadUpAndDownAndAreEscaped) {
  using features::link_path;
  EXPECT_EQ(link_path("/v", "/v/a.md"), "a.md");
  EXPECT_EQ(link_path("/v/x/y", "/v/a b.md"), "../../a%20b.md");
  EXPECT_EQ(link_path("/v/papers", "/v/paper/a.md"), "../paper/a.md");
  EXPECT_EQ(link_path("/", "/v/a.md"), "v/a.md");
  EXPECT_EQ(link_path("/v", "/v/猫(1).md"), "猫%281%29.md");
}

TEST(LinkText, AMovedLinkLeadsWhereItLed) {
  using features::moved_links;
  EXPECT_EQ(
      moved_links("[a](./b.md) ![c](d/e.png \"t\") [f](/g) [h](#i) [j](https://k/l)", "/v/x", "/v"),
      "[a](x/b.md) ![c](x/d/e.png \"t\") [f](/g) [h](#i) [j](https://k/l)");
  EXPECT_EQ(moved_links("[a](b.md)", "/v/x", "/v/y"), "[a](../x/b.md)");
  EXPECT_EQ(moved_links("[a](b.md)", "/v", "/v/y"), "[a](../b.md)");
  EXPECT_EQ(moved_links("[a](b.md)", "/v", "/v"), "[a](b.md)");
}

TEST(LinkText, AWikiNameIsAsShortAsItMayBe) {
  const Fixture fixture("%! a.md\nx\n%! x/b.md\nx\n%! y/b.md\nx\n%! x/c.md\nx\n");
  const auto name = [&](const char* to) {
    return features::wiki_name(fixture.vault(), fixture.id("a.md"), fixture.id(to));
  };
  EXPECT_EQ(name("x/c.md"), "c");
  EXPECT_EQ(name("y/b.md"), "y/b");
}

TEST(LinkText, MentionsAFileByItsNameAndAnEntryByItsTitle) {
  const Fixture fixture(R"(
%! a.md
## [Paper Note] Adam, Kingma+, ICLR'15
## [Paper Note] Eve, Kingma+, ICLR'16
%! b.md
---
title: Lora
arxiv: "2106.09685"
---
)");
  const auto mention = [&](const char* path) {
    return features::mention_of(fixture.vault(), fixture.id("a.md"), {fixture.id(path), 0});
  };
  EXPECT_EQ(mention("a.md"), "[Paper Note] Adam, Kingma+, ICLR'15");
  EXPECT_EQ(mention("b.md"), "[[b]]");
}

}  // namespace
