#include "notes/title_difference.h"

#include <algorithm>
#include <string>

#include "notes/key.h"

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

// Where a title goes on behind a colon or dash, as its word's number; past the end when it does
// not.
size_t subtitle_of(const WorkProfile& work) {
  const std::string& title = work.entry->title;
  size_t mark = std::string::npos;
  for (const std::string_view one : {": ", "：", " - ", " – ", " — ", "? ", "——"})
    mark = std::min(mark, title.find(one));
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
    is_subtitle_ = subtitle > 0 && subtitle < words.size();
    for (size_t i = subtitle; i < words.size() && is_subtitle_; ++i)
      is_subtitle_ = to[i] < 0 || words[i].weight <= 0.1F;
    if (is_subtitle_) std::erase_if(at_, [&](size_t i) { return i >= subtitle; });
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

 private:
  const WorkProfile& work_;
  std::vector<size_t> at_;
  size_t said_ = 0;
  bool is_subtitle_ = false;
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

bool has_turned_word(const WorkProfile& one, const WorkProfile& other) {
  for (const WorkWord& a : one.title) {
    if (a.kind != WordKind::kWord || holds(other, a.text)) continue;
    for (const WorkWord& b : other.title)
      if (is_turned(a.text, b.text) || is_turned(b.text, a.text)) return true;
  }
  return false;
}

}  // namespace

TitleDifference title_difference(const WorkProfile& one, const WorkProfile& other,
                                 const WordMatch& match) {
  const Alone here(one, match.to_other), there(other, match.from_other);
  const auto year = [](const WorkWord& word, size_t) { return year_of_word(word.text) > 0; };
  const auto number = [](const WorkWord& word, size_t) {
    return is_number(word) && year_of_word(word.text) == 0;
  };
  if (here.has(year) && there.has(year)) return TitleDifference::kNumber;
  for (const Alone* alone : {&here, &there}) {
    if (!alone->is_little()) continue;
    if (alone->has(number)) return TitleDifference::kNumber;
    if (alone->has(negates)) return TitleDifference::kMeaning;
    if (alone->has([](const WorkWord& word, size_t) { return is_one_of(kTurns, word.text); }))
      return TitleDifference::kMeaning;
  }
  if (has_turned_word(one, other)) return TitleDifference::kMeaning;
  // In scripts without spaces a word is a few characters: other characters are another word.
  const auto ideograph = [](const WorkWord& word, size_t) {
    return word.kind == WordKind::kIdeograph;
  };
  if (here.has(ideograph) && there.has(ideograph)) return TitleDifference::kMeaning;
  return TitleDifference::kNone;
}

}  // namespace notes
