// Which chunks may hold one of the best entries with some words in them, for for_each_chunk() of
// every_chunk.h. Belongs to one call.
#pragma once

#include <cstdint>
#include <utility>

#include "features/best.h"
#include "features/block_facts.h"
#include "features/match.h"
#include "notes/snapshot.h"

namespace features {

// `at_best` makes of a score, a date and the first entry of a chunk what none in it is better than.
template <class T, class AtBest>
class BestEntries {
 public:
  BestEntries(const WordsOfEntries& words, const Best<T>& best, AtBest at_best)
      : words_(words), best_(best), at_best_(std::move(at_best)) {}

  // By what is known of some chunks without looking at them.
  template <class F>
  void for_each_wanted(const ChunkFacts& facts, F f) const {
    const ChunkFacts::One& first = facts.chunks.front();
    if (!may_take(words_.bound(facts.shortest_title, true), facts.newest, first)) return;
    FeatureRows::Columns among = FeatureRows::first(facts.chunks.size());
    for (const uint32_t gram : words_.grams())
      facts.rows.keep_those_with(ChunkFacts::row_of(gram), among);
    FeatureRows::Columns starting = among;
    for (const uint32_t gram : words_.grams_of_start())
      facts.rows.keep_those_with(ChunkFacts::row_of(gram), starting);
    for_each_column(among, [&](size_t column) {
      const ChunkFacts::One& one = facts.chunks[column];
      const bool may_start = FeatureRows::has(starting, column);
      if (may_take(words_.bound(one.shortest_title, may_start), one.newest, one)) f(one);
    });
  }

  void prefetch(const notes::Digest& digest) const { words_.prefetch(digest); }
  bool is_wanted(notes::NoteId note, const notes::PlacedChunk& in) const {
    const notes::Digest& digest = in.chunk->digest;
    return words_.is_wanted(digest) &&
           best_.may_take_like(at_best_(words_.bound(digest), digest.newest(),
                                        notes::EntryId{note, in.before.entries}));
  }
  void prefetch_all(const notes::Digest& digest) const { words_.prefetch_all(digest); }

 private:
  bool may_take(int bound, uint64_t newest, const ChunkFacts::One& first) const {
    return best_.may_take_like(
        at_best_(bound, newest, notes::EntryId{first.note, first.in->before.entries}));
  }

  const WordsOfEntries& words_;
  const Best<T>& best_;
  AtBest at_best_;
};

}  // namespace features
