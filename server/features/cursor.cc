#include "features/cursor.h"

#include <algorithm>

namespace features {

using notes::Note;
using notes::Placed;
using notes::Section;

CursorLine line_at_cursor(const Note& note, uint32_t offset) {
  CursorLine out;
  const notes::Text& text = note.text();
  const notes::Range range = text.line(text.line_of(std::min(offset, text.size())));
  const auto sections = note.sections();
  const auto section =
      std::partition_point(sections.begin(), sections.end(),
                           [&](const Placed<Section>& s) { return s.base <= range.begin; });
  const Placed<Section> in = section == sections.begin() ? *section : *(section - 1);
  out.section = in->kind;
  out.base = in.base;
  out.range = {range.begin - in.base, range.end - in.base};
  out.text = text.slice({in.base, range.end});
  out.cursor = std::clamp(offset, range.begin, range.end) - in.base;
  while (out.cursor > out.range.begin && out.cursor < out.range.end &&
         (static_cast<unsigned char>(out.text[out.cursor]) & 0xC0) == 0x80)
    --out.cursor;

  const auto line =
      std::partition_point(in->lines.begin(), in->lines.end(),
                           [&](const notes::Line& l) { return l.range.end < out.range.begin; });
  if (line != in->lines.end() && line->range.begin <= out.range.begin) out.kind = line->kind;
  return out;
}

notes::Inline inline_of(const CursorLine& line) {
  notes::Inline out;
  scan_inline(line.text, line.range, out);
  return out;
}

}  // namespace features
