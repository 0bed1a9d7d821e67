// Notes read from disk all at once, for the commands that run and end. One thread.
#pragma once

#include <string>
#include <vector>

#include "notes/disk.h"
#include "notes/workspace.h"

namespace server {

// Every note at or below the paths, which must be absolute (see absolute_path). Each folder is a
// root; of a file, its folder.
notes::Workspace read_vault(const notes::Disk& disk, const std::vector<std::string>& paths);

// Absolute and without `.`, `..` and doubled slashes; the file need not be there.
std::string absolute_path(const std::string& path);

}  // namespace server
