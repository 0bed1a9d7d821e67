// Labelled pairs of entries: a folder with a vault and, beside it, truth.json, which says the lines
// and the fields of each entry, and of pairs of them whether they are one work. Test code only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "notes/note.h"

namespace training {

struct Fields {
  std::string title, authors, venue, year;
};

struct LabelledPair {
  size_t one = 0, other = 0;
  bool same = false;
};

struct LabelledVault {
  std::string name;
  std::vector<Fields> fields;                // of each entry, as the truth has them
  std::vector<const notes::Entry*> entries;  // as they were read; nullptr for what was not
  std::vector<std::shared_ptr<const notes::Note>> notes;  // that hold them
  std::vector<LabelledPair> pairs;
};

// Throws when the folder is not such a one.
LabelledVault read_labelled(const std::string& folder);

}  // namespace training
