// Numbers in as few bytes as they need, seven bits in each, for tables that are kept long and asked
// seldom. Pure: any thread.
#pragma once

#include <cstdint>
#include <string>

namespace notes {

inline void put_number(std::string& out, uint32_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

// Moves behind it. REQUIRES: one was put there.
inline uint32_t take_number(const char*& at) {
  uint32_t number = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

}  // namespace notes
