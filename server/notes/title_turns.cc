#include "notes/title_turns.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "notes/key.h"
#include "notes/unicode.h"

namespace notes {
namespace {

using Words = std::vector<std::string_view>;

template <size_t kSize>
bool is_one_of(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

template <size_t kSize>
bool has_any(std::string_view key, const std::string_view (&list)[kSize]) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view phrase) {
    return key.find(phrase) != std::string_view::npos;
  });
}

template <size_t kSize>
bool ends_with_any(std::string_view text, const std::string_view (&list)[kSize]) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view end) { return text.ends_with(end); });
}

Words words_of(std::string_view key) {
  Words out;
  while (!key.empty()) {
    const std::string_view word = key.substr(0, key.find(' '));
    out.push_back(word);
    key.remove_prefix(std::min(word.size() + 1, key.size()));
  }
  return out;
}

bool starts_with_kana(std::string_view text) {
  const char32_t c = character_at(text, 0).code;
  return c >= 0x3041 && c <= 0x309F;
}

// A way to deny, and what it is not before or behind: 少ない, ないし.
struct Negation {
  std::string_view text;
  std::string_view not_behind[3];
  std::string_view not_before[3];
};
constexpr Negation kNegations[] = {
    {"ない", {"少", "すく", "もとも"}, {"し", "が", "ぞ"}},
    {"なく", {"少", "すく", "まも"}, {"す", "し"}},
    {"ません", {}, {}},
    {"なかっ", {}, {}},
    {"なければ", {}, {}},
    {"ずに", {"み", "か", "ま"}, {}},
    {"らず", {}, {"に"}},
    {"せず", {}, {"に"}},
    {"えず", {}, {"に"}},
    {"わず", {}, {"に", "か"}},
    {"いず", {}, {"に", "れ", "み"}},
};

bool denies(const Negation& negation, std::string_view before, std::string_view behind) {
  for (const std::string_view other : negation.not_behind)
    if (!other.empty() && before.ends_with(other)) return false;
  for (const std::string_view other : negation.not_before)
    if (!other.empty() && behind.starts_with(other)) return false;
  return true;
}

// 教師なし, but not はなし.
bool is_lacking(std::string_view before) {
  if (before.empty()) return false;
  const char32_t last = character_before(before, before.size()).code;
  return !(last >= 0x3041 && last <= 0x309F);
}

constexpr std::string_view kOrdinals[] = {"first", "second",  "third",  "fourth", "fifth",
                                          "sixth", "seventh", "eighth", "ninth",  "tenth"};
constexpr std::string_view kIdeographNumbers[] = {"一", "二", "三", "四", "五",
                                                  "六", "七", "八", "九", "十"};

// `2` of `2nd`, `second`, `2`; empty otherwise.
std::string number_of(std::string_view word) {
  const size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
  if (end > 0) {
    const std::string_view rest = word.substr(end);
    const bool is_ordinal =
        rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest == "e";
    return is_ordinal ? std::string(word.substr(0, end)) : std::string();
  }
  const auto* const at = std::find(std::begin(kOrdinals), std::end(kOrdinals), word);
  return at == std::end(kOrdinals) ? std::string() : std::to_string(at - std::begin(kOrdinals) + 1);
}

Edition numbered(std::string number) { return {number == "1" ? std::string() : std::move(number)}; }

// `2nd edition`, `edition 2`, `revised edition`, `extended version`.
Edition latin_edition(std::string_view key) {
  constexpr std::string_view kKinds[] = {"revised",    "extended", "expanded",      "full",
                                         "long",       "short",    "abridged",      "complete",
                                         "updated",    "enlarged", "international", "journal",
                                         "conference", "new",      "augmented"};
  const Words words = words_of(key);
  for (size_t i = 1; i < words.size(); ++i) {
    const bool is_edition = words[i] == "edition" || words[i] == "ed" || words[i] == "auflage";
    if (!is_edition && words[i] != "version") continue;
    if (is_edition)
      if (std::string number = number_of(words[i - 1]); !number.empty())
        return numbered(std::move(number));
    if (is_one_of(kKinds, words[i - 1])) return {std::string(words[i - 1]), !is_edition};
    if (words[i] == "edition" && i + 1 < words.size())
      if (std::string number = number_of(words[i + 1]); !number.empty())
        return numbered(std::move(number));
  }
  return {};
}

// 第2版, 第二版, 改訂版, 修订版.
Edition ideograph_edition(std::string_view key) {
  constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
      {"改訂", "revised"},  {"改定", "revised"},    {"修订", "revised"},    {"修訂", "revised"},
      {"補訂", "revised"},  {"増補", "enlarged"},   {"增补", "enlarged"},   {"增订", "enlarged"},
      {"増訂", "enlarged"}, {"拡張版", "extended"}, {"扩展版", "extended"}, {"新版", "new"},
      {"新装版", "new"},    {"개정", "revised"},    {"증보", "enlarged"}};
  for (size_t at = key.find("第"); at != std::string_view::npos; at = key.find("第", at + 3)) {
    const std::string_view rest = key.substr(at + 3);
    const size_t end = rest.find("版");
    if (end == std::string_view::npos || end == 0 || end > 6) continue;
    std::string_view number = rest.substr(0, end);
    if (number.ends_with(' ')) number.remove_suffix(1);
    const auto* const counted =
        std::find(std::begin(kIdeographNumbers), std::end(kIdeographNumbers), number);
    if (counted != std::end(kIdeographNumbers))
      return numbered(std::to_string(counted - std::begin(kIdeographNumbers) + 1));
    if (std::string digits = number_of(number); !digits.empty()) return numbered(std::move(digits));
  }
  if (key.find("版") == std::string_view::npos && key.find("개정") == std::string_view::npos &&
      key.find("증보") == std::string_view::npos)
    return {};
  for (const auto& [text, kind] : kKinds)
    if (key.find(text) != std::string_view::npos) return {std::string(kind)};
  return {};
}

