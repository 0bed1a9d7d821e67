#include "settings.h"

#include <toml++/toml.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace server {
namespace {

using Json = nlohmann::json;

// One setting: where it is found and how it is taken over; false when the value is of no use.
struct Setting {
  std::string_view table;
  std::string_view name;
  bool (*take)(const Json& value, Settings& settings);
};

bool take_number(const Json& value, int64_t least, int64_t most, int64_t& out) {
  if (!value.is_number_integer()) return false;
  const int64_t number = value.get<int64_t>();
  if (number < least || number > most) return false;
  out = number;
  return true;
}

constexpr Setting kSettings[] = {
    {"diagnostics", "enable",
     [](const Json& value, Settings& settings) {
       if (!value.is_boolean()) return false;
       settings.diagnostics = value.get<bool>();
       return true;
     }},
    {"diagnostics", "delay",
     [](const Json& value, Settings& settings) {
       int64_t number = 0;
       if (!take_number(value, 0, 10000, number)) return false;
       settings.delay = std::chrono::milliseconds(number);
       return true;
     }},
    {"completion", "limit",
     [](const Json& value, Settings& settings) {
       int64_t number = 0;
       if (!take_number(value, 1, 10000, number)) return false;
       settings.completion_limit = static_cast<int>(number);
       return true;
     }},
};

// What belongs to the editor's side alone and is sent along with the rest.
bool is_client_side(std::string_view table) {
  return table == "server" || table == "trace" || table == "diagnosticMode";
}

std::vector<std::string> apply(const Json& root, bool from_editor, Settings& settings) {
  std::vector<std::string> trouble;
  if (root.is_null()) return trouble;
  if (!root.is_object()) return {"the settings are not a table of settings"};
  for (const auto& [table, values] : root.items()) {
    if (from_editor && is_client_side(table)) continue;
    if (!values.is_object()) {
      trouble.push_back("unknown setting " + table);
      continue;
    }
    for (const auto& [name, value] : values.items()) {
      bool known = false;
      for (const Setting& setting : kSettings) {
        if (setting.table != table || setting.name != name) continue;
        known = true;
        if (!value.is_null() && !setting.take(value, settings))
          trouble.push_back(table + "." + name + " cannot be " +
                            value.dump(-1, ' ', false, Json::error_handler_t::replace));
      }
      if (!known) trouble.push_back("unknown setting " + table + "." + name);
    }
  }
  return trouble;
}

}  // namespace

std::string section_of(std::string_view json) {
  const Json root = Json::parse(json, nullptr, false);
  if (!root.is_object()) return "null";
  const auto section = root.find(kSettingsSection);
  return section == root.end() ? std::string(json)
                               : section->dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string string_in(std::string_view json, std::string_view member) {
  const Json root = Json::parse(json, nullptr, false);
  if (!root.is_object()) return {};
  const auto found = root.find(member);
  return found != root.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> apply_toml(std::string_view text, Settings& settings) {
  try {
    const toml::table table = toml::parse(text);
    std::ostringstream json;
    json << toml::json_formatter(table);
    return apply(Json::parse(json.str(), nullptr, false), false, settings);
  } catch (const toml::parse_error& error) {
    return {std::string(kSettingsFile) + ":" + std::to_string(error.source().begin.line) + ": " +
            std::string(error.description())};
  }
}

std::vector<std::string> apply_json(std::string_view json, Settings& settings) {
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) return {"the settings are not JSON"};
  return apply(root, true, settings);
}

}  // namespace server
