#include "notes/inline.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/citation_key.h"
#include "notes/defined_link.h"
#include "notes/html.h"
#include "notes/inline_start.h"
#include "notes/lines.h"
#include "notes/percent.h"
#include "notes/unicode.h"
#include "notes/url.h"

namespace notes {
namespace {

bool is_ascii_punctuation(char c) { return c > ' ' && c < 0x7f && !is_ascii_alnum(c); }
// Longer than anybody writes; what bounds the work on hostile text.
constexpr size_t kLongestConstruct = 4096;
constexpr int kDeepestParentheses = 32;  // CommonMark's own limit

class Scanner {
 public:
  Scanner(std::string_view text, Range run, Inline& out)
      : all_(text), text_(text.substr(0, run.end)), at_(run.begin), out_(out) {}

  void scan() {
    while (at_ < text_.size()) {
      const uint32_t before = at_;
      if (construct()) continue;
      at_ = inline_start(all_, before + 1, end());
    }
  }

 private:
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
        return (peek(1) == '[' && wiki()) || link();
      case '@':
        return citation();
      case 'h':
      case 'H':
        return bare_url();
      case 'a':
      case 'A':
      case 'd':
      case 'D':
      case 'i':
      case 'I':
      case 'p':
      case 'P':
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

  // Pandoc's rule: no space inside the dollars, no digit after; on one line. `$$` hold anything.
  bool math() {
    if (peek(1) == '$') {
      const size_t close = find("$$", at_ + 2);
      return close != std::string_view::npos && close > at_ + 2 &&
             mask_to(static_cast<uint32_t>(close) + 2);
    }
    const uint32_t from = at_ + 1;
    if (from >= end() || is_blank_char(text_[from]) || is_line_end(text_[from])) return false;
    for (uint32_t i = from + 1; i < end() && !is_line_end(text_[i]); ++i) {
      if (text_[i] != '$' || text_[i - 1] == '\\') continue;
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
    const uint32_t after = html_tag_end(text_, at_, reach(at_));
    if (after == 0) return false;
    if (starts_with_folded(text_.substr(at_), "<a "))
      if (const uint32_t close = add_anchor(after)) return mask_to(close);
    return mask_to(after);
  }

  // `<a href="url">text</a>`, and where it ends; 0 for a button, which names a tag, and for a text
  // that is an URL itself.
  uint32_t add_anchor(uint32_t after) {
    const std::string_view tag = text_.substr(at_, after - at_);
    const size_t begin = tag.find("href=\"");
    if (begin == std::string_view::npos || tag.find("button") != std::string_view::npos) return 0;
    const std::string_view target = tag.substr(begin + 6, tag.find('"', begin + 6) - begin - 6);
    const size_t close = find("</a>", after);
    if (target.empty() || close == std::string_view::npos) return 0;
    if (text_.substr(after).starts_with("http")) return 0;
    const uint32_t end = static_cast<uint32_t>(close) + 4;
    add_link({at_, end}, target);
    return end;
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
    if (text_.substr(close + 2).starts_with('(') && destination(close + 2))
      return false;  // `[[note]](notes/x.md)` is a link whose text stands in brackets
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
        // `(path "title")`
        const size_t title = std::min(all.find('"'), all.find('\''));
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
    if (close == 0 || close + 1 >= end()) return false;
    if (const DefinedLink defined = defined_link(all_, at_, close);
        defined.after != 0 && defined.after <= end()) {
      add_link({at_, defined.after}, defined.to);
      return mask_to(defined.after);
    }
    const uint32_t open = close + 1 + text_.substr(close + 1).starts_with(" (http");
    if (text_[open] != '(') return false;
    const std::optional<Destination> to = destination(open);
    if (!to) return false;
    const bool image = at_ > 0 && text_[at_ - 1] == '!';
    const std::string_view target = view(text_, to->range);
    if (!image && !target.empty()) add_link({at_, to->after}, target);
    return mask_to(to->after);
  }

  void add_link(Range range, std::string_view target) {
    if (target.find("://") != target.npos || lacks_scheme(target)) return add_url(range, target);
    if (target.starts_with("{{")) target = within_shortcode(target);
    const size_t scheme = target.find(':');
    if (scheme != std::string_view::npos && scheme > 1 &&
        std::all_of(target.begin(), target.begin() + static_cast<std::ptrdiff_t>(scheme),
                    is_ascii_letter))
      return;  // mailto:, zotero:
    if (target.empty()) return;
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
    Reference reference;
    if (!id) {
      std::optional<RepositoryFile> file = file_in_repository(url);
      if (!file) return;
      reference.path = std::move(file->path);
      reference.anchor = std::move(file->anchor);
    }
    reference.kind = id ? ReferenceKind::kUrl : ReferenceKind::kFile;
    reference.range = range;
    reference.text = one_line(view(text_, range));
    reference.identifier = std::move(id);
    out_.references.push_back(std::move(reference));
  }

  bool after_word() const { return at_ > 0 && is_ascii_alnum(text_[at_ - 1]); }

  bool bare_url() {
    const std::string_view rest = text_.substr(at_);
    if (after_word() ||
        !(starts_with_folded(rest, "http://") || starts_with_folded(rest, "https://")))
      return false;
    const uint32_t stop = url_end(text_, at_);
    add_url({at_, stop}, text_.substr(at_, stop - at_));
    return mask_to(std::max(stop, at_ + 7));
  }

  bool citation() {
    const std::optional<CitationKey> cited = citation_key_at(text_, at_);
    if (!cited) return false;
    Reference reference;
    reference.kind = ReferenceKind::kCite;
    reference.range = cited->range;
    reference.text = view(text_, cited->range);
    reference.identifier = Identifier{IdentifierKind::kCitekey, std::string(cited->key)};
    out_.references.push_back(std::move(reference));
    return mask_to(cited->range.end);
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

  std::string_view all_;
  std::string_view text_;  // of it, up to the end of the run
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
