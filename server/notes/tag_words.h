// What a tag in running text stands among: whether that makes it a tag, and which words after it
// may belong to it. Facts of the line alone; what the vault makes of them is in tag_meaning.h.
// Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/inline.h"
#include "notes/section.h"

namespace notes {

// `#GPUs`, `n = #nodes`, `#pragma`, `#3d`, `#P-hard`: a number of things, a name of something else
// or too little to tell. `tag` is a tag by its characters, in `line`.
bool is_doubtful_tag(std::string_view text, Range line, Range tag, std::string_view name);

// How the tag reads with one more word and more, the shortest first; few, and none at a line's end.
Row<LongerTag> longer_readings(std::string_view text, Range line, Range tag, const Inline& found);

}  // namespace notes
