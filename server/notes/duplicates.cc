#include "notes/duplicates.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "notes/bonds.h"

namespace notes {
namespace {

class Order {
 public:
  explicit Order(const Snapshot& vault) : vault_(vault) {}

  void put_in(std::vector<DuplicateGroup>& groups) {
    for (DuplicateGroup& group : groups)
      std::sort(group.entries.begin(), group.entries.end(),
                [&](EntryId a, EntryId b) { return place_of(a) < place_of(b); });
    std::sort(groups.begin(), groups.end(), [&](const DuplicateGroup& a, const DuplicateGroup& b) {
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

bool holds(const DuplicateGroup& group, EntryId entry) {
  return std::find(group.entries.begin(), group.entries.end(), entry) != group.entries.end();
}

}  // namespace

void put_in_order(const Snapshot& vault, std::vector<DuplicateGroup>& groups) {
  Order(vault).put_in(groups);
}

std::vector<DuplicateGroup> groups_with(const Snapshot& vault, EntryId entry) {
  std::optional<Company> company = Bonds(vault).company_of(entry);
  if (!company) return {};
  std::vector<DuplicateGroup> groups = std::move(company->groups);
  std::erase_if(groups, [&](const DuplicateGroup& group) { return !holds(group, entry); });
  put_in_order(vault, groups);
  return groups;
}

std::vector<EntryId> duplicates_of(const Snapshot& vault, EntryId entry) {
  std::vector<DuplicateGroup> groups = groups_with(vault, entry);
  std::erase_if(groups, [&](const DuplicateGroup& group) {
    return group.relation != Relation::kSameWork && group.relation != Relation::kCrossListing;
  });
  std::vector<EntryId> others;
  for (const DuplicateGroup& group : groups)
    for (const EntryId id : group.entries)
      if (id != entry && std::find(others.begin(), others.end(), id) == others.end())
        others.push_back(id);
  return others;
}

std::vector<DuplicateGroup> duplicates_in(const Snapshot& vault, NoteId note) {
  Bonds bonds(vault);
  std::vector<DuplicateGroup> groups;
  for (uint32_t i = 0; i < vault.note(note)->entries().size(); ++i) {
    std::optional<Company> company = bonds.company_of({note, i});
    if (!company) continue;
    for (DuplicateGroup& group : company->groups)
      if (std::any_of(group.entries.begin(), group.entries.end(),
                      [&](EntryId entry) { return entry.note == note; }))
        groups.push_back(std::move(group));
  }
  put_in_order(vault, groups);
  return groups;
}

std::vector<DuplicateGroup> all_duplicates(const Snapshot& vault) {
  Bonds bonds(vault);
  bonds.judge_all();
  std::vector<DuplicateGroup> groups;
  for (NoteId note = 0; note < vault.note_limit(); ++note) {
    if (!vault.note(note)) continue;
    for (uint32_t i = 0; i < vault.note(note)->entries().size(); ++i)
      if (std::optional<Company> company = bonds.company_of({note, i}))
        std::move(company->groups.begin(), company->groups.end(), std::back_inserter(groups));
  }
  put_in_order(vault, groups);
  return groups;
}

}  // namespace notes
