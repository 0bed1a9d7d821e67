#include "notes/titles.h"

#include <algorithm>
#include <array>

#include "notes/ascii.h"
#include "notes/citation.h"
#include "notes/find.h"
#include "notes/lines.h"
#include "notes/sixteen.h"
#include "notes/table_row.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::string_view kMarker = "[Paper Note]";
constexpr size_t kLongestTitle = 400;
constexpr size_t kMostCandidates = 6;
constexpr size_t kFewestWords = 4;  // of a title that nothing else shows to be one
constexpr long kManyParts = 2;      // commas of what is rather a list of things
constexpr size_t kLongestPassage = kLongestTitle + kLongestTail;
constexpr size_t kWindow = 4 * kLongestPassage;  // what is looked at together of a long line

bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 24> kWords{
      "of", "the", "a",  "an", "and", "for", "in",  "on",      "to",    "with",    "from", "via",
      "is", "are", "as", "by", "at",  "or",  "not", "without", "using", "through", "can",  "be"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Where the run of capitalised words before `end` starts, function words within it included; `end`
// when there is none. In English prose that is where the title starts, in so far as it is written
// in title case.
size_t title_case_start(std::string_view s, size_t end) {
  size_t start = end;
  for (size_t stop = end; stop > 0;) {
    while (stop > 0 && s[stop - 1] == ' ') --stop;
    const size_t space = stop == 0 ? std::string_view::npos : s.rfind(' ', stop - 1);
    const size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = s.substr(begin, stop - begin);
    const bool ends_sentence = start != end && word.ends_with('.');
    if (word.empty() || ends_sentence) break;
    const Character first = character_at(word, 0);
    if (is_upper(first.code) || is_digit(first.code))
      start = begin;
    else if (!is_function_word(word))
      break;
    stop = begin;
  }
  return start;
}

bool is_lower_case(char32_t c) { return is_letter(c) && !is_upper(c) && !is_cjk(c); }

// Where a title may start in what stands before the author: Japanese and Chinese prose runs into a
// Latin title at a space or a punctuation mark, English prose at a capital, a label ends at a
// colon, a remark opens with a bracket. The likeliest first.
std::vector<size_t> title_starts(std::string_view s, size_t end, bool item) {
  size_t after_cjk = 0, after_bracket = 0;
  bool after_mark = false;
  std::vector<size_t> after_colon;
  const size_t last_close = s.substr(0, end).rfind(')');
  const auto stays_open = [&](size_t from) {
    return last_close == std::string_view::npos || last_close < from;
  };
  for (size_t at = 0; at < end;) {
    const Character c = character_at(s, at);
    const size_t next = at + std::max<uint32_t>(c.size, 1);
    if (is_cjk(c.code) || is_cjk_punctuation(c.code)) {
      after_cjk = next;
      after_mark = std::u32string_view(U"。：！？；，、").find(c.code) != std::u32string_view::npos;
    }
    if (c.code == '(' && stays_open(next)) after_bracket = next;
    if (c.code == ':' && next < end && s[next] == ' ') after_colon.push_back(next);
    at = next;
  }
  const auto skip_space = [&](size_t at) {
    while (at < end && is_space(character_at(s, at).code)) at += character_at(s, at).size;
    return at;
  };
  std::vector<size_t> starts;
  const auto add = [&](size_t at) {
    at = skip_space(at);
    if (at < end && starts.size() < kMostCandidates &&
        std::find(starts.begin(), starts.end(), at) == starts.end())
      starts.push_back(at);
  };
  const bool prose_before =
      after_cjk > 0 && skip_space(after_cjk) + 8 <= end && skip_space(after_cjk) < end;
  const bool prose_ends = prose_before && (after_mark || skip_space(after_cjk) > after_cjk);
  if (prose_ends && after_cjk > after_bracket) add(after_cjk);
  if (after_bracket > 0) add(after_bracket);
  const size_t capital = title_case_start(s, end);
  const bool two_words =
      capital < end && s.substr(capital, end - capital).find(' ') != std::string_view::npos;
  if (starts.empty() && two_words && (!item || is_lower_case(character_at(s, 0).code)))
    add(capital);
  add(0);
  if (prose_before) add(after_cjk);
  for (size_t at : after_colon) add(at);
  add(capital);
  return starts;
}

// The text of one line or of two joined by a space, which knows where its bytes are in the section.
struct Passage {
  std::string joined;
  Range first;
  Range second;  // empty when one line is all

  uint32_t place(size_t at) const {
    if (at <= first.size()) return first.begin + static_cast<uint32_t>(at);
    return second.begin + static_cast<uint32_t>(at) - first.size() - 1;
  }
};

class TitleScanner {
 public:
  TitleScanner(std::string_view text, const Row<Line>& lines, const Inline& found, Markers own,
               Row<Reference>& out)
      : text_(text),
        lines_(lines),
        found_(found),
        own_(own),
        out_(out),
        may_be_marked_(!own.empty() || notes::find(text, kMarker) != std::string_view::npos),
        may_be_mentioned_(next_mention(text, 0) < text.size()) {}

  void scan(size_t i) {
    const Range content = lines_[i].content;
    consumed_ = std::max(consumed_, content.begin);
    // As most lines.
    if (next_marker(content.begin, content.end) == content.end &&
        !may_hold_year(view(text_, content)))
      return;
    while (consumed_ < content.end) {
      const Range rest = trimmed(text_, {consumed_, content.end});
      if (rest.size() < 8) return;
      const uint32_t stop = std::min(rest.end, border(rest.begin + kWindow));
      const uint32_t marker = next_marker(rest.begin, stop);
      const bool begins_item = lines_[i].kind == LineKind::kItem && rest.begin == content.begin;
      if (marker == rest.begin) {
        with_marker(i, rest);
      } else if (const Range before{rest.begin, marker};
                 const auto found = citation_in(view(text_, before))) {
        const std::string_view s =
            view(text_, before).substr(0, std::max(found->title_end, found->end));
        add({std::string(s), rest, {}}, *found, title_starts(s, found->title_end, begins_item));
      } else if (marker < stop) {
        consumed_ = marker;
      } else if (stop < rest.end) {  // a title may go on behind the window
        consumed_ = border(stop - kLongestPassage);
      } else {
        if (rest.begin == content.begin && rest.size() < kLongestTitle)
          whole_line(rest, lines_[i].kind == LineKind::kItem);
        return;
      }
      if (consumed_ <= rest.begin) return;
    }
  }

  // `Title in Latin lettersを…`, `《Title》`: what prose in CJK letters names at the start of a
  // sentence, or in quotes.
  void scan_mentions(Range content) {
    if (!may_be_mentioned_) return;
    const std::string_view s = view(text_, content);
    for (size_t at = next_mention(s, 0); at < s.size(); at = behind_prose(s, at + 3)) {
      if (s.substr(at).starts_with("《")) {
        const size_t close = s.substr(0, at + kLongestTitle).find("》", at);
        if (close != std::string_view::npos && has_words(s.substr(at, close - at), 3))
          mention({content.begin + static_cast<uint32_t>(at) + 3,
                   content.begin + static_cast<uint32_t>(close)});
        continue;
      }
      if (!is_hiragana(character_at(s, at).code)) continue;
      size_t begin = at;
      while (begin > 0 && (is_ascii_alnum(s[begin - 1]) ||
                           std::string_view(" ':,-").find(s[begin - 1]) != std::string_view::npos))
        --begin;
      while (begin < at && !is_ascii_alnum(s[begin])) ++begin;
      const bool starts = begin == 0 || static_cast<unsigned char>(s[begin - 1]) >= 0x80;
      const std::string_view words = s.substr(begin, at - begin);
      if (starts && has_words(words, kFewestWords) && words[0] >= 'A' && words[0] <= 'Z' &&
          std::ranges::count(words, ',') < kManyParts)
        mention({content.begin + static_cast<uint32_t>(begin),
                 content.begin + static_cast<uint32_t>(at)});
    }
  }

  // A cell of a table that is a title and nothing else.
  void scan_cells(Range row) {
    for (const Range cell : cells_of(text_, row))
      if (is_written_as_title(view(text_, cell)) &&
          view(text_, cell).find_first_of("[]<>|*`$") == std::string_view::npos)
        mention(cell);
  }

 private:
  // Where the next `[Paper Note]`, or marker of the vault's own, starts; `end` when there is none.
  uint32_t next_marker(uint32_t from, uint32_t end) const {
    if (!may_be_marked_) return end;
    const std::string_view rest = view(text_, {from, end});
    size_t at = notes::find(rest, kMarker);
    for (const std::string& marker : own_) at = std::min(at, notes::find(rest, marker));
    return at == std::string_view::npos ? end : from + static_cast<uint32_t>(at);
  }

  void whole_line(Range line, bool item) {
    const std::string_view s = view(text_, line);
    if (const auto found = citation_of_line(s, item)) add({std::string(s), line, {}}, *found, {0});
  }

  void with_marker(size_t i, Range rest) {
    // The next title on the line is not this one's author.
    const uint32_t after = rest.begin + std::max(marker_size(view(text_, rest), own_), 1u);
    const uint32_t next =
        next_marker(std::min(after, rest.end), std::min(rest.end, border(rest.begin + kWindow)));
    const Range first{rest.begin, std::min<uint32_t>(next, border(rest.begin + kLongestPassage))};
    Passage passage{std::string(view(text_, first)), first, {}};
    const std::vector<size_t> start{marker_size(passage.joined, own_)};
    std::optional<Citation> found = citation_with_plus(passage.joined, true);
    if (!found && first.end == rest.end && i + 1 < lines_.size() &&
        lines_[i + 1].kind == LineKind::kText) {
      Range second = lines_[i + 1].content;
      second.end = std::min(second.end, border(second.begin + kLongestPassage));
      second.end = next_marker(second.begin, second.end);
      Passage longer{passage.joined + " " + std::string(view(text_, second)), first, second};
      // Views into the string move with it only when it is kept first.
      std::swap(passage, longer);
      found = citation_with_plus(passage.joined, true);
      if (!found) std::swap(passage, longer);
    }
    if (!found) found = citation_of_line(passage.joined, true);
    if (!found)
      found = Citation{passage.joined.size(), passage.joined.size(), {}, {}, std::nullopt};
    add(passage, *found, start, 0);
    consumed_ = std::max(consumed_, after);
  }

  // Where hiragana may stand, or `《` does; the size of the text when there is neither.
  static size_t next_mention(std::string_view text, size_t from) {
    const auto may_mention = [](const Sixteen& bytes, const Sixteen& behind) {
      return ((bytes == 0xE3) & ((behind == 0x81) | (behind == 0x82))) |
             ((bytes == 0x80) & (behind == 0x8A));  // the last two of `《`
    };
    for (size_t at = from; (at = first_where(text, at, may_mention)) < text.size(); ++at) {
      if (text[at] == '\xE3') return at;
      if (at > from && text[at - 1] == '\xE3') return at - 1;
    }
    return text.size();
  }

  // Where the next mention may be behind a sign of CJK: hiragana that stands behind another such
  // sign ends no title.
  static size_t behind_prose(std::string_view text, size_t from) {
    size_t at = from;
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80 &&
           !(text[at] == '\xE3' && text.substr(at).starts_with("《")))
      ++at;
    return at < text.size() ? next_mention(text, at) : at;
  }

  static bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x3096; }

  void mention(Range range) {
    range = trimmed(text_, range);
    if (range.empty() || range.size() > kLongestTitle || found_.is_masked(range) ||
        holds_link(range))
      return;
    // Those found before stand in order, but for those of this line.
    for (auto it = out_.rbegin(); it != out_.rend(); ++it) {
      if (it->range.overlaps(range)) return;
      if (it->range.end + kWindow < range.begin) break;
    }
    Reference reference;
    reference.kind = ReferenceKind::kTitle;
    reference.range = range;
    reference.text = view(text_, range);
    reference.titles.push_back({reference.text.str(), range.begin});
    out_.push_back(std::move(reference));
  }

  // The place itself, or the one before it when it is inside a character.
  uint32_t border(size_t at) const {
    at = std::min(at, text_.size());
    while (at > 0 && at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80)
      --at;
    return static_cast<uint32_t>(at);
  }

  // Of the places where the title may start, the first also starts the reference unless
  // `reference_start` says otherwise.
  void add(const Passage& passage, const Citation& found, std::vector<size_t> starts,
           std::optional<size_t> reference_start = std::nullopt) {
    const std::string_view s = passage.joined;
    consumed_ = std::max(consumed_ + 1, passage.place(found.end));
    Reference reference;
    reference.kind = ReferenceKind::kTitle;
    std::erase_if(starts, [&](size_t start) {
      return start >= found.title_end || found.title_end - start > kLongestTitle ||
             trim(s.substr(start, found.title_end - start)).size() < 3;
    });
    if (starts.empty()) return;
    for (size_t start : starts)
      reference.titles.push_back({std::string(trim(s.substr(start, found.title_end - start))),
                                  passage.place(reference_start.value_or(start))});
    const size_t begin = reference_start.value_or(starts.front());
    reference.range = {passage.place(begin), passage.place(found.end)};
    if (found_.is_masked(reference.range.begin) || holds_link(reference.range)) return;
    reference.text = s.substr(begin, found.end - begin);
    reference.author = found.author;
    reference.venue = found.venue;
    reference.year = found.year;
    out_.push_back(std::move(reference));
  }

  bool holds_link(Range range) const {
    const auto it = std::partition_point(
        found_.references.begin(), found_.references.end(),
        [&](const Reference& other) { return other.range.end <= range.begin; });
    return it != found_.references.end() && it->range.begin < range.end;
  }

  std::string_view text_;
  const Row<Line>& lines_;
  const Inline& found_;
  const Markers own_;
  Row<Reference>& out_;
  const bool may_be_marked_;  // what most sections lack is looked for in the whole
  const bool may_be_mentioned_;
  uint32_t consumed_ = 0;
};

}  // namespace

void scan_titles(std::string_view text, const Row<Line>& lines, size_t first, const Inline& found,
                 const Reading& reading, Row<Reference>& out) {
  TitleScanner scanner(text, lines, found, reading.title_markers, out);
  for (size_t i = first; i < lines.size(); ++i) {
    if (lines[i].kind == LineKind::kTable) scanner.scan_cells(lines[i].content);
    if (lines[i].kind != LineKind::kText && lines[i].kind != LineKind::kItem) continue;
    scanner.scan(i);
    scanner.scan_mentions(lines[i].content);
  }
}

}  // namespace notes
