// Values as bytes, and the values again: one list of members a type serves both ways. The bytes are
// for the very program that wrote them, and whoever keeps them says that they are whole; still, a
// reader never reads beyond them. Pure: any thread.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "notes/packed_number.h"
#include "notes/phrase.h"

namespace notes {

// Specialised for each type: `static constexpr auto all = std::tuple(&T::one, &T::other)`.
template <class T>
struct Members;

// What its bytes say, all of them.
template <class T>
inline constexpr bool kIsFlat =
    std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T> &&
    !std::is_pointer_v<T>;

class ArchiveWriter {
 public:
  template <class T>
  void put(const T& value) {
    if constexpr (kIsFlat<T>)
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    else
      std::apply([&](auto... member) { (put(value.*member), ...); }, Members<T>::all);
  }
  void put(std::string_view text) {
    put_size(text.size());
    bytes_ += text;
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(const Phrase& text) { put(std::string_view(text)); }
  template <class T>
  void put(const std::vector<T>& values) {
    put_size(values.size());
    if constexpr (kIsFlat<T>)
      bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    else
      for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::shared_ptr<const T>& value) {
    put(*value);
  }

  std::string take() { return std::move(bytes_); }

 private:
  void put_size(size_t size) { put_number(bytes_, static_cast<uint32_t>(size)); }

  std::string bytes_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : left_(bytes) {}

  // What is no more there is left as it is.
  template <class T>
  void take(T& value) {
    if constexpr (kIsFlat<T>)
      take_flat(&value, sizeof value);
    else
      std::apply([&](auto... member) { (take(value.*member), ...); }, Members<T>::all);
  }
  void take(std::string& text) { text = take_text(); }
  void take(Phrase& text) { text = Phrase(take_text()); }
  template <class T>
  void take(std::vector<T>& values) {
    const size_t size = take_size(kIsFlat<T> ? sizeof(T) : 1);
    values.resize(size);
    if constexpr (kIsFlat<T>)
      take_flat(values.data(), size * sizeof(T));
    else
      for (T& value : values) take(value);
  }
  template <class T>
  void take(std::optional<T>& value) {
    bool is_there = false;
    take(is_there);
    if (is_there) take(value.emplace());
  }
  template <class T>
  void take(std::shared_ptr<const T>& value) {
    auto made = std::make_shared<T>();
    take(*made);
    value = std::move(made);
  }

  // Whether all was there that was asked for; and nothing else.
  bool is_whole() const { return !is_short_; }
  bool came_out_even() const { return is_whole() && left_.empty(); }

 private:
  void take_flat(void* to, size_t size) {
    if (size > left_.size()) return fail();
    if (size > 0) std::memcpy(to, left_.data(), size);
    left_.remove_prefix(size);
  }
  std::string_view take_text() {
    const std::string_view text = left_.substr(0, take_size(1));
    left_.remove_prefix(text.size());
    return text;
  }
  // How many follow, of which none takes less than so many bytes.
  size_t take_size(size_t each) {
    uint32_t size = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      unsigned char byte = 0;
      take_flat(&byte, 1);
      size |= static_cast<uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    if (size <= left_.size() / each) return size;
    fail();
    return 0;
  }
  void fail() {
    is_short_ = true;
    left_ = {};
  }

  std::string_view left_;
  bool is_short_ = false;
};

}  // namespace notes
