#include "notes/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "notes/sixteen.h"
#include "notes/utf8.h"

namespace notes {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  Character character;  // of a bad part: U+FFFD and the size of the maximal part
  bool good = true;
};

// Table 3-7 of the Unicode standard. REQUIRES: offset < text.size().
Decoded decode(std::string_view text, size_t offset) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char lead = byte(offset);
  if (lead < 0x80) return {{lead, 1}};
  if (is_triple(text, offset)) return {{triple_at(text, offset), 3}};
  uint32_t following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4) return {{kReplacement, 1}, false};
  unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t code = lead & (0x3Fu >> following);
  for (uint32_t i = 1; i <= following; ++i) {
    if (offset + i >= text.size() || byte(offset + i) < low || byte(offset + i) > high)
      return {{kReplacement, i}, false};
    code = code << 6 | (byte(offset + i) & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {{code, following + 1}};
}

// Whether sixteen bytes follow those before them as in good UTF-8 (table 3-7 of the standard); what
// the last of them begin may still end badly. False, too, behind some rare bytes. REQUIRES: at
// >= 3.
bool are_sixteen_good(std::string_view text, size_t at) {
  const Sixteen bytes = sixteen_at(text, at);
  const Sixteen one = sixteen_at(text, at - 1), two = sixteen_at(text, at - 2),
                three = sixteen_at(text, at - 3);  // before each
  const auto follows = (bytes & 0xC0) == 0x80;
  const auto has_to = (one >= 0xC0) | (two >= 0xE0) | (three >= 0xF0);
  // What may be too short for its size, too large or no character at all.
  const auto rare = ((one & 0xFE) == 0xC0) | (one == 0xE0) | (one >= 0xF0);
  const auto surrogate = (one == 0xED) & (bytes >= 0xA0);
  return Outcome((follows ^ has_to) | rare | surrogate).none();
}

// Where the character begins that the byte before `at` ends, or is inside of.
size_t last_begin(std::string_view text, size_t at) {
  const size_t least = at > 4 ? at - 4 : 0;
  while (at > least && (text[--at] & 0xC0) == 0x80) {
  }
  return at;
}

// Past good characters from `at`, where one begins, to where one begins again. REQUIRES: the three
// bytes before are good.
size_t past_good_sixteens(std::string_view text, size_t at) {
  const size_t begin = at;
  while (at + sizeof(Sixteen) <= text.size() && are_sixteen_good(text, at)) at += sizeof(Sixteen);
  return at == begin ? begin : last_begin(text, at);
}

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

struct Span {
  char32_t first;
  char32_t last;
};
template <size_t kSize>
bool in(const Span (&spans)[kSize], char32_t c) {
  return std::any_of(spans, spans + kSize, [c](Span s) { return s.first <= c && c <= s.last; });
}

constexpr Span kCjk[] = {
    {0x1100, 0x11FF}, {0x2E80, 0x2FDF}, {0x3005, 0x3007},   {0x3021, 0x3029},   {0x3031, 0x3035},
    {0x3038, 0x303C}, {0x3041, 0x309F}, {0x30A1, 0x30FA},   {0x30FC, 0x318F},   {0x31A0, 0x31BF},
    {0x31F0, 0x31FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},   {0xA960, 0xA97F},   {0xAC00, 0xD7FF},
    {0xF900, 0xFAFF}, {0xFF66, 0xFFDC}, {0x1AFF0, 0x1B16F}, {0x20000, 0x3FFFD},
};
constexpr Span kCjkPunctuation[] = {
    {0x2025, 0x2026}, {0x3001, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0x3036, 0x3037},
    {0x303D, 0x303F}, {0x30A0, 0x30A0}, {0x30FB, 0x30FB}, {0xFE10, 0xFE19}, {0xFE30, 0xFE4F},
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
};
// What joins and colours emoji; the pictures themselves utf8proc knows.
constexpr Span kEmojiParts[] = {{0x200D, 0x200D},   {0x20E3, 0x20E3},   {0xFE0F, 0xFE0F},
                                {0x1F1E6, 0x1F1FF}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}};

}  // namespace

