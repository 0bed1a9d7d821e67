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

namespace {

constexpr std::string_view kBibliography = ".bib";

bool has_suffix(std::string_view name, std::string_view suffix) {
  if (name.size() <= suffix.size()) return false;
  const std::string_view end = name.substr(name.size() - suffix.size());
  if (!end.empty() && (end.front() & 0xC0) == 0x80) return false;  // within a character
  return fold_case(end) == suffix;  // not fold(): full-width letters are no suffix
}

}  // namespace

bool is_bibliography(std::string_view path) {
  return has_suffix(last_component(path), kBibliography);
}

std::string_view note_name(std::string_view path, const Reading& reading) {
  const std::string_view name = last_component(path);
  if (has_suffix(name, kBibliography)) return name.substr(0, name.size() - kBibliography.size());
  for (const std::string& suffix : reading.suffixes)
    if (has_suffix(name, suffix)) return name.substr(0, name.size() - suffix.size());
  return name;
}

bool is_note_path(std::string_view path, const Reading& reading) {
  return note_name(path, reading).size() < last_component(path).size();
}

}  // namespace notes
