// A title as its reader sees it: without entities, emphasis, code marks, links, block ids and
// LaTeX. `Learning $\ell_1$ *Norms* &amp; \textbf{X} ^b1` is `Learning ℓ1 Norms & X`. Pure: any
// thread.
#pragma once

#include <string>

namespace notes {

std::string shown_title(std::string title);

}  // namespace notes
