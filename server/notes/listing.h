// Lists of papers: under which heading of one a paper stands, and which lists are copies of each
// other. Pure: any thread.
#pragma once

#include <vector>

#include "notes/note.h"

namespace notes {

// The heading over an entry that is an item, a row or a paragraph below it; nullptr where there is
// none, or where the heading is the entry's own.
const Heading* listing_heading(const Note& note, size_t entry);

// The titles that a note lists, by their keys, sorted.
std::vector<Key> titles_in(const Note& note);
// Whether the one is a mirror of the other (`README.md` and `docs/index.md`): lists of nearly the
// same titles.
bool list_the_same(const std::vector<Key>& one, const std::vector<Key>& other);

}  // namespace notes
