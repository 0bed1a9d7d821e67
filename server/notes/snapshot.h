// A snapshot: every note and the index, as they were at one moment. What features are asked about.
// It is a value of shared pointers: copying it is cheap, and it never changes. Any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/index.h"
#include "notes/note.h"
#include "notes/note_table.h"

namespace notes {

struct Place {
  NoteId note = 0;
  uint32_t offset = 0;

  auto operator<=>(const Place&) const = default;
};

// An entry of this snapshot.
struct EntryId {
  NoteId note = 0;
  uint32_t index = 0;

  auto operator<=>(const EntryId&) const = default;
};

class TitleIndex;

class Snapshot {
 public:
  // NoteIds run from 0 to here; some may be gone.
  NoteId note_limit() const { return notes_.size(); }
  // nullptr when the note is gone.
  const Note* note(NoteId id) const { return notes_.at(id).get(); }
  std::shared_ptr<const Note> shared_note(NoteId id) const { return notes_.at(id); }
  // See NoteTable.
  template <class F>
  void for_each_block(F f) const {
    notes_.for_each_block(f);
  }
  // No part of the vault, not to be found from elsewhere: ignored but open, or a mirror.
  bool stands_aside(NoteId id) const { return (*aside_)[id]; }
  // The notes that are not what they were in an earlier snapshot of the same workspace, or stand
  // aside where they did not, or no longer do. Sorted.
  std::vector<NoteId> changed_since(const Snapshot& before) const;
  // Nothing when the note is gone.
  std::optional<NoteId> find(std::string_view path) const;

  Placed<Entry> entry(EntryId id) const { return note(id.note)->entries()[id.index]; }

  const Index& index() const { return index_; }
  const NoteTable& table() const { return notes_; }
  // nullptr while there is none; of an earlier snapshot, mostly (title_index.h).
  const TitleIndex* titles() const { return titles_.get(); }
  // The folders that are open, absolute; empty in single-file mode.
  const std::vector<std::string>& roots() const { return *roots_; }
  // The nearest root that a path is in, if any.
  std::optional<std::string_view> root_of(std::string_view path) const;
  // REQUIRES: the note is there. How a person sees a path: relative to its root, else as it is.
  std::string display_path(NoteId id) const;

 private:
  friend class Workspace;
  // Written by the workspace alone, as what stands aside is, through own().
  NoteTable notes_;
  std::shared_ptr<std::vector<bool>> aside_ = std::make_shared<std::vector<bool>>();  // by NoteId
  PathTable paths_;
  std::shared_ptr<const std::vector<std::string>> roots_ =
      std::make_shared<std::vector<std::string>>();
  Index index_;
  std::shared_ptr<const TitleIndex> titles_;
};

}  // namespace notes