bool is_ascii(std::string_view text) { return ascii_run(text, 0) == text.size(); }

std::string valid_utf8(std::string bytes) {
  size_t at = 0, copied = 0;  // behind the last bad part
  const auto skip_good = [&] {
    while ((at += ascii_run(bytes, at)) < bytes.size()) {
      if (at >= copied + 3) at = past_good_sixteens(bytes, at);
      // What they leave, one by one.
      const size_t end = std::min(bytes.size(), at + sizeof(Sixteen));
      while (at < end) {
        const Decoded next = decode(bytes, at);
        if (!next.good) return;
        at += next.character.size;
      }
    }
  };
  skip_good();
  if (at == bytes.size()) return bytes;
  std::string out;
  while (at < bytes.size()) {
    out.append(bytes, copied, at - copied);
    append_utf8(out, kReplacement);
    copied = at += decode(bytes, at).character.size;
    skip_good();
  }
  return out.append(bytes, copied);
}

Character decoded_at(std::string_view text, size_t offset) {
  if (offset >= text.size()) return {};
  if (is_triple(text, offset)) return {triple_at(text, offset), 3};
  Decoded found = decode(text, offset);
  return found.good ? found.character : Character{kReplacement, 1};
}

Character character_before(std::string_view text, size_t offset) {
  offset = std::min(offset, text.size());
  if (offset == 0) return {};
  size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && (text[start] & 0xC0) == 0x80) --start;
  Character found = character_at(text, start);
  return start + found.size == offset ? found : Character{kReplacement, 1};
}

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacement;
  char bytes[4];
  size_t size = 0;
  const auto put = [&](char32_t byte) { bytes[size++] = static_cast<char>(byte); };
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
  out.append(bytes, size);
}

char32_t base_letter(char32_t c) {
  utf8proc_int32_t parts[8];
  int boundary = 0;
  const utf8proc_ssize_t size = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8,
                                                        UTF8PROC_DECOMPOSE, &boundary);
  return size > 0 && size <= 8 ? static_cast<char32_t>(parts[0]) : c;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  // Han, kana and hangul, without a look into the tables.
  if ((c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3041 && c <= 0x3096) ||
      (c >= 0x30A1 && c <= 0x30FA) || (c >= 0xAC00 && c <= 0xD7A3))
    return true;
  if (in(kEmojiParts, c)) return false;
  utf8proc_category_t found = category(c);
  return (found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_ME) ||
         found == UTF8PROC_CATEGORY_NL;
}

bool is_digit(char32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c > 0x3000) return false;  // the last of them
  utf8proc_category_t found = category(c);
  return c == 0x85 || (found >= UTF8PROC_CATEGORY_ZS && found <= UTF8PROC_CATEGORY_ZP);
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  utf8proc_category_t found = category(c);
  return found == UTF8PROC_CATEGORY_LU || found == UTF8PROC_CATEGORY_LT;
}

bool is_cjk(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x1100 && in(kCjk, c));  // Han without a search
}

bool is_cjk_punctuation(char32_t c) { return c >= 0x2025 && in(kCjkPunctuation, c); }

bool is_emoji(char32_t c) {
  if (c < 0x200D) return false;
  if (in(kEmojiParts, c)) return true;
  // Below U+2300 the pictographs are signs that titles use as text: ™, ℹ, ↔.
  return c >= 0x2300 && utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->boundclass ==
                            UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

std::string_view trim(std::string_view text) {
  // Most words have no space around them, and letters at both ends.
  const auto is_plain = [](char c) { return c > ' ' && c < 0x7F; };
  if (text.empty() || (is_plain(text.front()) && is_plain(text.back()))) return text;
  for (Character c; (c = character_at(text, 0)).size != 0 && is_space(c.code);)
    text.remove_prefix(c.size);
  for (Character c; (c = character_before(text, text.size())).size != 0 && is_space(c.code);)
    text.remove_suffix(c.size);
  return text;
}

}  // namespace notes
