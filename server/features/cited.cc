#include "features/cited.h"

#include <algorithm>
#include <limits>

namespace features {

bool is_cited_at(const notes::Note& note, uint32_t offset) {
  const auto& chunks = note.chunks();
  const auto in =
      std::partition_point(chunks.begin(), chunks.end(),
                           [&](const notes::PlacedChunk& one) { return one.base <= offset; });
  if (in == chunks.begin()) return false;
  const notes::Chunk& chunk = *(in - 1)->chunk;
  const uint32_t base = (in - 1)->base;
  const auto behind =
      std::partition_point(chunk.sections.begin(), chunk.sections.end(),
                           [&](const auto& section) { return base + section.base <= offset; });
  size_t at = static_cast<size_t>(behind - chunk.sections.begin());
  const auto piece = std::partition_point(chunk.pieces.begin(), chunk.pieces.end(),
                                          [&](const notes::Piece& one) { return one.first < at; });
  if (piece == chunk.pieces.begin()) return false;
  if (piece[-1].in_zone) return true;
  // Within a piece, from heading to the heading above it.
  for (int level = std::numeric_limits<int>::max(); at > piece[-1].first;) {
    const notes::Section& section = *chunk.sections[--at];
    const notes::Heading* const heading = heading_of(section);
    if (!heading || heading->level >= level) continue;
    if (section.census.is_reference_zone) return true;
    level = heading->level;
  }
  return false;
}

}  // namespace features
