// Front matter: the flat keys and lists that a file says of itself before its text, in YAML between
// lines of `---` or in TOML between lines of `+++`. What is broken is read line by line, so a colon
// in a title loses nothing. Pure: any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "notes/phrase.h"
#include "notes/range.h"
#include "notes/row.h"

namespace notes {

struct FrontMatterValue {
  Range range;  // the value's own bytes, without quotes; empty where a block scalar stands
  std::string text;
};

struct FrontMatterField {
  std::string key;  // lower case, `-` and space as `_`
  Range key_range;
  Range range;  // from the key to the end of its last line
  bool is_list = false;
  std::vector<FrontMatterValue> values;  // one for a scalar, none for an empty one
};

// What a person could put right in it.
struct FrontMatterTrouble {
  enum class Kind : uint8_t {
    kUnreadable,    // by its language's rules; `text` is why
    kDuplicateKey,  // `text` is the key; the field that comes first counts
  };
  Kind kind = Kind::kUnreadable;
  Range range;
  Phrase text;
};

struct FrontMatter {
  Row<FrontMatterField> fields;
  Row<FrontMatterTrouble> troubles;

  const FrontMatterField* find(
      std::string_view key) const;  // nullptr when it is not there or has no value
  // The first of the keys that has a value, as text; empty otherwise.
  std::string_view text_of(std::initializer_list<std::string_view> keys) const;
};

// `text` is the whole block with its fences; ranges are relative to it.
FrontMatter read_front_matter(std::string_view text);

}  // namespace notes
