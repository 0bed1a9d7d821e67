// Lists of papers: under which heading of one a paper stands, and which lists are copies of each
// other. Pure: any thread.
#pragma once

#include "notes/note.h"

namespace notes {

// The heading over an entry that is an item, a row or a paragraph below it; nullptr where there is
// none, or where the heading is the entry's own.
const Heading* listing_heading(const Note& note, size_t entry);

// Whether the one is a mirror of the other (`README.md` and `docs/index.md`): lists of nearly the
// same titles.
bool list_the_same(const Note& one, const Note& other);

// Whether an entry of a page that lists notes, such as README.md, names a paper and says no more of
// it: it is noted elsewhere, and listed here.
bool is_listed_only(const Note& note, const Entry& entry);

// Whether the one is a paper's folder's own note, `X/README.md`, and the other stands below it: a
// part of that, such as the paper's full text.
bool is_part_of(const Note& part, const Note& whole);

}  // namespace notes
