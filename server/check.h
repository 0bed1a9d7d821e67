// `papernotes check`: the diagnostics of a vault as text, for terminals and scripts. Pure but for
// the stream: any thread.
#pragma once

#include <iosfwd>

#include "notes/snapshot.h"

namespace server {

// One line each, `path:line:column: severity: message [code]`, line and column from 1, the column
// in characters; places that belong to it follow, indented. Gives how many there were.
size_t check(const notes::Snapshot& vault, std::ostream& out);

}  // namespace server
