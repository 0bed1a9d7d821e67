#include "features/block_facts.h"

#include <algorithm>

#include "notes/fuzzy.h"

namespace features {

using notes::Digest;
using notes::Note;
using notes::NoteId;
using notes::PlacedChunk;

namespace {

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Beyond ASCII a word may start anywhere.
bool may_start_word(std::string_view text, size_t at) {
  return at == 0 || !is_word_byte(text[at]) || !is_word_byte(text[at - 1]);
}

}  // namespace

void FeatureRows::add(std::string_view text, size_t column) {
  uint64_t* const rows = rows_.front().data() + column / 64;
  const uint64_t bit_of_column = bit(column);
  const auto set = [&](size_t row) { rows[row * std::tuple_size_v<Columns>] |= bit_of_column; };
  if (!text.empty()) set(start(text[0]));
  for (size_t at = 0; at < text.size(); ++at) {
    set(byte(text[at]));
    if (may_start_word(text, at)) set(word_start(text[at]));
    if (at + 3 <= text.size()) set(triple(text.data() + at));
  }
}

QueryFeatures::QueryFeatures(std::string_view query) : query_(query) {
  notes::every_word(query, [&](std::string_view word) {
    for (size_t at = 0; at < word.size(); ++at) {
      letters_.push_back(FeatureRows::byte(word[at]));
      if (at + 3 <= word.size()) triples_.push_back(FeatureRows::triple(word.data() + at));
    }
    word_starts_.push_back(FeatureRows::word_start(word[0]));
    return true;
  });
  if (!query.empty()) start_.push_back(FeatureRows::start(query[0]));
}

QueryFeatures::Fitting QueryFeatures::in(const FeatureRows& rows, size_t columns) const {
  Fitting out;
  out.letters = rows.having(letters_, FeatureRows::first(columns));
  out.words = rows.having(triples_, out.letters);
  out.word_starts = rows.having(word_starts_, out.words);
  out.start = rows.having(start_, out.word_starts);
  return out;
}

int QueryFeatures::bound(const Fitting& fitting, size_t column, size_t length) const {
  if (query_.empty()) return 0;
  if (FeatureRows::has(fitting.start, column)) return notes::fuzzy_bound(query_, true, length);
  if (FeatureRows::has(fitting.word_starts, column))
    return notes::fuzzy_bound(query_, false, length);
  if (FeatureRows::has(fitting.words, column)) return notes::fuzzy_bound_inside(length);
  return notes::fuzzy_bound_of_letters(length);
}

int QueryFeatures::bound(size_t length) const {
  return query_.empty() ? 0 : notes::fuzzy_bound(query_, true, length);
}

namespace {

void add_name(NameFacts& facts, NoteId id, std::string_view name) {
  facts.rows.add(name, facts.notes.size());
  facts.notes.push_back(id);
  facts.sizes.push_back(static_cast<uint32_t>(name.size()));
  facts.shortest = std::min(facts.shortest, facts.sizes.back());
}

void add_chunk(std::vector<ChunkFacts>& facts, NoteId id, const PlacedChunk& in) {
  constexpr size_t kFewEntries = 4;  // together they have most features
  const Digest& digest = in.chunk->digest;
  if (facts.empty() || facts.back().chunks.size() == FeatureRows::kWidth) facts.emplace_back();
  ChunkFacts& to = facts.back();
  const size_t column = to.chunks.size();
  if (digest.size() > kFewEntries) to.rows.give_up(column);
  for (size_t i = 0; i < digest.size() && digest.size() <= kFewEntries; ++i)
    to.rows.add(digest.words(i), column);
  to.chunks.push_back(
      {{id, in.before.entries}, &in, &digest, digest.newest(), digest.shortest_title()});
  to.newest = std::max(to.newest, digest.newest());
  to.shortest_title = std::min(to.shortest_title, digest.shortest_title());
}

struct ChunksOfBlock : notes::Memo::Made {
  std::vector<ChunkFacts> all;
};

template <class F>
void for_each_note(const notes::NoteTable::Block& block, F f) {
  for (const auto& note : block.notes)
    if (note) f(*note);
}

// They lie all over memory, so all of one kind are fetched together.
void prefetch_names(const notes::NoteTable::Block& block) {
  for_each_note(block, [](const Note& note) { note.prefetch(); });
  for_each_note(block, [](const Note& note) { __builtin_prefetch(note.folded_name().data()); });
}

void prefetch_chunks(const notes::NoteTable::Block& block) {
  const auto each_digest = [&](auto f) {
    for_each_note(block, [&](const Note& note) {
      for (const PlacedChunk& in : note.chunks()) f(in.chunk->digest);
    });
  };
  for_each_note(block, [](const Note& note) { note.prefetch(); });
  for_each_note(block, [](const Note& note) { __builtin_prefetch(note.chunks().data()); });
  each_digest([](const Digest& digest) {
    __builtin_prefetch(&digest);
    __builtin_prefetch(reinterpret_cast<const char*>(&digest + 1) - 1);
  });
  each_digest([](const Digest& digest) {
    constexpr size_t kFew = 4;
    if (digest.size() <= kFew) digest.prefetch_words();
  });
}

}  // namespace

const NameFacts& names_in(const notes::NoteTable::Block& block, NoteId first) {
  if (const notes::Memo::Made* kept = block.facts.kept())
    return static_cast<const NameFacts&>(*kept);
  prefetch_names(block);
  auto out = std::make_unique<NameFacts>();
  for (size_t i = 0; i < block.notes.size(); ++i)
    if (const Note* note = block.notes[i].get())
      add_name(*out, first + static_cast<NoteId>(i), note->folded_name());
  return static_cast<const NameFacts&>(block.facts.keep(std::move(out)));
}

const std::vector<ChunkFacts>& chunks_in(const notes::NoteTable::Block& block, NoteId first) {
  const notes::Memo& memo = names_in(block, first).chunks;
  if (const notes::Memo::Made* kept = memo.kept())
    return static_cast<const ChunksOfBlock&>(*kept).all;
  prefetch_chunks(block);
  auto out = std::make_unique<ChunksOfBlock>();
  for (size_t i = 0; i < block.notes.size(); ++i) {
    const Note* note = block.notes[i].get();
    if (!note) continue;
    for (const PlacedChunk& in : note->chunks())
      if (in.chunk->digest.size() > 0) add_chunk(out->all, first + static_cast<NoteId>(i), in);
  }
  return static_cast<const ChunksOfBlock&>(memo.keep(std::move(out))).all;
}

}  // namespace features
