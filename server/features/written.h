// An entry as it is written: its lines, apart from its title, and what of the note goes when the
// entry goes. Offsets are the note's. Pure: any thread.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "notes/snapshot.h"

namespace features {

struct WrittenLine {
  notes::Range range;    // without its terminator
  notes::Range content;  // without indentation and markers
  notes::LineKind kind = notes::LineKind::kText;
  bool is_cited = false;  // stands below a heading such as `References`
};

struct Written {
  std::shared_ptr<const notes::Note> note;  // not at rest
  const notes::Entry* entry = nullptr;
  const notes::Heading* heading = nullptr;  // that the title stands in
  const notes::Section* front = nullptr;    // front matter that is the entry's own

  notes::Range title;              // the title's bytes, or empty where the file's name is the title
  notes::Range title_lines;        // the whole lines they stand on, without the last terminator
  std::vector<WrittenLine> lines;  // below the title, without front matter
  uint32_t end = 0;                // after its last line that is not blank
  uint32_t uncited_end = 0;        // where something may be added that is no citation
  notes::Range whole;              // what goes with it, blank lines below it included
  bool is_all = false;             // nothing else stands in the note

  std::string_view text() const { return note->text().bytes(); }
  std::string_view view(notes::Range range) const { return note->text().slice(range); }
};

// Nothing when disk no longer says what it did of a note at rest. It lives no longer than the
// snapshot.
std::optional<Written> written(const notes::Snapshot& vault, notes::EntryId id);

}  // namespace features
