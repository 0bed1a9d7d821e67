#include "notes/tag_values.h"

#include <algorithm>

#include "notes/byte_set.h"
#include "notes/first_letters.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kMostWords = 7;               // of one tag; more is a sentence
constexpr std::ptrdiff_t kMostWordsAlone = 4;  // where it has no other beside it
constexpr size_t kMostCharacters = 60;         // as are more of these
constexpr size_t kMostIdeographs = 20;         // which say more each

constexpr std::string_view kLabels[] = {
    "tags",   "tag",    "keywords",  "keyword",   "key words",   "topics", "topic", "hashtags",
    "关键词", "关键字", "關鍵詞",    "關鍵字",    "标签",        "標籤",   "タグ",  "キーワード",
    "태그",   "키워드", "mots-clés", "mots clés", "schlagworte", "주제어"};
constexpr std::string_view kFieldLabels[] = {"领域", "領域",     "分类",       "分類",
                                             "分野", "カテゴリ", "カテゴリー", "분류"};

// What stands where nobody has written a tag yet.
constexpr std::string_view kPlaceholders[] = {"n/a",  "na",     "none", "null", "tbd",
                                              "todo", "待补充", "暂无", "无",   "無",
                                              "なし", "未定",   "없음"};

bool is_one_of(std::string_view word, auto& known) {
  return std::find(std::begin(known), std::end(known), word) != std::end(known);
}

bool is_edge(char32_t c) {
  static constexpr ByteSet kNarrow(" \t\n\v\f\r*_`\"'#.,;:!?\\");
  if (c < 0x80) return kNarrow.has(static_cast<char>(c));
  return is_space(c) || is_emoji(c) ||
         std::u32string_view(U"“”‘’＃。、，；：！？").find(c) != std::u32string_view::npos;
}

// Without quotes, emphasis, `#` and the full stop of the list.
Range bare(std::string_view text, Range range) {
  while (!range.empty()) {
    const Character c = character_at(text, range.begin);
    if (!is_edge(c.code)) break;
    range.begin = std::min(range.end, range.begin + std::max<uint32_t>(c.size, 1));
  }
  while (!range.empty()) {
    const Character c = character_before(view(text, range), range.size());
    const Character before =
        character_before(view(text, range), range.size() - std::max<uint32_t>(c.size, 1));
    // `C#` is a name.
    if (!is_edge(c.code) || (c.code == '#' && is_letter(before.code))) break;
    range.end -= std::max<uint32_t>(c.size, 1);
  }
  return range;
}

enum class Shape : uint8_t { kTag, kNothing, kProse };

Shape shape_of(std::string_view name) {
  if (name.empty()) return Shape::kNothing;
  if (name.find("://") != std::string_view::npos || name.find("{{") != std::string_view::npos ||
      name.find("<%") != std::string_view::npos || name.front() == '(')
    return Shape::kNothing;
  size_t words = 1, characters = 0, ideographs = 0;
  bool countable = false;
  for (size_t at = 0; at < name.size();) {
    const Character c = character_at(name, at);
    at += std::max<uint32_t>(c.size, 1);
    ++characters;
    if (is_space(c.code)) ++words;
    if (is_cjk(c.code)) ++ideographs;
    if (is_letter(c.code) || is_digit(c.code)) countable = true;
    if (c.code < 0x20 || c.code == U'。' || c.code == U'？') return Shape::kProse;
  }
  if (words > kMostWords || characters > kMostCharacters || ideographs > kMostIdeographs)
    return Shape::kProse;
  if (!countable || is_one_of(fold(name), kPlaceholders)) return Shape::kNothing;
  return Shape::kTag;
}

class ValueReader {
 public:
  ValueReader(std::string_view text, Range value, TagValues how, Row<TagUse>& out)
      : text_(text.substr(0, value.end)), value_(value), how_(how), out_(out) {}

  void read() {
    value_ = trimmed(text_, value_);
    const size_t before = out_.size();
    const std::string_view all = view(text_, value_);
    const auto holds = [&](std::string_view between) { return all.find(between) != all.npos; };
    each_in_brackets_ = all.starts_with('[') && !all.starts_with("[[") && all.ends_with(']') &&
                        (holds("], [") || holds("],[") || holds("] ["));
    if (all.starts_with('[') && !all.starts_with("[[") && all.ends_with(']') &&
        !each_in_brackets_) {
      ++value_.begin;
      --value_.end;
      text_ = text_.substr(0, value_.end);
    }
    const bool spaces = how_.space_separates && !has_separator();
    uint32_t begin = value_.begin;
    int depth = 0;
    for (uint32_t at = value_.begin; at < value_.end;) {
      if (const uint32_t after = link(at)) {
        add({begin, at_});
        begin = at = after;
        continue;
      }
      const Character c = character_at(text_, at);
      const uint32_t next = at + std::max<uint32_t>(c.size, 1);
      if (c.code == '(' || c.code == U'（') ++depth;
      if ((c.code == ')' || c.code == U'）') && depth > 0) --depth;
      if (depth == 0 && (separates(at, c.code) || (spaces && is_space(c.code)))) {
        add({begin, at});
        begin = next;
      }
      at = next;
    }
    const bool alone = begin == value_.begin;
    add({begin, value_.end});
    // One long phrase explains what a tag is.
    if (alone && how_.may_be_prose && out_.size() > before &&
        std::count(out_.back().name.begin(), out_.back().name.end(), ' ') >= kMostWordsAlone)
      prose_ = true;
    if (prose_ && how_.may_be_prose) out_.resize(before);
  }

