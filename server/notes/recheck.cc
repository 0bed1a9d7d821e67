#include "notes/recheck.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "notes/bonds.h"
#include "notes/changes.h"
#include "notes/duplicate_candidates.h"

namespace notes {
namespace {

std::unordered_set<const Entry*> entries_in(std::span<const PlacedChunk> chunks) {
  std::unordered_set<const Entry*> out;
  for (const PlacedChunk& in : chunks)
    for (const Placed<Entry>& entry : in.chunk->entries) out.insert(entry.value);
  return out;
}

std::vector<Placed<Entry>> placed_entries(std::span<const PlacedChunk> chunks) {
  std::vector<Placed<Entry>> out;
  for (const PlacedChunk& in : chunks)
    for (const Placed<Entry>& entry : in.chunk->entries)
      out.push_back({entry.value, in.base + entry.base});
  return out;
}

uint32_t title_line(const Note& note, const Placed<Entry>& entry) {
  return note.text().line_of(entry.at(entry->title_range).begin);
}

class Concerned {
 public:
  explicit Concerned(const Snapshot& vault) : vault_(vault), bonds_(vault) {}

  // Entries that hang together with the candidates of this one can change their company, too.
  void add(const Entry& entry) {
    for (const EntryId other : candidates_of(vault_, entry)) {
      notes_.push_back(other.note);
      for (const DuplicateGroup& group : bonds_.groups_around(other))
        for (const EntryId third : group.entries) notes_.push_back(third.note);
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
  const std::unordered_set<const Entry*> old = entries_in(chunks.before),
                                         now = entries_in(chunks.after);
  for (const Placed<Entry>& entry : placed_entries(chunks.before))
    if (!now.contains(entry.value)) concerned.add(*entry);
  if (!after) return concerned.sorted();
  // What stands on another line than before is named by it elsewhere.
  const bool moves = before && before->text().line_count() != after->text().line_count();
  std::vector<uint32_t> lines;
  size_t kept = 0;
  if (moves)
    for (const Placed<Entry>& entry : placed_entries(chunks.before))
      if (now.contains(entry.value)) lines.push_back(title_line(*before, entry));
  for (const Placed<Entry>& entry : placed_entries(chunks.after)) {
    const bool is_kept = old.contains(entry.value);
    if (!is_kept || (moves && lines[kept] != title_line(*after, entry))) concerned.add(*entry);
    kept += is_kept;
  }
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
