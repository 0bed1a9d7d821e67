#include "notes/file_head.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/bibliography.h"
#include "notes/cited_words.h"
#include "notes/fields.h"
#include "notes/head_identifiers.h"
#include "notes/head_line.h"
#include "notes/labelled_titles.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/section_word.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/titled_paper.h"
#include "notes/unicode.h"
#include "notes/whole_title.h"

namespace notes {
namespace {

constexpr size_t kHeadLines = 40;
constexpr size_t kLeadLines = 2;
constexpr size_t kTitleLines = 8;  // in which the title may stand without a mark

// Where a link that is the whole line leads; nullptr for any other line.
const WrittenLink* lone_link(const std::vector<WrittenLink>& links, Range content) {
  return links.size() == 1 && links[0].range == content ? &links[0] : nullptr;
}

class HeadReader {
 public:
  explicit HeadReader(const Draft& draft) : draft_(draft) {}

  FileHead read() {
    for (; section_ < draft_.sections.size() && lines_ < kHeadLines; ++section_) {
      if (draft_.sections[section_]->kind == SectionKind::kFrontMatter) continue;
      if (!read_section()) break;  // the section that begins something else is no part of the head
    }
    if (!may_be_one(called_paper_)) out_.starts_with_paper = false;  // of several papers
    for (const Placed<Section>& section : draft_.sections)
      out_.section_words += section->census.is_section_word;
    find_identifiers();
    if (!html_title_.empty() && !out_.identifiers.empty())
      out_.labels.push_back(
          {Field::kTitle, "title", draft_.text.copy(html_title_), html_title_, false});
    return std::move(out_);
  }

 private:
  // False when something else begins: a heading that is neither the title nor one that papers have.
  bool read_section() {
    const Section& section = *draft_.sections[section_];
    const std::string_view text = draft_.text_of(section_);
    const Heading* heading = heading_of(section);
    size_t first = 0;
    if (heading && read_labelled_heading(text, *heading)) {
      first = 1;
    } else if (heading) {
      first = 1;
      if (const Field field = field_named(heading->name);
          field == Field::kTitle || field == Field::kPaper || field == Field::kAuthors ||
          field == Field::kYear || field == Field::kVenue ||
          (field == Field::kLink && (!names_loose_zone(heading->name) || names_paper(section)))) {
        first = read_field_heading(section, text, field, *heading);
      } else if (is_section_word(heading->name)) {
        // What follows a part of the work is another, unless it ranks above.
        if (!out_.heading && !is_page_word(heading->name))
          title_level_ = std::min(title_level_, heading->level);
      } else if (is_better_title(*heading)) {
        take_heading(section, *heading);
      } else if (out_.heading && take_venue(heading->text)) {
        // `## [ICASSP 2022]`, where the work came out
      } else if (!is_placeholder(heading->name) && !take_byline(heading->text, true)) {
        // The title's; or a short one that says no more than `Information`.
        const bool is_short = !has_words(heading->text, 4) && !section.census.has_work_heading;
        if (out_.heading ? !is_short : blocks_ > 2 || heading->level >= title_level_) return false;
        if (!out_.heading) take_heading(section, *heading);
      }
    }
    for (last_line_ = first; last_line_ < section.lines.size() && lines_ < kHeadLines;
         ++last_line_) {
      if (starts_other(text, section.lines, last_line_)) return !(is_ended_ = true);
      read_line(section, text, section.lines[last_line_]);
    }
    return true;
  }

  // `### Author: Jane Doe`, `## 論文タイトル：A Title`
  bool read_labelled_heading(std::string_view text, const Heading& heading) {
    const Label label = read_label(text, heading.text_range);
    const bool more = label.field == Field::kAuthors || label.field == Field::kYear ||
                      label.field == Field::kVenue;
    const bool title = label.field == Field::kTitle && !out_.heading && out_.labels.empty();
    if (label.value.empty() || !(title || (more && (out_.heading || !out_.labels.empty()))))
      return false;
    add(label.field, label.name(), text, label.value, false);
    ++out_.field_headings;
    return true;
  }

  // Of a list of links one is called `paper`.
  bool names_paper(const Section& section) const {
    const std::string_view text = draft_.text_of(section_);
    return std::any_of(section.lines.begin(), section.lines.end(), [&](const Line& line) {
      const std::optional<WrittenLink> first = first_link_in(text, line.content);
      return first && first->range.begin <= line.content.begin + 1 && !first->text.empty() &&
             is_paper_link_text(view(text, first->text));
    });
  }

