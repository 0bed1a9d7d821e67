#include "notes/tag_labels.h"

#include <algorithm>

#include "notes/lines.h"
#include "notes/sixteen.h"
#include "notes/tag_values.h"
#include "notes/tags.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestLabel = 48;  // bytes, decoration and all
constexpr size_t kLongestList = 300;

bool is_decoration(char32_t c) {
  return c == '*' || c == '_' || c == '[' || c == ']' || is_space(c) || is_emoji(c);
}

uint32_t skip_decoration(std::string_view line, uint32_t at) {
  while (at < line.size()) {
    const Character c = character_at(line, at);
    if (!is_decoration(c.code)) break;
    at += std::max<uint32_t>(c.size, 1);
  }
  return at;
}

TagValues values_of(std::string_view label) {
  TagValues how;
  how.slash_separates = is_field_label(label);
  how.may_be_prose = true;
  return how;
}

bool is_text(const Line& line) {
  return line.kind == LineKind::kText || line.kind == LineKind::kItem;
}

// `| a | b |`: what stands between the bars. A bar in a wiki link or behind `\` is none.
std::vector<Range> cells_of(std::string_view text, Range row) {
  row = trimmed(text, row);
  if (!row.empty() && text[row.begin] == '|') ++row.begin;
  std::vector<Range> out;
  out.reserve(8);
  uint32_t begin = row.begin;
  bool in_wiki = false;
  const std::string_view all = text.substr(0, row.end);
  for (uint32_t at = row.begin; at < row.end; ++at) {
    at = static_cast<uint32_t>(first_of<'[', ']', '|'>(all, at));
    if (at == row.end) break;
    const std::string_view here = text.substr(at, std::min<size_t>(2, row.end - at));
    if (here == "[[") in_wiki = true;
    if (here == "]]") in_wiki = false;
    if (text[at] != '|' || in_wiki || (at > row.begin && text[at - 1] == '\\')) continue;
    out.push_back(trimmed(text, {begin, at}));
    begin = at + 1;
  }
  if (const Range rest = trimmed(text, {begin, row.end}); !rest.empty()) out.push_back(rest);
  return out;
}

std::string_view label_in(std::string_view cell) {
  const uint32_t begin = skip_decoration(cell, 0);
  cell.remove_prefix(begin);
  while (!cell.empty() && std::string_view("*_`: ").find(cell.back()) != std::string_view::npos)
    cell.remove_suffix(1);
  return cell;
}

// Where no colon says so: `Topics` stands over anything.
bool names_tags_alone(std::string_view word) {
  if (word.ends_with("]]")) word.remove_suffix(2);
  if (!may_start_tag_label(word) || !is_tag_label(word)) return false;
  const std::string folded = fold(word);
  return !folded.starts_with("topic") && !is_field_label(word);
}

// `Tags` of an item; keywords are a language's as well.
bool says_tags(std::string_view word) {
  const std::string folded = fold(word);
  for (std::string_view known : {"tag", "hashtag", "标签", "標籤", "タグ", "태그"})
    if (folded.starts_with(known)) return true;
  return false;
}

class LabelReader {
 public:
  LabelReader(std::string_view text, const Row<Line>& lines, std::vector<bool>& taken,
              Row<TagUse>& out)
      : text_(text), lines_(lines), taken_(taken), out_(out) {}

  void read(size_t first) {
    if (first == 0 && !lines_.empty() && lines_[0].kind == LineKind::kHeading) read_below_heading();
    for (size_t i = first; i < lines_.size(); ++i) {
      if (lines_[i].kind == LineKind::kTable)
        i = read_table(i);
      else if (is_text(lines_[i]) && !taken_[i])
        read_line(i);
    }
  }

