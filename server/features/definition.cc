#include "features/definition.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "features/tags.h"
#include "notes/duplicates.h"
#include "notes/key.h"
#include "notes/nearest_title.h"
#include "notes/resolve.h"
#include "notes/tag_meaning.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::Place;
using notes::Range;
using notes::Snapshot;

namespace {

DefinitionTarget target_of(const Snapshot& vault, EntryId id, Range selection) {
  const Range all = vault.entry(id).range();
  return {
      id.note, {std::min(all.begin, selection.begin), std::max(all.end, selection.end)}, selection};
}

DefinitionTarget target_of(const Snapshot& vault, EntryId id) {
  const auto& entry = vault.entry(id);
  return target_of(vault, id, entry.at(entry->title_range));
}

Definition of_reference(const Snapshot& vault, Place place,
                        const notes::Placed<notes::Reference>& reference) {
  auto [targets, range] = resolve(vault, place.note, reference);
  if (targets.empty())
    if (notes::Resolution near = nearest_title(vault, place.note, reference); near.found())
      std::tie(targets, range) = std::tuple(std::move(near.targets), near.range);
  Definition out{range, {}};
  for (const notes::Target& target : targets) {
    out.targets.push_back(target.entry
                              ? target_of(vault, {target.note, *target.entry}, target.range)
                              : DefinitionTarget{target.note, target.range, target.range});
  }
  return out;
}

std::vector<DefinitionTarget> targets_of_tag(const Snapshot& vault, const std::string& key) {
  std::vector<Spot> spots = pages_of_tag(vault, key);
  if (spots.empty()) spots = uses_of_tag(vault, key);
  std::vector<DefinitionTarget> out;
  for (const Spot& spot : spots) out.push_back({spot.note, spot.range, spot.range});
  return out;
}

std::vector<DefinitionTarget> targets_of_title(const Snapshot& vault, EntryId entry) {
  std::vector<DefinitionTarget> out;
  for (const EntryId other : duplicates_of(vault, entry)) out.push_back(target_of(vault, other));
  if (out.empty()) out.push_back(target_of(vault, entry));
  return out;
}

}  // namespace

std::optional<Definition> definition(const Snapshot& vault, Place place) {
  const Note* note = vault.note(place.note);
  if (!note) return std::nullopt;
  Definition found;
  if (const auto reference = note->reference_at(place.offset)) {
    found = of_reference(vault, place, *reference);
  } else if (const auto tag = notes::tag_meant_at(vault, *note, place.offset)) {
    found = {tag->range, targets_of_tag(vault, tag->key)};
  } else if (const auto index = note->entry_titled_at(place.offset)) {
    const EntryId entry{place.note, static_cast<uint32_t>(*index)};
    const auto& placed = vault.entry(entry);
    found = {placed.at(placed->title_range), targets_of_title(vault, entry)};
  }
  if (found.targets.empty()) return std::nullopt;
  return found;
}

}  // namespace features
