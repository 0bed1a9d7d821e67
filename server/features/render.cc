#include "features/render.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

#include "notes/unicode.h"

namespace features {

using notes::Entry;

namespace {

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether markdown would read a character of `line` as more than itself. Only what has to be is
// escaped, since an editor that shows markdown as it stands shows the backslashes too.
bool is_active(std::string_view line, size_t i) {
  const char before = i > 0 ? line[i - 1] : ' ';
  const char after = i + 1 < line.size() ? line[i + 1] : '\n';
  switch (line[i]) {
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
      return true;
    case '_':
      return !(is_word(before) && is_word(after));
    case '\\':
      return is_punctuation(after) || after == '\n';
    case '&':
      return is_word(after) || after == '#';
    case '>':
      return i == 0;
    case '#':  // a heading, where a space or nothing follows the run
      return i == 0 && (line.find_first_not_of('#') == std::string_view::npos ||
                        line[line.find_first_not_of('#')] == ' ');
    case '=':
    case '-':  // would underline the line before it, or draw a rule
      return i == 0 && line.find_first_not_of("-= ") == std::string_view::npos;
    default:
      return false;
  }
}

void append_inert_line(std::string& out, std::string_view line) {
  std::string plain;
  for (size_t i = 0; i < line.size();) {
    const notes::Character c = notes::character_at(line, i);
    if (notes::is_space(c.code) || c.code < 0x20 || c.code == 0x7f) {
      if (!plain.empty() && plain.back() != ' ') plain += ' ';
    } else {
      plain += line.substr(i, c.size);
    }
    i += c.size;
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  for (size_t i = 0; i < plain.size(); ++i) {
    if (is_active(plain, i)) out += '\\';
    out += plain[i];
  }
}

}  // namespace

std::string inert(std::string_view text, bool keep_lines) {
  std::string out;
  if (!keep_lines) {
    append_inert_line(out, text);
    return out;
  }
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::string line;
    append_inert_line(line, text.substr(begin, end - begin));
    if (!line.empty()) out += (out.empty() ? "" : "  \n") + line;
    begin = end + 1;
  }
  return out;
}

std::string cut(std::string_view text, size_t limit) {
  if (text.size() <= limit) return std::string(text);
  constexpr std::string_view kEllipsis = "…";
  size_t end = limit > kEllipsis.size() ? limit - kEllipsis.size() : 0;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(notes::trim(text.substr(0, end))) + std::string(kEllipsis);
}

std::string authors_of(const Entry& entry, size_t named) {
  std::string out;
  for (size_t i = 0; i < entry.authors.size() && i < named; ++i) {
    if (i > 0) out += ", ";
    out += entry.authors[i];
  }
  if (!out.empty() && (entry.et_al || entry.authors.size() > named)) out += '+';
  return out;
}

std::string venue_of(const Entry& entry) {
  if (!entry.year) return entry.venue.str();
  if (entry.venue.empty()) return std::to_string(*entry.year);
  std::array<char, 4> year{};
  std::snprintf(year.data(), year.size(), "%02d", (*entry.year % 100 + 100) % 100);
  return entry.venue + "'" + year.data();
}

std::string byline(const Entry& entry) {
  std::string out = authors_of(entry);
  const std::string venue = venue_of(entry);
  if (!out.empty() && !venue.empty()) out += ", ";
  return out + venue;
}

std::string to_string(const notes::Date& date) {
  std::array<char, 48> out{};
  const char* format = date.month == 0 ? "%04d" : date.day == 0 ? "%04d-%02d" : "%04d-%02d-%02d";
  std::snprintf(out.data(), out.size(), format, date.year, date.month, date.day);
  return out.data();
}

std::string counted(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string place_of(const notes::Snapshot& vault, notes::NoteId note, uint32_t offset) {
  const uint32_t line = vault.note(note)->text().line_of(offset) + 1;
  return vault.display_path(note) + ':' + std::to_string(line);
}

std::string place_of(const notes::Snapshot& vault, notes::EntryId entry) {
  const auto& placed = vault.entry(entry);
  return place_of(vault, entry.note, placed.at(placed->title_range).begin);
}

bool newer(const Entry& a, const Entry& b) {
  const auto date = [](const Entry& e) {
    return std::tuple(e.noted.value_or(notes::Date{}), e.year.value_or(0), e.month.value_or(0));
  };
  return date(a) > date(b);
}

}  // namespace features
