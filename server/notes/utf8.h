// What unicode.cc and fold.cc see of the bytes of UTF-8. Pure: any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace notes {

// A good character of three bytes whose lead allows any that may follow: nearly all Han, kana and
// hangul.
[[gnu::always_inline]] inline bool is_triple(std::string_view text, size_t at) {
  if (at + 3 > text.size()) return false;
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  return lead > 0xE0 && lead < 0xF0 && lead != 0xED && (byte(1) & 0xC0) == 0x80 &&
         (byte(2) & 0xC0) == 0x80;
}

// REQUIRES: is_triple(text, at).
inline char32_t triple_at(std::string_view text, size_t at) {
  return (text[at] & 0x0Fu) << 12 | (text[at + 1] & 0x3Fu) << 6 | (text[at + 2] & 0x3Fu);
}

// How many bytes from `offset` on are ASCII; eight are looked at together, since notes are mostly
// ASCII and every key and every line passes here.
inline size_t ascii_run(std::string_view text, size_t offset) {
  size_t at = offset;
  for (uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at - offset;
}

}  // namespace notes
