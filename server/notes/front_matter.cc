#include "notes/front_matter.h"

#include <algorithm>
#include <optional>
#include <set>

#include "notes/front_matter_language.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// The bytes between the fences, and where they start.
Range body_of(std::string_view text) {
  const uint32_t open = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const uint32_t begin = line_at(text, open).next;
  uint32_t end = begin;
  for (uint32_t at = begin; at < text.size();) {
    const LineSpan line = line_at(text, at);
    end = at;
    at = line.next;
    if (line.next == line.range.begin) break;
  }
  return {begin, end};
}

// The last line when there are fewer.
Range nth_line(std::string_view text, uint32_t number) {
  LineSpan line = line_at(text, 0);
  while (number-- > 0 && line.next < text.size()) line = line_at(text, line.next);
  return line.range;
}

// What a program fills in later is nobody's mistake.
bool is_template(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("<%") != std::string_view::npos;
}

void find_duplicates(FrontMatter& out) {
  std::set<std::string_view> seen;
  for (const FrontMatterField& field : out.fields)
    if (!seen.insert(field.key).second)
      out.troubles.push_back({FrontMatterTrouble::Kind::kDuplicateKey, field.key_range, field.key});
}

}  // namespace

std::string front_matter_key(std::string_view written) {
  std::string out = fold(trim(written));
  for (char& c : out)
    if (c == '-' || c == ' ') c = '_';
  return out;
}

const FrontMatterField* FrontMatter::find(std::string_view key) const {
  const auto it = std::find_if(fields.begin(), fields.end(), [&](const FrontMatterField& field) {
    return field.key == key && !field.values.empty();
  });
  return it == fields.end() ? nullptr : &*it;
}

std::string_view FrontMatter::text_of(std::initializer_list<std::string_view> keys) const {
  for (std::string_view key : keys) {
    const FrontMatterField* field = find(key);
    if (field && !trim(field->values.front().text).empty()) return trim(field->values.front().text);
  }
  return {};
}

FrontMatter read_front_matter(std::string_view text) {
  const Range body = body_of(text);
  const std::string_view bytes = view(text, body);
  const bool toml = text[text.find_first_of("-+")] == '+';
  FrontMatter out;
  try {
    std::optional<FrontMatter> plain = toml ? std::nullopt : plain_yaml(bytes);
    out = plain ? *std::move(plain) : toml ? read_toml_fields(bytes) : read_yaml_fields(bytes);
  } catch (const FrontMatterError& error) {  // most often an unquoted colon
    out = read_fields_by_line(bytes, toml ? '=' : ':');
    if (!is_template(bytes))
      out.troubles.push_back({FrontMatterTrouble::Kind::kUnreadable,
                              trimmed(bytes, nth_line(bytes, error.line)),
                              valid_utf8(error.reason)});
  }
  find_duplicates(out);
  const Range last = trimmed(text, {body.end, static_cast<uint32_t>(text.size())});
  if (const std::string_view fence = trim(view(text, last)); fence.starts_with("----"))
    out.troubles.push_back(
        {FrontMatterTrouble::Kind::kUnreadable,
         {body.end - body.begin, body.end - body.begin + static_cast<uint32_t>(fence.size())},
         "its last line has more than three dashes"});
  for (FrontMatterTrouble& trouble : out.troubles)
    trouble.range = trouble.range.shifted(body.begin);
  for (FrontMatterField& field : out.fields) {
    field.key_range = field.key_range.shifted(body.begin);
    for (FrontMatterValue& value : field.values) {
      value.range = value.range.shifted(body.begin);
      value.text = valid_utf8(std::move(value.text));
    }
  }
  for (size_t i = 0; i < out.fields.size(); ++i) {
    const uint32_t end = i + 1 < out.fields.size() ? out.fields[i + 1].key_range.begin : body.end;
    out.fields[i].range = {out.fields[i].key_range.begin,
                           std::max(end, out.fields[i].key_range.end)};
  }
  return out;
}

}  // namespace notes
