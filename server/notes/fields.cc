#include "notes/fields.h"

#include <algorithm>
#include <set>
#include <utility>

#include "notes/bibliography.h"
#include "notes/key.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/tags.h"
#include "notes/title_blocks.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kShortestParagraph = 60;

bool is_prose(const Line& line) {
  return line.kind == LineKind::kText || line.kind == LineKind::kItem;
}

// One line of a body, with the text of its section.
struct BodyLine {
  std::string_view text;
  const Section* section = nullptr;
  size_t index = 0;
  bool is_cited = false;  // in a reference zone

  const Line& line() const { return section->lines[index]; }
  std::string_view content() const { return view(text, line().content); }
};

std::vector<BodyLine> lines_of(const Body& body) {
  std::vector<BodyLine> out;
  size_t count = 0;
  for (size_t s = body.first; s < body.first + body.count; ++s)
    count += body.draft.sections[s]->lines.size();
  out.reserve(count);
  for (size_t s = body.first; s < body.first + body.count; ++s) {
    const Section& section = *body.draft.sections[s];
    const std::string_view text = body.draft.text_of(s);
    const size_t end = s + 1 == body.first + body.count ? body.end_line : SIZE_MAX;
    for (size_t i = s == body.first ? body.skip_lines : 0; i < section.lines.size() && i < end; ++i)
      out.push_back({text, &section, i, body.draft.in_reference_zone[s]});
  }
  return out;
}

const Heading* heading_at(const BodyLine& at) {
  const std::vector<Heading>& headings = at.section->headings;
  const uint32_t begin = at.line().content.begin;
  const auto it = std::partition_point(headings.begin(), headings.end(),
                                       [&](const Heading& h) { return h.range.begin < begin; });
  return it != headings.end() && it->range.begin == begin ? &*it : nullptr;
}

void append(std::string& out, std::string_view line) {
  if (line.empty()) return;
  if (!out.empty() &&
      !(is_cjk(character_before(out, out.size()).code) && is_cjk(character_at(line, 0).code)))
    out += ' ';
  out += line;
}

bool is_tag_line(const BodyLine& at) {
  return read_tag_line(at.text, at.line().content).has_value();
}

// From `from` (a byte of line i) to the paragraph's end: a blank line, a heading, or the next
// label.
Summary paragraph_from(const std::vector<BodyLine>& lines, size_t i, uint32_t from) {
  Summary out;
  out.first_line = i;
  const uint32_t end = lines[i].line().content.end;
  append(out.text, view(lines[i].text, trimmed(lines[i].text, {std::min(from, end), end})));
  for (++i; i < lines.size(); ++i) {
    const BodyLine& at = lines[i];
    if (at.line().kind != LineKind::kText) {
      // A label alone on its line has its text in what follows.
      if (out.text.empty() &&
          (at.line().kind == LineKind::kBlank || at.line().kind == LineKind::kItem)) {
        append(out.text, at.content());
        continue;
      }
      break;
    }
    const Label label = read_label(at.text, at.line().content);
    if (!out.text.empty() && (label.field != Field::kNone || is_tag_line(at))) break;
    append(out.text, at.content());
  }
  out.end_line = i;
  return out;
}

// The text under heading line i, up to the next heading.
Summary text_under(const std::vector<BodyLine>& lines, size_t i) {
  Summary out;
  out.first_line = i++;
  for (; i < lines.size() && lines[i].line().kind != LineKind::kHeading; ++i) {
    const LineKind kind = lines[i].line().kind;
    if (kind == LineKind::kBlank && out.text.size() >= kShortestParagraph) break;
    if (is_prose(lines[i].line())) append(out.text, lines[i].content());
  }
  out.end_line = i;
  return out;
}

// `- [[Abstract]]`, `- # Abstract`: an item over what is nested in it.
bool names_summary(const BodyLine& at) {
  std::string_view words = at.content();
  if (at.line().kind != LineKind::kItem || words.size() > 30) return false;
  if (words.starts_with("[[") && words.ends_with("]]")) words = words.substr(2, words.size() - 4);
  return field_named(heading_name(words)) == Field::kSummary;
}

Summary paragraph_below(const std::vector<BodyLine>& lines, size_t i) {
  const auto column = [&](size_t at) {
    return lines[at].line().content.begin - lines[at].line().range.begin;
  };
  if (i + 1 >= lines.size() || !is_prose(lines[i + 1].line()) || column(i + 1) <= column(i))
    return {};
  Summary out = paragraph_from(lines, i + 1, lines[i + 1].line().content.begin);
  out.first_line = i;
  return out;
}

Summary labelled_summary(const std::vector<BodyLine>& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const BodyLine& at = lines[i];
    Summary found;
    if (at.line().kind == LineKind::kHeading) {
      const Heading* heading = heading_at(at);
      if (heading && field_named(heading->name) == Field::kSummary) found = text_under(lines, i);
    } else if (is_prose(at.line())) {
      const Label label = read_label(at.text, at.line().content);
      if (label.field == Field::kSummary)
        found = paragraph_from(lines, i, label.value.begin);
      else if (names_summary(at) && label.name().empty())
        found = paragraph_below(lines, i);
    }
    if (found.text.empty()) continue;
    found.labelled = true;
    return found;
  }
  return {};
}

