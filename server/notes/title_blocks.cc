#include "notes/title_blocks.h"

#include <algorithm>
#include <string>

#include "notes/work_words.h"

namespace notes {
namespace {

// What follows the first words may be authors and venue, where those are written into titles.
constexpr size_t kFirstWords = 10;
constexpr size_t kMostPairs = 6;
constexpr size_t kShortTitle = 4;  // words; of these a slip spoils most pairs
constexpr size_t kFirstLetters = 12;
constexpr size_t kIdeographs = 4;  // side by side

Key key_of(std::string_view text) { return make_key(KeyKind::kTitleBlock, text); }

struct Pair {
  Key key = 0;
  float weight = 0;
};

}  // namespace

std::vector<Key> title_blocks(std::string_view title_key, std::string_view author_key) {
  std::vector<WorkWord> words = work_words(title_key);
  std::erase_if(words, [](const WorkWord& word) { return word.weight <= 0.1F; });
  std::vector<Pair> pairs;
  std::string letters;
  for (size_t i = 0; i < words.size(); ++i) {
    if (letters.size() < kFirstLetters) letters += words[i].text;
    const bool is_ideograph = words[i].kind == WordKind::kIdeograph;
    const size_t length = is_ideograph ? kIdeographs : 2;
    if (i + length > words.size() || i + 1 >= kFirstWords * length / 2) continue;
    std::string text;
    float weight = 0;
    for (size_t k = i; k < i + length; ++k) {
      text.append(words[k].text) += ' ';
      weight += words[k].weight;
    }
    pairs.push_back({key_of(text), weight});
  }
  // Those that say most; of equals the same in every title that has them.
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
  });
  if (pairs.size() > kMostPairs) pairs.resize(kMostPairs);
  std::vector<Key> out;
  for (const Pair& pair : pairs) out.push_back(pair.key);
  if (letters.size() >= kFirstLetters) out.push_back(key_of(letters.substr(0, kFirstLetters)));
  if (!words.empty() && words.size() <= kShortTitle && !author_key.empty())
    for (const WorkWord* word : {&words.front(), &words.back()})
      out.push_back(key_of(std::string(author_key) + '\n' + word->text));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace notes
