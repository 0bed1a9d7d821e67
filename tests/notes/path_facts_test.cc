#include "notes/path_facts.h"

#include <gtest/gtest.h>

namespace {

using namespace notes;

// `VENUE YEAR noted Y-M-D`
std::string check(std::string_view path) {
  const PathFacts facts = read_path(path);
  std::string out = facts.venue;
  if (facts.year) out += " " + std::to_string(*facts.year);
  if (facts.noted)
    out += " noted " + std::to_string(facts.noted->year) + "-" +
           std::to_string(facts.noted->month) + "-" + std::to_string(facts.noted->day);
  return out;
}

TEST(PathFacts, FoldersNameAVenueAndItsYear) {
  EXPECT_EQ(check("/notes/ISCA/ISCA-2019/a.md"), "ISCA 2019");
  EXPECT_EQ(check("/notes/NER/ACL/2021/Some Title/summary.md"), "ACL 2021");
  EXPECT_EQ(check("/notes/CVPR2025/segmentation/a.md"), "CVPR 2025");
  EXPECT_EQ(check("/notes/diary/2021/a.md"), "");
  EXPECT_EQ(check("/notes/a.md"), "");
}

TEST(PathFacts, AFileMayStartWithTheDayOfTheNote) {
  EXPECT_EQ(check("/blog/_posts/2019-08-15-Some-Title.md"), " noted 2019-8-15");
  EXPECT_EQ(check("/blog/_posts/2019-08.md"), "");
}

TEST(PathFacts, ACitationKeyHasAYearBehindItsName) {
  for (std::string_view key : {"chen_big_2020", "mnih2013_atari_deeprl", "Vaswani2017",
                               "smith2020a", "vaswani2017attention"})
    EXPECT_TRUE(year_of_citekey(key)) << key;
  for (std::string_view word : {"week12", "2020", "notes", "a b2020", "on20201", "v2.2019"})
    EXPECT_FALSE(year_of_citekey(word)) << word;
}

TEST(PathFacts, ATitleMayStandBehindItsCitationKey) {
  const auto keyed = read_keyed_title("chen_big_2020: Big Self-Supervised Models");
  ASSERT_TRUE(keyed);
  EXPECT_EQ(keyed->key, "chen_big_2020");
  EXPECT_EQ(keyed->title, "Big Self-Supervised Models");
  EXPECT_EQ(keyed->year, 2020);
  EXPECT_FALSE(read_keyed_title("Adam: A Method for Stochastic Optimization"));
}

}  // namespace
