// Finding a few bytes in many, as fast as they can be read. Pure: any thread.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "notes/sixteen.h"

namespace notes {

// What text.find(word, from) gives. That one stops wherever the first byte of the word stands,
// which is everywhere; this one looks at sixteen places at a time, at the first byte and the last.
inline size_t find(std::string_view text, std::string_view word, size_t from = 0) {
  if (word.size() < 2 || from > text.size()) return text.find(word, from);
  const size_t last = word.size() - 1;
  const auto first_byte = static_cast<unsigned char>(word.front());
  const auto last_byte = static_cast<unsigned char>(word.back());
  size_t at = from;
  for (; at + last + sizeof(Sixteen) <= text.size(); at += sizeof(Sixteen)) {
    const auto both =
        (sixteen_at(text, at) == first_byte) & (sixteen_at(text, at + last) == last_byte);
    if (Outcome(both).none()) continue;
    for (size_t i = 0; i < sizeof(Sixteen); ++i)
      if (both[i] && std::memcmp(text.data() + at + i, word.data(), word.size()) == 0)
        return at + i;
  }
  return text.find(word, at);
}

}  // namespace notes
