// Links whose destination does not stand in them: `[text][ref]`, and below `[ref]: https://…`.
// Definitions count as far as they stand near the end of the text, with little between them. Pure:
// any thread.
#pragma once

#include <string_view>

#include "notes/range.h"

namespace notes {

// The destination of the definition of `label` in the text, as far as it has one; else empty.
std::string_view destination_of(std::string_view text, std::string_view label);

// `[text][ref]` or `[text][]`, where its text closes at `close`: where the link ends and leads to.
struct DefinedLink {
  uint32_t after = 0;  // 0 when it is none
  std::string_view to;
};
DefinedLink defined_link(std::string_view text, uint32_t open, uint32_t close);

// The page that Hugo's `{{< relref "page.md" >}}` means; another shortcode means none.
std::string_view within_shortcode(std::string_view target);

}  // namespace notes
