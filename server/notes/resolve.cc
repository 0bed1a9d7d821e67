#include "notes/resolve.h"

#include <algorithm>
#include <string>
#include <utility>

#include "notes/anchors.h"
#include "notes/by_place.h"
#include "notes/key.h"
#include "notes/label.h"
#include "notes/names.h"
#include "notes/path.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// One question: this reference, at its place.
class Asked {
 public:
  Asked(const Snapshot& vault, NoteId from, const Placed<Reference>& reference,
        Known* known = nullptr)
      : vault_(vault), from_(from), reference_(reference), known_(known) {}

  Resolution answer() const {
    Resolution found = meaning();
    if (found.range.empty()) found.range = reference_.range();
    return found;
  }

  // REQUIRES: there is something that remembers.
  const HoldersOfIdentifier& holders_of(const Identifier& id) const {
    const auto [at, is_new] = known_->by_identifier.try_emplace(id);
    if (is_new) at->second = find_holders(id);
    return at->second;
  }

 private:
  Resolution meaning() const {
    if (reference_->kind == ReferenceKind::kCite) return cited(reference_->identifier->value);
    if (reference_->identifier) return entries_called(*reference_->identifier);
    switch (reference_->kind) {
      case ReferenceKind::kUrl:
      case ReferenceKind::kCite:
        return {};
      case ReferenceKind::kFile:
        return in_repository();
      case ReferenceKind::kLink:
        return at_path();
      case ReferenceKind::kWiki:
        return named();
      case ReferenceKind::kTitle:
        return titled();
    }
    return {};
  }

  Resolution in_notes(const std::vector<NoteId>& notes) const {
    Resolution found;
    for (const NoteId note : notes) found.targets.push_back(in_note(note, reference_->anchor));
    return found;
  }

  // A file that moved is still the only one of its name.
  Resolution at_path() const {
    const std::string path = reference_->path.str();
    if (const auto note = note_at_path(vault_, from_, path)) return in_notes({*note});
    if (is_common_name(path)) return {};
    const std::vector<NoteId> named = notes_named(vault_, from_, last_component(path));
    return named.size() == 1 ? in_notes(named) : Resolution();
  }

  // Which repository this is, the notes do not say: a path that leads to a note here is enough, but
  // for names that every repository has.
  Resolution in_repository() const {
    const std::string path = reference_->path.str();
    if (path.empty() || (is_common_name(path) && path.find('/', 1) == std::string::npos)) return {};
    const auto note = note_at_path(vault_, from_, path);
    return note ? in_notes({*note}) : Resolution();
  }

  Resolution named() const {
    const std::string name = reference_->path.str();
    Resolution found = in_notes_named(name);
    if (!found.found() && name.starts_with('@')) return cited(std::string_view(name).substr(1));
    if (!found.found()) found = entries_titled(name);
    if (!found.found()) found = entries_called_short(name);
    return found;
  }

  Resolution in_notes_named(const std::string& name) const {
    if (known_ && known_->unnamed.contains(name)) return {};
    Resolution found = in_notes(notes_named(vault_, from_, name));
    const bool is_path = name.starts_with('.') || name.starts_with('/');
    if (known_ && !found.found() && !is_path) known_->unnamed.insert(name);
    return found;
  }

