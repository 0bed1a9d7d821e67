#include "notes/file_entry.h"

#include <algorithm>

#include "notes/bibliography.h"
#include "notes/fields.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/path.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kHeadLines = 40;

const FrontMatter* front_matter_of(const Draft& draft) {
  const Section& first = *draft.sections[0];
  return first.kind == SectionKind::kFrontMatter ? &first.front_matter : nullptr;
}

void add_once(std::vector<Identifier>& all, const Identifier& id) {
  if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
}

// Identifiers of the works that the first lines link to.
std::vector<Identifier> identifiers_near_top(const Draft& draft) {
  std::vector<Identifier> out;
  size_t lines = 0;
  for (size_t s = 0; s < draft.sections.size() && lines < kHeadLines; ++s) {
    const Section& section = *draft.sections[s];
    if (section.kind == SectionKind::kFrontMatter) continue;
    if (draft.in_reference_zone[s]) break;
    uint32_t end = 0;
    for (const Line& line : section.lines) {
      if (line.kind != LineKind::kBlank && ++lines > kHeadLines) break;
      end = line.range.end;
    }
    for (const Reference& reference : section.references)
      if (reference.kind == ReferenceKind::kUrl && reference.range.end <= end)
        add_once(out, *reference.identifier);
  }
  return out;
}

// Two links to one work have two kinds: its preprint and its publication.
bool may_be_one(const std::vector<Identifier>& ids) {
  return ids.size() == 1 || (ids.size() == 2 && ids[0].kind != ids[1].kind);
}

bool is_url(std::string_view value) {
  return value.find("://") != std::string_view::npos || value.starts_with("www.");
}

class HeadReader {
 public:
  explicit HeadReader(const Draft& draft) : draft_(draft) {}

  FileHead read() {
    for (section_ = 0; section_ < draft_.sections.size() && lines_ < kHeadLines; ++section_) {
      if (draft_.sections[section_]->kind == SectionKind::kFrontMatter) continue;
      if (!read_section()) break;  // the section that begins something else is no part of the head
    }
    for (const Placed<Section>& section : draft_.sections)
      out_.section_words += section->census.is_section_word;
    find_identifiers();
    return std::move(out_);
  }

