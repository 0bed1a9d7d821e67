#include "notes/fields.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "notes/key.h"
#include "notes/lines.h"
#include "notes/tags.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kShortestParagraph = 60;

constexpr std::array<std::string_view, 22> kSummaryLabels{"summary",
                                                          "abstract",
                                                          "tl;dr",
                                                          "tldr",
                                                          "tldr;",
                                                          "gpt summary",
                                                          "one-sentence summary",
                                                          "一句话总结",
                                                          "一句话概括",
                                                          "どんなもの?",
                                                          "どんなもの",
                                                          "概要",
                                                          "要約",
                                                          "まとめ",
                                                          "摘要",
                                                          "总结",
                                                          "總結",
                                                          "요약",
                                                          "초록",
                                                          "一言で言うと",
                                                          "核心思想",
                                                          "要旨"};
constexpr std::array<std::string_view, 10> kCommentLabels{
    "comment", "comments", "notes", "memo", "コメント", "メモ", "所感", "感想", "评论", "备注"};

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& labels) {
  return std::find(labels.begin(), labels.end(), word) != labels.end();
}

// `**Summary**: text` gives `summary` and where the text starts; an empty label when the line has
// none.
struct Label {
  std::string name;
  uint32_t value = 0;
};
Label label_of(std::string_view text, Range content) {
  const std::string_view line = view(text, content);
  size_t colon = std::string_view::npos, width = 0;
  for (size_t at = 0; at < line.size() && at < 60;) {
    const Character c = character_at(line, at);
    if (c.code == ':' || c.code == 0xFF1A) {
      colon = at;
      width = c.size;
      break;
    }
    at += std::max<uint32_t>(c.size, 1);
  }
  if (colon == std::string_view::npos || line.substr(colon).starts_with("://")) return {};
  std::string name;
  for (char c : line.substr(0, colon))
    if (c != '*' && c != '_') name += c;
  size_t value = colon + width;
  while (value < line.size() && (is_blank_char(line[value]) || line[value] == '*')) ++value;
  return {std::string(trim(fold(name))), content.begin + static_cast<uint32_t>(value)};
}

std::string heading_name(std::string_view heading) {
  std::string name = fold(heading);
  size_t at = 0;  // numbers, emoji and brackets before the word
  while (at < name.size()) {
    const Character c = character_at(name, at);
    if (is_letter(c.code)) break;
    at += std::max<uint32_t>(c.size, 1);
  }
  std::string_view rest = trim(std::string_view(name).substr(at));
  while (rest.ends_with(':')) rest = trim(rest.substr(0, rest.size() - 1));
  return std::string(rest);
}

bool is_prose(const Line& line) {
  return line.kind == LineKind::kText || line.kind == LineKind::kItem;
}

// One line of a body, with the text of its section.
struct BodyLine {
  std::string_view text;
  const Section* section = nullptr;
  size_t index = 0;

  const Line& line() const { return section->lines[index]; }
  std::string_view content() const { return view(text, line().content); }
};

std::vector<BodyLine> lines_of(const Body& body) {
  std::vector<BodyLine> out;
  for (size_t s = body.first; s < body.first + body.count; ++s) {
    const Section& section = *body.draft.sections[s];
    const std::string_view text = body.draft.text_of(s);
    for (size_t i = s == body.first ? body.skip_lines : 0; i < section.lines.size(); ++i)
      out.push_back({text, &section, i});
  }
  return out;
}

const Heading* heading_at(const BodyLine& at) {
  for (const Heading& heading : at.section->headings)
    if (heading.range.begin == at.line().content.begin) return &heading;
  return nullptr;
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
std::string paragraph_from(const std::vector<BodyLine>& lines, size_t i, uint32_t from) {
  std::string out;
  append(out,
         view(lines[i].text, trimmed(lines[i].text, {std::min(from, lines[i].line().content.end),
                                                     lines[i].line().content.end})));
  for (++i; i < lines.size(); ++i) {
    const BodyLine& at = lines[i];
    if (at.line().kind != LineKind::kText) {
      // A label alone on its line has its text in what follows.
      if (out.empty() &&
          (at.line().kind == LineKind::kBlank || at.line().kind == LineKind::kItem)) {
        append(out, at.content());
        continue;
      }
      break;
    }
    const Label label = label_of(at.text, at.line().content);
    if (!out.empty() && (is_one_of(label.name, kSummaryLabels) ||
                         is_one_of(label.name, kCommentLabels) || is_tag_line(at)))
      break;
    append(out, at.content());
  }
  return out;
}

// The text under heading line i, up to the next heading.
std::string text_under(const std::vector<BodyLine>& lines, size_t i) {
  std::string out;
  for (++i; i < lines.size() && lines[i].line().kind != LineKind::kHeading; ++i) {
    const LineKind kind = lines[i].line().kind;
    if (kind == LineKind::kBlank && out.size() >= kShortestParagraph) break;
    if (is_prose(lines[i].line())) append(out, lines[i].content());
  }
  return out;
}

template <size_t N>
std::string labelled(const std::vector<BodyLine>& lines,
                     const std::array<std::string_view, N>& labels) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const BodyLine& at = lines[i];
    std::string found;
    if (at.line().kind == LineKind::kHeading) {
      const Heading* heading = heading_at(at);
      if (heading && is_one_of(heading_name(heading->text), labels)) found = text_under(lines, i);
    } else if (is_prose(at.line())) {
      const Label label = label_of(at.text, at.line().content);
      if (is_one_of(label.name, labels)) found = paragraph_from(lines, i, label.value);
    }
    if (!found.empty()) return found;
  }
  return {};
}

