#include "notes/bibliography.h"

#include <algorithm>
#include <string>
#include <vector>

#include "notes/entities.h"
#include "notes/fields.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/plain_latex.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    if (const std::string_view part = trim(text.substr(at, end - at)); !part.empty())
      out.push_back(part);
    at = end + separator.size();
  }
  return out;
}

// Marks of footnotes behind a name, beside `*`.
bool is_footnote_mark(char32_t c) {
  return c == 0x2020 || c == 0x2021 || c == 0xA7 || c == 0xB6 || c == 0xB9 || c == 0xB2 ||
         c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

// Without emphasis, affiliations in parentheses and marks of footnotes; no-break spaces are spaces.
std::string plain_names(std::string_view text) {
  std::string out;
  int depth = 0;
  for (size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (c.code == '(') ++depth;
    if (c.code == 0xA0)
      out += ' ';
    else if (depth == 0 && c.code != '*' && c.code != '`' && c.code != '\\' &&
             !is_footnote_mark(c.code))
      out += text.substr(i, c.size);
    if (c.code == ')' && depth > 0) --depth;
    i += std::max<uint32_t>(c.size, 1);
  }
  return out;
}

// `Dagan Feng 5`, `Yajun Ma b`: a letter or number of an affiliation behind a whole name.
std::string_view without_affiliation(std::string_view name) {
  const size_t space = name.rfind(' ');
  if (space == std::string_view::npos || space < 4) return name;
  const std::string_view last = name.substr(space + 1);
  const bool digits = last.find_first_not_of("0123456789") == std::string_view::npos;
  const bool letter = last.size() == 1 && last[0] >= 'a' && last[0] <= 'h';
  return last.size() <= 2 && (digits || letter) ? trim(name.substr(0, space)) : name;
}

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
    entry.venue = std::string(trim(venue->venue));
    return;
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

bool take_year(std::string_view value, Entry& entry) {
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

// `Van Den Oord, Aäron, et al.`, `Park, Hyun Sang`: one author, the last name first. A second name
// that stood in front would have a word more.
bool read_last_and_first(std::string_view names, Entry& entry) {
  std::vector<std::string_view> parts = split(names, ",");
  bool more = false;
  if (parts.size() > 1 && (parts.back().starts_with("et al") || parts.back() == "others")) {
    parts.pop_back();
    more = true;
  } else if (const auto head = parts.empty() ? std::nullopt : read_et_al(parts.back())) {
    parts.back() = *head;
    more = !parts.back().ends_with(',');
  }
  if (parts.size() != 2 || names.find(" and ") != std::string_view::npos) return false;
  const auto words = [](std::string_view part) {
    return std::count(part.begin(), part.end(), ' ') + 1;
  };
  const std::string last = fold(parts[0].substr(0, parts[0].find(' ')));
  const bool particle = last == "van" || last == "von" || last == "de" || last == "der";
  const bool one = words(parts[0]) == 1 || particle;
  if (!one || !looks_like_author(parts[0]) || !looks_like_author(parts[1])) return false;
  // `Kingma, Ba`: two surnames, unless something says that there are more authors.
  if (words(parts[1]) == 1 && !more && !parts[1].ends_with('.') &&
      names.find(',') != names.rfind(','))
    return false;
  entry.authors.push_back(std::string(parts[0]) + ", " + std::string(parts[1]));
  entry.et_al = entry.et_al || more;
  return true;
}

}  // namespace

void read_one_author(std::string_view name, Entry& entry) {
  name = trim(name);
  const bool is_link = name.starts_with('[');
  while (name.starts_with('[')) name.remove_prefix(1);
  if (const size_t close = name.find(']'); close != std::string_view::npos)
    name = trim(name.substr(0, close));
  if (is_link)  // `[[people/A. Author|Author]]`
    name =
        trim(name.substr(name.find('|') == name.npos ? name.rfind('/') + 1 : name.find('|') + 1));
  while (!name.empty() && (name.back() == '.' || name.back() == ',') && name.size() > 3 &&
         name[name.size() - 3] != ' ' && !name.ends_with("al.") && !name.ends_with("Jr."))
    name = trim(name.substr(0, name.size() - 1));
  if (name.starts_with("and ")) name = trim(name.substr(4));
  if (name.starts_with("& ")) name = trim(name.substr(2));
  name = without_affiliation(name);
  if (const auto plus = read_et_al(name)) {
    entry.et_al = true;
    name = *plus;
  }
  if (name == "et al." || name == "et al" || name == "et. al." || name == "et. al" ||
      name == "others" || name == "etc" || name == "…" || name == "...")
    entry.et_al = true;
  else if (!name.empty() && name.size() <= 120)
    entry.authors.emplace_back(name);
}

void read_authors(std::string_view text, Entry& entry) {
  const bool has_latex = text.find_first_of("{}") != std::string_view::npos;
  const std::string plain =
      plain_names(with_letters(has_latex ? plain_latex(text) : std::string(text)));
  const std::string_view names = trim(plain);
  if (names.empty()) return;
  if (read_last_and_first(names, entry)) return;
  std::string_view separator = ",";
  if (names.find(';') != std::string_view::npos) {
    separator = ";";
  } else if (names.find(" and ") != std::string_view::npos) {
    // BibTeX's form has one comma in every name; else the commas separate, too.
    const std::vector<std::string_view> parts = split(names, " and ");
    if (std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
          return std::count(part.begin(), part.end(), ',') == 1 || part == "others";
        }))
      separator = " and ";
    else {
      for (std::string_view part : parts)
        for (std::string_view name : split(part, ",")) read_one_author(name, entry);
      return;
    }
  } else if (names.find("、") != std::string_view::npos) {
    separator = "、";
  } else if (names.find("，") != std::string_view::npos) {
    separator = "，";
  } else if (names.find(" & ") != std::string_view::npos) {
    separator = " & ";
  } else if (std::count(names.begin(), names.end(), ',') == 1 &&
             std::count(names.begin(), names.end(), ' ') == 1 && names.find(", ") != names.npos) {
    separator = "\n";  // `Last, First`
  }
  for (std::string_view name : split(names, separator)) read_one_author(name, entry);
}

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
  for (const std::string& author : read.authors) {
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
      if (entry.authors.empty() && value.find("://") == std::string_view::npos)
        read_authors(value, entry);
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
