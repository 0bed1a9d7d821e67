#include "features/pasted_links.h"

#include <algorithm>
#include <optional>

#include "notes/blocks.h"
#include "notes/key.h"
#include "notes/label.h"

namespace features {

using notes::EntryId;
using notes::NoteId;
using notes::Snapshot;

namespace {

// Nothing else stands on the line but list markers, a check box and `<` `>`.
bool stands_alone(const notes::Text& text, notes::Range range) {
  const notes::Range line = text.line(text.line_of(range.begin));
  if (range.end > line.end) return false;
  const notes::Range content =
      notes::content_of(text.slice(line), {0, line.size()}).shifted(line.begin);
  const auto are_marks = [&](notes::Range around) {
    const std::string_view bytes = text.slice(around);
    return bytes.find_first_not_of(" \t<>") == std::string_view::npos;
  };
  return content.begin <= range.begin && are_marks({content.begin, range.begin}) &&
         range.end <= content.end && are_marks({range.end, content.end});
}

// Or a heading that has no words yet.
bool is_blank(const notes::Text& text, uint32_t line) {
  return text.slice(text.line(line)).find_first_not_of(" \t#") == std::string_view::npos;
}

// What can be said without the bytes, which a note at rest would have to read: it begins its line
// and is none of the entry's own.
bool may_be_behind_entry(const notes::Note& note, notes::Range range, const notes::Identifier& id) {
  const notes::Text& text = note.text();
  const uint32_t line = text.line_of(range.begin);
  if (line == 0 || range.begin > text.line(line).begin + 1) return false;
  const std::optional<size_t> at = note.entry_at(range.begin);
  if (!at) return true;
  const std::vector<notes::Identifier>& own = note.entries()[*at]->identifiers;
  return std::find(own.begin(), own.end(), id) == own.end();
}

// A line of an entry, but behind its last one and a blank line: it may be of the work that is noted
// next. `text` is the note's. REQUIRES: it may be.
bool is_behind_entry(const notes::Note& note, const notes::Text& text, notes::Range range) {
  const uint32_t line = text.line_of(range.begin);
  if (line == 0 || !is_blank(text, line - 1)) return false;
  const std::optional<size_t> at = note.entry_at(range.begin);
  if (!at) return true;
  const uint32_t end = std::max(note.entries()[*at].range().end, 1u) - 1;
  for (uint32_t below = line + 1; below < text.line_count() && text.line(below).begin <= end;
       ++below)
    if (!is_blank(text, below)) return false;
  return true;
}

// Whether an entry reaches to an offset. Asked about one chunk's offsets in the order of the text,
// so that no entry is looked for.
class InEntry {
 public:
  InEntry(const notes::Note& note, const notes::PlacedChunk& in) : note_(note), in_(in) {}

  bool operator()(uint32_t offset) {
    const auto& entries = in_.chunk->entries;
    while (next_ < entries.size() && range(next_).begin <= offset) ++next_;
    // One of a chunk before may end where this begins.
    return next_ > 0 ? range(next_ - 1).touches(offset) : note_.entry_at(offset).has_value();
  }

 private:
  notes::Range range(size_t entry) const {
    const notes::Placed<notes::Entry>& held = in_.chunk->entries[entry];
    return notes::Placed<notes::Entry>{held.value, in_.base + held.base}.range();
  }

  const notes::Note& note_;
  const notes::PlacedChunk& in_;
  size_t next_ = 0;
};

// What is cited is no note.
bool is_cited(const notes::Note& note, uint32_t offset) {
  const auto sections = note.sections();
  const auto behind =
      std::partition_point(sections.begin(), sections.end(),
                           [&](const auto& section) { return section.base <= offset; });
  return behind != sections.begin() && (*(behind - 1))->census.is_reference_zone;
}

// `references.md`, `TODO.md`: nobody notes a work there.
bool is_named_for_links(const notes::Note& note) {
  const std::string& path = note.path();
  const std::string name = notes::name_key(path.substr(path.rfind('/') + 1));
  return name == "todo" || name == "to-do" || notes::names_reference_zone(name);
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
  if (vault.stands_aside(id) || is_named_for_links(note)) return out;
  std::optional<notes::Text> text;  // of a note at rest, once it is needed
  for (const notes::PlacedChunk& in : note.chunks()) {
    InEntry in_entry(note, in);
    for (const notes::Placed<notes::Reference>& held : in.chunk->references) {
      if (!held->identifier || !is_of_work(held->identifier->kind)) continue;
      const notes::Range range =
          notes::Placed<notes::Reference>{held.value, in.base + held.base}.range();
      const bool is_inside = in_entry(range.begin);
      if (is_inside && !may_be_behind_entry(note, range, *held->identifier)) continue;
      if (is_cited(note, range.begin)) continue;
      std::vector<EntryId> entries = entries_with(vault, *held->identifier);
      if (entries.empty()) continue;
      if (!text) text = note.whole_text().value_or(notes::Text());
      if (is_inside && !is_behind_entry(note, *text, range)) continue;
      if (stands_alone(*text, range)) out.push_back({range, *held->identifier, std::move(entries)});
    }
  }
  return out;
}

}  // namespace features
