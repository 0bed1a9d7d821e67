#include "notes/toml_text.h"

#include <algorithm>

#include "notes/unicode.h"

namespace notes {
namespace {

// Behind the string that begins there, or behind its line where it does not end.
size_t behind_string(std::string_view text, size_t at) {
  const char quote = text[at];
  const std::string_view three = quote == '"' ? "\"\"\"" : "'''";
  const bool has_lines = text.substr(at).starts_with(three);
  const std::string_view end = three.substr(0, has_lines ? 3 : 1);
  for (at += end.size(); at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\')
      ++at;
    else if (text.substr(at).starts_with(end))
      return at + end.size();
    else if (!has_lines && text[at] == '\n')
      return at;
  }
  return text.size();
}

}  // namespace

std::optional<size_t> bare_character_in(std::string_view text) {
  for (size_t at = text.starts_with("\uFEFF") ? 3 : 0; at < text.size();) {
    if (text[at] == '"' || text[at] == '\'')
      at = behind_string(text, at);
    else if (text[at] == '#')
      at = std::min(text.find('\n', at), text.size());
    else if (static_cast<unsigned char>(text[at]) >= 0x80)
      return at;
    else
      ++at;
  }
  return std::nullopt;
}

toml::table parse_toml(std::string_view text) {
  if (const std::optional<size_t> at = bare_character_in(text)) {
    toml::source_position place{1, 1};
    for (size_t i = 0; i < *at; i += character_at(text, i).size) {
      ++place.column;
      if (text[i] == '\n') place = {place.line + 1, 1};
    }
    throw toml::parse_error("a letter that TOML has only in quotes", place);
  }
  return toml::parse(text);
}

}  // namespace notes
