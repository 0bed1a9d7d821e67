// Mirrors: notes that are copies of another one, byte by byte, and note the same papers, such as
// `docs/index.md` of `README.md`. Of those that are the same one counts, and the others stand aside
// (see workspace.h). What becomes of a note costs what it and its copies are. The owner thread's.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "notes/key_table.h"
#include "notes/snapshot.h"

namespace notes {

class Mirrors {
 public:
  // The note is there from now on, or is about to go. Gives the other note that counted until now,
  // or counts in its place, where there is one. REQUIRES: the vault has it, under the same roots as
  // all before.
  std::optional<NoteId> add(const Snapshot& vault, NoteId id);
  std::optional<NoteId> remove(const Snapshot& vault, NoteId id);

  bool hold(NoteId id) const { return mirrors_.contains(id); }

 private:
  KeyTable counting_;  // by what is known of their texts at no cost: see key_of()
  std::unordered_map<NoteId, std::vector<NoteId>> behind_;  // who counts; the next to count first
  std::unordered_set<NoteId> mirrors_;
};

// The note that counts in place of a mirror. Pure: any thread.
std::optional<NoteId> mirrored_by(const Snapshot& vault, NoteId mirror);

}  // namespace notes