 private:
  // False when something else begins: a heading that is neither the title nor one that papers have.
  bool read_section() {
    const Section& section = *draft_.sections[section_];
    const std::string_view text = draft_.text_of(section_);
    const Heading* heading = heading_of(section);
    size_t first = 0;
    if (heading) {
      first = 1;
      if (const Field field = field_named(heading->name);
          field == Field::kTitle || field == Field::kPaper || field == Field::kAuthors ||
          field == Field::kYear || field == Field::kVenue || field == Field::kLink) {
        first = read_field_heading(section, text, field, *heading);
      } else if (!is_section_word(heading->name)) {
        // The title's; or a short one that says no more than `Information`.
        const bool is_short = word_count(heading->text) <= 3 && !section.census.has_work_heading;
        if (out_.heading ? !is_short : blocks_ > 2) return false;
        if (!out_.heading) take_heading(section, *heading);
      }
    }
    for (size_t i = first; i < section.lines.size() && lines_ < kHeadLines; ++i) {
      const Line& line = section.lines[i];
      if (line.kind == LineKind::kBlank) continue;
      ++lines_;
      if (line.kind != LineKind::kText && line.kind != LineKind::kItem &&
          line.kind != LineKind::kTable)
        continue;
      Label label = read_label(text, line.content);
      read_links(text, line.content);
      if (label.field == Field::kNone && !label.is_property) {
        const std::string_view words = view(text, line.content);
        if (!words.starts_with("#!") && !words.starts_with("<") && !words.starts_with("!["))
          ++blocks_;
        continue;
      }
      add(label.field, std::move(label.name), text, label.value, label.is_property);
    }
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
      out_.has_paper_link = true;
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
      if (read_label(text, line.content).field != Field::kNone) return i;  // a block of labels
      add(field, heading.name, text, line.content, false);
      ++out_.field_headings;
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

  void find_identifiers() {
    Entry labelled;
    for (const FileHead::Said& said : out_.labels)
      if (said.field == Field::kLink || said.field == Field::kPaper)
        take_field(said.field, said.name, said.value, labelled);
    for (const Identifier& id : labelled.identifiers) add_once(out_.identifiers, id);
    for (const Identifier& id : out_.heading_links) add_once(out_.identifiers, id);
    if (out_.identifiers.empty() && may_be_one(called_paper_)) out_.identifiers = called_paper_;
    if (!out_.identifiers.empty()) return;
    const size_t first = front_matter_of(draft_) ? 1 : 0;
    std::vector<Identifier> own =
        notes::find_identifiers(Body{draft_, first, std::max(section_, first) - first, 0});
    if (own.size() > 3 || draft_.survey.has_many_works()) own.clear();
    if (own.empty()) own = identifiers_near_top(draft_);
    if (may_be_one(own)) out_.identifiers = std::move(own);
  }

  const Draft& draft_;
  FileHead out_;
  size_t section_ = 0;
  size_t lines_ = 0;
  size_t blocks_ = 0;  // of running text
  std::vector<Identifier> called_paper_;
};

void take_front_matter(const FrontMatter& fields, Entry& entry) {
  for (const FrontMatterField& field : fields.fields) {
    std::string name = field.key;
    std::replace(name.begin(), name.end(), '_', ' ');
    const Field meaning = field_named(name);
    if (meaning == Field::kAuthors && field.is_list && entry.authors.empty()) {
      for (const FrontMatterValue& value : field.values) read_one_author(value.text, entry);
      continue;
    }
    for (const FrontMatterValue& value : field.values) {
      if (meaning != Field::kNone) {
        take_field(meaning, field.key, value.text, entry);
      } else if (field.key == "arxivid" || field.key == "citekey") {
        if (auto id = identifier_of_field(field.key, value.text))
          entry.identifiers.push_back(std::move(*id));
      } else if (field.key == "month" && !entry.month) {
        if (const std::optional<Date> date = read_date("2000-" + value.text);
            date && date->month > 0)
          entry.month = date->month;
      }
    }
  }
}

// `arXiv: 2505.10978 | Lang Feng et al. (NTU, 2025)`: parts behind a bar are said without a label.
void take_said(const FileHead::Said& said, Entry& entry) {
  const std::string_view value = said.value;
  const size_t bar = value.find(" | ");
  take_field(said.field, said.name, value.substr(0, bar), entry);
  if (bar == std::string_view::npos) return;
  const std::string_view rest = value.substr(bar + 3);
  const Label label = read_label(rest, {0, static_cast<uint32_t>(rest.size())});
  if (label.field != Field::kNone) {
    take_field(label.field, label.name, view(rest, label.value), entry);
    return;
  }
  const std::string_view names = trim(rest.substr(0, rest.find('(')));
  if (entry.authors.empty() && rest.find("://") == std::string_view::npos && names.size() > 3)
    read_authors(names, entry);
  take_loose_fields(rest, entry);
}

// Commas in a title of its own field are the title's; only the full form gives more.
bool take_title(std::string_view written, Range range, Entry& entry) {
  written = trim(written);
  if (written.starts_with('@')) written.remove_prefix(1);  // as pages of Logseq's Zotero import
  const TitleText text = read_title_text(written);
  const TitleLine line = read_title_line(text.title);
  const bool full = line.et_al || line.has_venue_year;
  entry.title = full ? line.title : line.whole;
  if (entry.title.empty()) return false;
  entry.title_range = range;
  if (full && entry.authors.empty()) {
    entry.authors = line.authors;
    entry.et_al = line.et_al;
  }
  if (entry.venue.empty()) entry.venue = full && !line.venue.empty() ? line.venue : text.venue;
  if (!entry.year) entry.year = full && line.year ? line.year : text.year;
  if (!entry.month && full) entry.month = line.month;
  return true;
}

bool find_title(const Draft& draft, const FileHead& head, Entry& entry) {
  if (const FrontMatter* fields = front_matter_of(draft))
    if (const FrontMatterField* title = fields->find("title")) {
      const FrontMatterValue& value = title->values.front();
      const Range range = value.range.empty() ? title->key_range : value.range;
      if (!trim(value.text).empty() && take_title(value.text, range, entry)) return true;
    }
  for (Field field : {Field::kTitle, Field::kPaper})
    for (const FileHead::Said& said : head.labels) {
      if (said.field != field) continue;
      const std::vector<WrittenLink> links =
          links_in(said.value, {0, static_cast<uint32_t>(said.value.size())});
      std::string_view value = said.value;
      if (!links.empty() && links[0].range.begin == 0) {
        value = view(said.value, links[0].text);
        if (is_generic_link_text(value)) continue;
      }
      if (!is_url(value) && word_count(value) > 0 && take_title(value, said.range, entry))
        return true;
    }
  if (head.heading) {
    const uint32_t base = draft.sections[head.heading_section].base;
    if (take_title(head.heading->text, head.heading->text_range.shifted(base), entry)) return true;
  }
  // The first line that is not front matter stands for the name of the file.
  const size_t first = front_matter_of(draft) && draft.sections.size() > 1 ? 1 : 0;
  const Section& section = *draft.sections[first];
  const Range line = section.lines.empty() ? Range{} : section.lines.front().content;
  entry.title_range = line.shifted(draft.sections[first].base);
  const TitleText text = title_of_name(draft.name());
  entry.title = text.title;
  if (entry.venue.empty()) entry.venue = text.venue;
  if (!entry.year) entry.year = text.year;
  return !entry.title.empty();
}

}  // namespace

