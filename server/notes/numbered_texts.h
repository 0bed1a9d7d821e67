// Texts and the numbers that they get in the order they come, each once. Most are short and many,
// so nothing is allocated for one. A value; one thread at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace notes {

class NumberedTexts {
 public:
  size_t size() const { return all_.size(); }
  std::string_view operator[](uint32_t number) const { return all_[number]; }
  // REQUIRES: it stays.
  uint32_t number_of(std::string_view text) {
    if (2 * all_.size() >= places_.size()) grow();
    Place& place = place_of(text, hash_of(text));
    if (place.number == 0) {
      all_.push_back(text);
      place.number = static_cast<uint32_t>(all_.size());
    }
    return place.number - 1;
  }
  void clear() {
    all_.clear();
    std::fill(places_.begin(), places_.end(), Place());
  }

 private:
  // Eight bytes at a time, the last of which may be some of those before once more.
  static uint64_t hash_of(std::string_view text) {
    uint64_t out = text.size();
    const auto add = [&](uint64_t bytes) {
      out = (out ^ bytes) * 0x9E3779B97F4A7C15U;
      out ^= out >> 32;
    };
    size_t at = 0;
    for (; at + sizeof(uint64_t) < text.size(); at += sizeof(uint64_t))
      add(bytes_at<uint64_t>(text, at));
    if (text.size() >= sizeof(uint64_t)) {
      add(bytes_at<uint64_t>(text, text.size() - sizeof(uint64_t)));
    } else if (text.size() >= sizeof(uint32_t)) {
      add(uint64_t{bytes_at<uint32_t>(text, 0)} << 32 |
          bytes_at<uint32_t>(text, text.size() - sizeof(uint32_t)));
    } else {
      for (const char c : text) at = at << 8 | static_cast<unsigned char>(c);
      add(at);
    }
    return out;
  }
  template <class Bytes>
  static Bytes bytes_at(std::string_view text, size_t at) {
    Bytes out;
    std::memcpy(&out, text.data() + at, sizeof out);
    return out;
  }
  struct Place {
    uint32_t number = 0;  // and 1; 0 is free
    uint32_t hash = 0;    // of the text there, so that few others are compared with it
  };
  Place& place_of(std::string_view text, uint64_t hash) {
    const auto high = static_cast<uint32_t>(hash >> 32);
    size_t at = hash & (places_.size() - 1);
    while (places_[at].number != 0 &&
           (places_[at].hash != high || all_[places_[at].number - 1] != text))
      at = (at + 1) & (places_.size() - 1);
    places_[at].hash = high;
    return places_[at];
  }
  void grow() {
    constexpr size_t kSmallest = 256;
    places_.assign(std::max(kSmallest, 2 * places_.size()), Place());
    all_.reserve(places_.size() / 2);
    for (uint32_t i = 0; i < all_.size(); ++i) place_of(all_[i], hash_of(all_[i])).number = i + 1;
  }

  std::vector<std::string_view> all_;
  std::vector<Place> places_;  // a power of two
};

}  // namespace notes
