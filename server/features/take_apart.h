// An entry taken apart, so that another can take over what it says: each thing once, and only what
// the other does not say. Pure: any thread.
#pragma once

#include <string>
#include <vector>

#include "features/said.h"
#include "features/written.h"

namespace features {

// Some lines of markdown that stay together, without the indentation that they had.
struct Block {
  std::string text;
  bool is_tight = false;  // follows the one before it without a blank line
};

struct FrontField {
  std::string key;
  std::string text;   // as YAML has it, the key included; empty in another language
  std::string value;  // on one line
};

struct Parts {
  std::string title;    // the line, when it says more than the other's; else empty
  std::string summary;  // where it is written in a way that its form alone has
  std::vector<FrontField> fields;
  std::vector<Block> blocks;
  std::vector<Block> cited;  // from below headings such as `References`
};

// `said` is what the other entry says, and the tags and identifiers that it will have.
Parts take_apart(const Written& entry, const Said& said);

}  // namespace features