  // Prose may run into a title: the first of its candidates that somebody noted is meant.
  Resolution titled() const {
    for (const bool in_short : {false, true}) {
      for (const auto& [title, begin] : reference_->titles) {
        Resolution found = in_short ? entries_called_short(title) : entries_titled(title);
        if (!found.found()) continue;
        found.range = reference_.at({begin, reference_->range.end});
        return found;
      }
    }
    return {};
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

  void put_in_order(std::vector<EntryId>& entries) const {
    const ByPlace by_place{vault_};
    if (!std::ranges::is_sorted(entries, by_place)) std::ranges::sort(entries, by_place);
  }

  // Lower ranks first, then by path and place. Each entry is ranked once.
  template <class Rank>
  void sort(std::vector<EntryId>& entries, Rank rank) const {
    put_in_order(entries);
    std::vector<std::pair<int, EntryId>> ranked;
    ranked.reserve(entries.size());
    for (const EntryId id : entries) ranked.emplace_back(rank(id), id);
    std::ranges::stable_sort(ranked, {}, &std::pair<int, EntryId>::first);
    std::ranges::transform(ranked, entries.begin(), &std::pair<int, EntryId>::second);
  }

  bool is_weak(EntryId id) const { return vault_.entry(id)->strength == Strength::kWeak; }

  // A paper's own URL is no news to its reader when the paper is noted elsewhere as well.
  bool holds_the_reference(EntryId id) const {
    return id.note == from_ && vault_.entry(id).range().contains(reference_.range().begin);
  }

  // What is known of a work from a list or a bibliography alone counts only while nobody noted it.
  void drop_weak(std::vector<EntryId>& entries) const {
    if (!std::ranges::all_of(entries, [&](EntryId id) { return is_weak(id); }))
      std::erase_if(entries, [&](EntryId id) { return is_weak(id); });
  }

  HoldersOfIdentifier find_holders(const Identifier& id) const {
    const Key key = make_key(KeyKind::kIdentifier, to_string(id));
    std::vector<EntryId> found = entries_under(key, [&](EntryId, const Placed<Entry>& entry) {
      return std::ranges::find(entry->identifiers, id) != entry->identifiers.end();
    });
    if (!found.empty()) return {strong_in_order(std::move(found)), {}};
    return {{}, by_alias(key, [&](const Alias& alias) {
                  return std::ranges::find(alias.identifiers, id) != alias.identifiers.end();
                }).targets};
  }

  std::vector<EntryId> strong_in_order(std::vector<EntryId> found) const {
    drop_weak(found);
    put_in_order(found);
    return found;
  }

  Resolution entries_called(const Identifier& id) const {
    if (known_) return best_of(holders_of(id));
    HoldersOfIdentifier holders = find_holders(id);
    if (holders.entries.empty()) return {std::move(holders.by_alias)};
    return known_by_id(std::move(holders.entries));
  }

  Resolution best_of(const HoldersOfIdentifier& holders) const {
    if (!holders.by_alias.empty()) return {{holders.by_alias.front()}};
    if (holders.entries.empty()) return {};
    const auto best = std::ranges::find_if_not(holders.entries,
                                               [&](EntryId id) { return holds_the_reference(id); });
    return {{to_entry(best == holders.entries.end() ? holders.entries.front() : *best)}};
  }

  // REQUIRES: in order.
  Resolution known_by_id(std::vector<EntryId> found) const {
    std::stable_partition(found.begin(), found.end(),
                          [&](EntryId id) { return !holds_the_reference(id); });
    return to_entries(found);
  }

  // The entry that has the key, the page named by it, the record of a bibliography, and only then
  // what has it in another case.
  Resolution cited(std::string_view key) const {
    const Identifier id{IdentifierKind::kCitekey, std::string(key)};
    const Resolution exact = entries_called(id);
    const bool is_noted =
        exact.found() && !is_weak({exact.targets[0].note, exact.targets[0].entry.value_or(0)});
    if (is_noted) return exact;
    Resolution page = in_notes(notes_named(vault_, from_, '@' + std::string(key)));
    if (page.found()) return page;
    if (exact.found()) return exact;
    const std::string folded = fold(to_string(id));
    std::vector<EntryId> near = entries_under(
        make_key(KeyKind::kIdentifier, folded), [&](EntryId, const Placed<Entry>& entry) {
          return std::ranges::any_of(entry->identifiers, [&](const Identifier& own) {
            return own.kind == IdentifierKind::kCitekey && fold(to_string(own)) == folded;
          });
        });
    return known_by_id(strong_in_order(std::move(near)));
  }

  // What an index says of a note is said of its work.
  template <class Fits>
  Resolution by_alias(Key key, Fits fits) const {
    Resolution found;
    for (const NoteId index : vault_.index().notes_with(key)) {
      for (const EntryKey& at : vault_.note(index)->aliases_with(key)) {
        const Alias& alias = *vault_.note(index)->aliases()[at.entry];
        if (!fits(alias)) continue;
        for (const NoteId note : notes_of(vault_, index, alias)) {
          const Target target = whole_note(note);
          if (std::ranges::find(found.targets, target) == found.targets.end())
            found.targets.push_back(target);
        }
      }
    }
    return found;
  }

  Resolution entries_titled(std::string_view title) const {
    if (!known_) return find_titled(title);
    std::string asked;
    for (const std::string_view part :
         {title, std::string_view(reference_->author), std::string_view(reference_->venue)})
      (asked += part) += '\n';
    if (reference_->year) asked += std::to_string(*reference_->year);
    if (const auto at = known_->by_title.find(asked);
        at != known_->by_title.end() &&
        std::ranges::none_of(at->second, [&](const Target& one) { return is_own(one); }))
      return {at->second};
    Resolution found = find_titled(title);
    // Where an entry says its own title, that one is left out, but not for others.
    if (!left_out_) known_->by_title.emplace(std::move(asked), found.targets);
    return found;
  }

  bool is_own(const Target& target) const {
    return target.entry && is_title_of({target.note, *target.entry});
  }

  Resolution find_titled(std::string_view title) const {
    const std::string key = title_key(title);
    if (key.empty()) return {};
    const std::string author = author_key(reference_->author);
    std::vector<EntryId> found =
        entries_under(make_key(KeyKind::kTitle, key), [&](EntryId id, const Placed<Entry>& entry) {
          return entry->title_key == key && may_be_one_author(entry->author_key, author) &&
                 !is_left_out(id);
        });
    if (found.empty())
      return by_alias(make_key(KeyKind::kTitle, key),
                      [&](const Alias& alias) { return title_key(alias.title) == key; });
    drop_weak(found);
    const std::string venue = fold(reference_->venue);
    sort(found, [&](EntryId e) { return -agreement(e, author, venue); });
    return to_entries(found);
  }

  // `FlashAttention`, where only one work is called `FlashAttention: …`.
  Resolution entries_called_short(std::string_view name) const {
    const std::string key = title_key(name);
    const std::string author = author_key(reference_->author);
    if (key.empty()) return {};
    std::vector<EntryId> found = entries_under(
        make_key(KeyKind::kShortTitle, key), [&](EntryId id, const Placed<Entry>& entry) {
          return short_title_key(entry->title) == key &&
                 may_be_one_author(entry->author_key, author) && !is_title_of(id);
        });
    drop_weak(found);
    const bool is_one_work = std::ranges::all_of(found, [&](EntryId id) {
      return vault_.entry(id)->title_key == vault_.entry(found.front())->title_key;
    });
    if (!is_one_work) return {};
    put_in_order(found);
    return to_entries(found);
  }

  // The place where an entry says its own title refers to nothing.
  bool is_title_of(EntryId id) const {
    const Placed<Entry>& entry = vault_.entry(id);
    return id.note == from_ && entry.at(entry->title_range).overlaps(reference_.range());
  }

  bool is_left_out(EntryId id) const {
    const bool is_own = is_title_of(id);
    left_out_ = left_out_ || is_own;
    return is_own;
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

  Target in_note(NoteId id, std::string_view anchor) const {
    const Note& note = *vault_.note(id);
    if (anchor.empty()) return whole_note(id);
    if (const auto place = place_of_anchor(note, anchor)) {
      const auto entry = note.entry_titled_at(place->begin);
      return entry ? to_entry({id, static_cast<uint32_t>(*entry)})
                   : Target{id, std::nullopt, *place};
    }
    if (const std::string key = title_key(anchor); !key.empty())
      for (const EntryKey& at : note.entries_with(make_key(KeyKind::kTitle, key)))
        if (note.entries()[at.entry]->title_key == key) return to_entry({id, at.entry});
    // Of one with a slug of its own. A note at rest keeps no names.
    const std::string name = heading_name(anchor);
    for (const Placed<Heading>& heading :
         name.empty() ? std::vector<Placed<Heading>>() : note.headings())
      if (note.is_at_rest() ? heading_name(heading->text) == name : heading->name == name)
        return {id, std::nullopt, heading.range()};
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
  Known* const known_;
  mutable bool left_out_ = false;
};

}  // namespace

bool may_be_one_author(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return b.empty() ||
         (a.ends_with(b) && (a.size() == b.size() || a[a.size() - b.size() - 1] == ' '));
}

Resolution resolve(const Snapshot& vault, NoteId from, const Placed<Reference>& reference) {
  return Asked(vault, from, reference).answer();
}

Resolution Resolver::best(NoteId from, const Placed<Reference>& reference) {
  Resolution found = Asked(vault_, from, reference, &known_).answer();
  if (found.targets.size() > 1) found.targets.resize(1);
  return found;
}

std::optional<Range> Resolver::means(NoteId from, const Placed<Reference>& reference,
                                     EntryId entry) {
  const auto is_it = [&](const Target& target) {
    return target.note == entry.note && target.entry == entry.index;
  };
  const auto if_among = [&](const std::vector<Target>& targets, Range range) {
    return std::ranges::any_of(targets, is_it) ? std::optional(range) : std::nullopt;
  };
  if (!reference->identifier || reference->kind == ReferenceKind::kCite) {
    // What is remembered of a key is only who is meant best.
    const bool is_key = reference->kind == ReferenceKind::kCite || reference->path.starts_with('@');
    const auto found = Asked(vault_, from, reference, is_key ? nullptr : &known_).answer();
    return if_among(found.targets, found.range);
  }
  const HoldersOfIdentifier& holders =
      Asked(vault_, from, reference, &known_).holders_of(*reference->identifier);
  if (!holders.by_alias.empty()) return if_among(holders.by_alias, reference.range());
  const auto [first, last] =
      std::equal_range(holders.entries.begin(), holders.entries.end(), entry, ByPlace{vault_});
  return std::find(first, last, entry) != last ? std::optional(reference.range()) : std::nullopt;
}

}  // namespace notes
