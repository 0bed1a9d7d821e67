#include "notes/defined_link.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestLabel = 100;
constexpr size_t kReach = 16384;  // what bounds the work on hostile text

constexpr size_t kLongestLine = 300;
constexpr int kOtherLines = 20;  // between definitions, and behind them

// What the line defines the label as; nothing of another label. `is_definition` says whether it
// defines any.
std::string_view defined_in(std::string_view line, std::string_view label, bool& is_definition) {
  is_definition = line.starts_with('[') && line.find("]:") != std::string_view::npos;
  if (!is_definition || line.size() < label.size() + 3 ||
      line.substr(label.size() + 1, 2) != "]:" ||
      ascii_lower(line.substr(1, label.size())) != ascii_lower(label))
    return {};
  std::string_view to = trim(line.substr(label.size() + 3));
  to = to.substr(0, to.find_first_of(" \t"));
  if (to.size() > 2 && to.front() == '<' && to.back() == '>') to = to.substr(1, to.size() - 2);
  return to;
}

}  // namespace

std::string_view destination_of(std::string_view text, std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel) return {};
  text = text.substr(text.size() - std::min(text.size(), kReach));
  for (int others = 0; others < kOtherLines && !text.empty();) {
    const size_t from = text.size() - std::min(text.size(), kLongestLine);
    const size_t end = text.substr(from).find_last_of("\r\n");
    if (end == std::string_view::npos && from > 0) break;
    const size_t last = end == std::string_view::npos ? end : from + end;
    const std::string_view line = trim(text.substr(last == std::string_view::npos ? 0 : last + 1));
    bool is_definition = false;
    if (const std::string_view to = defined_in(line, label, is_definition); !to.empty()) return to;
    if (!is_definition && !line.empty()) ++others;
    if (last == std::string_view::npos) break;
    text = text.substr(0, last);
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
