// Findings written down: for people, for programs, and for the two forms that continuous
// integration knows. One file each. Pure but for the stream: any thread.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings.h"

namespace server {

enum class Format { kText, kJson, kSarif, kGithub };
std::optional<Format> format_named(std::string_view name);  // "text", "json", "sarif", "github"

struct Report {
  std::vector<Finding> findings;
  // Absolute: programs are told paths relative to where they were started, which for GitHub is the
  // repository. What is not below it keeps its whole path.
  std::string base;

  std::string path_of(const FoundAt& at) const;
};

void write(const Report& report, Format format, std::ostream& out);

// `path:line:column: severity: message [code]`, paths relative to their root; places that belong to
// it follow, indented.
void write_text(const Report& report, std::ostream& out);
// `{"version": 1, "findings": […]}`.
void write_json(const Report& report, std::ostream& out);
// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
void write_sarif(const Report& report, std::ostream& out);
// Workflow commands of GitHub Actions, which mark lines of a pull request
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
void write_github(const Report& report, std::ostream& out);

}  // namespace server
