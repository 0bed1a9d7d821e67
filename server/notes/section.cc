#include "notes/section.h"

#include <algorithm>
#include <utility>

#include "notes/blocks.h"
#include "notes/cited_words.h"
#include "notes/inline.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/path.h"
#include "notes/section_word.h"
#include "notes/tag_html.h"
#include "notes/tag_labels.h"
#include "notes/tag_values.h"
#include "notes/tags.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/titled_paper.h"
#include "notes/titles.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool is_running_text(LineKind kind) {
  return kind == LineKind::kText || kind == LineKind::kItem || kind == LineKind::kTable ||
         kind == LineKind::kHeading;
}

// Lines that belong to one paragraph, item, row or heading are scanned together, since links may
// span them.
template <class F>
void for_each_run(const std::vector<Line>& lines, F&& f) {
  for (size_t i = 0; i < lines.size();) {
    if (!is_running_text(lines[i].kind)) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    if (lines[i].kind == LineKind::kText || lines[i].kind == LineKind::kItem)
      while (end < lines.size() && lines[end].kind == LineKind::kText) ++end;
    f(Range{lines[i].content.begin, lines[end - 1].content.end});
    i = end;
  }
}

void read_tags(std::string_view text, const std::vector<Line>& lines, size_t first,
               const Inline& found, std::vector<TagUse>& out) {
  std::vector<bool> taken(lines.size(), false);
  read_tag_labels(text, lines, first, taken, out);
  bool in_comment = false;
  for (size_t i = first; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.kind == LineKind::kHtml) {
      const std::string_view bytes = view(text, line.content);
      const size_t open = bytes.rfind("<!--"), close = bytes.rfind("-->");
      const bool was_in_comment = in_comment;
      in_comment = close != std::string_view::npos ? open != std::string_view::npos && open > close
                                                   : in_comment || open != std::string_view::npos;
      if (!was_in_comment && open == std::string_view::npos)
        scan_html_tags(text, line.content, found, out);
      continue;
    }
    in_comment = false;
    const bool is_text = line.kind == LineKind::kText || line.kind == LineKind::kItem;
    if (!is_text || taken[i]) continue;
    scan_html_tags(text, line.content, found, out);
    Range rest = line.content;
    if (auto tags = read_tag_line(text, line.content);
        tags && !found.is_masked(line.content.begin)) {
      // What follows an issue date is about the paper, not a tag.
      for (TagUse& tag : *tags) out.push_back(std::move(tag));
      continue;
    }
    if (line.kind == LineKind::kText && is_sloppy_heading(text, rest))
      rest.begin += static_cast<uint32_t>(view(text, rest).find_first_of(" \t"));
    scan_inline_tags(text, rest, found, out);
  }
}

// A block of HTML is no running text, but its links lead somewhere.
void add_html_references(std::string_view text, Range content, std::vector<Reference>& out) {
  if (view(text, content).find("href") == std::string_view::npos) return;
  Inline found;
  scan_inline(text, content, found);
  for (Reference& reference : found.references) out.push_back(std::move(reference));
}

// In the order of the text, and where two readings of the same bytes were found the first alone.
void put_in_order(std::vector<TagUse>& tags) {
  std::stable_sort(tags.begin(), tags.end(),
                   [](const TagUse& a, const TagUse& b) { return a.range.begin < b.range.begin; });
  uint32_t end = 0;
  std::erase_if(tags, [&](const TagUse& tag) {
    if (tag.range.begin < end) return true;
    end = tag.range.end;
    return false;
  });
}

// Tools that read front matter take spaces in `tags` as separators where nothing else is; a topic
// may have several words, unless its writer joins words by other means.
bool separates_by_space(std::string_view key, std::string_view value) {
  return key == "tags" || key == "tag" || value.find_first_of("-_#") != std::string_view::npos;
}

void read_code_lines(std::string_view text, Section& out) {
  for (uint32_t at = 0; at < text.size();) {
    const LineSpan line = line_at(text, at);
    out.lines.push_back({line.range, trimmed(text, line.range), LineKind::kCode});
    at = line.next;
  }
}

