#include "notes/titles.h"

#include <algorithm>
#include <array>

#include "notes/lines.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::string_view kMarker = "[Paper Note]";
constexpr size_t kLongestTitle = 400;
constexpr size_t kMostCandidates = 6;
constexpr size_t kLongestTail = 300;  // author, venue and date
constexpr size_t kLongestPassage = kLongestTitle + kLongestTail;
constexpr size_t kWindow = 4 * kLongestPassage;  // what is looked at together of a long line

// What was recognised after a title, in bytes of the text looked at.
struct Citation {
  size_t title_end = 0;
  size_t end = 0;
  std::string_view author;
  std::string_view venue;
  std::optional<int> year;
};

size_t after_comma(std::string_view s, size_t at) {
  if (at >= s.size() || s[at] != ',') return std::string_view::npos;
  ++at;
  while (at < s.size() && is_blank_char(s[at])) ++at;
  return at;
}

bool is_latin_words(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-' || c == '&';
  });
}

// `ICLR'25 Spotlight` at `at`, the words after the year included when the part says nothing else.
std::optional<VenueYear> venue_at(std::string_view s, size_t at) {
  const std::string_view part = s.substr(at, s.find(',', at) - at);
  std::optional<VenueYear> venue = read_venue_year(part.substr(0, 100));
  if (!venue) return std::nullopt;
  const std::string_view rest = part.substr(venue->end);
  if (!rest.empty() && rest[0] == ' ' && rest.size() < 60 && is_latin_words(rest))
    venue->end = trimmed(part, {0, static_cast<uint32_t>(part.size())}).end;
  return venue;
}

// The length of `2025.10` or `2025` at `at`; 0 when there is none.
size_t date_at(std::string_view s, size_t at, std::optional<int>& year) {
  for (size_t length : {size_t{7}, size_t{4}}) {
    if (at + length > s.size()) continue;
    if (at + length < s.size() && s[at + length] >= '0' && s[at + length] <= '9') continue;
    if (const auto date = read_dotted_date(s.substr(at, length))) {
      if (!year) year = date->year;
      return length;
    }
  }
  return 0;
}

// Reads `, N/A, Venue'YY, YYYY.MM` from the end of the author on.
void read_tail(std::string_view s, Citation& out) {
  size_t at = after_comma(s, out.end);
  if (at == std::string_view::npos) return;
  if (s.substr(at).starts_with("N/A") || s.substr(at).starts_with("N_A")) {
    out.end = at + 3;
    at = after_comma(s, out.end);
    if (at == std::string_view::npos) return;
  }
  if (const auto venue = venue_at(s, at)) {
    out.venue = trim(venue->venue);
    out.year = venue->year;
    out.end = at + venue->end;
  } else if (const size_t comma = s.find(", ", at);
             comma != std::string_view::npos && comma - at < 60 &&
             s.substr(at, comma - at).find_first_of("0123456789();") == std::string_view::npos) {
    // `HuggingFace, 2025.10`
    std::optional<int> year;
    const size_t date = after_comma(s, comma);
    if (const size_t length = date_at(s, date, year)) {
      out.venue = trim(s.substr(at, comma - at));
      out.year = year;
      out.end = date + length;
      return;
    }
  }
  at = out.year && out.venue.empty() ? std::string_view::npos : after_comma(s, out.end);
  if (at == std::string_view::npos) return;
  if (const size_t length = date_at(s, at, out.year)) out.end = at + length;
}

// What may stand behind `First Author+`; 0 is the end of the text.
bool may_follow_plus(char32_t c) {
  if (c == 0 || is_space(c) || is_cjk(c) || is_cjk_punctuation(c)) return true;
  return c < 0x80 &&
         std::string_view(",;.:)]").find(static_cast<char>(c)) != std::string_view::npos;
}

// The first `, First Author+` in `s` and what follows it.
std::optional<Citation> citation_with_plus(std::string_view s, bool certain) {
  size_t comma = std::string_view::npos;  // the last `, ` before the plus
  size_t looked = 0;
  for (size_t plus = s.find('+'); plus != std::string_view::npos; plus = s.find('+', plus + 1)) {
    if (const size_t last = s.substr(looked, plus - looked).rfind(", ");
        last != std::string_view::npos)
      comma = looked + last;
    looked = plus > 0 ? plus - 1 : 0;
    if (comma == std::string_view::npos || comma == 0) continue;
    if (!may_follow_plus(character_at(s, plus + 1).code)) continue;
    const std::string_view name = trim(s.substr(comma + 2, plus - comma - 2));
    if (!looks_like_author(name)) continue;
    Citation out{comma, plus + 1, name, {}, std::nullopt};
    read_tail(s.substr(0, plus + kLongestTail), out);
    if (!out.year && !certain) continue;  // `a, b, C+` is a list as often as a paper
    return out;
  }
  return std::nullopt;
}

