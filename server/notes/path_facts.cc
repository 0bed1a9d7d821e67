#include "notes/path_facts.h"

#include <algorithm>

#include "notes/lines.h"
#include "notes/path.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr int kFolders = 3;
constexpr size_t kLongestVenue = 16;

bool is_venue_folder(std::string_view name) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return name.size() >= 2 && name.size() <= kLongestVenue &&
         (std::count_if(name.begin(), name.end(), capital) >= 2 || name == "arxiv" ||
          name == "Science" || name == "Nature");
}

}  // namespace

PathFacts read_path(std::string_view path) {
  PathFacts out;
  out.noted = date_of_name(last_component(path));
  std::string_view folder = folder_of(path);
  for (int i = 0; i < kFolders && folder.size() > 1 && !out.year; ++i, folder = folder_of(folder)) {
    std::string name(last_component(folder));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    if (const auto venue = read_venue_year(name); venue && venue->end == name.size()) {
      out.venue = trim(venue->venue);
      out.year = venue->year;
    } else if (name.size() == 4 && digits_of(name) == 4) {
      const std::string_view above = last_component(folder_of(folder));
      const auto year = read_dotted_date(name);
      if (!year || !is_venue_folder(above)) continue;
      out.venue = above;
      out.year = year->year;
    }
  }
  return out;
}

std::optional<int> year_of_citekey(std::string_view word) {
  if (word.size() < 6 || word.size() > 80 || !is_letter(character_at(word, 0).code))
    return std::nullopt;
  if (word.find_first_of(" :/.") != std::string_view::npos) return std::nullopt;
  for (size_t at = 3; at + 4 <= word.size(); ++at) {
    if (digits_of(word.substr(at)) != 4 || digits_of(word.substr(at - 1)) != 0) continue;
    const auto year = read_dotted_date(word.substr(at, 4));
    if (!year || word[at - 1] == '-') continue;
    // Behind the year stands a letter that tells keys apart, or words of the title.
    const std::string_view rest = word.substr(at + 4);
    if (rest.empty() || rest[0] == '_' || rest[0] == '-' || (rest.size() == 1 && rest[0] >= 'a'))
      return year->year;
    if (rest[0] >= 'a' && rest[0] <= 'z') return year->year;
  }
  return std::nullopt;
}

std::optional<KeyedTitle> read_keyed_title(std::string_view title, std::string_view file_name) {
  const size_t colon = title.find(": ");
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view key = title.substr(0, colon), rest = trim(title.substr(colon + 2));
  const std::optional<int> year = year_of_citekey(key);
  const bool names_file = key == file_name && key.find_first_of("_0123456789") != key.npos;
  if (!(year || names_file) || !has_words(rest, 2)) return std::nullopt;
  return KeyedTitle{key, rest, year.value_or(0)};
}

}  // namespace notes
