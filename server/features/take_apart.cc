#include "features/take_apart.h"

#include <algorithm>

#include "notes/fields.h"
#include "notes/html.h"
#include "notes/key.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/listed_entry.h"
#include "notes/table_row.h"
#include "notes/tags.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace features {

using notes::Field;
using notes::Form;
using notes::Label;
using notes::LineKind;
using notes::Range;

using notes::kIssueDate;

namespace {

class TakeApart {
 public:
  TakeApart(const Written& entry, const Said& said) : entry_(entry), said_(said) {}

  Parts parts() {
    take_title();
    if (entry_.front) take_front_matter();
    if (entry_.entry->form == Form::kRow)
      take_row();
    else if (entry_.entry->form == Form::kHtml)
      take_html();
    else
      take_lines();
    for (const std::string& fact : facts_) {
      if (out_.title.empty()) out_.title = entry_.entry->title;
      out_.title += ", " + fact;
    }
    drop_what_is_said(out_.blocks);
    drop_what_is_said(out_.cited);
    if (said_.has_words(out_.summary)) out_.summary.clear();
    return std::move(out_);
  }

 private:
  std::string_view view(Range range) const { return entry_.view(range); }

  bool is_own(const std::optional<notes::Identifier>& id) const {
    const auto& own = entry_.entry->identifiers;
    return id && std::find(own.begin(), own.end(), *id) != own.end();
  }

  // The words of a line, without the URLs that only name the work.
  std::string words_of(Range range) const {
    std::vector<notes::WrittenLink> links = notes::links_in(entry_.text(), range);
    std::string out;
    uint32_t at = range.begin;
    for (const notes::WrittenLink& link : links) {
      out += entry_.text().substr(at, link.range.begin - at);
      out += ' ';
      out += view(link.text);
      if (!link.is_url() || !is_own(notes::identifier_of_url(link.to)))
        out += ' ' + std::string(link.to);
      at = link.range.end;
    }
    out += entry_.text().substr(at, range.end - at);
    return out;
  }

  bool is_said(Range range) const {
    const std::string words = words_of(range);
    return said_.has_words(words);
  }

  // A second label of this kind would be one of the other's file, not of its entry alone.
  static bool is_of_title(Field field) {
    return field == Field::kTitle || field == Field::kAuthors || field == Field::kVenue ||
           field == Field::kYear;
  }

  void take_title() {
    if (entry_.title_lines.empty() || entry_.entry->form == Form::kRow) return;
    Range line = entry_.title;
    switch (entry_.entry->form) {
      case Form::kHtml: {
        if (const std::string title = notes::html_text(view(line)); !said_.has_words(title))
          out_.title = title;
        return;
      }
      case Form::kItem:
      case Form::kBold:
      case Form::kPage:
        line = notes::trimmed(entry_.text(), entry_.title_lines);
        break;
      default:
        break;
    }
    if (entry_.entry->form == Form::kItem) line.begin = item_content(line);
    const std::string_view written = view(line);
    const uint32_t marker = notes::marker_size(written, entry_.note->reading()->title_markers);
    line.begin += marker;
    if (!is_said(line)) out_.title = notes::one_line(view(line));
  }

  // Behind the list marker and check box.
  uint32_t item_content(Range line) const {
    const notes::Note& note = *entry_.note;
    for (const auto& section : note.sections())
      for (const notes::Line& one : section->lines)
        if (section.at(one.range).begin == note.text().line(note.text().line_of(line.begin)).begin)
          return section.at(one.content).begin;
    return line.begin;
  }

  void take_front_matter() {
    const bool is_toml = entry_.text().starts_with("+++");
    for (const notes::FrontMatterField& field : entry_.front->front_matter.fields) {
      std::string name = field.key;
      std::replace(name.begin(), name.end(), '_', ' ');
      const Field meaning = notes::field_named(name);
      std::string value;
      bool is_known = meaning == Field::kTags || field.key == "tags";
      bool all_own = !field.values.empty();
      for (const notes::FrontMatterValue& one : field.values) {
        value += (value.empty() ? "" : ", ") + notes::one_line(one.text);
        all_own = all_own && is_own(notes::identifier_of_field(field.key, one.text));
      }
      is_known = is_known || all_own || said_.has_words(value);
      if (is_known) continue;
      if (meaning == Field::kSummary && out_.summary.empty())
        out_.summary = value;
      else if (is_of_title(meaning))
        facts_.push_back(value);
      else
        out_.fields.push_back({field.key, is_toml ? std::string() : std::string(view(field.range)),
                               std::move(value)});
    }
  }

