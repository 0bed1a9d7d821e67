#include "notes/person_names.h"

#include <algorithm>
#include <iterator>

#include "notes/ascii.h"
#include "notes/lines.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {

std::string_view without(std::string_view words, std::string_view before, std::string_view behind) {
  while (!words.empty() && before.find(words.front()) != std::string_view::npos)
    words.remove_prefix(1);
  while (!words.empty() && behind.find(words.back()) != std::string_view::npos)
    words.remove_suffix(1);
  return words;
}

// Capitals stand in titles, too; these words do not stand in names.
static bool is_word_of_titles(std::string_view word) {
  constexpr std::string_view kWords[] = {"a",
                                         "an",
                                         "the",
                                         "under",
                                         "between",
                                         "beyond",
                                         "towards",
                                         "toward",
                                         "through",
                                         "into",
                                         "over",
                                         "without",
                                         "within",
                                         "how",
                                         "what",
                                         "why",
                                         "when",
                                         "does",
                                         "can",
                                         "learning",
                                         "network",
                                         "networks",
                                         "model",
                                         "models",
                                         "modeling",
                                         "neural",
                                         "deep",
                                         "language",
                                         "attention",
                                         "memory",
                                         "transformer",
                                         "transformers",
                                         "data",
                                         "training",
                                         "analysis",
                                         "system",
                                         "systems",
                                         "method",
                                         "methods",
                                         "approach",
                                         "survey",
                                         "framework",
                                         "algorithm",
                                         "algorithms",
                                         "optimization",
                                         "representation",
                                         "representations",
                                         "generation",
                                         "detection",
                                         "recognition",
                                         "image",
                                         "images",
                                         "video",
                                         "graph",
                                         "graphs",
                                         "vision",
                                         "reasoning",
                                         "evaluation",
                                         "evaluations",
                                         "knowledge",
                                         "information",
                                         "inference",
                                         "search",
                                         "matching",
                                         "prediction",
                                         "classification",
                                         "segmentation",
                                         "adaptation",
                                         "estimation",
                                         "processing",
                                         "retrieval",
                                         "notes",
                                         "paper",
                                         "papers",
                                         "research",
                                         "university",
                                         "institute",
                                         "department",
                                         "laboratory",
                                         "lab",
                                         "summary",
                                         "introduction",
                                         "conclusion",
                                         "efficient",
                                         "robust",
                                         "large",
                                         "scale",
                                         "self",
                                         "multi"};
  const std::string folded = fold(word);
  return std::find(std::begin(kWords), std::end(kWords), folded) != std::end(kWords);
}

static bool is_particle(std::string_view word) {
  for (std::string_view known : {"van", "von", "de", "der", "den", "di", "da", "la", "le", "el",
                                 "del", "dos", "bin", "al", "ten", "y"})
    if (word == known) return true;
  return false;
}

// Names in CJK letters are short. Of UTF-8, their first bytes.
static bool is_part_of_cjk(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xE3 && byte <= 0xED;
}

constexpr size_t kLongestName = 60;  // bytes
constexpr size_t kLongestCjkName = 15;

static bool starts_longer_than_names(std::string_view words) {
  size_t at = 0;
  while (at <= kLongestCjkName) {
    const Character c = character_at(words, at);
    if (!is_cjk(c.code)) return false;
    at += c.size;
  }
  return true;
}

bool is_initial(std::string_view word) {
  return word.size() <= 5 && word.ends_with('.') && is_upper(character_at(word, 0).code);
}

static bool are_initials(std::string_view words) {
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find(' ', at), words.size());
    if (end > at && !is_initial(words.substr(at, end - at))) return false;
    at = end + 1;
  }
  return !words.empty();
}

