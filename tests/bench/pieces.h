// The pieces of work that are measured from inside: by the clock (bench.cc) and by counted
// instructions (counted.cc), on the same vault. One thread.
#pragma once

#include <string>
#include <vector>

#include "notes/workspace.h"

namespace bench {

struct File {
  std::string path;
  std::string bytes;
};

// A folder of notes in memory, sorted, under `/vault/`, so that nothing depends on where it lies.
std::vector<File> files_below(const std::string& folder);

struct Vault {
  explicit Vault(std::vector<File> notes);

  std::vector<File> files;
  notes::Workspace workspace;
  std::string open;  // the path of the note with the most entries, which is open
  notes::Place tag;  // places in it
  notes::Place reference;
  uint32_t prose = 0;  // where typing changes no key
};

struct Piece {
  const char* name;
  void (*run)(Vault&);
};

// Each leaves the vault as it was.
const std::vector<Piece>& pieces();

}  // namespace bench
