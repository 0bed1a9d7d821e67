// What a user can set: in the editor (section `papernotes`), or for everybody who works on the
// notes in `.papernotes.toml` at their root. What that file says wins, because editors send their
// defaults along with what was really set. Values; any thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "notes/reading.h"

namespace server {

inline constexpr std::string_view kSettingsFile = ".papernotes.toml";
inline constexpr std::string_view kSettingsSection = "papernotes";

// Where a root's settings file is.
inline std::string settings_path(const std::string& root) {
  return (root == "/" ? "" : root) + "/" + std::string(kSettingsFile);
}

struct Settings {
  bool diagnostics = true;               // diagnostics.enable
  std::chrono::milliseconds delay{200};  // diagnostics.delay: how long typing must rest, 0 to 10000
  int completion_limit = 200;            // completion.limit, 1 to 10000
  // notes.ignore, notes.gitignore, notes.suffixes, tags.inline, tags.never, references.headings,
  // titles.markers, duplicates.different, duplicates.same_work, duplicates.other_version,
  // duplicates.identifier_conflict, duplicates.cross_listing
  notes::Reading reading;

  bool operator==(const Settings&) const = default;
};

// The part of a client's settings that is ours, as JSON: clients that push send all they have, or
// just that part.
std::string section_of(std::string_view json);
// The text of a member of a JSON object; empty where there is none.
std::string string_in(std::string_view json, std::string_view member);

// What a settings file says wrongly or of nothing known, with the line (from 0) that says it.
struct Trouble {
  uint32_t line = 0;
  std::string sentence;

  bool operator==(const Trouble&) const = default;
};

// Each changes what the text says and leaves the rest.
std::vector<Trouble> apply_toml(std::string_view text, Settings& settings);
std::vector<std::string> apply_json(std::string_view json, Settings& settings);

}  // namespace server
