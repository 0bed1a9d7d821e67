#include "notes/written_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "notes/ascii.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

// The separator at `at`, of the year, the month or the day.
size_t separator_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-' || text[at] == '/' || text[at] == '.') return 1;
  for (std::string_view sign : {"年", "月", "년", "월"})
    if (text.substr(at).starts_with(sign)) return sign.size();
  return 0;
}

}  // namespace

int month_named(std::string_view written) {
  const std::string word = fold(written);
  constexpr std::array<std::string_view, 12> kMonths{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  for (size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i].starts_with(word) || word == "sept") return word == "sept" ? 9 : int(i) + 1;
  return 0;
}

std::optional<Date> read_date(std::string_view text) {
  text = trim(text);
  std::array<int, 3> parts{};
  size_t at = 0, n = 0;
  for (; n < 3 && at < text.size() && is_digit_char(text[at]); ++n) {
    const size_t begin = at;
    while (at < text.size() && at - begin < 4 && is_digit_char(text[at]))
      parts[n] = parts[n] * 10 + (text[at++] - '0');
    const size_t separator = n < 2 ? separator_at(text, at) : 0;
    if (separator == 0) {
      ++n;
      break;
    }
    at += separator;
    while (separator > 1 && at < text.size() && text[at] == ' ') ++at;
  }
  if (n == 0 || parts[0] < 1900 || parts[0] > 2099 || parts[1] > 12 || parts[2] > 31)
    return std::nullopt;
  if (n == 3 && parts[1] == 0) return std::nullopt;
  return Date{parts[0], parts[1], parts[2]};
}

// `fri`, `friday`
static bool is_day_named(std::string_view word) {
  for (std::string_view day :
       {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
    if (word.size() >= 3 && day.starts_with(word)) return true;
  return false;
}

std::optional<Date> read_named_date(std::string_view text) {
  text = trim(text);
  if (text.size() < 8 || text.size() > 40) return std::nullopt;
  std::string folded = fold(text);
  for (char& c : folded)
    if (c == '[' || c == ']' || c == ',' || c == '.' || c == '\\') c = ' ';
  Date date;
  for (size_t at = 0; at < folded.size();) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    std::string_view word = std::string_view(folded).substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "of") continue;
    if (const int month = month_named(word)) {
      if (date.month != 0) return std::nullopt;
      date.month = month;
      continue;
    }
    for (std::string_view tail : {"st", "nd", "rd", "th"})
      if (word.size() > 2 && word.ends_with(tail)) word.remove_suffix(2);
    if (word.size() > 4 || !std::all_of(word.begin(), word.end(), is_digit_char))
      return std::nullopt;
    const int number = std::stoi(std::string(word));
    if (word.size() == 4 && date.year == 0)
      date.year = number;
    else if (word.size() <= 2 && date.day == 0 && number >= 1 && number <= 31)
      date.day = number;
    else
      return std::nullopt;
  }
  if (date.month == 0 || date.year < 1900 || date.year > 2099) return std::nullopt;
  return date;
}

bool is_date_alone(std::string_view text) {
  if (text.size() > 40) return false;
  const std::string folded = fold(text);
  bool counts = false;
  for (size_t at = 0; at < folded.size();) {
    const Character c = character_at(folded, at);
    const std::string_view rest = std::string_view(folded).substr(at);
    size_t size = std::max<uint32_t>(c.size, 1);
    if (is_digit(c.code)) {
      counts = true;
      size = std::max<size_t>(digits_of(rest), 1);
      for (std::string_view tail : {"st", "nd", "rd", "th"})
        if (rest.substr(size).starts_with(tail)) size += tail.size();
    } else if (is_ascii_letter(folded[at])) {
      size = run_of(folded, at, is_ascii_letter);
      const std::string_view word = rest.substr(0, size);
      if (month_named(word) == 0 && !is_day_named(word)) return false;
    } else if (is_letter(c.code) &&
               std::u32string_view(U"年月日月火水木金土日曜週周星期一二三四五六天").find(c.code) ==
                   std::u32string_view::npos) {
      return false;
    }
    at += size;
  }
  return counts;
}

}  // namespace notes
