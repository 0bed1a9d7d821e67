#include "notes/key.h"

#include <algorithm>
#include <array>
#include <utility>

#include "notes/ascii.h"
#include "notes/byte_set.h"
#include "notes/percent.h"
#include "notes/shown_title.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// Between letters these join: `don't`, `{BERT}`, `Mamba$^2$`. All other punctuation separates.
bool vanishes(char32_t c) {
  switch (c) {
    case '\'':
    case '$':
    case '^':
    case '{':
    case '}':
    case U'\u02BC':
    case U'\u2018':
    case U'\u2019':
      return true;
    default:
      return false;
  }
}

// Marks that stand alone: what NFKC leaves of `´` or `゛`.
bool is_loose_mark(char32_t c) { return (c >= 0x300 && c <= 0x36F) || c == 0x3099 || c == 0x309A; }

// ∞ and its like name things (`∞-former`); operators and arrows only separate.
bool is_counted_symbol(char32_t c) {
  return (c >= 0x2200 && c <= 0x2211) || (c >= 0x221A && c <= 0x221E);
}

bool is_plus_or_hash(char32_t c) { return c == '+' || c == '#'; }

// Writes words with one space between them, and none beside CJK, where authors and editors put
// spaces as they please.
class Words {
 public:
  // `most`: bytes that will be added, with those that separate.
  explicit Words(size_t most) { out_.reserve(most); }
  void separate() { separated_ = true; }
  // `written`: its bytes.
  void add(char32_t c, std::string_view written) {
    bool cjk = is_cjk(c);
    bool starts = out_.empty() || separated_;
    if (starts && is_loose_mark(c)) return;
    if (!out_.empty() && separated_ && !cjk && !last_is_cjk_) out_ += ' ';
    length_ = starts || last_is_cjk_ ? 1 : length_ + 1;
    out_ += written;
    last_is_cjk_ = cjk;
    separated_ = false;
  }
  // What a run of `add` does. REQUIRES: ASCII letters and digits.
  void add_ascii(std::string_view run) {
    const bool starts = out_.empty() || separated_;
    if (!out_.empty() && separated_ && !last_is_cjk_) out_ += ' ';
    length_ = starts || last_is_cjk_ ? run.size() : length_ + run.size();
    out_ += run;
    last_is_cjk_ = separated_ = false;
  }
  // The word so far is one ASCII letter, so that `+` and `#` after it name a language.
  bool is_lone_letter() const {
    return !separated_ && length_ == 1 && !out_.empty() && is_letter(out_.back());
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  size_t length_ = 0;
  bool separated_ = false;
  bool last_is_cjk_ = false;
};

size_t alnum_run(std::string_view text, size_t at) {
  static constexpr ByteSet kAlnum("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  size_t end = at;
  while (end < text.size() && kAlnum.has(text[end])) ++end;
  return end - at;
}

std::string words_of(std::string_view folded) {
  // All of ASCII that only separates.
  static constexpr ByteSet kSeparators(" \t\n\r!\"%&()*,-./:;<=>?@[]`|~");
  Words words(folded.size());
  for (size_t at = 0; at < folded.size();) {
    if (const size_t run = alnum_run(folded, at); run > 0) {
      words.add_ascii(folded.substr(at, run));
      at += run;
      continue;
    }
    if (kSeparators.has(folded[at])) {
      words.separate();
      ++at;
      continue;
    }
    Character c = character_at(folded, at);
    const std::string_view written = folded.substr(at, c.size);
    at += c.size;
    if (vanishes(c.code)) continue;
    if (c.code == U'×') {
      words.add('x', "x");
    } else if (is_letter(c.code) || is_digit(c.code) || is_counted_symbol(c.code)) {
      words.add(c.code, written);
    } else if (is_plus_or_hash(c.code) && words.is_lone_letter()) {
      std::string_view run = folded.substr(at - 1, folded.find_first_not_of("+#\\", at) - (at - 1));
      at += run.size() - 1;
      char32_t next = character_at(folded, at).code;
      if (is_cjk(next) || !is_letter(next))
        for (char sign : run)
          if (is_plus_or_hash(sign)) words.add(sign, {&sign, 1});
      words.separate();
    } else if (c.code == '_' && words.is_lone_letter() && is_digit(character_at(folded, at).code)) {
      continue;  // `L_2` is L2
    } else if (c.code == '\\') {
      // Markdown's and LaTeX's escape of punctuation is only its spelling.
      char32_t next = character_at(folded, at).code;
      if (is_letter(next) || is_digit(next) || is_space(next)) words.separate();
    } else {
      words.separate();
    }
  }
  return words.take();
}

// The years of `nsdi '20` written out, so that they cannot be taken for any other number.
std::string with_long_years(std::string_view folded) {
  std::string out;
  for (size_t at = 0; at < folded.size();) {
    Character c = character_at(folded, at);
    size_t after = at + c.size;
    auto digit = [&](size_t i) { return is_digit(character_at(folded, after + i).code); };
    bool quote = c.code == '\'' || c.code == '`' || c.code == U'\u2018' || c.code == U'\u2019';
    if (quote && digit(0) && digit(1) && !digit(2)) {
      out += " 20";
    } else {
      out.append(folded, at, c.size);
    }
    at = after;
  }
  return out;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         is_digit(word[2]) && is_digit(word[3]);
}

// `cvpr 2025`, `cvpr2025`, `nsdi '20`, `iclr 2024 oral`: few words, one of them a year, and a name.
bool is_venue_and_year(std::string_view folded) {
  std::string words = words_of(with_long_years(folded));
  size_t count = 0;
  bool year = false;
  bool name = false;
  for (std::string_view rest = words; !rest.empty(); ++count) {
    std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    size_t stem = word.size() - std::min<size_t>(word.size(), 4);
    year |= is_year(word.substr(stem)) && (stem == 0 || is_letter(word[stem - 1]));
    name |= is_letter(word.front());
  }
  return year && name && count <= 4;
}

// What notes put before a title to say that this is a paper.
bool is_note_marker(std::string_view folded) {
  constexpr std::string_view kWhole[] = {"paper",        "paper note",    "paper notes",
                                         "paper review", "paper reading", "paper summary",
                                         "paper memo",   "paper log",     "논문"};
  constexpr std::string_view kBeginnings[] = {"論文", "论文", "文献", "文獻", "논문"};
  std::string words = words_of(folded);
  return std::find(std::begin(kWhole), std::end(kWhole), words) != std::end(kWhole) ||
         std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                     [&](std::string_view beginning) { return words.starts_with(beginning); });
}

// A group in brackets at the start; `rest` is what follows it. The brackets may be escaped.
struct Group {
  std::string_view inside;
  std::string_view rest;
};
Group leading_group(std::string_view folded) {
  constexpr std::array<std::string_view, 2> kPairs[] = {
      {"\\[", "\\]"}, {"[", "]"}, {"【", "】"}, {"<", ">"}, {"〔", "〕"}};
  for (auto [open, close] : kPairs) {
    if (!folded.starts_with(open)) continue;
    size_t end = folded.find(close, open.size());
    if (end == std::string_view::npos) continue;
    return {folded.substr(open.size(), end - open.size()), folded.substr(end + close.size())};
  }
  return {{}, folded};
}

// `A & B` is `A and B`.
std::string with_and(std::string title) {
  for (size_t at = 0; (at = title.find(" & ", at)) != std::string::npos; at += 4)
    title.replace(at, 3, " and ");
  return title;
}

}  // namespace