void read_front_matter_section(std::string_view text, Section& out) {
  out.front_matter = read_front_matter(text);
  for (const FrontMatterField& field : out.front_matter.fields) {
    if (!is_tag_label(field.key)) continue;
    for (const FrontMatterValue& value : field.values) {
      TagValues how{TagSource::kFrontMatter};
      how.space_separates =
          !field.is_list && separates_by_space(field.key, view(text, value.range));
      read_tag_values(text, value.range, how, out.tags);
    }
  }
  // A paper's own identifiers are its entry's; an URL of another is a reference.
  read_code_lines(text, out);
}

// A link may end in `/`: the folder is meant.
std::string_view name_in(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return last_component(path);
}

// Keys are made once, with the section: an edit elsewhere in the note only collects them.
void make_keys(Section& out) {
  for (TagUse& tag : out.tags) tag.key = tag_key(tag.name);
  const auto add = [&](KeyKind kind, std::string_view folded) {
    if (!folded.empty()) out.refers_to.push_back(make_key(kind, folded));
  };
  for (const Reference& reference : out.references) {
    if (reference.identifier) add(KeyKind::kRefersToIdentifier, to_string(*reference.identifier));
    for (const TitleCandidate& candidate : reference.titles)
      add(KeyKind::kRefersToTitle, title_key(candidate.title));
    if (reference.kind == ReferenceKind::kCite) {
      // In any case, and by the name of a page.
      add(KeyKind::kRefersToIdentifier, fold(to_string(*reference.identifier)));
      add(KeyKind::kRefersToName, name_key('@' + reference.identifier->value));
    }
    if (reference.kind == ReferenceKind::kWiki && reference.path.starts_with('@'))
      add(KeyKind::kRefersToIdentifier,
          fold(to_string({IdentifierKind::kCitekey, reference.path.substr(1)})));
    if (reference.kind == ReferenceKind::kWiki) {
      add(KeyKind::kRefersToName, name_key(name_in(reference.path)));
      add(KeyKind::kRefersToName, loose_name_key(reference.path));
      add(KeyKind::kRefersToTitle,
          title_key(reference.path.empty() ? reference.anchor : reference.path));
    }
    if (reference.kind == ReferenceKind::kLink || reference.kind == ReferenceKind::kFile)
      add(KeyKind::kRefersToPath, name_key(name_in(reference.path)));
  }
}

// The few lines below a heading in which labels stand.
constexpr size_t kHeadLines = 12;

