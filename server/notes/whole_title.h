// A note's heading and its file's name may both be its work's title, one of them cut or spelled
// otherwise: which has it whole. Pure: any thread.
#pragma once

#include <string_view>

namespace notes {

// Whether the name has all that the heading says, and more: each word of the heading stands in it,
// in the same order, if need be by its beginning (`Config`) or as the first letters of several
// words (`E2E`, `CRNN`); and a name for short that it starts with may stand for the name's first.
bool says_in_full(std::string_view name, std::string_view heading);

// Whether both have the same letters and digits, whatever stands between them: a slug and its
// title.
bool spells_out(std::string_view line, std::string_view name);

}  // namespace notes
