#include "baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace server {

using Json = nlohmann::ordered_json;

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

std::vector<Finding> Baseline::new_in(std::vector<Finding> findings) const {
  Counts left = known_;
  std::erase_if(findings, [&](const Finding& finding) {
    std::map<std::string_view, size_t> needed;
    for (const std::string& name : finding.names) ++needed[name];
    for (const auto& [name, count] : needed)
      if (const auto found = left.find(name); found == left.end() || found->second < count)
        return false;
    for (const auto& [name, count] : needed) left.find(name)->second -= count;
    return true;
  });
  return findings;
}

}  // namespace server
