// What was understood of a vault, as JSON for other programs (schema version 1, described in
// README). Any thread.
#pragma once

#include <string>

#include "notes/snapshot.h"

namespace server {

// Lines from 1, columns from 0 in UTF-16 units, paths relative to their root; notes by path,
// entries by place.
std::string export_json(const notes::Snapshot& vault);

}  // namespace server
