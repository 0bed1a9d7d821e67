// What a link can lead to that fits what was typed into it: notes by their names, entries by their
// titles. Pure: any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "notes/snapshot.h"

namespace features {

// By match; then notes, then entries, the newest first; then as they stand in the vault.
struct Linkable {
  int score = 0;
  notes::NoteId note = 0;
  std::optional<uint32_t> entry;
  uint64_t date = 0;  // of an entry

  bool operator<(const Linkable& other) const;
};

// The best, in order. With a slash in it, what was typed is compared with paths, too.
std::vector<Linkable> find_linkable(const notes::Snapshot& vault, std::string_view typed,
                                    size_t limit);

}  // namespace features
