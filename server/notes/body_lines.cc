#include "notes/body_lines.h"

#include "notes/lines.h"
#include "notes/tags.h"

namespace notes {

bool is_prose(const Line& line) {
  return line.kind == LineKind::kText || line.kind == LineKind::kItem;
}

std::vector<BodyLine> lines_of(const Body& body) {
  std::vector<BodyLine> out;
  size_t count = 0;
  for (size_t s = body.first; s < body.first + body.count; ++s)
    count += body.draft.sections[s]->lines.size();
  out.reserve(count);
  for (size_t s = body.first; s < body.first + body.count; ++s) {
    const Section& section = *body.draft.sections[s];
    const std::string_view text = body.draft.text_of(s);
    const size_t end = s + 1 == body.first + body.count ? body.end_line : SIZE_MAX;
    for (size_t i = s == body.first ? body.skip_lines : 0; i < section.lines.size() && i < end; ++i)
      out.push_back({text, &section, i,
                     body.draft.in_reference_zone[s] ||
                         section.census.cited.overlaps(section.lines[i].range)});
  }
  return out;
}

bool is_tag_line(const BodyLine& at) {
  return read_tag_line(at.text, at.line().content).has_value();
}

}  // namespace notes
