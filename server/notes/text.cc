#include "notes/text.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool continues(char byte) { return (byte & 0xC0) == 0x80; }

// Back to where the character begins that `offset` may be inside of.
uint32_t snapped(std::string_view bytes, uint32_t offset) {
  while (offset > 0 && offset < bytes.size() && continues(bytes[offset])) --offset;
  return offset;
}

// Appends the line starts that terminators in [begin, end) make. A CR whose LF lies at `end` makes
// none: the LF does.
void find_starts(std::string_view bytes, uint32_t begin, uint32_t end, std::vector<uint32_t>& out) {
  const std::string_view part = bytes.substr(0, end);
  for (size_t i = line_end(part, begin); i < end; i = line_end(part, i + 1))
    if (bytes[i] == '\n' || !(i + 1 < bytes.size() && bytes[i + 1] == '\n'))
      out.push_back(static_cast<uint32_t>(i) + 1);
}

// Units in whole characters: a character is one, and in UTF-16 four bytes are two. No branch, so
// that the compiler counts many bytes at once.
uint32_t units(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::kUtf8) return static_cast<uint32_t>(bytes.size());
  uint32_t characters = 0;
  uint32_t astral = 0;
  for (char byte : bytes) {
    characters += !continues(byte);
    astral += static_cast<unsigned char>(byte) >= 0xF0;
  }
  return encoding == Encoding::kUtf16 ? characters + astral : characters;
}

}  // namespace

Text::Text(std::string bytes) : bytes_(valid_utf8(std::move(bytes))), starts_{0} {
  constexpr uint32_t kLargest = std::numeric_limits<uint32_t>::max();
  if (bytes_.size() > kLargest) bytes_.resize(snapped(bytes_, kLargest));
  find_starts(bytes_, 0, size(), starts_);
}

std::string_view Text::slice(Range range) const {
  uint32_t begin = std::min(range.begin, size());
  uint32_t end = std::clamp(range.end, begin, size());
  return bytes().substr(begin, end - begin);
}

uint32_t Text::line_of(uint32_t offset) const {
  auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<uint32_t>(after - starts_.begin()) - 1;
}

Range Text::line(uint32_t number) const {
  if (number >= line_count()) return {size(), size()};
  uint32_t begin = starts_[number];
  if (number + 1 == line_count()) return {begin, size()};
  uint32_t end = starts_[number + 1] - 1;
  if (end > begin && bytes_[end] == '\n' && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

Position Text::position(uint32_t offset, Encoding encoding) const {
  offset = snapped(bytes_, std::min(offset, size()));
  if (offset > 0 && offset < size() && bytes_[offset - 1] == '\r' && bytes_[offset] == '\n')
    --offset;
  uint32_t number = line_of(offset);
  uint32_t begin = starts_[number];
  return {number, units(slice({begin, offset}), encoding)};
}

uint32_t Text::offset(Position position, Encoding encoding) const {
  Range range = line(position.line);
  uint32_t column = std::min(position.column, range.size());
  if (encoding == Encoding::kUtf8) return snapped(bytes_, range.begin + column);
  if (is_ascii(slice({range.begin, range.begin + column}))) return range.begin + column;
  uint32_t at = range.begin;
  for (uint32_t left = column; left > 0 && at < range.end;) {
    Character next = character_at(bytes_, at);
    uint32_t wide = encoding == Encoding::kUtf16 && next.size == 4 ? 2 : 1;
    if (wide > left) break;
    left -= wide;
    at += next.size;
  }
  return at;
}

Text Text::replaced(Range range, std::string_view with) const {
  auto [low, high] = std::minmax(range.begin, range.end);
  uint32_t begin = snapped(bytes_, std::min(low, size()));
  uint32_t end = snapped(bytes_, std::min(high, size()));
  std::string middle = valid_utf8(std::string(with));
  uint64_t whole = uint64_t{size()} - (end - begin) + middle.size();

  std::string joined;
  joined.reserve(whole);
  joined.append(bytes_, 0, begin).append(middle).append(bytes_, end);
  if (whole > std::numeric_limits<uint32_t>::max()) return Text(std::move(joined));

  // A CR before the edit may have got an LF or lost it, so what it makes is asked again. A line
  // start after `end` comes from a terminator after the edit, which stays one whatever precedes it.
  Text result;
  result.bytes_ = std::move(joined);
  uint32_t asked = begin > 0 && bytes_[begin - 1] == '\r' ? begin - 1 : begin;
  uint32_t rest = begin + static_cast<uint32_t>(middle.size());
  auto before = std::upper_bound(starts_.begin(), starts_.end(), asked);
  auto after = std::upper_bound(starts_.begin(), starts_.end(), end);
  result.starts_.assign(starts_.begin(), before);
  result.starts_.reserve(result.starts_.size() + (starts_.end() - after));
  find_starts(result.bytes_, asked, rest, result.starts_);
  std::transform(after, starts_.end(), std::back_inserter(result.starts_),
                 [=](uint32_t start) { return start - end + rest; });
  return result;
}

}  // namespace notes
