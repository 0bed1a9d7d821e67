#include "notes/work_words.h"

#include <algorithm>
#include <array>

#include "notes/ascii.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// Sorted. Grammar, and what editors leave of markup.
constexpr std::string_view kGrammar[] = {
    "a",       "amp", "an",   "and",   "are",  "as",   "at",   "be",   "by",   "can",   "das",
    "de",      "der", "des",  "die",   "do",   "does", "et",   "for",  "from", "gt",    "hellip",
    "how",     "in",  "into", "is",    "it",   "its",  "la",   "le",   "les",  "lt",    "nbsp",
    "of",      "on",  "or",   "our",   "over", "quot", "s",    "that", "the",  "their", "this",
    "through", "to",  "und",  "using", "via",  "we",   "what", "when", "with", "you",   "your"};

// Sorted, without plural. Words of which a title has its share, and of where papers are published.
constexpr std::string_view kCommon[] = {
    "acm",          "adaptive",    "agent",       "algorithm",     "analysis",    "application",
    "approach",     "attention",   "based",       "computer",      "conference",  "data",
    "database",     "deep",        "detection",   "diffusion",     "distributed", "dynamic",
    "efficient",    "fast",        "framework",   "generation",    "generative",  "graph",
    "ieee",         "image",       "information", "international", "journal",     "knowledge",
    "language",     "large",       "learning",    "management",    "method",      "mining",
    "model",        "modeling",    "multi",       "network",       "neural",      "object",
    "optimization", "performance", "press",       "problem",       "proc",        "proceeding",
    "processing",   "query",       "reasoning",   "recognition",   "record",      "representation",
    "science",      "semantic",    "sigmod",      "symposium",     "system",      "technique",
    "towards",      "training",    "tran",        "transaction",   "transformer", "very",
    "video",        "view",        "vision",      "vldb",          "web",         "workshop"};

// Every word of every title is looked up, so from its first letter on.
template <const auto& kSorted>
bool is_one_of(std::string_view word) {
  static constexpr auto kBegins = [] {
    std::array<uint8_t, 'z' - 'a' + 2> out{};
    for (size_t letter = 0; letter < out.size(); ++letter)
      for (std::string_view known : kSorted)
        out[letter] += static_cast<size_t>(known[0] - 'a') < letter;
    return out;
  }();
  if (word.empty() || word[0] < 'a' || word[0] > 'z') return false;
  const size_t letter = static_cast<size_t>(word[0] - 'a');
  const auto* const first = std::begin(kSorted);
  return std::find(first + kBegins[letter], first + kBegins[letter + 1], word) !=
         first + kBegins[letter + 1];
}

// The letter under an accent: what canonical decomposition starts with, for scripts of Europe.
char32_t without_accent(char32_t c) {
  switch (c) {
    case U'ø':
      return U'o';
    case U'ł':
      return U'l';
    case U'đ':
      return U'd';
    case U'ı':
      return U'i';
    default:
      return c < 0xC0 || c >= 0x2000 ? c : base_letter(c);
  }
}

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }

// Both spellings of `server` in Japanese differ by it.
bool is_long_vowel_mark(char32_t c) { return c == 0x30FC || c == 0xFF70; }

// What is left at the end of a word of a quotation mark that was read in the wrong encoding.
bool is_lost_quote(std::string_view key, size_t next, char32_t c) {
  return c == U'â' && (next == key.size() || key[next] == ' ');
}

void drop_plural(std::string& word) {
  if (word.size() < 4 || word.back() != 's' || word == "sans") return;
  const char before = word[word.size() - 2];
  if (before == 's' || before == 'u' || before == 'i') return;
  if (word.ends_with("ies") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
  } else {
    word.pop_back();
  }
}

uint32_t letter_of(char c) { return uint32_t{1} << (static_cast<unsigned char>(c) & 31U); }

WorkWord finished(std::string text, WordKind kind) {
  if (kind == WordKind::kWord) drop_plural(text);
  uint64_t hash = 0xCBF29CE484222325;
  uint32_t letters = 0;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    letters |= letter_of(c);
  }
  float weight = 1;
  if (kind == WordKind::kKana)
    weight = 0.1F;
  else if (kind == WordKind::kIdeograph)
    weight = 0.6F;
  else if (kind == WordKind::kWord && is_one_of<kGrammar>(text))
    weight = 0.1F;
  else if (kind == WordKind::kWord && is_one_of<kCommon>(text))
    weight = 0.5F;
  else if (text.size() == 1)
    weight = 0.3F;
  return {std::move(text), hash, weight, letters, kind};
}

}  // namespace

uint32_t letters_of(std::string_view word) {
  uint32_t out = 0;
  for (const char c : word) out |= letter_of(c);
  return out;
}

std::vector<WorkWord> work_words(std::string_view key) {
  std::vector<WorkWord> words;
  constexpr size_t kUsual = 16;
  words.reserve(kUsual);
  std::string word;
  bool has_digit = false;
  const auto finish = [&] {
    // What spreadsheets make of a year: `1985.0`.
    if (word == "0" && !words.empty() && year_of_word(words.back().text) > 0) word.clear();
    if (word == "o" && !words.empty() && words.back().text == "w") {  // `w/o`
      words.back() = finished("without", WordKind::kWord);
      word.clear();
    }
    if (!word.empty())
      words.push_back(finished(std::move(word), has_digit ? WordKind::kNumber : WordKind::kWord));
    word.clear();
    has_digit = false;
  };
  for (size_t at = 0; at < key.size();) {
    const size_t begin = at;
    for (; at < key.size() && key[at] > ' ' && static_cast<unsigned char>(key[at]) < 0x80; ++at)
      has_digit |= is_ascii_digit(key[at]);
    if (at > begin) {
      word.append(key, begin, at - begin);
      continue;
    }
    const Character c = character_at(key, at);
    at += c.size;
    if (c.code < 0x80 && c.code != ' ') {
      word += static_cast<char>(c.code);
    } else if (c.code == ' ') {
      finish();
    } else if (is_long_vowel_mark(c.code)) {
      continue;
    } else if (is_cjk(c.code)) {
      finish();
      append_utf8(word, c.code);
      words.push_back(
          finished(std::move(word), is_kana(c.code) ? WordKind::kKana : WordKind::kIdeograph));
      word.clear();
    } else if (is_lost_quote(key, at, c.code) && !word.empty()) {
      continue;
    } else {
      has_digit |= is_digit(c.code);
      append_utf8(word, without_accent(c.code));
    }
  }
  finish();
  return words;
}

int year_of_word(std::string_view word) {
  if (word.size() != 4 || !(word.starts_with("19") || word.starts_with("20"))) return 0;
  int year = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return year >= 1900 && year < 2100 ? year : 0;
}

}  // namespace notes
