// Which entries came and went from one snapshot of a vault to another, note by note. It costs what
// the chunks cost that the two do not share. Pure: any thread.
#pragma once

#include <utility>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

struct EntryChanges {
  NoteId note = 0;
  std::vector<const Entry*> gone;  // kept by the snapshot before
  std::vector<EntryId> come;       // in the snapshot after
  // What was read again and says the same, as far as others can be the same work: what was, and
  // what is.
  std::vector<std::pair<const Entry*, EntryId>> renewed;
  bool moves_lines = false;     // entries that stayed stand on other lines
  bool moves_headings = false;  // or below other headings
  bool is_renamed = false;      // it says other things that it may be called
};

// Of each note that is not the same note in both, whether entries changed or not. Notes that stand
// aside are no part of the vault: their entries are gone.
std::vector<EntryChanges> entry_changes(const Snapshot& before, const Snapshot& after);

}  // namespace notes
