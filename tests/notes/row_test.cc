#include "notes/row.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "notes/phrase.h"

namespace {

using namespace notes;

TEST(Row, IsReadAndWrittenAsAVector) {
  std::mt19937 random(1);
  const auto below = [&](size_t limit) { return random() % limit; };
  Row<std::string> row;
  std::vector<std::string> all;
  for (int i = 0; i < 2000; ++i) {
    const std::string text(1 + below(40), static_cast<char>('a' + below(26)));
    const size_t at = all.empty() ? 0 : below(all.size());
    const auto place = static_cast<std::ptrdiff_t>(at);
    switch (below(8)) {
      case 0:
        row.insert(row.begin() + at, text);
        all.insert(all.begin() + place, text);
        break;
      case 1:
        row.erase(row.begin() + at, row.end());
        all.erase(all.begin() + place, all.end());
        break;
      case 2:
        if (all.empty()) break;
        row.erase(row.begin() + at);
        all.erase(all.begin() + place);
        break;
      case 3:
        row.shrink_to_fit();
        EXPECT_EQ(row.capacity(), row.size());
        break;
      case 4:
        if (all.empty()) break;
        row.push_back(row[at]);  // which is its own, and may have to move
        all.push_back(std::string(all[at]));
        break;
      default:
        row.push_back(text);
        all.push_back(text);
    }
    ASSERT_EQ(row, all);
    ASSERT_EQ(row.size(), all.size());
  }
  EXPECT_EQ(std::vector<std::string>(Row<std::string>(row)), all);
  Row<std::string> moved = std::move(row);
  EXPECT_TRUE(row.empty());
  EXPECT_EQ(erase_if(moved, [](const std::string& one) { return one.size() < 20; }),
            std::erase_if(all, [](const std::string& one) { return one.size() < 20; }));
  EXPECT_EQ(moved, all);
}

TEST(Row, TakesAPointerAndNothingMoreWhereItIsEmpty) {
  EXPECT_EQ(sizeof(Row<std::string>), sizeof(void*));
  Row<int> row{1, 2};
  row.clear();
  EXPECT_TRUE(row.empty());
  row.shrink_to_fit();
  EXPECT_EQ(row.data(), nullptr);
  EXPECT_EQ(Row<int>(), row);
}

TEST(Phrase, IsComparedByWhatItSays) {
  EXPECT_EQ(Phrase("one"), "one");
  EXPECT_LT(Phrase("one"), Phrase("two"));
  EXPECT_LT(Phrase(), Phrase("one"));
  Phrase phrase("one");
  phrase += " and two";
  EXPECT_EQ(phrase, std::string("one and two"));
  EXPECT_EQ("a" + phrase + "!", "aone and two!");
  EXPECT_EQ(std::hash<Phrase>()(phrase), std::hash<std::string_view>()("one and two"));
}

}  // namespace
