#include "features/block_facts.h"

#include <algorithm>

namespace features {

using notes::Digest;
using notes::Note;
using notes::NoteId;

namespace {

void add_name(NameFacts& facts, NoteId id, const std::string& name) {
  const size_t column = facts.notes.size();
  facts.notes.push_back(id);
  facts.sizes.push_back(static_cast<uint32_t>(name.size()));
  facts.shortest = std::min(facts.shortest, facts.sizes.back());
  if (!name.empty()) facts.rows.set(NameFacts::starts(name[0]), column);
  for (size_t i = 0; i < name.size(); ++i) {
    facts.rows.set(NameFacts::has(name[i]), column);
    if (i > 0) facts.rows.set(NameFacts::has(name[i - 1], name[i]), column);
  }
}

void add_grams(FeatureRows& rows, size_t column, std::span<const uint64_t> grams) {
  if (grams.size() > ChunkFacts::kGramWords) return rows.give_up(column);
  // A filter of fewer words says the same of each bit that is further up.
  for (size_t word = 0; word < ChunkFacts::kGramWords; ++word)
    for (uint64_t left = grams[word % grams.size()]; left != 0; left &= left - 1)
      rows.set(word * 64 + static_cast<size_t>(std::countr_zero(left)), column);
}

void add_chunk(std::vector<ChunkFacts>& facts, NoteId id, const notes::PlacedChunk& in) {
  const Digest& digest = in.chunk->digest;
  if (facts.empty() || facts.back().chunks.size() == FeatureRows::kWidth) facts.emplace_back();
  ChunkFacts& to = facts.back();
  add_grams(to.rows, to.chunks.size(), digest.grams());
  to.chunks.push_back({id, &in, digest.newest(), digest.shortest_title()});
  to.newest = std::max(to.newest, digest.newest());
  to.shortest_title = std::min(to.shortest_title, digest.shortest_title());
}

}  // namespace

NameFeatures::NameFeatures(std::string_view query) {
  for (size_t i = 0; i < query.size(); ++i) {
    if (query[i] == ' ') continue;
    letters_.push_back(NameFacts::has(query[i]));
    if (i > 0 && query[i - 1] != ' ') pairs_.push_back(NameFacts::has(query[i - 1], query[i]));
  }
  if (!query.empty()) start_.push_back(NameFacts::starts(query[0]));
}

namespace {

// They lie all over memory, so all of one kind are fetched together.
void prefetch(const notes::NoteTable::Block& block) {
  for (const auto& note : block.notes)
    if (note) note->prefetch();
  for (const auto& note : block.notes) {
    if (!note) continue;
    __builtin_prefetch(note->folded_name().data());
    __builtin_prefetch(note->chunks().data());
  }
  for (const auto& note : block.notes)
    for (const notes::PlacedChunk& in :
         note ? std::span(note->chunks()) : std::span<const notes::PlacedChunk>())
      __builtin_prefetch(&in.chunk->digest);
}

}  // namespace

const BlockFacts& facts_of(const notes::NoteTable::Block& block, NoteId first) {
  if (const notes::Memo::Made* kept = block.facts.kept())
    return static_cast<const BlockFacts&>(*kept);
  prefetch(block);
  auto out = std::make_unique<BlockFacts>();
  for (size_t i = 0; i < block.notes.size(); ++i) {
    const Note* note = block.notes[i].get();
    if (!note) continue;
    const auto id = first + static_cast<NoteId>(i);
    add_name(out->names, id, note->folded_name());
    for (const notes::PlacedChunk& in : note->chunks())
      if (in.chunk->digest.size() > 0) add_chunk(out->chunks, id, in);
  }
  return static_cast<const BlockFacts&>(block.facts.keep(std::move(out)));
}

}  // namespace features
