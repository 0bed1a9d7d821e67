// Front matter that no library can read: line by line.
#include <algorithm>

#include "notes/front_matter_language.h"
#include "notes/lines.h"

namespace notes {
namespace {

// Line by line: `key: value`, `key = value`, `- item`, `[a, b]` over one line or several; whatever
// else stands there is passed over.
class LineReader {
 public:
  LineReader(std::string_view body, char separator) : body_(body), separator_(separator) {}

  FrontMatter read() {
    for (uint32_t at = 0; at < body_.size();) {
      const LineSpan line = line_at(body_, at);
      read_line(line.range);
      at = line.next;
    }
    return std::move(out_);
  }

 private:
  enum class In : uint8_t { kNothing, kBlock, kList };

  void read_line(Range line) {
    const Range words = trimmed(body_, line);
    if (words.empty()) return;
    if (in_ == In::kList) return read_list(words);
    if (body_[words.begin] == '#') return;
    const std::string_view bytes = view(body_, words);
    if (bytes.starts_with("- ") && !out_.fields.empty()) {
      out_.fields.back().is_list = true;
      add_value({words.begin + 2, words.end});
      return;
    }
    if (out_.fields.empty()) indent_ = words.begin - line.begin;
    if (words.begin - line.begin > indent_ && separator_ == ':') {  // the rest of a block scalar
      if (!out_.fields.empty() && in_ == In::kBlock) continue_block(words);
      return;
    }
    const size_t split = split_of(bytes);
    if (split == std::string_view::npos || split == 0) return;
    const uint32_t width = bytes.substr(split).starts_with("：") ? 3 : 1;
    FrontMatterField field;
    field.key = front_matter_key(bytes.substr(0, split));
    field.key_range = trimmed(body_, {words.begin, words.begin + static_cast<uint32_t>(split)});
    out_.fields.push_back(std::move(field));
    const Range value =
        trimmed(body_, {words.begin + static_cast<uint32_t>(split) + width, words.end});
    const std::string_view text = view(body_, value);
    in_ = text.starts_with('|') || text.starts_with('>') ? In::kBlock : In::kNothing;
    if (value.empty() || in_ == In::kBlock) return;
    const bool closes = text.back() == ']';
    if (text.starts_with('[') && !text.starts_with("[[") &&
        (closes || text.size() == 1 || text.back() == ',')) {
      out_.fields.back().is_list = true;
      in_ = In::kList;
      return read_list({value.begin + 1, value.end});
    }
    // A list that is never closed ends with its line.
    if (text.starts_with('[') && text.find(']') == std::string_view::npos) {
      out_.fields.back().is_list = true;
      return read_list({value.begin + 1, value.end});
    }
    add_value(value);
  }

  // A colon in a title mostly has a space behind it as well, but the field's own comes first.
  size_t split_of(std::string_view line) const {
    if (separator_ == '=') return line.find('=');
    const size_t colon = line.find(": ");
    if (colon != std::string_view::npos) return colon;
    if (const size_t wide = line.find("：");
        wide != std::string_view::npos && wide < line.find(':'))
      return wide;
    return line.ends_with(':') ? line.size() - 1 : line.find_first_of(":=");
  }

  // Items up to a `]` or the end of the line; a comma inside quotes separates nothing.
  void read_list(Range words) {
    char quote = 0;
    uint32_t begin = words.begin;
    int depth = 0;
    for (uint32_t at = words.begin; at < words.end; ++at) {
      const char c = body_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && trimmed(body_, {begin, at}).empty()) {
        quote = c;
      } else if (c == '[') {
        ++depth;
      } else if (c == ']' && --depth < 0) {
        in_ = In::kNothing;
        return add_value({begin, at});
      } else if (c == ',') {
        add_value({begin, at});
        begin = at + 1;
      }
    }
    add_value({begin, words.end});
  }

  void add_value(Range range) {
    range = trimmed(body_, range);
    std::string_view text = view(body_, range);
    if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
        text.back() == text.front())
      range = {range.begin + 1, range.end - 1};
    if (!range.empty())
      out_.fields.back().values.push_back({range, std::string(view(body_, range))});
  }

  void continue_block(Range words) {
    auto& values = out_.fields.back().values;
    if (values.empty())
      values.push_back({{words.begin, words.begin}, std::string(view(body_, words))});
    else
      values.back().text.append(" ").append(view(body_, words));
  }

  std::string_view body_;
  char separator_;
  FrontMatter out_;
  uint32_t indent_ = 0;  // of the first field
  In in_ = In::kNothing;
};

}  // namespace

FrontMatter read_fields_by_line(std::string_view body, char separator) {
  return LineReader(body, separator).read();
}

}  // namespace notes
