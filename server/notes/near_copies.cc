#include "notes/near_copies.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "notes/ascii.h"
#include "notes/lines.h"

namespace notes {
namespace {

constexpr size_t kFewLines = 10;
constexpr size_t kNearly = 9, kOf = 10;

struct HashedLine {
  size_t hash = 0;
  size_t letters = 0;

  auto operator<=>(const HashedLine&) const = default;
};

bool ends_address(char c) {
  return c == ' ' || c == '\t' || c == ')' || c == '>' || c == ']' || c == '"';
}

// Behind `](path)`, `](<path>)` or an URL that starts at `at`; `at` where none does.
size_t behind_address(std::string_view line, size_t at) {
  const std::string_view rest = line.substr(at);
  const bool is_link = rest.starts_with("](");
  if (!is_link && !rest.starts_with("http://") && !rest.starts_with("https://")) return at;
  if (rest.starts_with("](<")) return std::min(line.find('>', at), line.size());
  if (is_link) return std::min(line.find(')', at), line.size());
  while (at < line.size() && !ends_address(line[at])) ++at;
  return at;
}

// Behind `&#x20;` or `&amp;`.
size_t behind_entity(std::string_view line, size_t at) {
  constexpr size_t kLongest = 8;
  const size_t end = line.find(';', at);
  if (line[at] != '&' || end == std::string_view::npos || end - at > kLongest) return at;
  return line.find(' ', at) < end ? at : end + 1;
}

// The letters and digits of a line, in one case.
std::string letters_of(std::string_view line) {
  std::string out;
  for (size_t at = 0; at < line.size();) {
    const size_t behind = std::max(behind_address(line, at), behind_entity(line, at));
    if (behind > at) {
      at = behind;
      continue;
    }
    const char c = line[at++];
    if (is_ascii_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
      out += c;
    else if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Sorted.
std::vector<HashedLine> lines_of(std::string_view text) {
  std::vector<HashedLine> out;
  for (uint32_t at = 0; at < text.size();) {
    const LineSpan line = line_at(text, at);
    at = line.next;
    const std::string letters = letters_of(view(text, line.range));
    if (!letters.empty()) out.push_back({std::hash<std::string>()(letters), letters.size()});
  }
  std::sort(out.begin(), out.end());
  return out;
}

size_t letters_in(const std::vector<HashedLine>& lines) {
  size_t out = 0;
  for (const HashedLine& line : lines) out += line.letters;
  return out;
}

}  // namespace

bool may_be_near_copies(size_t one, size_t other) {
  constexpr size_t kMost = 1 << 20;  // bytes: more is no note of one work
  return std::max(one, other) <= kMost && std::min(one, other) * 3 >= std::max(one, other) * 2;
}

bool are_near_copies(std::string_view one, std::string_view other) {
  const std::vector<HashedLine> here = lines_of(one), there = lines_of(other);
  if (std::min(here.size(), there.size()) < kFewLines) return false;
  std::vector<HashedLine> both;
  std::set_intersection(here.begin(), here.end(), there.begin(), there.end(),
                        std::back_inserter(both));
  return both.size() * kOf >= std::max(here.size(), there.size()) * kNearly &&
         letters_in(both) * kOf >= std::max(letters_in(here), letters_in(there)) * kNearly;
}

}  // namespace notes
