// Blocks of labels that begin with a title, and what stands below them.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

// `title line`, one a line.
std::string check(std::string_view text, const std::string& path = "/vault/notes/some-name.md") {
  const auto note = Note::parse(path, Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& entry : note->entries())
    out += (out.empty() ? "" : "\n") + entry->title + " " +
           std::to_string(note->text().line_of(entry.range().begin) + 1);
  return out;
}

constexpr std::string_view kBlock =
    "Title: Quiet Gates for Lost Sensors\nAuthors: Jane Doe, John Roe\nVenue: NeurIPS 2025\narXiv: "
    "2510.20414\n\n";

TEST(LabelBlock, APartWithTheSameLabelsIsNoOtherWork) {
  const std::string_view part =
      "- **arXiv**: 2510.20414\n- **Venue**: NeurIPS\n- **Authors**: Jane Doe, John Roe\n";
  for (std::string_view heading : {"## Basics\n", "## Basic information\n", "## 基本信息\n",
                                   "# Quiet Gates for Lost Sensors\n\n## Info\n"})
    EXPECT_EQ(check(std::string(kBlock) + "text\n" + std::string(heading) + std::string(part)),
              "Quiet Gates for Lost Sensors 1")
        << heading;
}

TEST(LabelBlock, AHeadingOverLabelsOfItsOwnIsAnotherWork) {
  EXPECT_EQ(check(std::string(kBlock) +
                  "text\n\n# Loud Fields in Small Rooms\n\n- **arXiv**: 2510.20415\n- "
                  "**Authors**: Jane Poe\n"),
            "Quiet Gates for Lost Sensors 1\nLoud Fields in Small Rooms 8");
}

TEST(LabelBlock, EachBlockIsAWork) {
  const std::string other =
      "**Title**: Loud Fields in Small Rooms\n\n**Authors**: Jane Poe\n\n**Year**: 2020\n\ntext\n";
  EXPECT_EQ(check(std::string(kBlock) + "text\n\n" + other),
            "Quiet Gates for Lost Sensors 1\nLoud Fields in Small Rooms 8");
  // The same once more, and a template.
  EXPECT_EQ(check(std::string(kBlock) + "text\n\n" + std::string(kBlock)),
            "Quiet Gates for Lost Sensors 1");
  EXPECT_EQ(check(std::string(kBlock) + "text\n\nTitle: {{title}}\nAuthors: {{authors}}\n"),
            "Quiet Gates for Lost Sensors 1");
  EXPECT_EQ(check(std::string(kBlock) + "## References\n\n" + other),
            "Quiet Gates for Lost Sensors 1");
}

TEST(LabelBlock, ATitleAloneBeginsNone) {
  EXPECT_EQ(check("# Words\n\ntext\n\nTitle: the name of a talk\n\ntext\n\nMore: text\n"), "");
  EXPECT_EQ(check("text\n\n```\nTitle: Quiet Gates for Lost Sensors\nAuthors: Jane Doe\n```\n"),
            "");
}

TEST(LabelBlock, WhatItSaysIsTheWorks) {
  const auto note =
      Note::parse("/vault/a.md",
                  Text(std::string(kBlock) + "text\n\nTitle: Loud Fields in Small Rooms\nAuthors: "
                                             "Jane Poe\narXiv: 2510.20415\n"));
  ASSERT_EQ(note->entries().size(), 2u);
  EXPECT_EQ(note->entries()[0]->authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
  EXPECT_EQ(note->entries()[0]->venue, "NeurIPS");
  EXPECT_EQ(note->entries()[1]->authors, (std::vector<std::string>{"Jane Poe"}));
  ASSERT_EQ(note->entries()[1]->identifiers.size(), 1u);
  EXPECT_EQ(to_string(note->entries()[1]->identifiers[0]), "arxiv:2510.20415");
  EXPECT_EQ(note->entries()[1]->strength, Strength::kStrong);
}

}  // namespace