  // Lines that only give the work's identifiers, tags or fields that the other has, too.
  bool is_known_fact(const WrittenLine& line) const {
    if (line.kind != LineKind::kText && line.kind != LineKind::kItem) return false;
    if (const auto tags = notes::read_tag_line(entry_.text(), line.content))
      return view(line.content).find(kIssueDate) == std::string_view::npos;
    const Label label = notes::read_label(entry_.text(), line.content);
    const bool names = label.field == Field::kLink || label.field == Field::kPaper;
    if (names && is_own(notes::identifier_of_field(label.name(), view(label.value)))) return true;
    const Range value = names ? label.value : line.content;
    const std::vector<notes::WrittenLink> links = notes::links_in(entry_.text(), value);
    const bool own = !links.empty() && std::all_of(links.begin(), links.end(), [&](const auto& l) {
      return l.is_url() && is_own(notes::identifier_of_url(l.to)) &&
             (l.text.empty() || notes::is_generic_link_text(view(l.text)) ||
              said_.has_words(view(l.text)));
    });
    if (own && said_.has_words(notes::words_beside_links(entry_.text(), value, links))) return true;
    const bool is_field = label.field != Field::kNone && label.field != Field::kSummary &&
                          label.field != Field::kComment;
    if (is_field) return !label.value.empty() && is_said(label.value);
    return entry_.entry->form == Form::kBold && (!links.empty() || view(line.content)[0] == '*') &&
           is_said(line.content);
  }

  bool take_fact(const WrittenLine& line) {
    if (line.kind != LineKind::kText && line.kind != LineKind::kItem) return false;
    const Label label = notes::read_label(entry_.text(), line.content);
    if (!is_of_title(label.field) || label.value.empty()) return false;
    facts_.emplace_back(view(label.value));
    return true;
  }

  // `#tags Issue Date: 2026-01-12 GPT Summary- … Comment`
  void take_facts(Range content) {
    std::string_view rest = view(content);
    const size_t date = rest.find(kIssueDate);
    if (date == std::string_view::npos) return;
    rest.remove_prefix(date);
    if (rest.ends_with(" Comment")) rest.remove_suffix(8);
    const size_t summary = rest.find("GPT Summary-");
    take_date(notes::trim(rest.substr(0, summary)));
    if (summary != std::string_view::npos) out_.summary = notes::trim(rest.substr(summary + 12));
  }

  void take_date(std::string_view said) {
    if (!said_.has_words(said)) out_.blocks.push_back({std::string(said), false});
  }

  void take_lines() {
    std::string block;
    bool is_tight = false, in_list = false, cited = false, code = false;
    uint32_t list_indent = 0;
    const auto flush = [&] {
      while (block.ends_with('\n')) block.pop_back();
      if (!block.empty()) (cited ? out_.cited : out_.blocks).push_back({block, is_tight});
      block.clear();
      is_tight = false;
    };
    for (size_t i = 0; i < entry_.lines.size(); ++i) {
      const WrittenLine& line = entry_.lines[i];
      if (line.is_cited != cited) {
        flush();
        cited = line.is_cited;
      }
      const bool goes_on = code && line.kind == LineKind::kCode;
      code = line.kind == LineKind::kCode;
      if (line.kind == LineKind::kBlank) {
        flush();
        in_list = false;
        continue;
      }
      if (entry_.entry->form == Form::kPage && i < 2 && take_page_line(i, line)) continue;
      if (const auto tags = facts_of(line)) {
        take_date(notes::trim(*tags));
        continue;
      }
      if (!cited && !goes_on && (is_known_fact(line) || take_fact(line))) continue;
      if (line.kind == LineKind::kHeading) {
        flush();
        in_list = false;
        if (entry_.entry->form == Form::kFile && is_title_again(line)) continue;
        block = dedented(line);
        flush();
        continue;
      }
      const uint32_t indent = line.content.begin - line.range.begin;
      if (line.kind == LineKind::kItem && (!in_list || indent <= list_indent)) {
        const bool was_list = in_list;
        if (!block.empty() || was_list) {
          const bool follows = !block.empty() || was_list;
          flush();
          is_tight = follows;
        }
        in_list = true;
        list_indent = indent;
      }
      if (!block.empty()) block += '\n';
      block += dedented(line);
    }
    flush();
  }

  // The page layout's second and third lines; true when nothing is left of it.
  bool take_page_line(size_t i, const WrittenLine& line) {
    if (i == 1) {
      take_facts(line.content);
      return notes::read_tag_line(entry_.text(), line.content).has_value() ||
             view(line.content).find(kIssueDate) != std::string_view::npos;
    }
    return notes::links_in(entry_.text(), line.content).empty() || is_said(line.content);
  }

