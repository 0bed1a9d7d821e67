// Of bibliography.h, too: read_authors() and read_one_author().
#include "notes/author_list.h"

#include <algorithm>
#include <vector>

#include "notes/bibliography.h"
#include "notes/entities.h"
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

// Where the mark of a footnote that starts at `at` ends: `<sup>1</sup>`, `^2`, `^{1,2}`; else `at`.
size_t end_of_raised(std::string_view text, size_t at) {
  if (text[at] == '<' && text.substr(at).starts_with("<sup>")) {
    const size_t close = text.find("</sup>", at);
    return close == std::string_view::npos ? at : close + 6;
  }
  if (text[at] != '^') return at;
  if (text.substr(at).starts_with("^{")) {
    const size_t close = text.find('}', at);
    return close == std::string_view::npos ? at : close + 1;
  }
  const size_t digits = digits_of(text.substr(at + 1));
  return digits == 0 ? at : at + 1 + digits;
}

bool is_han(char32_t c) { return is_cjk(c) && !(c >= 0x3041 && c <= 0x30FF) && c < 0xAC00; }

// `山田太郎・鈴木花子`, but not `ジェーン・ドウ`, who is one.
bool are_joined_names(std::string_view text) {
  constexpr size_t kShortest = 2, kLongest = 7;
  size_t letters = 0, parts = 1;
  for (size_t at = 0; at <= text.size();) {
    const Character c = character_at(text, at);
    if (c.size == 0 || c.code == U'・') {
      if (letters < kShortest || letters > kLongest) return false;
      if (c.size == 0) return parts > 1;
      letters = 0;
      ++parts;
    } else if (is_han(c.code)) {
      ++letters;
    } else if (!is_space(c.code)) {
      return false;
    }
    at += c.size;
  }
  return false;
}

// `Dagan Feng 5`, `Yajun Ma b`, `Jane Doe1`: a letter or number of an affiliation behind a whole
// name.
std::string_view without_affiliation(std::string_view name) {
  const size_t space = name.rfind(' ');
  if (space == std::string_view::npos) return name;
  const size_t end = name.find_last_not_of("0123456789") + 1;
  if (end < name.size() && end > space + 2 && name.size() - end <= 2 && name[end - 1] >= 'a' &&
      name[end - 1] <= 'z')
    return name.substr(0, end);
  if (space < 4) return name;
  const std::string_view last = name.substr(space + 1);
  const bool digits = last.find_first_not_of("0123456789") == std::string_view::npos;
  const bool letter = last.size() == 1 && last[0] >= 'a' && last[0] <= 'h';
  return last.size() <= 2 && (digits || letter) ? trim(name.substr(0, space)) : name;
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

std::string plain_names(std::string_view text) {
  std::string out;
  int depth = 0;
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '<' || text[i] == '^')
      if (const size_t end = end_of_raised(text, i); end > i) {
        i = end;
        continue;
      }
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

std::string without_links(std::string_view text) {
  std::string out;
  uint32_t at = 0;
  for (const WrittenLink& link : links_in(text, {0, static_cast<uint32_t>(text.size())})) {
    if (link.text.empty() || link.is_wiki) continue;
    out += text.substr(at, link.range.begin - at);
    out += view(text, link.text);
    at = link.range.end;
  }
  return out += text.substr(at);
}

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
  else if (!name.empty() && name.size() <= 120 &&
           !(name.size() <= 2 && digits_of(name) == name.size()))
    entry.authors.emplace_back(name);
}

void read_authors(std::string_view text, Entry& entry) {
  const bool has_latex = text.find_first_of("{}") != std::string_view::npos;
  const std::string plain =
      plain_names(with_letters(has_latex ? plain_latex(text) : std::string(text)));
  std::string_view names = trim(plain);
  if (names.empty()) return;
  const bool has_cjk = std::any_of(names.begin(), names.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xED;
  });
  if (has_cjk) {
    // `김철수 외 3명`
    if (const size_t others = names.find(" 외 ");
        others != names.npos && others + 12 >= names.size())
      names = names.substr(0, others + 4);
    if (are_joined_names(names)) {
      for (std::string_view name : split(names, "・")) read_one_author(name, entry);
      return;
    }
    // All of them separate, however they are mixed.
    std::string narrow(names);
    for (std::string_view mark : {"，", "、", "；", ";"})
      for (size_t at; (at = narrow.find(mark)) != narrow.npos;)
        narrow.replace(at, mark.size(), ",");
    if (narrow != names || names.find(',') != names.npos) {
      for (std::string_view part : split(narrow, ","))
        for (std::string_view name : split(part, " and ")) read_one_author(name, entry);
      return;
    }
  }
  if (!has_cjk && read_last_and_first(names, entry)) return;
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
  } else if (names.find(" & ") != std::string_view::npos) {
    separator = " & ";
  } else if (std::count(names.begin(), names.end(), ',') == 1 &&
             std::count(names.begin(), names.end(), ' ') == 1 && names.find(", ") != names.npos) {
    separator = "\n";  // `Last, First`
  }
  for (std::string_view name : split(names, separator)) read_one_author(name, entry);
}

}  // namespace notes
