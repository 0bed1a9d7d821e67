#include "features/diagnostics.h"

#include <algorithm>
#include <optional>

#include "features/render.h"
#include "features/troubles.h"
#include "notes/duplicates.h"

namespace features {

using notes::EntryId;
using notes::NoteId;
using notes::Snapshot;

namespace {

notes::Range title_of(const Snapshot& vault, EntryId id) {
  const auto& entry = vault.entry(id);
  return entry.at(entry->title_range);
}

// Nothing when nobody wants to know.
std::optional<Severity> severity_of(notes::Notice notice) {
  switch (notice) {
    case notes::Notice::kOff:
      return std::nullopt;
    case notes::Notice::kHint:
      return Severity::kHint;
    case notes::Notice::kInformation:
      return Severity::kInformation;
    case notes::Notice::kWarning:
      return Severity::kWarning;
  }
  return std::nullopt;
}

// Nobody reads more, and all places for every place would be a square of them.
constexpr size_t kMostPlaces = 20;

void add_places(const Snapshot& vault, const std::vector<EntryId>& entries,
                std::optional<EntryId> but, Diagnostic& out) {
  for (const EntryId other : entries) {
    if (other == but) continue;
    if (out.related.size() == kMostPlaces) {
      out.message += " (in " + std::to_string(entries.size()) + " places)";
      return;
    }
    out.related.push_back(
        {other.note, title_of(vault, other),
         "Also noted in " + place_of(vault, other) + ": " + vault.entry(other)->title});
  }
}

Diagnostic pasted(const Snapshot& vault, const PastedLink& link, Severity severity) {
  Diagnostic out{link.range,
                 severity,
                 std::string(code_of(notes::Relation::kSameWork)),
                 "Noted already: same " + std::string(label_of(link.identifier.kind)) + " " +
                     link.identifier.value,
                 {}};
  add_places(vault, link.entries, std::nullopt, out);
  return out;
}

Diagnostic typed(const Snapshot& vault, const TypedTitle& title, Severity severity) {
  Diagnostic out{title.range,
                 severity,
                 std::string(code_of(notes::Relation::kSameWork)),
                 "Noted already: same title",
                 {}};
  add_places(vault, title.entries, std::nullopt, out);
  return out;
}

}  // namespace

NotedAlready noted_already(const Snapshot& vault, NoteId note) {
  return {pasted_links(vault, note), typed_titles(vault, note)};
}

std::string_view opening_of(notes::Relation relation) {
  switch (relation) {
    case notes::Relation::kSameWork:
      return "Noted more than once: ";
    case notes::Relation::kOtherVersion:
      return "Another version is noted: ";
    case notes::Relation::kIdentifierConflict:
      return "One identifier, two papers: ";
    case notes::Relation::kCrossListing:
      return "Listed more than once: ";
  }
  return "";
}

std::string_view code_of(notes::Relation relation) {
  return relation == notes::Relation::kSameWork ? "duplicate-entry" : name_of(relation);
}

std::vector<notes::DuplicateGroup> groups_of(const Snapshot& vault, EntryId entry) {
  const notes::Notices& notices = vault.note(entry.note)->reading()->notices;
  std::vector<notes::DuplicateGroup> out = groups_with(vault, entry);
  std::erase_if(out, [&](const notes::DuplicateGroup& group) {
    return notices[group.relation] == notes::Notice::kOff;
  });
  return out;
}

std::optional<Diagnostic> diagnose(const Snapshot& vault, const notes::DuplicateGroup& group,
                                   EntryId entry) {
  const notes::Notices& notices = vault.note(entry.note)->reading()->notices;
  const std::optional<Severity> severity = severity_of(notices[group.relation]);
  if (!severity) return std::nullopt;
  Diagnostic out{title_of(vault, entry),
                 *severity,
                 std::string(code_of(group.relation)),
                 std::string(opening_of(group.relation)) + group.reason,
                 {}};
  add_places(vault, group.entries, entry, out);
  return out;
}

std::vector<Diagnostic> diagnose_the_rest(const Snapshot& vault, NoteId note,
                                          const NotedAlready& already) {
  std::vector<Diagnostic> out = troubles_in(*vault.note(note));
  const notes::Notices& notices = vault.note(note)->reading()->notices;
  if (const auto severity = severity_of(notices[notes::Relation::kSameWork])) {
    for (const PastedLink& link : already.links) out.push_back(pasted(vault, link, *severity));
    for (const TypedTitle& title : already.titles) out.push_back(typed(vault, title, *severity));
  }
  std::ranges::stable_sort(out, {}, &Diagnostic::range);
  return out;
}

std::vector<Diagnostic> diagnose(const Snapshot& vault, NoteId note) {
  return diagnose(vault, note, duplicates_in(vault, note), noted_already(vault, note));
}

std::vector<Diagnostic> diagnose(const Snapshot& vault, NoteId note,
                                 const std::vector<notes::DuplicateGroup>& groups,
                                 const NotedAlready& already) {
  std::vector<Diagnostic> out = diagnose_the_rest(vault, note, already);
  for (const notes::DuplicateGroup& group : groups)
    for (const EntryId entry : group.entries)
      if (entry.note == note)
        if (std::optional<Diagnostic> said = diagnose(vault, group, entry))
          out.push_back(*std::move(said));
  std::ranges::stable_sort(out, {}, &Diagnostic::range);
  return out;
}

}  // namespace features
