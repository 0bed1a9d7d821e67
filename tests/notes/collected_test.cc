// Pages that collect papers, whose headings name them, and notes on one that go on with another.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

TEST(Collected, HeadingsBesideThePagesOwnAreItsPapers) {
  const std::string path = "/vault/Hearing in Rooms Paper Summary.md";
  EXPECT_EQ(
      observed::titles("# Hearing in Rooms Paper Summary\n\n# Quiet gates for lost sensors, ICASSP "
                       "2020\ntext\n\n# Loud\xC2\xA0"
                       "fields and their\xC2\xA0speakers,\xC2\xA0ICML\xC2\xA0"
                       "2023\ntext\n",
                       path),
      "Quiet gates for lost sensors\nLoud fields and their speakers");
  EXPECT_EQ(
      observed::titles(
          "# Hearing in Rooms Paper Summary\n# QuietNet\nskips more\n\n# "
          "LoudNet\nBoosting\xC2\xA0the "
          "Features of Loud Fields for Hearing: memory over time, and what else there is to say "
          "of it\n\n# Hearing Lost Speakers with Attention and Memory\ntext\n\n# S-LOUD: wide "
          "bands with learnable features\ntext\n",
          path),
      "(Boosting the Features of Loud Fields for Hearing)\n(Hearing Lost Speakers with "
      "Attention and Memory)\n(S-LOUD: wide bands with learnable features)");
}

TEST(Collected, ANoteOnOnePaperMayBeCalledItsSummary) {
  EXPECT_EQ(
      observed::titles("# Quiet Gates for Lost Sensors Paper Summary\n\n## Abstract\n\ntext\n\n## "
                       "Method\n\ntext\n\n## Results of the Gates in Rooms\n\ntext\n",
                       "/vault/Quiet Gates for Lost Sensors Paper Summary.md"),
      "Quiet Gates for Lost Sensors");
}

TEST(Collected, ATopicHasItsPapersBelowAHeading) {
  constexpr std::string_view kTopic =
      "---\ntitle: \"Hearing Small Rooms with Machine Learning\"\n---\n\n## The Task\n\ntext\n\n";
  EXPECT_EQ(
      observed::titles(
          std::string(kTopic) +
          "## Papers\n\n### Measuring Small Rooms With the QUIET Data\n\ntext\n\n#### Ideas of "
          "Training the Model on Noise\n\ntext\n\n### Gates\n\ntext\n"),
      "(Measuring Small Rooms With the QUIET Data)");
  EXPECT_EQ(observed::titles(std::string(kTopic) +
                             "## Papers\n\n### TODO <https://arxiv.org/pdf/2001.0941>\n"),
            "");
  // Most headings of that level are others'.
  EXPECT_EQ(observed::titles(std::string(kTopic) +
                             "### a\n\n### b\n\n### c\n\n### Search in Rooms of Many "
                             "Sizes\n\n### d\n\n## Papers\n\ntext\n"),
            "");
}

TEST(Collected, AnotherWorkIsNamedWithItsVenue) {
  const std::string path = "/vault/Quiet gates for lost sensors 阅读笔记.md";
  const std::string first = "# Quiet gates for lost sensors 阅读笔记\n\n## [ICASSP 2022]\ntext\n\n";
  EXPECT_EQ(observed::titles(
                first + "## Hearing Lost Sensors Through Quiet Gates [TASLP 2022]\n\ntext\n", path),
            "Quiet gates for lost sensors\nHearing Lost Sensors Through Quiet Gates");
  EXPECT_EQ(observed::titles(first + "## Results on the data of others\n\ntext\n", path),
            "Quiet gates for lost sensors");
  EXPECT_EQ(
      observed::titles(first + "## Quiet Gates for Lost Sensors [ICASSP 2022]\n\ntext\n", path),
      "Quiet gates for lost sensors");
}

TEST(Collected, AnEditThatMakesAPageOneOfPapersIsSeen) {
  const std::string text =
      "## Rooms\n\ntext\n\n### Measuring Small Rooms With the QUIET Data\n\ntext\n";
  const auto note = Note::parse("/vault/a.md", Text(text));
  EXPECT_EQ(note->entries().size(), 0u);
  const std::string after =
      "## Papers\n\ntext\n\n### Measuring Small Rooms With the QUIET Data\n\ntext\n";
  const auto fresh = Note::parse("/vault/a.md", Text(after));
  EXPECT_EQ(fresh->entries().size(), 1u);
  EXPECT_EQ(observed::show(*note->edited({3, 8}, "Papers")), observed::show(*fresh));
}

}  // namespace
