// Which entries may be the same work as an entry: those that share an identifier, a title, a title
// before its colon, or enough of the blocks of a title. All else is never compared, and so are
// entries that do not count: weak ones, and those of notes that stand aside. Pure: any thread.
#pragma once

#include <utility>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

// Weak entries and those without a title are compared with nothing.
bool may_be_noted_twice(const Entry& entry);

// What two titles must share when each has as many blocks as this or more.
inline constexpr size_t kManyBlocks = 4;

// By how many keys two share, and whether one of them is enough.
bool is_candidate(size_t keys, bool is_sure, const Entry& one, const Entry& other);

// Sorted, each once, and itself if it is in the vault. Who is a candidate of one has it as one.
std::vector<EntryId> candidates_of(const Snapshot& vault, const Entry& entry);

// A key that more entries hold says nothing.
inline constexpr size_t kMostInBlock = 40;

// What must be judged anew in the vault after, apart from the entry that came or went: under a key
// of it that says nothing in one of the two vaults and something in the other, others are compared
// than before. And those that share an identifier with it, of which a few may be one work and many
// are not. So many entries came or went between the two.
struct ToldAnew {
  std::vector<EntryId> entries;
  std::vector<std::pair<EntryId, EntryId>> pairs;  // if they are something to each other
  std::vector<EntryId> parted;                     // if they were something to each other
};
ToldAnew told_anew(const Snapshot& before, const Snapshot& after, const Entry& entry,
                   size_t changed);

}  // namespace notes
