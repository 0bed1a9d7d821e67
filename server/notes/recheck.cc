#include "notes/recheck.h"

#include <algorithm>
#include <unordered_set>

#include "notes/duplicate_candidates.h"
#include "notes/duplicates.h"

namespace notes {
namespace {

std::unordered_set<const Entry*> entries_of(const Note* note) {
  std::unordered_set<const Entry*> out;
  if (note)
    for (const Placed<Entry>& entry : note->entries()) out.insert(entry.value);
  return out;
}

uint32_t title_line(const Note& note, const Placed<Entry>& entry) {
  return note.text().line_of(entry.at(entry->title_range).begin);
}

class Concerned {
 public:
  explicit Concerned(const Snapshot& vault) : vault_(vault) {}

  // Entries that hang together with the candidates of this one can change their company, too.
  void add(const Entry& entry) {
    for (const EntryId other : candidates_of(vault_, entry)) {
      notes_.push_back(other.note);
      for (const EntryId third : duplicates_of(vault_, other)) notes_.push_back(third.note);
    }
    const std::vector<NoteId> more = notes_at_limit(vault_, entry);
    notes_.insert(notes_.end(), more.begin(), more.end());
    for (const Identifier& id : entry.identifiers) {
      const auto who =
          vault_.index().notes_with(make_key(KeyKind::kRefersToIdentifier, to_string(id)));
      if (who.size() <= kMostInBlock) notes_.insert(notes_.end(), who.begin(), who.end());
    }
  }

  std::vector<NoteId> sorted() {
    std::sort(notes_.begin(), notes_.end());
    notes_.erase(std::unique(notes_.begin(), notes_.end()), notes_.end());
    return std::move(notes_);
  }

 private:
  const Snapshot& vault_;
  std::vector<NoteId> notes_;
};

}  // namespace

std::vector<NoteId> notes_sharing_works(const Snapshot& vault, const Note* before,
                                        const Note* after) {
  Concerned concerned(vault);
  const std::unordered_set<const Entry*> old = entries_of(before), now = entries_of(after);
  if (before)
    for (const Placed<Entry>& entry : before->entries())
      if (!now.contains(entry.value)) concerned.add(*entry);
  if (!after) return concerned.sorted();
  // What stands on another line than before is named by it elsewhere.
  const bool moves = before && before->text().line_count() != after->text().line_count();
  std::vector<uint32_t> lines;
  size_t kept = 0;
  if (moves)
    for (const Placed<Entry>& entry : before->entries())
      if (now.contains(entry.value)) lines.push_back(title_line(*before, entry));
  for (const Placed<Entry>& entry : after->entries()) {
    const bool is_kept = old.contains(entry.value);
    if (!is_kept || (moves && lines[kept] != title_line(*after, entry))) concerned.add(*entry);
    kept += is_kept;
  }
  return concerned.sorted();
}

}  // namespace notes
