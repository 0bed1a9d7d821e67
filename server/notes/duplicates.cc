#include "notes/duplicates.h"

#include <algorithm>

#include "notes/bonds.h"
#include "notes/duplicate_order.h"

namespace notes {
namespace {

bool holds(const DuplicateGroup& group, EntryId entry) {
  return std::find(group.entries.begin(), group.entries.end(), entry) != group.entries.end();
}

}  // namespace

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
