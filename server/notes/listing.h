// Lists of papers: under which heading of one a paper stands, what only names it, and which lists
// are copies of each other. Pure: any thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace notes {

// The heading over an entry that is an item, a row or a paragraph below it; nullptr where there is
// none, or where the heading is the entry's own.
const Heading* listing_heading(const Note& note, size_t entry);

// Whether it stands below a heading over what is no paper, however far: `Blog posts`, `Tutorials`.
bool is_listed_as_post(const Note& note, size_t entry);

// Names a paper on a page that lists notes, such as README.md, and says no more of it: it is noted
// elsewhere.
bool is_listed_only(const Note& note, const Entry& entry);
// Whether what a note's lines are among others can depend on how many there are.
bool may_list_notes(const Note& note);

// A note by what it lists.
struct Listing {
  explicit Listing(const Note& note);

  const Note* note = nullptr;
  std::vector<Key> titles;  // sorted
};

// Whether the one is a mirror of the other (`README.md` and `docs/index.md`): lists of nearly the
// same titles; or a copy of it, byte by byte, of more than a few lines; or the same in another
// language, as their paths say (`X.en.md`, `ja/X.md`); or one is a part of the other: the paper's
// full text, say, below its folder's own note, `X/README.md`. It stays so until more entries than
// `slack` have come or gone in the two.
struct Likeness {
  bool are_mirrors = false;
  size_t slack = 0;
  bool are_copies = false;         // until the text of one changes
  bool are_nearly_copies = false;  // of one work each, no mirrors: see near_copies.h
};
Likeness likeness(const Listing& one, const Listing& other);

}  // namespace notes
