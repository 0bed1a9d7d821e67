// Of fields.h: the summary of a work.
#include <algorithm>
#include <utility>

#include "notes/bibliography.h"
#include "notes/body_lines.h"
#include "notes/callout.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kShortestParagraph = 60;

const Heading* heading_at(const BodyLine& at) {
  const Row<Heading>& headings = at.section->headings;
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

bool is_callout(const BodyLine& at) {
  return may_be_callout(at.content()) && callout_at(at.text, at.line().content).has_value();
}

// `> [!abstract]- Title` and the lines of its quote; where there are none, its title.
Summary callout_summary(const std::vector<BodyLine>& lines, size_t i, Range title) {
  Summary out;
  out.first_line = i;
  const auto is_quoted = [](const BodyLine& at) {
    return trim(view(at.text, at.line().range)).starts_with('>');
  };
  size_t end = i + 1;
  for (; end < lines.size() && is_quoted(lines[end]) && !is_callout(lines[end]); ++end) {
    if (lines[end].line().kind == LineKind::kBlank && out.text.size() >= kShortestParagraph) break;
    if (is_prose(lines[end].line())) append(out.text, lines[end].content());
  }
  if (out.text.empty()) out.text = view(lines[i].text, title);
  out.end_line = end;
  return out;
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
    if (!out.text.empty() && (label.field != Field::kNone || is_tag_line(at) || is_callout(at)))
      break;
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

// What a callout quotes of the authors is second to the note's own summary.
Summary labelled_summary(const std::vector<BodyLine>& lines) {
  Summary abstract;
  for (size_t i = 0; i < lines.size(); ++i) {
    const BodyLine& at = lines[i];
    Summary found;
    bool is_abstract = false;
    if (at.line().kind == LineKind::kHeading) {
      const Heading* heading = heading_at(at);
      if (heading && field_named(heading->name) == Field::kSummary) found = text_under(lines, i);
    } else if (is_callout(at)) {
      const auto callout = callout_at(at.text, at.line().content);
      if (field_named(callout->kind) == Field::kSummary)
        found = callout_summary(lines, i, callout->title);
      is_abstract = callout->kind == "abstract";
    } else if (is_prose(at.line())) {
      const Label label = read_label(at.text, at.line().content);
      if (label.field == Field::kSummary)
        found = paragraph_from(lines, i, label.value.begin);
      else if (names_summary(at) && label.name().empty())
        found = paragraph_below(lines, i);
    }
    if (found.text.empty()) continue;
    found.labelled = true;
    if (!is_abstract) return found;
    if (abstract.text.empty()) abstract = std::move(found);
  }
  return abstract;
}

bool starts_paragraph(const std::vector<BodyLine>& lines, size_t i) {
  return i == 0 || lines[i - 1].line().kind != LineKind::kText || is_tag_line(lines[i - 1]) ||
         is_callout(lines[i - 1]);
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

Summary find_summary(const Body& body) { return find_summary(lines_of(body)); }

Summary find_summary(const std::vector<BodyLine>& lines) {
  if (Summary found = labelled_summary(lines); found.labelled) return found;
  bool is_value = false;  // the paragraph below `### Paper:` is the title
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].line().kind == LineKind::kHeading) {
      const Heading* heading = heading_at(lines[i]);
      is_value = heading && is_bibliographic_field(field_named(heading->name));
    }
    if (lines[i].line().kind != LineKind::kText || !starts_paragraph(lines, i) ||
        is_tag_line(lines[i]) || is_callout(lines[i]))
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

}  // namespace notes
