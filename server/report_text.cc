#include <ostream>

#include "report.h"

namespace server {
namespace {

std::ostream& operator<<(std::ostream& out, const FoundAt& at) {
  return out << at.shown << ':' << at.line << ':' << at.column;
}

}  // namespace

void write_text(const Report& report, std::ostream& out) {
  for (const Finding& finding : report.findings) {
    out << finding.at << ": " << name_of(finding.severity) << ": " << finding.message << " ["
        << finding.code << "]\n";
    for (const FoundRelated& related : finding.related)
      out << "  " << related.at << ": " << related.message << "\n";
  }
}

}  // namespace server
