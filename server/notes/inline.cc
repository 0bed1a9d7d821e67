#include "notes/inline.h"

#include <algorithm>
#include <array>

#include "notes/lines.h"
#include "notes/percent.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_alnum(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }
bool is_ascii_punctuation(char c) {
  return c > ' ' && c < 0x7f && !is_ascii_letter(c) && !(c >= '0' && c <= '9');
}
// Longer than anybody writes; what bounds the work on hostile text.
constexpr size_t kLongestConstruct = 4096;
constexpr int kDeepestParentheses = 32;  // CommonMark's own limit

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_name_char(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' ||
         c == '.';
}

bool starts_with_folded(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) {
           return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b);
         });
}

enum class ByteKind : uint8_t { kOther, kWord, kSign };

// Nothing starts with a control character, a space or a byte that is not ASCII.
ByteKind kind_of(char c) {
  static constexpr auto kKinds = [] {
    std::array<ByteKind, 256> out{};
    for (size_t i = '!'; i < 0x7f; ++i)
      out[i] = is_alnum(static_cast<char>(i)) ? ByteKind::kWord : ByteKind::kSign;
    return out;
  }();
  return kKinds[static_cast<unsigned char>(c)];
}

class Scanner {
 public:
  Scanner(std::string_view text, Range run, Inline& out)
      : text_(text.substr(0, run.end)), at_(run.begin), out_(out) {}

  void scan() {
    while (at_ < text_.size()) {
      const uint32_t before = at_;
      if (construct()) continue;
      at_ = next_start(before + 1);
    }
  }

 private:
  // Where the next construct may start: at a sign, or where a word does. Most bytes are passed over
  // here.
  uint32_t next_start(uint32_t at) const {
    ByteKind before = kind_of(text_[at - 1]);
    while (at < text_.size()) {
      const ByteKind kind = kind_of(text_[at]);
      if (kind == ByteKind::kSign || (kind == ByteKind::kWord && before != ByteKind::kWord)) break;
      before = kind;
      ++at;
    }
    return at;
  }

