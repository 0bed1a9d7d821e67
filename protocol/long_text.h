// A text of megabytes in pieces that others may keep as well, so that it is sent without being
// copied. A value whose pieces never change; any thread may hold one.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace protocol {

class LongText {
 public:
  using Piece = std::shared_ptr<const std::string>;

  LongText() = default;
  LongText(std::string text) { add(std::move(text)); }

  void add(std::string text) {
    if (!text.empty()) add(std::make_shared<const std::string>(std::move(text)));
  }
  // REQUIRES: it is there.
  void add(Piece piece) {
    size_ += piece->size();
    pieces_.push_back(std::move(piece));
  }

  std::size_t size() const { return size_; }
  const std::vector<Piece>& pieces() const { return pieces_; }
  std::string str() const {
    std::string out;
    out.reserve(size_);
    for (const Piece& piece : pieces_) out += *piece;
    return out;
  }

 private:
  std::vector<Piece> pieces_;
  std::size_t size_ = 0;
};

}  // namespace protocol
