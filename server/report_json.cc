#include <nlohmann/json.hpp>
#include <ostream>

#include "report.h"

namespace server {
namespace {

using Json = nlohmann::ordered_json;

Json place(const Report& report, const FoundAt& at) {
  return {{"path", report.path_of(at)},
          {"line", at.line},
          {"column", at.column},
          {"endLine", at.end_line},
          {"endColumn", at.end_column}};
}

}  // namespace

void write_json(const Report& report, std::ostream& out) {
  Json findings = Json::array();
  for (const Finding& finding : report.findings) {
    Json item = place(report, finding.at);
    item["severity"] = name_of(finding.severity);
    item["code"] = finding.code;
    item["message"] = finding.message;
    item["related"] = Json::array();
    for (const FoundRelated& related : finding.related) {
      item["related"].push_back(place(report, related.at));
      item["related"].back()["message"] = related.message;
    }
    findings.push_back(std::move(item));
  }
  out << Json{{"version", 1}, {"findings", std::move(findings)}}.dump(
             2, ' ', false, Json::error_handler_t::replace)
      << "\n";
}

}  // namespace server
