// How many works a section names, as far as its lines and references tell. Pure: any thread.
#pragma once

#include <string_view>

#include "notes/reading.h"
#include "notes/section.h"

namespace notes {

// REQUIRES: lines, headings and references of the section are read.
Census take_census(std::string_view text, const Section& section, const Reading& reading);

}  // namespace notes
