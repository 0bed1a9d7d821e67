#include "notes/item_lines.h"

#include "notes/label.h"
#include "notes/lines.h"

namespace notes {

uint32_t column(const Line& line) { return line.content.begin - line.range.begin; }
uint32_t indent(std::string_view text, const Line& line) {
  std::string_view written = view(text, line.range);
  while (written.starts_with('>')) written.remove_prefix(written.starts_with("> ") ? 2 : 1);
  return indent_of(written);
}

bool names_zone(std::string_view text, const Line& line) {
  const std::string_view words = view(text, line.content);
  if (words.size() >= 40) return false;
  const std::string name = heading_name(words);
  return names_reference_zone(name) || names_loose_zone(name);
}

size_t end_of_item(std::string_view text, const Section& section, size_t first) {
  const uint32_t own = column(section.lines[first]);
  const uint32_t mark = indent(text, section.lines[first]);
  bool blank = false;
  size_t i = first + 1;
  for (; i < section.lines.size(); ++i) {
    const Line& line = section.lines[i];
    if (line.kind == LineKind::kBlank) {
      blank = true;
      continue;
    }
    if (line.kind == LineKind::kHeading || line.kind == LineKind::kRule) break;
    if (line.kind == LineKind::kItem ? indent(text, line) < mark + 2 || column(line) <= own
                                     : blank && column(line) < own)
      break;
    if (line.kind != LineKind::kItem && line.kind != LineKind::kText && !blank && column(line) == 0)
      break;
  }
  return i;
}

}  // namespace notes
