// What becomes of a note by a change, as an editor would apply it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "features/change.h"

namespace testing_features {

// The note's text after the change; nothing where it is deleted.
inline std::optional<std::string> applied(const notes::Snapshot& vault, notes::NoteId note,
                                          const features::Change& change) {
  if (std::find(change.deleted.begin(), change.deleted.end(), note) != change.deleted.end())
    return std::nullopt;
  const std::string_view text = vault.note(note)->text().bytes();
  std::string out;
  uint32_t at = 0;
  for (const features::Edit& edit : change.edits) {
    if (edit.note != note) continue;
    EXPECT_LE(at, edit.range.begin) << "edits overlap";
    out += text.substr(at, edit.range.begin - at);
    out += edit.text;
    at = edit.range.end;
  }
  return out + std::string(text.substr(at));
}

}  // namespace testing_features
