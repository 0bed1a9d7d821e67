// A line of a list, a table or a paragraph read as a work: where its title is, and its links. Pure:
// any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes/links.h"
#include "notes/range.h"

namespace notes {

enum class TitleShape : uint8_t { kNone, kLink, kBold, kQuoted, kPlain };

struct WorkLine {
  TitleShape shape = TitleShape::kNone;
  Range title;                   // its words, without emphasis and brackets
  Range authors;                 // where they stand apart, else empty
  uint32_t after = 0;            // where what stands behind the title begins
  bool is_behind_links = false;  // `[[pdf](…)] Title`
  std::vector<WrittenLink> links;

  bool has_paper_link() const;  // to a publisher, or called `paper`
};

// `content` is a line without its markers. The title by its shape, in this order: the text of a
// link, bold, quoted or italic words, and plain words before or behind links, each behind `[tag]`,
// `12.`, emoji, names, dates and the like. Links that lead to notes count, too.
WorkLine read_work_line(std::string_view text, Range content);

}  // namespace notes
