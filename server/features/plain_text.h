// What we write in markdown, for clients that show text as it stands. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace features {

// `**Adam**` is `Adam`, `\\[1\\]` is `[1]`, `[page](https://x.org)` is `page (https://x.org)`, and
// a rule is an empty line. REQUIRES: markdown as render.h and card.h make it, not anybody's.
std::string plain_text(std::string_view markdown);

}  // namespace features
