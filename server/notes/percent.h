// Percent-encoding, as links and URLs write what they may not hold. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// Valid UTF-8 whatever the escapes say; a `%` that starts none stays.
std::string percent_decoded(std::string_view text);

}  // namespace notes
