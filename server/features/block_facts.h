// What is asked of every note and chunk with each letter typed, laid flat by blocks of notes (see
// note_table.h), so that most of a hundred thousand are passed over without being looked at: which
// letters and bytes in a row a name or the words of a chunk may have, and how good the best of them
// can be. A function of the block's notes; kept with it until one of them changes. Pure: any
// thread.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "notes/memo.h"
#include "notes/snapshot.h"

namespace features {

// Which of up to kWidth texts have a feature: a row for each feature, a column for each text.
class FeatureRows {
 public:
  static constexpr size_t kWidth = 256;
  using Columns = std::array<uint64_t, kWidth / 64>;

  // A byte, by what it hashes to; a word that begins with it, as fuzzy_score() knows words; a text
  // that does; and three bytes in a row.
  static constexpr size_t kBytes = 64;
  static constexpr size_t kTriples = 512;
  static size_t byte(char c) { return static_cast<unsigned char>(c) % kBytes; }
  static size_t word_start(char c) { return kBytes + byte(c); }
  static size_t start(char c) { return 2 * kBytes + byte(c); }
  static size_t triple(const char* at) {
    uint32_t three = 0;
    for (int i = 0; i < 3; ++i) three = three << 8 | static_cast<unsigned char>(at[i]);
    return 3 * kBytes + (three * 2654435761u >> 16) % kTriples;
  }

  // The column has what the text has.
  void add(std::string_view text, size_t column);
  // Nothing is known of the column, which may have any.
  void give_up(size_t column) { unknown_[column / 64] |= bit(column); }

  // Leaves of the columns those that may have all of the features.
  Columns having(const std::vector<size_t>& features, Columns among) const {
    for (const size_t row : features)
      for (size_t i = 0; i < among.size(); ++i) among[i] &= rows_[row][i] | unknown_[i];
    return among;
  }

  static bool has(const Columns& columns, size_t column) {
    return (columns[column / 64] & bit(column)) != 0;
  }
  static Columns first(size_t count) {
    Columns out{};
    for (size_t i = 0; i < count; ++i) out[i / 64] |= bit(i);
    return out;
  }

 private:
  static uint64_t bit(size_t column) { return uint64_t{1} << column % 64; }

  std::vector<Columns> rows_{3 * kBytes + kTriples};
  Columns unknown_{};
};

template <class F>
void for_each_column(const FeatureRows::Columns& columns, F f) {
  for (size_t i = 0; i < columns.size(); ++i)
    for (uint64_t left = columns[i]; left != 0; left &= left - 1)
      f(i * 64 + static_cast<size_t>(std::countr_zero(left)));
}

// Which texts may fit a query, and how well, as far as features say; see fuzzy_score(). The query
// is folded, without spaces around it.
class QueryFeatures {
 public:
  explicit QueryFeatures(std::string_view query);

  struct Fitting {
    FeatureRows::Columns letters;      // have all letters
    FeatureRows::Columns words;        // of these, hold all words as they were typed
    FeatureRows::Columns word_starts;  // of these, at the start of a word
    FeatureRows::Columns start;        // of these, at the start of all
  };
  Fitting in(const FeatureRows& rows, size_t columns) const;
  // No less than fuzzy_score() of the text in the column, or of a longer one.
  int bound(const Fitting& fitting, size_t column, size_t length) const;
  // The same of any text.
  int bound(size_t length) const;

 private:
  std::string_view query_;
  std::vector<size_t> letters_, triples_, word_starts_, start_;
};

// The names of a block's notes, folded.
struct NameFacts : notes::Memo::Made {
  std::vector<notes::NoteId> notes;
  std::vector<uint32_t> sizes;
  uint32_t shortest = ~uint32_t{0};
  FeatureRows rows;
  notes::Memo chunks;  // see chunks_in()
};

// The words of some of the chunks with entries; where a chunk has many, they are not known.
struct ChunkFacts {
  struct One {
    notes::EntryId first;  // of its entries
    const notes::PlacedChunk* in = nullptr;
    const notes::Digest* digest = nullptr;
    uint64_t newest = 0;
    uint32_t shortest_title = 0;
  };
  std::vector<One> chunks;
  uint64_t newest = 0;  // of all of them
  uint32_t shortest_title = ~uint32_t{0};
  FeatureRows rows;
};

const NameFacts& names_in(const notes::NoteTable::Block& block, notes::NoteId first);
const std::vector<ChunkFacts>& chunks_in(const notes::NoteTable::Block& block, notes::NoteId first);

}  // namespace features
