// Composing: how sections become chunks. The layouts say which entries they make up; what they said
// of sections that stay, and the chunks that nothing has changed for, are taken over from the note
// as it was before. Pure: any thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "notes/chunk.h"
#include "notes/sequence.h"

namespace notes {

struct Sections {
  std::string_view path;
  const Text& text;  // in which no section crosses the border of a piece
  const Reading& reading;
  std::vector<SharedSection> fresh;       // all, or what stands between the chunks that may stay
  std::span<const PlacedChunk> before{};  // of the note before
  size_t first = 0;                       // the chunks [0, first) stay before `fresh`
  size_t last = 0;                        // the chunks from here on stay behind it
};

struct Composed {
  std::vector<SharedChunk> made;  // between those of the note before that stay:
  size_t first = 0;               // so many at its start
  size_t behind = 0;              // and at its end
};

Composed compose(Sections sections);

}  // namespace notes
