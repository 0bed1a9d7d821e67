#include "notes/near_copies.h"

#include <gtest/gtest.h>

#include <string>

namespace {

// A note of so many lines, each its own.
std::string note(int lines) {
  constexpr const char* kWords[] = {"Ferries", "wait", "for", "slow", "rivers", "at", "dusk"};
  std::string out = "# Long Rivers and Short Ferries\n\n";
  for (int i = 0; i < lines; ++i) {
    for (int word = 0; word < 7; ++word) out += std::string(kWords[(word * (i + 1)) % 7]) + " ";
    out += "line " + std::to_string(i) + "\n";
  }
  return out;
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  for (size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += now.size())
    text.replace(at, old.size(), now);
  return text;
}

TEST(NearCopies, ATextAndWhatAnExportMakesOfIt) {
  const std::string text = note(20) +
                           "## Evaluation\n![A plot \\(left\\)](../assets/plot-1.png)\n"
                           "See https://example.org/a/ferries.md for more\n";
  std::string other = replaced(text, "../assets/plot-1.png", "<../assets/Plot 1.PNG>");
  other = replaced(other, "\\(left\\)", "(left)");
  other = replaced(other, "## ", "### ");
  other = replaced(other, "a/ferries.md", "b/ferries-2.md");
  other = replaced(other, "wait for", "wait&#x20;for");
  EXPECT_NE(text, other);
  EXPECT_TRUE(notes::are_near_copies(text, other));
  EXPECT_TRUE(notes::are_near_copies(other, text));
}

TEST(NearCopies, AWordInOneIsNotOfALinkInTheOther) {
  EXPECT_FALSE(notes::are_near_copies(note(20), replaced(note(20), "line", "row")));
}

TEST(NearCopies, NineLinesInTenAreTheSame) {
  EXPECT_TRUE(notes::are_near_copies(note(40), note(40) + "One more thing.\n"));
  EXPECT_TRUE(notes::are_near_copies(note(40), note(43)));
  EXPECT_FALSE(notes::are_near_copies(note(40), note(50)));
  // A single line may say as much as all others.
  EXPECT_FALSE(notes::are_near_copies(note(40), note(40) + std::string(1000, 'x') + "\n"));
}

TEST(NearCopies, FewLinesSayNothing) {
  EXPECT_FALSE(notes::are_near_copies(note(5), note(5)));
  EXPECT_TRUE(notes::are_near_copies(note(12), note(12)));
}

TEST(NearCopies, SizesMayTellThemApart) {
  EXPECT_TRUE(notes::may_be_near_copies(900, 1000));
  EXPECT_TRUE(notes::may_be_near_copies(1000, 900));
  EXPECT_FALSE(notes::may_be_near_copies(500, 1000));
  EXPECT_FALSE(notes::may_be_near_copies(3 << 20, 3 << 20));
}

}  // namespace
