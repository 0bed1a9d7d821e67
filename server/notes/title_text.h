// A title as headings, file names and labels write it, and the title itself: venue in brackets
// before it, words such as `Paper Review` or `阅读笔记` behind it, HTML and anchors inside. Pure:
// any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "notes/entry.h"

namespace notes {

struct TitleText {
  std::string title;
  std::string venue;  // of `[CVPR 2025] Title`
  std::optional<int> year;
  bool is_marked = false;  // it says of itself that it is about a paper

  bool has_venue_year() const { return year && !venue.empty(); }
};
TitleText read_title_text(std::string_view written);

// `Title ([Richardson and Domingos, n.d.](#id))`: a heading that cites its work in its own note.
struct CitedTitle {
  std::string title;
  std::string_view authors;
  std::optional<int> year;
};
std::optional<CitedTitle> read_cited_title(std::string_view heading);

// The title that a file's name gives: no date or number before it, `_ ` and `：` as colons, dashes
// as spaces where it has no other.
TitleText title_of_name(std::string_view file_name);

// Latin words, and two CJK characters as one; of more than `enough` any number that is not less.
size_t word_count(std::string_view text, size_t enough = SIZE_MAX);
bool has_words(std::string_view text, size_t count);  // at least so many
// Long enough to be the title of a work, and no sentence, question of a diary or list of names.
bool reads_like_title(std::string_view text);
// And written as titles are: most words with a capital, with a colon or small words between; no
// guide, chapter or meeting.
bool is_written_as_title(std::string_view text);
// The date that a file's name starts with: `2019-08-15-Title`.
std::optional<Date> date_of_name(std::string_view file_name);
// The share of words that two texts have in common, 0 to 1 (Jaccard).
double words_in_common(std::string_view a, std::string_view b);

}  // namespace notes
