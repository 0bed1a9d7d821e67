// Lines that have a title of their own and, beside it, the address of its paper: what layouts of
// lists read, what a census counts, and where the head of a file ends. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

// The line starts a paragraph of running text, and it is a plain title over a line that is the
// paper's address, or a link to the paper with a title for its text and no sentence behind it.
bool is_paper_paragraph(std::string_view text, const Row<Line>& lines, size_t line);

// The line is an item whose words are a title alone, and what is nested in it gives the address; or
// one that starts with links called `paper` and the like, a title behind them.
bool is_titled_item(std::string_view text, const Row<Line>& lines, size_t line);

// Words that could be a title: some, with a capital, and no sentence's end.
bool may_be_title(std::string_view words);
// Nothing but a link to a paper, which is not called by a title.
bool is_address(std::string_view text, Range content);

}  // namespace notes