const FileHead::Said* FileHead::find(Field field) const {
  for (const Said& said : labels)
    if (said.field == field) return &said;
  return nullptr;
}

FileHead read_file_head(const Draft& draft) { return HeadReader(draft).read(); }

bool is_index_name(std::string_view name) {
  const std::string folded = fold(name);
  for (std::string_view word : {"readme", "index", "_index", "summary", "home", "toc", "contents"})
    if (folded == word) return true;
  return false;
}

bool is_below_papers(std::string_view name) {
  const size_t dot = name.find('.');
  if (dot == std::string_view::npos || name.find(' ') != std::string_view::npos) return false;
  const std::string first = fold(name.substr(0, dot));
  for (std::string_view word : {"paper", "papers", "literature", "lit", "article", "articles",
                                "ref", "refs", "reading", "pub"})
    if (first == word) return true;
  return false;
}

bool may_be_one_work(const Draft& draft) {
  if (draft.survey.is_part || draft.survey.page_entries > 0) return false;
  if (draft.name().ends_with("(highlights)")) return false;  // a clipping of something read online
  return !draft.text.is_blank() && !draft.text.contains("<%");
}

Claim claim_file(const Draft& draft, const FileHead& head, Strength strength) {
  Entry entry;
  entry.strength = strength;
  const FrontMatter* fields = front_matter_of(draft);
  if (fields) take_front_matter(*fields, entry);
  for (const FileHead::Said& said : head.labels)
    if (said.field != Field::kTitle) take_said(said, entry);
  if (entry.identifiers.empty()) entry.identifiers = head.identifiers;
  if (!find_title(draft, head, entry) || entry.title.find("{{") != std::string::npos) return {};

  entry.tags = find_tags(draft, 0, draft.sections.size());
  const size_t first = fields ? 1 : 0;
  const size_t skip = !fields && head.heading && head.heading_section == 0 ? 1 : 0;
  const Body body{draft, first, draft.sections.size() - first, skip};
  if (fields)
    entry.summary = fields->text_of(
        {"summary", "description", "tldr", "tl;dr", "abstract", "要約", "概要", "摘要"});
  Summary summary = find_summary(body);
  if (entry.summary.empty())
    entry.summary = summary.text;
  else if (!summary.labelled)  // the first paragraph is the comment's
    summary = {};
  entry.comment = find_comment(body, summary);
  finish(draft, 0, draft.sections.size(), entry);
  return {draft.sections.size(), {std::move(entry)}};
}

}  // namespace notes
