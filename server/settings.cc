#include "settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "notes/key.h"
#include "notes/toml_text.h"
#include "notes/unicode.h"

namespace server {
namespace {

using Json = nlohmann::json;

// One setting: where it is found and how it is taken over; false when the value is of no use.
struct Setting {
  std::string_view table;
  std::string_view name;
  bool (*take)(const Json& value, Settings& settings);
};

bool take_flag(const Json& value, bool& out) {
  if (!value.is_boolean()) return false;
  out = value.get<bool>();
  return true;
}

bool take_number(const Json& value, int64_t least, int64_t most, int64_t& out) {
  if (!value.is_number_integer()) return false;
  const int64_t number = value.get<int64_t>();
  if (number < least || number > most) return false;
  out = number;
  return true;
}

// Texts that say something; not one of them may be of another kind.
bool take_texts(const Json& value, std::vector<std::string>& out) {
  if (!value.is_array()) return false;
  std::vector<std::string> texts;
  for (const Json& one : value) {
    if (!one.is_string()) return false;
    texts.emplace_back(notes::trim(one.get_ref<const std::string&>()));
    if (texts.back().empty()) return false;
  }
  out = std::move(texts);
  return true;
}

bool take_keys(const Json& value, std::string (*key_of)(std::string_view),
               std::vector<std::string>& out) {
  std::vector<std::string> texts;
  if (!take_texts(value, texts)) return false;
  for (std::string& text : texts) text = key_of(text);
  out = std::move(texts);
  return true;
}

bool take_ignored(const Json& value, Settings& settings) {
  std::vector<std::string> patterns;
  if (!take_texts(value, patterns)) return false;
  settings.reading.ignored = {};
  for (const std::string& pattern : patterns) settings.reading.ignored.add(pattern);
  return true;
}

bool take_suffixes(const Json& value, Settings& settings) {
  std::vector<std::string> suffixes;
  if (!take_keys(
          value, [](std::string_view suffix) { return notes::fold_case(suffix); }, suffixes))
    return false;
  for (const std::string& suffix : suffixes)
    if (!suffix.starts_with('.') || suffix.size() < 2 || suffix.find('/') != std::string::npos)
      return false;
  if (suffixes.empty()) return false;
  settings.reading.suffixes = std::move(suffixes);
  return true;
}

bool take_different(const Json& value, Settings& settings) {
  if (!value.is_array()) return false;
  notes::DifferentWorks works;
  for (const Json& one : value) {
    std::vector<std::string> pair;
    if (!take_texts(one, pair) || pair.size() != 2 || !works.add(pair[0], pair[1])) return false;
  }
  settings.reading.different_works = std::move(works);
  return true;
}

template <notes::Relation kRelation>
bool take_notice(const Json& value, Settings& settings) {
  using notes::Notice;
  constexpr std::pair<std::string_view, Notice> kNotices[] = {{"off", Notice::kOff},
                                                              {"hint", Notice::kHint},
                                                              {"information", Notice::kInformation},
                                                              {"warning", Notice::kWarning}};
  if (!value.is_string()) return false;
  for (const auto& [name, notice] : kNotices) {
    if (value.get_ref<const std::string&>() != name) continue;
    settings.reading.notices[kRelation] = notice;
    return true;
  }
  return false;
}

constexpr Setting kSettings[] = {
    {"diagnostics", "enable",
     [](const Json& value, Settings& settings) { return take_flag(value, settings.diagnostics); }},
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
    {"notes", "ignore", take_ignored},
    {"notes", "gitignore",
     [](const Json& value, Settings& settings) {
       return take_flag(value, settings.reading.gitignore);
     }},
    {"notes", "suffixes", take_suffixes},
    {"tags", "inline",
     [](const Json& value, Settings& settings) {
       return take_flag(value, settings.reading.inline_tags);
     }},
    {"tags", "never",
     [](const Json& value, Settings& settings) {
       return take_keys(
           value,
           [](std::string_view tag) { return notes::tag_key(tag.substr(tag.starts_with('#'))); },
           settings.reading.never_tags);
     }},
    {"references", "headings",
     [](const Json& value, Settings& settings) {
       return take_keys(value, notes::Reading::heading_key, settings.reading.reference_headings);
     }},
    {"titles", "markers",
     [](const Json& value, Settings& settings) {
       return take_texts(value, settings.reading.title_markers);
     }},
    {"duplicates", "different", take_different},
    {"duplicates", "same_work", take_notice<notes::Relation::kSameWork>},
    {"duplicates", "other_version", take_notice<notes::Relation::kOtherVersion>},
    {"duplicates", "identifier_conflict", take_notice<notes::Relation::kIdentifierConflict>},
    {"duplicates", "cross_listing", take_notice<notes::Relation::kCrossListing>},
};

// What belongs to the editor's side alone and is sent along with the rest.
bool is_client_side(std::string_view table) {
  return table == "server" || table == "trace" || table == "diagnosticMode";
}

// A sentence about a table of settings, or one setting in it.
struct Complaint {
  std::string table;
  std::string name;
  std::string sentence;
};

std::string shown(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<Complaint> apply(const Json& root, bool from_editor, Settings& settings) {
  std::vector<Complaint> trouble;
  if (root.is_null()) return trouble;
  if (!root.is_object()) return {{"", "", "the settings are not a table of settings"}};
  for (const auto& table_item : root.items()) {
    const std::string& table = table_item.key();
    const Json& values = table_item.value();
    if (from_editor && is_client_side(table)) continue;
    const bool known_table = std::any_of(std::begin(kSettings), std::end(kSettings),
                                         [&](const Setting& s) { return s.table == table; });
    if (!known_table || !values.is_object()) {
      trouble.push_back({table, "",
                         known_table ? table + " is a table of settings, not " + shown(values)
                                     : "unknown setting " + table});
      continue;
    }
    for (const auto& item : values.items()) {
      const std::string& name = item.key();
      const Json& value = item.value();
      const auto setting =
          std::find_if(std::begin(kSettings), std::end(kSettings),
                       [&](const Setting& s) { return s.table == table && s.name == name; });
      if (setting == std::end(kSettings))
        trouble.push_back({table, name, "unknown setting " + table + "." + name});
      else if (!value.is_null() && !setting->take(value, settings))
        trouble.push_back({table, name, table + "." + name + " cannot be " + shown(value)});
    }
  }
  return trouble;
}

// The line, from 0, of the setting, or of the table that should hold settings.
uint32_t line_of(const toml::table& root, const Complaint& about) {
  uint32_t line = 0;
  const toml::table* in = &root;
  for (const std::string& name : {about.table, about.name}) {
    if (!in || name.empty()) break;
    const auto found = in->find(name);
    if (found == in->end()) break;
    line = found->first.source().begin.line;
    in = found->second.as_table();
  }
  return line > 0 ? line - 1 : 0;
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

std::vector<Trouble> apply_toml(std::string_view text, Settings& settings) {
  try {
    const toml::table table = notes::parse_toml(text);
    std::ostringstream json;
    json << toml::json_formatter(table);
    std::vector<Trouble> trouble;
    for (Complaint& one : apply(Json::parse(json.str(), nullptr, false), false, settings))
      trouble.push_back({line_of(table, one), std::move(one.sentence)});
    std::stable_sort(trouble.begin(), trouble.end(),
                     [](const Trouble& a, const Trouble& b) { return a.line < b.line; });
    return trouble;
  } catch (const toml::parse_error& error) {
    const uint32_t line = error.source().begin.line;
    return {{line > 0 ? line - 1 : 0, std::string(error.description())}};
  }
}

std::vector<std::string> apply_json(std::string_view json, Settings& settings) {
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) return {"the settings are not JSON"};
  std::vector<std::string> sentences;
  for (Complaint& one : apply(root, true, settings)) sentences.push_back(std::move(one.sentence));
  return sentences;
}

}  // namespace server
