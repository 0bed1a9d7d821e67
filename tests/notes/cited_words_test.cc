#include "notes/cited_words.h"

#include <gtest/gtest.h>

#include "notes/lines.h"

namespace {

using namespace notes;

// `title / authors`
std::string check(std::string_view words) {
  const auto cited = read_cited_words(words);
  if (!cited) return "";
  return std::string(view(words, cited->title)) + " / " + std::string(view(words, cited->authors));
}

TEST(CitedWords, AreQuotedBehindNames) {
  EXPECT_EQ(check("Jane Doe, John A. Roe, and Wei Li. \"Sparse Gates for Speech.\" arXiv (2021)."),
            "Sparse Gates for Speech / Jane Doe, John A. Roe, and Wei Li");
  EXPECT_EQ(check("Doe et al., “Sparse Gates for Speech,” ICML 2021"),
            "Sparse Gates for Speech / Doe et al");
  EXPECT_EQ(check("We call it \"a gate for speech\" here"), "");
}

TEST(CitedWords, FollowTheYear) {
  EXPECT_EQ(check("Doe, J., Roe, J. A., & Li, W. (2021). Sparse Gates. *Journal of Sound*, 3(2)."),
            "Sparse Gates / Doe, J., Roe, J. A., & Li, W.");
  EXPECT_EQ(check("Jane Doe and John Roe. 2021. Sparse Gates for Speech. In ICML."),
            "Sparse Gates for Speech / Jane Doe and John Roe.");
  EXPECT_EQ(check("A Survey of Gates (2021). It is long."), "");
}

TEST(CitedWords, AreTheFirstSentenceBeforeNamesOrAVenue) {
  EXPECT_EQ(check("Sparse Gates. Jane Doe, John Roe. NeurIPS, 2021."),
            "Sparse Gates / Jane Doe, John Roe");
  EXPECT_EQ(check("Can a Gate Be Sparse? Jane Doe and John Roe."),
            "Can a Gate Be Sparse? / Jane Doe and John Roe");
  EXPECT_EQ(check("Sparse Gates for Speech. ICML 2021."), "Sparse Gates for Speech / ");
  EXPECT_EQ(check("Gates vs. Fences for Sheep"), "");
  EXPECT_EQ(check("Sparse Gates for Speech. They are sparse."), "");
}

TEST(CitedWords, StandBeforeADash) {
  EXPECT_EQ(check("Sparse Gates for Speech - Jane Doe, John Roe (NeurIPS 2021)"),
            "Sparse Gates for Speech / Jane Doe, John Roe");
  EXPECT_EQ(check("Sparse Gates - A Way to Speech"), "");
}

TEST(CitedWords, AreTheLongestBetweenBars) {
  EXPECT_EQ(check("2021 | ICML | **Sparse Gates for Speech** | Jane Doe, John Roe"),
            "Sparse Gates for Speech / Jane Doe, John Roe");
}

TEST(CitedWords, KnowNamesFromOtherWords) {
  EXPECT_TRUE(reads_like_names("Jane Doe, Wei van der Li and J. Roe"));
  EXPECT_TRUE(reads_like_names("Doe, J., & Roe, A. B."));
  EXPECT_TRUE(reads_like_names("*Doe et al.*"));
  EXPECT_FALSE(reads_like_names("Jane Doe"));
  EXPECT_FALSE(reads_like_names("Attention, Memory, and Search"));
  EXPECT_FALSE(reads_like_names("it works well, and fast"));
  EXPECT_FALSE(reads_like_names("As Speech Models Grow, Slow Linear Rooms Emerge"));
  EXPECT_FALSE(reads_like_names("Two Sided Matching and Ranked Rooms"));
  EXPECT_FALSE(reads_like_names("整体框架基于已有的推理链条进行，然后通过四个模块迭代"));
}

// Most lines are turned away at their first words; no list of names may be.
TEST(CitedWords, TakeEveryLineOfNamesForOne) {
  const auto names = [](std::string_view words) {
    return std::string(view(words, read_names_and_venue(words).names));
  };
  for (std::string_view list :
       {"Jane Doe, John Roe", "Jane Doe and John Roe", "Doe et al", "van der Doe, J., Roe, A. B",
        "Jean-Luc Doe, Wei Li", "J. A. Doe; W. Li", "Doe, J., & Roe, A. B.", "李明等",
        "Élodie Doe, Søren Roe",
        "Author One, Author Two, Author Three, Author Four, Author Five, Author Six, Author Seven"})
    for (std::string_view behind : {"", ". ICML 2021", ", NeurIPS 2021", " - 2021", " (CVPR 2020)"})
      EXPECT_EQ(names(std::string(list) + std::string(behind)).substr(0, 4), list.substr(0, 4))
          << list << behind;
  for (std::string_view other :
       {"The model of them, and more", "此外，我们提出了一个新的框架，它很好",
        "Doe writes, and Roe reads", "2021, 2022", ""})
    EXPECT_EQ(names(other), "") << other;
}

TEST(CitedWords, DropYearsAndDatesAroundATitle) {
  const auto rest = [](std::string_view words) {
    return std::string(words.substr(begin_without_lead(words),
                                    end_without_year(words) - begin_without_lead(words)));
  };
  EXPECT_EQ(rest("Sparse Gates (2021)"), "Sparse Gates");
  EXPECT_EQ(rest("Sparse Gates (Doe et al., 2021)"), "Sparse Gates");
  EXPECT_EQ(rest("Sparse Gates [CVPR 2021]"), "Sparse Gates");
  EXPECT_EQ(rest("Sparse Gates - ICML 2021"), "Sparse Gates");
  EXPECT_EQ(rest("2021-05-03: Sparse Gates"), "Sparse Gates");
  EXPECT_EQ(rest("2021-05-03 Sparse Gates"), "Sparse Gates");
  EXPECT_EQ(rest("ICML 2021: Sparse Gates"), "Sparse Gates");
  EXPECT_EQ(rest("Paper 3: Sparse Gates"), "Sparse Gates");
  EXPECT_EQ(rest("TeamX at SharedTask 2021: Sparse Gates"),
            "TeamX at SharedTask 2021: Sparse Gates");
  EXPECT_EQ(rest("Sparse Gates (GATE)"), "Sparse Gates (GATE)");
  EXPECT_EQ(rest("Gates: On Sparse Ones"), "Gates: On Sparse Ones");
}

}  // namespace