bool starts_paragraph(const std::vector<BodyLine>& lines, size_t i) {
  return i == 0 || lines[i - 1].line().kind != LineKind::kText || is_tag_line(lines[i - 1]);
}

bool is_bibliographic_field(Field field) {
  return field == Field::kTitle || field == Field::kPaper || field == Field::kAuthors ||
         field == Field::kYear || field == Field::kVenue || field == Field::kLink ||
         field == Field::kNoted || field == Field::kTags || field == Field::kCode;
}

// A picture, a link, a line of authors: it stands before what is said of the work.
bool says_nothing(const BodyLine& at) {
  const std::string_view words = at.content();
  if (words.starts_with("![") || words.starts_with("{{")) return true;
  if (words.starts_with('[') && words.ends_with(')')) {
    const size_t middle = words.find("](");
    return middle != std::string_view::npos && words.find(')', middle) == words.size() - 1;
  }
  Entry byline;
  return read_byline(words, byline);
}

// `quality: 7/10 novelty: 3/10`
bool is_rating(std::string_view text) {
  const size_t first = text.find("/10");
  return first != std::string_view::npos && text.find("/10", first + 1) != std::string_view::npos &&
         text.size() < 200;
}

// An item that names a file of the work: `` `s01_intro.md` — … ``.
bool names_file(std::string_view words) {
  const size_t close = words.starts_with('`') ? words.find('`', 1) : std::string_view::npos;
  return close != std::string_view::npos &&
         words.substr(0, close).find('.') != std::string_view::npos;
}

// Its first items, as many as make a paragraph.
Summary first_list(const std::vector<BodyLine>& lines) {
  Summary out;
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i].line();
    const bool ends = line.kind == LineKind::kHeading || line.kind == LineKind::kCode;
    if (ends && !out.text.empty()) break;
    if (line.kind != LineKind::kItem || is_tag_line(lines[i])) continue;
    const std::string_view words = lines[i].content();
    const Label label = read_label(lines[i].text, line.content);
    if (label.field != Field::kNone || label.is_property || names_others(label.name()) ||
        words.starts_with('[') || words.starts_with('!') ||
        words.find("://") != std::string_view::npos || names_file(words))
      continue;
    if (out.text.empty()) out.first_line = i;
    append(out.text, words);
    out.end_line = i + 1;
    if (out.text.size() >= kShortestParagraph) return out;
  }
  return {};
}

}  // namespace

Summary find_summary(const Body& body) {
  const std::vector<BodyLine> lines = lines_of(body);
  if (Summary found = labelled_summary(lines); found.labelled) return found;
  bool is_value = false;  // the paragraph below `### Paper:` is the title
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].line().kind == LineKind::kHeading) {
      const Heading* heading = heading_at(lines[i]);
      is_value = heading && is_bibliographic_field(field_named(heading->name));
    }
    if (lines[i].line().kind != LineKind::kText || !starts_paragraph(lines, i) ||
        is_tag_line(lines[i]))
      continue;
    if (std::exchange(is_value, false)) continue;
    const std::string_view content = lines[i].content();
    if (content.starts_with('<') || says_nothing(lines[i])) continue;
    const Label label = read_label(lines[i].text, lines[i].line().content);
    if (content.find("://") != std::string_view::npos && !label.name().empty()) continue;
    if ((label.field != Field::kNone && label.field != Field::kSummary) || label.is_property ||
        names_others(label.name()))
      continue;
    Summary found = paragraph_from(lines, i, lines[i].line().content.begin);
    if (found.text.size() >= kShortestParagraph && !is_rating(found.text)) return found;
  }
  return first_list(lines);
}

std::string find_comment(const Body& body, const Summary& summary) {
  const std::vector<BodyLine> lines = lines_of(body);
  std::string found;
  bool labelled = false;
  for (size_t i = 0; i < lines.size() && found.size() <= Entry::kCommentHead; ++i) {
    const BodyLine& at = lines[i];
    if (!is_prose(at.line()) || is_tag_line(at)) continue;
    if (summary.first_line <= i && i < summary.end_line) continue;
    const Label label = read_label(at.text, at.line().content);
    std::string_view words = at.content();
    if (label.field == Field::kComment && !labelled) {  // what stood before it was something else
      labelled = true;
      found.clear();
      words = view(at.text, label.value);
    }
    if (words.empty() || label.field == Field::kSummary) continue;
    if (!found.empty()) found += '\n';
    if (at.line().kind == LineKind::kItem) found += "- ";
    found += words;
  }
  return shortened(found, Entry::kCommentHead);
}

// `[paper](url)`, which says so wherever it stands.
static bool is_called_paper(std::string_view link) {
  const size_t close = link.find("](");
  return link.starts_with('[') && close != std::string_view::npos &&
         is_paper_link_text(link.substr(1, close - 1));
}

