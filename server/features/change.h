// A change of notes that somebody may ask for: edits of the notes as they are in one snapshot,
// which apply together or not at all. A value: any thread.
#pragma once

#include <string>
#include <vector>

#include "notes/snapshot.h"

namespace features {

struct Edit {
  notes::NoteId note = 0;
  notes::Range range;
  std::string text;

  bool operator==(const Edit&) const = default;
};

struct Change {
  // Note by note, in the order of the text, apart from each other; of several that begin at one
  // place those that only add come first, in the order they are to stand in.
  std::vector<Edit> edits;
  std::vector<notes::NoteId> deleted;  // without edits of theirs
  std::vector<std::string> warnings;   // what it leaves undone, as sentences

  void add(notes::NoteId note, notes::Range range, std::string text) {
    edits.push_back({note, range, std::move(text)});
  }
};

// Makes the edits as Change says they are, from edits in any order, and lets each end its lines as
// its note does.
void put_in_order(const notes::Snapshot& vault, Change& change);

}  // namespace features
