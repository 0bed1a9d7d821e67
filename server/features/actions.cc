#include "features/actions.h"

#include <algorithm>
#include <set>

#include "features/diagnostics.h"
#include "features/merge.h"
#include "features/render.h"

namespace features {

using notes::EntryId;
using notes::NoteId;
using notes::Relation;
using notes::Snapshot;

namespace {

// A paper that a list names in twenty places is not gone through by a menu.
constexpr size_t kOthers = 5;
// Nor is a selection of many.
constexpr size_t kTitles = 3;

std::string name_apart(const notes::Entry& entry, const notes::Entry& other) {
  for (const bool of_work : {true, false})
    for (const notes::Identifier& id : entry.identifiers)
      if (is_of_work(id.kind) == of_work &&
          std::find(other.identifiers.begin(), other.identifiers.end(), id) ==
              other.identifiers.end())
        return to_string(id);
  return entry.title.str();
}

class Reader {
 public:
  Reader(const Snapshot& vault, std::vector<Action>& out) : vault_(vault), out_(out) {}

  void read(const notes::DuplicateGroup& group, EntryId entry) {
    const Relation relation = group.relation;
    std::vector<EntryId> others = group.entries;
    std::erase(others, entry);
    if (others.size() > kOthers) others.resize(kOthers);
    for (const EntryId other : others) {
      const std::string place = place_of(vault_, other);
      const auto add = [&](ActionKind kind, std::string title) -> Action& {
        const auto& placed = vault_.entry(entry);
        out_.push_back({kind,
                        std::move(title),
                        std::string(code_of(relation)),
                        placed.at(placed->title_range),
                        other,
                        {},
                        {}});
        return out_.back();
      };
      add(ActionKind::kGoTo, "Go to " + place);
      if (auto change = merge(vault_, entry, other))
        add(ActionKind::kMerge, "Merge into " + place).change = *std::move(change);
      if (relation == Relation::kCrossListing) continue;
      const auto names = names_apart(*vault_.entry(entry), *vault_.entry(other));
      add(ActionKind::kDifferent, "Different works: this and " + place).names = names;
      if (relation == Relation::kIdentifierConflict) continue;
      Action& versions = add(ActionKind::kVersions, "Link as versions: this and " + place);
      versions.change = link_as_versions(vault_, entry, other);
      versions.names = names;
    }
  }

 private:
  const Snapshot& vault_;
  std::vector<Action>& out_;
};

}  // namespace

std::pair<std::string, std::string> names_apart(const notes::Entry& one,
                                                const notes::Entry& other) {
  return {name_apart(one, other), name_apart(other, one)};
}

std::vector<Action> actions(const Snapshot& vault, NoteId id, notes::Range range) {
  const notes::Note* note = vault.note(id);
  if (!note) return {};
  const notes::Text& text = note->text();
  const uint32_t first = text.line_of(range.begin), last = text.line_of(range.end);
  std::set<uint32_t> asked;
  for (uint32_t i = 0; i < note->entries().size() && asked.size() < kTitles; ++i) {
    const auto& entry = note->entries()[i];
    const notes::Range title = entry.at(entry->title_range);
    if (text.line_of(title.begin) <= last && text.line_of(title.end) >= first) asked.insert(i);
  }
  std::vector<Action> out;
  Reader reader(vault, out);
  for (const uint32_t index : asked)
    for (const notes::DuplicateGroup& group : groups_of(vault, {id, index}))
      reader.read(group, {id, index});
  return out;
}

}  // namespace features
