#include "settings_edit.h"

#include "features/yaml_text.h"
#include "notes/lines.h"
#include "notes/text.h"
#include "notes/toml_text.h"
#include "notes/unicode.h"

namespace server {
namespace {

using notes::Range;

// Where toml++ says that something ends: lines and columns from 1, in characters.
uint32_t offset_of(const notes::Text& text, const toml::source_position& at) {
  return text.offset({at.line - 1, at.column - 1}, notes::Encoding::kUtf32);
}

std::string pair_of(const std::pair<std::string, std::string>& names) {
  return "[" + features::toml_string(names.first) + ", " + features::toml_string(names.second) +
         "]";
}

// Behind the last pair, on a line of its own where each has one.
SettingsEdit add_to(const notes::Text& text, const toml::array& pairs, const std::string& pair) {
  const uint32_t open = offset_of(text, pairs.source().begin);
  const uint32_t close = offset_of(text, pairs.source().end) - 1;
  if (pairs.empty()) return {{close, close}, pair, {}};
  const uint32_t end = offset_of(text, pairs.back().source().end);
  const std::string_view bytes = text.bytes();
  if (text.line_of(open) == text.line_of(close)) {
    return {{end, end}, ", " + pair, {}};
  }
  const Range first = text.line(text.line_of(offset_of(text, pairs.front().source().begin)));
  const std::string indent(bytes.substr(first.begin, notes::blanks_of(notes::view(bytes, first))));
  const uint32_t line_end = text.line(text.line_of(end)).end;
  const std::string_view rest = bytes.substr(end, std::min(line_end, close) - end);
  const bool comma = notes::trim(rest).starts_with(',');
  if (close <= line_end)  // the bracket closes on the last pair's line
    return {{end, end}, ",\n" + indent + pair, {}};
  return {{end, line_end}, (comma ? "" : ",") + std::string(rest) + "\n" + indent + pair + ",", {}};
}

std::optional<SettingsEdit> edit_of(std::string_view toml, const std::string& pair) {
  const toml::table root = notes::parse_toml(toml);
  const notes::Text text{std::string(toml)};
  const std::string list = "different = [\n  " + pair + ",\n]\n";
  const toml::node* said = root.get("duplicates");
  if (!said) {
    std::string with = toml.empty() || toml.ends_with('\n') ? "" : "\n";
    if (!toml.empty()) with += "\n";
    return SettingsEdit{{text.size(), text.size()}, with + "[duplicates]\n" + list, {}};
  }
  const toml::table* duplicates = said->as_table();
  if (!duplicates || duplicates->is_inline()) return std::nullopt;
  if (const toml::node* different = duplicates->get("different")) {
    const toml::array* pairs = different->as_array();
    return pairs ? std::optional(add_to(text, *pairs, pair)) : std::nullopt;
  }
  const Range header = text.line(text.line_of(offset_of(text, duplicates->source().begin)));
  const bool is_header = notes::trim(text.slice(header)).starts_with('[');
  const uint32_t next = text.line_of(header.begin) + 1 < text.line_count()
                            ? text.line(text.line_of(header.begin) + 1).begin
                            : text.size();
  const std::string before = next == header.end ? "\n" : "";
  return SettingsEdit{{next, next}, before + (is_header ? "" : "duplicates.") + list, {}};
}

size_t pairs_in(std::string_view toml) {
  const toml::table root = notes::parse_toml(toml);
  const toml::array* pairs = root["duplicates"]["different"].as_array();
  return pairs ? pairs->size() : 0;
}

}  // namespace

std::optional<SettingsEdit> declare_different(std::string_view toml,
                                              const std::pair<std::string, std::string>& names) {
  try {
    std::optional<SettingsEdit> edit = edit_of(toml, pair_of(names));
    if (!edit) return std::nullopt;
    edit->text = std::string(toml.substr(0, edit->range.begin)) + edit->with +
                 std::string(toml.substr(edit->range.end));
    // However it was written, what comes of it has to be that and one pair more.
    if (pairs_in(edit->text) != pairs_in(toml) + 1) return std::nullopt;
    return edit;
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace server
