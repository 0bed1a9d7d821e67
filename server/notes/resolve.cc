#include "notes/resolve.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "notes/key.h"
#include "notes/names.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// One question: this reference, at its place.
class Asked {
 public:
  Asked(const Snapshot& vault, NoteId from, const Placed<Reference>& reference)
      : vault_(vault), from_(from), reference_(reference) {}

  Resolution answer() const {
    Resolution found = meaning();
    if (found.range.empty()) found.range = reference_.range();
    return found;
  }

 private:
  Resolution meaning() const {
    Resolution found;
    if (reference_->identifier) found = entries_called(*reference_->identifier);
    if (found.found()) return found;
    switch (reference_->kind) {
      case ReferenceKind::kLink:
        if (const auto note = note_at_path(vault_, from_, reference_->path)) {
          found.targets.push_back(in_note(*note));
        }
        return found;
      case ReferenceKind::kWiki:
        for (const NoteId note : notes_named(vault_, from_, reference_->path)) {
          found.targets.push_back(in_note(note));
        }
        return found.found() ? found : entries_titled(reference_->path);
      case ReferenceKind::kTitle:
        for (const auto& [title, begin] : reference_->titles) {
          found = entries_titled(title);
          if (!found.found()) continue;
          found.range = reference_.at({begin, reference_->range.end});
          break;
        }
        return found;
      case ReferenceKind::kUrl:
        return found;
    }
    return found;
  }

  Target to_entry(EntryId id) const {
    const Placed<Entry>& entry = vault_.entry(id);
    return {id.note, id.index, entry.at(entry->title_range)};
  }

  Resolution to_entries(const std::vector<EntryId>& entries) const {
    Resolution found;
    for (const EntryId id : entries) found.targets.push_back(to_entry(id));
    return found;
  }

  // The index says which notes, and only perhaps; each entry is asked itself.
  template <class Fits>
  std::vector<EntryId> entries_under(Key key, Fits fits) const {
    std::vector<EntryId> found;
    for (const NoteId note : vault_.index().notes_with(key)) {
      const Note& holder = *vault_.note(note);
      for (const EntryKey& at : holder.entries_with(key))
        if (fits(EntryId{note, at.entry}, holder.entries()[at.entry]))
          found.push_back({note, at.entry});
    }
    return found;
  }

  // Lower ranks first, then by path and place.
  template <class Rank>
  void sort(std::vector<EntryId>& entries, Rank rank) const {
    const auto whole = [&](EntryId id) {
      return std::tuple(rank(id), std::string_view(vault_.note(id.note)->path()), id.index);
    };
    std::sort(entries.begin(), entries.end(),
              [&](EntryId a, EntryId b) { return whole(a) < whole(b); });
  }

  bool is_weak(EntryId id) const { return vault_.entry(id)->strength == Strength::kWeak; }

  // A paper's own URL is no news to its reader when the paper is noted elsewhere as well.
  bool holds_the_reference(EntryId id) const {
    return id.note == from_ && vault_.entry(id).range().contains(reference_.range().begin);
  }

  Resolution entries_called(const Identifier& id) const {
    std::vector<EntryId> found = entries_under(
        make_key(KeyKind::kIdentifier, to_string(id)), [&](EntryId, const Placed<Entry>& entry) {
          return std::ranges::find(entry->identifiers, id) != entry->identifiers.end();
        });
    sort(found, [&](EntryId e) { return std::tuple(holds_the_reference(e), is_weak(e)); });
    return to_entries(found);
  }

  Resolution entries_titled(std::string_view title) const {
    const std::string key = title_key(title);
    if (key.empty()) return {};
    const std::string author = author_key(reference_->author);
    std::vector<EntryId> found =
        entries_under(make_key(KeyKind::kTitle, key), [&](EntryId id, const Placed<Entry>& entry) {
          return entry->title_key == key && may_be_one(entry->author_key, author) &&
                 !is_title_of(id);
        });
    const std::string venue = fold(reference_->venue);
    sort(found, [&](EntryId e) { return std::tuple(-agreement(e, author, venue), is_weak(e)); });
    return to_entries(found);
  }

  // `maaten` may be `van der maaten`; who is silent contradicts nobody.
  static bool may_be_one(std::string_view a, std::string_view b) {
    if (a.size() < b.size()) std::swap(a, b);
    return b.empty() ||
           (a.ends_with(b) && (a.size() == b.size() || a[a.size() - b.size() - 1] == ' '));
  }

  // The place where an entry says its own title refers to nothing.
  bool is_title_of(EntryId id) const {
    const Placed<Entry>& entry = vault_.entry(id);
    return id.note == from_ && entry.at(entry->title_range).overlaps(reference_.range());
  }

  // In how many of author, venue and year the entry says the same, less those where it says
  // something else.
  int agreement(EntryId id, std::string_view author, std::string_view venue) const {
    const Entry& entry = *vault_.entry(id);
    const auto vote = [](bool both, bool same) { return !both ? 0 : same ? 1 : -1; };
    return vote(!author.empty() && !entry.author_key.empty(), true) +
           vote(!venue.empty() && !entry.venue.empty(), fold(entry.venue) == venue) +
           vote(reference_->year && entry.year, entry.year == reference_->year);
  }

  Target in_note(NoteId id) const {
    const Note& note = *vault_.note(id);
    if (reference_->anchor.empty()) return whole_note(id);
    if (const auto heading = note.heading_named(reference_->anchor)) {
      const Range range = heading->range();
      if (const auto entry = note.entry_titled_at(range.begin)) {
        return to_entry({id, static_cast<uint32_t>(*entry)});
      }
      return {id, std::nullopt, heading->at((*heading)->text_range)};
    }
    const std::string key = title_key(reference_->anchor);
    for (uint32_t i = 0; i < note.entries().size() && !key.empty(); ++i) {
      if (note.entries()[i]->title_key == key) return to_entry({id, i});
    }
    return whole_note(id);
  }

  // A file about one paper is that paper.
  Target whole_note(NoteId id) const {
    const Note& note = *vault_.note(id);
    if (note.entries().size() == 1) return to_entry({id, 0});
    return {id, std::nullopt, note.text().line(0)};
  }

  const Snapshot& vault_;
  const NoteId from_;
  const Placed<Reference>& reference_;
};

}  // namespace

Resolution resolve(const Snapshot& vault, NoteId from, const Placed<Reference>& reference) {
  return Asked(vault, from, reference).answer();
}

}  // namespace notes
