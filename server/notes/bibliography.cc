#include "notes/bibliography.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "notes/author_list.h"
#include "notes/fields.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {
namespace {

std::optional<int> year_in(std::string_view text) {
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    const auto digit = [&](size_t i) {
      return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    if (!digit(at) || (at > 0 && digit(at - 1)) || digit(at + 4)) continue;
    if (const auto date = read_dotted_date(text.substr(at, 4)); date && digit(at + 3))
      return date->year;
  }
  return std::nullopt;
}

// `under review`, `投稿中`: it has none yet.
bool is_no_venue(std::string_view text) {
  const std::string folded = fold(text);
  for (std::string_view word :
       {"投稿中", "under review", "n/a", "none", "-", "?", "未知", "tbd", "unknown", "待补充"})
    if (folded == word) return true;
  return false;
}

void take_venue(std::string_view value, Entry& entry) {
  std::string plain = plain_names(value);
  std::erase(plain, '"');
  std::string_view text = trim(plain);
  if (text.empty()) text = trim(value);
  if (text.size() > 160 || text.find("://") != std::string_view::npos) return;
  const auto venue = read_venue_year(text);
  if (is_no_venue(text)) return;
  if (venue && (venue->end == text.size() || !is_letter(character_at(text, venue->end).code))) {
    if (!entry.year) entry.year = venue->year;
    std::string_view name = trim(venue->venue);
    if (name.ends_with(',')) name.remove_suffix(1);
    entry.venue = std::string(name);
    return;
  }
  // `学会第27回大会 (2021)`, `JMLR, 2003`
  const std::string_view whole = trim(value);
  const std::string_view tail = whole.substr(whole.size() - std::min<size_t>(whole.size(), 9));
  const size_t open = std::max(tail.rfind('(') + 1, tail.rfind("（") + 1);
  if (!entry.year && open > 0) entry.year = year_in(tail.substr(open - 1));
  if (const size_t comma = text.rfind(", "); comma != text.npos && comma + 6 == text.size())
    if (const auto year = read_dotted_date(text.substr(comma + 2))) {
      if (!entry.year) entry.year = year->year;
      text = trim(text.substr(0, comma));
    }
  entry.venue = std::string(text);
}

bool take_link(std::string_view name, std::string_view value, Entry& entry) {
  const size_t before = entry.identifiers.size();
  for (const WrittenLink& link : links_in(value, {0, static_cast<uint32_t>(value.size())}))
    if (auto id = identifier_of_url(link.to); id && is_of_work(id->kind))
      entry.identifiers.push_back(std::move(*id));
  if (entry.identifiers.size() == before)
    if (auto id = identifier_of_field(name, value)) entry.identifiers.push_back(std::move(*id));
  return entry.identifiers.size() > before || value.find("://") != std::string_view::npos;
}

// A whole day is when the note was made; a month is when the paper was.
bool take_date(std::string_view value, Entry& entry) {
  std::optional<Date> date = read_date(value);
  if (!date) date = read_named_date(value);
  if (!date) {  // `[[Oct 22nd, 2020]]`, `6/2018`: a reference manager's date of publication
    if (!entry.year) entry.year = year_in(value);
    return entry.year.has_value();
  }
  if (date->day > 0) {
    if (!entry.noted) entry.noted = date;
  } else if (!entry.year) {
    entry.year = date->year;
    if (date->month > 0) entry.month = date->month;
  }
  return true;
}

// `令和3年`
std::optional<int> year_of_era(std::string_view value) {
  constexpr std::pair<std::string_view, int> kEras[] = {{"令和", 2018}, {"平成", 1988}};
  for (const auto& [era, before] : kEras) {
    const size_t at = value.find(era);
    if (at == std::string_view::npos) continue;
    const std::string_view count = value.substr(at + era.size());
    if (count.starts_with("元年")) return before + 1;
    const size_t digits = digits_of(count);
    if (digits == 0 || digits > 2 || !count.substr(digits).starts_with("年")) continue;
    return before + std::stoi(std::string(count.substr(0, digits)));
  }
  return std::nullopt;
}

bool take_year(std::string_view written, Entry& entry) {
  std::string_view value = written;
  const std::string narrow = is_ascii(written) ? std::string() : fold(written);
  if (narrow.find_first_of("0123456789") != std::string::npos) value = narrow;  // `２０２０`
  if (const auto era = year_of_era(value)) {
    if (!entry.year) entry.year = era;
    return true;
  }
  if (const std::optional<Date> date = read_named_date(value)) {  // `3 May 2021`
    if (!entry.year) entry.year = date->year;
    if (date->year == *entry.year && !entry.month) entry.month = date->month;
    return true;
  }
  if (const std::optional<Date> date = read_date(value)) {
    if (!entry.year) entry.year = date->year;
    if (date->month > 0 && date->year == *entry.year) entry.month = date->month;
    return true;
  }
  const std::optional<int> year = year_in(value);
  if (!entry.year) entry.year = year;
  if (!year || !entry.venue.empty() || value.size() > 30) return entry.year.has_value();
  // `CVPR 2019`, `2019 CVPR`
  std::string venue(value);
  venue.erase(venue.find(std::to_string(*year)), 4);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::count_if(venue.begin(), venue.end(), capital) >= 2) entry.venue = trim(venue);
  return true;
}

}  // namespace

