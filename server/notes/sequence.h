// What a note holds of one kind (sections, entries, tags, …), in the order of the text, as an array
// over its chunks. A view: it lives no longer than its note. Any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "notes/chunk.h"

namespace notes {

// Where a kind is found.
template <class T>
constexpr auto kListOf = nullptr;
template <>
inline constexpr auto kListOf<Section> = &Chunk::sections;
template <>
inline constexpr auto kListOf<Entry> = &Chunk::entries;
template <>
inline constexpr auto kListOf<Alias> = &Chunk::aliases;
template <>
inline constexpr auto kListOf<Reference> = &Chunk::references;
template <>
inline constexpr auto kListOf<TagUse> = &Chunk::tags;

template <class T>
constexpr auto kCountOf = nullptr;
template <>
inline constexpr auto kCountOf<Section> = &Counts::sections;
template <>
inline constexpr auto kCountOf<Entry> = &Counts::entries;
template <>
inline constexpr auto kCountOf<Alias> = &Counts::aliases;
template <>
inline constexpr auto kCountOf<Reference> = &Counts::references;
template <>
inline constexpr auto kCountOf<TagUse> = &Counts::tags;

template <class T>
class Sequence {
  static const Row<Placed<T>>& list_of(const PlacedChunk& in) { return (*in.chunk).*kListOf<T>; }
  static uint32_t before_of(const PlacedChunk& in) { return in.before.*kCountOf<T>; }

 public:
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = Placed<T>;
    using difference_type = std::ptrdiff_t;
    using reference = Placed<T>;
    struct pointer {
      Placed<T> value;
      const Placed<T>* operator->() const { return &value; }
    };

    Iterator() = default;
    Iterator(const std::vector<PlacedChunk>* chunks, size_t index)
        : chunks_(chunks), index_(index) {}

    reference operator*() const {
      if (!is_in(chunk_)) {
        if (chunk_ + 1 < chunks_->size() && is_in(chunk_ + 1))
          ++chunk_;
        else
          chunk_ = chunk_of(*chunks_, index_);
      }
      return at(*chunks_, chunk_, index_);
    }
    pointer operator->() const { return {**this}; }
    reference operator[](difference_type by) const { return *(*this + by); }

    Iterator& operator+=(difference_type by) {
      index_ = static_cast<size_t>(static_cast<difference_type>(index_) + by);
      return *this;
    }
    Iterator& operator-=(difference_type by) { return *this += -by; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator a, difference_type by) { return a += by; }
    friend Iterator operator-(Iterator a, difference_type by) { return a -= by; }
    friend difference_type operator-(const Iterator& a, const Iterator& b) {
      return static_cast<difference_type>(a.index_) - static_cast<difference_type>(b.index_);
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.index_ <=> b.index_; }

   private:
    bool is_in(size_t chunk) const {
      const uint32_t before = before_of((*chunks_)[chunk]);
      return before <= index_ && index_ - before < list_of((*chunks_)[chunk]).size();
    }

    const std::vector<PlacedChunk>* chunks_ = nullptr;
    size_t index_ = 0;
    mutable size_t chunk_ = 0;  // the one looked into last
  };

  explicit Sequence(const std::vector<PlacedChunk>& chunks) : chunks_(&chunks) {}

  size_t size() const {
    const PlacedChunk& last = chunks_->back();
    return before_of(last) + list_of(last).size();
  }
  bool empty() const { return size() == 0; }
  Placed<T> operator[](size_t index) const {
    return at(*chunks_, chunk_of(*chunks_, index), index);
  }
  Placed<T> front() const { return (*this)[0]; }
  Placed<T> back() const { return (*this)[size() - 1]; }
  Iterator begin() const { return {chunks_, 0}; }
  Iterator end() const { return {chunks_, size()}; }

 private:
  static size_t chunk_of(const std::vector<PlacedChunk>& chunks, size_t index) {
    const auto behind =
        std::upper_bound(chunks.begin() + 1, chunks.end(), index,
                         [](size_t at, const PlacedChunk& c) { return at < before_of(c); });
    return static_cast<size_t>(behind - chunks.begin()) - 1;
  }
  static Placed<T> at(const std::vector<PlacedChunk>& chunks, size_t chunk, size_t index) {
    const PlacedChunk& in = chunks[chunk];
    const Placed<T>& found = list_of(in)[index - before_of(in)];
    return {found.value, in.base + found.base};
  }

  const std::vector<PlacedChunk>* chunks_;
};

}  // namespace notes
