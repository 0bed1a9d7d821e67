#include "features/put.h"

#include <algorithm>

#include "notes/label.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/table_row.h"
#include "notes/unicode.h"

namespace features {

using notes::Form;
using notes::Range;

namespace {

template <class F>
void for_each_line(std::string_view text, F f) {
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    f(text.substr(at, end - at));
    at = end + 1;
  }
}

size_t level_of(std::string_view block) {
  const size_t level = block.find_first_not_of('#');
  return level != std::string_view::npos && level <= 6 && block[level] == ' ' ? level : 0;
}

// The text of a heading's line, for places that can have no headings.
std::string without_heading(std::string_view block) {
  const size_t level = level_of(block);
  if (level == 0) return std::string(block);
  return "**" + std::string(notes::trim(block.substr(level))) + "**";
}

// A row that links to a note is taken for a line of an index, so there it is only named.
std::string without_note_links(const std::string& text) {
  std::string out;
  uint32_t at = 0;
  for (const notes::WrittenLink& link :
       notes::links_in(text, {0, static_cast<uint32_t>(text.size())})) {
    if (!link.is_local_note()) continue;
    out += text.substr(at, link.range.begin - at);
    out +=
        link.text.empty() ? std::string(link.to) : text.substr(link.text.begin, link.text.size());
    if (!link.is_wiki) out += " (" + std::string(link.to) + ")";
    at = link.range.end;
  }
  return out + text.substr(at);
}

}  // namespace

// As markdown below the title, whose heading is above all of theirs.
std::string Put::below_title(std::span<const Block> blocks) const {
  const size_t own = into_.entry->form == Form::kPage ? 0
                     : into_.heading                  ? static_cast<size_t>(into_.heading->level)
                                                      : 1;
  size_t highest = 6;
  for (const Block& block : blocks)
    if (const size_t level = level_of(block.text); level > 0) highest = std::min(highest, level);
  const size_t deeper = highest > own ? 0 : own + 1 - highest;
  std::string out;
  for (const Block& block : blocks) {
    if (!out.empty()) out += block.is_tight ? "\n" : "\n\n";
    const size_t level = level_of(block.text);
    if (level > 0) out.append(std::min(level + deeper, size_t{6}) - level, '#');
    out += block.text;
  }
  return out;
}

void Put::summary(const std::string& text) {
  if (text.empty()) return;
  const bool has_one = !into_.entry->summary.empty();
  switch (into_.entry->form) {
    case Form::kPage: {
      if (has_one || into_.lines.size() < 2) break;
      const WrittenLine& facts = into_.lines[1];
      const std::string_view line = into_.view(facts.content);
      if (line.find("Issue Date:") == std::string_view::npos) break;
      const bool ends = line.ends_with(" Comment");
      return add(facts.content.end - (ends ? 8 : 0), " GPT Summary- " + text);
    }
    case Form::kHtml:
      return in_html(has_one ? "Comment" : "Summary", text);
    default:
      break;
  }
  blocks(std::vector<Block>{{has_one ? text : "Summary: " + text, false}});
}

void Put::blocks(std::span<const Block> blocks) {
  if (blocks.empty()) return;
  switch (into_.entry->form) {
    case Form::kFile:
    case Form::kHeading:
    case Form::kPage: {
      const std::string text = below_title(blocks);
      // Above the heading of what is cited.
      if (into_.uncited_end < into_.end) return add(into_.uncited_end, text + "\n\n");
      return add(into_.end, (blocks.front().is_tight ? "\n" : "\n\n") + text);
    }
    case Form::kItem:
      for (const Block& block : blocks) nested(without_heading(block.text), true);
      return;
    case Form::kBold:
      for (const Block& block : blocks)
        add(into_.end, (block.is_tight ? "\n" : "\n\n") + without_heading(block.text));
      return;
    case Form::kRow:
      for (const Block& block : blocks) in_cell(without_heading(block.text));
      return;
    case Form::kHtml:
      for (const Block& block : blocks) in_html("Comment", without_heading(block.text));
      return;
  }
}

void Put::cited(std::span<const Block> blocks) {
  if (blocks.empty()) return;
  const Form form = into_.entry->form;
  if (form != Form::kFile && form != Form::kHeading && form != Form::kPage)
    return this->blocks(blocks);
  // What is cited below one such heading joins what is cited below the other.
  const std::string_view first = blocks.front().text;
  const size_t level = level_of(first);
  if (level > 0 && into_.uncited_end < into_.end &&
      notes::names_reference_zone(notes::heading_name(first.substr(level))))
    blocks = blocks.subspan(1);
  if (!blocks.empty()) add(into_.end, "\n\n" + below_title(blocks));
}

// Below the item's or the bold title's own lines, as deep as they stand.
void Put::nested(const std::string& block, bool is_item) {
  if (into_.entry->form == Form::kBold) return add(into_.end, "\n" + block);
  const std::string_view line = into_.view(into_.title_lines);
  size_t indent = notes::blanks_of(line);
  while (indent < line.size() && line[indent] != ' ') ++indent;
  ++indent;
  const std::string_view start = notes::trim(block);
  const bool marked = start.starts_with("- ") || start.starts_with("* ") ||
                      start.starts_with("+ ") || start.starts_with("```");
  std::string out;
  bool first = true;
  for_each_line(block, [&](std::string_view text) {
    out += '\n';
    if (!text.empty()) {
      out.append(indent, ' ');
      if (is_item && !marked) out += first ? "- " : "  ";
      out += text;
    }
    first = false;
  });
  add(into_.end, out);
}

// At the end of the cell that says most about it in words.
void Put::in_cell(const std::string& text) {
  const notes::Text& all = into_.note->text();
  const uint32_t row = all.line_of(into_.title.begin);
  uint32_t head = row;
  while (head > 0 && notes::trim(into_.view(all.line(head - 1))).starts_with('|')) --head;
  const std::vector<Range> names = notes::cells_of(into_.text(), all.line(head));
  const std::vector<Range> cells = notes::cells_of(into_.text(), all.line(row));
  const Range* into = nullptr;
  for (size_t i = 0; i < cells.size(); ++i) {
    const notes::Field field = i < names.size()
                                   ? notes::field_named(notes::heading_name(into_.view(names[i])))
                                   : notes::Field::kNone;
    if (field == notes::Field::kSummary || field == notes::Field::kComment) into = &cells[i];
  }
  for (const Range& cell : cells)
    if (!into && cell.covers(into_.title)) into = &cell;
  if (!into) return;
  std::string flat;
  for_each_line(without_note_links(text), [&](std::string_view line) {
    if (notes::trim(line).empty()) return;
    if (!flat.empty()) flat += "<br>";
    for (const char c : notes::trim(line)) {
      if (c == '|') flat += '\\';
      flat += c;
    }
  });
  add(into->end, (into->empty() ? "" : "<br>") + flat);
}

void Put::in_html(const std::string& name, const std::string& html) {
  std::string flat;
  for_each_line(html, [&](std::string_view line) {
    if (!notes::trim(line).empty()) flat += (flat.empty() ? "" : "<br>\n") + std::string(line);
  });
  uint32_t at = into_.end;
  const std::string_view text = into_.text();
  while (text.substr(at).starts_with("</span>")) at += 7;
  if (name.empty()) return add(at, "\n" + flat);
  add(at, "\n<span class=\"snippet\"><span>" + name + "</span>" + flat + "</span>");
}

}  // namespace features
