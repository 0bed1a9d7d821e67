// A BibTeX field's text without braces, commands and ties: `{\"U}ber {C}ats~\& Co.` is `Über Cats
// & Co.` Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

std::string plain_latex(std::string_view value);

}  // namespace notes
