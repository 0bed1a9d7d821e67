// What people put around a title: emoji, quotes, `Notes on "…"`, `论文笔记：…`, the name of the
// site that it was copied from. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// The title inside, a view of what was given.
std::string_view without_wrapping(std::string_view text);
// Where the title starts behind words that say that this is a note of it: `Paper Review: Title`,
// `Notes on "Title"`; 0 when there are none. Sure where the words name papers.
struct NoteWords {
  size_t end = 0;
  bool is_sure = false;
};
NoteWords note_words_before(std::string_view text);

// Blanks of every width as one space, and none of the marks that have no width.
std::string with_plain_blanks(std::string_view text);

}  // namespace notes
