// Links and masks: one pass over the running text of a section finds what is written as a link,
// wiki link or identifier, and what must not be searched for tags or titles (code spans,
// mathematics, URLs, HTML, escapes). Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

struct Inline {
  std::vector<Range> masks;  // sorted, apart from each other
  Row<Reference> references;
  Row<TagUse> tags;  // `#[[several words]]`

  bool is_masked(uint32_t offset) const;
  bool is_masked(Range range) const;  // any byte of it
};

// Adds what stands in `run`, lines of one block of `text`.
void scan_inline(std::string_view text, Range run, Inline& out);

}  // namespace notes
