// What the path of a note tells of the work it is about, before its text is read. Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "notes/entry.h"

namespace notes {

struct PathFacts {
  std::string venue;  // of `ISCA/ISCA-2019/`, `ACL/2021/`
  std::optional<int> year;
  std::optional<Date> noted;  // of `2019-08-15-Title`
};
PathFacts read_path(std::string_view path);

// `chen_big_2020`, `mnih2013_atari_deeprl`: a word that could be a citation key, with its year.
std::optional<int> year_of_citekey(std::string_view word);

// `chen_big_2020: Big Self-Supervised Models`: a title behind its citation key, which has a year in
// it or is the name of the file.
struct KeyedTitle {
  std::string_view key;
  std::string_view title;
  int year = 0;  // 0 when the key tells none
};
std::optional<KeyedTitle> read_keyed_title(std::string_view title, std::string_view file_name = {});

}  // namespace notes
