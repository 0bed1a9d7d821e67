// A few words of a note, kept in as little as they need: a pointer, and nothing at all where there
// are none, since most of what a reference could say, few do. Read as a string_view, and written
// whole. They may be lent by an arena (arena.h): then they are not freed, and what is copied from
// them is its own. A value: as a std::string.
#pragma once

#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
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
  Phrase& operator+=(std::string_view more) { return *this = str().append(more); }
  ~Phrase() {
    if (held_ && (head() & kLent) == 0) delete[] held_;
  }

  // `room` stays as long as this does, and is filled.
  static constexpr size_t room_for(std::string_view text) { return sizeof(uint32_t) + text.size(); }
  static Phrase lent(char* room, std::string_view text) {
    Phrase out;
    out.held_ = write(room, text, kLent);
    return out;
  }
  // Those of another that is lent by the same.
  static Phrase lent_as(const Phrase& other) {
    Phrase out;
    out.held_ = other.held_;
    return out;
  }

  // Of a phrase that stays: one that was only made to be read would be gone.
  operator std::string_view() const&& = delete;
  operator std::string_view() const& {
    if (!held_) return {};
    return {held_ + sizeof(uint32_t), head() & ~kLent};
  }
  std::string str() const { return std::string(std::string_view(*this)); }
  bool empty() const { return !held_; }
  size_t size() const { return held_ ? head() & ~kLent : 0; }
  size_t length() const { return size(); }
  const char* data() const { return held_ ? held_ + sizeof(uint32_t) : nullptr; }
  const char* begin() const { return data(); }
  const char* end() const { return data() + size(); }
  char front() const { return *data(); }
  char back() const { return end()[-1]; }
  char operator[](size_t at) const { return data()[at]; }
  void clear() { Phrase().swap(*this); }
  bool starts_with(auto prefix) const { return std::string_view(*this).starts_with(prefix); }
  bool ends_with(auto suffix) const { return std::string_view(*this).ends_with(suffix); }
  size_t find(auto what, size_t from = 0) const { return std::string_view(*this).find(what, from); }
  size_t rfind(auto what, size_t from = std::string_view::npos) const {
    return std::string_view(*this).rfind(what, from);
  }
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
  friend std::string operator+(const char* a, const Phrase& b) { return std::string(a) + b; }
  friend std::string operator+(const Phrase& a, std::string_view b) { return a.str().append(b); }
  friend std::string operator+(const Phrase& a, char b) { return a.str() + b; }
  template <class Stream>
  requires requires(Stream& out, std::string_view text) { out << text; }
  friend Stream& operator<<(Stream& out, const Phrase& phrase) {
    out << std::string_view(phrase);
    return out;
  }
  friend bool operator==(const Phrase& a, const Phrase& b) {
    return std::string_view(a) == std::string_view(b);
  }
  friend auto operator<=>(const Phrase& a, const Phrase& b) {
    return std::string_view(a) <=> std::string_view(b);
  }
  friend auto operator<=>(const Phrase& a, std::string_view b) { return std::string_view(a) <=> b; }
  friend auto operator<=>(const Phrase& a, const std::string& b) {
    return std::string_view(a) <=> b;
  }

 private:
  static constexpr uint32_t kLent = 1u << 31;

  uint32_t head() const {
    uint32_t out;
    std::memcpy(&out, held_, sizeof out);
    return out;
  }
  static char* write(char* to, std::string_view text, uint32_t flags) {
    const uint32_t head = static_cast<uint32_t>(text.size()) | flags;
    std::memcpy(to, &head, sizeof head);
    text.copy(to + sizeof head, text.size());  // which may be nothing
    return to;
  }
  void take(std::string_view text) {
    if (!text.empty()) held_ = write(new char[room_for(text)], text, 0);
  }

  char* held_ = nullptr;  // the size, and whether it is lent; then the bytes
};

}  // namespace notes

template <>
struct std::hash<notes::Phrase> {
  size_t operator()(const notes::Phrase& phrase) const {
    return std::hash<std::string_view>()(phrase);
  }
};
