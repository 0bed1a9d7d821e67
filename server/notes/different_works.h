// Which entries people have declared to be different works, whatever they look like. Works go by
// name, so a declaration holds wherever their notes are moved. A value: any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notes/entry.h"

namespace notes {

class DifferentWorks {
 public:
  // Each name is an identifier as to_string() writes it, or a title. False when one of them says
  // nothing.
  bool add(std::string_view one, std::string_view other);

  bool empty() const { return pairs_.empty(); }
  // Whether a pair names the one entry and the other, and can tell them apart.
  bool hold(const Entry& one, const Entry& other) const;

  bool operator==(const DifferentWorks&) const = default;

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;  // of keys of names
};

}  // namespace notes
