// What can be done about a title that is noted more than once: for each other place go there, merge
// into it, declare that the two are different works, or link them as versions of one. Pure: any
// thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "features/change.h"

namespace features {

enum class ActionKind : uint8_t { kGoTo, kMerge, kDifferent, kVersions };

struct Action {
  ActionKind kind = ActionKind::kGoTo;
  std::string title;
  std::string code;    // of the diagnostic that it is about
  notes::Range about;  // the title's bytes in the asking note
  notes::EntryId other;
  Change change;  // kMerge and kVersions
  // kDifferent and kVersions: the names by which the settings can tell the two apart.
  std::pair<std::string, std::string> names;
};

// For the titles whose lines `range` touches.
std::vector<Action> actions(const notes::Snapshot& vault, notes::NoteId note, notes::Range range);

// An identifier that the one entry has and the other has not, else its title.
std::pair<std::string, std::string> names_apart(const notes::Entry& one, const notes::Entry& other);

}  // namespace features
