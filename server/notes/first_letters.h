// The letters that the words of a list start with: by them most of what is no such word is told
// without being folded. Pure: any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "notes/ascii.h"

namespace notes {

class FirstLetters {
 public:
  // A folded word that starts with a letter.
  constexpr void add(std::string_view word) {
    if (const std::optional<size_t> bit = bit_of(word))
      bits_[*bit / 64] |= uint64_t{1} << *bit % 64;
  }

  // False when no word of the list is what `written` is folded to, whatever that is without what
  // stands before its first letter. Written in a way that folding may change, it is true.
  constexpr bool may_start(std::string_view written) const {
    while (!written.empty() && is_other_ascii(written[0])) written.remove_prefix(1);
    if (written.empty()) return false;
    const std::optional<size_t> bit = bit_of(written);
    return !bit || (bits_[*bit / 64] >> *bit % 64 & 1) != 0;
  }

 private:
  static constexpr size_t kLetters = 26, kIdeographs = 192, kSeconds = kLetters + 1;
  static constexpr size_t kBits = kLetters * kSeconds + kIdeographs;

  static constexpr bool is_other_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_ascii_letter(c);
  }
  static constexpr size_t place_of(char letter) {
    return static_cast<size_t>(ascii_lower(letter) - 'a');
  }

  // Of two ASCII letters, or one alone; of an ideograph. Nothing where the characters may be folded
  // into others.
  static constexpr std::optional<size_t> bit_of(std::string_view word) {
    const unsigned char lead = static_cast<unsigned char>(word[0]);
    if (lead >= 0xE4 && lead <= 0xE9 && word.size() >= 3)  // U+4000 to U+9FFF
      return kLetters * kSeconds +
             (static_cast<size_t>(word[1] & 0x3F) * 64 + (word[2] & 0x3F)) % kIdeographs;
    if (lead >= 0x80) return std::nullopt;
    size_t second = kLetters;
    if (word.size() > 1) {
      if (is_ascii_letter(word[1]))
        second = place_of(word[1]);
      else if (word[1] != ' ' && !is_ascii_digit(word[1]))
        return std::nullopt;
    }
    return place_of(word[0]) * kSeconds + second;
  }

  std::array<uint64_t, (kBits + 63) / 64> bits_{};
};

}  // namespace notes
