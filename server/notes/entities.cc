#include "notes/entities.h"

#include <algorithm>

#include "notes/unicode.h"

namespace notes {
namespace {

// Of `#246` or `ouml`; of a name only the letter under the accent. 0 when it is no letter.
char32_t letter_of(std::string_view name) {
  if (name.starts_with('#')) {
    char32_t code = 0;
    for (const char c : name.substr(1)) {
      if (c < '0' || c > '9' || code > 0xFFFF) return 0;
      code = code * 10 + static_cast<char32_t>(c - '0');
    }
    return code > 0x7F && is_letter(code) ? code : 0;
  }
  constexpr std::string_view kAccents[] = {"uml",   "acute", "grave", "circ", "tilde",
                                           "cedil", "ring",  "slash", "caron"};
  const bool accented = name.size() > 3 && std::find(std::begin(kAccents), std::end(kAccents),
                                                     name.substr(1)) != std::end(kAccents);
  return accented ? static_cast<unsigned char>(name.front()) : 0;
}

}  // namespace

std::string with_letters(std::string_view text) {
  constexpr size_t kLongest = 8;
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const char32_t letter = end != std::string_view::npos && end - at - 1 <= kLongest
                                ? letter_of(text.substr(at + 1, end - at - 1))
                                : 0;
    if (letter == 0) {
      out += text[at];
      continue;
    }
    at = end;
    const bool apart = out.ends_with(' ') && at + 1 < text.size() && text[at + 1] == ' ';
    if (apart) out.pop_back();
    append_utf8(out, letter);
    if (apart) ++at;
  }
  return out;
}

}  // namespace notes
