// An entry: one noted work, with everything that was understood about it. Ranges are relative to
// the start of the section it starts in. Immutable: any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "notes/identifier.h"
#include "notes/key.h"
#include "notes/phrase.h"
#include "notes/range.h"
#include "notes/row.h"

namespace notes {

// Weak entries look like one but lack every other evidence: they serve links, cards and symbols,
// never duplicates.
enum class Strength : uint8_t { kStrong, kWeak };

// How it is written, for those who write to it.
enum class Form : uint8_t {
  kFile,     // all of the note
  kHeading,  // a heading and what is below it
  kPage,     // a title, a line of links, a line of facts, and what is below them
  kItem,     // a list item and what is nested in it
  kRow,      // of a table
  kBold,     // a bold title and the lines below it
  kHtml
};

struct Date {
  int year = 0;
  int month = 0;  // 0 when it is not known
  int day = 0;

  auto operator<=>(const Date&) const = default;
};

struct Entry {
  Range range;        // title to the last line that is not blank
  Range title_range;  // what is underlined and jumped to
  Phrase title;
  Phrase title_key;
  Row<Key> title_blocks;  // under which others that may be the same work are found
  Row<Phrase> authors;    // as written, without `+`
  Phrase author_key;      // of the first author, or empty
  Phrase venue;
  std::optional<int> year;  // the paper's
  std::optional<int> month;
  std::optional<Date> noted;  // the note's
  Row<Identifier> identifiers;
  Row<Phrase> tags;  // as written, each once
  Phrase summary;
  Phrase comment;  // its head, at most kCommentHead bytes
  // In a note at rest (note.h) both are left out. Then these say where both can be found, by two
  // quotations (quotation.h), or nothing where they cannot; and whether there was a summary.
  Phrase words_at;
  bool has_summary_left_out = false;
  bool et_al = false;
  Strength strength = Strength::kStrong;
  Form form = Form::kFile;

  bool is_summarised() const { return has_summary_left_out || !summary.empty(); }

  static constexpr size_t kCommentHead = 600;
};

// A line of an index that points to the note of a work: no entry of its own, but what it says of
// the work is said of that note's entry.
struct Alias {
  Range range;
  Phrase title;
  Phrase path;  // as the link says it: of a file, or a wiki name
  bool is_wiki = false;
  Row<Identifier> identifiers;
};

}  // namespace notes
