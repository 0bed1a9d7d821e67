#include "baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace server {

using Json = nlohmann::ordered_json;

namespace {

// `duplicate-entry a.md "adam" b.md "adam"`, as find_all() names a finding.
struct Name {
  std::string without_paths;
  std::vector<std::string_view> paths;
};

Name parts_of(std::string_view name) {
  const size_t code = std::min(name.find(' '), name.size());
  Name out{std::string(name.substr(0, code)), {}};
  for (size_t at = code + 1; at < name.size();) {
    const size_t open = name.find(" \"", at);
    if (open == std::string_view::npos) break;
    const size_t close = std::min(name.find('"', open + 2), name.size() - 1);
    out.paths.push_back(name.substr(at, open - at));
    out.without_paths += name.substr(open, close + 1 - open);
    at = close + 2;
  }
  return out;
}

// Whether all of the names are among the counted; if so they are counted no more.
bool take(const std::vector<std::string>& names, std::map<std::string, size_t, std::less<>>& from) {
  std::map<std::string_view, size_t> needed;
  for (const std::string& name : names) ++needed[name];
  for (const auto& [name, count] : needed)
    if (const auto found = from.find(name); found == from.end() || found->second < count)
      return false;
  for (const auto& [name, count] : needed) from.find(name)->second -= count;
  return true;
}

}  // namespace

Baseline::Baseline(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings)
    for (const std::string& name : finding.names) ++known_[name];
}

Baseline Baseline::from_text(std::string_view text) {
  const Json root = Json::parse(text, nullptr, false);
  if (!root.is_object() || !root.contains("version") || !root.contains("known") ||
      !root["known"].is_array())
    throw std::runtime_error("it is no baseline");
  if (root["version"] != 1) throw std::runtime_error("it is of another version");
  Baseline out;
  for (const Json& name : root["known"]) {
    if (!name.is_string()) throw std::runtime_error("it is no baseline");
    ++out.known_[name.get<std::string>()];
  }
  return out;
}

std::string Baseline::to_text() const {
  Json known = Json::array();
  for (const auto& [name, count] : known_)
    for (size_t i = 0; i < count; ++i) known.push_back(name);
  return Json{{"version", 1}, {"known", std::move(known)}}.dump(2, ' ', false,
                                                                Json::error_handler_t::replace) +
         "\n";
}

std::vector<Finding> Baseline::new_in(std::vector<Finding> findings,
                                      const std::set<std::string, std::less<>>& notes) const {
  Counts left = known_;
  std::erase_if(findings, [&](const Finding& finding) { return take(finding.names, left); });
  Counts moved;
  for (const auto& [name, count] : left)
    if (const Name parts = parts_of(name); !std::ranges::all_of(
            parts.paths, [&](std::string_view path) { return notes.contains(path); }))
      moved[parts.without_paths] += count;
  std::erase_if(findings, [&](const Finding& finding) {
    std::vector<std::string> names;
    for (const std::string& name : finding.names) names.push_back(parts_of(name).without_paths);
    return take(names, moved);
  });
  return findings;
}

}  // namespace server
