#include "notes/citation.h"

#include <algorithm>
#include <array>

#include "notes/find.h"
#include "notes/lines.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {
namespace {

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

// Two to four words, each with a capital or one of the particles of names.
bool is_full_name(std::string_view name) {
  constexpr std::array<std::string_view, 10> kParticles{"van", "von", "de", "der", "den",
                                                        "la",  "di",  "da", "del", "al"};
  size_t words = 0;
  for (size_t at = 0; at <= name.size(); ++words) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const bool particle = std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
    if (!particle && !is_upper(character_at(word, 0).code)) return false;
    if (word.find_first_of("&()/*_") != std::string_view::npos) return false;
    at = end + 1;
  }
  return words >= 2 && words <= 4 && looks_like_author(name);
}

// `, Jay Alammar, 2018.06` or `, Noam Shazeer, arXiv'19` somewhere in prose: a full name, and
// `Venue'YY` or a month after it.
std::optional<Citation> citation_with_full_name(std::string_view s) {
  for (size_t comma = s.find(", "); comma != std::string_view::npos;
       comma = s.find(", ", comma + 1)) {
    const size_t next = s.find(", ", comma + 2);
    if (next == std::string_view::npos || comma == 0) continue;
    const std::string_view name = s.substr(comma + 2, next - comma - 2);
    if (name.size() > 60 || !is_full_name(name)) continue;
    Citation out{comma, next, name, {}, std::nullopt};
    read_tail(s.substr(0, next + kLongestTail), out);
    const size_t venue_end =
        out.venue.empty() ? 0 : static_cast<size_t>(out.venue.data() - s.data()) + out.venue.size();
    const bool in_venue = venue_end > 0 && venue_end < s.size() &&
                          (s[venue_end] == '\'' || s.substr(venue_end).starts_with("’"));
    const bool in_month = out.venue.empty() && out.end - next > std::string_view(", 2018").size();
    if (out.year && (in_venue || in_month)) return out;
  }
  return std::nullopt;
}

bool has_two_digits(std::string_view s) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::adjacent_find(s.begin(), s.end(),
                            [&](char a, char b) { return digit(a) && digit(b); }) != s.end();
}

// `**Tags**: a, b, ECCV 2018` and `数据源: …` are fields.
bool is_labelled(std::string_view s) {
  if (s.starts_with("**"))
    return s.find("**:", 2) != std::string_view::npos || s.find(":**", 2) != std::string_view::npos;
  const std::string_view name = s.substr(0, std::min(s.find(':'), s.find("：")));
  if (name.size() == s.size() || name.size() > 18) return false;
  for (size_t at = 0; at < name.size(); at += character_at(name, at).size)
    if (!is_cjk(character_at(name, at).code)) return false;
  return true;
}

}  // namespace

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
    if (!out.year && !certain) continue;
    return out;
  }
  return std::nullopt;
}

// `, Ann Author et al., 2020`, `, Author et al., ICML 2020`
static std::optional<Citation> citation_with_et_al(std::string_view s) {
  constexpr std::string_view kEtAl = " et al";
  for (size_t at = s.find(kEtAl); at != std::string_view::npos; at = s.find(kEtAl, at + 1)) {
    const size_t comma = s.substr(0, at).rfind(", ");
    if (comma == std::string_view::npos || comma == 0) continue;
    const std::string_view name = s.substr(comma + 2, at - comma - 2);
    if (!looks_like_author(name)) continue;
    size_t end = at + kEtAl.size();
    end += end < s.size() && s[end] == '.';
    Citation out{comma, end, name, {}, std::nullopt};
    read_tail(s.substr(0, end + kLongestTail), out);
    if (out.year) return out;
  }
  return std::nullopt;
}

bool may_hold_year(std::string_view s) {
  const size_t comma = notes::find(s, ", ");
  return comma != std::string_view::npos && has_two_digits(s.substr(comma));
}

std::optional<Citation> citation_in(std::string_view s) {
  if (!may_hold_year(s)) return std::nullopt;
  std::optional<Citation> plus = citation_with_plus(s, false);
  if (const auto other = citation_with_et_al(s.substr(0, plus ? plus->title_end : s.size())))
    plus = other;
  const std::optional<Citation> named =
      citation_with_full_name(s.substr(0, plus ? plus->title_end : s.size()));
  return named ? named : plus;
}

std::optional<Citation> citation_of_line(std::string_view s, bool item) {
  if (!may_hold_year(s) || is_labelled(s) || s.find("](") != std::string_view::npos)
    return std::nullopt;
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

}  // namespace notes
