// An entry that is a piece of a section: an item, a row, a paragraph. What the layouts of lists
// share. Pure: any thread.
#pragma once

#include <optional>
#include <string_view>

#include "notes/layout.h"
#include "notes/work_line.h"

namespace notes {

// The title, authors, venue and year of the line; nothing when its words are no title.
std::optional<Entry> entry_of_line(std::string_view text, const WorkLine& line, uint32_t line_end);

// The line as the alias of a note, when it leads to one.
std::optional<Alias> alias_of_line(std::string_view text, const WorkLine& line, Range range);

// Identifiers of papers that the links name, each once.
void take_identifiers(const std::vector<WrittenLink>& links, Row<Identifier>& out);

// Range, tags, keys and strength of an entry that spans lines [first, end) of the section.
void finish_listed(const Draft& draft, size_t section, size_t first, size_t end, Entry& entry);

// `line` without its links and the punctuation around them: what is said in words.
std::string words_beside_links(std::string_view text, Range line,
                               const std::vector<WrittenLink>& links);

}  // namespace notes
