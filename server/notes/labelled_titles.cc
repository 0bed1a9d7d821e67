#include "notes/labelled_titles.h"

#include <algorithm>

#include "notes/bibliography.h"
#include "notes/item_lines.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/title_text.h"
#include "notes/titled_paper.h"

namespace notes {
namespace {

constexpr size_t kNested = 10;      // lines below a title, in which labels stand
constexpr size_t kOthers = 2;       // lines that are none, before them
constexpr size_t kFewestWords = 3;  // of a title

// `[Title](url)`, `**Title**`, `“Title”`, or words that may be one.
bool is_title(std::string_view text, const Line& line) {
  std::string_view words = view(text, line.content);
  if (words.starts_with('[')) {
    const size_t close = words.find("](");
    return close != std::string_view::npos && close > 4 && !words.starts_with("[[");
  }
  if (words.starts_with("**") || words.starts_with("__")) {
    const size_t close = words.find(words.substr(0, 2), 2);
    if (close == std::string_view::npos) return false;
    words = words.substr(2, close - 2);
    return words.starts_with('[') ? words.find("](") != std::string_view::npos
                                  : !words.ends_with(':') && has_words(words, kFewestWords);
  }
  return line.kind == LineKind::kItem && may_be_title(words);
}

// The line after it, or after the blank one between them.
size_t next_line(const Row<Line>& lines, size_t line) {
  const size_t next = line + 1;
  return next + 1 < lines.size() && lines[next].kind == LineKind::kBlank ? next + 1 : next;
}

// An item that something is nested in, or a paragraph that starts in bold.
bool may_stand_over(std::string_view text, const Row<Line>& lines, size_t line) {
  const Line& at = lines[line];
  if (line + 1 >= lines.size()) return false;
  if (at.kind == LineKind::kItem) {
    const size_t next = next_line(lines, line);
    const Line& below = lines[next];
    if (below.kind == LineKind::kText) return next == line + 1 || column(below) >= column(at);
    return below.kind == LineKind::kItem && column(below) > column(at);
  }
  if (at.kind != LineKind::kText) return false;
  const std::string_view words = view(text, at.content);
  return (words.starts_with("**") || words.starts_with("__")) &&
         (line == 0 || lines[line - 1].kind == LineKind::kBlank ||
          lines[line - 1].kind == LineKind::kHeading || lines[line - 1].kind == LineKind::kRule);
}

}  // namespace

bool leads_to_paper(std::string_view text, const Label& label) {
  if (!says_address(text, label)) return false;
  const std::vector<WrittenLink> links = links_in(text, label.value);
  return links.empty() || std::any_of(links.begin(), links.end(),
                                      [](const WrittenLink& link) { return link.is_paper(); });
}

bool says_address(std::string_view text, const Label& label) {
  if (label.field != Field::kLink && label.field != Field::kPaper) return false;
  const std::string_view value = view(text, label.value);
  if (value.find("://") != std::string_view::npos) return true;
  Entry said;
  return value.find_first_of("0123456789") != std::string_view::npos &&
         take_field(label.field, label.name(), value, said) && !said.identifiers.empty();
}

LabelsBelow labels_below(std::string_view text, const Row<Line>& lines, size_t line) {
  LabelsBelow out;
  if (!may_stand_over(text, lines, line)) return out;
  const bool item = lines[line].kind == LineKind::kItem;
  const size_t first = next_line(lines, line);
  size_t others = 0, blanks = 0;
  for (size_t i = line + 1; i < lines.size() && i <= line + kNested; ++i) {
    const Line& at = lines[i];
    if (at.kind == LineKind::kBlank) {
      if (++blanks > 3) break;
      continue;
    }
    if (at.kind != LineKind::kItem && at.kind != LineKind::kText) break;
    if (item && at.kind == LineKind::kItem && column(at) <= column(lines[line])) break;
    if (item && at.kind == LineKind::kText && blanks > 0 && column(at) < column(lines[line])) break;
    // What is nested deeper is about that.
    if (item && at.kind == LineKind::kItem && column(at) > column(lines[first])) continue;
    if (!item && at.kind == LineKind::kText && view(text, at.content).starts_with("**") &&
        may_stand_over(text, lines, i) && read_label(text, at.content).field == Field::kNone)
      break;  // the next title
    const Label label = read_label(text, at.content);
    if (label.field == Field::kNone) {
      if (others == 0 && !out.any() && is_address(text, at.content)) {
        out.address = true;
        continue;
      }
      if (++others > kOthers) break;
      continue;
    }
    if (label.value.empty()) continue;
    out.authors = out.authors || label.field == Field::kAuthors;
    out.venue = out.venue || label.field == Field::kVenue;
    out.year = out.year || label.field == Field::kYear;
    out.address = out.address || says_address(text, label);
  }
  if (!out.any() || !is_title(text, lines[line]) ||
      read_label(text, lines[line].content).field != Field::kNone)
    return {};
  return out;
}

LabelCounts count_labels_below(std::string_view text, const Row<Line>& lines) {
  LabelCounts out;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const LabelsBelow below = labels_below(text, lines, i);
    out.authors += below.authors;
    out.venues += below.venue;
    out.years += below.year;
    out.addresses += below.address;
  }
  return out;
}

}  // namespace notes
