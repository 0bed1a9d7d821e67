// Of inline.cc: where what it looks for may start. Pure: any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace notes {

// The first place from `at` to `end` where a link, a code span, mathematics, HTML, an escape, a
// citation, a bare address or a labelled identifier may start; `end` when there is none. REQUIRES:
// 0 < at and end <= text.size().
uint32_t inline_start(std::string_view text, uint32_t at, uint32_t end);

}  // namespace notes
