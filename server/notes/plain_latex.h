// A BibTeX field's text without braces, commands and ties: `{\"U}ber {C}ats~\& Co.` is `Über Cats
// & Co.` Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

std::string plain_latex(std::string_view value);

// Of a folded title only what names letters and fonts: `$\ell_1$` is `$l1$`, `\textbf{mamba}` is
// `{mamba}`. All else stays.
std::string plain_commands(std::string_view text);

}  // namespace notes
