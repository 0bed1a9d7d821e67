#include "notes/work_profile.h"

#include <algorithm>
#include <utility>

#include "notes/key.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kMostPeople = 12;

// Names are no plural: the words are as they are written.
void add_name(std::string_view key, std::vector<WorkWord>& out) {
  for (WorkWord& word : work_words(key)) out.push_back(std::move(word));
}

// What catalogues write where people should stand: `ACMS Anthology`, `P. Edition`.
bool is_nobody(std::string_view family) {
  constexpr std::string_view kNobody[] = {"anthology",  "edition", "editor",   "editors",
                                          "conference", "press",   "standard", "proceedings"};
  return std::find(std::begin(kNobody), std::end(kNobody), family) != std::end(kNobody);
}

bool is_plain(std::string_view key) {
  return std::ranges::all_of(key, [](char c) { return c >= 'a' && c <= 'z'; });
}

// `author` is an author_key, `key` the title_key of the name.
Person person_of(std::string author, std::string_view key) {
  Person out;
  const std::string family = is_plain(author) ? std::move(author) : title_key(author);
  for (WorkWord& word : work_words(family)) {
    out.family += word.text;
    out.family_word = std::move(word.text);
  }
  for (size_t at = 0; at < key.size() && out.given == 0;) {
    const size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view word = key.substr(at, end - at);
    // A family name may have several words; none of them is given.
    if (family.find(word) == std::string::npos || (word.size() == 1 && family.size() > 1))
      out.given = character_at(word, 0).code;
    at = end + 1;
  }
  return out;
}

// Where fields are written into the title, the year is the last word that looks like one, and
// behind the first words.
int year_in(std::span<const WorkWord> title) {
  for (size_t i = title.size(); i-- > 3;)
    if (const int year = year_of_word(title[i].text)) return year;
  return 0;
}

std::string_view behind_first_words(std::string_view key) {
  size_t at = 0;
  for (int words = 0; words < 3 && at != std::string_view::npos; ++words)
    at = key.find(' ', at + 1);
  return at == std::string_view::npos ? std::string_view() : key.substr(at + 1);
}

// The letters of a title, without spaces, three by three, sorted.
std::vector<uint32_t> letter_runs(std::span<const WorkWord> words) {
  size_t size = 0;
  for (const WorkWord& word : words) size += word.text.size();
  std::string letters;
  letters.reserve(size);
  for (const WorkWord& word : words)
    if (word.weight > 0.1F) letters += word.text;
  std::vector<uint32_t> runs;
  runs.reserve(letters.size());
  for (size_t i = 0; i + 2 < letters.size(); ++i)
    runs.push_back(static_cast<uint32_t>(static_cast<unsigned char>(letters[i])) << 16 |
                   static_cast<uint32_t>(static_cast<unsigned char>(letters[i + 1])) << 8 |
                   static_cast<unsigned char>(letters[i + 2]));
  std::sort(runs.begin(), runs.end());
  return runs;
}

// Calls f with the key of each name, of nobody's too.
template <class F>
std::vector<Person> read_people(const Entry& entry, F f) {
  std::vector<Person> out;
  for (size_t i = 0; i < std::min(entry.authors.size(), kMostPeople); ++i) {
    const std::string key = title_key(entry.authors[i]);
    f(key);
    const bool is_known = i == 0 && !entry.author_key.empty();
    Person person =
        person_of(is_known ? entry.author_key.str() : author_key(entry.authors[i]), key);
    if (!person.family.empty() && !is_nobody(person.family)) out.push_back(std::move(person));
  }
  return out;
}

}  // namespace

std::vector<Person> people_of(const Entry& entry) {
  return read_people(entry, [](std::string_view) {});
}

WorkProfile profile_of(const Entry& entry) {
  WorkProfile out;
  out.entry = &entry;
  out.all = work_words(entry.title_key);
  const size_t title_words = out.all.size();
  out.people = read_people(entry, [&](std::string_view key) { add_name(key, out.all); });
  // A single author may be all that somebody cared to write.
  out.names_all_people = !entry.et_al && out.people.size() > 1;
  if (entry.venue.empty()) {
    out.venue = venue_of(behind_first_words(entry.title_key));
  } else {
    const std::string key = title_key(entry.venue);
    add_name(key, out.all);
    out.venue = venue_of(key);
  }
  out.all.shrink_to_fit();
  out.title = std::span(out.all).first(title_words);
  out.letter_runs = letter_runs(out.title);
  out.year = entry.year ? *entry.year : year_in(out.title);
  return out;
}

}  // namespace notes
