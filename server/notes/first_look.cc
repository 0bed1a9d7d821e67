#include "notes/first_look.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "notes/unicode.h"
#include "notes/work_profile.h"
#include "notes/work_words.h"

namespace notes {
namespace {

constexpr size_t kBeginning = 40;  // bytes of a title that mostly hold more than its first words

bool is_cjk_word(WordKind kind) { return kind == WordKind::kIdeograph || kind == WordKind::kKana; }

uint64_t bit_of(const Identifier& id) {
  return uint64_t{1} << (std::hash<std::string_view>()(id.value) & 63);
}

// The words that a text begins with, as they are in all of it: what follows may change the last.
std::vector<WorkWord> first_words(std::string_view key, size_t count) {
  for (size_t end = kBeginning;; end *= 2) {
    const bool is_whole = end >= key.size();
    while (!is_whole && end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0) == 0x80) --end;
    std::vector<WorkWord> words = work_words(key.substr(0, end));
    if (is_whole) return words;
    if (words.size() <= count) continue;
    words.pop_back();
    return words;
  }
}

}  // namespace

FirstLook::FirstLook(const Entry& entry) : entry_(&entry) {
  for (const Identifier& id : entry.identifiers) identifiers_ |= bit_of(id);
  const std::vector<WorkWord> words = first_words(entry.title_key, begin_.size());
  for (size_t i = 0; i < std::min(words.size(), begin_.size()); ++i)
    begin_[i] = {Spelling(words[i].text), character_at(words[i].text, 0).code, words[i].kind};
  says_something_ = !words.empty() && words.front().weight > 0.1F;
  std::vector<Name> names;
  for (const Person& person : people_of(entry))
    names.push_back({std::hash<std::string>()(person.family), Spelling(person.family),
                     character_at(person.family, 0).code, person.given});
  people_ = Row<Name>(names);
}

bool FirstLook::may_be_related(const FirstLook& other) const {
  // Whole titles that begin alike may be one work by whomever.
  return !has_other_people(other) || may_begin_alike(other) || may_share_identifier(other);
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

// As match_words() pairs them: what is equal, a part, or the letters of another begins as that.
bool FirstLook::may_be_paired(const Word& one, const Word& other) {
  if (one.first == 0 || other.first == 0) return false;
  if (is_cjk_word(one.kind) && is_cjk_word(other.kind)) return one.first == other.first;
  return one.spelling.front == other.spelling.front ||
         (one.kind == WordKind::kWord && other.kind == WordKind::kWord &&
          may_be_typo(one.spelling, other.spelling));
}

// As common_start() counts: the first word of each, if it says something, must be among the first
// two of the other.
bool FirstLook::may_begin_alike(const FirstLook& other) const {
  if (!says_something_ || !other.says_something_) return true;
  const auto is_among = [](const Word& word, const std::array<Word, 2>& words) {
    return may_be_paired(word, words[0]) || may_be_paired(word, words[1]);
  };
  return is_among(begin_[0], other.begin_) && is_among(other.begin_[0], begin_);
}

}  // namespace notes
