#include "notes/citation_key.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr uint32_t kLongestKey = 128;
constexpr uint32_t kFarthestBracket = 200;

bool is_key_char(char c) {
  return is_ascii_alnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Pandoc's: inside a key, between its letters.
bool is_inner_mark(char c) {
  return std::string_view(":.#$%&-+?<>~/").find(c) != std::string::npos;
}

bool is_bracketed(std::string_view text, uint32_t offset) {
  const uint32_t least = offset > kFarthestBracket ? offset - kFarthestBracket : 0;
  for (uint32_t at = offset; at > least; --at) {
    const char c = text[at - 1];
    if (c == '[') return true;
    if (c == ']' || is_line_end(c)) return false;
  }
  return false;
}

}  // namespace

std::optional<CitationKey> citation_key_at(std::string_view text, uint32_t offset) {
  if (offset > 0) {
    const char before = text[offset - 1];
    if (is_key_char(before) || std::string_view("@/.+#\\").find(before) != std::string::npos)
      return std::nullopt;
  }
  const uint32_t begin = offset + 1;
  const uint32_t most =
      static_cast<uint32_t>(std::min<size_t>(text.size(), begin + size_t{kLongestKey}));
  uint32_t end = begin;
  while (end < most && (is_key_char(text[end]) || (end > begin && is_inner_mark(text[end]) &&
                                                   end + 1 < most && is_key_char(text[end + 1]))))
    ++end;
  while (end > begin && end < text.size() && (text[end] & 0xC0) == 0x80) --end;  // whole characters
  if (end == begin) return std::nullopt;
  const bool bracketed = is_bracketed(text, offset);
  if (static_cast<unsigned char>(text[begin]) >= 0x80) {  // `[@山田2022]`
    if (!bracketed) return std::nullopt;
    for (uint32_t at = begin; at < end;) {
      const Character c = character_at(text, at);
      if (is_cjk_punctuation(c.code) || is_space(c.code)) end = at;
      at += std::max<uint32_t>(c.size, 1);
    }
    if (end == begin || !is_letter(character_at(text, begin).code)) return std::nullopt;
  }
  const std::string_view key = text.substr(begin, end - begin);
  if (!bracketed && std::none_of(key.begin(), key.end(), is_ascii_digit)) return std::nullopt;
  return CitationKey{{offset, end}, key};
}

}  // namespace notes
