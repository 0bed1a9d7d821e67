// Layouts: the ways in which people write entries. Each is a small class in layouts/ that knows no
// other; they are asked in a fixed order about every section not yet claimed, and the first that
// claims wins. Pure: any thread.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "notes/entry.h"
#include "notes/section.h"

namespace notes {

// A note whose sections are read and whose entries are not yet known.
struct Draft {
  std::string_view path;
  std::string_view text;
  std::span<const Placed<Section>> sections;

  std::string_view text_of(size_t section) const {
    return text.substr(sections[section].base, sections[section]->size);
  }
};

struct Claim {
  size_t sections = 0;         // how many, from the one asked about on; 0 claims nothing
  std::vector<Entry> entries;  // ranges relative to the first claimed section
};

class Layout {
 public:
  virtual ~Layout() = default;
  virtual std::string_view name() const = 0;
  // May look at the claimed sections, at front matter, and at one section beyond; what it says of
  // an entry may depend on nothing else, since claims are kept while those sections stay the same.
  virtual Claim claim(const Draft& draft, size_t first) const = 0;
};

// In order of priority. Static storage.
std::span<const Layout* const> layouts();

// One maker each, in layouts/; the order is said in layout.cc alone.
const Layout& front_matter_file_layout();
const Layout& page_entry_layout();
const Layout& heading_entry_layout();

}  // namespace notes
