// An entry made ready for comparing: its words, its people, when and where it was published,
// wherever in the entry that was written. Pure: any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "notes/entry.h"
#include "notes/venue.h"
#include "notes/work_words.h"

namespace notes {

struct Person {
  std::string family;       // its words without space
  std::string family_word;  // the last of them
  char32_t given = 0;       // the first letter of the given name; 0 when it is not known
};

// Moved, not copied: its title is a part of its words.
struct WorkProfile {
  WorkProfile() = default;
  WorkProfile(WorkProfile&&) = default;
  WorkProfile& operator=(WorkProfile&&) = default;

  const Entry* entry = nullptr;
  std::vector<WorkWord> all;  // of the title, then of the authors and the venue
  std::span<const WorkWord> title;
  std::vector<uint32_t> letter_runs;  // of the title without spaces, three letters each, sorted
  std::vector<Person> people;
  bool names_all_people = false;
  int year = 0;  // 0 when nothing says it
  Venue venue;
};

// Whom the profile names.
std::vector<Person> people_of(const Entry& entry);

// The entry must outlive it.
WorkProfile profile_of(const Entry& entry);

}  // namespace notes
