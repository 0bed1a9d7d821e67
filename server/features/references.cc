#include "features/references.h"

#include <algorithm>

#include "notes/key.h"
#include "notes/resolve.h"
#include "notes/tag_meaning.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Place;
using notes::Snapshot;

namespace {

// What was asked about, and how far the answer has come.
struct Search {
  const Snapshot& vault;
  bool include_declaration = false;
  std::vector<Spot> found;

  void add(const std::vector<notes::Mention>& mentions) {
    for (const notes::Mention& one : mentions) found.push_back({one.id.note, one.range});
  }

  void add_entry(EntryId id) {
    add(mentions_of(vault, id));
    const auto& entry = vault.entry(id);
    if (include_declaration) found.push_back({id.note, entry.at(entry->title_range)});
  }

  void add_note(NoteId id) {
    add(mentions_of_note(vault, id));
    if (include_declaration) found.push_back({id, vault.note(id)->text().line(0)});
  }

  void add_tag(const std::string& key) {
    found = uses_of_tag(vault, key);
    for (const std::string& below : notes::tags_below(vault, key)) {
      const auto uses = uses_of_tag(vault, below);
      found.insert(found.end(), uses.begin(), uses.end());
    }
    if (!include_declaration) return;
    const auto pages = pages_of_tag(vault, key);
    found.insert(found.end(), pages.begin(), pages.end());
  }

  std::vector<Spot> in_order() && {
    if (!std::ranges::is_sorted(found)) std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return std::move(found);
  }
};

bool is_first_heading(const Note& note, uint32_t offset) {
  const auto headings = note.headings();
  return !headings.empty() && headings.front().range().begin == note.text().line(0).begin &&
         headings.front().range().touches(offset);
}

}  // namespace

std::vector<Spot> references(const Snapshot& vault, Place place, bool include_declaration) {
  const Note* note = vault.note(place.note);
  if (!note) return {};
  Search search{vault, include_declaration, {}};
  const auto reference = note->reference_at(place.offset);
  const auto tag = notes::tag_meant_at(vault, *note, place.offset);
  const auto targets =
      reference ? resolve(vault, place.note, *reference).targets : std::vector<notes::Target>();
  if (reference && (!tag || !targets.empty())) {
    for (const auto& target : targets) {
      if (target.entry) {
        search.add_entry({target.note, *target.entry});
      } else {
        search.add_note(target.note);
      }
    }
  } else if (tag) {
    search.add_tag(tag->key);
  } else if (const auto index = note->entry_titled_at(place.offset)) {
    search.add_entry({place.note, static_cast<uint32_t>(*index)});
    if (is_first_heading(*note, place.offset)) search.add_note(place.note);
  } else if (is_first_heading(*note, place.offset)) {
    search.add_note(place.note);
  }
  return std::move(search).in_order();
}

}  // namespace features
