#include "notes/first_letters.h"

#include <gtest/gtest.h>

namespace {

using namespace notes;

constexpr FirstLetters kLetters = [] {
  FirstLetters out;
  for (std::string_view word : {"title", "p", "tl;dr", "会议"}) out.add(word);
  return out;
}();

TEST(FirstLetters, LetEveryWordPassHoweverItIsWritten) {
  for (std::string_view written :
       {"title", "TITLE x", "1. Title", "**Title", "**p", "P", "p ", "TL;DR", "会议", "2、会议",
        "ｔitle", "🔥 title", "t**itle**", "t\u200Bitle", "タイトル"})
    EXPECT_TRUE(kLetters.may_start(written)) << written;
}

TEST(FirstLetters, TellMostOtherWords) {
  for (std::string_view written :
       {"", "12", "12:30", "the", "tables", "pages", "note that", "方法", "1. 方法"})
    EXPECT_FALSE(kLetters.may_start(written)) << written;
}

}  // namespace
