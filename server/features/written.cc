#include "features/written.h"

#include <algorithm>

#include "notes/key.h"
#include "notes/unicode.h"

namespace features {

using notes::Entry;
using notes::Form;
using notes::Heading;
using notes::LineKind;
using notes::Note;
using notes::Range;
using notes::Section;

namespace {

uint32_t line_start(const Note& note, uint32_t offset) {
  return note.text().line(note.text().line_of(offset)).begin;
}

uint32_t next_line(const Note& note, uint32_t offset) {
  const uint32_t line = note.text().line_of(offset);
  return line + 1 < note.text().line_count() ? note.text().line(line + 1).begin
                                             : note.text().size();
}

void find_title(Written& out, const notes::Placed<Entry>& placed) {
  const Note& note = *out.note;
  const Range title = placed.at(placed->title_range);
  // A file may have its title from its name alone.
  if (placed->form == Form::kFile &&
      notes::title_key(out.view(title)).find(placed->title_key) == std::string::npos) {
    const uint32_t top = out.front ? out.front->size : 0;
    out.title = out.title_lines = {top, top};
    return;
  }
  out.title = title;
  out.title_lines = {line_start(note, title.begin),
                     note.text().line(note.text().line_of(title.end)).end};
  for (const auto& section : note.sections())
    for (const Heading& heading : section->headings)
      if (section.at(heading.range).covers(title)) {
        out.heading = &heading;
        out.title_lines.end = section.at(heading.range).end;
      }
}

void find_lines(Written& out, Range entry) {
  int zone = 0;
  for (const auto& section : out.note->sections()) {
    if (section->kind == notes::SectionKind::kFrontMatter) continue;
    if (section.base + section->size <= entry.begin || section.base >= entry.end) continue;
    if (const Heading* heading = notes::heading_of(*section)) {
      if (zone >= heading->level) zone = 0;
      if (zone == 0 && section->census.is_reference_zone && heading != out.heading) {
        zone = heading->level;
        if (out.uncited_end > section.base) out.uncited_end = section.base;
      }
    }
    for (const notes::Line& line : section->lines) {
      const Range range = section.at(line.range);
      if (range.begin < entry.begin || range.begin > entry.end) continue;
      if (!out.title_lines.empty() && range.begin >= out.title_lines.begin &&
          range.begin <= out.title_lines.end)
        continue;
      out.lines.push_back({range, section.at(line.content), line.kind, zone > 0});
    }
  }
  while (!out.lines.empty() && out.lines.back().kind == LineKind::kBlank) out.lines.pop_back();
}

// Of raw HTML the elements that hold the entry go with it, and what closes behind it.
Range whole_html(std::string_view text, Range entry) {
  const size_t open = text.rfind("<article", entry.begin);
  const size_t closed = text.rfind("</article", entry.begin);
  if (open != std::string_view::npos && (closed == std::string_view::npos || closed < open)) {
    const size_t end = text.find("</article>", entry.end);
    if (end != std::string_view::npos)
      return {static_cast<uint32_t>(open), static_cast<uint32_t>(end + 10)};
  }
  size_t end = entry.end;
  while (text.substr(end).starts_with("</") || text.substr(end).starts_with("<br")) {
    const size_t close = text.find('>', end);
    if (close == std::string_view::npos) break;
    end = close + 1;
  }
  return {entry.begin, static_cast<uint32_t>(end)};
}

Range find_whole(const Written& out, Range entry) {
  const std::string_view text = out.text();
  const auto with_blank_lines = [&](Range range) {
    while (range.end < text.size()) {
      const uint32_t next = next_line(*out.note, range.end);
      if (!notes::trim(text.substr(range.end, next - range.end)).empty()) break;
      range.end = next;
    }
    return range;
  };
  switch (out.entry->form) {
    case Form::kFile:
      return {0, static_cast<uint32_t>(text.size())};
    case Form::kItem:
    case Form::kRow:
      return {line_start(*out.note, entry.begin), next_line(*out.note, entry.end)};
    case Form::kHeading:
    case Form::kPage:
    case Form::kBold:
      return with_blank_lines(
          {line_start(*out.note, entry.begin), next_line(*out.note, entry.end)});
    case Form::kHtml: {
      const Range range = whole_html(text, entry);
      const uint32_t begin = line_start(*out.note, range.begin);
      const uint32_t end = next_line(*out.note, range.end);
      const bool alone = notes::trim(text.substr(begin, range.begin - begin)).empty() &&
                         notes::trim(text.substr(range.end, end - range.end)).empty();
      return alone ? with_blank_lines({begin, end}) : range;
    }
  }
  return entry;
}

}  // namespace

std::optional<Written> written(const notes::Snapshot& vault, notes::EntryId id) {
  Written out;
  out.note = vault.note(id.note)->whole();
  if (!out.note || id.index >= out.note->entries().size()) return std::nullopt;
  const auto placed = out.note->entries()[id.index];
  out.entry = &*placed;
  const Section& first = *out.note->sections()[0];
  if (placed->form == Form::kFile && first.kind == notes::SectionKind::kFrontMatter)
    out.front = &first;
  Range entry = placed.range();
  if (placed->form == Form::kFile) {
    entry.begin = 0;
    entry.end = static_cast<uint32_t>(out.text().size());
    while (entry.end > 0 &&
           std::string_view(" \t\r\n").find(out.text()[entry.end - 1]) != std::string_view::npos)
      --entry.end;
  }
  out.end = out.uncited_end = entry.end;
  find_title(out, placed);
  if (placed->form != Form::kRow && placed->form != Form::kHtml) find_lines(out, entry);
  out.whole = find_whole(out, entry);
  out.is_all = notes::trim(out.text().substr(0, out.whole.begin)).empty() &&
               notes::trim(out.text().substr(out.whole.end)).empty();
  return out;
}

}  // namespace features
