// Signs that a page without metadata may be about one paper, none of them sure. Pure: any thread.
#pragma once

#include <string_view>

#include "notes/layout.h"

namespace notes {

// `Cost model for distributed training`, `small GEMM kernels`: few words without a capital, by
// which a topic is called rather than a work.
bool names_topic(std::string_view title);
// The one paper that the page links to stands alone in a block of its own, however far below.
bool has_lone_paper(const Draft& draft);
// `mnih2013_atari_deeprl`, `stock19_and_bit_goes_down`: a citation key with words of this title.
bool is_key_of_title(std::string_view name, std::string_view title);
// `paper` or `source`, and below it `: <address of a paper>`, as a list of definitions has it.
bool defines_paper(const Draft& draft);

}  // namespace notes
