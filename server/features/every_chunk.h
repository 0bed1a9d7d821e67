// Looking through all chunks of a vault. They lie all over memory, and to wait for each would cost
// more than to look at it; so those that come next are fetched while one is looked at. Belongs to
// one call.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "notes/snapshot.h"

namespace features {

// What is looked for, by way of example: see WordsOfEntries.
struct EveryEntry {
  // Fetches what is_wanted() looks at.
  void prefetch(const notes::Digest&) const {}
  // Whether the chunk is looked at.
  bool is_wanted(notes::NoteId, const notes::PlacedChunk& in) const {
    return in.chunk->digest.size() > 0;
  }
  // Fetches what is looked at.
  void prefetch_all(const notes::Digest& digest) const { digest.prefetch_tags(); }
};

// `notes` gives a NoteId for each index from 0 up to `count`; those that are gone are left out.
template <class Notes, class Sought, class F>
void for_each_chunk_of(const notes::Snapshot& vault, size_t count, Notes notes,
                       const Sought& sought, F f) {
  constexpr size_t kAtOnce = 32;
  struct Seen {
    notes::NoteId note = 0;
    const notes::PlacedChunk* in = nullptr;
    const notes::Digest& digest() const { return in->chunk->digest; }
  };
  std::array<Seen, kAtOnce> seen;
  size_t size = 0;
  const auto look = [&] {
    for (size_t i = 0; i < size; ++i) sought.prefetch(seen[i].digest());
    const auto end =
        std::remove_if(seen.begin(), seen.begin() + static_cast<long>(size),
                       [&](const Seen& one) { return !sought.is_wanted(one.note, *one.in); });
    size = static_cast<size_t>(end - seen.begin());
    if (size > 0) sought.prefetch_all(seen[0].digest());
    for (size_t i = 0; i < size; ++i) {
      if (i + 1 < size) sought.prefetch_all(seen[i + 1].digest());
      f(seen[i].note, *seen[i].in);
    }
    size = 0;
  };
  for (size_t begin = 0; begin < count; begin += kAtOnce) {
    const size_t end = std::min(begin + kAtOnce, count);
    for (size_t i = begin; i < end; ++i) __builtin_prefetch(vault.note(notes(i)));
    for (size_t i = begin; i < end; ++i)
      if (const notes::Note* note = vault.note(notes(i))) __builtin_prefetch(note->chunks().data());
    for (size_t i = begin; i < end; ++i) {
      const notes::Note* note = vault.note(notes(i));
      if (!note) continue;
      for (const notes::PlacedChunk& in : note->chunks()) {
        const char* digest = reinterpret_cast<const char*>(&in.chunk->digest);
        __builtin_prefetch(digest);
        __builtin_prefetch(digest + sizeof(notes::Digest) - 1);
        seen[size++] = {notes(i), &in};
        if (size == kAtOnce) look();
      }
    }
  }
  look();
}

// Those of every note that is part of the vault.
template <class Sought, class F>
void for_each_chunk(const notes::Snapshot& vault, const Sought& sought, F f) {
  for_each_chunk_of(
      vault, vault.note_limit(), [](size_t i) { return static_cast<notes::NoteId>(i); }, sought,
      [&](notes::NoteId id, const notes::PlacedChunk& in) {
        if (!vault.stands_aside(id)) f(id, in);
      });
}

}  // namespace features
