// Which notes a name means that somebody wrote: the path of a link, or the name in a wiki link.
// Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

// A name that many notes share, since it says nothing of what is in them: `README`, `index`.
bool is_common_name(std::string_view name);

// The note at a link's path, seen from `from`: relative to its folder, else to its root, with the
// extension or without; `x.html` is the page made of `x.md`, and a folder is its README.
std::optional<NoteId> note_at_path(const Snapshot& vault, NoteId from, std::string_view path);

// The notes of that name, the best first: those spelled so, else those that differ in case or
// Unicode form, else those that call themselves so (`aliases`), else those whose file could not be
// called so (see loose_name_key()); the nearest folders first. `folder/name` means only notes in
// such folders.
std::vector<NoteId> notes_named(const Snapshot& vault, NoteId from, std::string_view name);

// The notes that a line of an index, in the note `index`, points to.
std::vector<NoteId> notes_of(const Snapshot& vault, NoteId index, const Alias& alias);

// What the last word of a link can be that means this note, as name_key() writes it. It may mean
// another note as well.
struct NamesOfNote {
  std::vector<std::string> in_wiki_links;
  std::vector<std::string> in_paths;
};
NamesOfNote names_of(const Note& note);

}  // namespace notes
