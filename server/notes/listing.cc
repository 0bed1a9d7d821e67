#include "notes/listing.h"

#include <algorithm>
#include <cstdlib>

namespace notes {
namespace {

constexpr long kList = 5;              // entries at least
constexpr long kNearly = 9, kOf = 10;  // of them the same

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

bool are_cross_listed(const Snapshot& vault, const std::vector<EntryId>& entries) {
  std::vector<const Heading*> headings;
  const Entry& first = *vault.entry(entries.front());
  for (const EntryId entry : entries) {
    if (entry.note != entries.front().note) return false;
    // Who lists a work in two places on purpose links both to one page.
    if (vault.entry(entry)->identifiers != first.identifiers) return false;
    const Heading* heading = listing_heading(*vault.note(entry.note), entry.index);
    if (!heading || std::find(headings.begin(), headings.end(), heading) != headings.end())
      return false;
    headings.push_back(heading);
  }
  return true;
}

std::vector<Key> titles_in(const Note& note) {
  std::vector<Key> out;
  for (const PlacedChunk& in : note.chunks())
    for (const EntryKey& held : in.chunk->entry_keys)
      if (kind_of(held.key) == KeyKind::kTitle) out.push_back(held.key);
  std::sort(out.begin(), out.end());
  return out;
}

Likeness likeness(const std::vector<Key>& one, const std::vector<Key>& other) {
  const auto least = static_cast<long>(std::min(one.size(), other.size()));
  const auto most = static_cast<long>(std::max(one.size(), other.size()));
  long both = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a < *b) {
      ++a;
    } else if (*b < *a) {
      ++b;
    } else {
      ++both, ++a, ++b;
    }
  }
  // A title that comes or goes changes each side of it by one at most.
  const long more = both * kOf - most * kNearly;
  const Likeness by_titles{more >= 0, static_cast<size_t>(std::abs(more) / (kOf + kNearly))};
  if (least >= kList)
    return {by_titles.are_mirrors, by_titles.are_mirrors
                                       ? std::min<size_t>(by_titles.slack, least - kList)
                                       : by_titles.slack};
  return {false, std::max<size_t>(by_titles.are_mirrors ? 0 : by_titles.slack, kList - least - 1)};
}

}  // namespace notes
