#include "notes/outline.h"

#include <algorithm>
#include <optional>

#include "notes/byte_set.h"
#include "notes/lines.h"

namespace notes {
namespace {

constexpr uint32_t kFrontMatterLines = 400;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view content(std::string_view text, Range line) {
  return view(text, trimmed(text, line));
}

// What a quote or list marker leaves, since fences stand inside both.
std::string_view past_markers(std::string_view line) {
  for (;;) {
    while (!line.empty() && (is_blank_char(line[0]) || line[0] == '>')) line.remove_prefix(1);
    if (line.size() >= 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') &&
        line[1] == ' ') {
      line.remove_prefix(2);
      continue;
    }
    const size_t digits = digits_of(line);
    if (digits > 0 && digits < 10 && digits + 1 < line.size() &&
        (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ') {
      line.remove_prefix(digits + 2);
      continue;
    }
    return line;
  }
}

bool is_underline(std::string_view line) {
  // Few lines start with such a mark.
  const size_t start = blanks_of(line);
  if (start == line.size() || (line[start] != '=' && line[start] != '-')) return false;
  if (indent_of(line) > 3) return false;
  Range range = trimmed(line, {0, static_cast<uint32_t>(line.size())});
  std::string_view marks = view(line, range);
  const size_t least = marks[0] == '=' ? 2 : 3;
  return marks.size() >= least && marks.find_first_not_of(marks[0]) == std::string_view::npos;
}

bool is_rule(std::string_view line) {
  const size_t start = blanks_of(line);
  if (start == line.size() || std::string_view("-*_").find(line[start]) > 2) return false;
  const char marks[] = {line[start], ' ', '\t', 0};
  return line.find_first_not_of(marks) == std::string_view::npos;
}

bool can_be_underlined(std::string_view line) {
  if (indent_of(line) > 3) return false;
  const size_t start = blanks_of(line);
  if (start == line.size() || past_markers(line).data() != line.data() + start)
    return false;  // blank, a quote or an item
  if (line[start] == '[' && line.find("]:") != std::string_view::npos)
    return false;  // a definition
  return std::string_view("|<#`~=").find(line[start]) == std::string_view::npos && !is_rule(line);
}

bool contains_folded(std::string_view line, std::string_view lower_case) {
  return std::search(line.begin(), line.end(), lower_case.begin(), lower_case.end(),
                     [](char a, char b) {
                       return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
                     }) != line.end();
}

// Which construct is open at the end of a line, so that what looks like a heading inside it is
// none. A fence or HTML block ends at the latest with the quote or list item it stands in.
class OpenConstruct {
 public:
  bool is_open() const { return fence_ != 0 || html_ != Html::kNone; }
  void close() { *this = {}; }

  // What a line of plain text at the margin leaves behind while nothing is open.
  void leave_items() { items_.clear(); }

  // What the line itself leaves behind; before it, the line may leave a container.
  void enter(std::string_view line) {
    if (!is_open() || blanks_of(line) == line.size()) return;
    const bool left = quoted_ ? !starts_quote(line) : indent_of(line) < column_;
    if (left) close();
  }

  void read(std::string_view line) {
    const std::string_view rest = past_markers(line);
    if (fence_ != 0) {
      const size_t run = std::min(rest.find_first_not_of(fence_), rest.size());
      if (run >= length_ && rest.find_first_not_of(" \t", run) == std::string_view::npos) close();
    } else if (html_ != Html::kNone) {
      if (ends_html(line)) close();
    } else if (!rest.empty()) {
      const uint32_t indent = indent_of(line);
      while (!items_.empty() && items_.back() > indent) items_.pop_back();
      const uint32_t inside = items_.empty() ? 0 : items_.back();
      const bool marked = rest.data() != line.data() + blanks_of(line);
      const bool quoted = starts_quote(line);
      const uint32_t column = marked ? static_cast<uint32_t>(rest.data() - line.data()) : inside;
      if (marked && !quoted) items_.push_back(column);
      if (!marked && indent > inside + 3) return;  // indented code
      open(rest);
      if (is_open()) {
        quoted_ = quoted;
        column_ = column;
      }
    }
  }

 private:
  // HTML blocks that only their own closer ends (CommonMark 0.30, 4.6, kinds 1 to 5).
  enum class Html : uint8_t {
    kNone,
    kVerbatim,
    kComment,
    kInstruction,
    kCharacterData,
    kDeclaration
  };

  static bool starts_quote(std::string_view line) {
    const size_t start = blanks_of(line);
    return start < line.size() && line[start] == '>';
  }

  void open(std::string_view rest) {
    if (rest.starts_with("```") || rest.starts_with("~~~")) {
      const size_t run = std::min(rest.find_first_not_of(rest[0]), rest.size());
      if (rest[0] == '`' && rest.find('`', run) != std::string_view::npos) return;  // a code span
      fence_ = rest[0];
      length_ = run;
      return;
    }
    html_ = html_of(rest);
    if (html_ != Html::kNone && ends_html(rest.substr(1))) html_ = Html::kNone;
  }

  static Html html_of(std::string_view rest) {
    if (!rest.starts_with('<')) return Html::kNone;
    if (rest.starts_with("<!--")) return Html::kComment;
    if (rest.starts_with("<?")) return Html::kInstruction;
    if (rest.starts_with("<![CDATA[")) return Html::kCharacterData;
    if (rest.size() > 2 && rest[1] == '!' && rest[2] >= 'A' && rest[2] <= 'Z')
      return Html::kDeclaration;
    for (std::string_view name : {"pre", "script", "style", "textarea"}) {
      if (!contains_folded(rest.substr(1, name.size()), name)) continue;
      const std::string_view after = rest.substr(1 + name.size());
      if (after.empty() || is_blank_char(after[0]) || after[0] == '>') return Html::kVerbatim;
    }
    return Html::kNone;
  }

  bool ends_html(std::string_view line) const {
    switch (html_) {
      case Html::kVerbatim:
        return contains_folded(line, "</pre>") || contains_folded(line, "</script>") ||
               contains_folded(line, "</style>") || contains_folded(line, "</textarea>");
      case Html::kComment:
        return line.find("-->") != std::string_view::npos;
      case Html::kInstruction:
        return line.find("?>") != std::string_view::npos;
      case Html::kCharacterData:
        return line.find("]]>") != std::string_view::npos;
      case Html::kDeclaration:
        return line.find('>') != std::string_view::npos;
      case Html::kNone:
        break;
    }
    return false;
  }

  char fence_ = 0;
  size_t length_ = 0;
  Html html_ = Html::kNone;
  bool quoted_ = false;          // what is open stands in a quote
  uint32_t column_ = 0;          // or in a list item whose text starts at this column
  std::vector<uint32_t> items_;  // the open items' columns
};

// What a quote, a list item, a fence, a heading, HTML or an indented line starts with.
bool may_mean_more(char c) {
  static constexpr ByteSet kSet(" \t>-*+#`~<0123456789");
  return kSet.has(c);
}

bool looks_like_field(std::string_view line) {
  if (line.empty() || line[0] == '#' || line[0] == '{') return true;
  return line.find(':') != std::string_view::npos || line.find('=') != std::string_view::npos ||
         line[0] == '[' || line.find("：") != std::string_view::npos;
}

struct Fences {
  uint32_t open = 0;  // where the first fence's line starts
  char mark = 0;      // '-' or '+'; 0 when the text does not start like front matter
};

Fences opening_fence(std::string_view text) {
  const uint32_t open = text.starts_with(kByteOrderMark) ? 3 : 0;
  if (open >= text.size() || (text[open] != '-' && text[open] != '+')) return {};
  const std::string_view line = content(text, line_at(text, open).range);
  if (line == "---") return {open, '-'};
  if (line == "+++") return {open, '+'};
  return {};
}

// `---`, or a dash or more too many.
bool is_dashes(std::string_view words) {
  return words.size() >= 3 && words.size() <= 6 && words.find_first_not_of('-') == words.npos;
}

// The end of the front matter, closing fence and its terminator included; 0 when there is none.
uint32_t front_matter_end(std::string_view text) {
  const Fences fences = opening_fence(text);
  if (fences.mark == 0) return 0;
  uint32_t at = line_at(text, fences.open).next;
  bool first = true, remarks = false;
  for (uint32_t n = 0; n < kFrontMatterLines && at < text.size(); ++n) {
    const LineSpan line = line_at(text, at);
    const std::string_view words = content(text, line.range);
    const bool unindented =
        line.range.begin < line.range.end && !is_blank_char(text[line.range.begin]);
    const bool closes = fences.mark == '-' ? is_dashes(words) || words == "..." : words == "+++";
    // Remarks alone are headings between two rules.
    if (unindented && closes) return first && remarks ? 0 : line.next;
    if (first && !words.empty()) {
      if (!looks_like_field(words)) return 0;  // a rule on the first line, then prose
      if (words.starts_with("## ")) return 0;
      if (words[0] == '#')
        remarks = true;
      else
        first = false;
    }
    if (line.next == at) break;
    at = line.next;
  }
  return 0;
}

bool is_links_line(std::string_view text, uint32_t at) {
  const size_t words = at + blanks_of(text.substr(at));
  if (words == text.size() || text[words] != kPageEntryLinks[0]) return false;  // as most lines
  return text.substr(words).starts_with(kPageEntryLinks) &&
         content(text, line_at(text, at).range) == kPageEntryLinks;
}

}  // namespace

bool is_atx_heading(std::string_view line) {
  if (indent_of(line) > 3) return false;
  line.remove_prefix(blanks_of(line));
  if (!line.starts_with('#')) return false;
  const size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level < 1 || level > 6 || level == line.size() || !is_blank_char(line[level])) return false;
  return line.find_first_not_of(" \t#", level) != std::string_view::npos;
}

uint32_t front_matter_reach(std::string_view text) {
  const Fences fences = opening_fence(text);
  if (fences.mark == 0) return 0;
  uint32_t at = fences.open;
  for (uint32_t n = 0; n < kFrontMatterLines + 2 && at < text.size(); ++n)
    at = line_at(text, at).next;
  return at;
}

std::vector<Cut> outline(std::string_view text, uint32_t from,
                         const std::function<bool(const Cut&)>& stop, uint32_t skipped) {
  std::vector<Cut> cuts;
  constexpr size_t kUsual = 16;
  cuts.reserve(kUsual);
  const auto cut = [&](uint32_t begin, SectionKind kind) {
    // The start asked for is a section's start whatever its line looks like.
    if (!cuts.empty() && cuts.back().begin == begin) {
      cuts.back().kind = kind;
      return false;
    }
    cuts.push_back({begin, kind});
    return cuts.size() > 1 && stop && stop(cuts.back());
  };
  uint32_t at = from;
  if (from + skipped == 0) {
    if (const uint32_t end = front_matter_end(text); end != 0) {
      cut(0, SectionKind::kFrontMatter);
      at = end;
      if (at >= text.size()) return cuts;
    }
  }
  if (cut(at, SectionKind::kText)) return cuts;

  OpenConstruct open;
  bool after_blank = true;
  while (at < text.size()) {
    const LineSpan line = line_at(text, at);
    std::string_view bytes = view(text, line.range);
    if (at + skipped == 0 && bytes.starts_with(kByteOrderMark))
      bytes.remove_prefix(kByteOrderMark.size());
    open.enter(bytes);
    const bool blank = blanks_of(bytes) == bytes.size();
    const bool is_plain = !bytes.empty() && !open.is_open() && !may_mean_more(bytes[0]);
    std::optional<SectionKind> kind;
    if (is_links_line(text, line.next) && !past_markers(bytes).empty() &&
        content(text, line.range) != kPageEntryLinks)
      kind =
          SectionKind::kPageEntry;  // so peculiar a line that even an open fence does not hide it
    else if (!is_plain && !open.is_open() && is_atx_heading(bytes))
      kind = SectionKind::kHeading;
    else if (!open.is_open() && after_blank && line.next < text.size() &&
             is_underline(view(text, line_at(text, line.next).range)) && can_be_underlined(bytes))
      kind = SectionKind::kHeading;
    if (kind) {
      open.close();
      if (cut(at, *kind)) return cuts;
    }
    if (is_plain)
      open.leave_items();
    else
      open.read(bytes);
    after_blank = blank;
    at = line.next;
  }
  return cuts;
}

}  // namespace notes
