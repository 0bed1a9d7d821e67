// A file that is about one work: what its head says of it, and the entry that the whole file is.
// Pure: any thread.
#pragma once

#include <string_view>

#include "notes/file_head.h"
#include "notes/layout.h"

namespace notes {

bool is_index_name(std::string_view name);  // README, index, SUMMARY
// README, summary, paper: the note of a folder that may have the title for a name.
bool is_name_in_folder(std::string_view name);
// `paper.attention-is-all-you-need`: a hierarchy of names, as Dendron has it, below `paper`.
bool is_below_papers(std::string_view name);

// All of the file as one entry: front matter first, then labels, then the heading, then the name of
// the file. Claims nothing when it has no title.
Claim claim_file(const Draft& draft, const FileHead& head, Strength strength = Strength::kStrong);

}  // namespace notes
