#include "notes/entities.h"

#include <algorithm>
#include <utility>

#include "notes/ascii.h"
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

// Of `amp`, `#38` or `#x26`; 0 when it is none.
char32_t sign_of(std::string_view name) {
  if (name.starts_with("#")) {
    const bool is_hex = name.starts_with("#x") || name.starts_with("#X");
    const std::string_view digits = name.substr(is_hex ? 2 : 1);
    char32_t code = 0;
    for (const char c : digits) {
      const char low = ascii_lower(c);
      const bool is_number = c >= '0' && c <= '9';
      if (!(is_number || (is_hex && low >= 'a' && low <= 'f')) || code > 0xFFFF) return 0;
      code =
          code * (is_hex ? 16 : 10) + static_cast<char32_t>(is_number ? c - '0' : low - 'a' + 10);
    }
    const bool is_printed = (code >= 0x20 || code == '\t' || code == '\n' || code == '\r') &&
                            code <= 0x10FFFF && !(code >= 0x7F && code < 0xA0) &&
                            !(code >= 0xD800 && code < 0xE000);
    return digits.empty() || !is_printed ? 0 : code == 0xA0 || code < 0x20 ? U' ' : code;
  }
  constexpr std::pair<std::string_view, char32_t> kSigns[] = {
      {"amp", U'&'},   {"lt", U'<'},    {"gt", U'>'},    {"quot", U'"'},   {"apos", U'\''},
      {"nbsp", U' '},  {"ndash", U'–'}, {"mdash", U'—'}, {"hellip", U'…'}, {"lsquo", U'‘'},
      {"rsquo", U'’'}, {"ldquo", U'“'}, {"rdquo", U'”'}, {"times", U'×'},  {"middot", U'·'}};
  for (const auto& [known, sign] : kSigns)
    if (known == name) return sign;
  return 0;
}

// What stands between `&` and `;`; empty when nothing short does.
std::string_view name_at(std::string_view text, size_t at) {
  constexpr size_t kLongest = 8;
  if (text[at] != '&') return {};
  const size_t end = text.substr(at, kLongest + 2).find(';');
  return end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - 1);
}

}  // namespace

std::string with_letters(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const std::string_view name = name_at(text, at);
    const char32_t letter = name.empty() ? 0 : letter_of(name);
    if (letter == 0) {
      out += text[at];
      continue;
    }
    at += name.size() + 1;
    const bool apart = out.ends_with(' ') && at + 1 < text.size() && text[at + 1] == ' ';
    if (apart) out.pop_back();
    append_utf8(out, letter);
    if (apart) ++at;
  }
  return out;
}

std::string with_entities(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const std::string_view name = name_at(text, at);
    const char32_t sign = name.empty() ? 0 : sign_of(name);
    if (sign == 0) {
      out += text[at];
      continue;
    }
    at += name.size() + 1;
    append_utf8(out, sign);
  }
  return with_letters(out);
}

}  // namespace notes