// `Jane A. Doe`, `J. van Doe`; one word alone only where `alone` allows it: `Doe` of `Doe, J.`.
bool is_name(std::string_view words, bool alone) {
  if (!looks_like_author(words)) return false;
  if (words.size() > kLongestCjkName && std::any_of(words.begin(), words.end(), is_part_of_cjk))
    return false;
  size_t count = 0;
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    at = end + 1;
    if (word.empty() || is_particle(word)) continue;
    if (is_word_of_titles(word)) return false;
    const Character first = character_at(word, 0);
    if (!is_upper(first.code) && !is_cjk(first.code)) return false;
    if (word.size() >= 3 &&
        std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 2)
      return false;  // an acronym
    ++count;
  }
  return count <= 4 && (count >= 2 || (alone && count == 1));
}

// What separates names at a place, with how many bytes; 0 when nothing does.
static size_t separator_at(std::string_view words, size_t at) {
  switch (words[at]) {
    case ' ':
      if (at + 1 == words.size() || (words[at + 1] != 'a' && words[at + 1] != '&')) return 0;
      break;
    case ',':
    case ';':
    case '\xE3':
    case '\xEF':
      break;
    default:
      return 0;
  }
  // Of two that start alike the longer stands first.
  static constexpr std::string_view kMarks[] = {", and ", ", & ", " and ", " & ",
                                                "; ",     ", ",   "、",    "，"};
  for (std::string_view mark : kMarks)
    if (words.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

// The first of them must be a name, and no longer than names are.
bool may_start_names(std::string_view words) {
  const Character first = character_at(words, 0);
  if (is_cjk(first.code) && starts_longer_than_names(words)) return false;
  // `Jane `, `van `, but not `the `; behind it `Doe`, `et`, `(MIT)`, but not `model`.
  const auto may_stand = [](std::string_view word) {
    const char32_t letter = character_at(word, 0).code;
    return letter >= 0x80 || is_upper(letter) || is_particle(without(word, "", ",;"));
  };
  const size_t end = std::min(words.find(' '), words.size());
  const std::string_view rest = without(words.substr(end), " ", "");
  const std::string_view second = rest.substr(0, rest.find(' '));
  if (!may_stand(words.substr(0, end)) || !(second.empty() || !is_ascii_alnum(second[0]) ||
                                            second == "and" || second == "et" || may_stand(second)))
    return false;
  for (size_t at = 0; at < words.size(); ++at) {
    if (at > kLongestName) return false;
    // Behind one of these something else may follow the only name: `Doe et al. ICML 2021`.
    const char c = words[at];
    if (c == '.' || c == '-' || c == '|' || c == '(' || static_cast<unsigned char>(c) == 0xE2)
      return true;
    if (separator_at(words, at) == 0) continue;
    const std::string_view part = trim(words.substr(0, at));
    return is_name(part, true) || read_et_al(part).has_value();
  }
  return true;
}

// Until `use` is false for one of them.
template <class Use>
static bool for_each_part(std::string_view names, Use use) {
  for (size_t at = 0; at < names.size();) {
    size_t end = at, separator = 0;
    while (end < names.size() && (separator = separator_at(names, end)) == 0) ++end;
    const std::string_view part = trim(names.substr(at, end - at));
    if (!part.empty() && !use(part)) return false;
    at = end + separator;
  }
  return true;
}

std::vector<std::string_view> parts_of(std::string_view names) {
  std::vector<std::string_view> out;
  for_each_part(names, [&](std::string_view part) {
    out.push_back(part);
    return true;
  });
  return out;
}

bool reads_like_names(std::string_view words) {
  words = without(words, kBlanksAndMarks, " \t*_`,:");
  if (words.size() < 5 || words.size() > kLongestNames) return false;
  // Most that is none fails at its first part.
  size_t count = 0, initials = 0, alone = 0;
  const auto may_be_one = [&](std::string_view part) {
    ++count;
    if (are_initials(part)) return ++initials > 0;
    if (!is_name(part, true)) return false;
    alone += !is_name(part, false);
    return true;
  };
  if (const auto one = read_et_al(words))
    return for_each_part(without(*one, "", " ,"), may_be_one) && count > 0;
  if (words.ends_with('.') && !is_initial(words.substr(words.rfind(' ') + 1)))
    words.remove_suffix(1);
  return for_each_part(words, may_be_one) && count >= 2 && (alone == 0 || initials > 0);
}

}  // namespace notes
