#include "features/pasted_links.h"

#include <algorithm>
#include <optional>

namespace features {

using notes::EntryId;
using notes::NoteId;
using notes::Snapshot;

namespace {

bool stands_alone(const notes::Text& text, notes::Range range) {
  const notes::Range line = text.line(text.line_of(range.begin));
  if (range.end > line.end) return false;
  const auto is_mark = [](char c) {
    return std::string_view(" \t-*+<>").find(c) != std::string_view::npos;
  };
  for (const char c : text.slice({line.begin, range.begin}))
    if (!is_mark(c)) return false;
  for (const char c : text.slice({range.end, line.end}))
    if (!is_mark(c)) return false;
  return true;
}

// What is cited is no note, and neither is what stands in an entry.
bool is_cited(const notes::Note& note, uint32_t offset) {
  if (note.entry_at(offset)) return true;
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
  std::optional<notes::Text> text;  // of a note at rest, once it is needed
  for (const notes::Placed<notes::Reference>& reference : note.references()) {
    if (!reference->identifier || !is_of_work(reference->identifier->kind)) continue;
    if (is_cited(note, reference.range().begin)) continue;
    std::vector<EntryId> entries = entries_with(vault, *reference->identifier);
    if (entries.empty()) continue;
    if (!text) text = note.whole_text().value_or(notes::Text());
    if (stands_alone(*text, reference.range()))
      out.push_back({reference.range(), *reference->identifier, std::move(entries)});
  }
  return out;
}

}  // namespace features
