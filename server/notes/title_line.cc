#include "notes/title_line.h"

#include <algorithm>
#include <array>

#include "notes/byte_set.h"
#include "notes/cited_words.h"
#include "notes/lines.h"
#include "notes/plain_latex.h"
#include "notes/title_parts.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::array<std::string_view, 13> kMarkers{
    "[Paper Note]", "［Paper Note］", "[paper note]", "[PAPER NOTE]", "【Paper Note】",
    "[论文解读]",   "【论文解读】",   "[論文解説]",   "<論文ログ>",   "<文献ログ>",
    "<文献>",       "[论文笔记]",     "【论文笔记】"};

}  // namespace

bool is_not_available(std::string_view part) { return part == "N/A" || part == "N_A"; }

std::optional<std::string_view> read_et_al(std::string_view part) {
  if (part.size() > 1 && part.ends_with('+') && !part.ends_with("++") &&
      !is_blank_char(part[part.size() - 2]))
    return part.substr(0, part.size() - 1);
  // The last bytes of the tails below.
  static constexpr ByteSet kLast(".ls\x89\xBA\x8B\x96\xB8");
  if (part.empty() || !kLast.has(part.back())) return std::nullopt;
  static constexpr std::string_view kTails[] = {" et al.", " et al", " et. al.",    " et. al",
                                                " et el.", " et el", " and others", " ら",
                                                "等",      "等人",   "ほか"};
  for (std::string_view tail : kTails)
    if (part.size() > tail.size() && part.ends_with(tail))
      return trim(part.substr(0, part.size() - tail.size()));
  for (std::string_view tail : {" 他", " 외"}) {  // but not `그 외`, and others
    const std::string_view name = part.substr(0, part.size() - std::min(tail.size(), part.size()));
    if (part.ends_with(tail) && !name.empty() && name != "그" && !name.ends_with(" 그"))
      return trim(name);
  }
  return std::nullopt;
}

constexpr std::string_view kNoNames[] = {"of",  "for", "the", "with", "in", "on", "to", "from",
                                         "via", "is",  "are", "a",    "an", "by", "at", "using"};
constexpr ByteSet kNotInNames("0123456789:;?!\"$=+<>|#@{}[]`\\/");

bool looks_like_author(std::string_view part) {
  if (part.empty() || part.size() > 60) return false;
  if (std::count(part.begin(), part.end(), '(') != std::count(part.begin(), part.end(), ')'))
    return false;
  size_t words = 0, capitals = 0;
  bool latin = false;
  for (size_t at = 0; at < part.size();) {
    size_t end = std::min(part.find(' ', at), part.size());
    if (end > at) {
      const std::string_view word = part.substr(at, end - at);
      const Character first = character_at(word, 0);
      ++words;
      if (is_upper(first.code) || is_cjk(first.code) || first.code == '(') ++capitals;
      if (first.code < 0x250) latin = true;
      if (std::find(std::begin(kNoNames), std::end(kNoNames), word) != std::end(kNoNames) ||
          std::any_of(word.begin(), word.end(), [](char c) { return kNotInNames.has(c); }))
        return false;
    }
    at = end + 1;
  }
  return words >= 1 && words <= 5 && capitals >= 1 && (latin || part.size() <= 30);
}

uint32_t marker_size(std::string_view line, Markers own) {
  // Those that are built in start with a bracket, `[`, `<`, `【` or `［`, as few lines do.
  const auto may_be_marker = [](std::string_view at) {
    return at.starts_with('[') || at.starts_with('<') || at.starts_with('\xE3') ||
           at.starts_with('\xEF');
  };
  if (own.empty() && !may_be_marker(line)) return 0;
  uint32_t size = 0;
  const auto take = [&](std::string_view marker) {
    if (marker.empty() || !line.substr(size).starts_with(marker)) return false;
    size += static_cast<uint32_t>(marker.size());
    while (size < line.size() && is_blank_char(line[size])) ++size;
    return true;
  };
  for (bool again = true; again;)
    again =
        std::any_of(own.begin(), own.end(), take) ||
        (may_be_marker(line.substr(size)) && std::any_of(kMarkers.begin(), kMarkers.end(), take));
  return size;
}

