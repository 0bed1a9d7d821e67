#include "notes/shown_title.h"

#include <algorithm>
#include <array>

#include "notes/ascii.h"
#include "notes/entities.h"
#include "notes/lines.h"
#include "notes/plain_latex.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongest = 1000;  // what is longer is no title, and shown as it is

// What most titles have none of.
constexpr std::array<bool, 256> kMarks = [] {
  std::array<bool, 256> out{};
  for (char c : std::string_view("&`$[{*_~=\\^")) out[static_cast<unsigned char>(c)] = true;
  return out;
}();

bool is_blank_at(std::string_view text, size_t at) {
  return at >= text.size() || is_blank_char(text[at]);
}

bool is_word_at(std::string_view text, size_t at) {
  return at < text.size() && (is_ascii_alnum(text[at]) || static_cast<signed char>(text[at]) < 0);
}

// Reads what is written from left to right.
class Shower {
 public:
  explicit Shower(std::string_view text) : text_(text) {}

  std::string show() && {
    while (at_ < text_.size())
      if (!construct()) out_ += text_[at_++];
    return std::string(trim(out_));
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  bool construct() {
    switch (text_[at_]) {
      case '`':
        return code();
      case '$':
        return math();
      case '!':
        return rest().starts_with("![") && link(at_ + 1);
      case '[':
        return link(at_);
      case '{':
        return braces();
      case '*':
      case '_':
      case '~':
      case '=':
        return emphasis();
      case ' ':
        return block_id();
      default:
        return false;
    }
  }

  // What stands inside is shown in turn.
  bool put(std::string_view inside, size_t end) {
    out_ += Shower(inside).show();
    at_ = end;
    return true;
  }

  bool put_as_it_is(std::string_view inside, size_t end) {
    out_ += inside;
    at_ = end;
    return true;
  }

  bool code() {
    const size_t width = std::min(rest().find_first_not_of('`'), rest().size());
    const std::string_view mark = rest().substr(0, width);
    const size_t close = text_.find(mark, at_ + width);
    if (close == std::string_view::npos || close == at_ + width)
      return put_as_it_is(mark, at_ + width);
    return put_as_it_is(trim(text_.substr(at_ + width, close - at_ - width)), close + width);
  }

  // Pandoc's rule; what is inside has lost its commands before.
  bool math() {
    const size_t width = rest().starts_with("$$") ? 2 : 1;
    const size_t begin = at_ + width;
    if (is_blank_at(text_, begin)) return false;
    const size_t close = text_.find(rest().substr(0, width), begin);
    if (close == std::string_view::npos || close == begin || is_blank_char(text_[close - 1]) ||
        (close + width < text_.size() && is_digit(text_[close + width])))
      return false;
    constexpr std::string_view kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (size_t i = begin; i < close; ++i) {
      const char c = text_[i];
      const bool alone = i + 2 >= close || !is_digit(text_[i + 2]);
      if (c == '^' && i + 1 < close && is_digit(text_[i + 1]) && alone)
        out_ += kRaised[text_[++i] - '0'];
      else if (c != '_' && c != '{' && c != '}')
        out_ += c;
    }
    at_ = close + width;
    return true;
  }

  // `[text](url)`, `[[name|text]]`, and of a picture nothing.
  bool link(size_t open) {
    const bool is_picture = open > at_;
    if (text_.substr(open).starts_with("[[")) {
      const size_t close = text_.find("]]", open);
      if (close == std::string_view::npos) return false;
      std::string_view inside = text_.substr(open + 2, close - open - 2);
      if (const size_t bar = inside.rfind('|'); bar != std::string_view::npos)
        inside = inside.substr(bar + 1);
      return put(is_picture ? std::string_view() : inside, close + 2);
    }
    const size_t middle = text_.find("](", open);
    if (middle == std::string_view::npos ||
        text_.substr(open + 1, middle - open - 1).find_first_of("[]") != std::string_view::npos)
      return false;
    int depth = 1;
    for (size_t i = middle + 2; i < text_.size(); ++i) {
      depth += text_[i] == '(';
      depth -= text_[i] == ')';
      if (depth == 0)
        return put(is_picture ? std::string_view() : text_.substr(open + 1, middle - open - 1),
                   i + 1);
    }
    return false;
  }

  // `{BERT}`, by which BibTeX keeps its capitals.
  bool braces() {
    if (rest().starts_with("{{")) return put_as_it_is("{{", at_ + 2);
    const size_t close = text_.find('}', at_);
    if (close == std::string_view::npos || close == at_ + 1) return false;
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    for (const char c : inside)
      if (!is_ascii_alnum(c) && c != ' ' && c != '-' && static_cast<signed char>(c) >= 0)
        return false;
    return put_as_it_is(inside, close + 1);
  }

  // Where a mark may close: behind a word, and before none unless it is `*` within one.
  bool emphasis() {
    const char sign = text_[at_];
    const size_t run = std::min(rest().find_first_not_of(sign), rest().size());
    const bool doubled = sign == '~' || sign == '=';
    if (run > 3 || (doubled && run != 2) || is_blank_at(text_, at_ + run) ||
        (sign == '_' ? is_word_at(text_, at_ - 1) : at_ > 0 && is_ascii_alnum(text_[at_ - 1])))
      return put_as_it_is(rest().substr(0, run), at_ + run);
    const std::string_view mark = rest().substr(0, run);
    for (size_t close = text_.find(mark, at_ + run); close != std::string_view::npos;
         close = text_.find(mark, close + 1)) {
      const size_t end = close + run;
      if (close == at_ + run || is_blank_char(text_[close - 1]) || text_[close - 1] == sign ||
          (end < text_.size() && text_[end] == sign) || (sign == '_' && is_word_at(text_, end)))
        continue;
      return put(text_.substr(at_ + run, close - at_ - run), end);
    }
    return put_as_it_is(mark, at_ + run);
  }

  // ` ^abc` at the end, by which Obsidian finds the line.
  bool block_id() {
    if (!rest().starts_with(" ^") || rest().size() < 4) return false;
    for (const char c : rest().substr(2))
      if (!is_ascii_alnum(c) && c != '-') return false;
    at_ = text_.size();
    return true;
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view text_;
  size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string shown_title(std::string title) {
  if (title.size() > kLongest || std::none_of(title.begin(), title.end(), [](char c) {
        return kMarks[static_cast<unsigned char>(c)];
      }))
    return title;
  std::string shown = title.find('\\') == std::string::npos ? title : with_latex(title);
  shown = Shower(shown).show();
  if (shown.find('&') != std::string::npos) shown = with_entities(shown);
  for (size_t at = 0; (at = shown.find("  ", at)) != std::string::npos;) shown.erase(at, 1);
  // What was nothing but marks is shown as it is.
  const bool says_something = std::any_of(shown.begin(), shown.end(), [](char c) {
    return is_ascii_alnum(c) || static_cast<signed char>(c) < 0;
  });
  return says_something ? shown : title;
}

}  // namespace notes
