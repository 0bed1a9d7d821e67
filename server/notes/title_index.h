// The titles and names of a vault by their words (part_index.h), for what is asked with every
// letter typed. It is made of one snapshot and answers for those after it too: what an edit has
// replaced is left out, and what stands instead is for the caller to look through. Making it takes
// microseconds an entry, so whoever makes it lets nobody wait. Immutable: any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "notes/part_index.h"
#include "notes/snapshot.h"

namespace notes {

class TitleIndex {
 public:
  explicit TitleIndex(const Snapshot& vault);

  size_t size() const { return titles_.size(); }

  struct Hit {
    NoteId note = 0;
    const PlacedChunk* in = nullptr;
    size_t entry = 0;  // of the chunk's digest
    int score = 0;     // fuzzy_score() of the title
  };
  // An index as a snapshot of the same workspace sees it. Belongs to one question.
  class Sight {
   public:
    // REQUIRES: both outlive it.
    Sight(const TitleIndex& index, const Snapshot& vault);

    // Calls f with the titles that hold every word as it was typed: by their score, then by date,
    // the newest first, then as they stand in the vault; without any words, with the newest few.
    // Until it gives false. `words` is a title_key. REQUIRES: PartIndex::can_find(words).
    void find(std::string_view words, const std::function<bool(const Hit&)>& f) const;
    // The same of notes by their folded names, where they hold every word as it was typed.
    // REQUIRES: there is one.
    void find_notes(std::string_view words, const std::function<bool(NoteId, int score)>& f) const;
    // With what is not in the index.
    void for_each_unknown(const std::function<void(NoteId, const PlacedChunk&)>& f) const;
    void for_each_unknown_note(const std::function<void(NoteId)>& f) const;
    size_t unknown_entries() const;

   private:
    using Chunks = std::vector<const PlacedChunk*>;
    std::optional<Hit> at(uint32_t ordinal) const;
    void compare(NoteId id);

    const TitleIndex& index_;
    const Snapshot& vault_;
    // Of notes that are not what they were: where each chunk of the index stands now, or nullptr.
    std::unordered_map<NoteId, Chunks> moved_;
    std::vector<std::pair<NoteId, const PlacedChunk*>> unknown_;
  };

 private:
  struct Placement {
    NoteId note = 0;
    uint32_t chunk = 0;    // of the note
    uint32_t ordinal = 0;  // of its first entry
  };
  void take_newest(const std::vector<PartIndex::Item>& titles);

  NoteTable notes_;
  std::vector<Placement> chunks_;  // with entries, in the order of the vault
  PartIndex titles_;               // of entries by their ordinals
  PartIndex names_;                // of notes by their ids
  std::vector<uint32_t> newest_;   // some entries, the newest first
};

}  // namespace notes
