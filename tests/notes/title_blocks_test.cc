#include "notes/title_blocks.h"

#include <gtest/gtest.h>

namespace {

size_t in_common(std::string_view one, std::string_view other, std::string_view author = "") {
  const auto a = notes::title_blocks(notes::title_key(one), author);
  const auto b = notes::title_blocks(notes::title_key(other), author);
  EXPECT_LE(a.size(), notes::kMostTitleBlocks);
  std::vector<notes::Key> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

TEST(TitleBlocks, AreSharedDespiteASlip) {
  EXPECT_GE(in_common("Searching Latent Program Spaces", "Searching Laent Program Spaces"), 1u);
  EXPECT_GE(in_common("Factorization Machines", "Factorizaton Machines", "rendle"), 1u);
  EXPECT_GE(in_common("Fast Algorithms for Mining Rules", "Fast Algorithmsformining Rules"), 1u);
}

TEST(TitleBlocks, AreSharedWhenOtherFieldsFollowTheTitle) {
  EXPECT_GE(in_common("Bounded Ignorance: Increasing Concurrency",
                      "bounded ignorance : increasing concurrency narayanan krishnakumar vldb"),
            2u);
}

TEST(TitleBlocks, OfTitlesWithoutSpacesAreRunsOfCharacters) {
  EXPECT_GE(in_common("大規模言語モデル入門", "大規模言語モデル 入門 II"), 1u);
  EXPECT_EQ(in_common("強化学習の基礎理論", "画像認識の応用技術"), 0u);
}

TEST(TitleBlocks, AreSharedHoweverAWordIsSpelled) {
  EXPECT_GE(in_common("Planning with an LLM for Robots",
                      "Planning with a Large Language Model for Robots"),
            2u);
  EXPECT_GE(in_common("Grounding in VLMs", "Grounding in Vision-Language Models"), 1u);
  EXPECT_GE(in_common("Normalisation of Neural Behaviour", "Normalization of Neural Behavior"), 1u);
}

TEST(TitleBlocks, AreSharedByTheWorksOfAProject) {
  const auto blocks = [](std::string_view title, std::string_view author) {
    return notes::title_blocks(notes::title_key(title), author, notes::project_key(title));
  };
  EXPECT_EQ(notes::project_key("GardenNetV2: Inverted Beds"), "gardennet");
  EXPECT_EQ(notes::project_key("Garden-2: Inverted Beds"), "garden");
  EXPECT_EQ(notes::project_key("Of Gardens and Beds: A Story"), "");
  const auto one = blocks("GardenNet: Efficient Nets for Growing Beds", "ada");
  const auto two = blocks("GardenNetV2: Inverted Beds", "ada");
  std::vector<notes::Key> both;
  std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(both));
  EXPECT_FALSE(both.empty());
}

TEST(TitleBlocks, AreNotSharedByDifferentTitles) {
  EXPECT_EQ(in_common("Adaptive Computation Time", "Colorful Image Colorization"), 0u);
}

}  // namespace
