#include "notes/anchors.h"

#include <string>

#include "notes/unicode.h"

namespace notes {
namespace {

bool ends_word(std::string_view text, size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\r' ||
         text[at] == '\n' || text[at] == '"' || text[at] == '\'';
}

// The first line where `mark` stands whole; `whole` is the note's text.
std::optional<Range> line_with(const Note& note, const Text& whole, const std::string& mark,
                               bool anchors_only) {
  for (const PlacedChunk& in : note.chunks()) {
    if (anchors_only && in.chunk->counts.anchored == 0) continue;
    const std::string_view text = whole.slice({in.base, in.end()});
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
      if (ends_word(text, at + mark.size()))
        return note.text().line(note.text().line_of(in.base + static_cast<uint32_t>(at)));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Range> place_of_anchor(const Note& note, std::string_view anchor) {
  anchor = trim(anchor);
  if (anchor.empty()) return std::nullopt;
  // Obsidian writes the way to a heading: `#Chapter#Section`.
  if (const size_t last = anchor.rfind('#'); last != std::string_view::npos)
    anchor = trim(anchor.substr(last + 1));
  const auto whole = [&] { return note.whole_text().value_or(Text()); };
  if (anchor.starts_with('^'))
    return line_with(note, whole(), std::string(" ").append(anchor), false);
  if (const auto heading = note.heading_named(anchor)) return heading->at((*heading)->text_range);
  if (note.counts().anchored == 0) return std::nullopt;
  const Text text = whole();
  for (const char* before : {"id=\"", "name=\"", "id='", "name='", "id:: "})
    if (const auto line = line_with(note, text, std::string(before).append(anchor), true))
      return line;
  return std::nullopt;
}

}  // namespace notes
