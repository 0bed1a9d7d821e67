// What a label, a front matter key or a table's column says of a work, put into its entry. Pure:
// any thread.
#pragma once

#include <string_view>

#include "notes/entry.h"
#include "notes/label.h"

namespace notes {

// One author an item, or several in one string: `A, B and C`, `Last, First; Last, First`, `Last,
// First and Last, First`, `甲、乙`, `[[A]], [[B]]`, each perhaps with `+`, `et al.` or `等`.
void read_authors(std::string_view text, Entry& entry);
void read_one_author(std::string_view name, Entry& entry);

// Takes a value into its field unless a former one said it; `name` is the folded label. True when
// it was understood. Titles, tags, summaries and comments are left to the layouts.
bool take_field(Field field, std::string_view name, std::string_view value, Entry& entry);

// A line of authors and a year, as it stands below a title: `A. Author, B. Author, and C. Author,
// 2017`, `[[people/A. Author]] et al., 2020`. False, and nothing taken, when it is no such line.
bool read_byline(std::string_view line, Entry& entry);

// What stands behind a title in running text: `, A. Author et al., NeurIPS 2020`, `(ICLR 2021)`,
// `*A, B*`.
void take_loose_fields(std::string_view text, Entry& entry);

}  // namespace notes
