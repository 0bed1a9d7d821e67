// A title as headings, file names and labels write it, and the title itself: venue in brackets
// before it, words such as `Paper Review` or `阅读笔记` behind it, HTML and anchors inside. Pure:
// any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes {

struct TitleText {
  std::string title;
  std::string venue;  // of `[CVPR 2025] Title`
  std::optional<int> year;
  bool is_marked = false;  // it says of itself that it is about a paper
};
TitleText read_title_text(std::string_view written);

// The title that a file's name gives: no date or number before it, `_ ` and `：` as colons, dashes
// as spaces where it has no other.
TitleText title_of_name(std::string_view file_name);

// Latin words, and two CJK characters as one.
size_t word_count(std::string_view text);
// Long enough to be the title of a work, and no sentence, question of a diary or list of names.
bool reads_like_title(std::string_view text);
// `Introduction`, `Summary`, `Paper`, `笔记`: a heading that every paper has.
bool is_section_word(std::string_view heading_name);
// The share of words that two texts have in common, 0 to 1 (Jaccard).
double words_in_common(std::string_view a, std::string_view b);

}  // namespace notes
