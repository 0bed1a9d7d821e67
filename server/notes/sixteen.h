// Sixteen bytes of text that are looked at together: what every byte of every note has to pass is
// as fast as it can be read. Written with the compilers' own vectors, so that every processor gets
// what it has. Pure: any thread.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace notes {

using Sixteen = unsigned char __attribute__((vector_size(16)));

// REQUIRES: at + 16 <= text.size().
inline Sixteen sixteen_at(std::string_view text, size_t at) {
  Sixteen out;
  std::memcpy(&out, text.data() + at, sizeof out);
  return out;
}

// What comparing sixteen bytes gave, all ones where it is true.
#if defined(__SSE2__)
class Outcome {
 public:
  template <class Bytes>
  explicit Outcome(const Bytes& bytes)
      : bits_(static_cast<unsigned>(_mm_movemask_epi8(reinterpret_cast<__m128i>(bytes)))) {}
  bool none() const { return bits_ == 0; }
  // Of the first that is true; 16 when there is none.
  size_t first() const { return static_cast<size_t>(std::countr_zero(bits_ | 1u << 16)); }
  // As if the first `count` were not. REQUIRES: count < 16.
  Outcome without(size_t count) const {
    Outcome out(*this);
    out.bits_ = out.bits_ >> count << count;
    return out;
  }

 private:
  unsigned bits_;
};
#else
class Outcome {
 public:
  template <class Bytes>
  explicit Outcome(const Bytes& bytes) {
    std::memcpy(&low_, &bytes, sizeof low_);
    std::memcpy(&high_, reinterpret_cast<const char*>(&bytes) + sizeof low_, sizeof high_);
  }
  bool none() const { return (low_ | high_) == 0; }
  size_t first() const {
    if constexpr (std::endian::native == std::endian::little) {
      const auto place = [](uint64_t of) { return static_cast<size_t>(std::countr_zero(of)) / 8; };
      return place(low_) < 8 ? place(low_) : 8 + place(high_);
    }
    const auto place = [](uint64_t of) { return static_cast<size_t>(std::countl_zero(of)) / 8; };
    return place(low_) < 8 ? place(low_) : 8 + place(high_);
  }
  Outcome without(size_t count) const {
    Outcome out(*this);
    const size_t low = std::min<size_t>(count, 8);
    std::memset(&out.low_, 0, low);
    std::memset(&out.high_, 0, count - low);
    return out;
  }

 private:
  uint64_t low_ = 0;
  uint64_t high_ = 0;
};
#endif

// The first of these bytes from `from` on; the size of the text when there is none.
template <char... kBytes>
size_t first_of(std::string_view text, size_t from) {
  size_t at = from;
  for (; at + sizeof(Sixteen) <= text.size(); at += sizeof(Sixteen)) {
    const Sixteen bytes = sixteen_at(text, at);
    const Outcome found(((bytes == static_cast<unsigned char>(kBytes)) | ...));
    if (!found.none()) return at + found.first();
  }
  if (at < text.size() && text.size() >= sizeof(Sixteen)) {  // the rest with what is before it
    const size_t begin = text.size() - sizeof(Sixteen);
    const Sixteen bytes = sixteen_at(text, begin);
    const Outcome found(((bytes == static_cast<unsigned char>(kBytes)) | ...));
    return begin + found.without(at - begin).first();
  }
  while (at < text.size() && ((text[at] != kBytes) && ...)) ++at;
  return at;
}

// The first place from `from` on where `where` says so; the size of the text when there is none. It
// is given sixteen bytes and those that follow each of them, and says nothing of a zero.
template <class Where>
size_t first_where(std::string_view text, size_t from, Where&& where) {
  size_t at = from;
  for (; at + sizeof(Sixteen) < text.size(); at += sizeof(Sixteen)) {
    const Outcome found(where(sixteen_at(text, at), sixteen_at(text, at + 1)));
    if (!found.none()) return at + found.first();
  }
  if (at >= text.size()) return text.size();
  char rest[2 * sizeof(Sixteen)] = {};
  std::memcpy(rest, text.data() + at, text.size() - at);
  const std::string_view last(rest, sizeof rest);
  return std::min(text.size(),
                  at + Outcome(where(sixteen_at(last, 0), sixteen_at(last, 1))).first());
}

// How often the byte is in the text.
template <char kByte>
size_t count_of(std::string_view text) {
  size_t count = 0, at = 0;
  while (at + sizeof(Sixteen) <= text.size()) {
    constexpr int kMost = 255;  // of one byte
    Sixteen sums{};
    for (int i = 0; i < kMost && at + sizeof(Sixteen) <= text.size(); ++i, at += sizeof(Sixteen))
      sums -= reinterpret_cast<Sixteen>(sixteen_at(text, at) == static_cast<unsigned char>(kByte));
    for (size_t i = 0; i < sizeof sums; ++i) count += sums[i];
  }
  for (; at < text.size(); ++at) count += text[at] == kByte;
  return count;
}

}  // namespace notes
