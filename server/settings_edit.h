// Writing into a settings file as a person would: what stands there stays as it is, comments and
// all. Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "notes/range.h"

namespace server {

struct SettingsEdit {
  notes::Range range;  // of the text as it is
  std::string with;
  std::string text;  // the whole text afterwards
};

// Adds a pair to `different` of `[duplicates]`, which is made where it is not there. Nothing where
// the text is no TOML, or says it in a way that cannot be added to.
std::optional<SettingsEdit> declare_different(std::string_view toml,
                                              const std::pair<std::string, std::string>& names);

}  // namespace server
