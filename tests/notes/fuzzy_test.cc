#include "notes/fuzzy.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace {

using notes::fuzzy_score;

// Each candidate fits `pattern` better than the next one.
void falls(std::string_view pattern, const std::vector<std::string_view>& candidates) {
  for (size_t i = 0; i + 1 < candidates.size(); ++i) {
    auto better = fuzzy_score(pattern, candidates[i]);
    auto worse = fuzzy_score(pattern, candidates[i + 1]);
    ASSERT_TRUE(better && worse) << pattern << " in " << candidates[i] << ", " << candidates[i + 1];
    EXPECT_GT(*better, *worse) << pattern << " in " << candidates[i] << ", " << candidates[i + 1];
  }
}

TEST(Fuzzy, PrefersEqualThenPrefixThenWordThenInsideThenLetters) {
  falls("moe", {"moe", "moe routing", "sparse moe", "smoes", "more bees"});
  falls("sel", {"sel", "selected papers/blogs", "in-context selection of data", "counselling",
                "some else"});
}

TEST(Fuzzy, PrefersTheShorterOfTwoThatFitAlike) {
  falls("lang", {"language", "languagemodel", "language models are few-shot learners"});
  falls("att", {"an attention", "some attention", "the long attention"});
}

TEST(Fuzzy, WantsEveryWordInAnyOrder) {
  EXPECT_TRUE(fuzzy_score("need all attention", "attention is all you need"));
  EXPECT_FALSE(fuzzy_score("attention zebra", "attention is all you need"));
  // As good as its worst word.
  falls("is att", {"attention is all", "this attention", "i see a tatter"});
}

TEST(Fuzzy, NeverLetsTheLengthOutweighTheKindOfFit) {
  std::string tail(100000, 'x');
  std::string prefix = "moe" + tail;
  falls("moe", {prefix, "a moe"});
}

TEST(Fuzzy, FindsCjkAnywhereInARunOfIt) {
  falls("推論", {"推論", "推論の高速化", "llm推論の高速化と評価", "高速な推論"});
  EXPECT_TRUE(fuzzy_score("学習", "強化学習による推論"));
  EXPECT_FALSE(fuzzy_score("言語", "強化学習による推論"));
}

TEST(Fuzzy, NeverMatchesPartsOfCharacters) {
  // E3 81 82 is found in these byte by byte, but not as a character.
  EXPECT_FALSE(fuzzy_score("あ", "いゑ亂"));
  EXPECT_TRUE(fuzzy_score("öa", "hö zebra"));
}

TEST(Fuzzy, FitsEverythingWhenEmpty) {
  EXPECT_EQ(fuzzy_score("", "anything"), 0);
  EXPECT_EQ(fuzzy_score("   ", ""), 0);
}

TEST(Fuzzy, LooksPastSpaceAround) {
  EXPECT_EQ(fuzzy_score("  moe  x ", "moe x"), fuzzy_score("moe  x", "moe x"));
  EXPECT_EQ(fuzzy_score(" moe ", "moe"), fuzzy_score("moe", "moe"));
}

TEST(Fuzzy, FindsWordsAfterAnythingThatIsNoLetter) {
  falls("sft", {"a (sft)", "a xsft "});
  falls("blogs", {"papers/blogs", "weblogs here"});
  EXPECT_TRUE(fuzzy_score("(sft", "supervised-finetuning (sft)"));
}

TEST(Fuzzy, ScoresAnything) {
  std::minstd_rand random(3);
  auto text = [&random] {
    std::string out;
    for (size_t i = random() % 8; i > 0; --i) out += "ab \xE3\x81\x82\xFF"[random() % 7];
    return out;
  };
  for (int round = 0; round < 20000; ++round) {
    std::string pattern = text();
    std::string candidate = text();
    auto score = fuzzy_score(pattern, candidate);
    if (score) {
      ASSERT_GE(*score, 0);
    }
    ASSERT_TRUE(fuzzy_score(candidate, candidate));
    ASSERT_TRUE(fuzzy_score(pattern, candidate + " " + pattern));
  }
}

}  // namespace
