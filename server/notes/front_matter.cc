#include "notes/front_matter.h"

#include <algorithm>

#include "notes/lines.h"
#include "notes/unicode.h"
#include "notes/yaml.h"

namespace notes {
namespace {

// The bytes between the fences, and where they start.
Range body_of(std::string_view text) {
  const uint32_t open = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const uint32_t begin = line_at(text, open).next;
  uint32_t end = begin;
  for (uint32_t at = begin; at < text.size();) {
    const LineSpan line = line_at(text, at);
    end = at;
    at = line.next;
    if (line.next == line.range.begin) break;
  }
  return {begin, end};
}

// Line by line: `key: value`, `key = value`, `- item`, `[a, b]` over one line or several; whatever
// else stands there is passed over.
class LineReader {
 public:
  explicit LineReader(std::string_view body) : body_(body) {}

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
    if (words.begin > line.begin) {  // the rest of a block scalar
      if (!out_.fields.empty() && in_ == In::kBlock) continue_block(words);
      return;
    }
    const size_t split = bytes.find_first_of(":=");
    if (split == std::string_view::npos || split == 0) return;
    FrontMatterField field;
    field.key = front_matter_key(bytes.substr(0, split));
    field.key_range = trimmed(body_, {words.begin, words.begin + static_cast<uint32_t>(split)});
    out_.fields.push_back(std::move(field));
    const Range value = trimmed(body_, {words.begin + static_cast<uint32_t>(split) + 1, words.end});
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
    add_value(value);
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
  FrontMatter out_;
  In in_ = In::kNothing;
};

}  // namespace

std::string front_matter_key(std::string_view key) {
  std::string out = fold(trim(key));
  for (char& c : out)
    if (c == '-' || c == ' ') c = '_';
  return out;
}

const FrontMatterField* FrontMatter::find(std::string_view key) const {
  const auto it = std::find_if(fields.begin(), fields.end(), [&](const FrontMatterField& field) {
    return field.key == key && !field.values.empty();
  });
  return it == fields.end() ? nullptr : &*it;
}

std::string_view FrontMatter::text_of(std::initializer_list<std::string_view> keys) const {
  for (std::string_view key : keys) {
    const FrontMatterField* field = find(key);
    if (field && !trim(field->values.front().text).empty()) return trim(field->values.front().text);
  }
  return {};
}

FrontMatter read_front_matter(std::string_view text) {
  const Range body = body_of(text);
  const std::string_view bytes = view(text, body);
  FrontMatter out;
  if (!text.starts_with("+++")) {
    std::optional<FrontMatter> plain = plain_yaml(bytes);
    out = plain ? *std::move(plain) : yaml_by_library(bytes);
  }
  if (out.fields.empty()) out = LineReader(bytes).read();
  for (FrontMatterField& field : out.fields) {
    field.key_range = field.key_range.shifted(body.begin);
    for (FrontMatterValue& value : field.values) {
      value.range = value.range.shifted(body.begin);
      value.text = valid_utf8(std::move(value.text));
    }
  }
  for (size_t i = 0; i < out.fields.size(); ++i) {
    const uint32_t end = i + 1 < out.fields.size() ? out.fields[i + 1].key_range.begin : body.end;
    out.fields[i].range = {out.fields[i].key_range.begin,
                           std::max(end, out.fields[i].key_range.end)};
  }
  return out;
}

}  // namespace notes
