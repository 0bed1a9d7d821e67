// Why entries are what they are to each other, for people: `same arXiv id 2409.19606`, `same title
// (0.97), same first author, arXiv'23 and ICLR'24`. Pure: any thread.
#pragma once

#include <span>
#include <string>

#include "notes/relation.h"
#include "notes/work_profile.h"

namespace notes {

// `title_share` is how much of their titles the two that differ most have in common.
std::string reason_in_words(std::span<const WorkProfile* const> works, Relation relation,
                            float title_share);

}  // namespace notes
