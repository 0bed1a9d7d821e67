#include "notes/key_places.h"

#include <algorithm>
#include <iterator>

#include "notes/own.h"

namespace notes {
namespace {

// All that a chunk is asked for by key, sorted.
std::vector<Key> keys_of(const Chunk* chunk) {
  if (!chunk) return {};
  std::vector<Key> out = chunk->keys;
  for (const EntryKey& heading : chunk->heading_keys) out.push_back(heading.key);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

KeyTable& KeyPlaces::Kept::shard_of(Key key) { return own(shards[key >> 56]); }

void KeyPlaces::Kept::change(uint32_t slot, const Chunk* was, const Chunk* is) {
  const std::vector<Key> old = keys_of(was), now = keys_of(is);
  std::vector<Key> gone, come;
  std::ranges::set_difference(old, now, std::back_inserter(gone));
  std::ranges::set_difference(now, old, std::back_inserter(come));
  for (const Key key : gone) shard_of(key).remove(key, slot);
  for (const Key key : come) shard_of(key).add(key, slot);
}

void KeyPlaces::follow(const KeyPlaces* before, std::span<const PlacedChunk> old,
                       std::span<const PlacedChunk> chunks, size_t first, size_t behind) {
  if (chunks.size() <= kShortNote) return;
  if (before && before->is_kept()) {
    kept_ = std::make_unique<Kept>(*before->kept_);
  } else {
    old = {};
    first = behind = 0;
    kept_ = std::make_unique<Kept>();
    kept_->shards.resize(kShards);
  }
  auto& [shards, slots, chunk_in, free] = *kept_;
  const std::vector<uint32_t> old_slots = std::move(slots);
  slots.assign(old_slots.begin(), old_slots.begin() + static_cast<std::ptrdiff_t>(first));
  const size_t old_end = old.size() - behind, end = chunks.size() - behind;
  for (size_t i = first; i < std::max(old_end, end); ++i) {
    const Chunk* was = i < old_end ? old[i].chunk.get() : nullptr;
    const Chunk* is = i < end ? chunks[i].chunk.get() : nullptr;
    uint32_t slot = 0;
    if (was) {
      slot = old_slots[i];
    } else if (!free.empty()) {
      slot = free.back();
      free.pop_back();
    } else {
      slot = static_cast<uint32_t>(chunk_in.size());
      chunk_in.push_back(0);
    }
    kept_->change(slot, was, is);
    if (is)
      slots.push_back(slot);
    else
      free.push_back(slot);
  }
  slots.insert(slots.end(), old_slots.end() - static_cast<std::ptrdiff_t>(behind), old_slots.end());
  for (uint32_t i = 0; i < slots.size(); ++i) chunk_in[slots[i]] = i;
}

std::vector<uint32_t> KeyPlaces::chunks_with(Key key) const {
  std::vector<uint32_t> out;
  if (const std::shared_ptr<KeyTable>& shard = kept_->shards[key >> 56])
    for (const uint32_t slot : shard->holders(key)) out.push_back(kept_->chunk_in[slot]);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace notes
