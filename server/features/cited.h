// What is cited is no note: where a heading such as `References` says so. Pure: any thread.
#pragma once

#include <cstdint>

#include "notes/note.h"

namespace features {

// Whether the byte stands below such a heading, or one below that.
bool is_cited_at(const notes::Note& note, uint32_t offset);

}  // namespace features