// The item above a nested one, when it is words alone; SIZE_MAX when there is none.
size_t titled_item_above(std::string_view text, const std::vector<Line>& lines, size_t line) {
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
uint32_t count_papers(std::string_view text, const Section& section, const Heading* heading) {
  const std::vector<Line>& lines = section.lines;
  uint32_t out = 0;
  size_t line = 0, counted = SIZE_MAX, bold = SIZE_MAX, item = SIZE_MAX;
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
    for (; line < lines.size() && lines[line].range.end < reference.range.end; ++line) pass(line);
    if (line == lines.size() || line == counted) continue;
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

Census take_census(std::string_view text, const Section& section, const Reading& reading) {
  Census out;
  const Heading* heading = heading_of(section);
  if (heading) {
    out.has_work_heading = is_bibliographic(heading->text, reading.title_markers);
    if (view(text, heading->range).find("://") != std::string_view::npos)
      for (const WrittenLink& link : links_in(text, heading->range))
        out.has_work_heading = out.has_work_heading || link.is_paper();
    const std::string_view shown = heading->text;
    out.has_work_heading = out.has_work_heading || read_cited_title(shown).has_value();
    if (shown.starts_with('[') || shown.starts_with("\\[") || shown.starts_with("【"))
      out.has_work_heading = out.has_work_heading || read_title_text(shown).has_venue_year();
    out.is_section_word = is_section_word(heading->name);
    out.is_reference_zone =
        names_reference_zone(heading->name) || reading.is_reference_heading(heading->name);
    out.is_loose_zone = names_loose_zone(heading->name);
  }
  out.paper_items = count_papers(text, section, heading);
  if (out.paper_items > 0)
    for (size_t i = 0; i < section.lines.size(); ++i)
      out.titled_papers +=
          is_titled_item(text, section.lines, i) || is_paper_paragraph(text, section.lines, i);
  out.has_work_heading =
      out.has_work_heading ||
      (heading && std::any_of(section.references.begin(), section.references.end(),
                              [&](const Reference& reference) {
                                return reference.kind == ReferenceKind::kUrl &&
                                       heading->range.covers(reference.range);
                              }));
  size_t seen = 0;
  out.is_bare = heading != nullptr;
  for (size_t i = heading ? 1 : 0; i < section.lines.size() && seen < kHeadLines; ++i) {
    const Line& at = section.lines[i];
    if (at.kind == LineKind::kBlank) continue;
    ++seen;
    const bool was_bare = std::exchange(out.is_bare, false);
    if (at.kind != LineKind::kText && at.kind != LineKind::kItem && at.kind != LineKind::kTable)
      continue;
    const Field field = read_label(text, at.content).field;
    out.is_bare = was_bare && field != Field::kNone;
    if (field == Field::kAuthors || field == Field::kVenue) out.has_labels = true;
    if (seen == 1 && field == Field::kNone && heading && at.kind == LineKind::kText &&
        word_count(heading->text) >= 2 && field_named(heading->name) == Field::kNone &&
        !read_names_and_venue(view(text, at.content)).names.empty())
      out.has_labels = true;
  }
  // Labels below a part of a work, such as its rating, do not start another.
  if (out.is_section_word && heading && !is_page_word(heading->name)) out.has_labels = false;
  return out;
}

void read_text_section(std::string_view text, const Reading& reading, Section* out) {
  Blocks blocks = read_blocks(text);
  out->lines = std::move(blocks.lines);
  out->headings = std::move(blocks.headings);
  // The title line of a page entry is neither a heading nor a reference, and no tag stands in it.
  const size_t first = out->kind == SectionKind::kPageEntry ? 2 : 0;
  if (out->kind == SectionKind::kPageEntry)
    std::erase_if(out->headings,
                  [&](const Heading& h) { return h.range.begin < out->lines[1].range.end; });

  Inline found;
  for_each_run(out->lines, [&](Range run) {
    if (first == 0 || (out->lines.size() > first && run.end > out->lines[first].range.begin))
      scan_inline(
          text,
          {first == 0 ? run.begin : std::max(run.begin, out->lines[first].range.begin), run.end},
          found);
  });
  read_tags(text, out->lines, first, found, out->tags);
  for (TagUse& tag : found.tags) out->tags.push_back(std::move(tag));
  put_in_order(out->tags);
  std::vector<Reference> titles;
  scan_titles(text, out->lines, first, found, reading, titles);
  out->references = std::move(found.references);
  for (const Line& line : out->lines)
    if (line.kind == LineKind::kHtml) add_html_references(text, line.content, out->references);
  for (Reference& title : titles) out->references.push_back(std::move(title));
  std::sort(out->references.begin(), out->references.end(),
            [](const Reference& a, const Reference& b) { return a.range < b.range; });
  out->census = take_census(text, *out, reading);
}

bool has_anchors(std::string_view text) {
  for (size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
    const std::string_view before = text.substr(0, at), behind = text.substr(at + 1, 1);
    if ((before.ends_with("id") || before.ends_with("name")) && (behind == "\"" || behind == "'"))
      return true;
  }
  return text.find("id:: ") != std::string_view::npos;
}

}  // namespace

const Heading* heading_of(const Section& section) {
  return section.kind == SectionKind::kHeading && !section.headings.empty()
             ? &section.headings.front()
             : nullptr;
}

std::shared_ptr<const Section> read_section(SectionKind kind, std::string_view text,
                                            const Reading& reading) {
  auto out = std::make_shared<Section>();
  out->kind = kind;
  out->size = static_cast<uint32_t>(text.size());
  if (kind == SectionKind::kFrontMatter)
    read_front_matter_section(text, *out);
  else if (kind == SectionKind::kBibtex)
    read_code_lines(text, *out);
  else
    read_text_section(text, reading, out.get());
  make_keys(*out);
  out->has_anchors = has_anchors(text);
  std::erase_if(out->tags, [&](const TagUse& tag) {
    return (tag.source == TagSource::kInline && !reading.inline_tags) ||
           reading.is_never_tag(tag.key);
  });
  // There are as many sections as entries, and they stay.
  out->lines.shrink_to_fit();
  out->headings.shrink_to_fit();
  out->tags.shrink_to_fit();
  out->references.shrink_to_fit();
  out->refers_to.shrink_to_fit();
  return out;
}

}  // namespace notes
