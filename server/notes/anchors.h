// Where in a note the part of a link behind `#` leads. Pure: any thread.
#pragma once

#include <optional>
#include <string_view>

#include "notes/note.h"

namespace notes {

// A heading, by its text or as GitHub or `{#id}` name it; the line that ends in ` ^id`, for the
// anchor `^id`; the line with `<a id="…">` or `<a name="…">`, or of Logseq `id:: …`.
std::optional<Range> place_of_anchor(const Note& note, std::string_view anchor);

}  // namespace notes
