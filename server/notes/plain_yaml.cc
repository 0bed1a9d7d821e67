// Plain YAML, in one pass.
#include <algorithm>

#include "notes/front_matter_language.h"
#include "notes/lines.h"

namespace notes {
namespace {

constexpr size_t kLongestKey = 100;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= kLongestKey && is_word_byte(key[0]) && key.back() != ' ' &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return is_word_byte(c) || c == '_' || c == '-' || c == ' '; });
}

bool is_null(std::string_view scalar) {
  return scalar == "~" || scalar == "null" || scalar == "Null" || scalar == "NULL";
}

// Without quotes, and nothing in it that YAML could mean something by. In a list between brackets
// more is meant.
bool is_plain(std::string_view scalar, bool in_list) {
  if (scalar.empty() || !(is_word_byte(scalar[0]) || scalar[0] == '/' || scalar[0] == '(' ||
                          scalar[0] == '_' || scalar[0] == '$' || scalar[0] == '+'))
    return false;
  if (in_list) return scalar.find_first_of(":#[]{},?\"'") == std::string_view::npos;
  return scalar.back() != ':' && scalar.find(": ") == std::string_view::npos &&
         scalar.find(" #") == std::string_view::npos;
}

// Control characters are errors or breaks, a byte order mark goes.
bool has_odd_bytes(std::string_view body) {
  return std::any_of(body.begin(), body.end(),
                     [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 0x7f; }) ||
         body.find("\xEF\xBB\xBF") != std::string_view::npos;
}

class PlainYaml {
 public:
  explicit PlainYaml(std::string_view body) : body_(body) {}

  std::optional<FrontMatter> read() {
    if (has_odd_bytes(body_)) return std::nullopt;
    for (uint32_t at = 0; at < body_.size();) {
      const LineSpan line = line_at(body_, at);
      if (!read_line(line.range)) return std::nullopt;
      at = line.next;
    }
    return std::move(out_);
  }

 private:
  // Each of these is false when the text is not plain.
  bool read_line(Range line) {
    const Range words = trimmed(body_, line);
    if (words.empty()) return true;
    const std::string_view bytes = view(body_, words);
    if (bytes.starts_with("- ")) return read_item(words, words.begin - line.begin);
    if (words.begin > line.begin) return false;
    const size_t colon = bytes.find(':');
    const std::string_view key = bytes.substr(0, colon);
    if (colon == std::string_view::npos || !is_key(key) || is_null(key)) return false;
    FrontMatterField field;
    field.key = front_matter_key(key);
    field.key_range = {words.begin, words.begin + static_cast<uint32_t>(colon)};
    out_.fields.push_back(std::move(field));
    const Range value = trimmed(body_, {words.begin + static_cast<uint32_t>(colon) + 1, words.end});
    open_ = value.empty();
    if (value.empty()) return true;
    if (value.begin == words.begin + colon + 1) return false;  // no space behind the colon
    if (body_[value.begin] == '[') return read_list(value);
    return add(value, false);
  }

  bool read_item(Range words, uint32_t indent) {
    if (!open_) return false;
    FrontMatterField& field = out_.fields.back();
    if (!field.is_list) indent_ = indent;
    field.is_list = true;
    return indent == indent_ && add(trimmed(body_, {words.begin + 2, words.end}), false);
  }

  bool read_list(Range words) {
    out_.fields.back().is_list = true;
    if (words.size() < 2 || body_[words.end - 1] != ']') return false;
    const Range inside = trimmed(body_, {words.begin + 1, words.end - 1});
    if (inside.empty()) return true;
    for (uint32_t at = inside.begin;;) {
      const uint32_t end = item_end(at, inside.end);
      if (!add(trimmed(body_, {at, end}), true)) return false;
      if (end == inside.end) return true;
      at = end + 1;
    }
  }

  // Where the comma behind the item that starts at `at` is.
  uint32_t item_end(uint32_t at, uint32_t end) const {
    while (at < end && body_[at] == ' ') ++at;
    if (at < end && (body_[at] == '"' || body_[at] == '\''))
      at = static_cast<uint32_t>(std::min<size_t>(body_.find(body_[at], at + 1), end));
    return static_cast<uint32_t>(std::min<size_t>(body_.find(',', at), end));
  }

  bool add(Range range, bool in_list) {
    const std::string_view text = view(body_, range);
    if (text.starts_with('"') || text.starts_with('\'')) {
      // Escapes and doubled quotes stand for something else.
      if (text.size() < 2 || text.find(text[0], 1) != text.size() - 1 ||
          (text[0] == '"' && text.find('\\') != std::string_view::npos))
        return false;
      range = {range.begin + 1, range.end - 1};
    } else if (!is_plain(text, in_list)) {
      return false;
    } else if (is_null(text)) {
      return true;
    }
    out_.fields.back().values.push_back({range, std::string(view(body_, range))});
    return true;
  }

  std::string_view body_;
  FrontMatter out_;
  bool open_ = false;    // the last key has no value on its line, so items may follow
  uint32_t indent_ = 0;  // of these
};

}  // namespace

std::optional<FrontMatter> plain_yaml(std::string_view body) { return PlainYaml(body).read(); }

}  // namespace notes
