// Which build of the program this is: what one build wrote down for itself, another does not read.
#pragma once

#include <string>

namespace server {

// The linker's build id, a hash of all of the program, as bytes; empty where it has none.
std::string build_id();

}  // namespace server
