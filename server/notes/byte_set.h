// Some bytes, asked for one by one. Pure: any thread.
#pragma once

#include <array>
#include <string_view>

namespace notes {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
  constexpr bool has_all(std::string_view text) const {
    for (const char c : text)
      if (!has(c)) return false;
    return true;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace notes
