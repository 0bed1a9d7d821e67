// Unicode, as far as notes need it: folding for comparison, character classes for scanning.
// utf8proc behind it (https://juliastrings.github.io/utf8proc/doc/). Pure: any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace notes {

// NFKC with case folding and without default-ignorable characters: `ﬁ` is `fi`, `Ｌ` is `l`,
// zero-width spaces go.
std::string fold(std::string_view text);
std::string nfc(std::string_view text);
// NFC with case folding and nothing more: for names of files, where `ﬁ` is not `fi`.
std::string fold_case(std::string_view text);
bool is_ascii(std::string_view text);
// Every maximal part that is not UTF-8 becomes U+FFFD.
std::string valid_utf8(std::string bytes);

// One decoded character; size is 0 only at the end of the text. Bad bytes decode as U+FFFD of
// size 1.
struct Character {
  char32_t code = 0;
  uint32_t size = 0;
};
Character decoded_at(std::string_view text, size_t offset);
inline Character character_at(std::string_view text, size_t offset) {
  if (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80)
    return {static_cast<unsigned char>(text[offset]), 1};  // most are, so without a call
  return decoded_at(text, offset);
}
// The character that ends just before `offset`; size 0 at the start.
Character character_before(std::string_view text, size_t offset);
void append_utf8(std::string& out, char32_t code);

// What a letter with an accent is without it.
char32_t base_letter(char32_t c);

bool is_letter(char32_t c);  // any script, marks and CJK included
bool is_digit(char32_t c);   // decimal digits of any script
bool is_space(char32_t c);   // white space, U+3000 and NBSP included
bool is_upper(char32_t c);
bool is_cjk(char32_t c);  // Han, kana, hangul, bopomofo and their half- and full-width forms
bool is_cjk_punctuation(char32_t c);  // 、。「」（）：！？・… and full-width ASCII punctuation
bool is_emoji(char32_t c);  // and what emoji are joined from: U+FE0F, U+200D, skin tones, flags

std::string_view trim(std::string_view text);  // white space of any script, at both ends

}  // namespace notes
