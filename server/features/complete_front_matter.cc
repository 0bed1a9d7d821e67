#include "features/complete_front_matter.h"

#include <algorithm>
#include <array>

#include "notes/lines.h"
#include "notes/unicode.h"

namespace features {

using notes::Range;

namespace {

constexpr size_t kLongestWayUp = 400;  // lines between a key and its last item

enum class Shape : uint8_t { kBlockItem, kFlowItem, kScalar };

struct Field {
  uint32_t key_line = 0;     // where its line begins
  uint32_t value_begin = 0;  // behind the `:` or `=`
  bool is_toml = false;
};

bool holds_tags(std::string_view key) {
  constexpr std::array<std::string_view, 6> kKeys = {"tags",    "tag",    "keywords",
                                                     "keyword", "topics", "topic"};
  std::string folded = notes::fold(notes::trim(key));
  return std::find(kKeys.begin(), kKeys.end(), folded) != kKeys.end();
}

bool is_blank_or_item(std::string_view line) {
  return line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '-' || line[0] == '#' ||
         line[0] == ']' || line[0] == '"' || line[0] == '\'';
}

// The field that the line belongs to, found by walking up to the nearest line that begins a key.
std::optional<Field> field_of(const CursorLine& line) {
  uint32_t begin = line.range.begin;
  for (size_t steps = 0; steps < kLongestWayUp; ++steps) {
    const notes::LineSpan here = notes::line_at(line.text, begin);
    const std::string_view text = notes::view(line.text, here.range);
    if (text.starts_with("---") || text.starts_with("+++")) return std::nullopt;
    if (!is_blank_or_item(text)) {
      const size_t sign = text.find_first_of(":=");
      if (sign == std::string_view::npos || !holds_tags(text.substr(0, sign))) return std::nullopt;
      return Field{begin, begin + static_cast<uint32_t>(sign) + 1, text[sign] == '='};
    }
    if (begin == 0) return std::nullopt;
    uint32_t end = begin - 1;  // of the line before, or in the middle of its CRLF
    if (end > 0 && line.text[end] == '\n' && line.text[end - 1] == '\r') --end;
    begin = end;
    while (begin > 0 && line.text[begin - 1] != '\n' && line.text[begin - 1] != '\r') --begin;
  }
  return std::nullopt;
}

// The part between separators that the cursor is in; separators inside quotes do not count.
Range part_at(const CursorLine& line, Range within, std::string_view separators) {
  Range part{within.begin, within.end};
  char quote = 0;
  bool is_start = true;  // of a part: only there a quote opens
  for (uint32_t i = within.begin; i < within.end; ++i) {
    const char c = line.text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (is_start && (c == '"' || c == '\'')) {
      quote = c;
    } else if (separators.find(c) != std::string_view::npos) {
      if (i >= line.cursor) {
        part.end = i;
        break;
      }
      part.begin = i + 1;
      is_start = true;
      continue;
    }
    if (!notes::is_blank_char(c)) is_start = false;
  }
  return part;
}

// The value without the space around it; the cursor stays in it, so a value not yet begun is where
// the cursor is.
Range value_in(const CursorLine& line, Range part) {
  Range value = notes::trimmed(line.text, part);
  if (value.empty()) return {line.cursor, line.cursor};
  value.begin = std::min(value.begin, line.cursor);
  value.end = std::max(value.end, line.cursor);
  return value;
}

bool needs_quotes(std::string_view name, bool in_flow) {
  if (name.empty() || name != notes::trim(name)) return true;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`=~").find(name[0]) != std::string_view::npos)
    return true;
  if (name.find(": ") != std::string_view::npos || name.ends_with(':')) return true;
  if (name.find(" #") != std::string_view::npos) return true;
  if (in_flow && name.find_first_of(",[]{}") != std::string_view::npos) return true;
  if (std::any_of(name.begin(), name.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
    return true;
  constexpr std::array<std::string_view, 9> kWords = {"true", "false", "yes", "no", "on",
                                                      "off",  "null",  "y",   "n"};
  const std::string folded = notes::fold(name);
  if (std::find(kWords.begin(), kWords.end(), folded) != kWords.end()) return true;
  // A number or a date.
  return name[0] != '-' &&
         std::string_view("0123456789+.").find(name[0]) != std::string_view::npos &&
         name.find_first_not_of("0123456789+-._:eExXabcdfABCDFoOTZ ") == std::string_view::npos;
}

std::string quoted(std::string_view name, char quote) {
  std::string out(1, quote);
  for (const char c : name) {
    if (c == quote) out += quote == '"' ? '\\' : '\'';
    if (c == '\\' && quote == '"') out += '\\';
    out += c;
  }
  return out + quote;
}

}  // namespace

std::string yaml_value(std::string_view name, bool in_flow, char quote) {
  if (quote != 0) return quoted(name, quote);
  return needs_quotes(name, in_flow) ? quoted(name, '"') : std::string(name);
}

std::optional<TagQuestion> front_matter_tag_at(const CursorLine& line) {
  const auto field = field_of(line);
  if (!field) return std::nullopt;
  const bool on_key_line = field->key_line == line.range.begin;
  const Range rest{on_key_line ? field->value_begin : line.range.begin, line.range.end};
  if (line.cursor < rest.begin) return std::nullopt;
  const std::string_view value_line =
      notes::view(line.text, notes::line_at(line.text, field->key_line).range)
          .substr(field->value_begin - field->key_line);
  const bool is_flow = notes::trim(value_line).starts_with('[');

  const Range content = notes::trimmed(line.text, rest);
  Shape shape = Shape::kScalar;
  Range part = rest;
  if (is_flow) {
    shape = Shape::kFlowItem;
    part = part_at(line, rest, ",[]");
    // Before the list or behind it is no item.
    const std::string_view before = line.slice(rest.begin, line.cursor);
    if (on_key_line && before.find('[') == std::string_view::npos) return std::nullopt;
    if (part.begin > rest.begin && line.text[part.begin - 1] == ']') return std::nullopt;
  } else if (!on_key_line) {
    if (content.empty() || line.text[content.begin] != '-') return std::nullopt;
    shape = Shape::kBlockItem;
    part.begin = content.begin + 1;
  } else if (content.empty() ||
             std::string_view("|>&*!").find(line.text[content.begin]) == std::string_view::npos) {
    if (notes::view(line.text, content).find(',') != std::string_view::npos) {
      part = part_at(line, rest, ",;");
    }
  } else {
    return std::nullopt;
  }
  // YAML wants a space behind `-` and `:`.
  if (shape != Shape::kFlowItem && line.cursor == part.begin && line.text[part.begin - 1] != ',' &&
      line.text[part.begin - 1] != ';')
    return std::nullopt;
  if (line.cursor < part.begin || line.cursor > part.end) return std::nullopt;

  TagQuestion out;
  out.edit = value_in(line, part);
  out.cursor = line.cursor;
  out.query_begin = out.edit.begin;
  char quote = 0;
  if (out.query_begin < line.cursor &&
      (line.text[out.query_begin] == '"' || line.text[out.query_begin] == '\'')) {
    quote = line.text[out.query_begin++];
  }
  if (out.query_begin < line.cursor && line.text[out.query_begin] == '#') ++out.query_begin;
  if (field->is_toml && quote == 0) quote = '"';
  const bool in_flow = shape == Shape::kFlowItem;
  out.write = [in_flow, quote](const std::string& name) {
    return yaml_value(name, in_flow, quote);
  };
  return out;
}

}  // namespace features
