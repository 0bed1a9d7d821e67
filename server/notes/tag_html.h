// Tags written in HTML: the text of a link, button or badge that starts with `#`, as in
// `<a class="button" href="articles/X.html">#Zero/Few-shot</a>`. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/inline.h"
#include "notes/section.h"

namespace notes {

void scan_html_tags(std::string_view text, Range line, const Inline& found, Row<TagUse>& out);

}  // namespace notes
