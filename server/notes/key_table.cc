#include "notes/key_table.h"

#include <algorithm>

namespace notes {
namespace {

constexpr size_t kSmallest = 8;

Key never_zero(Key key) { return key == 0 ? ~Key{0} : key; }

// Shards are chosen by the highest bits or the lowest.
size_t first_place(Key key, size_t places) { return (key >> 8) & (places - 1); }

}  // namespace

size_t KeyTable::place_of(Key key) const {
  size_t at = first_place(key, keys_.size());
  while (keys_[at] != 0 && keys_[at] != key) at = (at + 1) & (keys_.size() - 1);
  return at;
}

std::span<const NoteId> KeyTable::holders(Key key) const {
  if (used_ == 0) return {};
  key = never_zero(key);
  const size_t at = place_of(key);
  if (keys_[at] == 0) return {};
  if (values_[at] & kList) return lists_[values_[at] & ~kList];
  return {&values_[at], 1};
}

void KeyTable::prefetch(Key key) const {
  if (keys_.empty()) return;
  const size_t at = first_place(never_zero(key), keys_.size());
  __builtin_prefetch(&keys_[at]);
  __builtin_prefetch(&values_[at]);
}

void KeyTable::add(Key key, NoteId note) {
  if ((used_ + 1) * 4 > keys_.size() * 3) grow();
  key = never_zero(key);
  const size_t at = place_of(key);
  if (keys_[at] == 0) {
    keys_[at] = key;
    values_[at] = note;
    ++used_;
    return;
  }
  uint32_t& value = values_[at];
  if (value == note) return;
  if (!(value & kList)) {
    uint32_t list = static_cast<uint32_t>(lists_.size());
    if (free_lists_.empty()) {
      lists_.emplace_back();
    } else {
      list = free_lists_.back();
      free_lists_.pop_back();
    }
    lists_[list] = {value};
    value = list | kList;
  }
  std::vector<NoteId>& list = lists_[value & ~kList];
  if (list.back() < note) return list.push_back(note);  // as where a vault is read
  const auto place = std::lower_bound(list.begin(), list.end(), note);
  if (place == list.end() || *place != note) list.insert(place, note);
}

void KeyTable::remove(Key key, NoteId note) {
  if (used_ == 0) return;
  key = never_zero(key);
  const size_t at = place_of(key);
  if (keys_[at] == 0) return;
  uint32_t& value = values_[at];
  if (!(value & kList)) {
    if (value == note) close_gap(at);
    return;
  }
  const uint32_t number = value & ~kList;
  std::vector<NoteId>& list = lists_[number];
  std::erase(list, note);
  if (list.size() > 1) return;
  value = list.front();
  list = {};
  free_lists_.push_back(number);
}

void KeyTable::grow() {
  std::vector<Key> keys(std::max(kSmallest, keys_.size() * 2));
  std::vector<uint32_t> values(keys.size());
  keys_.swap(keys);
  values_.swap(values);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const size_t at = place_of(keys[i]);
    keys_[at] = keys[i];
    values_[at] = values[i];
  }
}

// Moves back what stands behind the free place, as far as it was put there for want of its own.
void KeyTable::close_gap(size_t gap) {
  const size_t mask = keys_.size() - 1;
  for (size_t at = (gap + 1) & mask; keys_[at] != 0; at = (at + 1) & mask) {
    const size_t wanted = first_place(keys_[at], keys_.size());
    if (((at - wanted) & mask) < ((at - gap) & mask)) continue;
    keys_[gap] = keys_[at];
    values_[gap] = values_[at];
    gap = at;
  }
  keys_[gap] = 0;
  --used_;
}

}  // namespace notes
