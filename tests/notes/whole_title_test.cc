// Notes whose heading and file name give one title in two ways.
#include "notes/whole_title.h"

#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

std::string titles(std::string_view text, const std::string& path) {
  const auto note = Note::parse(path, Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& entry : note->entries()) out += (out.empty() ? "" : "\n") + entry->title;
  return out;
}

TEST(WholeTitle, ANameSaysInFullWhatAHeadingShortens) {
  constexpr std::string_view kName =
      "Small Rooms Network: End-to-End Hearing of Lost Speakers for Robots at Home";
  for (std::string_view heading :
       {"Small Rooms Network: End-to-End Hearing of Lost Speakers",
        "SRNet: End-to-End Hearing of Lost Speakers for Robots at Home",
        "SRN: E2E Hearing of Lost Speakers for Robots at Home",
        "Small Rooms Network: E2E Hearing of Lost Speakers for Robots at Home",
        "Small Rooms Net: End-to-End Hearing of Lost Speakers for Robots at Home",
        "SRN: E2E Hearing of LS for Robots at Home"})
    EXPECT_TRUE(says_in_full(kName, heading)) << heading;
  for (std::string_view heading :
       {"Small Rooms Network: End-to-End Hearing of Lost Speakers for Robots at Home",  // the same
        "Hearing of Lost Speakers", "Network", "Small Rooms",
        "SRN: E2E Seeing of Lost Speakers for Robots at Home",
        "Small Rooms Network: Lost Speakers End-to-End",
        "Small Rooms Network: End-to-End Hearing of Lost Speakers for Robots at Home and Work"})
    EXPECT_FALSE(says_in_full(kName, heading)) << heading;
}

TEST(WholeTitle, WhatANameAddsMayBeARemark) {
  constexpr std::string_view kHeading = "Hearing Lost Speakers in Small Rooms";
  for (std::string_view name :
       {"Hearing Lost Speakers in Small Rooms Doe Roe", "Hearing Lost Speakers in Small Rooms 2021",
        "Hearing Lost Speakers in Small Rooms for reading notes",
        "Hearing Lost Speakers in Small Rooms (second time I read it)",
        "Hearing Lost Speakers in Small Rooms for me",
        "hearing lost speakers in small rooms with robots and drones",
        "Ann Doe Hearing Lost Speakers in Small Rooms"})
    EXPECT_FALSE(says_in_full(name, kHeading)) << name;
}

TEST(WholeTitle, ALineSpellsOutASlug) {
  EXPECT_TRUE(
      spells_out("Gates: On Non-Lossy Hearing, in Rooms?", "gates on nonlossy hearing in rooms"));
  EXPECT_FALSE(
      spells_out("Gates: On Lossy Hearing in Rooms", "gates on nonlossy hearing in rooms"));
  EXPECT_FALSE(spells_out("", ""));
}

TEST(WholeTitle, TheFileIsCalledByIt) {
  EXPECT_EQ(titles("# DOA of Lost Speakers with SRNs 阅读笔记\n\n# Abstract\n\ntext\n",
                   "/vault/Direction of Arrival of Lost Speakers with SRNs阅读笔记.md"),
            "Direction of Arrival of Lost Speakers with SRNs");
  EXPECT_EQ(titles("# [hearing] Gates for Lost Speakers 阅读笔记\n\n# Abstract\n\ntext\n",
                   "/vault/Gates--Hearing for Lost Speakers阅读笔记.md"),
            "Gates for Lost Speakers");
}

TEST(WholeTitle, ALineBelowRatingsMayBeTheTitleThatASlugIsOf) {
  const std::string path =
      "/vault/papers/ISCA/ISCA-2019/quiet-gates-on-nonlossy-hearing-in-rooms.md";
  EXPECT_EQ(
      titles("my interest\n2/5\n\nquality\n4/5\n\nQuiet Gates: On Non-Lossy Hearing in Rooms\n"
             "The authors present gates.\n",
             path),
      "Quiet Gates: On Non-Lossy Hearing in Rooms");
  EXPECT_EQ(titles("my interest\n2/5\n\nquality\n4/5\n\nQuiet Gates: On Lossy Hearing in Rooms\n"
                   "The authors present gates.\n",
                   path),
            "quiet gates on nonlossy hearing in rooms");
}

TEST(WholeTitle, OfTwoHeadingsTheOneThatTheFileIsCalledByWins) {
  const std::string path = "/vault/Quiet Gates--End-to-end Hearing of Lost Speakers 阅读笔记.md";
  for (std::string_view second :
       {"# Quiet Gates: End-to-end Hearing of Lost Speakers 阅读笔记",
        "# End-to-end Hearing of Lost Speakers, ICASSP 2020 "
        "[[paper](https://arxiv.org/abs/2005.1)]",
        "## End-to-end Hearing of Lost Speakers, ICASSP 2020 [[paper](https://p.org/x)]"}) {
    const std::string text = "# Quiet Gates: Hearing of Lost Speakers 阅读笔记\n\n" +
                             std::string(second) + "\n\n# Abstract\n\ntext\n";
    EXPECT_EQ(titles(text, path), second.find("Quiet") == second.npos
                                      ? "End-to-end Hearing of Lost Speakers"
                                      : "Quiet Gates: End-to-end Hearing of Lost Speakers");
  }
}

TEST(WholeTitle, OfTwoThatHaveNothingInCommonNeitherIsSure) {
  const auto strength = [](std::string_view text, const std::string& path) {
    const auto note = Note::parse(path, Text(std::string(text)));
    EXPECT_EQ(note->entries().size(), 1u);
    return note->entries().empty() ? Strength::kStrong : note->entries()[0]->strength;
  };
  const std::string_view text =
      "## Quiet Gates for Lost Sensors in Rooms\n#### Jane Doe and John Roe, 2006\n\n#### "
      "Summary\ntext\n";
  EXPECT_EQ(strength(text, "/vault/papers/Loud Fields of Moving Speakers.md"), Strength::kWeak);
  EXPECT_EQ(strength(text, "/vault/papers/Quiet Gates for Lost Sensors in Rooms.md"),
            Strength::kStrong);
  EXPECT_EQ(strength(text, "/vault/papers/2021 07.md"), Strength::kStrong);
  EXPECT_EQ(
      strength(
          "## Quiet Gates for Lost Sensors in Rooms\n\n- Authors: J. Doe\n- arXiv: 2101.00001\n",
          "/vault/papers/Loud Fields of Moving Speakers.md"),
      Strength::kStrong);
}

TEST(WholeTitle, AHeadingBelowItMaySayWhereTheWorkCameOut) {
  for (std::string_view heading : {"## [ICASSP 2022]", "## ICASSP 2022", "## ICASSP'22"}) {
    const auto note = Note::parse("/vault/Quiet Gates for Lost Sensors 阅读笔记.md",
                                  Text("# Quiet Gates for Lost Sensors 阅读笔记\n\n" +
                                       std::string(heading) + "\n\ntext\n\n# Abstract\n\ntext\n"));
    ASSERT_EQ(note->entries().size(), 1u) << heading;
    EXPECT_EQ(note->entries()[0]->venue, "ICASSP") << heading;
    EXPECT_EQ(note->entries()[0]->year, 2022) << heading;
  }
  const auto note = Note::parse("/vault/Quiet Gates for Lost Sensors 阅读笔记.md",
                                Text("# Quiet Gates for Lost Sensors 阅读笔记\n\ntext\n\n## ICASSP "
                                     "2022\n\ntext\n"));
  ASSERT_EQ(note->entries().size(), 1u);
  EXPECT_EQ(note->entries()[0]->venue, "");
}

}  // namespace
