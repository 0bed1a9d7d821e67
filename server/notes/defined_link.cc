#include "notes/defined_link.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/lines.h"

namespace notes {
namespace {

constexpr size_t kLongestLabel = 100;
constexpr size_t kReach = 16384;  // what bounds the work on hostile text

}  // namespace

std::string_view destination_of(std::string_view text, std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel) return {};
  text = text.substr(text.size() - std::min(text.size(), kReach));
  for (size_t at = text.find("]:"); at != std::string_view::npos; at = text.find("]:", at + 2)) {
    if (at <= label.size() || text[at - label.size() - 1] != '[') continue;
    const size_t open = at - label.size() - 1;
    if (ascii_lower(text.substr(open + 1, label.size())) != ascii_lower(label)) continue;
    size_t begin = open;
    while (begin > 0 && text[begin - 1] == ' ') --begin;
    if (begin > 0 && !is_line_end(text[begin - 1])) continue;
    const Range line{static_cast<uint32_t>(at) + 2, static_cast<uint32_t>(line_end(text, at))};
    std::string_view to = view(text, trimmed(text, line));
    to = to.substr(0, to.find_first_of(" \t"));
    if (to.size() > 2 && to.front() == '<' && to.back() == '>') to = to.substr(1, to.size() - 2);
    return to;
  }
  return {};
}

DefinedLink defined_link(std::string_view text, uint32_t open, uint32_t close) {
  if (close + 1 >= text.size() || text[close + 1] != '[') return {};
  const size_t end = text.substr(0, close + 2 + kLongestLabel).find(']', close + 2);
  if (end == std::string_view::npos) return {};
  const bool same = end == close + 2;
  const std::string_view label =
      same ? text.substr(open + 1, close - open - 1) : text.substr(close + 2, end - close - 2);
  const std::string_view to = destination_of(text, label);
  return to.empty() ? DefinedLink{} : DefinedLink{static_cast<uint32_t>(end) + 1, to};
}

std::string_view within_shortcode(std::string_view target) {
  const size_t word = target.find("ref ");
  const size_t open = target.find('"');
  if (word == std::string_view::npos || open == std::string_view::npos || open < word) return {};
  return target.substr(open + 1, target.find('"', open + 1) - open - 1);
}

}  // namespace notes
