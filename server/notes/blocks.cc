#include "notes/blocks.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/block.h"
#include "notes/byte_set.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/sixteen.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_delimiter_row(std::string_view line) {
  static constexpr ByteSet kMarks("|:- \t");
  return kMarks.has_all(line) && line.find('|') != std::string_view::npos &&
         line.find("--") != std::string_view::npos;
}

Heading heading_of(std::string_view text, const Row<Line>& lines, size_t first, size_t last,
                   int level) {
  Heading out;
  out.level = level;
  out.range = {lines[first].content.begin, lines[last].range.end};
  std::string_view line = view(text, lines[first].content);
  if (line.starts_with('#')) {
    uint32_t begin = lines[first].content.begin +
                     static_cast<uint32_t>(std::min(line.find_first_not_of('#'), line.size()));
    uint32_t end = lines[first].content.end;
    Range inner = trimmed(text, {begin, end});
    // Closing `#`s count as such after a space only.
    uint32_t close = inner.end;
    while (close > inner.begin && text[close - 1] == '#') --close;
    if (close > inner.begin && close < inner.end && is_blank_char(text[close - 1]))
      inner = trimmed(text, {inner.begin, close});
    out.text_range = inner;
  } else {
    const size_t words = last > first ? last - 1 : last;
    out.text_range = {lines[first].content.begin, lines[words].content.end};
  }
  std::string_view words = view(text, out.text_range);
  if (words.ends_with('}')) {  // `{#id}` or `{ #id .class }`
    const size_t brace = words.rfind('{');
    if (brace != std::string_view::npos) {
      std::string_view inside = words.substr(brace + 1, words.size() - brace - 2);
      if (const size_t mark = inside.find('#');
          mark != std::string_view::npos && trim(inside.substr(0, mark)).empty()) {
        inside.remove_prefix(mark + 1);
        out.slug = fold(inside.substr(0, std::min(inside.find_first_of(" \t}"), inside.size())));
        out.text_range = trimmed(
            text, {out.text_range.begin, out.text_range.begin + static_cast<uint32_t>(brace)});
        words = view(text, out.text_range);
      }
    }
  }
  std::string joined;  // of two lines, where it is underlined
  if (line_end(words, 0) < words.size()) words = joined = one_line(words);
  out.text = words;
  std::string folded = fold(words);
  if (out.slug.empty()) out.slug = slug_of_folded(folded);
  out.name = name_of_folded(std::move(folded));
  return out;
}

void mark_tables(std::string_view text, Row<Line>& lines) {
  const auto in_text = [](LineKind kind) {
    return kind == LineKind::kText || kind == LineKind::kItem;
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!in_text(lines[i].kind)) continue;
    std::string_view line = view(text, lines[i].content);
    if (line.starts_with('|')) lines[i].kind = LineKind::kTable;
    if (!is_delimiter_row(line) || i == 0) continue;
    if (in_text(lines[i - 1].kind)) lines[i - 1].kind = LineKind::kTable;
    for (; i < lines.size() && in_text(lines[i].kind) &&
           view(text, lines[i].content).find('|') != std::string_view::npos;
         ++i)
      lines[i].kind = LineKind::kTable;
  }
}

// Between two lines of `$$`. One that is not closed before two blank lines, code or a heading is
// text.
void mark_math(std::string_view text, Row<Line>& lines) {
  const auto fence = [&](const Line& line) {
    return (line.kind == LineKind::kText || line.kind == LineKind::kItem) &&
           view(text, line.content).starts_with("$$") &&
           view(text, line.content).find("$$", 2) == std::string_view::npos;
  };
  const auto closes = [&](const Line& line) { return view(text, line.content).ends_with("$$"); };
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!fence(lines[i])) continue;
    size_t end = i + 1;
    while (end < lines.size() && lines[end].kind != LineKind::kHeading &&
           lines[end].kind != LineKind::kCode &&
           !(lines[end].kind == LineKind::kBlank && lines[end - 1].kind == LineKind::kBlank) &&
           !closes(lines[end]))
      ++end;
    const bool closed =
        end < lines.size() && closes(lines[end]) && lines[end].kind != LineKind::kHeading;
    if (!closed) {  // nor is any that opens before `end`
      i = end - 1;
      continue;
    }
    for (; i <= end; ++i) lines[i].kind = LineKind::kMath;
    --i;
  }
}

}  // namespace

