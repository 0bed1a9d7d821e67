#include "notes/reading.h"

#include <algorithm>

#include "notes/path.h"
#include "notes/unicode.h"

namespace notes {

std::string Reading::heading_key(std::string_view heading) { return fold(trim(heading)); }

bool Reading::is_reference_heading(std::string_view key) const {
  return std::find(reference_headings.begin(), reference_headings.end(), key) !=
         reference_headings.end();
}

bool Reading::is_never_tag(std::string_view key) const {
  return std::find(never_tags.begin(), never_tags.end(), key) != never_tags.end();
}

const SharedReading& default_reading() {
  static const SharedReading reading = std::make_shared<const Reading>();
  return reading;
}

std::string_view note_name(std::string_view path, const Reading& reading) {
  const std::string_view name = last_component(path);
  for (const std::string& suffix : reading.suffixes) {
    if (name.size() <= suffix.size()) continue;
    const size_t end = name.size() - suffix.size();
    // Not fold(): full-width letters are no suffix.
    if (fold_case(name.substr(end)) == suffix) return name.substr(0, end);
  }
  return name;
}

bool is_note_path(std::string_view path, const Reading& reading) {
  return note_name(path, reading).size() < last_component(path).size();
}

}  // namespace notes
