#include "notes/title_parts.h"

#include "notes/lines.h"
#include "notes/sixteen.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// The full-width comma that a part ends at; 0 where none does.
uint32_t wide_comma_at(std::string_view line, uint32_t at) {
  for (std::string_view mark : {"，", "、"})
    if (line.substr(at).starts_with(mark)) return static_cast<uint32_t>(mark.size());
  return 0;
}

std::vector<Range> split_wide(std::string_view line) {
  std::vector<Range> parts;
  uint32_t begin = 0;
  for (uint32_t i = 0; i < line.size(); ++i) {
    const bool narrow = line.substr(i).starts_with(", ");
    const uint32_t width = narrow ? 1 : line[i] >= 0 ? 0 : wide_comma_at(line, i);
    if (width == 0) continue;
    parts.push_back(trimmed(line, {begin, i}));
    begin = i + width;
    i += width - 1;
  }
  parts.push_back(trimmed(line, {begin, static_cast<uint32_t>(line.size())}));
  return parts;
}

}  // namespace

bool has_wide_fields(std::string_view line) {
  const char last_byte = line.empty() ? '\0' : line.back();
  if ((last_byte != '+' && (last_byte < '0' || last_byte > '9')) ||
      (line.find('\xEF') == line.npos && line.find('\xE3') == line.npos))
    return false;
  const size_t comma = std::max(line.rfind("，") + 1, line.rfind("、") + 1);
  if (comma == 0 || comma + 2 >= line.size()) return false;
  const std::string_view last = trim(line.substr(comma + 2));
  return read_venue_year(last) || read_dotted_date(last) || last.ends_with('+');
}

std::vector<Range> title_parts(std::string_view line) {
  std::vector<Range> parts;
  int depth = 0;
  uint32_t begin = 0;
  for (size_t at = 0; (at = first_of<'(', '[', '{', ')', ']', '}', ','>(line, at)) < line.size();
       ++at) {
    const auto i = static_cast<uint32_t>(at);
    const char c = line[i];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
    if (c == ',' && depth == 0 && i + 1 < line.size() && line[i + 1] == ' ') {
      parts.push_back(trimmed(line, {begin, i}));
      begin = i + 1;
    }
  }
  parts.push_back(trimmed(line, {begin, static_cast<uint32_t>(line.size())}));
  if (depth != 0) {  // brackets that never close separate nothing: read again without them
    parts.clear();
    begin = 0;
    for (uint32_t i = 0; i + 1 < line.size(); ++i)
      if (line[i] == ',' && line[i + 1] == ' ') {
        parts.push_back(trimmed(line, {begin, i}));
        begin = i + 1;
      }
    parts.push_back(trimmed(line, {begin, static_cast<uint32_t>(line.size())}));
  }
  if (parts.size() == 1 && has_wide_fields(line)) return split_wide(line);
  return parts;
}

}  // namespace notes
