#include "notes/callout.h"

#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {

std::optional<Callout> callout_at(std::string_view text, Range content) {
  constexpr size_t kLongestKind = 24;
  const std::string_view line = view(text, content);
  if (!line.starts_with("[!")) return std::nullopt;
  const size_t close = line.find(']');
  if (close == std::string_view::npos || close <= 2 || close > kLongestKind ||
      line.substr(close + 1).starts_with('('))
    return std::nullopt;
  const std::string_view kind = line.substr(2, close - 2);
  size_t behind = close + 1;
  if (behind < line.size() && (line[behind] == '-' || line[behind] == '+')) ++behind;
  return Callout{fold(kind.substr(0, kind.find('|'))),
                 trimmed(text, {content.begin + static_cast<uint32_t>(behind), content.end})};
}

}  // namespace notes
