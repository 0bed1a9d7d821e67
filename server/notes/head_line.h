// Single lines near the top of a file, and what they are. Pure: any thread.
#pragma once

#include <string_view>

#include "notes/label.h"

namespace notes {

// `70) K. Gong et al. …`, `[3] …`: an item of a list of what the work cites.
bool is_citation(std::string_view line);

// `OpenReview: 14654 | A. Author (NeurIPS 2026 submission)`: parts apart by bars, a year at the
// end.
bool is_bibliographic(const Label& label, std::string_view text);

// `@article{key,`
bool is_bibtex(std::string_view words);

}  // namespace notes
