// What is seen of an entry at a first look, in a few bytes: enough to tell most of the entries
// that share some words of a title by who wrote them and how they begin, and without making a
// profile of either. Pure: any thread.
#pragma once

#include <array>
#include <cstdint>

#include "notes/entry.h"
#include "notes/word_match.h"

namespace notes {

class FirstLook {
 public:
  // The entry must outlive it.
  explicit FirstLook(const Entry& entry);

  // False only where verdict_on() finds that they are nothing to each other.
  bool may_be_related(const FirstLook& other) const;

 private:
  struct Word {
    Spelling spelling;
    uint32_t first = 0;  // character; 0 where there is no word
    WordKind kind = WordKind::kWord;
  };
  struct Name {
    uint64_t hash = 0;  // of the family
    Spelling spelling;
    uint32_t first = 0;  // character of the family
    uint32_t given = 0;  // see Person
  };

  static bool may_be_paired(const Word& one, const Word& other);
  static bool may_be_same(const Name& one, const Name& other);

  bool may_share_identifier(const FirstLook& other) const;
  bool has_other_people(const FirstLook& other) const;
  bool may_begin_alike(const FirstLook& other) const;

  const Entry* entry_;
  uint64_t identifiers_ = 0;     // a bit for each
  std::array<Word, 2> begin_;    // of the title
  bool says_something_ = false;  // the first word of it
  Row<Name> people_;
};

}  // namespace notes
