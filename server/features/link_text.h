// Links as they are written from one note to another. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

#include "notes/snapshot.h"

namespace features {

// How a link in a note of that folder writes the path, escaped: `../papers/a%20b.md`.
std::string link_path(std::string_view from_folder, std::string_view to_path);

// The name by which a wiki link in `from` means the note `to`, as short as it may be.
std::string wiki_name(const notes::Snapshot& vault, notes::NoteId from, notes::NoteId to);

// The same markdown for a note in another folder: its relative links lead where they led.
std::string moved_links(std::string_view markdown, std::string_view from_folder,
                        std::string_view to_folder);

// What a note in `from` calls the entry by: `[[name]]` for a file, else the entry's title line as
// `[Paper Note] Title, First Author+, Venue'YY`.
std::string mention_of(const notes::Snapshot& vault, notes::NoteId from, notes::EntryId entry);

}  // namespace features
