// BibTeX, as reference managers and people write it: records with their fields, `@string` names put
// in, `@comment` and `@preamble` passed over. What is broken costs its own record alone. Written
// after the grammar in the btparse manual; no C++ reader is packaged. Pure: any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes/range.h"

namespace notes {

struct BibField {
  std::string name;   // folded
  std::string value;  // braces and LaTeX as written, pieces joined by `#` put together
};

struct BibRecord {
  Range range;       // from `@` to behind the closing bracket
  Range key_range;   // empty where there is none
  std::string type;  // folded: `article`
  std::string key;
  std::vector<BibField> fields;  // each name once: the first counts

  const std::string* find(std::string_view name) const;  // nullptr when it is not there
};

struct BibTrouble {
  Range range;
  std::string sentence;
};

struct Bibtex {
  std::vector<BibRecord> records;
  std::vector<BibTrouble> troubles;
};

Bibtex read_bibtex(std::string_view text);

}  // namespace notes
