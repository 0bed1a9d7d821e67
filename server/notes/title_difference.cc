#include "notes/title_difference.h"

#include <algorithm>
#include <string>
#include <utility>

#include "notes/key.h"
#include "notes/unicode.h"

namespace notes {
namespace {

using Words = std::vector<WorkWord>;

template <size_t kSize>
bool is_one_of(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Sorted by nothing; without plural.
constexpr std::string_view kNegations[] = {"not",    "no",   "non",   "without", "never", "nor",
                                           "cannot", "isnt", "arent", "doesnt",  "dont",  "cant",
                                           "nicht",  "kein", "keine", "ohne",    "sans",  "pas",
                                           "sin",    "sem",  "nao"};
constexpr std::string_view kIdeographNegations[] = {"不", "非", "無", "无", "没", "未", "否"};
// These say what the work is, and so that it is not the work it speaks of.
constexpr std::string_view kTurns[] = {
    "survey",    "review",     "overview",      "tutorial",     "revisit",     "revisiting",
    "revisited", "rethinking", "reconsidering", "reproducing",  "reply",       "comment",
    "response",  "rejoinder",  "erratum",       "corrigendum",  "supplement",  "supplementary",
    "appendix",  "extending",  "reassessing",   "reevaluating", "demystifying"};
// Those of them that answer a work: behind its whole title, too, they are another.
constexpr std::string_view kAnswers[] = {"comment",    "reply",         "response", "rejoinder",
                                         "discussion", "erratum",       "errata",   "corrigendum",
                                         "supplement", "supplementary", "appendix"};
constexpr std::string_view kOrdinals[] = {"ii", "iii",  "iv",     "vi",    "vii", "viii",
                                          "ix", "part", "second", "third", "上",  "中",
                                          "下", "前",   "後",     "续",    "続"};

bool is_lone_letter_with_sign(std::string_view word) {
  return word.size() > 1 && word.find_first_not_of("+#", 1) == std::string_view::npos;
}

bool is_number(const WorkWord& word) {
  return word.kind == WordKind::kNumber || is_one_of(kOrdinals, word.text) ||
         is_lone_letter_with_sign(word.text);
}

// Of where a work was published, which editors put behind its title: `proceedings of the 21`.
constexpr std::string_view kPlaces[] = {"proceeding", "proc", "conference", "conf",      "int",
                                        "intl",       "in",   "journal",    "symposium", "workshop",
                                        "page",       "pp",   "report",     "tr"};
// What makes another work of the second: `2nd edition`.
constexpr std::string_view kCounted[] = {"edition", "ed", "part", "volume", "vol", "version"};

// The digits that a word starts with, where nothing or `st`, `nd`, `rd`, `th` follows; an ordinal
// may run into the next word: `26thint`.
struct Count {
  std::string_view digits;
  bool is_ordinal = false;
};
Count count_of(std::string_view word) {
  const size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view rest = word.substr(end);
  const bool is_ordinal = end > 0 && (rest.starts_with("st") || rest.starts_with("nd") ||
                                      rest.starts_with("rd") || rest.starts_with("th"));
  return {is_ordinal || rest.empty() ? word.substr(0, end) : std::string_view(), is_ordinal};
}

constexpr std::string_view kMarks[] = {": ", "：", " - ", " – ", " — ", "? ", "——"};

// Where a title goes on behind a colon or dash, as its word's number; past the end when it does
// not.
size_t subtitle_of(const WorkProfile& work) {
  const std::string& title = work.entry->title;
  size_t mark = std::string::npos;
  for (const std::string_view one : kMarks) mark = std::min(mark, title.find(one));
  if (mark == std::string::npos) return work.title.size();
  return work_words(title_key(title.substr(0, mark))).size();
}

// What stands in one of the titles alone.
class Alone {
 public:
  Alone(const WorkProfile& work, const std::vector<int>& to) : work_(work) {
    const Words& words = work.title;
    for (size_t i = 0; i < words.size(); ++i)
      if (to[i] < 0) at_.push_back(i);
    const size_t subtitle = at_.empty() ? 0 : subtitle_of(work);
    // A subtitle of which nothing is in the other title was left out there.
    bool is_left_out = subtitle > 0 && subtitle < words.size();
    for (size_t i = subtitle; i < words.size() && is_left_out; ++i)
      is_left_out = to[i] < 0 || words[i].weight <= 0.1F;
    if (is_left_out && words.size() - subtitle <= kShortSubtitle)
      is_left_out =
          std::none_of(words.begin() + static_cast<std::ptrdiff_t>(subtitle), words.end(),
                       [](const WorkWord& word) { return is_one_of(kAnswers, word.text); });
    if (is_left_out) std::erase_if(at_, [&](size_t i) { return i >= subtitle; });
    const auto is_common = [](int at) { return at >= 0; };
    head_ = static_cast<size_t>(std::find_if(to.begin(), to.end(), is_common) - to.begin());
    tail_ = static_cast<size_t>(to.rend() - std::find_if(to.rbegin(), to.rend(), is_common));
    said_ = static_cast<size_t>(
        std::count_if(at_.begin(), at_.end(), [&](size_t i) { return words[i].weight > 0.1F; }));
  }

  // So many words are another title, or other fields written into this one.
  bool is_little() const { return said_ <= 3; }
  template <class Predicate>
  bool has(Predicate predicate) const {
    return std::any_of(at_.begin(), at_.end(),
                       [&](size_t i) { return predicate(work_.title[i], i); });
  }

  // Numbers that make another work of it, unless `other` counts the same.
  bool has_number(const Alone& other) const {
    return has([&](const WorkWord& word, size_t i) {
      if (!is_number(word) || year_of_word(word.text) > 0) return false;
      // `Part I: Algebra` and `I: Algebra`.
      if (word.text == "part" && !stands_alone(i + 1)) return false;
      const std::string_view digits = count_of(word.text).digits;
      if (!digits.empty() && other.has([&](const WorkWord& its, size_t) {
            return count_of(its.text).digits == digits;
          }))
        return false;
      return !is_of_venue(i) && !is_of_people(i, other.work_);
    });
  }
  bool has_ordinal() const {
    return has([](const WorkWord& word, size_t) { return count_of(word.text).is_ordinal; });
  }
  bool has_turn() const {
    return has([&](const WorkWord& word, size_t) {
      return is_one_of(kTurns, word.text) && !stands_in_brackets(word.text);
    });
  }

 private:
  const Words& words() const { return work_.title; }
  static constexpr size_t kShortSubtitle = 4;  // words

  bool stands_alone(size_t i) const { return std::ranges::find(at_, i) != at_.end(); }

  // Behind the end of the other title: `. 26th intl conf`, `: proceedings of the 21`, `. 134-145`.
  bool is_of_venue(size_t i) const {
    const Count count = count_of(words()[i].text);
    if (count.is_ordinal && count.digits.size() > 1) return true;  // so many of nothing else
    if (i < tail_ || tail_ == 0) return false;
    const auto is_counted = [](const WorkWord& word) { return is_one_of(kCounted, word.text); };
    if (std::any_of(words().begin() + static_cast<std::ptrdiff_t>(tail_), words().end(),
                    is_counted))
      return false;
    if (count.is_ordinal) return true;
    for (size_t before = tail_; before < i; ++before)
      if (is_one_of(kPlaces, words()[before].text)) return true;
    return is_page(i) && (is_page(i + 1) || (i > tail_ && is_page(i - 1)));
  }
  bool is_page(size_t i) const {
    return i < words().size() && words()[i].text.size() > 1 &&
           count_of(words()[i].text).digits.size() == words()[i].text.size();
  }

  // Before the start of the other title, among the last of the authors: `1. P. Vlahavas, A non-`.
  bool is_of_people(size_t i, const WorkProfile& other) const {
    if (i >= head_ || head_ == words().size()) return false;
    const auto names = [&](const WorkProfile& work) {
      return std::any_of(work.people.begin(), work.people.end(), [&](const Person& person) {
        return std::any_of(words().begin(), words().begin() + static_cast<std::ptrdiff_t>(head_),
                           [&](const WorkWord& word) { return word.text == person.family_word; });
      });
    };
    return names(work_) || names(other);
  }

  // `(tutorial)` is said of a talk.
  bool stands_in_brackets(const std::string& word) const {
    const std::string& title = work_.entry->title;
    const size_t open = title.rfind('('), close = title.find(')', open);
    if (open == std::string::npos || close == std::string::npos) return false;
    return title_key(title.substr(open + 1, close - open - 1)) == word;
  }

  const WorkProfile& work_;
  std::vector<size_t> at_;
  size_t said_ = 0;
  size_t head_ = 0;  // the first word that stands in both
  size_t tail_ = 0;  // behind the last
};

bool negates(const WorkWord& word, size_t) {
  return word.kind == WordKind::kIdeograph ? is_one_of(kIdeographNegations, word.text)
                                           : is_one_of(kNegations, word.text);
}

// `unsupervised` and `supervised` are spelled nearly alike, and mean two things.
constexpr std::string_view kPrefixes[] = {"un",    "non",   "in",   "im",    "dis",
                                          "anti",  "semi",  "self", "multi", "inter",
                                          "intra", "under", "over"};

bool is_turned(const std::string& word, const std::string& other) {
  return std::any_of(std::begin(kPrefixes), std::end(kPrefixes), [&](std::string_view prefix) {
    return word.size() == prefix.size() + other.size() && word.starts_with(prefix) &&
           word.ends_with(other);
  });
}

bool holds(const WorkProfile& work, const std::string& word) {
  return std::ranges::find(work.title, word, &WorkWord::text) != work.title.end();
}

// `semistructured` stands in the other title as `semi structured`, too.
bool has_turned_word(const WorkProfile& one, const WorkProfile& other, const WordMatch& match) {
  for (size_t i = 0; i < one.title.size(); ++i) {
    const WorkWord& a = one.title[i];
    if (a.kind != WordKind::kWord || match.to_other[i] >= 0 || holds(other, a.text)) continue;
    for (const WorkWord& b : other.title)
      if (is_turned(a.text, b.text) || is_turned(b.text, a.text)) return true;
  }
  return false;
}

// The words that a `+` ends: `PointNet++`, but not `A+B`.
std::vector<std::string> words_with_plus(const std::string& title) {
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

// `PointNet` and `PointNet++`.
bool differ_in_plus(const std::string& one, const std::string& other) {
  const auto lacks = [](const std::string& a, const std::string& b) {
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

// `EMnet: An Unrolled …` and `MAPEM-Net: An Unrolled …`; names that start alike are misspelled.
bool go_by_other_names(const WorkProfile& one, const WorkProfile& other, const WordMatch& match) {
  constexpr size_t kName = 2;
  const auto is_own = [](const WorkProfile& work, const std::vector<int>& to) {
    const size_t end = subtitle_of(work);
    return end > 0 && end <= kName && end < work.title.size() &&
           std::all_of(to.begin(), to.begin() + static_cast<std::ptrdiff_t>(end),
                       [](int at) { return at < 0; });
  };
  constexpr size_t kAlike = 3;
  return !match.to_other.empty() && match.to_other.front() < 0 && !match.from_other.empty() &&
         match.from_other.front() < 0 && is_own(one, match.to_other) &&
         is_own(other, match.from_other) &&
         one.title.front().text.compare(0, kAlike, other.title.front().text, 0, kAlike) != 0;
}

}  // namespace

TitleDifference title_difference(const WorkProfile& one, const WorkProfile& other,
                                 const WordMatch& match) {
  const Alone here(one, match.to_other), there(other, match.from_other);
  const auto year = [](const WorkWord& word, size_t) { return year_of_word(word.text) > 0; };
  if (here.is_little() && there.is_little() &&
      ((here.has(year) && there.has(year)) || (here.has_ordinal() && there.has_ordinal())))
    return TitleDifference::kNumber;
  for (const auto& [alone, beside] : {std::pair(&here, &there), std::pair(&there, &here)}) {
    if (!alone->is_little()) continue;
    if (alone->has_number(*beside)) return TitleDifference::kNumber;
    if (alone->has(negates) || alone->has_turn()) return TitleDifference::kMeaning;
  }
  if (has_turned_word(one, other, match)) return TitleDifference::kMeaning;
  if (differ_in_plus(one.entry->title, other.entry->title)) return TitleDifference::kNumber;
  if (go_by_other_names(one, other, match)) return TitleDifference::kMeaning;
  // In scripts without spaces a word is a few characters: other characters are another word.
  const auto ideograph = [](const WorkWord& word, size_t) {
    return word.kind == WordKind::kIdeograph;
  };
  if (here.has(ideograph) && there.has(ideograph)) return TitleDifference::kMeaning;
  return TitleDifference::kNone;
}

}  // namespace notes
