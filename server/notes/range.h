// Byte ranges. Half-open, as everywhere in the notes; offsets fit 32 bits because a note larger
// than 4 GiB is not read. Plain values: any thread.
#pragma once

#include <compare>
#include <cstdint>

namespace notes {

struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(uint32_t offset) const { return begin <= offset && offset < end; }
  // The cursor sits between bytes, so it touches a range at both of its ends.
  bool touches(uint32_t offset) const { return begin <= offset && offset <= end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  bool covers(Range other) const { return begin <= other.begin && other.end <= end; }
  Range shifted(uint32_t by) const { return {begin + by, end + by}; }

  auto operator<=>(const Range&) const = default;
};

}  // namespace notes
