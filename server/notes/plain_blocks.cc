// plain_blocks of block.h: CommonMark 0.30's block structure (its appendix, phase 1), as far as it
// depends on nothing but spaces and markers.
#include <algorithm>
#include <array>

#include "notes/block.h"
#include "notes/byte_set.h"
#include "notes/lines.h"

namespace notes {
namespace {

constexpr uint32_t kCodeIndent = 4;
constexpr ByteSet kMarkers(kMarkerBytes);
constexpr size_t kDeepest = 16;        // than anybody nests
constexpr size_t kLongestFence = 255;  // as cmark counts

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_blank_char);
}

size_t run_of(std::string_view text, char c) {
  size_t size = 0;
  while (size < text.size() && text[size] == c) ++size;
  return size;
}

int atx_level(std::string_view rest) {
  const size_t level = run_of(rest, '#');
  if (level < 1 || level > 6 || (level < rest.size() && !is_blank_char(rest[level]))) return 0;
  return static_cast<int>(level);
}

int setext_level(std::string_view rest) {
  if (rest[0] != '=' && rest[0] != '-') return 0;
  if (!is_blank(rest.substr(run_of(rest, rest[0])))) return 0;
  return rest[0] == '=' ? 1 : 2;
}

bool is_rule(std::string_view rest) {
  if (rest[0] != '*' && rest[0] != '-' && rest[0] != '_') return false;
  size_t marks = 0;
  for (char c : rest) {
    if (c == rest[0])
      ++marks;
    else if (!is_blank_char(c))
      return false;
  }
  return marks >= 3;
}

size_t fence_length(std::string_view rest) {
  if (rest[0] != '`' && rest[0] != '~') return 0;
  const size_t run = run_of(rest, rest[0]);
  if (run < 3 || (rest[0] == '`' && rest.find('`', run) != std::string_view::npos)) return 0;
  return std::min(run, kLongestFence);
}

