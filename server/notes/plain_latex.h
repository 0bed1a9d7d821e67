// A BibTeX field's text without braces, commands and ties: `{\"U}ber {C}ats~\& Co.` is `Über Cats
// & Co.` Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

std::string plain_latex(std::string_view value);

// A title's text with LaTeX's commands as what they print: `M\"uller`, `$\ell_1$` as `$ℓ1$`,
// `\textbf{X}`. Unknown commands stay, and so does what Markdown may have escaped.
std::string with_latex(std::string_view text);

}  // namespace notes