  // The first of several works that a list gives: what follows is not about the file's.
  bool starts_other(std::string_view text, const Row<Line>& lines, size_t i) const {
    const Survey& survey = draft_.survey;
    const uint32_t labelled = survey.labelled_titles.works();
    if (survey.titled_papers >= 2 &&
        (is_titled_item(text, lines, i) || is_paper_paragraph(text, lines, i)))
      return true;
    return labelled > 0 && labelled + survey.paper_items >= 2 && labels_below(text, lines, i).any();
  }

  void read_line(const Section& section, std::string_view text, const Line& line) {
    if (line.kind == LineKind::kBlank) return;
    ++lines_;
    if (line.kind == LineKind::kHtml) read_html_heading(text, line.content);
    if (line.kind == LineKind::kCode && is_bibtex(view(text, line.content))) out_.has_bibtex = true;
    if (line.kind != LineKind::kText && line.kind != LineKind::kItem &&
        line.kind != LineKind::kTable)
      return;
    const std::string_view words = view(text, line.content);
    if (is_name_spelled_out(words, line)) {
      out_.spelled_name = line.content.shifted(draft_.sections[section_].base);
      return;
    }
    read_links(text, line.content);
    Label label = read_label(text, line.content);
    if (is_bibliographic(label, text)) {
      out_.has_bibliographic_line = true;
      if (label.field == Field::kNone) label.field = Field::kLink;
    }
    if (label.field == Field::kNone && !label.is_property) {
      const bool is_shown = words.starts_with("![");
      if (leads_++ < kLeadLines) read_lead(section, text, line);
      if (out_.heading && blocks_ == 0 && take_byline(words)) return;
      if (!words.starts_with("#!") && !words.starts_with("<") && !is_shown) ++blocks_;
      return;
    }
    while (true) {
      const Range rest = label.rest;
      add(label.field, label.name(), text, label.value, label.is_property);
      if (rest.empty()) return;
      label = read_label(text, rest);
    }
  }

  // Below ratings and the like a line may be the title that the file's name is the slug of.
  bool is_name_spelled_out(std::string_view words, const Line& line) const {
    if (out_.heading || line.kind != LineKind::kText || lines_ > kTitleLines) return false;
    const std::string_view name = draft_.name();
    return ascii_lower(words.substr(0, 1)) == ascii_lower(name.substr(0, 1)) &&
           name.find(' ') == std::string_view::npos && may_be_title(words) &&
           spells_out(words, title_of_name(name).title);
  }

  // What the file starts with: the bare URL of the paper, a link that is its title, or its PDF.
  void read_lead(const Section& section, std::string_view text, const Line& line) {
    const Range content = line.content;
    const std::string_view words = view(text, content);
    if (words.starts_with("![") && words.find(".pdf](") != std::string_view::npos) {
      const std::string_view name = words.substr(2, words.find(".pdf](") - 2);
      const std::optional<Identifier> id = identifier_of_field("arxiv", name);
      if (id) add_once(shown_, *id);
      out_.starts_with_pdf = id || is_name_of_file(name) || name.ends_with("aper") ||
                             is_written_as_title(title_of_name(draft_.name()).title);
      return;
    }
    const bool unnamed = !out_.heading || !has_words(out_.heading->text, 3);
    if (leads_ == 1 && unnamed && out_.labels.empty()) read_plain_title(section, text, line);
    const bool marked = words.starts_with("#!");  // `#! https://…`
    const Range address = marked ? trimmed(text, {content.begin + 2, content.end}) : content;
    const std::vector<WrittenLink> links = links_in(text, address);
    const WrittenLink* link = lone_link(links, address);
    const uint32_t column = content.begin - line.range.begin;
    if (leads_ == 1 && line.kind == LineKind::kItem) lead_column_ = column;
    if (!link || !link->is_paper() || column > lead_column_) return;  // nested: of what is above
    const std::string_view shown = view(text, link->text);
    if (shown.starts_with("![")) return;  // the badge of a project
    if (shown.empty() || is_generic_link_text(shown) || is_name_of_file(shown)) {
      const std::optional<Identifier> id = identifier_of_url(link->to);
      out_.starts_with_paper = id || reads_like_title(title_of_name(draft_.name()).title);
      if (id) add_once(called_paper_, *id);
    } else if (!out_.heading && line.kind == LineKind::kText && has_words(shown, 3) &&
               !is_one_of_many(section, text, content)) {
      add(Field::kTitle, "title", text, link->text, false);
      add(Field::kLink, "link", text, content, false);
    }
  }

