#include "notes/all_candidates.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "notes/duplicate_candidates.h"

namespace notes {
namespace {

// Keys are looked at share by share, by their first bits: all of them side by side would take more
// memory than anything else.
constexpr int kShareBits = 4;
constexpr uint64_t kShares = 1u << kShareBits;
constexpr int kKindBits = 4;  // the last, which are alike

// Of whom two that have many blocks must have one in common, unless they share more than one key.
uint32_t first_author_of(const Entry& entry) {
  if (entry.author_key.empty() || entry.title_blocks.size() < kManyBlocks) return 0;
  return static_cast<uint32_t>(make_key(KeyKind::kName, entry.author_key) >> 32) | 1;
}

}  // namespace

AllCandidates::AllCandidates(const Snapshot& vault) {
  collect(vault);
  block_up(vault);
  link_names();
  std::vector<Held>().swap(called_);
  std::vector<Listed>().swap(chunks_);
  hand_out();
  met_.resize(ids_.size());
}

void AllCandidates::collect(const Snapshot& vault) {
  for (NoteId note = 0; note < vault.note_limit(); ++note) {
    if (!vault.note(note) || vault.stands_aside(note)) continue;
    uint32_t index = 0;
    for (const PlacedChunk& in : vault.note(note)->chunks()) {
      if (in.chunk->entries.empty()) continue;
      chunks_.push_back({in.chunk.get(), size()});
      for (const Placed<Entry>& entry : in.chunk->entries) {
        ids_.push_back({note, index++});
        entries_.push_back(entry.value);
        counts_.push_back(may_be_noted_twice(*entry));
        authors_.push_back(first_author_of(*entry));
        if (counts_.back())
          called_.push_back({make_key(KeyKind::kShortTitle, entry->title_key), size() - 1});
      }
    }
  }
}

std::vector<AllCandidates::Held> AllCandidates::share_of(uint64_t share) const {
  std::vector<Held> out;
  const Key first = share << (64 - kShareBits);
  for (const Listed& in : chunks_) {
    const Row<EntryKey>& keys = in.chunk->entry_keys;
    for (auto at = std::lower_bound(keys.begin(), keys.end(), EntryKey{first, 0});
         at != keys.end() && at->key >> (64 - kShareBits) == share; ++at)
      if (counts_[in.first + at->entry]) out.push_back({at->key, in.first + at->entry});
  }
  drop_lone(out);
  std::sort(out.begin(), out.end());
  return out;
}

// Most blocks of titles are held by one entry alone, and need not be sorted.
void AllCandidates::drop_lone(std::vector<Held>& share) const {
  std::vector<uint8_t> seen(std::bit_ceil(2 * share.size() + 1));
  const auto seen_of = [&](const Held& held) -> uint8_t& {
    return seen[(held.key >> kKindBits) & (seen.size() - 1)];
  };
  for (const Held& held : share) {
    uint8_t& times = seen_of(held);
    if (times < 2) ++times;
  }
  std::erase_if(share, [&](const Held& held) {
    return kind_of(held.key) == KeyKind::kTitleBlock && seen_of(held) < 2;
  });
}

void AllCandidates::block_up(const Snapshot& vault) {
  std::sort(called_.begin(), called_.end());
  is_common_.resize(size());
  for (uint64_t share = 0; share < kShares; ++share) block_up(vault, share_of(share));
}

// Keeps the keys that several hold, and not too many.
void AllCandidates::block_up(const Snapshot& vault, std::vector<Held> share) {
  size_t& called = called_before_;
  for (size_t i = 0, end = 0; i < share.size(); i = end) {
    const Key key = share[i].key;
    while (end < share.size() && share[end].key == key) ++end;
    while (called < called_.size() && called_[called].key < key) ++called;
    const bool is_name = called < called_.size() && called_[called].key == key;
    const bool is_met = end - i >= 2 || is_name, is_title = kind_of(key) == KeyKind::kTitle;
    if (!is_met && !is_title) continue;
    if (end - i > kMostInBlock || vault.index().notes_with(key).size() > kMostInBlock) {
      for (size_t k = i; k < end && is_title; ++k) is_common_[share[k].entry] = true;
      continue;
    }
    if (!is_met) continue;
    blocks_.push_back({key, static_cast<uint32_t>(holders_.size()), static_cast<uint32_t>(end - i),
                       kind_of(key) != KeyKind::kTitleBlock});
    while (i < end) holders_.push_back(share[i++].entry);
  }
}

// `Mamba` and `Mamba: Linear-Time …`.
void AllCandidates::link_names() {
  size_t called = 0;
  for (const Block& block : blocks_) {
    while (called < called_.size() && called_[called].key < block.key) ++called;
    for (size_t i = called; i < called_.size() && called_[i].key == block.key; ++i) {
      const Number one = called_[i].entry;
      for (size_t k = block.first; k < block.first + block.count && !is_common_[one]; ++k)
        if (const Number other = holders_[k]; other != one)
          links_.emplace_back(std::min(one, other), std::max(one, other));
    }
  }
  std::sort(links_.begin(), links_.end());
}

void AllCandidates::hand_out() {
  own_from_.resize(size() + 1);
  for (const Number holder : holders_) ++own_from_[holder + 1];
  for (Number i = 0; i < size(); ++i) own_from_[i + 1] += own_from_[i];
  own_.resize(holders_.size());
  std::vector<uint32_t> next(own_from_.begin(), own_from_.end() - 1);
  for (uint32_t block = 0; block < blocks_.size(); ++block)
    for (uint32_t k = 0; k < blocks_[block].count; ++k)
      own_[next[holders_[blocks_[block].first + k]]++] = block;
}

void AllCandidates::meet(Number other, bool is_sure) {
  Met& met = met_[other];
  if (met.keys++ == 0) behind_.push_back(other);
  met.is_sure |= is_sure;
}

// Most that meet do so under one key, and to see that they are others' works no entry is read.
bool AllCandidates::is_candidate_of(Number entry, Number other, Met met) const {
  if (met.is_sure || met.keys >= 2) return true;
  if (authors_[entry] != authors_[other] && authors_[entry] != 0 && authors_[other] != 0)
    return false;
  return is_candidate(met.keys, met.is_sure, *entries_[entry], *entries_[other]);
}

const std::vector<AllCandidates::Number>& AllCandidates::behind(Number entry) {
  behind_.clear();
  for (uint32_t i = own_from_[entry]; i < own_from_[entry + 1]; ++i) {
    const Block& block = blocks_[own_[i]];
    for (uint32_t k = block.first + block.count; k-- > block.first && holders_[k] > entry;)
      meet(holders_[k], block.is_sure);
  }
  for (auto link = std::lower_bound(links_.begin(), links_.end(), std::pair(entry, Number{0}));
       link != links_.end() && link->first == entry; ++link)
    meet(link->second, true);
  std::erase_if(behind_, [&](Number other) {
    return !is_candidate_of(entry, other, std::exchange(met_[other], Met{}));
  });
  std::sort(behind_.begin(), behind_.end());
  return behind_;
}

}  // namespace notes
