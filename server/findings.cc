#include "findings.h"

#include <algorithm>
#include <map>
#include <set>

namespace server {
namespace {

using notes::NoteId;
using notes::Range;
using notes::Snapshot;

FoundAt found_at(const Snapshot& vault, NoteId note, Range range) {
  const notes::Text& text = vault.note(note)->text();
  const notes::Position begin = text.position(range.begin, notes::Encoding::kUtf32);
  const notes::Position end = text.position(range.end, notes::Encoding::kUtf32);
  return {vault.note(note)->path(),
          vault.display_path(note),
          begin.line + 1,
          begin.column + 1,
          end.line + 1,
          end.column + 1};
}

// The entry titled there as its path and title say it; else the words that stand there.
std::string name_at(const Snapshot& vault, NoteId note, Range range) {
  const notes::Note& in = *vault.note(note);
  const std::optional<size_t> index = in.entry_titled_at(range.begin);
  if (!index) return vault.display_path(note) + " \"" + std::string(in.text().slice(range)) + '"';
  const notes::Entry& entry = *in.entries()[*index];
  const std::string name = entry.title_key.empty() && !entry.identifiers.empty()
                               ? to_string(entry.identifiers.front())
                               : entry.title_key.str();
  return vault.display_path(note) + " \"" + name + '"';
}

Finding finding(const Snapshot& vault, NoteId note, const features::Diagnostic& diagnostic) {
  Finding out{found_at(vault, note, diagnostic.range),
              diagnostic.severity,
              diagnostic.code,
              diagnostic.message,
              {},
              {}};
  const std::string name = diagnostic.code + " " + name_at(vault, note, diagnostic.range);
  for (const features::RelatedPlace& related : diagnostic.related) {
    out.related.push_back({found_at(vault, related.note, related.range), related.message});
    out.names.push_back(name + " " + name_at(vault, related.note, related.range));
  }
  if (out.names.empty()) out.names.push_back(name);
  return out;
}

}  // namespace

std::vector<Finding> find_all(const Snapshot& vault) {
  std::vector<std::pair<std::string, NoteId>> notes;
  for (NoteId id = 0; id < vault.note_limit(); ++id)
    if (vault.note(id)) notes.emplace_back(vault.display_path(id), id);
  std::sort(notes.begin(), notes.end());
  std::map<NoteId, std::vector<notes::DuplicateGroup>> groups;
  for (const notes::DuplicateGroup& group : all_duplicates(vault)) {
    std::set<NoteId> in;
    for (const notes::EntryId entry : group.entries)
      if (in.insert(entry.note).second) groups[entry.note].push_back(group);
  }
  std::vector<Finding> out;
  for (const auto& [shown, id] : notes)
    for (const features::Diagnostic& diagnostic :
         features::diagnose(vault, id, groups[id], {features::pasted_links(vault, id), {}}))
      out.push_back(finding(vault, id, diagnostic));
  return out;
}

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

}  // namespace server
