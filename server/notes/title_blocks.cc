#include "notes/title_blocks.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <span>
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

// What people write in letters as soon as everybody knows it; as work_words() gives the words.
struct Acronym {
  std::string_view letters;
  std::array<std::string_view, 4> words;
};
constexpr Acronym kAcronyms[] = {
    {"cnn", {"convolutional", "neural", "network"}},
    {"cv", {"computer", "vision"}},
    {"dnn", {"deep", "neural", "network"}},
    {"gan", {"generative", "adversarial", "network"}},
    {"gnn", {"graph", "neural", "network"}},
    {"kg", {"knowledge", "graph"}},
    {"llm", {"large", "language", "model"}},
    {"lm", {"language", "model"}},
    {"lvlm", {"large", "vision", "language", "model"}},
    {"mllm", {"multimodal", "large", "language", "model"}},
    {"moe", {"mixture", "expert"}},
    {"nlg", {"natural", "language", "generation"}},
    {"nlp", {"natural", "language", "processing"}},
    {"nlu", {"natural", "language", "understanding"}},
    {"nmt", {"neural", "machine", "translation"}},
    {"plm", {"pre", "trained", "language", "model"}},
    {"qa", {"question", "answering"}},
    {"rag", {"retrieval", "augmented", "generation"}},
    {"rl", {"reinforcement", "learning"}},
    {"rnn", {"recurrent", "neural", "network"}},
    {"slm", {"small", "language", "model"}},
    {"vit", {"vision", "transformer"}},
    {"vlm", {"vision", "language", "model"}},
    {"vqa", {"visual", "question", "answering"}},
};

size_t length_of(const Acronym& acronym) {
  return static_cast<size_t>(
      std::find(acronym.words.begin(), acronym.words.end(), std::string_view()) -
      acronym.words.begin());
}

bool is_spelled_out(const Acronym& acronym, std::span<const WorkWord> words) {
  return length_of(acronym) <= words.size() &&
         std::equal(acronym.words.begin(), acronym.words.begin() + length_of(acronym),
                    words.begin(),
                    [](std::string_view word, const WorkWord& is) { return word == is.text; });
}

// By its first letter, one bit for each acronym whose first word begins with it.
constexpr auto kByLetter = [] {
  static_assert(std::size(kAcronyms) <= 32);
  std::array<uint32_t, 256> out{};
  for (size_t i = 0; i < std::size(kAcronyms); ++i)
    out[static_cast<unsigned char>(kAcronyms[i].words[0][0])] |= uint32_t{1} << i;
  return out;
}();

// The longest of those that are spelled out from here on.
const Acronym* acronym_at(std::span<const WorkWord> words) {
  const Acronym* best = nullptr;
  for (uint32_t left = kByLetter[static_cast<unsigned char>(words[0].text[0])]; left != 0;
       left &= left - 1) {
    const Acronym& acronym = kAcronyms[std::countr_zero(left)];
    if (is_spelled_out(acronym, words) && (!best || length_of(acronym) > length_of(*best)))
      best = &acronym;
  }
  return best;
}

void write_in_letters(std::vector<WorkWord>& words) {
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].kind != WordKind::kWord) continue;
    const Acronym* const acronym = acronym_at(std::span(words).subspan(i));
    if (!acronym) continue;
    words[i].text = acronym->letters;
    words[i].weight = 1;
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    words.erase(first, first + static_cast<std::ptrdiff_t>(length_of(*acronym)) - 1);
  }
}

// `colour` and `color`, `normalise` and `normalize`.
void write_alike(std::string& word) {
  std::replace(word.begin(), word.end(), 'z', 's');
  for (size_t at = word.find("our"); at != std::string::npos; at = word.find("our", at + 1))
    word.erase(at + 1, 1);
}

// By its letters as it was before it was written in letters, which hold neither.
bool may_be_written_alike(const WorkWord& word) {
  static const uint32_t kZ = letters_of("z"), kOur = letters_of("our");
  return (word.letters & kZ) != 0 || (word.letters & kOur) == kOur;
}

struct Pair {
  Key key = 0;
  float weight = 0;
};

}  // namespace

std::vector<Key> title_blocks(std::string_view title_key, std::string_view author_key,
                              std::string_view project_key) {
  std::vector<WorkWord> words = work_words(title_key);
  std::erase_if(words, [](const WorkWord& word) { return word.weight <= 0.1F; });
  write_in_letters(words);
  for (WorkWord& word : words)
    if (may_be_written_alike(word)) write_alike(word.text);
  std::vector<Pair> pairs;
  pairs.reserve(kFirstWords * 2);
  std::string letters, text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (letters.size() < kFirstLetters) letters += words[i].text;
    const bool is_ideograph = words[i].kind == WordKind::kIdeograph;
    const size_t length = is_ideograph ? kIdeographs : 2;
    if (i + length > words.size() || i + 1 >= kFirstWords * length / 2) continue;
    text.clear();
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
  if (letters.size() >= kFirstLetters)
    out.push_back(key_of(std::string_view(letters).substr(0, kFirstLetters)));
  if (!words.empty() && words.size() <= kShortTitle && !author_key.empty())
    for (const WorkWord* word : {&words.front(), &words.back()})
      out.push_back(key_of(std::string(author_key) + '\n' + word->text));
  if (!project_key.empty() && !author_key.empty())
    out.push_back(key_of(std::string(author_key).append("\n\n").append(project_key)));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace notes
