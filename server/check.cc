#include "check.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "features/diagnostics.h"

namespace server {
namespace {

std::string_view name_of(features::Severity severity) {
  switch (severity) {
    case features::Severity::kError:
      return "error";
    case features::Severity::kWarning:
      return "warning";
    case features::Severity::kInformation:
      return "information";
    case features::Severity::kHint:
      return "hint";
  }
  return "";
}

std::string place(const notes::Snapshot& vault, notes::NoteId note, notes::Range range) {
  const notes::Position at =
      vault.note(note)->text().position(range.begin, notes::Encoding::kUtf32);
  return vault.display_path(note) + ":" + std::to_string(at.line + 1) + ":" +
         std::to_string(at.column + 1);
}

}  // namespace

size_t check(const notes::Snapshot& vault, std::ostream& out) {
  std::vector<notes::NoteId> ids;
  for (notes::NoteId id = 0; id < vault.note_limit(); ++id)
    if (vault.note(id)) ids.push_back(id);
  std::sort(ids.begin(), ids.end(), [&](notes::NoteId a, notes::NoteId b) {
    return vault.display_path(a) < vault.display_path(b);
  });
  size_t count = 0;
  for (notes::NoteId id : ids) {
    for (const features::Diagnostic& diagnostic : features::diagnose(vault, id)) {
      ++count;
      out << place(vault, id, diagnostic.range) << ": " << name_of(diagnostic.severity) << ": "
          << diagnostic.message << " [" << diagnostic.code << "]\n";
      for (const features::RelatedPlace& related : diagnostic.related)
        out << "  " << place(vault, related.note, related.range) << ": " << related.message << "\n";
    }
  }
  return count;
}

}  // namespace server
