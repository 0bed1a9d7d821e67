// What is seen of an entry at a first look, in a few bytes for each word of its title: enough to
// tell most of the entries that share words of a title by who wrote them and by their other words,
// and without making a profile of either. Pure: any thread.
#pragma once

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
  // For each of 100,000 entries some ten are kept at a time.
  struct Word {
    Spelling spelling() const { return {letters, size, front}; }

    uint32_t letters = 0;  // of a character of CJK its code
    uint8_t size = 0;
    char front = '\0';
    uint8_t tenths = 0;        // what it weighs
    bool is_cjk : 1 = false;   // one character, which is no part of another word
    bool is_word : 1 = false;  // which others may be misspelled as, or abbreviate
  };
  struct Name {
    uint64_t hash = 0;  // of the family
    Spelling spelling;
    uint32_t first = 0;  // character of the family
    uint32_t given = 0;  // see Person
  };

  static Word word_of(const WorkWord& word);
  static bool may_be_same(const Name& one, const Name& other);
  static bool may_be_joined(const Word& whole, const Word& front, const Word& back);

  bool may_share_identifier(const FirstLook& other) const;
  bool has_other_people(const FirstLook& other) const;
  // Of those by others.
  bool may_be_one_title(const FirstLook& other) const;
  // Whether match_words() may find the word in the other's title.
  bool may_stand_in(size_t word, const FirstLook& other) const;
  bool may_be_spelled_out_in(const Word& brief) const;
  // In tenths at most, of what common_start() takes of this title.
  uint32_t common_start_with(const FirstLook& other) const;
  bool has_more_than(const FirstLook& other) const;

  const Entry* entry_;
  uint64_t identifiers_ = 0;  // a bit for each
  Row<Word> title_;           // empty where it is too long, or of words that need a second look
  uint32_t tenths_ = 0;       // what the title weighs
  uint32_t fronts_ = 0;       // with what its words begin, as letters_of() has it
  Row<Name> people_;
};

}  // namespace notes
