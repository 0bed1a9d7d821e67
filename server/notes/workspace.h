// The workspace: what is open and what is on disk, turned into snapshots. Text that is open in an
// editor wins over disk. One thread owns it (the io thread); it hands out snapshots by value.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/mirrors.h"
#include "notes/snapshot.h"

namespace notes {

// What a change touched: the note itself, the keys that came or went, from which the notes follow
// whose diagnostics can have changed, and the others that stand aside since or no longer do.
struct Change {
  NoteId note = 0;
  std::vector<Key> keys;
  std::vector<NoteId> turned{};
};

class Workspace {
 public:
  // Drops the notes below none of them, but for those that are open.
  void set_roots(std::vector<std::string> roots);
  // How what is below each root is to be read from now on. What was read before is as it was until
  // it is read again.
  void set_readings(std::map<std::string, SharedReading> by_root) {
    readings_ = std::move(by_root);
  }
  // Of the nearest root.
  const SharedReading& reading_of(std::string_view path) const;

  // A note read from disk (parsed elsewhere, on any thread). Ignored while the editor holds the
  // path.
  std::optional<Change> load(std::shared_ptr<const Note> note);
  // The file is gone. Ignored while the editor holds the path.
  std::optional<Change> unload(std::string_view path);

  Change open(std::string path, std::string text);
  // A note that stands aside is no part of the vault: it can be asked about, but nothing else knows
  // of it. Loading a note takes it in again. Mirrors stand aside by themselves, and only by what
  // they are called they can still be meant (see names.h). REQUIRES: the path is open.
  Change set_aside(std::string_view path, bool aside);
  // REQUIRES: the path is open.
  Change edit(std::string_view path, Range range, std::string_view with);
  Change replace(std::string_view path, std::string text);
  // The editor let go. The text stays until load() or unload() says what disk holds.
  void close(std::string_view path);
  bool is_open(std::string_view path) const;

  // Made of one of the snapshots that were handed out.
  void take(std::shared_ptr<const TitleIndex> titles) { now_.titles_ = std::move(titles); }

  const Snapshot& snapshot() const { return now_; }

 private:
  // The id that the path has, or gets, for as long as the workspace lives.
  NoteId id_of(const std::string& path);
  Change replace(NoteId id, std::string path, std::string text);
  Change put(NoteId id, std::shared_ptr<const Note> note);
  Change put(NoteId id, std::shared_ptr<const Note> note, bool leave_out);
  void settle(NoteId id, Change& change);
  void tell_mirrors_apart();

  Snapshot now_;
  std::map<std::string, NoteId> gone_;  // the ids of paths whose notes are gone
  std::vector<bool> open_, left_out_;   // by NoteId; left out are those that were set aside
  Mirrors mirrors_;
  std::map<std::string, SharedReading> readings_;
};

}  // namespace notes
