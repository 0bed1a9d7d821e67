// Hash tags. A line of nothing but tags lets them hold spaces and parentheses (`#Selected
// Papers/Blogs #MoE(Mixture-of- Experts)`); in running text a tag ends at the first space. Pure:
// any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "notes/inline.h"
#include "notes/section.h"

namespace notes {

// What ends the tags of a line of the page layout.
inline constexpr std::string_view kIssueDate = "Issue Date:";

// The tags of a line of nothing but tags, or of tags and an issue date; nothing for another line.
// `content` is a line without its markers.
std::optional<Row<TagUse>> read_tag_line(std::string_view text, Range content);
// Whether it is one.
bool is_tag_line(std::string_view text, Range content);

// `#Introduction to something`: a line of text that starts with one `#` and is no tag line is meant
// as a heading, or is `#include <x>`; its first word is no tag.
bool is_sloppy_heading(std::string_view text, Range content);

// False where no `#` of either width stands.
bool may_hold_hash(std::string_view text);
// The tags in a line of running text, by their `#`.
void scan_inline_tags(std::string_view text, Range line, const Inline& found, Row<TagUse>& out);

// True for a character that a tag may hold in running text, and for one that may start it. `/` and
// `-` only inside.
bool is_tag_character(char32_t c);
bool starts_tag(char32_t c);
// True when a tag may start after this character (0 for the start of a line).
bool may_precede_tag(char32_t c);

}  // namespace notes
