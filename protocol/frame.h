// Cuts a byte stream into message bodies, as the LSP base protocol frames them: header lines, a
// blank line, then as many bytes as Content-Length says. Bytes may arrive in any split. A malformed
// frame is reported once and reading goes on at the next header that can be made out. One thread at
// a time; its peer's io thread owns it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace protocol {

struct FrameLimits {
  std::size_t header = std::size_t{16} << 10;
  std::size_t body = std::size_t{256} << 20;
};

// A body, or what was wrong where one should have been.
struct Frame {
  std::string body;
  std::string trouble;  // empty in a good frame
};

class FrameReader {
 public:
  explicit FrameReader(FrameLimits limits = {}) : limits_(limits) {}

  void feed(std::string_view bytes);

  // The next frame, or nothing until more bytes are fed. Call until it says nothing.
  std::optional<Frame> next();

 private:
  enum class State { kHeader, kBody, kLost };

  std::optional<Frame> read_header();
  std::optional<Frame> read_body();
  void find_header();
  Frame lose(std::string trouble, std::size_t count);
  void drop(std::size_t count);
  std::string_view rest() const;

  FrameLimits limits_;
  State state_ = State::kHeader;
  std::string buffer_;
  std::size_t start_ = 0;    // of what is not consumed yet
  std::size_t scanned_ = 0;  // bytes after start_ that hold no end of header
  std::size_t length_ = 0;   // of the body being read
};

std::string header_of(std::size_t body_size);
// `body` with its header before it.
std::string framed(std::string_view body);

}  // namespace protocol
