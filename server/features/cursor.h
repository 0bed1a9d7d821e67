// The line that the cursor stands in, and what kind of text it is. Pure: any thread.
#pragma once

#include <string_view>

#include "notes/inline.h"
#include "notes/note.h"

namespace features {

struct CursorLine {
  std::string_view text;  // the section's, up to the line's end; all offsets here are its own
  uint32_t base = 0;      // where it begins in the note
  notes::Range range;     // without its terminator
  notes::SectionKind section = notes::SectionKind::kText;
  notes::LineKind kind = notes::LineKind::kBlank;
  uint32_t cursor = 0;  // at the start of a character

  std::string_view slice(uint32_t begin, uint32_t end) const {
    return text.substr(begin, end - begin);
  }
  std::string_view whole() const { return slice(range.begin, range.end); }
};

CursorLine line_at_cursor(const notes::Note& note, uint32_t offset);

// What the line holds that is no running text: code spans, mathematics, URLs, links.
notes::Inline inline_of(const CursorLine& line);

}  // namespace features
