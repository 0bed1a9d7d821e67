#include "notes/recheck.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>

#include "notes/bonds.h"
#include "notes/changes.h"
#include "notes/duplicate_candidates.h"

namespace notes {
namespace {

std::vector<Placed<Entry>> placed_entries(std::span<const PlacedChunk> chunks) {
  std::vector<Placed<Entry>> out;
  for (const PlacedChunk& in : chunks)
    for (const Placed<Entry>& entry : in.chunk->entries)
      out.push_back({entry.value, in.base + entry.base});
  return out;
}

// As far as others can be the same work as it.
bool says_the_same(const Entry& a, const Entry& b) {
  return &a == &b || (a.title == b.title && a.authors == b.authors && a.et_al == b.et_al &&
                      a.venue == b.venue && a.year == b.year && a.identifiers == b.identifiers &&
                      a.strength == b.strength && a.form == b.form);
}

uint32_t title_line(const Note& note, const Placed<Entry>& entry) {
  return note.text().line_of(entry.at(entry->title_range).begin);
}

class Concerned {
 public:
  explicit Concerned(const Snapshot& vault) : vault_(vault), bonds_(vault) {}

  // Entries that hang together with the candidates of this one can change their company, too.
  void add(const Entry& entry) {
    for (const EntryId other : bonds_.related_to(entry)) {
      notes_.push_back(other.note);
      if (const std::optional<Company> company = bonds_.company_of(other))
        for (const EntryId third : company->entries) notes_.push_back(third.note);
    }
    const std::vector<NoteId> more = notes_at_limit(vault_, entry);
    notes_.insert(notes_.end(), more.begin(), more.end());
    for (const Identifier& id : entry.identifiers)
      add_holders(make_key(KeyKind::kRefersToIdentifier, to_string(id)));
  }

  // The same, but only by what makes it surely one work.
  void add_sure(const Entry& entry) {
    add_holders(make_key(KeyKind::kTitle, entry.title_key));
    for (const Identifier& id : entry.identifiers)
      add_holders(make_key(KeyKind::kIdentifier, to_string(id)));
  }

  std::vector<NoteId> sorted() {
    std::sort(notes_.begin(), notes_.end());
    notes_.erase(std::unique(notes_.begin(), notes_.end()), notes_.end());
    return std::move(notes_);
  }

 private:
  void add_holders(Key key) {
    const auto who = vault_.index().notes_with(key);
    if (who.size() <= kMostInBlock) notes_.insert(notes_.end(), who.begin(), who.end());
  }

  const Snapshot& vault_;
  Bonds bonds_;
  std::vector<NoteId> notes_;
};

// When a line is put in, everything below it moves; in a very long note not all of it is compared.
constexpr size_t kFewBelow = 500;

}  // namespace

std::vector<NoteId> notes_sharing_works(const Snapshot& vault, const Note* before,
                                        const Note* after) {
  Concerned concerned(vault);
  const Differing chunks = differing(before, after);
  // An entry that was read again, and says what it said, is the entry it was.
  std::unordered_multimap<std::string_view, Placed<Entry>> old;
  for (const Placed<Entry>& entry : placed_entries(chunks.before))
    old.emplace(entry->title_key, entry);
  // What stands on another line than before is named by it elsewhere.
  const bool moves = before && after && before->text().line_count() != after->text().line_count();
  for (const Placed<Entry>& entry : placed_entries(chunks.after)) {
    const auto [first, last] = old.equal_range(entry->title_key);
    const auto was = std::find_if(
        first, last, [&](const auto& one) { return says_the_same(*one.second, *entry); });
    if (was == last) {
      concerned.add(*entry);
      continue;
    }
    if (moves && title_line(*before, was->second) != title_line(*after, entry))
      concerned.add(*entry);
    old.erase(was);
  }
  for (const auto& [title, entry] : old) concerned.add(*entry);
  if (moves) {
    const std::span<const PlacedChunk> all = after->chunks();
    const auto first = static_cast<size_t>(chunks.after.data() - all.data());
    const auto below = placed_entries(all.subspan(first + chunks.after.size()));
    for (const Placed<Entry>& entry : below)
      below.size() < kFewBelow ? concerned.add(*entry) : concerned.add_sure(*entry);
  }
  return concerned.sorted();
}

}  // namespace notes
