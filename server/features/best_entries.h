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
      : words_(words), features_(words.all()), best_(best), at_best_(std::move(at_best)) {}

  // By what is known of some chunks without looking at them.
  template <class F>
  void for_each_wanted(const ChunkFacts& facts, F f) const {
    const size_t count = facts.chunks.size();
    const notes::EntryId first = facts.chunks.front().first;
    if (!may_take(features_.bound(facts.shortest_title), facts.newest, first)) return;
    const QueryFeatures::Fitting fitting = features_.in(facts.rows, count);
    for_each_column(fitting.words, [&](size_t column) {
      const ChunkFacts::One& one = facts.chunks[column];
      const int bound = features_.bound(fitting, column, one.shortest_title);
      if (may_take(bound, one.newest, one.first)) f(one);
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
  bool may_take(int bound, uint64_t newest, notes::EntryId first) const {
    return best_.may_take_like(at_best_(bound, newest, first));
  }

  const WordsOfEntries& words_;
  const QueryFeatures features_;
  const Best<T>& best_;
  AtBest at_best_;
};

}  // namespace features
