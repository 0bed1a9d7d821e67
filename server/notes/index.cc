#include "notes/index.h"

#include <algorithm>

#include "notes/own.h"

namespace notes {
namespace {

// The high bits, because a shard's own table uses the low ones.
size_t shard_of(Key key) { return key >> 56; }

size_t tag_shard_of(std::string_view key, size_t count) {
  return std::hash<std::string_view>()(key) % count;
}

std::span<const TagCount> tags_of(const Note* note) {
  return note ? note->tag_counts() : std::span<const TagCount>();
}

bool same(const TagCount& a, const TagCount& b) {
  return a.key == b.key && a.display == b.display && a.count == b.count &&
         a.contested == b.contested;
}

}  // namespace

std::span<const NoteId> Index::notes_with(Key key) const {
  const std::shared_ptr<Shard>& shard = shards_[shard_of(key)];
  if (!shard) return {};
  const auto found = shard->find(key);
  if (found == shard->end()) return {};
  return found->second;
}

const TagTotal* Index::tag(std::string_view key) const {
  const std::shared_ptr<TagShard>& shard = tag_shards_[tag_shard_of(key, kTagShards)];
  if (!shard) return nullptr;
  const auto found = shard->find(std::string(key));
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
  const std::span<const Key> old_keys = before ? before->keys() : std::span<const Key>();
  const std::span<const Key> new_keys = after ? after->keys() : std::span<const Key>();
  std::vector<Key> gone, come;
  std::ranges::set_difference(old_keys, new_keys, std::back_inserter(gone));
  std::ranges::set_difference(new_keys, old_keys, std::back_inserter(come));
  for (const Key key : gone) remove(key, id);
  for (const Key key : come) add(key, id);
  change_tags(before, after);
  std::vector<Key> changed;
  std::ranges::merge(gone, come, std::back_inserter(changed));
  return changed;
}

bool Index::shares_all_with(const Index& other) const {
  return shards_ == other.shards_ && tag_shards_ == other.tag_shards_;
}

void Index::add(Key key, NoteId id) {
  std::vector<NoteId>& ids = own(shards_[shard_of(key)])[key];
  const auto at = std::ranges::lower_bound(ids, id);
  if (at == ids.end() || *at != id) ids.insert(at, id);
}

void Index::remove(Key key, NoteId id) {
  Shard& shard = own(shards_[shard_of(key)]);
  const auto found = shard.find(key);
  if (found == shard.end()) return;
  std::erase(found->second, id);
  if (found->second.empty()) shard.erase(found);
}

// Both lists are sorted by key; what is equal in both is left alone.
void Index::change_tags(const Note* before, const Note* after) {
  std::span<const TagCount> gone = tags_of(before), come = tags_of(after);
  while (!gone.empty() || !come.empty()) {
    if (!gone.empty() && !come.empty() && same(gone.front(), come.front())) {
      gone = gone.subspan(1);
      come = come.subspan(1);
    } else if (come.empty() || (!gone.empty() && gone.front().key <= come.front().key)) {
      remove_tag(gone.front());
      gone = gone.subspan(1);
    } else {
      add_tag(come.front());
      come = come.subspan(1);
    }
  }
}

void Index::add_tag(const TagCount& tag) {
  Spellings& tags = own(tag_shards_[tag_shard_of(tag.key, kTagShards)])[tag.key];
  ++tags.holders;
  tags.total.contested += tag.contested;
  if (tag.count == 0) return;
  tags.total.count += tag.count;
  ++tags.total.notes;
  const auto at = std::ranges::lower_bound(tags.by_spelling, tag.display, {}, &Spelling::first);
  if (at != tags.by_spelling.end() && at->first == tag.display) {
    at->second += tag.count;
  } else {
    tags.by_spelling.insert(at, {tag.display, tag.count});
  }
  tags.choose_display();
}

void Index::remove_tag(const TagCount& tag) {
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
