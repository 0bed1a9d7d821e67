// Appends many short pieces of an answer to its text, which are gathered before they are. Belongs
// to one call.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "notes/text.h"

namespace server {

class Gathering {
 public:
  explicit Gathering(std::string& out) : out_(out) {}
  ~Gathering() { flush(); }
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;

  void put(std::string_view text) {
    if (text.size() > gathered_.size() - size_) {
      flush();
      if (text.size() > gathered_.size()) {
        out_ += text;
        return;
      }
    }
    std::memcpy(gathered_.data() + size_, text.data(), text.size());
    size_ += text.size();
  }
  void put(uint32_t number) {
    constexpr size_t kMost = 10;  // digits
    if (gathered_.size() - size_ < kMost) flush();
    char* const begin = gathered_.data() + size_;
    size_ += static_cast<size_t>(std::to_chars(begin, begin + kMost, number).ptr - begin);
  }
  // What a position says behind `{"line":`.
  void put(notes::Position at) {
    put(at.line);
    put(",\"character\":");
    put(at.column);
    put("}");
  }
  void flush() {
    out_.append(gathered_.data(), size_);
    size_ = 0;
  }

 private:
  std::string& out_;
  std::array<char, 8 << 10> gathered_;
  size_t size_ = 0;
};

}  // namespace server