 private:
  // `## Keywords` over a list or a line of them; `` `NLP` `2018` `` below any heading.
  void read_below_heading() {
    std::string_view heading = view(text_, lines_[0].content);
    heading.remove_prefix(std::min(heading.find_first_not_of("# "), heading.size()));
    const bool may_be_label = heading.size() <= kLongestLabel && may_start_tag_label(heading);
    const std::string_view word = may_be_label ? label_in(heading) : std::string_view();
    size_t next = 1;  // behind the line under it, too, if it is underlined
    while (next < lines_.size() && (lines_[next].kind == LineKind::kBlank ||
                                    (next == 1 && lines_[1].kind == LineKind::kHeading)))
      ++next;
    if (next == lines_.size()) return;
    if (may_be_label && names_tags_alone(word)) {
      if (lines_[next].kind == LineKind::kText && is_short(next)) {
        taken_[next] = true;
        take(next, lines_[next].content, word);
      }
      for (; next < lines_.size() && lines_[next].kind == LineKind::kItem && is_short(next);
           ++next) {
        taken_[next] = true;
        take(next, lines_[next].content, word);
      }
      return;
    }
    if (lines_[next].kind == LineKind::kText && are_code_spans(view(text_, lines_[next].content)))
      read_tag_values(text_, lines_[next].content, {}, out_);
  }

  // A line of tags, no sentence and no link of a table of contents.
  bool is_short(size_t i) const {
    const std::string_view line = view(text_, lines_[i].content);
    return line.size() <= kLongestList && line.find("](") == line.npos &&
           line.find("://") == line.npos && line.find(". ") == line.npos && !line.ends_with('.') &&
           !line.starts_with('#') && line.find(':') == line.npos;
  }

  // Two or more words in code marks and nothing else between them.
  static bool are_code_spans(std::string_view line) {
    size_t spans = 0;
    for (size_t at = 0; at < line.size();) {
      if (line[at] == ' ' || line[at] == ',') {
        ++at;
        continue;
      }
      const size_t close = line[at] == '`' ? line.find('`', at + 1) : line.npos;
      if (close == line.npos || close == at + 1) return false;
      const std::string_view word = line.substr(at + 1, close - at - 1);
      if (!starts_tag(character_at(word, 0).code) || word.size() > kLongestLabel ||
          word.find(" -") != word.npos)
        return false;
      for (size_t i = 0; i < word.size();) {
        const Character c = character_at(word, i);
        if (!is_tag_character(c.code) && c.code != ' ' && c.code != '&' && c.code != '+')
          return false;
        i += std::max<uint32_t>(c.size, 1);
      }
      ++spans;
      at = close + 1;
    }
    return spans >= 2;
  }

  void read_line(size_t i) {
    if (const auto label = tag_label_of(text_, lines_[i].content)) {
      taken_[i] = true;
      if (!label->value.empty()) return take(i, label->value, label->word);
      return read_list_below(i, label->word);
    }
    // `- Tags` over what is nested in it.
    if (lines_[i].kind == LineKind::kItem && lines_[i].content.size() <= kLongestLabel &&
        may_start_tag_label(view(text_, lines_[i].content)) &&
        names_tags_alone(label_in(view(text_, lines_[i].content))) &&
        says_tags(label_in(view(text_, lines_[i].content))))
      return read_list_below(i, "tags");
    // A definition list: the label alone, then `: value`.
    if (i + 1 >= lines_.size() || !is_text(lines_[i + 1]) ||
        lines_[i].content.size() > kLongestLabel)
      return;
    const Range value = lines_[i + 1].content;
    if (value.size() < 3 || text_[value.begin] != ':' || !is_blank_char(text_[value.begin + 1]))
      return;
    const std::string_view word = label_in(view(text_, lines_[i].content));
    if (!is_tag_label(word)) return;
    taken_[i + 1] = true;
    take(i + 1, {value.begin + 2, value.end}, word);
  }

  void take(size_t line, Range value, std::string_view label) {
    const size_t before = out_.size();
    read_tag_values(text_, value, values_of(label), out_);
    // Hash tags in a line of prose behind a label are found as in any other.
    if (out_.size() == before) taken_[line] = false;
  }

