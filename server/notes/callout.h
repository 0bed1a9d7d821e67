// The first line of a callout, as Obsidian and GitHub write them in quotes: `> [!abstract]- Title`.
// Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "notes/range.h"

namespace notes {

struct Callout {
  std::string kind;  // folded: `abstract`
  Range title;       // what stands behind it, perhaps nothing
};
// What most lines are not, to be asked first.
inline bool may_be_callout(std::string_view line) { return line.starts_with("[!"); }
// `content` is a line without its markers.
std::optional<Callout> callout_at(std::string_view text, Range content);

}  // namespace notes
