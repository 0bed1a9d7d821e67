#include "notes/table_row.h"

#include "notes/lines.h"
#include "notes/sixteen.h"

namespace notes {

std::vector<Range> cells_of(std::string_view text, Range row) {
  std::vector<Range> out;
  out.reserve(8);
  uint32_t begin = row.begin;
  if (begin < row.end && text[begin] == '|') ++begin;
  const std::string_view all = text.substr(0, row.end);
  for (uint32_t i = begin; i < row.end; ++i) {
    i = static_cast<uint32_t>(first_of<'\\', '`', '$', '|'>(all, i));
    if (i == row.end) break;
    const char c = text[i];
    if (c == '\\') {
      ++i;
    } else if (c == '`' || c == '$') {
      const size_t close = all.find(c, i + 1);
      if (close != std::string_view::npos &&
          (c == '`' || text.substr(i, close - i).find("| ") == std::string_view::npos))
        i = static_cast<uint32_t>(close);
    } else if (c == '|') {
      out.push_back(trimmed(text, {begin, i}));
      begin = i + 1;
    }
  }
  if (begin < row.end) out.push_back(trimmed(text, {begin, row.end}));
  return out;
}

}  // namespace notes
