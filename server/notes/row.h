// A few things side by side, kept in as little as they need: a pointer, and nothing at all where
// there are none, since most lists of a note are short and many are empty. Read and written as a
// std::vector. A row may be lent by an arena (arena.h), with all that is in it: then nothing of it
// is freed, and what is copied from it is its own. A value: as a std::vector.
#pragma once

#include <algorithm>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace notes {

template <class T>
class Row {
 public:
  using value_type = T;
  using size_type = size_t;
  using difference_type = std::ptrdiff_t;
  using reference = T&;
  using const_reference = const T&;
  using pointer = T*;
  using const_pointer = const T*;
  using iterator = T*;
  using const_iterator = const T*;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = std::reverse_iterator<const_iterator>;

  // What stands before the things.
  struct Head {
    uint32_t size = 0;
    uint32_t room = 0;
  };
  static constexpr uint32_t kLent = 1u << 31;  // of the room

  Row() = default;
  Row(std::initializer_list<T> all) : Row(all.begin(), all.end()) {}
  template <std::input_iterator It>
  Row(It first, It last) {
    append(first, last);
  }
  template <class Other>
  requires std::constructible_from<T, const Other&> Row(const std::vector<Other>& all)
      : Row(all.begin(), all.end()) {}
  Row(std::vector<T>&& all)
      : Row(std::make_move_iterator(all.begin()), std::make_move_iterator(all.end())) {}
  Row(const Row& other) : Row(other.begin(), other.end()) {}
  Row(Row&& other) noexcept : items_(std::exchange(other.items_, nullptr)) {}
  Row& operator=(Row other) noexcept {
    swap(other);
    return *this;
  }
  ~Row() { let_go(); }

  operator std::vector<T>() const { return std::vector<T>(begin(), end()); }

  // `head` stays as long as this does. REQUIRES: it is followed by the things, and by so much room.
  static Row lent(Head* head) {
    Row out;
    head->room |= kLent;
    out.items_ = reinterpret_cast<T*>(head + 1);
    return out;
  }

  size_t size() const { return items_ ? head()->size : 0; }
  bool empty() const { return size() == 0; }
  size_t capacity() const { return items_ ? head()->room & ~kLent : 0; }
  T* data() { return items_; }
  const T* data() const { return items_; }
  T* begin() { return items_; }
  T* end() { return items_ + size(); }
  const T* begin() const { return items_; }
  const T* end() const { return items_ + size(); }
  const T* cbegin() const { return begin(); }
  const T* cend() const { return end(); }
  reverse_iterator rbegin() { return reverse_iterator(end()); }
  reverse_iterator rend() { return reverse_iterator(begin()); }
  const_reverse_iterator rbegin() const { return const_reverse_iterator(end()); }
  const_reverse_iterator rend() const { return const_reverse_iterator(begin()); }
  T& operator[](size_t at) { return items_[at]; }
  const T& operator[](size_t at) const { return items_[at]; }
  T& front() { return *items_; }
  const T& front() const { return *items_; }
  T& back() { return end()[-1]; }
  const T& back() const { return end()[-1]; }

  template <class... Values>
  T& emplace_back(Values&&... values) {
    const size_t at = size();
    if (at == capacity()) {
      T one{std::forward<Values>(values)...};  // it may be of this row
      grow(at + 1);
      ::new (static_cast<void*>(items_ + at)) T(std::move(one));
    } else {
      ::new (static_cast<void*>(items_ + at)) T{std::forward<Values>(values)...};
    }
    ++head()->size;
    return items_[at];
  }
  void push_back(const T& one) { emplace_back(one); }
  void push_back(T&& one) { emplace_back(std::move(one)); }
  void pop_back() {
    end()[-1].~T();
    --head()->size;
  }
  void reserve(size_t room) {
    if (room > capacity()) move_to(room);
  }
  void resize(size_t size_now) {
    reserve(size_now);
    while (size() < size_now) emplace_back();
    while (size() > size_now) pop_back();
  }
  void shrink_to_fit() {
    if (is_lent() || size() == capacity()) return;
    if (empty())
      let_go();
    else
      move_to(size());
  }
  void clear() { resize(0); }
  void swap(Row& other) noexcept { std::swap(items_, other.items_); }

  T* insert(const T* before, T one) { return insert(before, &one, &one + 1); }
  template <std::input_iterator It>
  T* insert(const T* before, It first, It last) {
    const auto at = before - begin();
    const auto was = static_cast<std::ptrdiff_t>(size());
    append(first, last);
    std::rotate(begin() + at, begin() + was, end());
    return begin() + at;
  }
  T* erase(const T* first, const T* last) {
    T* const to = begin() + (first - begin());
    if (first == last) return to;
    T* const behind = std::move(begin() + (last - begin()), end(), to);
    while (end() != behind) pop_back();
    return to;
  }
  T* erase(const T* one) { return erase(one, one + 1); }
  template <std::input_iterator It>
  void assign(It first, It last) {
    Row(first, last).swap(*this);
  }

  template <class Other>
  friend bool operator==(const Row& a, const std::vector<Other>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }
  friend auto operator<=>(const Row& a, const Row& b) {
    return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
  }
  friend bool operator==(const Row& a, const Row& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  Head* head() { return reinterpret_cast<Head*>(items_) - 1; }
  const Head* head() const { return reinterpret_cast<const Head*>(items_) - 1; }
  bool is_lent() const { return items_ && (head()->room & kLent) != 0; }

  template <class It>
  void append(It first, It last) {
    if constexpr (std::forward_iterator<It>)
      reserve(size() + static_cast<size_t>(std::distance(first, last)));
    for (; first != last; ++first) push_back(T(*first));
  }
  void grow(size_t least) { move_to(std::max({least, 2 * capacity()})); }
  void move_to(size_t room) {
    static_assert(alignof(T) <= alignof(Head*) && sizeof(Head) == alignof(Head*));
    auto* const made = ::new (::operator new(sizeof(Head) + room * sizeof(T)))
        Head{static_cast<uint32_t>(size()), static_cast<uint32_t>(room)};
    T* const to = reinterpret_cast<T*>(made + 1);
    std::uninitialized_move(begin(), end(), to);
    let_go();
    items_ = to;
  }
  void let_go() {
    if (items_ && !is_lent()) {
      std::destroy(begin(), end());
      ::operator delete(head());
    }
    items_ = nullptr;
  }

  T* items_ = nullptr;
};

// As std::erase() and std::erase_if().
template <class T, class If>
size_t erase_if(Row<T>& row, If when) {
  const auto gone = std::remove_if(row.begin(), row.end(), std::move(when));
  const auto count = static_cast<size_t>(row.end() - gone);
  row.erase(gone, row.end());
  return count;
}

template <class T>
size_t erase(Row<T>& row, const T& what) {
  return erase_if(row, [&](const T& one) { return one == what; });
}

}  // namespace notes