// `, Jay Alammar, 2018.06` or `, Noam Shazeer, arXiv'19` somewhere in prose: a full name, and a
// venue or a month after it.
std::optional<Citation> citation_with_full_name(std::string_view s) {
  for (size_t comma = s.find(", "); comma != std::string_view::npos;
       comma = s.find(", ", comma + 1)) {
    const size_t next = s.find(", ", comma + 2);
    if (next == std::string_view::npos || comma == 0) continue;
    const std::string_view name = s.substr(comma + 2, next - comma - 2);
    if (name.find(' ') == std::string_view::npos || !looks_like_author(name)) continue;
    Citation out{comma, next, name, {}, std::nullopt};
    read_tail(s.substr(0, next + kLongestTail), out);
    const bool in_venue =
        out.venue.size() <= 40 && std::any_of(out.venue.begin(), out.venue.end(),
                                              [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool in_month = out.venue.empty() && out.end - next > std::string_view(", 2018").size();
    if (out.year && (in_venue || in_month)) return out;
  }
  return std::nullopt;
}

// The first in running text; whoever wrote the plus left no doubt.
std::optional<Citation> citation_in(std::string_view s) {
  const std::optional<Citation> plus = citation_with_plus(s, false);
  return plus ? plus : citation_with_full_name(s);
}

// A whole line `Title, Author, Venue'YY` or `Title, Somebody, 2024.10`.
std::optional<Citation> citation_of_line(std::string_view s, bool item) {
  const TitleLine line = read_title_line(s);
  if (line.authors.empty() || !line.year || (!line.has_venue_year && (!item || !line.month)))
    return std::nullopt;
  if (!item && !looks_like_author(line.authors.front())) return std::nullopt;
  const size_t author = s.rfind(line.authors.front());
  if (author == std::string_view::npos) return std::nullopt;
  const size_t venue = line.venue.empty() ? std::string_view::npos : s.rfind(line.venue);
  return Citation{
      line.title_range.end, s.size(), s.substr(author, line.authors.front().size()),
      venue == std::string_view::npos ? std::string_view() : s.substr(venue, line.venue.size()),
      line.year};
}

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
  TitleScanner(std::string_view text, const std::vector<Line>& lines, const Inline& found,
               std::vector<Reference>& out)
      : text_(text), lines_(lines), found_(found), out_(out) {}

  void scan(size_t i) {
    const Range content = lines_[i].content;
    consumed_ = std::max(consumed_, content.begin);
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

 private:
  // Where the next `[Paper Note]` starts; `end` when there is none.
  uint32_t next_marker(uint32_t from, uint32_t end) const {
    const size_t at = view(text_, {from, end}).find(kMarker);
    return at == std::string_view::npos ? end : from + static_cast<uint32_t>(at);
  }

  void whole_line(Range line, bool item) {
    const std::string_view s = view(text_, line);
    if (const auto found = citation_of_line(s, item)) add({std::string(s), line, {}}, *found, {0});
  }

  void with_marker(size_t i, Range rest) {
    // The next title on the line is not this one's author.
    const uint32_t next = next_marker(rest.begin + static_cast<uint32_t>(kMarker.size()),
                                      std::min(rest.end, border(rest.begin + kWindow)));
    const Range first{rest.begin, std::min<uint32_t>(next, border(rest.begin + kLongestPassage))};
    Passage passage{std::string(view(text_, first)), first, {}};
    const std::vector<size_t> start{marker_size(passage.joined)};
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
    if (consumed_ < rest.begin + kMarker.size())
      consumed_ = rest.begin + static_cast<uint32_t>(kMarker.size());
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
  const std::vector<Line>& lines_;
  const Inline& found_;
  std::vector<Reference>& out_;
  uint32_t consumed_ = 0;
};

}  // namespace

void scan_titles(std::string_view text, const std::vector<Line>& lines, size_t first,
                 const Inline& found, std::vector<Reference>& out) {
  TitleScanner scanner(text, lines, found, out);
  for (size_t i = first; i < lines.size(); ++i)
    if (lines[i].kind == LineKind::kText || lines[i].kind == LineKind::kItem) scanner.scan(i);
}

}  // namespace notes
