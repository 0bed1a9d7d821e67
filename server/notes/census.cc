#include "notes/census.h"

#include <algorithm>
#include <utility>

#include "notes/cited_lines.h"
#include "notes/cited_words.h"
#include "notes/item_lines.h"
#include "notes/label.h"
#include "notes/label_block.h"
#include "notes/labelled_titles.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/section_word.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/title_wrap.h"
#include "notes/titled_paper.h"

namespace notes {
namespace {

// The few lines below a heading in which labels stand.
constexpr size_t kHeadLines = 12;
constexpr size_t kAddressLines = 3;
constexpr size_t kSureTitle = 4;  // words over an address that no label names

// The item above a nested one, when it is words alone; SIZE_MAX when there is none.
size_t titled_item_above(std::string_view text, const Row<Line>& lines, size_t line) {
  const auto column = [&](size_t i) { return lines[i].content.begin - lines[i].range.begin; };
  for (size_t i = line; i-- > 0 && line - i <= kHeadLines;) {
    if (lines[i].kind == LineKind::kHeading) break;
    if (lines[i].kind != LineKind::kItem || column(i) >= column(line)) continue;
    const bool labelled = read_label(text, lines[i].content).field != Field::kNone;
    return !labelled && word_count(view(text, lines[i].content)) >= 3 ? i : SIZE_MAX;
  }
  return SIZE_MAX;
}

// Lines of lists, tables, bold paragraphs, HTML and the like that link to a paper.
uint32_t count_papers(std::string_view text, const Section& section, const Heading* heading,
                      Range cited) {
  const Row<Line>& lines = section.lines;
  uint32_t out = 0;
  size_t line = 0, looked = SIZE_MAX, counted = SIZE_MAX, bold = SIZE_MAX, item = SIZE_MAX;
  const auto pass = [&](size_t i) {
    if (view(text, lines[i].content).starts_with("**")) bold = i;
    if (lines[i].kind == LineKind::kItem)
      item = i;
    else if (lines[i].kind != LineKind::kText)
      item = SIZE_MAX;
  };
  for (const Reference& reference : section.references) {
    if (reference.kind != ReferenceKind::kUrl &&
        !(reference.kind == ReferenceKind::kLink && reference.path.ends_with(".pdf")))
      continue;
    if (heading && heading->range.covers(reference.range)) continue;
    if (cited.overlaps(reference.range)) continue;
    for (; line < lines.size() && lines[line].range.end < reference.range.end; ++line) pass(line);
    if (line == lines.size() || line == looked || line == counted) continue;
    looked = line;  // which may hold thousands
    pass(line);
    const Line& at = lines[line];
    size_t named = line;
    const Label label = at.kind == LineKind::kItem ? read_label(text, at.content) : Label{};
    if (label.field != Field::kNone) {
      const bool titled = label.field == Field::kPaper && view(text, label.value).starts_with('[');
      if (!titled) named = titled_item_above(text, lines, line);
    } else if (at.kind == LineKind::kText) {
      const bool below_bold = bold != SIZE_MAX && line - bold < 4;
      if (item != SIZE_MAX)
        named = item;
      else if (!below_bold && !is_paper_paragraph(text, lines, line) &&
               !(line > 0 && is_paper_paragraph(text, lines, line - 1)))
        continue;
    } else if (at.kind != LineKind::kItem && at.kind != LineKind::kTable &&
               at.kind != LineKind::kHtml) {
      continue;
    }
    if (named == SIZE_MAX || named == counted) continue;
    counted = named;
    ++out;
  }
  return out;
}

// `S-DCCRN: wide bands with learnable features`
bool has_nickname(std::string_view title) {
  const size_t colon = title.find(": ");
  if (colon == std::string_view::npos || title.substr(0, colon).find(' ') < colon) return false;
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto end = title.begin() + static_cast<std::ptrdiff_t>(colon);
  return std::count_if(title.begin(), end, capital) >= 2 && has_words(title.substr(colon), 5);
}

// Whether the heading says of itself that it is the title of a work, or stands over such.
void take_title_shape(std::string_view shown, std::string_view name, Census& out) {
  const char last = name.empty() ? '\0' : name.back();
  if (last == 's' || last == 'y' || last == '\x93')
    out.names_papers = names_papers(name) && !names_reference_zone(name);
  constexpr long kFewestSpaces = 3;
  if (out.names_papers || std::count(shown.begin(), shown.end(), ' ') < kFewestSpaces) return;
  if (shown.ends_with(']') && !shown.starts_with('[')) {
    const TitleText read = read_title_text(shown);
    out.has_venue_behind = read.has_venue_year() && has_words(read.title, 5);
  }
  out.is_titled = out.has_work_heading || out.has_venue_behind || is_written_as_title(shown) ||
                  has_nickname(shown);
}

}  // namespace

Census take_census(std::string_view text, const Section& section, const Reading& reading) {
  Census out;
  const Heading* heading = heading_of(section);
  if (heading) {
    std::string pasted;  // from a page that keeps its words together
    if (heading->text.find("\xC2\xA0") != std::string::npos)
      pasted = with_plain_blanks(heading->text);
    const std::string_view shown =
        pasted.empty() ? std::string_view(heading->text) : std::string_view(pasted);
    out.has_work_heading = is_bibliographic(shown, reading.title_markers);
    if (view(text, heading->range).find("://") != std::string_view::npos)
      for (const WrittenLink& link : links_in(text, heading->range))
        out.has_work_heading = out.has_work_heading || link.is_paper();
    out.has_work_heading = out.has_work_heading || read_cited_title(shown).has_value();
    if (shown.starts_with('[') || shown.starts_with("\\[") || shown.starts_with("【"))
      out.has_work_heading = out.has_work_heading || read_title_text(shown).has_venue_year();
    take_title_shape(shown, heading->name, out);
    out.names_posts = names_posts(heading->name);
    out.is_section_word = is_section_word(heading->name);
    out.is_reference_zone =
        names_reference_zone(heading->name) || reading.is_reference_heading(heading->name);
    out.is_loose_zone = names_loose_zone(heading->name);
  }
  out.cited = find_cited_lines(text, section.lines);
  out.paper_items = count_papers(text, section, heading, out.cited);
  if (out.paper_items > 0)
    for (size_t i = 0; i < section.lines.size(); ++i)
      out.titled_papers +=
          !out.cited.overlaps(section.lines[i].range) &&
          (is_titled_item(text, section.lines, i) || is_paper_paragraph(text, section.lines, i));
  out.has_work_heading =
      out.has_work_heading ||
      (heading && std::any_of(section.references.begin(), section.references.end(),
                              [&](const Reference& reference) {
                                return reference.kind == ReferenceKind::kUrl &&
                                       heading->range.covers(reference.range);
                              }));
  for (size_t i = 0; i < section.lines.size(); ++i)
    out.title_blocks += title_block_at(text, section.lines, i).has_value();
  out.labelled_titles = count_labels_below(text, section.lines);
  const bool many =
      out.labelled_titles.works() > 0 && out.labelled_titles.works() + out.paper_items >= 2;
  size_t seen = 0;
  uint32_t outermost = UINT32_MAX;  // of the items: what is nested in one is about that
  out.is_bare = heading != nullptr;
  for (size_t i = heading ? 1 : 0; i < section.lines.size() && seen < kHeadLines; ++i) {
    const Line& at = section.lines[i];
    if (at.kind == LineKind::kBlank) continue;
    ++seen;
    const bool was_bare = std::exchange(out.is_bare, false);
    if (at.kind != LineKind::kText && at.kind != LineKind::kItem && at.kind != LineKind::kTable)
      continue;
    if (many && labels_below(text, section.lines, i).any()) break;  // what follows is about that
    const Label label = read_label(text, at.content);
    const Field field = label.field;
    if (at.kind == LineKind::kItem) outermost = std::min(outermost, column(at));
    if (heading && (was_bare || seen <= kAddressLines) && column(at) <= outermost)
      out.has_address =
          out.has_address || leads_to_paper(text, label) ||
          (seen == 1 && is_address(text, at.content) && has_words(heading->text, kSureTitle));
    out.is_bare = was_bare && field != Field::kNone;
    if (field == Field::kAuthors || field == Field::kVenue) out.has_labels = true;
    if (seen == 1 && field == Field::kNone && heading && at.kind == LineKind::kText &&
        has_words(heading->text, 2) && field_named(heading->name) == Field::kNone &&
        !read_names_and_venue(view(text, at.content)).names.empty())
      out.has_labels = true;
  }
  // Labels below a part of a work, such as its rating, do not start another.
  if (out.is_section_word && heading && !is_page_word(heading->name)) out.has_labels = false;
  if (out.has_address)
    out.has_address = !out.is_section_word && !is_page_word(heading->name) &&
                      field_named(heading->name) == Field::kNone && !is_placeholder(heading->name);
  return out;
}

}  // namespace notes
