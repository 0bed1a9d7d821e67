#include "features/cursor.h"

#include <algorithm>

namespace features {

using notes::Note;
using notes::Placed;
using notes::Section;

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

CursorLine line_at_cursor(const Note& note, uint32_t offset) {
  CursorLine out;
  const notes::Text& text = note.text();
  const uint32_t number = text.line_of(std::min(offset, text.size()));
  out.range = text.line(number);
  out.text = text.bytes().substr(0, out.range.end);
  out.cursor = std::clamp(offset, out.range.begin, out.range.end);
  while (out.cursor > out.range.begin && out.cursor < out.range.end &&
         (static_cast<unsigned char>(out.text[out.cursor]) & 0xC0) == 0x80)
    --out.cursor;

  const auto sections = note.sections();
  const auto section =
      std::partition_point(sections.begin(), sections.end(),
                           [&](const Placed<Section>& s) { return s.base <= out.range.begin; });
  if (section == sections.begin()) return out;
  const Placed<Section>& in = *(section - 1);
  out.section = in->kind;
  const auto line = std::partition_point(
      in->lines.begin(), in->lines.end(),
      [&](const notes::Line& l) { return in.at(l.range).end < out.range.begin; });
  if (line != in->lines.end() && in.at(line->range).begin <= out.range.begin) out.kind = line->kind;
  return out;
}

notes::Inline inline_of(const CursorLine& line) {
  notes::Inline out;
  scan_inline(line.text, line.range, out);
  return out;
}

bool is_subsequence(std::string_view typed, std::string_view candidate) {
  size_t at = 0;
  for (const char c : candidate) {
    if (at < typed.size() && lower(typed[at]) == lower(c)) ++at;
  }
  return at == typed.size();
}

}  // namespace features
