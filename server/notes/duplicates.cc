#include "notes/duplicates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "notes/key.h"

namespace notes {
namespace {

// What two entries share when they are the same work.
struct Bond {
  std::string name;    // equal for equal bonds, whatever their kind
  Key key = 0;         // what the index has it as
  std::string reason;  // in words
};

// Weak entries have none.
std::vector<Bond> bonds_of(const Entry& entry) {
  std::vector<Bond> bonds;
  if (entry.strength == Strength::kWeak) return bonds;
  for (const Identifier& id : entry.identifiers) {
    const std::string name = to_string(id);
    bonds.push_back({name, make_key(KeyKind::kIdentifier, name),
                     "same " + std::string(label_of(id.kind)) + " " + id.value});
  }
  if (!entry.title_key.empty() && !entry.author_key.empty()) {
    // No identifier's name holds a line break.
    bonds.push_back({entry.title_key + "\n" + entry.author_key,
                     make_key(KeyKind::kTitle, entry.title_key), "same title and first author"});
  }
  return bonds;
}

// Groups are what hangs together by bonds. Each bond is followed once, and each note's entries are
// looked through once, so the work grows with what is looked at and not with its square.
class Search {
 public:
  explicit Search(const Snapshot& vault) : vault_(vault) {}

  // The group that the entry is in; fewer than two entries when it has no duplicate, or when it was
  // in a group already given.
  DuplicateGroup group_of(EntryId id) {
    DuplicateGroup group;
    std::vector<std::string> reasons;
    if (seen_.insert(id).second) group.entries.push_back(id);
    for (size_t i = 0; i < group.entries.size(); ++i) {
      for (const Bond& bond : bonds_of(*vault_.entry(group.entries[i]))) {
        if (!followed_.insert(bond.name).second) continue;
        const std::vector<EntryId> bound = bound_by(bond);
        if (bound.size() > 1) reasons.push_back(bond.reason);
        for (const EntryId other : bound) {
          if (seen_.insert(other).second) group.entries.push_back(other);
        }
      }
    }
    sort_by_place(group.entries);
    group.reason = in_words(std::move(reasons));
    return group;
  }

  void add_groups_of(NoteId note, std::vector<DuplicateGroup>& out) {
    if (vault_.stands_aside(note)) return;
    for (uint32_t i = 0; i < vault_.note(note)->entries().size(); ++i) {
      DuplicateGroup group = group_of({note, i});
      if (group.entries.size() > 1) out.push_back(std::move(group));
    }
  }

  std::vector<DuplicateGroup> in_order(std::vector<DuplicateGroup> groups) {
    std::sort(groups.begin(), groups.end(), [&](const DuplicateGroup& a, const DuplicateGroup& b) {
      return place_of(a.entries.front()) < place_of(b.entries.front());
    });
    return groups;
  }

 private:
  using Entries = std::unordered_map<std::string, std::vector<uint32_t>>;

  std::vector<EntryId> bound_by(const Bond& bond) {
    std::vector<EntryId> bound;
    for (const NoteId note : vault_.index().notes_with(bond.key)) {
      const Entries& entries = entries_of(note);
      const auto found = entries.find(bond.name);
      if (found == entries.end()) continue;
      for (const uint32_t index : found->second) bound.push_back({note, index});
    }
    return bound;
  }

  const Entries& entries_of(NoteId note) {
    const auto [at, is_new] = entries_.try_emplace(note);
    if (is_new) {
      const auto entries = vault_.note(note)->entries();
      for (uint32_t i = 0; i < entries.size(); ++i) {
        for (const Bond& bond : bonds_of(*entries[i])) at->second[bond.name].push_back(i);
      }
    }
    return at->second;
  }

  using ByPlace = std::tuple<std::string_view, std::string_view, uint32_t>;
  // Two roots may show two notes alike; their whole paths differ.
  ByPlace place_of(EntryId id) {
    const auto [at, is_new] = shown_.try_emplace(id.note);
    if (is_new) at->second = vault_.display_path(id.note);
    return {at->second, vault_.note(id.note)->path(), id.index};
  }

  void sort_by_place(std::vector<EntryId>& entries) {
    if (entries.size() < 2) return;
    std::sort(entries.begin(), entries.end(),
              [&](EntryId a, EntryId b) { return place_of(a) < place_of(b); });
  }

  static std::string in_words(std::vector<std::string> reasons) {
    std::sort(reasons.begin(), reasons.end());  // the title's comes last, by its first letter
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
    std::string words;
    for (const std::string& reason : reasons) words += (words.empty() ? "" : ", ") + reason;
    return words;
  }

  const Snapshot& vault_;
  std::set<EntryId> seen_;
  std::unordered_set<std::string> followed_;
  std::unordered_map<NoteId, Entries> entries_;
  std::unordered_map<NoteId, std::string> shown_;
};

}  // namespace

std::vector<EntryId> duplicates_of(const Snapshot& vault, EntryId entry) {
  std::vector<EntryId> others = Search(vault).group_of(entry).entries;
  std::erase(others, entry);
  return others;
}

std::vector<DuplicateGroup> duplicates_in(const Snapshot& vault, NoteId note) {
  std::vector<DuplicateGroup> groups;
  if (!vault.note(note)) return groups;
  Search search(vault);
  search.add_groups_of(note, groups);
  return search.in_order(std::move(groups));
}

std::vector<DuplicateGroup> all_duplicates(const Snapshot& vault) {
  std::vector<DuplicateGroup> groups;
  Search search(vault);
  for (NoteId note = 0; note < vault.note_limit(); ++note) {
    if (vault.note(note)) search.add_groups_of(note, groups);
  }
  return search.in_order(std::move(groups));
}

}  // namespace notes
