#include "notes/listing.h"

#include <algorithm>
#include <vector>

namespace notes {
namespace {

constexpr size_t kList = 5;  // entries

}  // namespace

const Heading* listing_heading(const Note& note, size_t entry) {
  const Placed<Entry>& placed = note.entries()[entry];
  const uint32_t title = placed.at(placed->title_range).begin;
  const auto sections = note.sections();
  auto at = std::partition_point(sections.begin(), sections.end(),
                                 [&](const Placed<Section>& one) { return one.base <= title; });
  // The title of a page starts a section of its own, whatever heading stands far above it.
  if (at != sections.begin() && at[-1]->kind == SectionKind::kPageEntry) return nullptr;
  while (at != sections.begin()) {
    --at;
    const Heading* heading = heading_of(**at);
    if (!heading) continue;
    return at->at(heading->range).contains(title) ? nullptr : heading;
  }
  return nullptr;
}

std::vector<Key> titles_in(const Note& note) {
  std::vector<Key> out;
  for (const PlacedChunk& in : note.chunks())
    for (const EntryKey& held : in.chunk->entry_keys)
      if (kind_of(held.key) == KeyKind::kTitle) out.push_back(held.key);
  std::sort(out.begin(), out.end());
  return out;
}

bool list_the_same(const std::vector<Key>& one, const std::vector<Key>& other) {
  const size_t least = std::min(one.size(), other.size());
  const size_t most = std::max(one.size(), other.size());
  if (least < kList || least * 10 < most * 9) return false;
  size_t both = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a < *b) {
      ++a;
    } else if (*b < *a) {
      ++b;
    } else {
      ++both, ++a, ++b;
    }
  }
  return both * 10 >= most * 9;
}

}  // namespace notes
