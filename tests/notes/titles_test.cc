// Bare titles in running text.
#include "notes/titles.h"

#include <gtest/gtest.h>

#include "notes/lines.h"
#include "notes/observed.h"

namespace {

using namespace notes;

// `title | author | venue year` of each, the likeliest title first.
std::vector<std::string> check(std::string_view text) {
  const auto note = Note::parse("/note.md", Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::vector<std::string> out;
  for (const auto& reference : note->references()) {
    if (reference->kind != ReferenceKind::kTitle) continue;
    std::string written;  // markers of a second line are not of the title
    for (char c : one_line(note->text().slice(reference.range())))
      if (c != '>') written += c;
    EXPECT_EQ(written, reference->text);
    for (const TitleCandidate& candidate : reference->titles)
      EXPECT_NE(reference->text.find(candidate.title.substr(0, 3)) == std::string::npos &&
                    candidate.begin >= reference->range.begin,
                true);
    out.push_back(reference->titles.front().title + " | " + reference->author + " | " +
                  reference->venue +
                  (reference->year ? " " + std::to_string(*reference->year) : ""));
  }
  return out;
}
using Titles = std::vector<std::string>;

TEST(BareTitle, IsFoundInAListItem) {
  EXPECT_EQ(check("- [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09\n"),
            Titles{"Hyper-Connections | Defa Zhu | ICLR 2025"});
  EXPECT_EQ(check("- Layer Normalization, Jimmy Lei Ba+, arXiv'16\n- other\n"),
            Titles{"Layer Normalization | Jimmy Lei Ba | arXiv 2016"});
  EXPECT_EQ(check("  1. [ ] [Paper Note] Adam, Kingma+, ICLR'15"),
            Titles{"Adam | Kingma | ICLR 2015"});
}

TEST(BareTitle, IsFoundInJapaneseProse) {
  EXPECT_EQ(check("これは [Paper Note] Adam, Kingma+, ICLR'15 の改良である。"),
            Titles{"Adam | Kingma | ICLR 2015"});
  EXPECT_EQ(check("元の論文は Layer Normalization, Jimmy Lei Ba+, arXiv'16 を参照。"),
            Titles{"Layer Normalization | Jimmy Lei Ba | arXiv 2016"});
}

TEST(BareTitle, MayGoOverTwoLines) {
  EXPECT_EQ(check("see [Paper Note] Deep Residual\nLearning, Kaiming He+, CVPR'16 too"),
            Titles{"Deep Residual Learning | Kaiming He | CVPR 2016"});
  EXPECT_EQ(check("see [Paper Note] Deep Residual\r\nLearning, Kaiming He+, CVPR'16"),
            Titles{"Deep Residual Learning | Kaiming He | CVPR 2016"});
}

TEST(BareTitle, MayStandInBracketsAndWithOthers) {
  EXPECT_EQ(check("similar work (Layer Normalization, Jimmy Lei Ba+, arXiv'16) exists"),
            Titles{"Layer Normalization | Jimmy Lei Ba | arXiv 2016"});
  EXPECT_EQ(check("[Paper Note] Adam, Kingma+, ICLR'15, [Paper Note] LoRA, Edward J. Hu+, ICLR'22"),
            (Titles{"Adam | Kingma | ICLR 2015", "LoRA | Edward J. Hu | ICLR 2022"}));
}

TEST(BareTitle, IsAnythingAfterTheMarker) {
  EXPECT_EQ(check("- [Paper Note] A Title Alone\n"), Titles{"A Title Alone |  | "});
}

TEST(BareTitle, KeepsItsPlaceAfterCrLfAndWideCharacters) {
  EXPECT_EQ(
      check("\xEF\xBB\xBF🙂\r\n\r\n- 日本語 🙂 [Paper Note] Adam, Kingma+, ICLR'15\r\n"),
      Titles{"Adam | Kingma | ICLR 2015"});
}

TEST(BareTitle, IsNeverFoundWhereItIsNotRunningText) {
  for (std::string_view text :
       {"`[Paper Note] Adam, Kingma+, ICLR'15`",
        "```\n- [Paper Note] Adam, Kingma+, ICLR'15\n```\n",
        "# [Paper Note] Adam, Kingma+, ICLR'15", "<!-- [Paper Note] Adam, Kingma+, ICLR'15 -->",
        "[Adam, Kingma+, ICLR'15](adam.md)", "| [Paper Note] Adam, Kingma+, ICLR'15 |\n|---|\n"})
    EXPECT_EQ(check(text), Titles{}) << text;
}

TEST(BareTitle, IsNoProse) {
  for (std::string_view text :
       {"We use C, C++ and Rust.", "It was sunny, Mary said+ and so on.", "In March, 2020, we met.",
        "**Tags**: Neural Network, Object Detection, ECCV 2018",
        "The data (Smith, Jones & Brown, 2007) and more.", "a, b, c, d, e+",
        "sessions (one with 14), Royal Holloway, March 2005 and 2006."})
    EXPECT_EQ(check(text), Titles{}) << text;
}

// Every one of these takes minutes when the time grows with the square of the size.
TEST(BareTitle, IsFoundInTimeThatGrowsWithTheText) {
  for (std::string_view unit :
       {"[Paper Note] ", "[Paper Note] A, B+, C'25 ", "+", "A, B+ ", "((((", ": ", "日本, A+ ",
        "Title, Jay Alammar, 2018.06 ", "Title, B+, ICLR'25 ", "Title, Jay Alammar, 2018.06 + ",
        "《 word "}) {
    std::string text;
    while (text.size() < 200000) text += unit;
    check(text);
  }
}

TEST(BareTitle, IsWhatJapaneseProseGoesOnFrom) {
  EXPECT_EQ(check("Gently forgetting old speech tasksを拡張している。\n"),
            Titles{"Gently forgetting old speech tasks |  | "});
  EXPECT_EQ(check("前の研究。Gently forgetting old speech tasksでは、忘れる。\n"),
            Titles{"Gently forgetting old speech tasks |  | "});
  EXPECT_EQ(check("《Quiet Gates in Rooms》提出了一种方法\n"),
            Titles{"Quiet Gates in Rooms |  | "});
  EXPECT_EQ(check("We use tasksを。BERTを使う。\n"), Titles{});
}

TEST(BareTitle, MayNameItsAuthorsWithEtAl) {
  EXPECT_EQ(check("As said in Quiet Gates in Rooms, Ann Aa et al., 2020, it works.\n"),
            Titles{"Quiet Gates in Rooms | Ann Aa |  2020"});
  EXPECT_EQ(check("- see Quiet Gates in Rooms, Aa et al., ICML 2021\n"),
            Titles{"Quiet Gates in Rooms | Aa | ICML 2021"});
  EXPECT_EQ(check("Rooms, halls, and others, Aa et al. say so.\n"), Titles{});
}

TEST(BareTitle, MayFillACellOfATable) {
  EXPECT_EQ(check("| Method | Works |\n|---|---|\n| x | Quiet Gates for Sensors in Rooms |\n"),
            Titles{"Quiet Gates for Sensors in Rooms |  | "});
  EXPECT_EQ(check("| Method | Works |\n|---|---|\n| x | it is very good at all of it |\n"),
            Titles{});
}

}  // namespace
