// Folding, of unicode.h: what most text is made of without a table, all else by utf8proc.
#include <utf8proc.h>

#include <cstdlib>
#include <cstring>
#include <memory>

#include "notes/unicode.h"
#include "notes/utf8.h"

namespace notes {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// In place. Eight together: the highest bit of a byte is set in `from` when it is at least `A`, and
// in `behind` when it is behind `Z`. REQUIRES: ASCII.
void lower_ascii(char* at, size_t size) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  for (uint64_t eight; size >= sizeof eight; at += sizeof eight, size -= sizeof eight) {
    std::memcpy(&eight, at, sizeof eight);
    const uint64_t from = eight + kOnes * (0x80 - 'A');
    const uint64_t behind = eight + kOnes * (0x80 - 'Z' - 1);
    eight |= (from & ~behind & kOnes << 7) >> 2;
    std::memcpy(at, &eight, sizeof eight);
  }
  for (; size > 0; ++at, --size) *at = lower(*at);
}

// The pictographs of two blocks, U+1F300 to U+1F6FF and U+1F900 to U+1F9FF, which stand before many
// a heading.
bool is_pictograph(std::string_view text, size_t at) {
  const std::string_view four = text.substr(at, 4);
  return four.size() == 4 && four.starts_with("\xF0\x9F") && (four[3] & 0xC0) == 0x80 &&
         ((four[2] >= '\x8C' && four[2] <= '\x9B') || (four[2] >= '\xA4' && four[2] <= '\xA7'));
}

// What a letter of Latin Extended-A is folded to, of which large and small ones take turns; 0 where
// that is not one such character.
char32_t folded_extended(char32_t c) {
  const bool is_other = (c >= 0x130 && c <= 0x133) || c == 0x138 || c == 0x13F || c == 0x140 ||
                        c == 0x149 || c >= 0x17F;
  if (is_other) return 0;
  if (c == 0x178) return 0xFF;  // Ÿ
  const bool is_small_even = (c >= 0x139 && c <= 0x148) || c >= 0x179;
  return c + ((c % 2 == 1) == is_small_even);
}

// What a letter or sign of Latin-1 or Latin Extended-A is folded to, for names; 0 where that is not
// one such character.
char32_t folded_latin(char32_t c) {
  if (c >= 0x100) return folded_extended(c);
  if (c >= 0xE0) return c;
  if (c >= 0xC0) return c == 0xD7 ? c : c == 0xDF ? 0 : c + 0x20;  // × and ß
  return std::u32string_view(U"¡§©«®°±·»¿").find(c) == std::u32string_view::npos ? 0 : c;
}

// REQUIRES: U+0080 to U+07FF.
void put_pair(char* to, char32_t c) {
  to[0] = static_cast<char>(0xC0 | c >> 6);
  to[1] = static_cast<char>(0x80 | (c & 0x3F));
}

// Dashes, quotation marks, bullets, arrows, and the punctuation of Chinese and Japanese: folded to
// itself.
bool is_stable_sign(char32_t c) {
  return (c >= 0x2012 && c <= 0x2015) || (c >= 0x2018 && c <= 0x2022) ||
         (c >= 0x2190 && c <= 0x2193) || c == 0x2212 || c == 0x2264 || c == 0x2265 ||
         (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011);
}

// Nearly all Han, kana and hangul, too.
bool is_stable_triple(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FE) || (c >= 0xAC00 && c <= 0xCFFF) || is_stable_sign(c);
}

// Folds what needs no table: ASCII, Latin-1, Han, kana, hangul, full-width ASCII and the commonest
// signs. False when there is anything else, since marks may join with what is before them. Nothing
// of it is longer folded, and most of it stays where it is.
bool fold_plain(std::string_view text, std::string& out) {
  out = text;
  size_t size = 0;  // of what is folded
  const auto keep = [&](size_t at, size_t count) {
    if (size != at) std::memcpy(out.data() + size, text.data() + at, count);
    size += count;
  };
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const size_t run = ascii_run(text, at);
      keep(at, run);
      lower_ascii(out.data() + size - run, run);
      at += run;
      continue;
    }
    if (is_pictograph(text, at)) {
      keep(at, 4);
      at += 4;
      continue;
    }
    if (!is_triple(text, at)) {
      const Character found = decoded_at(text, at);
      if (found.size != 2) return false;
      const char32_t folded = folded_latin(found.code);
      if (folded == 0) return false;
      put_pair(out.data() + size, folded);
      size += 2;
      at += 2;
      continue;
    }
    const char32_t c = triple_at(text, at);
    if (is_stable_triple(c))
      keep(at, 3);
    else if (c >= 0xFF01 && c <= 0xFF5E)
      out[size++] = lower(static_cast<char>(c - 0xFEE0));
    else if (c == 0x3000)
      out[size++] = ' ';
    else if (c == 0x2026)
      for (int dots = 0; dots < 3; ++dots) out[size++] = '.';
    else if (c != 0xFE0F)  // says that a sign is shown as a picture
      return false;
    at += 3;
  }
  out.resize(size);
  return true;
}

// Folds the case of what needs no table, in place. False when there is anything else.
bool fold_plain_case(std::string& text) {
  for (size_t at = 0; at < text.size();) {
    if (const size_t run = ascii_run(text, at); run > 0) {
      lower_ascii(text.data() + at, run);
      at += run;
    } else if (is_triple(text, at)) {
      const char32_t c = triple_at(text, at);
      if (!is_stable_triple(c) && !(c >= 0xFF01 && c <= 0xFF20) && c != 0x3000) return false;
      at += 3;
    } else if (is_pictograph(text, at)) {
      at += 4;
    } else {
      const Character found = decoded_at(text, at);
      const char32_t folded = found.size == 2 ? folded_latin(found.code) : 0;
      if (folded == 0) return false;
      put_pair(text.data() + at, folded);
      at += 2;
    }
  }
  return true;
}

// Runs utf8proc; what it refuses (bytes that are not UTF-8, a size it cannot allocate) comes back
// repaired, and unmapped if even that is refused.
std::string map(std::string_view text, int options) {
  auto once = [options](std::string_view in, std::string& out) {
    utf8proc_uint8_t* mapped = nullptr;
    utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(in.data()),
                                         static_cast<utf8proc_ssize_t>(in.size()), &mapped,
                                         static_cast<utf8proc_option_t>(options));
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0) return false;
    out.assign(reinterpret_cast<const char*>(mapped), static_cast<size_t>(size));
    return true;
  };
  std::string out;
  if (once(text, out)) return out;
  std::string repaired = valid_utf8(std::string(text));
  return once(repaired, out) ? out : repaired;
}

}  // namespace

std::string fold(std::string_view text) {
  if (std::string out; fold_plain(text, out)) return out;
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                       UTF8PROC_IGNORE);
}

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold_case(std::string_view text) {
  if (std::string out(text); fold_plain_case(out)) return out;
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

}  // namespace notes
