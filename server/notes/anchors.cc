#include "notes/anchors.h"

#include <string>

#include "notes/unicode.h"

namespace notes {
namespace {

bool ends_word(std::string_view text, size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\r' ||
         text[at] == '\n' || text[at] == '"' || text[at] == '\'';
}

// The line where `mark` stands whole.
std::optional<Range> line_with(const Note& note, const std::string& mark, bool anchors_only) {
  std::optional<Text> whole;
  for (const PlacedChunk& in : note.chunks()) {
    if (anchors_only && !in.chunk->has_anchors) continue;
    if (!whole) whole = note.whole_text().value_or(Text());
    const std::string_view text = whole->slice({in.base, in.end()});
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
  if (anchor.starts_with('^')) return line_with(note, std::string(" ").append(anchor), false);
  if (const auto heading = note.heading_named(anchor)) return heading->at((*heading)->text_range);
  for (const char* before : {"id=\"", "name=\"", "id='", "name='", "id:: "})
    if (const auto line = line_with(note, std::string(before).append(anchor), true)) return line;
  return std::nullopt;
}

}  // namespace notes