bool may_start_html(std::string_view rest) {
  if (rest[0] != '<' || rest.size() < 2) return false;
  const char c = rest[1];
  return c == '/' || c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The length of `-` or `12.` at the start; 0 when there is no marker, or none that may interrupt a
// paragraph.
uint32_t item_marker(std::string_view rest, bool interrupts) {
  size_t size = 1;
  if (is_digit_char(rest[0])) {
    while (size < rest.size() && size < 9 && is_digit_char(rest[size])) ++size;
    if (interrupts && (rest[size - 1] != '1' ||
                       rest.substr(0, size - 1).find_first_not_of('0') != std::string_view::npos))
      return 0;
    if (size == rest.size() || (rest[size] != '.' && rest[size] != ')')) return 0;
    ++size;
  } else if (rest[0] != '-' && rest[0] != '*' && rest[0] != '+') {
    return 0;
  }
  if (size < rest.size() && !is_white(rest[size])) return 0;
  if (interrupts && is_blank(rest.substr(size))) return 0;
  return static_cast<uint32_t>(size);
}

class PlainReader {
 public:
  PlainReader(std::string_view text, const Row<Line>& lines) : text_(text), lines_(lines) {}

  std::optional<std::vector<Block>> read() {
    if (text_.starts_with("\xEF\xBB\xBF")) return std::nullopt;
    out_.reserve(lines_.size());
    for (number_ = 0; number_ < lines_.size(); ++number_) {
      line_ = view(text_, lines_[number_].range);
      if (line_.size() > kLongestPrefix && kMarkers.has_all(line_.substr(0, kLongestPrefix)))
        return std::nullopt;
      read_line();
      if (!sure_) return std::nullopt;
    }
    close_leaf();
    return std::move(out_);
  }

 private:
  enum class Leaf : uint8_t { kNone, kParagraph, kFence, kIndented };
  struct Container {
    bool quote = false;
    bool empty = true;    // an item that has nothing yet ends at a blank line
    uint32_t indent = 0;  // what its lines need, of an item
  };

  // What stands at `at_`: so many spaces, then `rest_`.
  void look() {
    size_t end = at_;
    while (end < line_.size() && line_[end] == ' ') ++end;
    indent_ = static_cast<uint32_t>(end) - at_;
    rest_ = line_.substr(end);
  }
  bool tab_ahead() const { return rest_.starts_with('\t'); }

  void read_line() {
    at_ = 0;
    const size_t matched = match_containers();
    const bool all = matched == depth_;
    look();
    if (all && leaf_ == Leaf::kFence) return read_fence();
    if (tab_ahead()) {
      sure_ = false;
      return;
    }
    if (all && leaf_ == Leaf::kIndented && (indent_ >= kCodeIndent || rest_.empty())) return;

    const bool after_paragraph = leaf_ == Leaf::kParagraph;
    const bool continues = all && after_paragraph && !rest_.empty();
    bool opened = false;
    while (sure_ && !rest_.empty() && !tab_ahead()) {
      const Opened what = open(matched, continues && !opened, after_paragraph && !opened);
      if (what == Opened::kLeaf) return;
      if (what == Opened::kNothing) break;
      opened = true;
      look();
    }
    sure_ = sure_ && !tab_ahead();
    // A paragraph goes on in a line that lacks the marks of its quote or item.
    const bool lazy = !opened && after_paragraph && !all && !rest_.empty();
    if (lazy || (continues && !opened)) return add_to_paragraph();
    if (!opened) close(matched);
    if (rest_.empty()) return;
    add_child();
    leaf_ = Leaf::kParagraph;
    leaf_first_ = number_;
    may_define_ = rest_.starts_with('[');
    add_to_paragraph();
  }

  // How many of the open quotes and items the line goes on with.
  size_t match_containers() {
    size_t matched = 0;
    for (; matched < depth_; ++matched) {
      const Container& container = containers_[matched];
      look();
      if (tab_ahead()) {
        sure_ = false;
        break;
      }
      if (container.quote) {
        if (indent_ >= kCodeIndent || !rest_.starts_with('>')) break;
        enter_quote();
      } else if (indent_ >= container.indent) {
        at_ += container.indent;
      } else if (rest_.empty() && !container.empty) {
        at_ += indent_;
      } else {
        break;
      }
    }
    return matched;
  }

  void enter_quote() {
    at_ += indent_ + 1;
    if (at_ >= line_.size()) return;
    if (line_[at_] == ' ')
      ++at_;
    else if (line_[at_] == '\t')
      sure_ = false;
  }

  void read_fence() {
    const size_t white = std::min(rest_.find_first_not_of(" \t"), rest_.size());
    const std::string_view words = rest_.substr(white);
    const size_t run = run_of(words, fence_);
    if (run < fence_length_ || indent_ >= kCodeIndent || !is_blank(words.substr(run))) return;
    if (white > 0) {
      sure_ = false;
      return;
    }
    out_.back().last = number_;
    leaf_ = Leaf::kNone;
  }

  enum class Opened : uint8_t { kNothing, kContainer, kLeaf };
  // Opens the block that starts here, if one does. `in_paragraph`: it would interrupt one;
  // `maybe_lazy`: what is indented may belong to one.
  Opened open(size_t matched, bool in_paragraph, bool maybe_lazy) {
    if (indent_ >= kCodeIndent) {
      if (maybe_lazy) return Opened::kNothing;
      return open_leaf(matched, Leaf::kIndented, {LineKind::kCode, number_, number_});
    }
    static constexpr ByteSet kFirst(">#`~<=-*_+0123456789");
    if (!kFirst.has(rest_[0])) return Opened::kNothing;
    if (rest_[0] == '>') {
      close(matched);
      enter_quote();
      add_child();
      enter({true, true, 0});
      return Opened::kContainer;
    }
    if (const int level = atx_level(rest_); level != 0)
      return open_leaf(matched, Leaf::kNone, {LineKind::kHeading, number_, number_, level});
    if (const size_t length = fence_length(rest_); length != 0) {
      fence_ = rest_[0];
      fence_length_ = length;
      return open_leaf(matched, Leaf::kFence, {LineKind::kCode, number_, number_});
    }
    if (may_start_html(rest_)) {
      sure_ = false;
      return Opened::kNothing;
    }
    if (const int level = in_paragraph ? setext_level(rest_) : 0; level != 0) {
      out_.push_back({LineKind::kHeading, leaf_first_, number_, level});
      leaf_ = Leaf::kNone;
      return Opened::kLeaf;
    }
    if (is_rule(rest_)) return open_leaf(matched, Leaf::kNone, {LineKind::kRule, number_, number_});
    if (const uint32_t marker = item_marker(rest_, in_paragraph); marker != 0) {
      close(matched);
      enter_item(marker);
      return Opened::kContainer;
    }
    return Opened::kNothing;
  }

  Opened open_leaf(size_t matched, Leaf leaf, Block block) {
    close(matched);
    add_child();
    leaf_ = leaf;
    out_.push_back(block);
    return Opened::kLeaf;
  }

  void enter_item(uint32_t marker) {
    const uint32_t offset = indent_;
    at_ += indent_ + marker;
    look();
    if (tab_ahead()) sure_ = false;
    // Behind more than four spaces stands indented code.
    const bool one = rest_.empty() || indent_ == 0 || indent_ > kCodeIndent;
    add_child();
    enter({false, true, offset + marker + (one ? 1 : indent_)});
    at_ += one ? std::min<uint32_t>(indent_, 1) : indent_;
    out_.push_back({LineKind::kItem, number_, number_});
  }

  // What the line did not go on with ends before it. Once something is opened, nothing is left to
  // end.
  void close(size_t matched) {
    if (closed_at_ == number_ + 1) return;
    closed_at_ = number_ + 1;
    close_leaf();
    depth_ = std::min(depth_, matched);
  }

  void close_leaf() {
    if (leaf_ == Leaf::kFence || leaf_ == Leaf::kIndented) out_.back().last = number_ - 1;
    leaf_ = Leaf::kNone;
  }

  void enter(Container container) {
    if (depth_ == kDeepest)
      sure_ = false;
    else
      containers_[depth_++] = container;
  }

  void add_child() {
    if (depth_ > 0) containers_[depth_ - 1].empty = false;
  }

  // A paragraph of link definitions is none, which changes what comes after it.
  void add_to_paragraph() {
    if (may_define_ && line_.find("]:") != std::string_view::npos) sure_ = false;
  }

  std::string_view text_;
  const Row<Line>& lines_;
  std::vector<Block> out_;
  std::array<Container, kDeepest> containers_;
  size_t depth_ = 0;  // how many are open
  Leaf leaf_ = Leaf::kNone;
  size_t leaf_first_ = 0;    // line of the paragraph
  bool may_define_ = false;  // it starts with `[`
  char fence_ = 0;
  size_t fence_length_ = 0;
  size_t closed_at_ = 0;  // one more than the line that closed what it did not go on with
  bool sure_ = true;

  size_t number_ = 0;
  std::string_view line_;
  uint32_t at_ = 0;  // what is before it has been read
  uint32_t indent_ = 0;
  std::string_view rest_;
};

}  // namespace

std::optional<std::vector<Block>> plain_blocks(std::string_view text, const Row<Line>& lines) {
  return PlainReader(text, lines).read();
}

}  // namespace notes
