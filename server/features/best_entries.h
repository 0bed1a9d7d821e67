// Which chunks may hold one of the best entries with some words in them, for for_each_chunk() of
// every_chunk.h. Belongs to one call.
#pragma once

#include <cstdint>
#include <utility>

#include "features/best.h"
#include "features/match.h"
#include "notes/snapshot.h"

namespace features {

// `at_best` makes of a score, a date and the first entry of a chunk what none in it is better than.
template <class T, class AtBest>
class BestEntries {
 public:
  BestEntries(const WordsOfEntries& words, const Best<T>& best, AtBest at_best)
      : words_(words), best_(best), at_best_(std::move(at_best)) {}

  void prefetch(const notes::Digest& digest) const { words_.prefetch(digest); }
  bool is_wanted(notes::NoteId note, const notes::PlacedChunk& in) const {
    const notes::Digest& digest = in.chunk->digest;
    return words_.is_wanted(digest) &&
           best_.may_take_like(at_best_(words_.bound(digest), digest.newest(),
                                        notes::EntryId{note, in.before.entries}));
  }
  void prefetch_all(const notes::Digest& digest) const { words_.prefetch_all(digest); }

 private:
  const WordsOfEntries& words_;
  const Best<T>& best_;
  AtBest at_best_;
};

}  // namespace features