bool starts_paragraph(const std::vector<BodyLine>& lines, size_t i) {
  return i == 0 || lines[i - 1].line().kind != LineKind::kText || is_tag_line(lines[i - 1]);
}

}  // namespace

std::string find_summary(const Body& body) {
  const std::vector<BodyLine> lines = lines_of(body);
  if (std::string found = labelled(lines, kSummaryLabels); !found.empty()) return found;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].line().kind != LineKind::kText || !starts_paragraph(lines, i) ||
        is_tag_line(lines[i]))
      continue;
    const std::string_view content = lines[i].content();
    if (content.starts_with("![") || content.starts_with('<')) continue;
    if (!label_of(lines[i].text, lines[i].line().content).name.empty() &&
        content.find("://") != std::string_view::npos)
      continue;
    if (is_one_of(label_of(lines[i].text, lines[i].line().content).name, kCommentLabels)) continue;
    std::string found = paragraph_from(lines, i, lines[i].line().content.begin);
    if (found.size() >= kShortestParagraph) return found;
  }
  return {};
}

std::string find_comment(const Body& body, std::string_view summary) {
  const std::vector<BodyLine> lines = lines_of(body);
  std::string found;
  bool labelled = false;
  for (const BodyLine& at : lines) {
    if (!is_prose(at.line()) || is_tag_line(at) || found.size() > Entry::kCommentHead) continue;
    const Label label = label_of(at.text, at.line().content);
    std::string_view words = at.content();
    if (is_one_of(label.name, kCommentLabels) &&
        !labelled) {  // what stood before it was something else
      labelled = true;
      found.clear();
      words = view(at.text, {std::min(label.value, at.line().content.end), at.line().content.end});
    }
    const bool is_summary = is_one_of(label.name, kSummaryLabels) ||
                            (!words.empty() && summary.find(words) != std::string_view::npos);
    if (is_summary || words.empty()) continue;
    if (!found.empty()) found += '\n';
    if (at.line().kind == LineKind::kItem) found += "- ";
    found += words;
  }
  return shortened(found, Entry::kCommentHead);
}

std::vector<Identifier> find_identifiers(const Body& body) {
  constexpr std::array<std::string_view, 9> kOwnLabels{
      "paper:", "url:", "link:", "pdf:", "論文:", "论文:", "openreview:", "arxiv:", "doi:"};
  std::vector<Identifier> out;
  bool prose_before = false;  // a bare URL that follows prose is about what the prose says
  for (const BodyLine& at : lines_of(body)) {
    if (!is_prose(at.line()) || is_tag_line(at)) continue;
    const Range content = at.line().content;
    bool is_links = false;
    for (const Reference& reference : at.section->references) {
      if (reference.kind != ReferenceKind::kUrl || !content.covers(reference.range)) continue;
      const std::string before = fold(trim(view(at.text, {content.begin, reference.range.begin})));
      const bool ends = trim(view(at.text, {reference.range.end, content.end})).size() <= 40;
      const bool bare =
          before.empty() && view(at.text, reference.range).find("://") != std::string_view::npos;
      const bool own = bare ? !prose_before : before.empty() || is_one_of(before, kOwnLabels);
      if (!ends || !own) continue;
      out.push_back(*reference.identifier);
      is_links = true;
    }
    prose_before = prose_before || !is_links;
  }
  return out;
}

std::vector<std::string> find_tags(const Draft& draft, size_t first, size_t count) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (size_t s = first; s < first + count; ++s)
    for (const TagUse& tag : draft.sections[s]->tags)
      if (seen.insert(tag_key(tag.name)).second) out.push_back(tag.name);
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

void finish(const Draft& draft, size_t first, size_t count, Entry& entry) {
  std::sort(entry.identifiers.begin(), entry.identifiers.end());
  entry.identifiers.erase(std::unique(entry.identifiers.begin(), entry.identifiers.end()),
                          entry.identifiers.end());
  for (const Identifier& id : entry.identifiers) {
    const std::optional<YearMonth> date = date_of(id);
    if (!date || entry.year) continue;
    entry.year = date->year;
    entry.month = date->month;
  }
  entry.title_key = title_key(entry.title);
  entry.author_key = entry.authors.empty() ? std::string() : author_key(entry.authors.front());
  const uint32_t base = draft.sections[first].base;
  entry.range = {entry.title_range.begin, entry.title_range.end};
  for (size_t s = first; s < first + count; ++s)
    for (const Line& line : draft.sections[s]->lines)
      if (line.kind != LineKind::kBlank && !line.range.empty())
        entry.range.end = std::max(entry.range.end, line.range.end + draft.sections[s].base - base);
}

std::string shortened(std::string_view text, size_t limit) {
  if (text.size() <= limit) return std::string(text);
  size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(trim(text.substr(0, end))) + "…";
}

std::optional<Date> read_date(std::string_view text) {
  text = trim(text);
  std::array<int, 3> parts{};
  size_t at = 0, n = 0;
  for (; n < 3 && at < text.size() && text[at] >= '0' && text[at] <= '9'; ++n) {
    const size_t begin = at;
    while (at < text.size() && at - begin < 4 && text[at] >= '0' && text[at] <= '9')
      parts[n] = parts[n] * 10 + (text[at++] - '0');
    if (n < 2 && at < text.size() && (text[at] == '-' || text[at] == '/' || text[at] == '.'))
      ++at;
    else {
      ++n;
      break;
    }
  }
  if (n == 0 || parts[0] < 1900 || parts[0] > 2099 || parts[1] > 12 || parts[2] > 31)
    return std::nullopt;
  if (n == 3 && parts[1] == 0) return std::nullopt;
  return Date{parts[0], parts[1], parts[2]};
}

}  // namespace notes