Range content_of(std::string_view text, Range line) {
  Range out = line;
  if (view(text, out).starts_with(kByteOrderMark)) out.begin += 3;
  out = trimmed(text, out);
  for (;;) {
    while (out.begin < out.end && (is_blank_char(text[out.begin]) || text[out.begin] == '>'))
      ++out.begin;
    std::string_view rest = view(text, out);
    if (rest.size() < 2) return out;
    if ((rest[0] == '-' || rest[0] == '*' || rest[0] == '+') && is_blank_char(rest[1])) {
      out.begin += 2;
      continue;
    }
    const size_t digits = digits_of(rest);
    if (digits > 0 && digits < 10 && digits + 1 < rest.size() &&
        (rest[digits] == '.' || rest[digits] == ')') && is_blank_char(rest[digits + 1])) {
      out.begin += static_cast<uint32_t>(digits) + 2;
      continue;
    }
    if (rest.starts_with("[ ] ") || rest.starts_with("[x] ") || rest.starts_with("[X] ")) {
      out.begin += 4;
      continue;
    }
    return out;
  }
}

std::string slug_of(std::string_view heading) { return slug_of_folded(fold(heading)); }

std::string slug_of_folded(std::string_view folded) {
  std::string out;
  folded = trim(folded);
  out.reserve(folded.size());
  size_t kept = 0;  // from here on, up to `at`, all belongs to it
  for (size_t at = 0; at < folded.size();) {
    const Character c = character_at(folded, at);
    const size_t next = at + std::max<uint32_t>(c.size, 1);
    const bool is_kept = c.code < 0x80
                             ? is_ascii_alnum(folded[at]) || c.code == '-' || c.code == '_'
                             : is_letter(c.code) || is_digit(c.code);
    if (!is_kept) {
      out += folded.substr(kept, at - kept);
      if (is_space(c.code)) out += '-';
      kept = next;
    }
    at = next;
  }
  return out += folded.substr(kept);
}

Blocks read_blocks(std::string_view section) {
  Blocks out;
  out.lines.reserve(count_of<'\n'>(section) + 1);
  for (uint32_t at = 0; at < section.size();) {
    const LineSpan span = line_at(section, at);
    Line& line = out.lines.emplace_back();
    // Made where they are needed: a range that was just written is slow to read as a whole.
    const uint32_t end = span.range.end;
    line.content = content_of(section, {at, end});
    line.range = {at, end};
    const bool is_blank =
        line.content.empty() && section.substr(at, end - at).find('>') == std::string_view::npos;
    line.kind = is_blank ? LineKind::kBlank : LineKind::kText;
    at = span.next;
  }
  std::optional<std::vector<Block>> blocks = plain_blocks(section, out.lines);
  if (!blocks) blocks = blocks_by_cmark(section, out.lines);
  for (const Block& block : *blocks) {
    if (block.kind == LineKind::kHeading) {
      Heading heading = heading_of(section, out.lines, block.first, block.last, block.level);
      if (heading.text_range.empty()) continue;  // a lone `#`: a tag about to be typed
      out.headings.push_back(std::move(heading));
    }
    for (size_t i = block.first; i <= block.last && i < out.lines.size(); ++i)
      if (out.lines[i].kind != LineKind::kBlank || block.kind == LineKind::kCode)
        out.lines[i].kind = block.kind;
  }
  mark_tables(section, out.lines);
  mark_math(section, out.lines);
  return out;
}

}  // namespace notes