  char peek(uint32_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  uint32_t end() const { return static_cast<uint32_t>(text_.size()); }

  uint32_t reach(uint32_t from) const {
    return static_cast<uint32_t>(std::min(text_.size(), from + kLongestConstruct));
  }

  size_t find(std::string_view what, uint32_t from) const {
    if (from >= text_.size()) return std::string_view::npos;
    return text_.substr(0, reach(from)).find(what, from);
  }

  bool mask_to(uint32_t end) {
    out_.masks.push_back({at_, end});
    at_ = end;
    return true;
  }

  bool construct() {
    switch (peek()) {
      case '\\':
        return at_ + 1 < end() && is_ascii_punctuation(peek(1)) && mask_to(at_ + 2);
      case '`':
        return code_span();
      case '$':
        return math();
      case '<':
        return angle();
      case '{':
        return braces();
      case '[':
        return peek(1) == '[' ? wiki() : link();
      case 'h':
      case 'H':
        return bare_url();
      case 'a':
      case 'A':
      case 'd':
      case 'D':
        return labelled_identifier();
      default:
        return false;
    }
  }

  bool code_span() {
    uint32_t run = at_;
    while (run < end() && text_[run] == '`') ++run;
    const uint32_t length = run - at_;
    for (uint32_t i = run; i < reach(at_);) {
      if (text_[i] != '`') {
        ++i;
        continue;
      }
      uint32_t close = i;
      while (close < end() && text_[close] == '`') ++close;
      if (close - i == length) return mask_to(close);
      i = close;
    }
    at_ = run;  // no closer: the whole run is text
    return true;
  }

  // Pandoc's rule: no space inside the dollars, no digit after; on one line.
  bool math() {
    const uint32_t width = peek(1) == '$' ? 2 : 1;
    const uint32_t from = at_ + width;
    if (from >= end() || is_blank_char(text_[from]) || is_line_end(text_[from])) return false;
    for (uint32_t i = from + 1; i < end() && !is_line_end(text_[i]); ++i) {
      if (text_[i] != '$' || text_[i - 1] == '\\') continue;
      if (width == 2) {
        if (i + 1 < end() && text_[i + 1] == '$') return mask_to(i + 2);
        continue;
      }
      if (is_blank_char(text_[i - 1])) return false;
      if (i + 1 < end() && text_[i + 1] >= '0' && text_[i + 1] <= '9') return false;
      return mask_to(i + 1);
    }
    return false;
  }

  // An HTML tag or comment, or an URL in brackets. What merely stands between two signs (`a <b and
  // c> d`) is text.
  bool angle() {
    if (text_.substr(at_).starts_with("<!--")) {
      const size_t close = find("-->", at_ + 4);
      return close != std::string_view::npos && mask_to(static_cast<uint32_t>(close) + 3);
    }
    if (starts_with_folded(text_.substr(at_ + 1), "http://") ||
        starts_with_folded(text_.substr(at_ + 1), "https://")) {
      const size_t close = text_.substr(0, reach(at_)).find_first_of("> \t\r\n<", at_ + 1);
      if (close == std::string_view::npos || text_[close] != '>') return false;
      const uint32_t after = static_cast<uint32_t>(close) + 1;
      add_url({at_, after}, text_.substr(at_ + 1, close - at_ - 1));
      return mask_to(after);
    }
    const uint32_t after = tag_end();
    return after != 0 && mask_to(after);
  }

  // The end of the HTML tag that starts here; 0 when there is none (CommonMark 0.30, 6.6).
  uint32_t tag_end() const {
    const uint32_t limit = reach(at_);
    uint32_t i = at_ + 1;
    const auto skip = [&](auto&& is) {
      const uint32_t from = i;
      while (i < limit && is(text_[i])) ++i;
      return i > from;
    };
    const auto is_white = [](char c) { return is_blank_char(c) || is_line_end(c); };
    if (i < limit && text_[i] == '/') ++i;
    if (i >= limit || !is_ascii_letter(text_[i])) return 0;
    skip([](char c) { return is_name_char(c) && c != ':' && c != '.'; });
    while (skip(is_white) && skip(is_name_char)) {
      const uint32_t name_end = i;
      skip(is_white);
      if (i >= limit || text_[i] != '=') {
        i = name_end;
        continue;
      }
      ++i;
      skip(is_white);
      if (i < limit && (text_[i] == '"' || text_[i] == '\'')) {
        const char quote = text_[i++];
        skip([&](char c) { return c != quote; });
        if (i >= limit) return 0;
        ++i;
      } else if (!skip([&](char c) { return !is_white(c) && c != '>' && c != '<' && c != '`'; })) {
        return 0;
      }
    }
    skip(is_white);
    if (i < limit && text_[i] == '/') ++i;
    return i < limit && text_[i] == '>' ? i + 1 : 0;
  }

  bool braces() {
    const std::string_view closer = peek(1) == '{' ? "}}" : peek(1) == '#' ? "}" : "";
    if (closer.empty()) return false;
    for (uint32_t i = at_ + 2; i < reach(at_) && !is_line_end(text_[i]); ++i) {
      if (text_[i] == '{') return false;
      if (text_.substr(i).starts_with(closer))
        return mask_to(i + static_cast<uint32_t>(closer.size()));
    }
    return false;
  }

  // Where the `]]` is that closes the `[[` at `at_`; 0 when the line ends or another opens first.
  uint32_t wiki_close() const {
    for (uint32_t i = at_ + 2; i + 1 < reach(at_) && !is_line_end(text_[i]); ++i) {
      if (text_[i] == '[' && text_[i + 1] == '[') return 0;
      if (text_[i] == ']' && text_[i + 1] == ']') return i;
    }
    return 0;
  }

  bool wiki() {
    const uint32_t close = wiki_close();
    if (close == 0) return false;
    const std::string_view inside = text_.substr(at_ + 2, close - at_ - 2);
    if (trim(inside).empty()) return false;
    const uint32_t after = close + 2;
    if (at_ > 0 && text_[at_ - 1] == '#') {
      out_.tags.push_back({{at_ - 1, after}, std::string(trim(inside)), TagSource::kInline});
      return mask_to(after);
    }
    Reference reference;
    reference.kind = ReferenceKind::kWiki;
    reference.range = {at_, after};
    reference.text = text_.substr(at_, after - at_);
    std::string_view name = inside.substr(0, inside.find('|'));
    if (name.ends_with('\\')) name.remove_suffix(1);  // `\|` inside a table
    if (const size_t mark = name.find('#'); mark != std::string_view::npos) {
      reference.anchor = trim(name.substr(mark + 1));
      name = name.substr(0, mark);
    }
    reference.path = trim(name);
    if (!reference.path.empty() || !reference.anchor.empty())
      out_.references.push_back(std::move(reference));
    return mask_to(after);
  }

  // Where the `]` is that closes the `[` at `at_`; 0 when there is none.
  uint32_t link_text_end() const {
    int depth = 0;
    for (uint32_t i = at_; i < reach(at_); ++i) {
      if (text_[i] == '\\')
        ++i;
      else if (text_[i] == '[')
        ++depth;
      else if (text_[i] == ']' && --depth == 0)
        return i;
      if (depth > 32) return 0;
    }
    return 0;
  }

  // The destination's bytes and where its `)` ends; CommonMark, but spaces are allowed, since
  // people write them.
  struct Destination {
    Range range;
    uint32_t after = 0;
  };
  std::optional<Destination> destination(uint32_t open) const {
    uint32_t from = open + 1;
    while (from < end() && is_blank_char(text_[from])) ++from;
    if (from < end() && text_[from] == '<') {
      const std::string_view near = text_.substr(0, reach(from));
      const size_t close = near.find_first_of("<>\r\n", from + 1);
      if (close == std::string_view::npos || near[close] != '>') return std::nullopt;
      const size_t paren = near.find_first_of(")\r\n", close);
      if (paren == std::string_view::npos || near[paren] != ')') return std::nullopt;
      return Destination{{from + 1, static_cast<uint32_t>(close)},
                         static_cast<uint32_t>(paren) + 1};
    }
    int depth = 0;
    for (uint32_t i = from; i < reach(from) && !is_line_end(text_[i]); ++i) {
      if (text_[i] == '\\')
        ++i;
      else if (text_[i] == '(') {
        if (++depth > kDeepestParentheses) return std::nullopt;
      } else if (text_[i] == ')' && --depth < 0) {
        Range inside = trimmed(text_, {from, i});
        const std::string_view all = view(text_, inside);
        const size_t title = all.find_first_of("\"'");  // `(path "title")`
        if (title != std::string_view::npos && title > 0 && is_blank_char(all[title - 1]) &&
            all.back() == all[title])
          inside = trimmed(text_, {inside.begin, inside.begin + static_cast<uint32_t>(title)});
        return Destination{inside, i + 1};
      }
    }
    return std::nullopt;
  }

  bool link() {
    const uint32_t close = link_text_end();
    if (close == 0 || close + 1 >= end() || text_[close + 1] != '(') return false;
    const std::optional<Destination> to = destination(close + 1);
    if (!to) return false;
    const bool image = at_ > 0 && text_[at_ - 1] == '!';
    const std::string_view target = view(text_, to->range);
    if (!image && !target.empty()) add_link({at_, to->after}, target);
    return mask_to(to->after);
  }

  void add_link(Range range, std::string_view target) {
    if (target.find("://") != std::string_view::npos) return add_url(range, target);
    const size_t scheme = target.find(':');
    if (scheme != std::string_view::npos && scheme > 1 &&
        std::all_of(target.begin(), target.begin() + static_cast<std::ptrdiff_t>(scheme),
                    is_ascii_letter))
      return;  // mailto:, zotero:
    Reference reference;
    reference.kind = ReferenceKind::kLink;
    reference.range = range;
    reference.text = one_line(view(text_, range));
    if (const size_t mark = target.find('#'); mark != std::string_view::npos) {
      reference.anchor = percent_decoded(target.substr(mark + 1));
      target = target.substr(0, mark);
    }
    reference.path = percent_decoded(target);
    out_.references.push_back(std::move(reference));
  }

  void add_url(Range range, std::string_view url) {
    std::optional<Identifier> id = identifier_of_url(url);
    if (!id) return;
    Reference reference;
    reference.kind = ReferenceKind::kUrl;
    reference.range = range;
    reference.text = one_line(view(text_, range));
    reference.identifier = std::move(id);
    out_.references.push_back(std::move(reference));
  }

  bool after_word() const { return at_ > 0 && is_alnum(text_[at_ - 1]); }

  bool bare_url() {
    const std::string_view rest = text_.substr(at_);
    if (after_word() ||
        !(starts_with_folded(rest, "http://") || starts_with_folded(rest, "https://")))
      return false;
    const uint32_t stop = url_end(text_, at_);
    add_url({at_, stop}, text_.substr(at_, stop - at_));
    return mask_to(std::max(stop, at_ + 7));
  }

  bool labelled_identifier() {
    if (after_word()) return false;
    std::optional<IdentifierUse> use = labelled_identifier_at(text_, at_);
    if (!use) return false;
    Reference reference;
    reference.kind = ReferenceKind::kUrl;
    reference.range = use->range;
    reference.text = view(text_, use->range);
    reference.identifier = std::move(use->id);
    out_.references.push_back(std::move(reference));
    return mask_to(use->range.end);
  }

  std::string_view text_;
  uint32_t at_;
  Inline& out_;
};

}  // namespace

bool Inline::is_masked(uint32_t offset) const { return is_masked(Range{offset, offset + 1}); }

bool Inline::is_masked(Range range) const {
  const auto it = std::partition_point(masks.begin(), masks.end(),
                                       [&](Range mask) { return mask.end <= range.begin; });
  return it != masks.end() && it->begin < range.end;
}

void scan_inline(std::string_view text, Range run, Inline& out) { Scanner(text, run, out).scan(); }

}  // namespace notes