  // The date of a line of tags, which are taken over by themselves.
  std::optional<std::string_view> facts_of(const WrittenLine& line) const {
    if (line.kind != LineKind::kText || entry_.entry->form == Form::kPage) return std::nullopt;
    const std::string_view words = view(line.content);
    const size_t date = words.find(kIssueDate);
    if (date == std::string_view::npos || !notes::read_tag_line(entry_.text(), line.content))
      return std::nullopt;
    return words.substr(date);
  }

  bool is_title_again(const WrittenLine& line) const {
    std::string_view words = view(line.content);
    while (words.starts_with('#')) words.remove_prefix(1);
    return notes::title_key(words) == entry_.entry->title_key || said_.has_words(words);
  }

  std::string dedented(const WrittenLine& line) const {
    std::string_view bytes = view(line.range);
    if (entry_.entry->form != Form::kItem) return std::string(bytes);
    const uint32_t own = item_content(entry_.title_lines) - entry_.title_lines.begin;
    uint32_t columns = 0;
    while (!bytes.empty() && notes::is_blank_char(bytes[0]) && columns < own) {
      columns += bytes[0] == '\t' ? 4 : 1;
      bytes.remove_prefix(1);
    }
    return std::string(bytes);
  }

  void take_row() {
    const notes::Text& text = entry_.note->text();
    const uint32_t row = text.line_of(entry_.title.begin);
    uint32_t head = row;  // the table's first row
    while (head > 0 && notes::trim(view(text.line(head - 1))).starts_with('|')) --head;
    const std::vector<Range> names = notes::cells_of(entry_.text(), text.line(head));
    const std::vector<Range> cells = notes::cells_of(entry_.text(), text.line(row));
    for (size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty() || is_said(cells[i])) continue;
      std::string name = head < row && i < names.size() ? std::string(view(names[i])) : "";
      std::erase(name, '*');
      const bool is_title = cells[i].covers(entry_.title);
      const Field field = notes::field_named(notes::heading_name(name));
      if (field == Field::kSummary)
        out_.summary = view(cells[i]);
      else if (is_of_title(field) && !is_title)
        facts_.emplace_back(view(cells[i]));
      else if (is_title)
        out_.title = view(cells[i]);
      else
        out_.blocks.push_back({(name.empty() ? "" : name + ": ") + std::string(view(cells[i])),
                               !out_.blocks.empty()});
    }
  }

  void take_html() {
    const std::string_view text = entry_.text().substr(0, entry_.whole.end);
    if (const size_t date = text.find(kIssueDate, entry_.whole.begin);
        date != std::string_view::npos)
      take_date(notes::trim(text.substr(date, text.find('<', date) - date)));
    for (size_t at = text.find("class=\"snippet\"", entry_.whole.begin);
         at != std::string_view::npos;) {
      const size_t begin = text.find('>', at);
      if (begin == std::string_view::npos) return;
      at = text.find("class=\"snippet\"", begin);
      size_t end = text.rfind('<', std::min(at, text.size()));
      if (at == std::string_view::npos) end = std::max(entry_.end, static_cast<uint32_t>(begin));
      take_snippet(notes::trim(text.substr(begin + 1, std::max(end, begin + 1) - begin - 1)));
    }
  }

  // `<span>Summary</span>words`, as HTML, which markdown may hold.
  void take_snippet(std::string_view html) {
    if (html.ends_with("</span>") && html.find("<span", 5) == std::string_view::npos)
      html.remove_suffix(7);
    const size_t close = html.find("</span>");
    std::string name;
    if (html.starts_with("<span") && close != std::string_view::npos) {
      name = notes::html_text(html.substr(0, close));
      html = notes::trim(html.substr(close + 7));
    }
    if (html.empty() || said_.has_text(html)) return;
    if (name.ends_with("Summary"))
      out_.summary = notes::one_line(html);
    else
      out_.blocks.push_back({std::string(html), false});
  }

  void drop_what_is_said(std::vector<Block>& blocks) const {
    std::erase_if(blocks, [&](const Block& block) {
      return !block.text.starts_with('#') && said_.has_lines(block.text);
    });
    if (blocks.empty()) return;
    // A heading with nothing left below it.
    for (size_t i = blocks.size(); i-- > 0;) {
      const auto level = [&](size_t at) { return blocks[at].text.find_first_not_of('#'); };
      const bool is_last = i + 1 == blocks.size();
      if (blocks[i].text.starts_with('#') && said_.has_words(blocks[i].text) &&
          (is_last || (blocks[i + 1].text.starts_with('#') && level(i + 1) <= level(i))))
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (!blocks.empty()) blocks.front().is_tight = false;
  }

  const Written& entry_;
  const Said& said_;
  std::vector<std::string> facts_;  // values of fields of a title line
  Parts out_;
};

}  // namespace

Parts take_apart(const Written& entry, const Said& said) { return TakeApart(entry, said).parts(); }

}  // namespace features
