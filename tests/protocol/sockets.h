// The client's side of a connection, for tests of peers: plain blocking descriptors, and the
// messages found in what was read.
#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "protocol/frame.h"
#include "protocol/json_text.h"

namespace protocol {

// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    close_if_open();
    number_ = other.release();
    return *this;
  }
  ~Descriptor() { close_if_open(); }

  int get() const { return number_; }
  int release() { return std::exchange(number_, -1); }
  void reset() { *this = Descriptor(-1); }

  void write_all(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t size = ::write(number_, text.data(), text.size());
      if (size <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(size));
    }
  }
  // Up to the end of the stream.
  std::string read_all() const {
    std::string out;
    char chunk[4096];
    for (ssize_t size = 0; (size = ::read(number_, chunk, sizeof chunk)) > 0;) {
      out.append(chunk, static_cast<std::size_t>(size));
    }
    return out;
  }
  void end_writing() const { shutdown(number_, SHUT_WR); }

 private:
  void close_if_open() const {
    if (number_ >= 0) close(number_);
  }

  int number_;
};

inline std::pair<Descriptor, Descriptor> socket_pair() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) std::abort();
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

inline std::vector<Json> messages_in(std::string_view bytes) {
  FrameReader reader;
  reader.feed(bytes);
  std::vector<Json> out;
  while (const auto frame = reader.next()) out.push_back(Json::parse(frame->body));
  return out;
}

inline std::string framed_request(const std::string& id, const std::string& method,
                                  const std::string& params = "{}") {
  return framed(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" +
                params + "}");
}

inline std::string framed_notification(const std::string& method,
                                       const std::string& params = "{}") {
  return framed(R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + "}");
}

// What `main` does for the whole process.
inline void ignore_sigpipe() { std::signal(SIGPIPE, SIG_IGN); }

// A folder of its own that goes with it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "papernotes-XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace protocol
