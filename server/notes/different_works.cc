#include "notes/different_works.h"

#include <algorithm>

#include "notes/key.h"

namespace notes {
namespace {

// An identifier as it is; a title's key, which has no colon.
std::string key_of_name(std::string_view name) {
  for (int kind = 0; kind < kIdentifierKinds; ++kind) {
    const std::string_view prefix = name_of(static_cast<IdentifierKind>(kind));
    if (name.size() > prefix.size() + 1 && name.starts_with(prefix) && name[prefix.size()] == ':' &&
        name[prefix.size() + 1] != ' ')
      return std::string(name);
  }
  return title_key(name);
}

bool goes_by(const Entry& entry, std::string_view key) {
  return entry.title_key == key ||
         std::any_of(entry.identifiers.begin(), entry.identifiers.end(),
                     [&](const Identifier& id) { return to_string(id) == key; });
}

}  // namespace

bool DifferentWorks::add(std::string_view one, std::string_view other) {
  std::pair pair{key_of_name(one), key_of_name(other)};
  if (pair.first.empty() || pair.second.empty()) return false;
  pairs_.push_back(std::move(pair));
  return true;
}

bool DifferentWorks::hold(const Entry& one, const Entry& other) const {
  return std::any_of(pairs_.begin(), pairs_.end(), [&](const auto& pair) {
    const bool along = goes_by(one, pair.first) && goes_by(other, pair.second);
    const bool across = goes_by(one, pair.second) && goes_by(other, pair.first);
    // Two notes that both go by both names are not told apart by them.
    return pair.first == pair.second ? along : along != across;
  });
}

}  // namespace notes