  // A title in a paragraph of its own, over its authors or its address.
  void read_plain_title(const Section& section, std::string_view text, const Line& line) {
    Range title = line.content;
    if (view(text, title).starts_with("**") && view(text, title).ends_with("**") &&
        title.size() > 4)
      title = {title.begin + 2, title.end - 2};
    const std::string_view words = view(text, title);
    const size_t below = last_line_ + 1;
    if (line.kind == LineKind::kText && may_be_title(words) && is_name_of_file(words))
      return add(Field::kTitle, "title", text, title, false);
    if (line.kind != LineKind::kText || !may_be_title(words) || !is_alone(section, below) ||
        words.find("](") != std::string_view::npos)
      return;
    const Range next = section.lines[below + 1].content;
    const Range names = read_names_and_venue(view(text, next)).names;
    const std::vector<WrittenLink> links = links_in(text, next);
    const WrittenLink* link = lone_link(links, next);
    const bool leads = link && link->is_paper() &&
                       (link->text.empty() || is_generic_link_text(view(text, link->text)));
    if (names.empty() && !leads) return;
    add(Field::kTitle, "title", text, title, false);
    if (leads)
      add(Field::kLink, "link", text, next, false);
    else
      add(Field::kAuthors, "authors", text, names.shifted(next.begin), false);
  }

  // Below the line stand a blank one and running text.
  static bool is_alone(const Section& section, size_t below) {
    return below + 1 < section.lines.size() && section.lines[below].kind == LineKind::kBlank &&
           section.lines[below + 1].kind == LineKind::kText;
  }

  // `<h1 align="center">Title</h1>`
  void read_html_heading(std::string_view text, Range content) {
    const std::string_view words = view(text, content);
    if (out_.heading || !words.starts_with("<h1") || !words.ends_with("</h1>")) return;
    const size_t open = words.find('>') + 1;
    const Range title =
        trimmed(text, {content.begin + static_cast<uint32_t>(open), content.end - 5});
    if (may_be_title(view(text, title)))
      html_title_ = title.shifted(draft_.sections[section_].base);
  }

  bool is_name_of_file(std::string_view shown) const { return is_name_of(draft_, shown); }

  // Another line of the section is a link alone, too.
  static bool is_one_of_many(const Section& section, std::string_view text, Range content) {
    return std::any_of(section.lines.begin(), section.lines.end(), [&](const Line& line) {
      if (line.content == content || !view(text, line.content).starts_with('[')) return false;
      const std::vector<WrittenLink> links = links_in(text, line.content);
      const WrittenLink* link = lone_link(links, line.content);
      return link && link->is_paper();
    });
  }

  // What stood before it was a name for short; this one is called as the file is.
  bool is_better_title(const Heading& heading) const {
    if (!out_.heading || blocks_ > 0 || !out_.labels.empty()) return false;
    const double likeness = likeness_to_name(heading), before = likeness_to_name(*out_.heading);
    return likeness >= 0.6 && (before < 0.6 || (likeness >= 0.85 && before < likeness));
  }

  double likeness_to_name(const Heading& heading) const {
    const TitleLine line = read_title_line(heading.text);
    const std::string title = read_title_text(line.has_venue_year ? std::string_view(line.title)
                                                                  : std::string_view(heading.text))
                                  .title;
    const std::string name = title_of_name(draft_.name()).title;
    const double whole = words_in_common(title, name);
    // `Nick--Title` is also the name of `Title`.
    const size_t colon = name.find(": ");
    return colon == std::string::npos ? whole
                                      : std::max(whole, words_in_common(title, name.substr(colon)));
  }

  // Nothing but a venue and its year, right below the title.
  bool take_venue(std::string_view words) {
    constexpr size_t kLongest = 32;
    if (blocks_ > 0 || words.size() > kLongest || !out_.byline.venue.empty()) return false;
    const bool boxed = words.starts_with('[') && words.ends_with(']');
    if (boxed) words = words.substr(1, words.size() - 2);
    const std::optional<VenueYear> venue = read_venue_year(trim(words));
    if (!venue || venue->end != trim(words).size()) return false;
    out_.byline.venue = trim(venue->venue);
    out_.byline.year = venue->year;
    return true;
  }

  bool take_byline(std::string_view words, bool is_heading = false) {
    if (!out_.byline.authors.empty()) return false;
    if (read_byline(words, out_.byline)) return true;
    if (is_heading) return false;  // a title with commas reads like names
    const Byline byline = read_names_and_venue(words);
    if (byline.names.empty()) return false;
    read_authors(view(words, byline.names), out_.byline);
    take_loose_fields(view(words, byline.rest), out_.byline);
    return true;
  }

