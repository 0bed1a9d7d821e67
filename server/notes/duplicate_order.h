// In which order duplicates are told. Pure: any thread.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

// As a person sees notes: groups, and the entries in each, by path and place. Belongs to one call.
class DuplicateOrder {
 public:
  explicit DuplicateOrder(const Snapshot& vault) : vault_(vault) {}

  // `Group` has the `relation` and `entries` of a DuplicateGroup.
  template <class Group>
  void put_in(std::vector<Group>& groups) {
    for (Group& group : groups)
      std::sort(group.entries.begin(), group.entries.end(),
                [&](EntryId a, EntryId b) { return place_of(a) < place_of(b); });
    std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
      const auto first = place_of(a.entries[0]), second = place_of(b.entries[0]);
      if (first != second) return first < second;
      return std::tuple(a.relation, place_of(a.entries[1])) <
             std::tuple(b.relation, place_of(b.entries[1]));
    });
  }

 private:
  // Two roots may show two notes alike; their whole paths differ.
  using ByPlace = std::tuple<std::string_view, std::string_view, uint32_t>;
  ByPlace place_of(EntryId id) {
    const auto [at, is_new] = shown_.try_emplace(id.note);
    if (is_new) at->second = vault_.display_path(id.note);
    return {at->second, vault_.note(id.note)->path(), id.index};
  }

  const Snapshot& vault_;
  std::unordered_map<NoteId, std::string> shown_;
};

template <class Group>
void put_in_order(const Snapshot& vault, std::vector<Group>& groups) {
  DuplicateOrder(vault).put_in(groups);
}

}  // namespace notes
