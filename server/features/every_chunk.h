// Looking through many chunks of a vault. They lie all over memory, and to wait for each would cost
// more than to look at it; so those that come next are fetched while one is looked at, and of all
// there are, most are passed over by what is known of their block. Belongs to one call.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "features/block_facts.h"
#include "notes/snapshot.h"

namespace features {

// What is looked for, by way of example: see BestEntries.
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

// Calls f with those that are wanted of the chunks it is given, in their order.
template <class Sought, class F>
class ChunkBatch {
 public:
  static constexpr size_t kAtOnce = 32;

  ChunkBatch(const Sought& sought, F& f) : sought_(sought), f_(f) {}

  void add(notes::NoteId note, const notes::PlacedChunk& in) {
    __builtin_prefetch(&in.chunk->tags);
    add(note, in, in.chunk->digest);
  }
  // `digest` is the chunk's.
  void add(notes::NoteId note, const notes::PlacedChunk& in, const notes::Digest& digest) {
    __builtin_prefetch(&in);
    __builtin_prefetch(&digest);
    __builtin_prefetch(reinterpret_cast<const char*>(&digest + 1) - 1);
    seen_[size_++] = {note, &in, &digest};
    if (size_ == kAtOnce) look();
  }

  // At what is left of them.
  void look() {
    for (size_t i = 0; i < size_; ++i) sought_.prefetch(*seen_[i].digest);
    const auto end =
        std::remove_if(seen_.begin(), seen_.begin() + static_cast<long>(size_),
                       [&](const Seen& one) { return !sought_.is_wanted(one.note, *one.in); });
    size_ = static_cast<size_t>(end - seen_.begin());
    if (size_ > 0) sought_.prefetch_all(*seen_[0].digest);
    for (size_t i = 0; i < size_; ++i) {
      if (i + 1 < size_) sought_.prefetch_all(*seen_[i + 1].digest);
      f_(seen_[i].note, *seen_[i].in);
    }
    size_ = 0;
  }

 private:
  struct Seen {
    notes::NoteId note = 0;
    const notes::PlacedChunk* in = nullptr;
    const notes::Digest* digest = nullptr;
  };

  const Sought& sought_;
  F& f_;
  std::array<Seen, kAtOnce> seen_;
  size_t size_ = 0;
};

// `notes` gives a NoteId for each index from 0 up to `count`; those that are gone are left out.
template <class Notes, class Sought, class F>
void for_each_chunk_of(const notes::Snapshot& vault, size_t count, Notes notes,
                       const Sought& sought, F f) {
  constexpr size_t kAtOnce = 32;
  ChunkBatch<Sought, F> batch(sought, f);
  for (size_t begin = 0; begin < count; begin += kAtOnce) {
    const size_t end = std::min(begin + kAtOnce, count);
    for (size_t i = begin; i < end; ++i) __builtin_prefetch(vault.note(notes(i)));
    for (size_t i = begin; i < end; ++i)
      if (const notes::Note* note = vault.note(notes(i))) __builtin_prefetch(note->chunks().data());
    for (size_t i = begin; i < end; ++i)
      if (const notes::Note* note = vault.note(notes(i)))
        for (const notes::PlacedChunk& in : note->chunks()) batch.add(notes(i), in);
  }
  batch.look();
}

// Those with entries of every note that is part of the vault, but for those that the facts of their
// block say are not wanted.
template <class Sought, class F>
void for_each_chunk(const notes::Snapshot& vault, const Sought& sought, F f) {
  ChunkBatch<Sought, F> batch(sought, f);
  vault.for_each_block([&](const notes::NoteTable::Block& block, notes::NoteId first) {
    for (const ChunkFacts& facts : chunks_in(block, first))
      sought.for_each_wanted(facts, [&](const ChunkFacts::One& one) {
        if (!vault.stands_aside(one.first.note)) batch.add(one.first.note, *one.in, *one.digest);
      });
  });
  batch.look();
}

}  // namespace features
