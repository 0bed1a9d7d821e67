#include "notes/numbered_texts.h"

#include <gtest/gtest.h>

#include <deque>
#include <random>
#include <string>
#include <unordered_map>

namespace {

using notes::NumberedTexts;

// Of all sizes, and many that begin and end as others do.
std::deque<std::string> some_texts() {
  std::mt19937 random(3);
  std::deque<std::string> out;
  for (int i = 0; i < 20'000; ++i) {
    std::string text(random() % 40, 'a');
    for (size_t at = random() % 9; at < text.size(); at += 9)
      text[at] = static_cast<char>('a' + random() % 3);
    out.push_back(std::move(text));
  }
  return out;
}

TEST(NumberedTexts, NumberEachOnceInTheOrderTheyCome) {
  NumberedTexts numbered;
  for (int round = 0; round < 2; ++round) {
    std::unordered_map<std::string, uint32_t> numbers;
    const std::deque<std::string> texts = some_texts();
    for (const std::string& text : texts) {
      const auto number = numbers.try_emplace(text, static_cast<uint32_t>(numbers.size())).first;
      ASSERT_EQ(numbered.number_of(text), number->second) << text;
    }
    EXPECT_EQ(numbered.size(), numbers.size());
    for (const auto& [text, number] : numbers) EXPECT_EQ(numbered[number], text);
    numbered.clear();
    EXPECT_EQ(numbered.size(), 0U);
  }
}

}  // namespace