namespace {

// Without what follows a title in links: `Title [[pdf](url)] | [code](url)`.
std::string_view without_links(std::string_view title) {
  for (bool again = true; again && title.size() > 2;) {
    again = false;
    const std::string_view bare = title.ends_with(")]") ? title.substr(0, title.size() - 1) : title;
    const size_t middle = bare.ends_with(')') ? bare.rfind("](") : std::string_view::npos;
    size_t open = middle == std::string_view::npos ? middle : bare.rfind('[', middle);
    if (open == std::string_view::npos || open == 0) break;
    while (open > 0 && (title[open - 1] == '[' || title[open - 1] == '`')) --open;
    std::string_view rest = trim(title.substr(0, open));
    while (rest.ends_with('|')) rest = trim(rest.substr(0, rest.size() - 1));
    if (rest.empty() || rest.size() == title.size()) break;
    title = rest;
    again = true;
  }
  return title;
}

// `12. ` before a title numbers it.
std::string_view without_number(std::string_view title) {
  const size_t digits = title.find_first_not_of("0123456789");
  if (digits == 0 || digits > 3 || digits == std::string_view::npos) return title;
  return title.substr(digits).starts_with(". ") ? trim(title.substr(digits + 2)) : title;
}

// `[Title](url) rest` -> Title.
std::string plain(std::string_view title) {
  title = without_number(trim(title));
  title = without_links(title.substr(begin_of_led_link(title)));
  if (title.starts_with('[')) {
    const size_t close = title.find("](");
    if (close != std::string_view::npos && title.find(')', close) != std::string_view::npos)
      title = title.substr(1, close - 1);
  }
  if (title.starts_with('[') && title.ends_with(']')) {  // `[Title][1]`
    const size_t close = title.find("][");
    if (close != std::string_view::npos && title.size() - close < 24)
      title = title.substr(1, close - 1);
  }
  for (std::string_view mark : {"**", "__", "*", "_"})
    if (title.size() > 2 * mark.size() && title.starts_with(mark) && title.ends_with(mark) &&
        title.substr(mark.size(), title.size() - 2 * mark.size()).find(mark) ==
            std::string_view::npos)
      title = title.substr(mark.size(), title.size() - 2 * mark.size());
  if (title.find('\\') == std::string_view::npos) return std::string(trim(title));
  const std::string latex = with_latex(title);
  title = latex;
  std::string out;
  for (size_t i = 0; i < title.size(); ++i) {
    if (title[i] == '\\' && i + 1 < title.size() &&
        std::string_view("[]*_#'\"\\`<>").find(title[i + 1]) != std::string_view::npos)
      continue;
    out += title[i];
  }
  return std::string(trim(out));
}

void add_author(TitleLine& out, std::string_view name) {
  name = trim(name);
  if (!name.empty()) out.authors.emplace_back(name);
}

// `K.`, `K. J.`, `K.-J.`
bool are_initials(std::string_view part) {
  bool has_letter = false;
  for (size_t i = 0; i < part.size(); ++i) {
    const bool is_letter = part[i] >= 'A' && part[i] <= 'Z';
    if (is_letter && (i + 1 == part.size() || part[i + 1] != '.')) return false;
    if (!is_letter && part[i] != '.' && part[i] != ' ' && part[i] != '-') return false;
    has_letter |= is_letter;
  }
  return has_letter;
}

// One word that is no initial, or two: `Wang`, `van Dyk`.
bool is_family(std::string_view part) {
  return looks_like_author(part) && !are_initials(part) && part.size() > 1 &&
         std::count(part.begin(), part.end(), ' ') <= 1;
}

// Parts after the title, until the author is known.
class Reader {
 public:
  Reader(std::string_view line, TitleLine& out)
      : line_(line), out_(out), parts_(title_parts(line)) {}

  void read() {
    read_date();
    read_venue();
    while (parts_.size() > 1 && is_not_available(last())) parts_.pop_back();
    read_lone_et_al();
    if (!read_plus()) read_plain_author();
    const Range whole{parts_.front().begin, title_end_ != 0 ? title_end_ : parts_.back().end};
    out_.title_range = trimmed(line_, whole);
  }

 private:
  std::string_view part(size_t i) const { return view(line_, parts_[i]); }
  std::string_view last() const { return part(parts_.size() - 1); }

  void read_date() {
    if (parts_.size() < 2) return;
    std::optional<YearAndMonth> date = read_dotted_date(last());
    // `Venue'23, 2023.1`: of two parts alone the second may be a version.
    if (!date && parts_.size() >= 3 && last().size() == 6 && last()[4] == '.' && last()[5] > '0' &&
        last()[5] <= '9' && (date = read_dotted_date(last().substr(0, 4))))
      date->month = last()[5] - '0';
    if (!date) return;
    out_.year = date->year;
    out_.month = date->month;
    dated_ = true;
    parts_.pop_back();
  }

  void read_venue() {
    if (parts_.size() < 2) return;
    const std::optional<VenueYear> venue = read_venue_year(last());
    if (!venue) return;
    out_.venue = trim(venue->venue);
    out_.year = venue->year;
    out_.has_venue_year = true;
    parts_.pop_back();
  }

  // `Title, Kevin Wang, et al.`
  void read_lone_et_al() {
    // A line of nothing but names is no title.
    if (!out_.has_marker && !out_.has_venue_year) return;
    if (parts_.size() < 3 || (last() != "et al." && last() != "et al")) return;
    if (!looks_like_author(part(parts_.size() - 2))) return;
    out_.et_al = true;
    parts_.pop_back();
  }