bool read_byline(std::string_view line, Entry& entry) {
  constexpr size_t kLongest = 400;
  line = trim(line);
  const bool slanted = line.size() > 2 && line[0] == '*' && line[1] != '*' && line.ends_with('*');
  if (line.size() > kLongest || line.find("://") != std::string_view::npos ||
      line.find("](") != std::string_view::npos || (line.find(':') != std::string_view::npos))
    return false;
  Entry read;
  std::string_view names = line;
  while (!names.empty() && std::string_view("*.) ").find(names.back()) != std::string_view::npos)
    names.remove_suffix(1);
  if (names.size() > 6 && digits_of(names.substr(names.size() - 4)) == 4)
    if (const auto year = read_dotted_date(names.substr(names.size() - 4));
        year && std::string_view(" (,").find(names[names.size() - 5]) != std::string_view::npos) {
      read.year = year->year;
      names = trim(names.substr(0, names.size() - 4));
      while (names.ends_with(',') || names.ends_with('('))
        names = trim(names.substr(0, names.size() - 1));
    }
  // Most lines are asked about, and few say so much.
  if (!read.year && !slanted && names.find("et al") == std::string_view::npos &&
      names.find("[[") == std::string_view::npos && !names.ends_with('+') && !names.ends_with("等"))
    return false;
  read_authors(names, read);
  const bool linked = names.find("[[") != std::string_view::npos;
  if (!read.year && !read.et_al && !linked && (!slanted || read.authors.size() < 2)) return false;
  if (read.authors.empty()) return false;
  for (const Phrase& author : read.authors) {
    if (!looks_like_author(author) || month_named(author.substr(author.rfind(' ') + 1)) != 0)
      return false;
    if (!linked && author.find(' ') == std::string::npos && !read.et_al) return false;
  }
  // A venue and its year look like a name and a year.
  if (read.authors.size() == 1 && !read.et_al && !linked && read_venue_year(line)) return false;
  entry.authors = std::move(read.authors);
  entry.et_al = read.et_al;
  if (!entry.year) entry.year = read.year;
  return true;
}

bool take_field(Field field, std::string_view name, std::string_view value, Entry& entry) {
  value = trim(value);
  if (value.empty()) return false;
  switch (field) {
    case Field::kAuthors:
      if (!entry.authors.empty()) return true;
      if (value.find("](") != std::string_view::npos) {
        if (const std::string names = without_links(value); names.find("://") == names.npos)
          read_authors(names, entry);
      } else if (value.find("://") == std::string_view::npos) {
        read_authors(value, entry);
      }
      return !entry.authors.empty();
    case Field::kVenue:
      if (entry.venue.empty()) take_venue(value, entry);
      return !entry.venue.empty();
    case Field::kYear:
      return take_year(value, entry);
    case Field::kNoted:
      return take_date(value, entry);
    case Field::kLink:
    case Field::kPaper:
      return take_link(name, value, entry);
    default:
      return false;
  }
}

void take_loose_fields(std::string_view text, Entry& entry) {
  // Parts between commas, brackets and dashes.
  size_t begin = 0;
  const auto take = [&](std::string_view part) {
    part = trim(part);
    while (!part.empty() && std::string_view("*_`.:-|").find(part.back()) != std::string_view::npos)
      part = trim(part.substr(0, part.size() - 1));
    while (!part.empty() && std::string_view("*_`.:-|").find(part[0]) != std::string_view::npos)
      part = trim(part.substr(1));
    if (part.empty() || part.size() > 80) return;
    if (const auto venue = read_venue_year(part); venue && venue->end + 16 >= part.size()) {
      if (entry.venue.empty()) entry.venue = std::string(trim(venue->venue));
      if (!entry.year) entry.year = venue->year;
    } else if (const auto author = read_et_al(part); author && entry.authors.empty()) {
      if (looks_like_author(*author)) {
        entry.authors.emplace_back(*author);
        entry.et_al = true;
      }
    } else if (const auto date = read_dotted_date(part); date && !entry.year) {
      entry.year = date->year;
      entry.month = date->month;
    } else if (const auto named = read_named_date(part)) {
      if (!entry.year) entry.year = named->year;
      if (!entry.month && entry.year == named->year) entry.month = named->month;
    }
  };
  for (size_t i = 0; i <= text.size(); ++i) {
    const bool border = i == text.size() || text[i] == ',' || text[i] == '(' || text[i] == ')' ||
                        text[i] == '[' || text[i] == ']' || text[i] == '|' || text[i] == ';' ||
                        (text[i] == '-' && i > 0 && is_blank_char(text[i - 1]));
    if (!border) continue;
    take(text.substr(begin, i - begin));
    begin = i + 1;
  }
}

}  // namespace notes
