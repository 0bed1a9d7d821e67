#include "notes/sixteen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "notes/ascii.h"
#include "notes/inline_start.h"

namespace {

// Few different bytes, so that what is looked for stands everywhere, and the last of them above
// ASCII.
std::string some(std::minstd_rand& random, std::string_view bytes, size_t most) {
  std::string out(random() % most, ' ');
  for (char& c : out) c = bytes[random() % bytes.size()];
  return out;
}

TEST(Sixteen, FindsTheFirstOfSomeBytes) {
  std::minstd_rand random(1);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = some(random, std::string_view("aaaaaaaaaaaaaabc\0\xE3", 18), 80);
    const size_t from = random() % (text.size() + 1);
    const auto found = notes::first_of<'b', '\xE3'>(text, from);
    ASSERT_EQ(found, std::min(text.find_first_of("b\xE3", from), text.size())) << text << from;
  }
  EXPECT_EQ(notes::first_of<'a'>("a", 1), 1u);
  EXPECT_EQ(notes::first_of<'a'>("", 0), 0u);
}

TEST(Sixteen, FindsTheFirstPlaceThatIsMeant) {
  std::minstd_rand random(2);
  const auto is_pair = [](const notes::Sixteen& bytes, const notes::Sixteen& behind) {
    return (bytes == 'b') & (behind == 'c');
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string text = some(random, "aaaabc", 80);
    const size_t from = random() % (text.size() + 2);
    const size_t expected = std::min(text.find("bc", from), text.size());
    ASSERT_EQ(notes::first_where(text, from, is_pair), expected) << text << from;
  }
}

TEST(Sixteen, CountsWhatMayBeMany) {
  std::minstd_rand random(3);
  for (int round = 0; round < 200; ++round) {
    const std::string text = some(random, "\n\na", 12000);
    ASSERT_EQ(notes::count_of<'\n'>(text),
              static_cast<size_t>(std::count(text.begin(), text.end(), '\n')));
  }
  EXPECT_EQ(notes::count_of<'a'>(std::string(100'000, 'a')), 100'000u);
}

TEST(InlineStart, IsASignOrTheStartOfAWord) {
  const auto starts = [](std::string_view text, size_t at) {
    if (std::string_view("\\`$<{[@").find(text[at]) != std::string_view::npos) return true;
    if (notes::is_ascii_alnum(text[at - 1])) return false;
    const std::string two = notes::ascii_lower(text.substr(at, 2));
    for (std::string_view word : {"ht", "ar", "al", "ac", "do", "dx", "is", "pm"})
      if (two == word) return true;
    return false;
  };
  std::minstd_rand random(4);
  for (int round = 0; round < 50000; ++round) {
    const std::string text =
        "a" + some(random, "      hHtTaArRlcdDoOxiIsSpPmM09\xE3.$@[\\`<{@[GZz/:", 60);
    const size_t at = 1 + random() % text.size(), end = at + random() % (text.size() + 1 - at);
    size_t expected = at;
    while (expected < end && !starts(text, expected)) ++expected;
    ASSERT_EQ(notes::inline_start(text, static_cast<uint32_t>(at), static_cast<uint32_t>(end)),
              expected)
        << text << " from " << at << " to " << end;
  }
}

}  // namespace
