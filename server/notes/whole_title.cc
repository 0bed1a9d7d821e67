#include "notes/whole_title.h"

#include <algorithm>
#include <string>
#include <vector>

#include "notes/key.h"
#include "notes/title_text.h"

namespace notes {
namespace {

constexpr size_t kFewestWords = 6;  // of a name that goes before a heading
constexpr size_t kFewestSaid = 3;   // of the heading's words
constexpr size_t kFewestMore = 3;   // of the name's, where they stand behind all of the heading's

using Words = std::vector<std::string_view>;

Words words_of(std::string_view key) {
  Words out;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) out.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// How many words from `at` on the short one is made of the first letters of, `2` read as `to`;
// 0 when it is not.
size_t initials(std::string_view acronym, const Words& words, size_t at) {
  if (acronym.size() < 2 || at + acronym.size() > words.size()) return 0;
  for (size_t i = 0; i < acronym.size(); ++i) {
    const char first = words[at + i][0];
    if (first != acronym[i] && !(acronym[i] == '2' && words[at + i] == "to")) return 0;
  }
  return acronym.size();
}

// `Config` of `Configuration`; a plural is no abbreviation.
bool is_beginning(std::string_view word, std::string_view whole) {
  return word.size() >= 3 && whole.size() >= word.size() + 3 && whole.starts_with(word);
}

bool is_small(std::string_view word) {
  for (std::string_view small : {"for", "in", "of", "with", "via", "and", "on", "to", "from",
                                 "using", "by", "under", "through", "without", "towards"})
    if (word == small) return true;
  return false;
}

// What a name of a file has besides the title: when, of which kind, which copy.
bool is_remark(std::string_view word) {
  if (word.find_first_not_of("0123456789") == std::string_view::npos) return true;
  for (std::string_view remark :
       {"note", "notes", "summary", "review", "read", "todo", "draft", "annotated", "slides",
        "part", "copy", "version", "supplementary", "appendix", "arxiv", "pdf"})
    if (word == remark) return true;
  return false;
}

// `DPTNet: Rest` of `Dual-Path Transformer Network: Rest`: without what stands before the colon,
// where it is made of the beginnings of the name's first words.
std::string_view without_nickname(std::string_view heading, const Words& name) {
  const size_t colon = heading.find(": ");
  if (colon == std::string_view::npos || colon > 20) return heading;
  const std::string nickname = title_key(heading.substr(0, colon));
  if (nickname.empty() || nickname.find(' ') != std::string::npos || nickname == name[0])
    return heading;
  const std::string rest = title_key(heading.substr(colon));
  size_t said = 0;
  size_t words = 0;
  for (; words < name.size() && said < nickname.size(); ++words) {
    size_t same = 0;  // letters that the word starts with
    while (same < name[words].size() && said + same < nickname.size() &&
           name[words][same] == nickname[said + same])
      ++same;
    if (same == 0) return heading;
    said += same;
  }
  return said == nickname.size() && words >= 2 && !rest.starts_with(std::string(name[0]) + " ")
             ? heading.substr(colon + 1)
             : heading;
}

}  // namespace

bool says_in_full(std::string_view name, std::string_view heading) {
  if (!has_words(name, kFewestWords) || name.find_first_of("([") != std::string_view::npos ||
      name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos)
    return false;
  const std::string whole = title_key(name);
  const Words words = words_of(whole);
  if (words.empty()) return false;
  const std::string_view plain = without_nickname(heading, words);
  const std::string short_one = title_key(plain);
  const Words said = words_of(short_one);
  if (said.size() < kFewestSaid) return false;
  bool more = plain.size() != heading.size();
  size_t at = 0;
  for (size_t i = 0; i < said.size(); ++i) {
    const size_t from = at;
    size_t taken = 0;
    for (; at < words.size() && taken == 0; at += taken == 0) {
      if (words[at] == said[i] || is_beginning(said[i], words[at]))
        taken = 1;
      else
        taken = initials(said[i], words, at);
    }
    if (taken == 0) return false;
    if (i == 0 && at > 0 && plain.size() == heading.size()) return false;
    if (std::any_of(words.begin() + static_cast<long>(from), words.begin() + static_cast<long>(at),
                    is_remark))
      return false;
    more = more || at > from || taken > 1 || words[at] != said[i];
    at += taken;
  }
  if (at == words.size()) return more;
  return words.size() - at >= kFewestMore && is_small(words[at]) &&
         std::none_of(words.begin() + static_cast<long>(at), words.end(), is_remark);
}

bool spells_out(std::string_view line, std::string_view name) {
  constexpr size_t kMostMarks = 16;  // that the line has and the name leaves out
  if (line.size() + 4 < name.size() || line.size() > name.size() + kMostMarks) return false;
  std::string one = title_key(line), other = title_key(name);
  std::erase(one, ' ');
  std::erase(other, ' ');
  return !one.empty() && one == other;
}

}  // namespace notes