// The words that a `+` ends: `PointNet++`, but not `A+B`.
std::vector<std::string> words_with_plus(std::string_view title) {
  std::vector<std::string> out;
  for (size_t at = title.find('+'); at != std::string::npos; at = title.find('+', at)) {
    const size_t end = std::min(title.find_first_not_of('+', at), title.size());
    const auto is_of_word = [&](size_t i) {
      const unsigned char c = static_cast<unsigned char>(title[i]);
      return c > 0x7F || is_letter(c) || is_digit(c) || c == '-';
    };
    size_t begin = at;
    while (begin > 0 && is_of_word(begin - 1)) --begin;
    if (begin < at && (end == title.size() || !is_of_word(end)))
      out.push_back(fold(title.substr(begin, end - begin)));
    at = end;
  }
  return out;
}

}  // namespace

int kana_negations(std::string_view key) {
  int count = 0;
  for (size_t at = 0; at < key.size(); at += character_at(key, at).size) {
    const std::string_view rest = key.substr(at);
    if (!starts_with_kana(rest)) continue;
    const std::string_view before = key.substr(0, at);
    for (const Negation& negation : kNegations)
      count += rest.starts_with(negation.text) &&
               denies(negation, before, rest.substr(negation.text.size()));
    count += rest.starts_with("なし") && is_lacking(before);
  }
  return count;
}

bool turns_in_ideographs(std::string_view key) {
  constexpr std::string_view kPhrases[] = {
      "サーベイ", "レビュー論文", "文献レビュー", "の概観",   "チュートリアル", "再考", "再訪",
      "再検討",   "再評価",       "見直す",       "综述",     "綜述",           "综论", "述评",
      "概述",     "概览",         "重新审视",     "重新審視", "再思考",         "再探", "重新思考",
      "反思",     "서베이",       "리뷰 논문",    "재고찰",   "문헌 고찰"};
  constexpr std::string_view kEnds[] = {"調査", "の展望", "のレビュー", "動向", "进展", "研究进展"};
  return has_any(key, kPhrases) || ends_with_any(key, kEnds);
}

bool is_supplement(std::string_view key) {
  constexpr std::string_view kPhrases[] = {"付録", "附録",     "補足資料", "補足情報",
                                           "附录", "补充材料", "补充资料", "부록"};
  constexpr std::string_view kNames[] = {"supplement", "supplementary", "supplemental",
                                         "appendix",   "appendices",    "erratum",
                                         "errata",     "corrigendum"};
  constexpr std::string_view kKinds[] = {"material", "materials", "information", "document",
                                         "file",     "files",     "notes",       "note"};
  for (const std::string_view phrase : kPhrases)
    if (key.starts_with(phrase) || key.ends_with(phrase)) return true;
  const Words words = words_of(key);
  if (words.size() < 2) return false;
  if (words[0] == "the" || words[0] == "online")
    return words.size() > 2 && is_supplement(key.substr(words[0].size() + 1));
  if (is_one_of(kNames, words.front()) || is_one_of(kNames, words.back())) return true;
  if (words[0] == "supporting" && words[1] == "information") return true;
  return is_one_of(kKinds, words.back()) && (words[words.size() - 2].starts_with("supplement") ||
                                             words[words.size() - 2] == "supporting");
}

Edition edition_of(std::string_view key) {
  Edition edition = latin_edition(key);
  return edition.name.empty() ? ideograph_edition(key) : edition;
}

bool is_of_each_year(std::string_view key) {
  constexpr std::string_view kColumns[] = {
      "editorial",        "editors notes",  "editor s notes",
      "from the editor",  "chairs message", "chair s message",
      "message from the", "foreword",       "preface",
      "guest editorial",  "annual report",  "letter from the",
      "call for papers",  "year in review", "introduction to the special"};
  constexpr std::string_view kMeetings[] = {"workshop", "conference", "symposium", "seminar",
                                            "meeting",  "forum",      "congress"};
  constexpr std::string_view kIdeographs[] = {"巻頭言", "編集後記", "编者按",
                                              "卷首语", "年次報告", "年度报告"};
  if (has_any(key, kIdeographs)) return true;
  if (std::any_of(std::begin(kColumns), std::end(kColumns),
                  [&](std::string_view column) { return key.starts_with(column); }))
    return true;
  if (!key.starts_with("report on ") && !key.starts_with("report of ") &&
      !key.starts_with("summary of the ") && !key.starts_with("overview of the ") &&
      !key.starts_with("proceedings of "))
    return false;
  const Words words = words_of(key);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return is_one_of(kMeetings, word); });
}

bool differ_in_plus(std::string_view one, std::string_view other) {
  const auto lacks = [](std::string_view a, std::string_view b) {
    if (a.find('+') == std::string::npos) return false;
    const std::vector<std::string> there = words_with_plus(b);
    const std::string words = ' ' + title_key(b) + ' ';
    return std::ranges::any_of(words_with_plus(a), [&](const std::string& word) {
      const std::string bare = title_key(word.substr(0, word.find('+')));
      return bare.size() > 1 && std::ranges::find(there, word) == there.end() &&
             words.find(' ' + bare + ' ') != std::string::npos;
    });
  };
  return lacks(one, other) || lacks(other, one);
}

}  // namespace notes
