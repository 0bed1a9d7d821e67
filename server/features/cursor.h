// The line that the cursor stands in, and what kind of text it is. Pure: any thread.
#pragma once

#include <string_view>

#include "notes/inline.h"
#include "notes/note.h"

namespace features {

struct CursorLine {
  notes::Range range;     // in the note, without its terminator
  std::string_view text;  // the note's, up to the line's end, so that its offsets are the note's
  notes::SectionKind section = notes::SectionKind::kText;
  notes::LineKind kind = notes::LineKind::kBlank;
  uint32_t cursor = 0;  // in the note, at the start of a character

  std::string_view slice(uint32_t begin, uint32_t end) const {
    return text.substr(begin, end - begin);
  }
  std::string_view whole() const { return slice(range.begin, range.end); }
};

CursorLine line_at_cursor(const notes::Note& note, uint32_t offset);

// What the line holds that is no running text: code spans, mathematics, URLs, links.
notes::Inline inline_of(const CursorLine& line);

// True when a client that compares letters in order, without case, finds `typed` in `candidate`.
bool is_subsequence(std::string_view typed, std::string_view candidate);

}  // namespace features
