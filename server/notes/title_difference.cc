#include "notes/title_difference.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string>
#include <utility>

#include "notes/key.h"
#include "notes/opposites.h"
#include "notes/title_turns.h"
#include "notes/unicode.h"

namespace notes {
namespace {

using Words = std::span<const WorkWord>;

template <size_t kSize>
bool is_one_of(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Sorted by nothing; without plural.
constexpr std::string_view kNegations[] = {
    "not",      "no",    "non",    "without", "never",   "nor",    "cannot",  "isnt",    "arent",
    "doesnt",   "dont",  "cant",   "wont",    "didnt",   "wasnt",  "werent",  "couldnt", "wouldnt",
    "shouldnt", "hasnt", "havent", "fail",    "failing", "hardly", "neither", "beyond",  "nicht",
    "kein",     "keine", "keinen", "keiner",  "keinem",  "ohne",   "sans",    "pas",     "jamais",
    "sin",      "sem",   "nao",    "senza",   "zonder",  "niet",   "geen",    "utan",    "uden",
    "uten",     "inte",  "ikke",   "bez",     "без",     "не",     "нет",     "нельзя"};
constexpr std::string_view kIdeographNegations[] = {"不", "非", "無", "无", "没",
                                                    "沒", "未", "否", "勿"};
// Of Korean words, where nothing else is another.
constexpr std::string_view kHangulNegations[] = {"비", "불", "무", "미"};
// These say what the work is, and so that it is not the work it speaks of.
constexpr std::string_view kTurns[] = {
    "survey",      "review",       "overview",      "tutorial",      "revisit",
    "revisiting",  "revisited",    "rethinking",    "reconsidering", "reproducing",
    "reply",       "comment",      "response",      "rejoinder",     "erratum",
    "corrigendum", "supplement",   "supplementary", "appendix",      "extending",
    "reassessing", "reevaluating", "demystifying",  "toward",        "benchmarking"};
// Those of them that answer a work: behind its whole title, too, they are another.
constexpr std::string_view kAnswers[] = {"comment",    "reply",         "response", "rejoinder",
                                         "discussion", "erratum",       "errata",   "corrigendum",
                                         "supplement", "supplementary", "appendix"};
// And those that survey one or look at it anew, among the first of a subtitle.
constexpr std::string_view kSurveys[] = {
    "survey",     "review",     "overview",     "revisit",       "revisited",
    "revisiting", "rethinking", "reconsidered", "retrospective", "reproducibility"};
constexpr std::string_view kOrdinals[] = {"ii", "iii",  "iv",     "vi",    "vii", "viii",
                                          "ix", "part", "second", "third", "上",  "中",
                                          "下", "前",   "後",     "续",    "続"};

constexpr std::string_view kRomans[] = {"ii", "iii", "iv", "vi", "vii", "viii", "ix", "上", "下"};

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
  const std::string_view title = work.entry->title;
  size_t mark = std::string::npos;
  for (const std::string_view one : kMarks) mark = std::min(mark, title.find(one));
  if (mark == std::string::npos) return work.title.size();
  return work_words(title_key(title.substr(0, mark))).size();
}

// What stands in one of the titles alone.
class Alone {
 public:
  Alone(const WorkProfile& work, const std::vector<int>& to) : work_(work) {
    const Words words = work.title;
    for (size_t i = 0; i < words.size(); ++i)
      if (to[i] < 0) at_.push_back(i);
    const size_t subtitle = at_.empty() ? 0 : subtitle_of(work);
    // A subtitle of which nothing is in the other title was left out there.
    bool is_left_out = subtitle > 0 && subtitle < words.size();
    for (size_t i = subtitle; i < words.size() && is_left_out; ++i)
      is_left_out = to[i] < 0 || words[i].weight <= 0.1F;
    if (is_left_out) is_left_out = !answers(subtitle);
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
  // `X` and `X II`, `X, Part 2`: at its end, behind all that is in the other.
  bool ends_with_part() const {
    if (at_.empty() || at_.back() + 1 != words().size() || at_.front() < tail_) return false;
    const std::string& last = words().back().text;
    const bool is_part = at_.size() > 1 && words()[at_[at_.size() - 2]].text == "part";
    return (is_part && at_.size() == 2) || (at_.size() == 1 && is_one_of(kRomans, last));
  }
  // `Attention-Free Transformers`: behind a word that is in the other.
  bool has_free() const {
    return has([&](const WorkWord& word, size_t i) {
      return word.text == "free" && i > 0 && !stands_alone(i - 1);
    });
  }
  // A lone letter, whatever number it has among those in the one title only.
  const std::vector<size_t>& at() const { return at_; }
  bool is_all_negated() const {
    return at_.size() == 1 && is_one_of(kHangulNegations, words()[at_.front()].text);
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
  Words words() const { return work_.title; }

  // What is said behind the title makes another work: `: A reply`, `: A Systematic Review of …`.
  bool answers(size_t subtitle) const {
    const auto begin = words().begin() + static_cast<std::ptrdiff_t>(subtitle);
    const bool is_short = words().size() - subtitle <= kShortSubtitle;
    if (is_short && std::any_of(begin, words().end(), [](const WorkWord& word) {
          return is_one_of(kAnswers, word.text);
        }))
      return true;
    const auto end = is_short ? words().end() : begin + static_cast<std::ptrdiff_t>(kShortSubtitle);
    // `- book review` is said by catalogues.
    const auto is_survey = [](const WorkWord& word) { return is_one_of(kSurveys, word.text); };
    return begin->text != "book" && std::any_of(begin, end, is_survey);
  }
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
    const std::string_view title = work_.entry->title;
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

bool is_turned(std::string_view word, std::string_view stem) {
  constexpr size_t kShortest = 2, kLongest = 5;
  if (word.size() < stem.size() + kShortest || word.size() > stem.size() + kLongest) return false;
  if (word.starts_with(stem) && word.substr(stem.size()) == "less") return true;  // `labelless`
  return word.ends_with(stem) && is_one_of(kPrefixes, word.substr(0, word.size() - stem.size()));
}

bool holds(const WorkProfile& work, const WorkWord& word) {
  return std::ranges::find(work.title, word.hash, &WorkWord::hash) != work.title.end();
}

// `semistructured` stands in the other title as `semi structured`, too.
bool has_turned_word(const WorkProfile& one, const WorkProfile& other, const WordMatch& match) {
  for (size_t i = 0; i < one.title.size(); ++i) {
    const WorkWord& a = one.title[i];
    if (a.kind != WordKind::kWord || match.to_other[i] >= 0 || holds(other, a)) continue;
    for (const WorkWord& b : other.title)
      if (is_turned(a.text, b.text) || is_turned(b.text, a.text)) return true;
  }
  return false;
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

// Two words, and not two forms, spellings or parts of one.
bool are_two_words(const WorkWord& one, const WorkWord& other) {
  constexpr size_t kStem = 4;
  const auto says_something = [](const WorkWord& word) {
    return word.kind == WordKind::kWord && word.weight >= 0.5F && word.text.size() >= kStem;
  };
  return says_something(one) && says_something(other) &&
         one.text.compare(0, kStem, other.text, 0, kStem) != 0 &&
         one.text.find(other.text) == std::string::npos &&
         other.text.find(one.text) == std::string::npos;
}

bool is_letter_of_alphabet(const WorkWord& word) {
  return word.kind == WordKind::kWord && character_at(word.text, 0).size == word.text.size();
}

// Words of the same place in both: `Lower Bounds` and `Upper Bounds`, `Category A` and `Category
// B`, α and β before `-divergence`. And `for Legal Text` and `for Medical Text`, unless more than
// first authors agree, or a title without a year was written from memory.
bool has_other_side(const WorkProfile& one, const Alone& here, const WorkProfile& other,
                    const Alone& there, const WordMatch& match) {
  const auto are_beside = [&](size_t i, size_t j) {
    const bool before = i > 0 && j > 0 && match.to_other[i - 1] == static_cast<int>(j) - 1;
    const bool behind = i + 1 < one.title.size() && j + 1 < other.title.size() &&
                        match.to_other[i + 1] == static_cast<int>(j) + 1;
    const bool ends = i + 1 == one.title.size() && j + 1 == other.title.size();
    const bool starts = i == 0 && j == 0;
    return (before && (behind || ends)) || (starts && behind);
  };
  const bool is_dated =
      one.year > 0 && other.year > 0 && std::min(one.people.size(), other.people.size()) < 2;
  for (const size_t i : here.at()) {
    for (const size_t j : there.at()) {
      const WorkWord &a = one.title[i], &b = other.title[j];
      if (are_opposites(a.text, b.text)) return true;
      if (!are_beside(i, j)) continue;
      if (is_letter_of_alphabet(a) && is_letter_of_alphabet(b)) return true;
      if (is_dated && are_two_words(a, b)) return true;
    }
  }
  return false;
}

bool has_ideographs(const WorkProfile& work) {
  return std::ranges::any_of(work.title, [](const WorkWord& word) {
    return word.kind == WordKind::kIdeograph || word.kind == WordKind::kKana;
  });
}

bool names_edition(const WorkProfile& work) {
  constexpr std::string_view kWords[] = {"edition", "ed", "version", "auflage", "版", "정", "보"};
  return std::ranges::any_of(work.title,
                             [&](const WorkWord& word) { return is_one_of(kWords, word.text); });
}

// Catalogues add `(extended version)` to the report of a paper, too: it takes years, or another
// kind of venue, where a venue is known.
bool are_versions_apart(const WorkProfile& one, const WorkProfile& other) {
  if (one.entry->venue.empty() && other.entry->venue.empty()) return true;
  if (one.year == 0 || other.year == 0) return false;
  const int years = std::abs(one.year - other.year);
  const VenueKind here = one.venue.kind, there = other.venue.kind;
  const bool is_other_kind =
      here != there && here != VenueKind::kUnknown && there != VenueKind::kUnknown;
  return years >= 2 || (years == 1 && is_other_kind);
}

}  // namespace

TitleDifference title_difference(const WorkProfile& one, const WorkProfile& other,
                                 const WordMatch& match) {
  const Alone here(one, match.to_other), there(other, match.from_other);
  const std::string_view key = one.entry->title_key, its_key = other.entry->title_key;
  bool is_same_edition = false;
  if (names_edition(one) || names_edition(other)) {
    const Edition edition = edition_of(key), its_edition = edition_of(its_key);
    is_same_edition = !edition.name.empty() && edition.name == its_edition.name;
    const bool is_version = edition.is_version || its_edition.is_version;
    if (edition.name != its_edition.name && (!is_version || are_versions_apart(one, other)))
      return TitleDifference::kEdition;
  }
  if (has_ideographs(one) && has_ideographs(other)) {
    const bool denies =
        here.is_little() && there.is_little() && kana_negations(key) != kana_negations(its_key);
    if (denies || turns_in_ideographs(key) != turns_in_ideographs(its_key))
      return TitleDifference::kMeaning;
  }
  if ((there.at().empty() && here.ends_with_part()) ||
      (here.at().empty() && there.ends_with_part()))
    return TitleDifference::kPart;
  const auto year = [](const WorkWord& word, size_t) { return year_of_word(word.text) > 0; };
  if (here.is_little() && there.is_little() &&
      ((here.has(year) && there.has(year)) || (here.has_ordinal() && there.has_ordinal())))
    return TitleDifference::kNumber;
  for (const auto& [alone, beside] : {std::pair(&here, &there), std::pair(&there, &here)}) {
    if (!alone->is_little()) continue;
    if (!is_same_edition && alone->has_number(*beside)) return TitleDifference::kNumber;
    if (alone->has(negates) || alone->has_turn() || alone->has_free())
      return TitleDifference::kMeaning;
    if (alone->is_all_negated() && beside->at().empty()) return TitleDifference::kMeaning;
  }
  if (here.is_little() && there.is_little() && has_other_side(one, here, other, there, match))
    return TitleDifference::kMeaning;
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