std::string title_key(std::string_view title) {
  const bool has_marks = title.find('\\') != title.npos || title.find('&') != title.npos ||
                         title.find('$') != title.npos;
  const std::string folded =
      has_marks ? fold(with_and(shown_title(std::string(title)))) : fold(title);
  std::string_view rest = trim(folded);
  std::string key;  // of the rest, once something was taken from it
  // At most one of each, and only while a title is left.
  for (bool marker = false, venue = false;;) {
    Group group = leading_group(rest);
    if (group.inside.empty()) break;
    bool is_marker = !marker && is_note_marker(group.inside);
    bool is_venue = !is_marker && !venue && is_venue_and_year(group.inside);
    if (!(is_marker || is_venue)) break;
    std::string words = words_of(group.rest);
    if (words.empty()) break;
    key = std::move(words);
    marker |= is_marker;
    venue |= is_venue;
    rest = trim(group.rest);
  }
  return key.empty() ? words_of(rest) : key;
}

std::string short_title_key(std::string_view title) {
  size_t colon = title.find(':');
  colon = std::min(colon, title.find("："));
  if (colon == std::string_view::npos) return {};
  std::string key = title_key(title.substr(0, colon));
  return key.size() > 1 ? key : std::string();
}

std::string project_key(std::string_view title) {
  const std::string whole = short_title_key(title);
  std::string_view name = whole;
  const auto ends_with_digit = [&] {
    return !name.empty() && is_digit(static_cast<unsigned char>(name.back()));
  };
  if (name.find(' ') != std::string::npos && !ends_with_digit()) return {};
  while (ends_with_digit() || name.ends_with(' ')) name.remove_suffix(1);
  if (name.size() < whole.size() && name.ends_with('v')) name.remove_suffix(1);  // `NetV2`
  while (name.ends_with(' ')) name.remove_suffix(1);
  return name.size() >= 3 ? std::string(name) : std::string();
}

