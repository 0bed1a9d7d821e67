#include "notes/first_look.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "notes/unicode.h"
#include "notes/work_profile.h"
#include "notes/work_words.h"

namespace notes {
namespace {

constexpr size_t kMostWords = 64;
constexpr uint32_t kLittle = 1;     // tenths of what says nothing
constexpr uint32_t kSomething = 5;  // tenths of what is missed where it is not

// What titles by others take to be one: see work_verdict.cc. A little less, since tenths are exact.
constexpr uint32_t kFewTenths = 25, kManyTenths = 50;
constexpr uint32_t kStart = 84;  // of a hundred

uint64_t bit_of(const Identifier& id) {
  return uint64_t{1} << (std::hash<std::string_view>()(id.value) & 63);
}

// `b2b` and its like stand for more than their letters, and of the longest the size is not known.
bool needs_second_look(const WorkWord& word) {
  const size_t two = word.text.find('2');
  const bool may_be_of_two = two != std::string::npos && two > 0 && two + 1 < word.text.size();
  return may_be_of_two || Spelling(word.text).size != word.text.size();
}

}  // namespace

FirstLook::Word FirstLook::word_of(const WorkWord& word) {
  Word out;
  const Spelling spelling(word.text);
  out.letters = spelling.letters;
  out.size = spelling.size;
  out.front = spelling.front;
  out.tenths = static_cast<uint8_t>(std::lround(word.weight * 10));
  out.is_cjk = word.kind == WordKind::kIdeograph || word.kind == WordKind::kKana;
  out.is_word = word.kind == WordKind::kWord;
  if (out.is_cjk) out.letters = character_at(word.text, 0).code;
  return out;
}

FirstLook::FirstLook(const Entry& entry) : entry_(&entry) {
  for (const Identifier& id : entry.identifiers) identifiers_ |= bit_of(id);
  const std::vector<WorkWord> words = work_words(entry.title_key);
  if (words.size() <= kMostWords && std::ranges::none_of(words, needs_second_look)) {
    std::vector<Word> title(words.size());
    std::ranges::transform(words, title.begin(), word_of);
    title_ = Row<Word>(title);
  }
  for (const Word& word : title_) {
    tenths_ += word.tenths;
    fronts_ |= letters_of({&word.front, 1});
  }
  std::vector<Name> names;
  for (const Person& person : people_of(entry))
    names.push_back({std::hash<std::string>()(person.family), Spelling(person.family),
                     character_at(person.family, 0).code, person.given});
  people_ = Row<Name>(names);
}

bool FirstLook::may_be_related(const FirstLook& other) const {
  return !has_other_people(other) || may_be_one_title(other) || may_share_identifier(other);
}

bool FirstLook::may_share_identifier(const FirstLook& other) const {
  if ((identifiers_ & other.identifiers_) == 0) return false;
  return std::ranges::any_of(entry_->identifiers, [&](const Identifier& id) {
    return std::ranges::find(other.entry_->identifiers, id) != other.entry_->identifiers.end();
  });
}

bool FirstLook::may_be_same(const Name& one, const Name& other) {
  if (one.hash == other.hash || may_be_typo(one.spelling, other.spelling)) return true;
  return one.given == other.first && other.given == one.first;
}

bool FirstLook::has_other_people(const FirstLook& other) const {
  if (people_.empty() || other.people_.empty()) return false;
  return std::ranges::none_of(people_, [&](const Name& one) {
    return std::ranges::any_of(other.people_,
                               [&](const Name& its) { return may_be_same(one, its); });
  });
}

// By others, one title must begin as the other and go on so, and where each names one author and
// its year, neither may say anything more.
bool FirstLook::may_be_one_title(const FirstLook& other) const {
  if (title_.empty() || other.title_.empty()) return true;
  const size_t people = std::min(people_.size(), other.people_.size());
  const uint32_t least = std::min(tenths_, other.tenths_);
  if (least < (people < 2 ? kFewTenths : kManyTenths)) return false;
  const auto is_dated = [](const Entry& entry) { return entry.year.value_or(0) > 0; };
  if (people < 2 && is_dated(*entry_) && is_dated(*other.entry_))
    return !has_more_than(other) && !other.has_more_than(*this);
  const uint32_t start = common_start_with(other) + other.common_start_with(*this);
  return start * 100 >= 2 * least * kStart;
}

bool FirstLook::has_more_than(const FirstLook& other) const {
  for (size_t i = 0; i < title_.size(); ++i)
    if (title_[i].tenths >= kSomething && !may_stand_in(i, other)) return true;
  return false;
}

uint32_t FirstLook::common_start_with(const FirstLook& other) const {
  uint32_t start = 0;
  for (size_t i = 0; i < title_.size(); ++i) {
    if (title_[i].tenths > kLittle && !may_stand_in(i, other)) break;
    start += title_[i].tenths;
  }
  return start;
}

// Two words are written as one.
bool FirstLook::may_be_joined(const Word& whole, const Word& front, const Word& back) {
  return whole.front == front.front && whole.size >= 4 && whole.size == front.size + back.size &&
         whole.letters == (front.letters | back.letters);
}

// Its letters are those that words of this title begin with.
bool FirstLook::may_be_spelled_out_in(const Word& brief) const {
  return brief.is_word && brief.size >= 2 && brief.size <= kLongestBrief &&
         (brief.letters & ~fronts_) == 0;
}

bool FirstLook::may_stand_in(size_t at, const FirstLook& other) const {
  const Word& word = title_[at];
  const bool is_brief = other.may_be_spelled_out_in(word);
  const uint32_t front = letters_of({&word.front, 1});
  for (size_t k = 0; k < other.title_.size(); ++k) {
    const Word& there = other.title_[k];
    if (word.is_cjk && there.is_cjk) {
      if (word.letters == there.letters) return true;
      continue;
    }
    const bool is_equal =
        word.size == there.size && word.front == there.front && word.letters == there.letters;
    if (is_equal || (is_brief && word.front == there.front)) return true;
    if (word.is_word && there.is_word && may_be_typo(word.spelling(), there.spelling()))
      return true;
    if ((there.letters & front) != 0 && may_be_spelled_out_in(there)) return true;
    if (k + 1 < other.title_.size() && may_be_joined(word, there, other.title_[k + 1])) return true;
    if (at + 1 < title_.size() && may_be_joined(there, word, title_[at + 1])) return true;
    if (at > 0 && may_be_joined(there, title_[at - 1], word)) return true;
  }
  return false;
}

}  // namespace notes
