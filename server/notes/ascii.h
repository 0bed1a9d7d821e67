// ASCII, for what is ASCII by definition: URLs, identifiers, keywords of a syntax. Pure: any
// thread.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace notes {

constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_alnum(char c) {
  return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
}
constexpr bool is_ascii_letter(char c) { return is_ascii_alnum(c) && !is_ascii_digit(c); }

inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return ascii_lower(c); });
  return out;
}

// `prefix` is in lower case.
inline bool is_ascii_lower(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ascii_lower(c); });
}

inline bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return a == ascii_lower(b); });
}

// How many characters at `at` are `of` that sort.
inline size_t run_of(std::string_view text, size_t at, bool (*of)(char)) {
  size_t end = at;
  while (end < text.size() && of(text[end])) ++end;
  return end - at;
}

}  // namespace notes