  // `First Author+`: what follows it is the venue, or an affiliation when there is a venue already.
  bool read_plus() {
    for (size_t i = parts_.size(); i-- > 1;) {
      std::string_view name = part(i);
      bool cited = false;
      if (name.starts_with('[') && name.ends_with(']')) {  // `[Webb+, 2001]` after the venue
        name = name.substr(
            1, name.find(',') == std::string_view::npos ? name.size() - 2 : name.find(',') - 1);
        cited = true;
      }
      const std::optional<std::string_view> author = read_et_al(name);
      if (!author) continue;
      out_.et_al = true;
      // Authors may be listed one by one before the one with the plus; only full names count as
      // such.
      add_author(out_, *author);
      if (!out_.has_venue_year) take_venue(i + 1, parts_.size());
      size_t title_parts = i;
      if (cited && out_.venue.empty() && i >= 2) {
        take_venue(i - 1, i);
        title_parts = i - 1;
      }
      parts_.resize(title_parts);
      return true;
    }
    return read_plus_in_title();
  }

  // `Can GPT-4 Search? Zhang+, The University`: the author follows the title without a comma.
  bool read_plus_in_title() {
    const std::string_view first = part(0);
    const std::optional<std::string_view> name = read_et_al(first);
    if (!name) return false;
    const size_t stop = name->find_last_of("?!.");
    if (stop == std::string_view::npos || stop + 2 >= name->size() || (*name)[stop + 1] != ' ' ||
        !looks_like_author(name->substr(stop + 2)))
      return false;
    out_.et_al = true;
    add_author(out_, name->substr(stop + 2));
    if (!out_.has_venue_year) take_venue(1, parts_.size());
    title_end_ = parts_[0].begin + static_cast<uint32_t>(stop) + 1;
    parts_.resize(1);
    return true;
  }

  void take_venue(size_t from, size_t to) {
    if (from >= to) return;
    out_.venue = view(line_, trimmed(line_, {parts_[from].begin, parts_[to - 1].end}));
  }

  void read_plain_author() {
    const size_t n = parts_.size();
    if (n < 2) return;
    if (!out_.has_venue_year && n >= 3 && dated_ && looks_like_author(part(n - 2)) &&
        !are_initials(last())) {
      add_author(out_, part(n - 2));
      out_.venue = part(n - 1);
      parts_.resize(n - 2);
      return;
    }
    // With a date or venue after it, whatever stands last names who wrote it; alone, it has to look
    // like a name.
    const bool said = dated_ || out_.has_venue_year;
    if (!said ? !looks_like_author(last()) : out_.has_venue_year && !looks_like_author(last()))
      return;
    if (read_families_first()) return;
    add_author(out_, last());
    parts_.pop_back();
  }

  // `Wang, K.`, `Wang, K., Silva, A. B.`: the family name belongs to the initials behind it.
  bool read_families_first() {
    std::vector<std::string_view> names;
    while (parts_.size() >= 3 && are_initials(last())) {
      const Range family = parts_[parts_.size() - 2];
      if (!is_family(view(line_, family))) break;
      names.push_back(view(line_, {family.begin, parts_.back().end}));
      parts_.resize(parts_.size() - 2);
    }
    for (auto name = names.rbegin(); name != names.rend(); ++name) add_author(out_, *name);
    return !names.empty();
  }

  std::string_view line_;
  TitleLine& out_;
  std::vector<Range> parts_;
  uint32_t title_end_ = 0;
  bool dated_ = false;
};

// A line that is one link, `[Title, Author+, Venue'YY](url)`, says what its text says.
Range text_of_whole_link(std::string_view line, Range all) {
  const std::string_view text = view(line, all);
  if (!text.starts_with('[') || !text.ends_with(')')) return all;
  const size_t close = text.find("](");
  if (close == std::string_view::npos || text.find(')') != text.size() - 1 ||
      text.substr(1, close - 1).find_first_of("[]") != std::string_view::npos)
    return all;
  return {all.begin + 1, all.begin + static_cast<uint32_t>(close)};
}

}  // namespace

TitleLine read_title_line(std::string_view line, Markers own) {
  TitleLine out;
  const Range all =
      text_of_whole_link(line, trimmed(line, {0, static_cast<uint32_t>(line.size())}));
  const std::string_view inner = view(line, all);
  const uint32_t marker = marker_size(inner, own);
  out.has_marker = marker > 0;
  const std::string_view rest = inner.substr(marker);
  Reader(without_links(rest), out).read();
  out.title_range = out.title_range.shifted(all.begin + marker);
  out.title = plain(view(line, out.title_range));
  out.whole = plain(rest);
  return out;
}

bool is_bibliographic(std::string_view line, Markers own) {
  const std::string_view all = view(line, trimmed(line, {0, static_cast<uint32_t>(line.size())}));
  if (marker_size(all, own) > 0) return true;
  // Without a comma there is one part, and what it may say is who wrote.
  if (all.find(", ") == std::string_view::npos && !read_et_al(all) && !has_wide_fields(all))
    return false;
  return read_title_line(line, own).is_bibliographic();
}

}  // namespace notes
