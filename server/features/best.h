// The best of many: keeps no more than it must, so that the rest costs nothing but a comparison.
// Belongs to one call.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace features {

// T has an `int score` and an operator< by which the better comes first, the higher score before
// all else.
template <class T>
class Best {
 public:
  explicit Best(size_t limit) : limit_(limit) {}

  size_t limit() const { return limit_; }
  // Whether something of that score can still be among them.
  bool may_take(int score) const { return score >= least_; }
  int least() const { return least_; }
  // Whether this, or what comes behind it in order, can still be among them.
  bool may_take_like(const T& one) const {
    return limit_ > 0 && (!is_full_ || one < found_[limit_ - 1]);
  }

  void add(const T& one) {
    if (limit_ == 0 || !may_take(one.score)) return;
    if (is_full_ && !(one < found_[limit_ - 1])) return;
    found_.push_back(one);
    if (found_.size() >= 2 * limit_ + kSlack) drop_rest();
  }
  // So that it knows what it may still take: until then it takes more than it must.
  void settle() { drop_rest(); }

  // In order.
  std::vector<T> take() && {
    drop_rest();
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  static constexpr size_t kSlack = 64;

  void drop_rest() {
    if (found_.size() < limit_ || limit_ == 0) return;
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(limit_ - 1);
    std::nth_element(found_.begin(), last, found_.end());
    found_.resize(limit_);
    least_ = found_.back().score;
    is_full_ = true;  // and the worst of them stands at limit_ - 1
  }

  size_t limit_;
  std::vector<T> found_;
  int least_ = std::numeric_limits<int>::min();
  bool is_full_ = false;
};

}  // namespace features
