#include "features/diagnostics.h"

#include <algorithm>

#include "features/render.h"
#include "features/troubles.h"
#include "notes/duplicates.h"

namespace features {

using notes::EntryId;
using notes::NoteId;
using notes::Snapshot;

namespace {

notes::Range title_of(const Snapshot& vault, EntryId id) {
  const auto& entry = vault.entry(id);
  return entry.at(entry->title_range);
}

Diagnostic duplicate(const Snapshot& vault, const notes::DuplicateGroup& group, EntryId id) {
  Diagnostic out{title_of(vault, id),
                 Severity::kWarning,
                 std::string(kDuplicateEntry),
                 "Noted more than once: " + group.reason,
                 {}};
  for (const EntryId other : group.entries) {
    if (other == id) continue;
    out.related.push_back(
        {other.note, title_of(vault, other),
         "Also noted in " + place_of(vault, other) + ": " + vault.entry(other)->title});
  }
  return out;
}

}  // namespace

std::vector<Diagnostic> diagnose(const Snapshot& vault, NoteId note) {
  if (!vault.note(note)) return {};
  std::vector<Diagnostic> out = troubles_in(*vault.note(note));
  for (const auto& group : duplicates_in(vault, note)) {
    for (const EntryId entry : group.entries) {
      if (entry.note == note) out.push_back(duplicate(vault, group, entry));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.range < b.range; });
  return out;
}

}  // namespace features