  void take_heading(const Section& section, const Heading& heading) {
    out_.heading = &heading;
    out_.heading_section = section_;
    for (const Reference& reference : section.references)
      if (reference.kind == ReferenceKind::kUrl && heading.range.covers(reference.range))
        add_once(out_.heading_links, *reference.identifier);
  }

  void read_links(std::string_view text, Range content) {
    if (view(text, content).find("](") == std::string_view::npos) return;
    for (const WrittenLink& link : links_in(text, content)) {
      if (!link.is_url() || link.text.empty() || !is_paper_link_text(view(text, link.text)))
        continue;
      // In a list each title has its own; one that starts its line is the page's.
      if (link.range.begin <= content.begin + 1) ++out_.paper_links;
      if (auto id = identifier_of_url(link.to); id && is_of_work(id->kind))
        add_once(called_paper_, *id);
    }
  }

  // `### Paper:` and the paragraph below it. Returns the line after it.
  size_t read_field_heading(const Section& section, std::string_view text, Field field,
                            const Heading& heading) {
    for (size_t i = 1; i < section.lines.size(); ++i) {
      const Line& line = section.lines[i];
      if (line.kind == LineKind::kBlank || heading.range.covers(line.range)) continue;
      if (line.kind != LineKind::kText && line.kind != LineKind::kItem) return i;
      if (starts_other(text, section.lines, i)) return i;  // `# 論文` over several
      if (read_label(text, line.content).field != Field::kNone) return i;  // a block of labels
      add(field, heading.name.str(), text, line.content, false);
      ++out_.field_headings;
      if (field == Field::kAuthors && line.kind == LineKind::kItem && !out_.labels.empty())
        for (; i + 1 < section.lines.size() && section.lines[i + 1].kind == LineKind::kItem; ++i)
          out_.labels.back().value += ", " + std::string(view(text, section.lines[i + 1].content));
      return i + 1;
    }
    return section.lines.size();
  }

  void add(Field field, std::string name, std::string_view text, Range value, bool is_property) {
    if (value.empty()) return;
    const uint32_t base = draft_.sections[section_].base;
    out_.labels.push_back(
        {field, std::move(name), std::string(view(text, value)), value.shifted(base), is_property});
  }

  // The surest first: by labels, in the title, by a link called `paper`, on a line of its own, once
  // in running text, by a link called `paper` further below.
  void find_identifiers() {
    Entry labelled;
    for (const FileHead::Said& said : out_.labels)
      if (said.field == Field::kLink || said.field == Field::kPaper)
        take_field(said.field, said.name, said.value, labelled);
    for (const Identifier& id : labelled.identifiers) add_once(out_.identifiers, id);
    for (const Identifier& id : out_.heading_links) add_once(out_.identifiers, id);
    if (out_.identifiers.empty() && may_be_one(called_paper_)) out_.identifiers = called_paper_;
    if (!out_.identifiers.empty()) return;
    const size_t first = draft_.sections[0]->kind == SectionKind::kFrontMatter ? 1 : 0;
    const size_t count = std::max(section_ + is_ended_, first) - first;
    Row<Identifier> own = notes::find_identifiers(Body{draft_, first, count, 0, last_line_});
    const HeadLinks links(draft_, out_.heading);
    for (const Identifier& other : own.empty() ? own : links.of_other_works(section_))
      erase(own, other);
    if (own.size() > 3 || draft_.survey.has_many_works()) own.clear();
    if (own.empty() && !is_ended_) own = links.near_top();
    if (own.empty()) own = shown_;
    if (own.empty() && !is_ended_) own = links.called_paper();
    if (!own.empty() && may_be_one(own)) out_.identifiers = std::move(own);
  }

  const Draft& draft_;
  FileHead out_;
  size_t section_ = 0;
  size_t last_line_ = 0;   // of the section read last
  bool is_ended_ = false;  // by another work
  size_t lines_ = 0;
  size_t blocks_ = 0;  // of running text
  Range html_title_;   // in the note
  size_t leads_ = 0;
  uint32_t lead_column_ = UINT32_MAX;  // of the item that the file starts with
  int title_level_ = 7;                // headings from this level down are no title any more
  Row<Identifier> called_paper_;
  Row<Identifier> shown_;  // by the PDF that the file starts with
};

}  // namespace

const FileHead::Said* FileHead::find(Field field) const {
  for (const Said& said : labels)
    if (said.field == field) return &said;
  return nullptr;
}

FileHead read_file_head(const Draft& draft) { return HeadReader(draft).read(); }

}  // namespace notes
