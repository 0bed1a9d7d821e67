#include "notes/index.h"

#include <algorithm>
#include <iterator>

#include "notes/changes.h"
#include "notes/own.h"

namespace notes {
namespace {

// The high bits, because a shard's own table uses the low ones.
size_t shard_of(Key key) { return key >> 56; }

// Calls f with each shard that holds some, and those. REQUIRES: sorted.
template <class F>
void for_each_in_shard(std::span<const Key> keys, F f) {
  while (!keys.empty()) {
    const size_t shard = shard_of(keys.front());
    const auto behind =
        std::find_if(keys.begin(), keys.end(), [&](Key key) { return shard_of(key) != shard; });
    const auto count = static_cast<size_t>(behind - keys.begin());
    f(shard, keys.first(count));
    keys = keys.subspan(count);
  }
}

size_t tag_shard_of(std::string_view key, size_t count) {
  return std::hash<std::string_view>()(key) % count;
}

}  // namespace

std::span<const NoteId> Index::notes_with(Key key) const {
  const std::shared_ptr<KeyTable>& shard = shards_[shard_of(key)];
  return shard ? shard->holders(key) : std::span<const NoteId>();
}

const TagTotal* Index::tag(std::string_view key) const {
  const std::shared_ptr<TagShard>& shard = tag_shards_[tag_shard_of(key, kTagShards)];
  if (!shard) return nullptr;
  const auto found = shard->find(key);
  return found == shard->end() || found->second.total.count == 0 ? nullptr : &found->second.total;
}

void Index::for_each_tag(
    const std::function<void(const std::string& key, const TagTotal&)>& f) const {
  for (const std::shared_ptr<TagShard>& shard : tag_shards_) {
    if (!shard) continue;
    for (const auto& [key, spellings] : *shard)
      if (spellings.total.count > 0) f(key, spellings.total);
  }
}

std::vector<Key> Index::change(NoteId id, const Note* before, const Note* after) {
  const Changes changed = changes(before, after);
  for_each_in_shard(changed.gone, [&](size_t shard, std::span<const Key> keys) {
    KeyTable& table = own(shards_[shard]);
    for (const Key key : keys) table.remove(key, id);
  });
  // Each key lies elsewhere: what waits for memory waits for all of them at once.
  for (const Key key : changed.come)
    if (const auto& shard = shards_[shard_of(key)]) shard->prefetch(key);
  for (const Key key : changed.come)
    if (const std::span<const NoteId> held = notes_with(key); !held.empty())
      __builtin_prefetch(&held.back());
  for_each_in_shard(changed.come, [&](size_t shard, std::span<const Key> keys) {
    KeyTable& table = own(shards_[shard]);
    for (const Key key : keys) table.add(key, id);
  });
  for (const TagSum& tag : changed.was) remove_tag(tag);
  for (const TagSum& tag : changed.is) add_tag(tag);
  std::vector<Key> keys;
  std::ranges::merge(changed.gone, changed.come, std::back_inserter(keys));
  return keys;
}

bool Index::shares_all_with(const Index& other) const {
  return shards_ == other.shards_ && tag_shards_ == other.tag_shards_;
}

void Index::add_tag(const TagSum& tag) {
  TagShard& shard = own(tag_shards_[tag_shard_of(tag.key, kTagShards)]);
  auto found = shard.find(tag.key);
  if (found == shard.end()) found = shard.try_emplace(std::string(tag.key)).first;
  Spellings& tags = found->second;
  tags.total.key = make_key(KeyKind::kTag, tag.key);
  ++tags.holders;
  tags.total.contested += tag.contested;
  if (tag.count == 0) return;
  tags.total.count += tag.count;
  ++tags.total.notes;
  const auto at = std::ranges::lower_bound(tags.by_spelling, tag.display, {}, &Spelling::first);
  if (at != tags.by_spelling.end() && at->first == tag.display) {
    at->second += tag.count;
  } else {
    tags.by_spelling.insert(at, {std::string(tag.display), tag.count});
  }
  tags.choose_display();
}

void Index::remove_tag(const TagSum& tag) {
  TagShard& shard = own(tag_shards_[tag_shard_of(tag.key, kTagShards)]);
  const auto found = shard.find(tag.key);
  if (found == shard.end()) return;
  Spellings& tags = found->second;
  if (--tags.holders == 0) {
    shard.erase(found);
    return;
  }
  tags.total.contested -= tag.contested;
  if (tag.count == 0) return;
  --tags.total.notes;
  tags.total.count -= tag.count;
  const auto at = std::ranges::find(tags.by_spelling, tag.display, &Spelling::first);
  if ((at->second -= tag.count) == 0) tags.by_spelling.erase(at);
  tags.choose_display();
}

void Index::Spellings::choose_display() {
  if (by_spelling.empty()) return;
  total.display = std::ranges::max_element(by_spelling, {}, &Spelling::second)->first;
}

}  // namespace notes
