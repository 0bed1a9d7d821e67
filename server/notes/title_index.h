// The titles of a vault by their words: an inverted index, for what is asked with every letter
// typed. It is made of one snapshot and answers for those after it too: chunks that an edit has
// replaced are left out, and what stands instead is for the caller to look through. Making it takes
// microseconds an entry, so whoever makes it lets nobody wait. Immutable: any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

class TitleIndex {
 public:
  explicit TitleIndex(const Snapshot& vault);

  size_t size() const { return ranked_.size(); }  // titles

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

    // Whether find() can tell by parts of titles: no word goes over the border of two (see
    // next_word_start()). `words` is a title_key.
    static bool can_find(std::string_view words);
    // Calls f with the titles that hold every word as it was typed: by their score, then by date,
    // the newest first, then as they stand in the vault; without any words, with the newest few.
    // Until it gives false. REQUIRES: can_find(words).
    void find(std::string_view words, const std::function<bool(const Hit&)>& f) const;
    // With what is not in the index.
    void for_each_unknown(const std::function<void(NoteId, const PlacedChunk&)>& f) const;
    size_t unknown_entries() const;

   private:
    friend class TitleIndex;
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
  // Which ranks have something, one bit each.
  using Ranks = std::vector<uint64_t>;
  struct Placement {
    NoteId note = 0;
    uint32_t chunk = 0;    // of the note
    uint32_t ordinal = 0;  // of its first entry
  };
  struct Span {
    size_t begin = 0, end = 0;
  };
  class Draft;

  Span starting_with(std::string_view word) const;
  void add_holding(std::string_view word, Ranks& ranks) const;
  void add(Span parts, bool first, Ranks& ranks) const;
  std::string_view part(size_t i) const {
    return std::string_view(text_).substr(begins_[i], begins_[i + 1] - begins_[i] - 1);
  }

  NoteTable notes_;
  std::vector<Placement> chunks_;  // with entries, in the order of the vault
  std::vector<uint32_t>
      ranked_;  // entries by their ordinals: the shortest title first, then newest
  std::vector<uint32_t> newest_;  // some, the newest first
  std::string text_;              // parts of titles, sorted, each followed by a line break
  std::vector<uint32_t> begins_;  // of parts in it, and its end
  std::vector<uint32_t>
      postings_;  // of each part: twice the rank, and one more where it begins the title
  std::vector<uint32_t> posting_begins_;
};

}  // namespace notes
