// yaml_by_library of yaml.h.
#include "notes/yaml.h"

#include <yaml-cpp/yaml.h>

#include <exception>

namespace notes {
namespace {

// Where a scalar that starts at `at` is written: its bytes without quotes.
Range written(std::string_view body, size_t at, const std::string& value) {
  // The library's marks count bytes as it decodes them, which is not always as they are.
  while (at < body.size() && (static_cast<unsigned char>(body[at]) & 0xC0) == 0x80) ++at;
  if (at >= body.size()) return {};
  const uint32_t begin = static_cast<uint32_t>(at);
  if (body[at] == '"' || body[at] == '\'') {
    size_t close = at + 1;
    while (close < body.size() && body[close] != body[at])
      close += body[close] == '\\' && body[at] == '"' ? 2 : 1;
    if (close >= body.size()) throw YAML::Exception(YAML::Mark::null_mark(), "an open quote");
    return {begin + 1, static_cast<uint32_t>(close)};
  }
  if (body.substr(at).starts_with(value))
    return {begin, begin + static_cast<uint32_t>(value.size())};
  return {begin, begin};
}

FrontMatter load(std::string_view body) {
  FrontMatter out;
  const YAML::Node root = YAML::Load(std::string(body));
  if (!root.IsMap()) return out;
  const auto value_of = [&](const YAML::Node& node) {
    FrontMatterValue value;
    value.text = node.Scalar();
    const int at = node.Mark().pos;
    if (at >= 0) value.range = written(body, static_cast<size_t>(at), value.text);
    return value;
  };
  for (const auto& pair : root) {
    if (!pair.first.IsScalar()) continue;
    FrontMatterField field;
    field.key = front_matter_key(pair.first.Scalar());
    field.key_range = value_of(pair.first).range;
    if (pair.second.IsScalar()) {
      field.values.push_back(value_of(pair.second));
    } else if (pair.second.IsSequence()) {
      field.is_list = true;
      for (const YAML::Node& item : pair.second) {
        if (item.IsScalar()) field.values.push_back(value_of(item));
        // `[[name]]` unquoted is a list in a list; `{name: X}` a person.
        else if (item.IsSequence() && item.size() == 1 && item[0].IsScalar())
          field.values.push_back(value_of(item[0]));
        else if (item.IsSequence() && item.size() == 1 && item[0].IsSequence() &&
                 item[0].size() == 1 && item[0][0].IsScalar())
          field.values.push_back(value_of(item[0][0]));
        else if (item.IsMap() && item["name"] && item["name"].IsScalar())
          field.values.push_back(value_of(item["name"]));
      }
    }
    out.fields.push_back(std::move(field));
  }
  return out;
}

}  // namespace

FrontMatter yaml_by_library(std::string_view body) {
  try {
    return load(body);
  } catch (const std::exception&) {  // broken YAML, most often an unquoted colon
    return {};
  }
}

}  // namespace notes
