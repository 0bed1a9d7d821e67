#include "notes/different_works.h"

#include <algorithm>
#include <optional>

#include "notes/key.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// What people write for an identifier: `arXiv:2409.19606v1`, a URL, `2409.19606`, `10.1145/…`.
std::optional<Identifier> identifier_in(std::string_view name) {
  if (name.starts_with("http://") || name.starts_with("https://")) return identifier_of_url(name);
  const size_t colon = name.find(':');
  const std::string kind = fold(name.substr(0, colon == std::string_view::npos ? 0 : colon));
  if (kind == "arxiv" || kind == "doi")
    return identifier_of_field(kind, trim(name.substr(colon + 1)));
  if (name.find(' ') != std::string_view::npos) return std::nullopt;
  if (name.starts_with("10.") && name.find('/') != std::string_view::npos)
    return identifier_of_field("doi", name);
  if (name.find_first_not_of("0123456789.v") == std::string_view::npos &&
      name.find('.') != std::string_view::npos)
    return identifier_of_field("arxiv", name);
  return std::nullopt;
}

// An identifier as to_string() writes it; a title's key, which has no colon.
std::string key_of_name(std::string_view name) {
  name = trim(name);
  if (const std::optional<Identifier> id = identifier_in(name)) return to_string(*id);
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
