#include "features/hover.h"

#include <algorithm>

#include "features/card.h"
#include "features/diagnostics.h"
#include "features/render.h"
#include "notes/duplicates.h"
#include "notes/key.h"
#include "notes/nearest_title.h"
#include "notes/resolve.h"
#include "notes/tag_meaning.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::Place;
using notes::Reference;
using notes::ReferenceKind;
using notes::Snapshot;
using notes::Target;

namespace {

constexpr size_t kListLimit = 5;
constexpr size_t kNameLimit = 300;

std::string card_of_unknown(const Reference& reference) {
  if (reference.identifier) {
    return "No note of " + inert(cut(to_string(*reference.identifier), kNameLimit)) + " was found.";
  }
  const bool is_path = reference.kind == ReferenceKind::kLink;
  std::string_view name = is_path ? reference.path : reference.text;
  if (reference.kind == ReferenceKind::kTitle && !reference.titles.empty()) {
    name = reference.titles.front().title;
  } else if (reference.kind == ReferenceKind::kWiki && !reference.path.empty()) {
    name = reference.path;
  }
  return "No note of “" + inert(cut(name, kNameLimit)) + "” was found.";
}

std::string place_of_target(const Snapshot& vault, const Target& target) {
  return inert(place_of(vault, target.note, target.range.begin));
}

std::string card_of_target(const Snapshot& vault, const Target& target) {
  if (target.entry) return card_of(vault, EntryId{target.note, *target.entry});
  return card_of_note(vault, {target.note, target.range});
}

// Where else the entry is noted, and why that is thought.
std::string card_of_groups(const Snapshot& vault, EntryId entry) {
  std::string card;
  for (const notes::DuplicateGroup& group : groups_of(vault, entry)) {
    card += "\n\n" + std::string(opening_of(group.relation)) + inert(group.reason) + "\n";
    for (size_t i = 0, shown = 0; i < group.entries.size() && shown <= kListLimit; ++i) {
      if (group.entries[i] == entry) continue;
      card += shown == kListLimit ? "\n- …" : '\n' + item_of(vault, group.entries[i]);
      ++shown;
    }
  }
  return card;
}

// The entry of whose title a place is part.
std::optional<EntryId> titled_at(const Snapshot& vault, Place place) {
  const auto index = vault.note(place.note)->entry_titled_at(place.offset);
  if (!index) return std::nullopt;
  const EntryId id{place.note, static_cast<uint32_t>(*index)};
  const auto& entry = vault.entry(id);
  if (!entry.at(entry->title_range).touches(place.offset)) return std::nullopt;
  return id;
}

HoverCard card_of_reference(const Snapshot& vault, Place place,
                            const notes::Placed<Reference>& reference) {
  auto [targets, range] = resolve(vault, place.note, reference);
  // A title that is a link to its paper means its own entry, whoever else has the address.
  const std::optional<EntryId> own = titled_at(vault, place);
  if (own)
    std::stable_partition(targets.begin(), targets.end(), [&](const Target& target) {
      return target.note == own->note && target.entry == own->index;
    });
  std::string card;
  if (targets.empty()) {
    notes::Resolution near = nearest_title(vault, place.note, reference);
    if (!near.found()) return {range, card_of_unknown(*reference)};
    card = card_of_unknown(*reference) + " Nearest title:\n\n";
    targets = std::move(near.targets);
    range = near.range;
  }
  card += card_of_target(vault, targets.front());
  if (targets.size() > 1) {
    card += "\n\n" + counted(targets.size(), "note fits", "places fit") + "; also ";
    for (size_t i = 1; i < targets.size() && i <= kListLimit; ++i) {
      card += (i > 1 ? ", " : "") + place_of_target(vault, targets[i]);
    }
    if (targets.size() > kListLimit + 1) card += ", …";
  }
  if (own) card += card_of_groups(vault, *own);
  return {range, card};
}

std::string card_of_own_title(const Snapshot& vault, EntryId entry) {
  const auto references = references_to(vault, entry);
  std::string card = references.empty() ? "Nothing refers to this entry."
                                        : "Referred to from " +
                                              counted(references.size(), "place", "places") + ":\n";
  for (size_t i = 0; i < references.size() && i < kListLimit; ++i) {
    const auto& reference = vault.note(references[i].note)->references()[references[i].index];
    card += "\n- " + inert(place_of(vault, references[i].note, reference.range().begin));
  }
  if (references.size() > kListLimit) card += "\n- …";
  return card + card_of_groups(vault, entry);
}

}  // namespace

std::optional<HoverCard> hover(const Snapshot& vault, Place place) {
  const Note* note = vault.note(place.note);
  if (!note) return std::nullopt;
  auto reference = note->reference_at(place.offset);
  const auto tag = notes::tag_meant_at(vault, *note, place.offset);
  // The file of another repository is none of ours.
  if (reference && reference->value->kind == ReferenceKind::kFile &&
      !resolve(vault, place.note, *reference).found())
    reference.reset();
  // A wiki link may be written for a tag, whether or not it has a page.
  if (reference && (!tag || resolve(vault, place.note, *reference).found())) {
    return card_of_reference(vault, place, *reference);
  }
  if (tag) {
    return HoverCard{tag->range, card_of_tag(vault, tag->key)};
  }
  if (const auto index = note->entry_titled_at(place.offset)) {
    const EntryId entry{place.note, static_cast<uint32_t>(*index)};
    const auto& placed = vault.entry(entry);
    return HoverCard{placed.at(placed->title_range), card_of_own_title(vault, entry)};
  }
  return std::nullopt;
}

}  // namespace features
