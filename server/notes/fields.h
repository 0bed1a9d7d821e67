// What layouts share: finding the summary, comment and identifiers of an entry in the sections it
// spans. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

#include "notes/layout.h"
#include "notes/title_line.h"
#include "notes/written_date.h"

namespace notes {

// The sections [first, first + count) of a draft, from the line after the title on.
struct Body {
  const Draft& draft;
  size_t first = 0;
  size_t count = 0;
  size_t skip_lines = 0;       // of the first section: its title
  size_t end_line = SIZE_MAX;  // of the last section: where the body ends
};

struct BodyLine;  // of body_lines.h

// By label (`Summary:`, `要約：`, `TL;DR`), by heading, else the first paragraph long enough to be
// one.
struct Summary {
  std::string text;
  bool labelled = false;
  size_t first_line = 0;  // of the body: the lines it was taken from
  size_t end_line = 0;
};
Summary find_summary(const Body& body);
Summary find_summary(const std::vector<BodyLine>& lines);
// By label or heading, else the first running text that is not the summary. At most
// Entry::kCommentHead bytes.
std::string find_comment(const Body& body);
std::string find_comment(const std::vector<BodyLine>& lines, const Summary& summary);
// On lines that are nothing but a label and an identifier: `openreview: https://…`, `- arXiv:
// 2409.19606`, `[Paper](url)`, but not where other works are cited, nor behind the title of one.
Row<Identifier> find_identifiers(const Body& body, std::string_view title = {});

// The names of all tag uses in the sections, each once, as first written.
Row<Phrase> find_tags(const Draft& draft, size_t first, size_t count);
// Those within `range` of one section.
Row<Phrase> find_tags(const Section& section, Range range);

// Copies title, authors, venue and date, and makes the keys.
void take_title_line(const TitleLine& line, Entry& entry);
// Identifiers each once, the year that they tell, and keys: for an entry whose range is known.
void finish_fields(Entry& entry);
// What only the whole entry tells: keys, year from an arXiv id, range from the title to the last
// line that is not blank.
void finish(const Draft& draft, size_t first, size_t count, Entry& entry);

// `text` cut at a character border so that it has at most `limit` bytes, with `…` when something
// was cut.
std::string shortened(std::string_view text, size_t limit);

}  // namespace notes
