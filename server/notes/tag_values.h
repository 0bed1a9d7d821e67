// The values that follow a tag key or label: `a, b c`, `[[a]] [[b c]]`, `` `a` `b` ``, `#a #b`,
// `[X](x.md), Y`, `A / B`. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

struct TagValues {
  TagSource source = TagSource::kLabel;
  bool slash_separates = false;  // even without spaces around it, as in a list of fields
  bool space_separates = false;  // where nothing else does
  bool may_be_prose = false;     // what is too long for a tag says that the line is none of tags
};

// True for `tags`, `Keywords`, `关键词` and their like in the counted languages.
bool is_tag_label(std::string_view word);
// False where what is written starts with none of them: most words are told by it.
bool may_start_tag_label(std::string_view written);
// True for those of them whose values are fields of study: `领域: 视觉/语言`.
bool is_field_label(std::string_view word);

// Adds the tags that stand in `value`, in the order of the text.
void read_tag_values(std::string_view text, Range value, TagValues how, Row<TagUse>& out);

}  // namespace notes