 private:
  bool has_separator() const {
    for (uint32_t at = value_.begin; at < value_.end;) {
      const Character c = character_at(text_, at);
      if (separates(at, c.code)) return true;
      at += std::max<uint32_t>(c.size, 1);
    }
    return false;
  }

  bool separates(uint32_t at, char32_t c) const {
    static constexpr ByteSet kNarrow(",;|\t");
    if (c < 0x80 ? kNarrow.has(static_cast<char>(c))
                 : std::u32string_view(U"，、；·•").find(c) != std::u32string_view::npos)
      return true;
    if (c != '#' && c != '/' && c != U'／') return false;
    if (c != '#' && how_.slash_separates) return true;
    if (at == value_.begin || !is_space(character_before(text_, at).code)) return false;
    return at + 1 < text_.size() && is_blank_char(text_[at + 1]) != (c == '#');
  }

  // The tag that is written as a wiki link, a link or a code span here; where it ends, or 0. What
  // stands before it ends at `at_`.
  uint32_t link(uint32_t at) {
    const char c = text_[at];
    if (c != '#' && c != '[' && c != '`') {
      at_ = at;
      return 0;
    }
    const bool hash = c == '#' && text_.substr(at + 1).starts_with("[[");
    at_ = at;
    if (hash) ++at;
    if (text_.substr(at).starts_with("[[")) {
      const size_t close = text_.find("]]", at);
      if (close == std::string_view::npos) return 0;
      add_wiki({at_, static_cast<uint32_t>(close) + 2}, {at + 2, static_cast<uint32_t>(close)});
      return static_cast<uint32_t>(close) + 2;
    }
    if (c == '`') {
      const size_t close = text_.find('`', at + 1);
      if (close == std::string_view::npos) return 0;
      add({at + 1, static_cast<uint32_t>(close)});
      return static_cast<uint32_t>(close) + 1;
    }
    if (c != '[') return 0;
    if (each_in_brackets_) {  // `[a], [b c]`
      const size_t end = text_.find(']', at);
      if (end != std::string_view::npos && !text_.substr(end + 1).starts_with('(')) {
        add({at + 1, static_cast<uint32_t>(end)});
        return static_cast<uint32_t>(end) + 1;
      }
    }
    const size_t close = text_.find("](", at);
    if (close == std::string_view::npos) return 0;
    int depth = 0;
    for (size_t i = close + 1; i < text_.size(); ++i) {
      if (text_[i] == '(') ++depth;
      if (text_[i] == ')' && --depth == 0) {
        add({at + 1, static_cast<uint32_t>(close)});
        return static_cast<uint32_t>(i) + 1;
      }
    }
    return 0;
  }

  // The range is the whole link, so that what the link means and what the tag means are one place.
  void add_wiki(Range whole, Range inside) {
    const std::string_view words = view(text_, inside);
    if (const size_t bar = words.rfind('|'); bar != std::string_view::npos) {
      inside.begin += static_cast<uint32_t>(bar) + 1;
    } else if (const size_t slash = words.find('/');
               slash != std::string_view::npos && is_tag_label(trim(words.substr(0, slash)))) {
      inside.begin += static_cast<uint32_t>(slash) + 1;  // a folder of tags: `[[tags/favorite]]`
    }
    inside = bare(text_, inside);
    if (shape_of(view(text_, inside)) == Shape::kTag) push(whole, inside);
  }

  void add(Range range) {
    if (range.begin > range.end) return;
    Range name = bare(text_, without_remark(range));
    switch (shape_of(view(text_, name))) {
      case Shape::kTag: {
        // The `#` belongs to the tag that it starts.
        Range whole = name;
        if (whole.begin > range.begin && text_[whole.begin - 1] == '#') --whole.begin;
        return push(whole, name);
      }
      case Shape::kProse:
        prose_ = true;
        return;
      case Shape::kNothing:
        return;
    }
  }

  // `标签（注：…）`: a remark in full-width parentheses is none of the tag.
  Range without_remark(Range range) const {
    range = trimmed(text_, range);
    const std::string_view words = view(text_, range);
    if (!words.ends_with("）")) return range;
    const size_t open = words.find("（");
    if (open != std::string_view::npos && open > 0)
      range.end = range.begin + static_cast<uint32_t>(open);
    return range;
  }

  void push(Range whole, Range name) {
    out_.push_back({whole, std::string(view(text_, name)), how_.source});
  }

  std::string_view text_;
  Range value_;
  TagValues how_;
  Row<TagUse>& out_;
  uint32_t at_ = 0;
  bool prose_ = false;
  bool each_in_brackets_ = false;
};

}  // namespace

bool may_start_tag_label(std::string_view written) {
  static constexpr FirstLetters kFirst = [] {
    FirstLetters out;
    for (std::string_view label : kLabels) out.add(label);
    for (std::string_view label : kFieldLabels) out.add(label);
    return out;
  }();
  return kFirst.may_start(written);
}

bool is_tag_label(std::string_view word) {
  // Asked about whatever stands before a colon, so most words have to go before they are folded.
  constexpr size_t kLongest = 24;
  word = trim(word);
  if (word.empty() || word.size() > kLongest) return false;
  if (!may_start_tag_label(word)) return false;
  const std::string folded = fold(word);
  return is_one_of(folded, kLabels) || is_one_of(folded, kFieldLabels);
}

bool is_field_label(std::string_view word) { return is_one_of(fold(trim(word)), kFieldLabels); }

void read_tag_values(std::string_view text, Range value, TagValues how, Row<TagUse>& out) {
  ValueReader(text, value, how, out).read();
}

}  // namespace notes