  // The items below a label without a value, when they stand deeper than it or it is no item.
  void read_list_below(size_t i, std::string_view label) {
    const bool is_item = lines_[i].kind == LineKind::kItem;
    const uint32_t own = indent_of(view(text_, lines_[i].range));
    for (size_t at = i + 1; at < lines_.size(); ++at) {
      if (lines_[at].kind == LineKind::kBlank && at == i + 1) continue;
      if (lines_[at].kind != LineKind::kItem) return;
      if (is_item && indent_of(view(text_, lines_[at].range)) <= own) return;
      taken_[at] = true;
      take(at, lines_[at].content, label);
    }
  }

  // Columns headed by a label, and rows of two cells whose first is one; gives the table's last
  // line.
  size_t read_table(size_t first) {
    const std::vector<Range> heads = cells_of(text_, lines_[first].content);
    std::vector<bool> holds_tags;
    // A first column of tags explains them, or whatever else is called so.
    for (const Range head : heads)
      holds_tags.push_back(!holds_tags.empty() && head.size() <= kLongestLabel &&
                           is_tag_label(label_in(view(text_, head))));
    const bool any = std::find(holds_tags.begin(), holds_tags.end(), true) != holds_tags.end();
    size_t i = first;
    for (; i < lines_.size() && lines_[i].kind == LineKind::kTable; ++i) {
      if (!any && heads.size() != 2) continue;
      const std::vector<Range> cells = cells_of(text_, lines_[i].content);
      if (cells.size() == 2 && cells[0].size() <= kLongestLabel) {
        const std::string_view word = label_in(view(text_, cells[0]));
        if (is_tag_label(word)) {
          if (i > first) read_tag_values(text_, cells[1], values_of(word), out_);
          continue;
        }
      }
      if (i == first) continue;
      for (size_t c = 0; c < cells.size() && c < heads.size(); ++c)
        if (holds_tags[c])
          read_tag_values(text_, cells[c], values_of(label_in(view(text_, heads[c]))), out_);
    }
    return i - 1;
  }

  std::string_view text_;
  const Row<Line>& lines_;
  std::vector<bool>& taken_;
  Row<TagUse>& out_;
};

}  // namespace

std::optional<TagLabel> tag_label_of(std::string_view text, Range content) {
  const std::string_view line = view(text, content);
  const std::string_view head = line.substr(0, kLongestLabel);
  const uint32_t begin = skip_decoration(line, 0);
  if (begin == line.size() || !may_start_tag_label(line.substr(begin))) return std::nullopt;
  if (first_colon(head).width == 0) return std::nullopt;
  uint32_t end = begin;
  const auto ends_label = [](char32_t c) {
    return c == '*' || c == '_' || c == ']' || c == ':' || c == U'：' || c == '(' || c == U'（' ||
           c == '`';
  };
  while (end < line.size() && end < kLongestLabel) {
    const Character c = character_at(line, end);
    if (ends_label(c.code)) break;
    end += std::max<uint32_t>(c.size, 1);
  }
  const std::string_view word = trim(line.substr(begin, end - begin));
  if (word.empty() || !is_tag_label(word)) return std::nullopt;
  uint32_t at = skip_decoration(line, end);
  if (at < line.size() &&
      (line[at] == '(' || line.substr(at).starts_with("（"))) {  // a translation
    const size_t close = std::min(line.find(')', at), line.find("）", at));
    if (close == std::string_view::npos) return std::nullopt;
    at = skip_decoration(line, static_cast<uint32_t>(close) + character_at(line, close).size);
  }
  uint32_t colons = 0;
  while (at < line.size() && (line[at] == ':' || line.substr(at).starts_with("："))) {
    at += character_at(line, at).size;
    ++colons;
  }
  if (colons == 0) return std::nullopt;
  while (at < line.size() && (line[at] == '*' || line[at] == '_' || is_blank_char(line[at]))) ++at;
  return TagLabel{word, trimmed(text, {content.begin + at, content.end})};
}

void read_tag_labels(std::string_view text, const Row<Line>& lines, size_t first,
                     std::vector<bool>& taken, Row<TagUse>& out) {
  LabelReader(text, lines, taken, out).read(first);
}

}  // namespace notes
