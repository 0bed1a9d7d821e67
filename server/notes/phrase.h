// A few words of a note, kept in as little as they need: a pointer, and nothing at all where there
// are none, since most of what a reference could say, few do. Read as a string_view, and written
// whole. A value: as a std::string.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace notes {

class Phrase {
 public:
  Phrase() = default;
  Phrase(std::string_view text) { take(text); }
  Phrase(const std::string& text) { take(text); }
  Phrase(const char* text) { take(text); }
  Phrase(const Phrase& other) { take(other); }
  Phrase(Phrase&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Phrase& operator=(Phrase other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Phrase() { delete[] held_; }

  // Of a phrase that stays: one that was only made to be read would be gone.
  operator std::string_view() const&& = delete;
  operator std::string_view() const& {
    if (!held_) return {};
    uint32_t size;
    std::memcpy(&size, held_, sizeof size);
    return {held_ + sizeof size, size};
  }
  std::string str() const { return std::string(std::string_view(*this)); }
  bool empty() const { return !held_; }
  size_t size() const { return std::string_view(*this).size(); }
  bool starts_with(auto prefix) const { return std::string_view(*this).starts_with(prefix); }
  bool ends_with(auto suffix) const { return std::string_view(*this).ends_with(suffix); }
  size_t find(auto what, size_t from = 0) const { return std::string_view(*this).find(what, from); }
  std::string_view substr(size_t from, size_t size = std::string_view::npos) const {
    return std::string_view(*this).substr(from, size);
  }
  void swap(Phrase& other) noexcept { std::swap(held_, other.held_); }

  friend bool operator==(const Phrase& a, std::string_view b) { return std::string_view(a) == b; }
  friend bool operator==(const Phrase& a, const std::string& b) { return std::string_view(a) == b; }
  friend bool operator==(const Phrase& a, const char* b) { return std::string_view(a) == b; }
  friend std::string operator+(std::string a, const Phrase& b) {
    return std::move(a.append(std::string_view(b)));
  }
  template <class Stream>
  requires requires(Stream& out, std::string_view text) { out << text; }
  friend Stream& operator<<(Stream& out, const Phrase& phrase) {
    out << std::string_view(phrase);
    return out;
  }
  friend bool operator==(const Phrase& a, const Phrase& b) {
    return std::string_view(a) == std::string_view(b);
  }

 private:
  void take(std::string_view text) {
    if (text.empty()) return;
    const auto size = static_cast<uint32_t>(text.size());
    held_ = new char[sizeof size + size];
    std::memcpy(held_, &size, sizeof size);
    std::memcpy(held_ + sizeof size, text.data(), size);
  }

  char* held_ = nullptr;  // the size, then the bytes
};

}  // namespace notes
