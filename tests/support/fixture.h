// Several notes in one string, with the cursor and ranges marked on lines under the text, because
// notes use `|`, `^`, `$`, `#` and `[[` themselves. Test code only; a fixture that makes no sense
// throws, which fails its test.
//
//   %! reading.md                     starts the note /vault/reading.md (an absolute path stays);
//   see [[hyper]] and #MoE            what stands before the first `%!` is the note a.md
//           |                         the cursor: before the character it stands under
//                     ^^^^ tag        a range, with a name if need be
//   論文は [[混合専門家]] に #MoE とした
//   %| #MoE                           the cursor at the first `#MoE` of the line above,
//   %> #MoE                           just after it,
//   %>                                or at the end of the line above
//   %^ [[混合専門家]]                 a range over the first such text of the line above
//   %^tag #MoE                        the same with a name
//
// One marker stands on one line, and marker lines follow the line of text they mark. Columns count
// characters (code points), so lines of East Asian text are easier to mark with `%`. Every line of
// a note ends in LF.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/workspace.h"

namespace support {

struct Marked {
  notes::NoteId note = 0;
  notes::Range range;

  auto operator<=>(const Marked&) const = default;
};

class Fixture {
 public:
  // The notes are read as from disk, none is open; their ids count from 0 in the order written.
  explicit Fixture(std::string_view text, std::vector<std::string> roots = {"/vault"});

  const notes::Snapshot& vault() const { return workspace_.snapshot(); }
  notes::Workspace& workspace() { return workspace_; }

  notes::NoteId id(std::string_view path) const;  // `a.md` or `/elsewhere/a.md`
  const notes::Note& note(std::string_view path) const { return *vault().note(id(path)); }

  // The same note as one that nobody has opened, which keeps no text (see notes/rest.h).
  void lay_to_rest(std::string_view path);

  notes::Place cursor() const;                              // the only one
  Marked range(std::string_view name = "") const;           // the only one of that name
  std::vector<Marked> ranges(std::string_view name) const;  // all of that name, in order

  std::string_view text(Marked what) const;
  // `reading.md:2 "[[hyper]]"`, which says more than offsets when an expectation fails. Lines are
  // counted from 1, without the fixture's own.
  std::string show(notes::NoteId note, notes::Range range) const;

 private:
  // Reads a note's lines from the front of `rest`.
  void add(std::string_view path, std::string_view rest);

  notes::Workspace workspace_;
  std::optional<notes::Place> cursor_;
  std::map<std::string, std::vector<Marked>, std::less<>> ranges_;
};

}  // namespace support