// `[the title of another work](url)`
static bool names_another(std::string_view link, std::string_view title) {
  const size_t close = link.find("](");
  if (title.empty() || !link.starts_with('[') || close == std::string_view::npos) return false;
  const std::string_view shown = link.substr(1, close - 1);
  return word_count(shown) >= 3 && !is_generic_link_text(shown) &&
         words_in_common(shown, title) < 0.6;
}

std::vector<Identifier> find_identifiers(const Body& body, std::string_view title) {
  constexpr size_t kLongestLabel = 60;
  std::vector<Identifier> out;
  bool prose_before = false;  // a bare URL that follows prose is about what the prose says
  bool is_behind_blank = false;
  for (const BodyLine& at : lines_of(body)) {
    if (at.line().kind == LineKind::kBlank) is_behind_blank = !out.empty();
    if (at.is_cited || !is_prose(at.line()) || is_tag_line(at)) continue;
    const Range content = at.line().content;
    bool is_links = false;
    const std::vector<Reference>& references = at.section->references;
    auto it = std::partition_point(references.begin(), references.end(), [&](const Reference& r) {
      return r.range.begin < content.begin;
    });
    for (; it != references.end() && it->range.end <= content.end; ++it) {
      const Reference& reference = *it;
      if (reference.kind != ReferenceKind::kUrl) continue;
      const std::string_view before = trim(view(at.text, {content.begin, reference.range.begin}));
      if (before.size() > kLongestLabel) break;
      const bool ends = trim(view(at.text, {reference.range.end, content.end})).size() <= 40;
      const std::string_view written = view(at.text, reference.range);
      const bool bare = before.empty() && written.find("://") != std::string_view::npos;
      if (names_another(written, title)) continue;
      const Field label = field_named(heading_name(before));
      const bool labelled = label == Field::kPaper || label == Field::kLink;
      const bool own =
          bare ? !prose_before || is_called_paper(written) : before.empty() || labelled;
      // A second one of its kind, behind a blank line, is another work's.
      const bool another =
          bare && is_behind_blank && !title.empty() &&
          std::any_of(out.begin(), out.end(), [&](const Identifier& id) {
            return id.kind == reference.identifier->kind && id.value != reference.identifier->value;
          });
      if (!ends || !own || another || !is_of_work(reference.identifier->kind)) continue;
      out.push_back(*reference.identifier);
      is_links = true;
      is_behind_blank = false;
    }
    prose_before = prose_before || !is_links;
  }
  return out;
}

std::vector<std::string> find_tags(const Draft& draft, size_t first, size_t count) {
  std::vector<std::string> out;
  std::set<std::string_view> seen;
  for (size_t s = first; s < first + count; ++s)
    for (const TagUse& tag : draft.sections[s]->tags)
      if (tag.is_sure && seen.insert(tag.key).second) out.push_back(tag.name);
  return out;
}

std::vector<std::string> find_tags(const Section& section, Range range) {
  std::vector<std::string> out;
  std::set<std::string_view> seen;
  for (const TagUse& tag : section.tags)
    if (range.covers(tag.range) && seen.insert(tag.key).second) out.push_back(tag.name);
  return out;
}

void take_title_line(const TitleLine& line, Entry& entry) {
  entry.title = line.title;
  entry.authors = line.authors;
  entry.et_al = line.et_al;
  entry.venue = line.venue;
  entry.year = line.year;
  entry.month = line.month;
}

void finish_fields(Entry& entry) {
  std::sort(entry.identifiers.begin(), entry.identifiers.end());
  entry.identifiers.erase(std::unique(entry.identifiers.begin(), entry.identifiers.end()),
                          entry.identifiers.end());
  for (const Identifier& id : entry.identifiers) {
    if (entry.year) break;
    entry.year = year_of(id);
    if (const auto date = date_of(id)) entry.month = date->month;
  }
  entry.title_key = title_key(entry.title);
  entry.author_key = entry.authors.empty() ? std::string() : author_key(entry.authors.front());
  entry.title_blocks = title_blocks(entry.title_key, entry.author_key, project_key(entry.title));
}

void finish(const Draft& draft, size_t first, size_t count, Entry& entry) {
  finish_fields(entry);
  const uint32_t base = draft.sections[first].base;
  entry.range = {entry.title_range.begin, entry.title_range.end};
  for (size_t s = first + count; s-- > first;) {
    const std::vector<Line>& lines = draft.sections[s]->lines;
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const Line& line) {
      return line.kind != LineKind::kBlank && !line.range.empty();
    });
    if (last == lines.rend()) continue;
    entry.range.end = std::max(entry.range.end, last->range.end + draft.sections[s].base - base);
    return;
  }
}

std::string shortened(std::string_view text, size_t limit) {
  if (text.size() <= limit) return std::string(text);
  size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(trim(text.substr(0, end))) + "…";
}

}  // namespace notes
