// Values as bytes, and the values again: one list of members a type serves both ways. The bytes are
// for the very program that wrote them, and whoever keeps them says that they are whole; still, a
// reader never reads beyond them. Rows, phrases and what is pointed to is read into an arena, whose
// size the writer says; what is said several times lies there once. Pure: any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "notes/arena.h"
#include "notes/numbered_texts.h"
#include "notes/packed_number.h"
#include "notes/phrase.h"
#include "notes/row.h"

namespace notes {

// Specialised for each type: `static constexpr auto all = std::tuple(&T::one, &T::other)`.
template <class T>
struct Members;

// What its bytes say, all of them.
template <class T>
inline constexpr bool kIsFlat =
    std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T> &&
    !std::is_pointer_v<T>;

// Bytes that are put one behind the other, mostly a few at a time.
class GrowingBytes {
 public:
  void put(const void* from, size_t size) {
    if (size == 0) return;
    make_room(size);
    std::memcpy(memory_.get() + size_, from, size);
    size_ += size;
  }
  // As put_number() does.
  void put_number(uint32_t number) {
    make_room(sizeof number + 1);
    char* const begin = memory_.get() + size_;
    char* at = begin;
    for (; number >= 0x80; number >>= 7) *at++ = static_cast<char>(number | 0x80);
    *at++ = static_cast<char>(number);
    size_ += static_cast<size_t>(at - begin);
  }
  std::string_view view() const { return {memory_.get(), size_}; }
  void clear() { size_ = 0; }

 private:
  void make_room(size_t more) {
    if (more > room_ - size_) grow(more);
  }
  void grow(size_t more) {
    constexpr size_t kSmallest = 4u << 10;
    room_ = std::max({kSmallest, 2 * room_, size_ + more});
    std::unique_ptr<char[]> memory(new char[room_]);
    if (size_ > 0) std::memcpy(memory.get(), memory_.get(), size_);
    memory_ = std::move(memory);
  }

  std::unique_ptr<char[]> memory_;
  size_t size_ = 0, room_ = 0;
};

class ArchiveWriter {
 public:
  template <class T>
  void put(const T& value) {
    if constexpr (kIsFlat<T>)
      bytes_.put(&value, sizeof value);
    else
      std::apply([&](auto... member) { (put(value.*member), ...); }, Members<T>::all);
  }
  void put(std::string_view text) {
    put_size(text.size());
    bytes_.put(text.data(), text.size());
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  // REQUIRES: it stays until all is written.
  void put(const Phrase& phrase) {
    const std::string_view text = phrase;
    if (text.empty()) return put_size(kNoText);
    const size_t known = texts_.size();
    const uint32_t number = texts_.number_of(text);
    if (number < known) return put_size(number + kFirstText);
    room_ += Phrase::room_for(text);
    put_size(kNewText);
    put(text);
  }
  template <class T>
  void put(const Row<T>& values) {
    put_room(values);
    if constexpr (kIsFlat<T>)
      bytes_.put(values.data(), values.size() * sizeof(T));
    else
      for (const T& value : values) put(value);
  }
  // Of a row that the reader fills again by other means.
  template <class T>
  void put_room(const Row<T>& values) {
    put_size(values.size());
    room_ += Arena::room_for_row<T>(values.size());
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put_size(values.size());
    if constexpr (kIsFlat<T>)
      bytes_.put(values.data(), values.size() * sizeof(T));
    else
      for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const T* const& value) {
    room_ += Arena::rounded(sizeof(T));
    put(*value);
  }
  template <class T>
  void put(const std::shared_ptr<const T>& value) {
    put(value.get());
  }
  // What another has written, for a reader of its own.
  void put_apart(const ArchiveWriter& other) {
    put_size(other.room_);
    put(other.bytes_.view());
  }

  std::string copy() const { return std::string(bytes_.view()); }
  // As if nothing had been written.
  void clear() {
    bytes_.clear();
    room_ = 0;
    texts_.clear();
  }

  // How texts are numbered: those that were said before, by when.
  static constexpr uint32_t kNoText = 0, kNewText = 1, kFirstText = 2;

 private:
  void put_size(size_t size) { bytes_.put_number(static_cast<uint32_t>(size)); }

  GrowingBytes bytes_;
  size_t room_ = 0;  // in the arena
  NumberedTexts texts_;
};

class ArchiveReader {
 public:
  // Without an arena, no rows, phrases and shared things are read.
  explicit ArchiveReader(std::string_view bytes, Arena* arena = nullptr)
      : left_(bytes), arena_(arena) {}

  // What is no more there is left as it is.
  template <class T>
  void take(T& value) {
    if constexpr (kIsFlat<T>)
      take_flat(&value, sizeof value);
    else
      std::apply([&](auto... member) { (take(value.*member), ...); }, Members<T>::all);
  }
  void take(std::string& text) { text = take_text(); }
  void take(Phrase& text) {
    const uint32_t number = take_number();
    if (number == ArchiveWriter::kNoText) return;
    if (number != ArchiveWriter::kNewText) {
      const uint32_t known = number - ArchiveWriter::kFirstText;
      if (known >= texts_.size()) return fail();
      text = Phrase::lent_as(texts_[known]);
      return;
    }
    if (!arena_->lend(text, take_text())) return fail();
    if (texts_.empty()) texts_.reserve(kUsualTexts);
    texts_.push_back(Phrase::lent_as(text));
  }
  template <class T>
  void take(Row<T>& values) {
    const size_t size = take_size(kIsFlat<T> ? sizeof(T) : 1);
    if (!arena_->lend(values, size)) return fail();
    if constexpr (kIsFlat<T>) {
      values.resize(size);
      take_flat(values.data(), size * sizeof(T));
    } else {
      for (size_t i = 0; i < size; ++i) take(values.emplace_back());
    }
  }
  template <class T>
  void take_room(Row<T>& values) {
    if (!arena_->lend(values, take_number())) fail();
  }
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
  void take(const T*& value) {
    T* const made = arena_->make<T>();
    if (!made) return fail();
    value = made;
    take(*made);
  }
  template <class T>
  void take(std::shared_ptr<const T>& value) {
    const T* made = nullptr;
    take(made);
    value = {std::shared_ptr<const T>(), made};
  }
  // What ArchiveWriter::put_apart() put, and how much room it takes.
  std::pair<std::string_view, size_t> take_apart() {
    const uint32_t room = take_number();
    return {take_text(), room};
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
    const uint32_t size = take_number();
    if (size <= left_.size() / each) return size;
    fail();
    return 0;
  }
  uint32_t take_number() {
    uint32_t number = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      unsigned char byte = 0;
      take_flat(&byte, 1);
      number |= static_cast<uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    return number;
  }
  void fail() {
    is_short_ = true;
    left_ = {};
  }

  std::string_view left_;
  Arena* arena_;
  static constexpr size_t kUsualTexts = 64;
  std::vector<Phrase> texts_;  // in the order they came
  bool is_short_ = false;
};

}  // namespace notes
