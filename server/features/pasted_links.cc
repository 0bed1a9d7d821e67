#include "features/pasted_links.h"

#include <algorithm>

#include "notes/blocks.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace features {

using notes::EntryId;
using notes::NoteId;
using notes::Snapshot;

namespace {

// The line without markers, check boxes and `<` `>` around an address.
notes::Range address_of(const notes::Text& text, notes::Range line) {
  const std::string_view bytes = text.slice(line);
  notes::Range out = notes::content_of(bytes, {0, line.size()});
  if (view(bytes, out).starts_with('<') && view(bytes, out).ends_with('>')) ++out.begin, --out.end;
  return out.shifted(line.begin);
}

bool is_blank(const notes::Text& text, uint32_t line) {
  return line >= text.line_count() || notes::trim(text.slice(text.line(line))).empty();
}

// Below an entry's last line, and a blank one: it may be of the entry that comes next.
bool is_behind(const notes::Note& note, const notes::Placed<notes::Entry>& entry, uint32_t line) {
  const notes::Text& text = note.text();
  const notes::Range range = text.line(line);
  const std::string_view bytes = text.slice(range);
  const bool is_plain = notes::content_of(bytes, {0, range.size()}).begin == 0;
  const uint32_t last = text.line_of(std::max(entry.range().end, 1u) - 1);
  if (!is_plain || line == 0 || !is_blank(text, line - 1)) return false;
  for (uint32_t below = line + 1; below <= last; ++below)
    if (!is_blank(text, below)) return false;
  return true;
}

// What is cited is no note, and neither is what stands in an entry.
bool is_cited(const notes::Note& note, const notes::Identifier& id, uint32_t offset) {
  if (const auto at = note.entry_at(offset)) {
    const notes::Placed<notes::Entry> entry = note.entries()[*at];
    const std::vector<notes::Identifier>& own = entry->identifiers;
    return std::find(own.begin(), own.end(), id) != own.end() ||
           !is_behind(note, entry, note.text().line_of(offset));
  }
  const auto sections = note.sections();
  const auto behind =
      std::partition_point(sections.begin(), sections.end(),
                           [&](const auto& section) { return section.base <= offset; });
  return behind != sections.begin() && (*(behind - 1))->census.is_reference_zone;
}

std::vector<EntryId> entries_with(const Snapshot& vault, const notes::Identifier& id) {
  std::vector<EntryId> out;
  const notes::Key key = make_key(notes::KeyKind::kIdentifier, to_string(id));
  for (const NoteId note : vault.index().notes_with(key))
    for (const notes::EntryKey& held : vault.note(note)->entries_with(key))
      if (vault.entry({note, held.entry})->strength == notes::Strength::kStrong)
        out.push_back({note, held.entry});
  return out;
}

}  // namespace

std::vector<PastedLink> pasted_links(const Snapshot& vault, NoteId id) {
  std::vector<PastedLink> out;
  const notes::Note& note = *vault.note(id);
  if (vault.stands_aside(id)) return out;
  for (const notes::Placed<notes::Reference>& reference : note.references()) {
    if (!reference->identifier || !is_of_work(reference->identifier->kind)) continue;
    const notes::Range line = note.text().line(note.text().line_of(reference.range().begin));
    notes::Range written = reference.range();
    if (note.text().slice(written).starts_with('<')) ++written.begin, --written.end;
    if (address_of(note.text(), line) != written ||
        is_cited(note, *reference->identifier, reference.range().begin))
      continue;
    std::vector<EntryId> entries = entries_with(vault, *reference->identifier);
    if (!entries.empty())
      out.push_back({reference.range(), *reference->identifier, std::move(entries)});
  }
  return out;
}

}  // namespace features
