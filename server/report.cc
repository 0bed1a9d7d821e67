#include "report.h"

#include "notes/path.h"

namespace server {

std::optional<Format> format_named(std::string_view name) {
  if (name == "text") return Format::kText;
  if (name == "json") return Format::kJson;
  if (name == "sarif") return Format::kSarif;
  if (name == "github") return Format::kGithub;
  return std::nullopt;
}

std::string Report::path_of(const FoundAt& at) const {
  if (at.path == base || !notes::is_below(at.path, base)) return at.path;
  return at.path.substr(base == "/" ? 1 : base.size() + 1);
}

void write(const Report& report, Format format, std::ostream& out) {
  switch (format) {
    case Format::kText:
      return write_text(report, out);
    case Format::kJson:
      return write_json(report, out);
    case Format::kSarif:
      return write_sarif(report, out);
    case Format::kGithub:
      return write_github(report, out);
  }
}

}  // namespace server
