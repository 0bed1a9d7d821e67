// What is asked of every note and chunk with each letter typed, laid flat by blocks of notes (see
// note_table.h), so that most of a hundred thousand are passed over without being looked at: which
// letters and which bytes in a row a name or the words of a chunk may have, and how good the best
// of them can be. A function of the block's notes; kept with it until one of them changes. Pure:
// any thread.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "notes/memo.h"
#include "notes/snapshot.h"

namespace features {

// Which of up to kWidth things have a feature: a row for each feature, a column for each thing.
class FeatureRows {
 public:
  static constexpr size_t kWidth = 256;
  using Columns = std::array<uint64_t, kWidth / 64>;

  explicit FeatureRows(size_t rows) : rows_(rows) {}

  void set(size_t row, size_t column) { rows_[row][column / 64] |= uint64_t{1} << column % 64; }
  // Leaves of the columns those that have the feature, or of which it is not known.
  void keep_those_with(size_t row, Columns& among) const {
    for (size_t i = 0; i < among.size(); ++i) among[i] &= rows_[row][i] | unknown_[i];
  }
  // Nothing is known of the column, which may have any.
  void give_up(size_t column) { unknown_[column / 64] |= uint64_t{1} << column % 64; }

  static bool has(const Columns& columns, size_t column) {
    return (columns[column / 64] >> column % 64 & 1) != 0;
  }
  static Columns first(size_t count) {
    Columns out{};
    for (size_t i = 0; i < count; ++i) out[i / 64] |= uint64_t{1} << i % 64;
    return out;
  }

 private:
  std::vector<Columns> rows_;
  Columns unknown_{};
};

template <class F>
void for_each_column(const FeatureRows::Columns& columns, F f) {
  for (size_t i = 0; i < columns.size(); ++i)
    for (uint64_t left = columns[i]; left != 0; left &= left - 1)
      f(i * 64 + static_cast<size_t>(std::countr_zero(left)));
}

// The names of a block's notes, folded.
struct NameFacts {
  static constexpr size_t kLetters = 64;  // bytes, by what they hash to
  static constexpr size_t kPairs = 192;   // the same of two in a row
  static size_t has(char c) { return static_cast<unsigned char>(c) % kLetters; }
  static size_t starts(char c) { return kLetters + has(c); }
  static size_t has(char a, char b) {
    const auto both =
        static_cast<uint32_t>(static_cast<unsigned char>(a)) << 8 | static_cast<unsigned char>(b);
    return 2 * kLetters + (both * 2654435761u >> 16) % kPairs;
  }

  std::vector<notes::NoteId> notes;
  std::vector<uint32_t> sizes;
  uint32_t shortest = ~uint32_t{0};
  FeatureRows rows{2 * kLetters + kPairs};
};

// Which names fit a query, folded and without spaces around it, as far as their features say; see
// fuzzy_score().
class NameFeatures {
 public:
  explicit NameFeatures(std::string_view query);

  // All letters; of these, all words as they were typed; and of these, its start.
  FeatureRows::Columns having_letters(const NameFacts& names) const {
    return having(letters_, names, FeatureRows::first(names.notes.size()));
  }
  FeatureRows::Columns having_words(const NameFacts& names,
                                    const FeatureRows::Columns& among) const {
    return having(pairs_, names, among);
  }
  FeatureRows::Columns starting(const NameFacts& names, const FeatureRows::Columns& among) const {
    return having(start_, names, among);
  }

 private:
  static FeatureRows::Columns having(const std::vector<size_t>& rows, const NameFacts& names,
                                     FeatureRows::Columns among) {
    for (const size_t row : rows) names.rows.keep_those_with(row, among);
    return among;
  }

  std::vector<size_t> letters_, pairs_, start_;
};

// Some of the chunks with entries.
struct ChunkFacts {
  static constexpr size_t kGramWords = 8;  // of a digest that has no more; else they are not known
  static size_t row_of(uint32_t gram_bit) { return gram_bit % (kGramWords * 64); }

  struct One {
    notes::NoteId note = 0;
    const notes::PlacedChunk* in = nullptr;
    uint64_t newest = 0;
    uint32_t shortest_title = 0;
  };
  std::vector<One> chunks;
  uint64_t newest = 0;  // of all of them
  uint32_t shortest_title = ~uint32_t{0};
  FeatureRows rows{kGramWords * 64};
};

struct BlockFacts : notes::Memo::Made {
  NameFacts names;
  std::vector<ChunkFacts> chunks;
};

const BlockFacts& facts_of(const notes::NoteTable::Block& block, notes::NoteId first);

}  // namespace features
