#include "notes/title_wrap.h"

#include <gtest/gtest.h>

#include "notes/title_text.h"

namespace {

using namespace notes;

std::string check(std::string_view written) { return read_title_text(written).title; }

TEST(TitleWrap, TakesOffWhatIsPutAroundATitle) {
  for (std::string_view written :
       {"\"Quiet Gates in Rooms\"", "《Quiet Gates in Rooms》", "`Quiet Gates in Rooms`",
        "[[Quiet Gates in Rooms]]", "📄 Quiet Gates in Rooms", ":star: Quiet Gates in Rooms",
        "Quiet Gates in Rooms.", "Quiet Gates in Rooms | arXiv", "Quiet Gates in Rooms (",
        "Quiet  Gates\xC2\xA0in Rooms", "Quiet Gates in Rooms (CVPR 2021)",
        "三、Quiet Gates in Rooms", "CVPR 2021: Quiet Gates in Rooms",
        "Quiet Gates in Rooms (Oral)", "Quiet Gates in Rooms 详细笔记"})
    EXPECT_EQ(check(written), "Quiet Gates in Rooms") << written;
}

TEST(TitleWrap, TakesOffWordsThatNameANote) {
  for (std::string_view written :
       {"Notes on \"Quiet Gates in Rooms\"", "Paper Review: Quiet Gates in Rooms",
        "Notes: Quiet Gates in Rooms", "论文笔记：Quiet Gates in Rooms",
        "论文阅读笔记《Quiet Gates in Rooms》", "논문 리뷰: Quiet Gates in Rooms"})
    EXPECT_EQ(check(written), "Quiet Gates in Rooms") << written;
  EXPECT_TRUE(read_title_text("Paper Review: Quiet Gates in Rooms").is_marked);
  EXPECT_FALSE(read_title_text("Notes: Quiet Gates in Rooms").is_marked);
}

TEST(TitleWrap, LeavesWhatIsTheTitles) {
  for (std::string_view written :
       {"Quiet Gates: \"Rooms\" and \"Halls\"", "Gates et al.", "What Is a Gate?",
        "Notes on Quiet Gates", "Review: Gates", "Gates, Fences, etc.", "Gates (GTS)"})
    EXPECT_EQ(check(written), written);
}

TEST(WordCount, GoesNoFurtherThanIsEnough) {
  for (std::string_view text :
       {"", " - ", "One", "one two-three", "don't stop", "論文を読む会 once", "A 文 b", "α β, γ"})
    for (size_t count = 0; count < 9; ++count) {
      EXPECT_EQ(notes::has_words(text, count), notes::word_count(text) >= count) << text << count;
      EXPECT_GE(notes::word_count(text, count), std::min(notes::word_count(text), count));
    }
}

}  // namespace
