// Titles that somebody types who is about to note a work again: a heading with nothing said below
// it yet, or the title in the front matter of an empty note, that is no entry but is the whole
// title of one. Pure: any thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace features {

struct TypedTitle {
  notes::Range range;
  std::vector<notes::EntryId> entries;  // that have the title; at least one
};

// In the order of the text. Of a note at rest nothing: nobody types there.
std::vector<TypedTitle> typed_titles(const notes::Snapshot& vault, notes::NoteId note);

}  // namespace features
