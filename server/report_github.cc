#include <ostream>

#include "report.h"

namespace server {
namespace {

// GitHub knows three levels; a hint is its least.
std::string_view command_of(features::Severity severity) {
  switch (severity) {
    case features::Severity::kError:
      return "error";
    case features::Severity::kWarning:
      return "warning";
    case features::Severity::kInformation:
    case features::Severity::kHint:
      return "notice";
  }
  return "notice";
}

// What ends a command or a property of one is written by its code, as GitHub's own toolkit does.
std::string escaped(std::string_view text, std::string_view also = "") {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos) {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
  return out;
}

std::string property(std::string_view text) { return escaped(text, ":,"); }

}  // namespace

void write_github(const Report& report, std::ostream& out) {
  for (const Finding& finding : report.findings) {
    const FoundAt& at = finding.at;
    out << "::" << command_of(finding.severity) << " file=" << property(report.path_of(at))
        << ",line=" << at.line << ",endLine=" << at.end_line;
    // Columns of a range over several lines are refused.
    if (at.line == at.end_line) out << ",col=" << at.column << ",endColumn=" << at.end_column;
    std::string message = finding.message;
    for (const FoundRelated& related : finding.related) message += "\n" + related.message;
    out << ",title=" << property("papernotes " + finding.code) << "::" << escaped(message) << "\n";
  }
}

}  // namespace server
