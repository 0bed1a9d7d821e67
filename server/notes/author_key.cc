// author_key of key.h. The ways to write a name are many, so they have a file of their own.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "notes/ascii.h"
#include "notes/key.h"
#include "notes/unicode.h"

namespace notes {
namespace {

struct Word {
  std::string text;  // in its own case, since particles are known by theirs
  bool after_comma = false;
  int spelling = 0;  // one more after each of `_`, `/` and brackets: `王伟 (Wei Wang)`
};
using Words = std::vector<Word>;

template <size_t kSize>
bool is_one_of(std::string_view word, const std::string_view (&list)[kSize]) {
  return std::find(list, list + kSize, word) != list + kSize;
}

bool has_cjk(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    Character c = character_at(text, at);
    if (is_cjk(c.code)) return true;
    at += c.size;
  }
  return false;
}

bool is_initial(const Word& word) {
  return character_at(word.text, 0).size == word.text.size() && !has_cjk(word.text);
}

bool is_particle(const Word& word) {
  constexpr std::string_view kParticles[] = {
      "af", "al", "av",  "da", "dal", "das", "de",  "del", "della", "den", "der", "di", "dos",
      "du", "el", "ibn", "la", "le",  "t",   "ten", "ter", "van",   "von", "zu",  "zur"};
  return is_one_of(word.text, kParticles);
}

// The words of one name; what stands for further authors ends it, and marks like `+` or `1` go.
Words words_of(std::string_view author) {
  constexpr std::u32string_view kEnds = U";；&＆、";
  constexpr std::u32string_view kOpening = U"([<（【";
  constexpr std::u32string_view kSeparators = U"_/|)]>）】";
  constexpr std::u32string_view kHyphens = U"-\u2010\u2011\u2013";
  constexpr std::u32string_view kApostrophes = U"'\u2019\u02BC";
  auto within = [](std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
  };
  Words words;
  std::string word;
  bool comma = false;
  int spelling = 0;
  auto finish = [&] {
    while (!word.empty() && (word.back() == '-' || word.back() == '\'')) word.pop_back();
    if (!word.empty()) words.push_back({std::move(word), comma, spelling});
    word.clear();
  };
  for (size_t at = 0; at < author.size();) {
    if (is_ascii_letter(author[at])) {  // as most
      word += author[at++];
      continue;
    }
    Character c = character_at(author, at);
    at += c.size;
    if (within(kEnds, c.code)) break;
    if (within(kHyphens, c.code) || within(kApostrophes, c.code)) {
      if (!word.empty()) word += within(kHyphens, c.code) ? '-' : '\'';
    } else if (is_letter(c.code)) {
      append_utf8(word, c.code);
    } else if (c.code == ',' || c.code == U'，') {
      finish();
      comma = true;
    } else if (is_space(c.code) || c.code == '.') {
      finish();
    } else if (within(kOpening, c.code) || within(kSeparators, c.code)) {
      finish();
      ++spelling;
      // An affiliation, or the other spelling of a name that is already there.
      bool opening = within(kOpening, c.code);
      if (opening && !words.empty() && !has_cjk(words.back().text)) break;
    }
  }
  finish();
  return words;
}

// Cuts `et al`, `and …`, `等`, `ら` and drops `Jr`, `III`.
void drop_others(Words& words) {
  constexpr std::string_view kOthers[] = {"et", "etal", "and", "等", "等人", "他", "ほか", "ら"};
  constexpr std::string_view kSuffixes[] = {"jr", "sr", "ii", "iii", "iv"};
  constexpr size_t kLongest = 4;  // of them in ASCII, as most words are
  auto named = [](const auto& list) {
    return [&list](const Word& word) {
      return (word.text.size() <= kLongest || !is_ascii(word.text)) &&
             is_one_of(fold(word.text), list);
    };
  };
  if (words.empty()) return;
  words.erase(std::find_if(words.begin() + 1, words.end(), named(kOthers)), words.end());
  words.erase(std::remove_if(words.begin() + 1, words.end(), named(kSuffixes)), words.end());
  std::string& last = words.back().text;
  for (std::string_view others : {"等人", "等", "ら"}) {
    if (!last.ends_with(others)) continue;
    char32_t before = character_before(last, last.size() - others.size()).code;
    // After kana, `ら` is more likely the end of a given name.
    bool named_so = others == "ら" && before >= 0x3040 && before <= 0x30FF;
    if (before != 0 && !named_so) last.resize(last.size() - others.size());
    break;
  }
}

std::string joined(const Words& words, std::string_view between) {
  std::string out;
  for (const Word& word : words) out.append(out.empty() ? "" : between).append(word.text);
  return fold(out);
}

// `Maaten, L. van der` and `van der Maaten, L.`; nothing when the comma only lists authors.
std::string family_before_comma(const Words& words) {
  auto given =
      std::find_if(words.begin(), words.end(), [](const Word& w) { return w.after_comma; });
  if (given == words.begin() || given == words.end() || is_initial(words.front())) return {};
  auto particles = words.end();
  while (particles != given && is_particle(particles[-1])) --particles;
  Words family(particles, words.end());
  family.insert(family.end(), words.begin(), given);
  return joined(family, " ");
}

// Empty when there are only initials, as in `N/A`.
std::string family_at_end(Words words) {
  if (words.size() > 1 && std::all_of(words.begin(), words.end(), is_initial)) return {};
  while (words.size() > 1 && is_initial(words.back())) words.pop_back();
  size_t start = words.size() - 1;
  while (start > 0 && is_particle(words[start - 1])) --start;
  return joined(Words(words.begin() + start, words.end()), " ");
}

}  // namespace

std::string author_key(std::string_view author) {
  Words words = words_of(author);
  drop_others(words);
  if (words.empty()) return {};
  if (std::string family = family_before_comma(words); !family.empty()) return family;
  // A comma left now stands between authors.
  if (!words.front().after_comma)
    std::erase_if(words, [](const Word& word) { return word.after_comma; });
  auto cjk = [](const Word& word) { return has_cjk(word.text); };
  auto first = std::find_if(words.begin(), words.end(), cjk);
  if (first == words.end()) return family_at_end(std::move(words));
  // A name spelled in both scripts goes by the one that papers print.
  Words other = words;
  std::erase_if(other, [&](const Word& word) { return word.spelling == first->spelling; });
  if (other.size() < 2 || std::any_of(other.begin(), other.end(), cjk)) return joined(words, "");
  return family_at_end(std::move(other));
}

}  // namespace notes
