#include "features/said.h"

#include <gtest/gtest.h>

namespace {

using features::Said;

TEST(Said, KnowsWordsWhereverTheyStand) {
  Said said("# Deep-Learning (LeCun+), Nature'15\nＭＬ と 深層学習");
  EXPECT_TRUE(said.has_words("nature 15: lecun"));
  EXPECT_TRUE(said.has_words("ml、深層学習"));
  EXPECT_TRUE(said.has_words(""));
  EXPECT_FALSE(said.has_words("deep learn"));
  said.also("learn");
  EXPECT_TRUE(said.has_words("deep learn"));
}

TEST(Said, KnowsLinesAsTheyFollowEachOther) {
  const Said said("one\r\n  two\n\nthree");
  EXPECT_TRUE(said.has_lines("one\ntwo"));
  EXPECT_TRUE(said.has_lines("three\n"));
  EXPECT_FALSE(said.has_lines("two\nthree"));
  EXPECT_FALSE(said.has_lines("on"));
}

}  // namespace
