#include "check.h"

#include <algorithm>
#include <set>

#include "rules.h"

namespace server {

std::vector<Finding> find(const notes::Snapshot& vault, const CheckOptions& options) {
  std::vector<Finding> findings = find_all(vault);
  if (!options.only.empty())
    std::erase_if(findings, [&](const Finding& finding) {
      return std::none_of(options.only.begin(), options.only.end(), [&](const std::string& wanted) {
        return is_of_kind(finding.code, wanted);
      });
    });
  std::set<std::string, std::less<>> notes;
  for (notes::NoteId id = 0; id < vault.note_limit(); ++id)
    if (vault.note(id)) notes.insert(vault.display_path(id));
  return options.baseline.new_in(std::move(findings), notes);
}

size_t check(const notes::Snapshot& vault, const CheckOptions& options, std::ostream& out) {
  const Report report{find(vault, options), options.base};
  write(report, options.format, out);
  return static_cast<size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [&](const Finding& finding) { return finding.severity <= options.fail_on; }));
}

}  // namespace server
