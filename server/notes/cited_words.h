// The words of a listed work, with all that bibliographies write beside its title: `A. Author and
// B. Author. "Title." Venue 2021`, `Author, A. (2021). Title. Journal`, `Title. A. Author, B.
// Author. Venue, 2021`, `Title - A. Author et al. (Venue 2021)`. Pure: any thread.
#pragma once

#include <optional>
#include <string_view>

#include "notes/person_names.h"
#include "notes/range.h"

namespace notes {

struct CitedWords {
  Range title;
  Range authors;  // empty when none are named
};
// Nothing where the words are a title and no more.
std::optional<CitedWords> read_cited_words(std::string_view words);

// `A. Author, B. Author, NeurIPS 2021`: a line of names, with when and where the work came out.
struct Byline {
  Range names;  // empty when it is no such line
  Range rest;
};
Byline read_names_and_venue(std::string_view words);

// The names that the words behind a title begin with: `*A. Author, B. Author*. NeurIPS 2021`; empty
// when they are others.
Range names_at_begin(std::string_view words);

// What may stand before the title of a work, when it is no part of it: names, a year, a venue with
// its year, a date, each with the punctuation behind it.
bool leads_to_title(std::string_view words);

// Where the link starts that such words, a number or an emoji stand before: `2021: [Title](url)`;
// 0 when another text does, or none.
size_t begin_of_led_link(std::string_view words);

// Where the words end without `(2021)`, `(ICML 2021)`, `(Author et al., 2021)` behind them.
size_t end_without_year(std::string_view words);
// Where they start without `2021-05-01: `, `ICML 2021 - `, `Paper 3: ` before them.
size_t begin_without_lead(std::string_view words);

}  // namespace notes
