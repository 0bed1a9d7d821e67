// Of title_line.h: when and where a work came out, as a part of a line says it.
#include <algorithm>
#include <array>

#include "notes/lines.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

// A month, a season or a city before a year is no venue: one has an acronym (`ICLR`, `NeurIPS`) or
// says what it is.
bool is_venue_name(std::string_view name) {
  constexpr std::array<std::string_view, 14> kKinds{
      "proc",     "conference", "journal", "workshop", "symposium", "transactions", "letters",
      "findings", "nature",     "science", "cell",     "neuron",    "interspeech",  "review"};
  if (const std::string folded = fold(name);
      folded == "arxiv" || folded == "biorxiv" || folded == "medrxiv")
    return true;
  if (!is_upper(character_at(name, 0).code)) return false;
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    if (std::count_if(word.begin(), word.end(), capital) >= 2) return true;
    const std::string folded = fold(word);
    for (std::string_view kind : kKinds)
      if (folded.starts_with(kind)) return true;
    at = end + 1;
  }
  return false;
}

// Behind a year stands nothing, or a word or two of another kind: `2025 Oral`, `2025（Oral）`.
bool ends_year(std::string_view part, size_t end) {
  if (part.size() - end > 24) return false;
  const std::string_view rest = part.substr(end);
  if (rest.starts_with("（") || rest[0] == '(') return true;
  if (rest[0] != ' ' || rest.size() < 2) return false;
  return is_upper(character_at(rest, 1).code) || rest[1] == '(';
}

}  // namespace

std::optional<YearAndMonth> read_dotted_date(std::string_view part) {
  if (part.size() < 4 || !std::all_of(part.begin(), part.begin() + 4, digit)) return std::nullopt;
  const int year = two_digits(part) * 100 + two_digits(part.substr(2));
  if (year < 1900 || year > 2099) return std::nullopt;
  if (part.size() == 4) return YearAndMonth{year, std::nullopt};
  if (part.size() < 7 || (part[4] != '.' && part[4] != '-' && part[4] != '/') || !digit(part[5]) ||
      !digit(part[6]))
    return std::nullopt;
  const int month = two_digits(part.substr(5));
  const bool ends = part.size() == 7 ||
                    (part.size() == 10 && part[7] == part[4] && digit(part[8]) && digit(part[9]));
  if (!ends || month < 1 || month > 12) return std::nullopt;
  return YearAndMonth{year, month};
}

std::optional<VenueYear> read_venue_year(std::string_view part) {
  for (size_t i = 1; i + 1 < part.size(); ++i) {
    size_t quote = 0;
    if (part[i] != '\'' && part[i] != '`' && part[i] != '\xE2' && part[i] != '\xEF') continue;
    for (std::string_view mark : {"'", "’", "‘", "`", "＇"})
      if (part.substr(i).starts_with(mark)) quote = mark.size();
    if (quote == 0 || i + quote + 2 > part.size() || !digit(part[i + quote]) ||
        !digit(part[i + quote + 1]))
      continue;
    const size_t after = i + quote + 2;
    if (after < part.size() && (digit(part[after]) || part[after] == '\'')) continue;
    const int year = two_digits(part.substr(i + quote));
    return VenueYear{part.substr(0, i), year >= 50 ? 1900 + year : 2000 + year, after};
  }
  // `ICLR 2025`, `Proc. of ACL 2020`, `NeurIPS 2025 Spotlight`.
  if (part.size() >= 7 && part.size() <= 60)
    for (size_t at = 2; at + 5 <= part.size() && at <= 40; ++at) {
      const size_t end = at + 5;
      if (part[at] != ' ' || !digit(part[at + 1]) || (end < part.size() && !ends_year(part, end)))
        continue;
      const std::optional<YearAndMonth> year = read_dotted_date(part.substr(at + 1, 4));
      const std::string_view name = trim(part.substr(0, at));
      if (year && is_venue_name(name)) return VenueYear{name, year->year, end};
    }
  // `ACL23`, `AAAI2026 Oral`: capitals and digits, nothing else.
  const size_t letters =
      std::min(part.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), part.size());
  std::string_view digits = part.substr(letters);
  if (digits.size() > 4 && digits.size() <= 24 && ends_year(digits, 4))
    digits = digits.substr(0, 4);
  if (letters < 3 || letters > 10 || !std::all_of(digits.begin(), digits.end(), digit))
    return std::nullopt;
  if (digits.size() == 2) {
    const int year = two_digits(digits);
    return VenueYear{part.substr(0, letters), year >= 50 ? 1900 + year : 2000 + year, part.size()};
  }
  if (const auto year = digits.size() == 4 ? read_dotted_date(digits) : std::nullopt)
    return VenueYear{part.substr(0, letters), year->year, letters + 4};
  return std::nullopt;
}

}  // namespace notes
