// Chunks: what a note is kept in. A chunk is some sections that follow each other, with the entries
// that were made of them, their keys and their tags; an entry lies in one chunk. All ranges are
// relative to the chunk's start, so an edited note shares every chunk but the few that the edit
// touches, and what an edit costs depends on them alone. Immutable: any thread.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/arena.h"
#include "notes/digest.h"
#include "notes/entry.h"
#include "notes/key.h"
#include "notes/layout.h"
#include "notes/section.h"

namespace notes {

struct TagCount {
  Phrase key;              // tag_key of the name
  Phrase display;          // the first spelling; empty when no use is sure
  uint32_t count = 0;      // sure uses
  uint32_t contested = 0;  // those of them, and others, of which the vault decides what they mean
};

// The same of several chunks together: a view, which lives no longer than they do.
struct TagSum {
  std::string_view key, display;
  uint32_t count = 0, contested = 0;

  TagSum(std::string_view of) : key(of) {}
  TagSum(const TagCount& first) : TagSum(first.key) { *this += first; }
  bool operator==(const TagSum&) const = default;
  TagSum& operator+=(const TagCount& behind);  // of the same key, from below those before
};

// Which entry a key is of. There are ten of an entry, so they are slim.
struct EntryKey {
  SlimKey key;
  uint32_t entry = 0;

  auto operator<=>(const EntryKey&) const = default;
};

// Sections that were claimed together. It can be kept while they and the one behind them stay, and
// as many as the claim looked at.
struct Piece {
  size_t first = 0;  // section of the chunk
  size_t count = 0;
  std::shared_ptr<const Claim> claim{};
  bool in_zone = false;   // whether its first section stands in a reference zone
  bool is_whole = false;  // of the layout of a file, which may look at everything

  // How many sections it depends on.
  size_t looked() const { return std::max(count + 1, claim->looked); }
};

using SharedSection = std::shared_ptr<const Section>;

// How many of each kind.
struct Counts {
  uint32_t sections = 0;
  uint32_t entries = 0;
  uint32_t aliases = 0;
  uint32_t references = 0;
  uint32_t tags = 0;
  uint32_t lines = 0;
  uint32_t anchored = 0;      // sections with something that anchors.h looks for
  uint32_t anchors_only = 0;  // references that lead into their own note, whatever it is called

  Counts& operator+=(const Counts& more);
  Counts& operator-=(const Counts& less);
};

struct Chunk {
  Arena::Memory memory;  // of a note at rest: where all that follows lies
  Row<SharedSection> owned;
  Row<Piece> pieces;
  uint32_t size = 0;    // in bytes
  int zone_before = 0;  // the level of the heading whose reference zone it begins in, or 0
  Phrase survey;        // its part of the note's, packed
  size_t reach = 0;     // sections behind it that its claims depend on

  Row<Placed<Section>> sections;
  Row<Placed<Entry>> entries;
  Row<Placed<Alias>> aliases;
  Row<Placed<Reference>> references;
  // Those, by their index, that lead to a work and may be alone on their line; in an entry, where
  // they may be of the work that is noted next.
  Row<uint32_t> loose_references;
  Row<Placed<TagUse>> tags;

  Row<Key> keys;                     // sorted, each once
  Row<EntryKey> entry_keys;          // sorted
  Row<EntryKey> heading_keys;        // of their slugs, sorted; by section
  Row<ReferenceKey> reference_keys;  // sorted
  Row<EntryKey> alias_keys;          // sorted
  Digest digest;
  Row<TagCount> tag_counts;  // sorted by key

  Counts counts;
  bool has_bare_heading = false;  // with nothing said below it

  bool holds(Key key) const;
  const TagCount* tag(std::string_view key) const;  // nullptr when it is not here
};

using SharedChunk = std::shared_ptr<const Chunk>;

// Fills in what follows from the parts that a chunk owns: its size, and where each thing stands.
void link_parts(Chunk& chunk);

// The chunk begins at `base` of the note's text. REQUIRES: the pieces are of these sections, one
// behind the other, and cover them.
SharedChunk make_chunk(std::vector<SharedSection> sections, std::vector<Piece> pieces,
                       int zone_before, const Survey& survey, const Text& text, uint32_t base);

// A chunk, and what stands before it in the note.
struct PlacedChunk {
  SharedChunk chunk;
  uint32_t base = 0;
  Counts before{};

  uint32_t end() const { return base + chunk->size; }
};

// Of all of them together. Sorted, each once.
std::vector<Key> keys_in(std::span<const PlacedChunk> chunks);
std::vector<TagSum> tags_in(std::span<const PlacedChunk> chunks);

}  // namespace notes
