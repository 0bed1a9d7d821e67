// What is wrong in a note, as far as notes can be: works that are noted more than once, and what
// keeps the note from being read as it was meant (troubles.h). The same answer feeds pushed
// diagnostics, pulled ones and `check`, where nobody types a title. Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/pasted_links.h"
#include "features/typed_titles.h"
#include "notes/duplicates.h"
#include "notes/snapshot.h"

namespace features {

enum class Severity : uint8_t { kError, kWarning, kInformation, kHint };

struct RelatedPlace {
  notes::NoteId note = 0;
  notes::Range range;
  std::string message;

  bool operator==(const RelatedPlace&) const = default;
};

struct Diagnostic {
  notes::Range range;
  Severity severity = Severity::kWarning;
  std::string code;
  std::string message;
  std::vector<RelatedPlace> related;

  bool operator==(const Diagnostic&) const = default;
};

// What a group of notes of one work is marked with: "duplicate-entry" for the same work, else the
// relation's name.
std::string_view code_of(notes::Relation relation);
// What a sentence about such a group starts with: `Noted more than once: `.
std::string_view opening_of(notes::Relation relation);

// The groups of works that the entry is in, without those of kinds that nobody wants to be told of.
std::vector<notes::DuplicateGroup> groups_of(const notes::Snapshot& vault, notes::EntryId entry);

// What a note says that is about to become an entry, of works that are noted elsewhere.
struct NotedAlready {
  std::vector<PastedLink> links;
  std::vector<TypedTitle> titles;

  bool empty() const { return links.empty() && titles.empty(); }
};

NotedAlready noted_already(const notes::Snapshot& vault, notes::NoteId note);

// In the order of the text. REQUIRES: the note is there; the rest is what duplicates_in() and
// noted_already() say of it, for whoever knows that already.
std::vector<Diagnostic> diagnose(const notes::Snapshot& vault, notes::NoteId note);
std::vector<Diagnostic> diagnose(const notes::Snapshot& vault, notes::NoteId note,
                                 const std::vector<notes::DuplicateGroup>& groups,
                                 const NotedAlready& already);

// The parts of it, for whoever knows most of them from before: what is said of one of the entries
// of a group, if anybody wants to be told; and whatever else is said, in the order of the text.
std::optional<Diagnostic> diagnose(const notes::Snapshot& vault, const notes::DuplicateGroup& group,
                                   notes::EntryId entry);
std::vector<Diagnostic> diagnose_the_rest(const notes::Snapshot& vault, notes::NoteId note,
                                          const NotedAlready& already);

}  // namespace features
