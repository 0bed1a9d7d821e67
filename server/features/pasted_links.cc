#include "features/pasted_links.h"

#include <algorithm>
#include <optional>

#include "features/cited.h"
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

// What can be said without the bytes, which a note at rest would have to read: it is none of the
// entry's own, and begins its line, but for a `<`. A chunk has left out what is not so of its own
// entries (loose_references); an entry that reaches here from the chunk before it does not know.
bool may_be_behind(const notes::Note& note, const notes::Entry& entry, notes::Range range,
                   const notes::Identifier& id) {
  const notes::Text& text = note.text();
  const notes::Row<notes::Identifier>& own = entry.identifiers;
  if (std::find(own.begin(), own.end(), id) != own.end()) return false;
  const uint32_t line = text.line_of(range.begin);
  return line > 0 && range.begin <= text.line(line).begin + 1;
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

// The entry that reaches to an offset. Asked about one chunk's offsets in the order of the text, so
// that none is looked for.
class Around {
 public:
  Around(const notes::Note& note, const notes::PlacedChunk& in) : note_(note), in_(in) {}

  const notes::Entry* operator()(uint32_t offset) {
    const auto& entries = in_.chunk->entries;
    while (next_ < entries.size() && range(next_).begin <= offset) ++next_;
    if (next_ > 0) return range(next_ - 1).touches(offset) ? entries[next_ - 1].value : nullptr;
    // One of a chunk before may end where this begins.
    const std::optional<size_t> at = note_.entry_at(offset);
    return at ? note_.entries()[*at].value : nullptr;
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
    Around around(note, in);
    for (const uint32_t loose : in.chunk->loose_references) {
      const notes::Placed<notes::Reference>& held = in.chunk->references[loose];
      const notes::Range range =
          notes::Placed<notes::Reference>{held.value, in.base + held.base}.range();
      const notes::Entry* const entry = around(range.begin);
      if (entry && !may_be_behind(note, *entry, range, *held->identifier)) continue;
      if (is_cited_at(note, range.begin)) continue;
      std::vector<EntryId> entries = entries_with(vault, *held->identifier);
      if (entries.empty()) continue;
      if (!text) text = note.whole_text().value_or(notes::Text());
      if (entry && !is_behind_entry(note, *text, range)) continue;
      if (stands_alone(*text, range)) out.push_back({range, *held->identifier, std::move(entries)});
    }
  }
  return out;
}

}  // namespace features