std::string tag_key(std::string_view tag) {
  std::string folded = fold(tag);
  std::string_view rest = trim(folded);
  while (rest.starts_with('#')) rest = trim(rest.substr(1));
  std::string key;
  key.reserve(rest.size());
  size_t kept = 0;  // from here on, up to `at`, all belongs to it
  for (size_t at = 0; at < rest.size();) {
    const Character c = character_at(rest, at);
    if (is_space(c.code)) {
      key += rest.substr(kept, at - kept);
      if (key.back() != ' ') key += ' ';
      kept = at + c.size;
    }
    at += c.size;
  }
  key += rest.substr(kept);
  // What ends a sentence or a list is no part of it.
  while (!key.empty()) {
    const Character last = character_before(key, key.size());
    if (std::u32string_view(U" .,;:!?。、").find(last.code) == std::u32string_view::npos) break;
    key.resize(key.size() - last.size);
  }
  return key;
}

std::string name_key(std::string_view name) {
  std::string folded = fold_case(trim(name));
  for (std::string_view ending : {".md", ".markdown"})
    if (folded.size() > ending.size() && folded.ends_with(ending)) {
      folded.resize(folded.size() - ending.size());
      break;
    }
  return folded;
}

std::string loose_name_key(std::string_view name) {
  const std::string folded = fold(percent_decoded(name_key(name)));
  std::string key;
  key.reserve(folded.size());
  for (size_t at = 0; at < folded.size();) {
    static constexpr ByteSet kForbidden(":/\\?*\"<>|_ ");
    size_t end = at;
    while (end < folded.size() && !kForbidden.has(folded[end])) ++end;
    key.append(folded, at, end - at);
    if (end < folded.size() && !key.empty() && key.back() != ' ') key += ' ';
    at = end + 1;
  }
  while (key.ends_with(' ')) key.pop_back();
  return key;
}

// The lowest bits of a key are its kind, so that it can be asked for without the text.
constexpr Key kKindBits = 0xF;

Key make_key(KeyKind kind, std::string_view folded) {
  // FNV-1a, then the finaliser of MurmurHash3, since shards are chosen by a few of the bits.
  Key hash = 0xCBF29CE484222325;
  auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3; };
  add(static_cast<unsigned char>(kind));
  for (char c : folded) add(static_cast<unsigned char>(c));
  hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCD;
  hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53;
  hash ^= hash >> 33;
  return (hash & ~kKindBits) | static_cast<Key>(kind);
}

KeyKind kind_of(Key key) { return static_cast<KeyKind>(key & kKindBits); }

}  // namespace notes
