// Which entries may be the same work as an entry: those that share an identifier, a title, a title
// before its colon, or enough of the blocks of a title. All else is never compared, and so are
// entries that do not count: weak ones, and those of notes that stand aside. Pure: any thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace notes {

// Sorted, each once, and itself if it is in the vault.
std::vector<EntryId> candidates_of(const Snapshot& vault, const Entry& entry);

// A key that more entries hold says nothing.
inline constexpr size_t kMostInBlock = 48;

// The notes that hold a key of the entry which nearly says nothing, or no longer: what is compared
// there can change when one more or one less holds it.
std::vector<NoteId> notes_at_limit(const Snapshot& vault, const Entry& entry);

}  // namespace notes
