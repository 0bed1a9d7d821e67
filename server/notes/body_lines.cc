#include "notes/body_lines.h"

#include "notes/lines.h"

namespace notes {

std::vector<BodyLine> lines_of(const Body& body) {
  std::vector<BodyLine> out;
  size_t count = 0;
  for (size_t s = body.first; s < body.first + body.count; ++s)
    count += body.draft.sections[s]->lines.size();
  out.reserve(count);
  for (size_t s = body.first; s < body.first + body.count; ++s) {
    const Section& section = *body.draft.sections[s];
    const std::string_view text = body.draft.text_of(s);
    const Range cited = section.census.cited;
    const bool in_zone = body.draft.in_reference_zone[s];
    const size_t end = s + 1 == body.first + body.count ? body.end_line : SIZE_MAX;
    for (size_t i = s == body.first ? body.skip_lines : 0; i < section.lines.size() && i < end; ++i)
      out.push_back({text, &section, i, in_zone || cited.overlaps(section.lines[i].range)});
  }
  return out;
}

}  // namespace notes
