#include "notes/find.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace {

TEST(Find, FindsWhatStringsFind) {
  std::minstd_rand random(1);
  const auto some = [&](size_t size) {
    std::string out(size, 'a');
    for (char& c : out) c = static_cast<char>('a' + random() % 3);
    return out;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string text = some(random() % 70), word = some(random() % 6);
    const size_t from = random() % 75;
    ASSERT_EQ(notes::find(text, word, from), text.find(word, from))
        << word << " in " << text << " from " << from;
  }
}

TEST(Find, TakesBytesAsTheyAre) {
  const std::string text = std::string(40, 'x') + "翻訳" + std::string(1, '\0') + "y";
  EXPECT_EQ(notes::find(text, "翻訳"), 40u);
  EXPECT_EQ(notes::find(text, std::string("\0y", 2)), 46u);
}

}  // namespace
