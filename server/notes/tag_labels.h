// Tags behind a label: `**Tags**: a, b`, `- 关键词：a、b`, Logseq's `tags:: [[A]], b`, a definition
// list, a list below its label, a table's column or row of tags. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

// Adds what stands behind labels in the lines from `first` on. Lines that were read so are said in
// `taken`, which has a place for each line; no other tag stands there.
void read_tag_labels(std::string_view text, const Row<Line>& lines, size_t first,
                     std::vector<bool>& taken, Row<TagUse>& out);

// The value behind the label that this line starts with, and the label; nothing when it has none.
struct TagLabel {
  std::string_view word;
  Range value;
};
std::optional<TagLabel> tag_label_of(std::string_view text, Range content);

}  // namespace notes
