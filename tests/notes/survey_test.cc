#include <gtest/gtest.h>

#include "notes/layout.h"

namespace {

using namespace notes;

TEST(Survey, IsPackedInAFewBytesAndAddedAgain) {
  EXPECT_EQ(pack(Survey()), "");
  Survey one;
  one.paper_items = 300;
  one.venued_headings = 1;
  one.labelled_titles.years = 7;
  one.levels[2].all = 70000;
  one.levels[6].collecting = 5;
  EXPECT_LT(pack(one).size(), 20u);
  Survey last;
  last.levels[6].collecting = 2;
  last.is_part = true;
  Survey sum;
  add_packed(sum, pack(one));
  add_packed(sum, pack(Survey()));
  add_packed(sum, pack(last));
  add_packed(sum, pack(one));
  EXPECT_TRUE(sum.is_part);
  EXPECT_EQ(sum.paper_items, 600u);
  EXPECT_EQ(sum.titled_papers, 0u);
  EXPECT_EQ(sum.venued_headings, 2u);
  EXPECT_EQ(sum.labelled_titles.years, 14u);
  EXPECT_EQ(sum.levels[2].all, 140000u);
  EXPECT_EQ(sum.levels[6].collecting, 12u);
  EXPECT_EQ(sum.levels[6].titled, 0u);
  Survey only_part;
  only_part.is_part = true;
  Survey of_part;
  add_packed(of_part, pack(only_part));
  EXPECT_TRUE(of_part.is_part);
}

}  // namespace
