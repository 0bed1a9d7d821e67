// What is wrong with how a note is written, as far as a person can put it right: front matter that
// cannot be read or never ends, records of BibTeX that make no sense, and code or comments that
// swallow the rest of the note. Pure: any
// thread.
#pragma once

#include <vector>

#include "features/diagnostics.h"

namespace features {

inline constexpr std::string_view kFrontMatter = "front-matter";
inline constexpr std::string_view kFrontMatterUnclosed = "front-matter-unclosed";
inline constexpr std::string_view kDuplicateKey = "front-matter-duplicate-key";
inline constexpr std::string_view kBrokenRecord = "bibtex";
inline constexpr std::string_view kCodeUnclosed = "code-unclosed";
inline constexpr std::string_view kCommentUnclosed = "comment-unclosed";

std::vector<Diagnostic> troubles_in(const notes::Note& note);

}  // namespace features
