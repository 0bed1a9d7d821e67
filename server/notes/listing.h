// Lists of papers: under which heading of one a paper stands, and which lists are copies of each
// other. Pure: any thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace notes {

// The heading over an entry that is an item, a row or a paragraph below it; nullptr where there is
// none, or where the heading is the entry's own.
const Heading* listing_heading(const Note& note, size_t entry);

// Whether they are one work that a single list names under several headings, on purpose: with the
// same identifiers. REQUIRES: at least one.
bool are_cross_listed(const Snapshot& vault, const std::vector<EntryId>& entries);

// The titles that a note lists, by their keys, sorted.
std::vector<Key> titles_in(const Note& note);
// Whether the one is a mirror of the other (`README.md` and `docs/index.md`): lists of nearly the
// same titles. Stays so until more titles than `slack` have come or gone in the two.
struct Likeness {
  bool are_mirrors = false;
  size_t slack = 0;
};
Likeness likeness(const std::vector<Key>& one, const std::vector<Key>& other);

}  // namespace notes
