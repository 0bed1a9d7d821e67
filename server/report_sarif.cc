#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "protocol/uri.h"
#include "report.h"
#include "rules.h"

namespace server {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(features::Severity severity) {
  switch (severity) {
    case features::Severity::kError:
      return "error";
    case features::Severity::kWarning:
      return "warning";
    case features::Severity::kInformation:
    case features::Severity::kHint:
      return "note";
  }
  return "none";
}

// Braces stand for arguments in SARIF's messages, and `[text](1)` for a link (section 3.11).
Json message(std::string_view text) {
  std::string out;
  const bool links = text.find("](") != std::string_view::npos;
  for (const char c : text) {
    if (c == '{' || c == '}') out += c;
    if (links && (c == '[' || c == ']' || c == '\\')) out += '\\';
    out += c;
  }
  return {{"text", std::move(out)}};
}

// Relative to where the program was started, which a base names.
Json location(const Report& report, const FoundAt& at) {
  const std::string path = report.path_of(at);
  Json artifact;
  if (path.starts_with('/')) {
    artifact["uri"] = protocol::uri_of_path(path);
  } else {
    artifact["uri"] = protocol::uri_of_path("/" + path).substr(std::string_view("file:///").size());
    artifact["uriBaseId"] = "%SRCROOT%";
  }
  return {{"artifactLocation", std::move(artifact)},
          {"region",
           {{"startLine", at.line},
            {"startColumn", at.column},
            {"endLine", at.end_line},
            {"endColumn", at.end_column}}}};
}

Json rule_json(const Rule& rule) {
  return {{"id", rule.code},
          {"name", rule.name},
          {"shortDescription", {{"text", rule.what}}},
          {"fullDescription", {{"text", rule.what}}},
          {"help", {{"text", rule.help}}},
          {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
          {"properties", {{"tags", {rule.kind}}}}};
}

// FNV-1a. Equal findings are told apart by their order among themselves.
std::string fingerprint(const Finding& finding, std::map<uint64_t, int>& seen) {
  uint64_t hash = 0xCBF29CE484222325;
  const auto add = [&hash](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  };
  for (const std::string& name : finding.names) {
    add(name);
    add("\n");
  }
  char out[40];
  std::snprintf(out, sizeof out, "%016llx:%d", static_cast<unsigned long long>(hash), ++seen[hash]);
  return out;
}

}  // namespace

void write_sarif(const Report& report, std::ostream& out) {
  Json rules_json = Json::array();
  for (const Rule& rule : rules()) rules_json.push_back(rule_json(rule));

  Json results = Json::array();
  std::map<uint64_t, int> seen;
  for (const Finding& finding : report.findings) {
    Json result{{"ruleId", finding.code}};
    if (const size_t rule = rule_of(finding.code); rule < rules().size())
      result["ruleIndex"] = rule;
    result["level"] = level_of(finding.severity);
    result["message"] = message(finding.message);
    result["locations"] = Json::array({{{"physicalLocation", location(report, finding.at)}}});
    Json related = Json::array();
    for (const FoundRelated& one : finding.related)
      related.push_back({{"id", related.size() + 1},
                         {"physicalLocation", location(report, one.at)},
                         {"message", message(one.message)}});
    if (!related.empty()) result["relatedLocations"] = std::move(related);
    result["partialFingerprints"] = {{"papernotes/v1", fingerprint(finding, seen)}};
    results.push_back(std::move(result));
  }

  const std::string base = protocol::uri_of_path(report.base);
  Json driver{{"name", "papernotes"},
              {"version", PAPERNOTES_VERSION},
              {"semanticVersion", PAPERNOTES_VERSION},
              {"rules", std::move(rules_json)}};
  Json run{
      {"tool", {{"driver", std::move(driver)}}},
      {"columnKind", "unicodeCodePoints"},
      {"originalUriBaseIds", {{"%SRCROOT%", {{"uri", base.ends_with('/') ? base : base + "/"}}}}},
      {"results", std::move(results)}};
  const Json log{{"$schema",
                  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                  "sarif-schema-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({std::move(run)})}};
  out << log.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace server
