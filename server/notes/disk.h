// Where notes come from when no editor holds them: a seam, so that tests have a disk in memory.
// Paths are absolute, UTF-8, normalised, with `/`. A Disk is used by one thread at a time unless it
// says otherwise; RealDisk's const methods may run on several.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/range.h"
#include "notes/reading.h"

namespace notes {

// What tells one state of a file from another, as long as nobody sets clocks back.
struct Stamp {
  int64_t time = 0;   // in nanoseconds
  uint64_t size = 0;  // of all its bytes

  bool operator==(const Stamp&) const = default;
};

class Disk {
 public:
  virtual ~Disk() = default;
  // Every note file below `root` (or `root` itself when it is one), sorted, each once: symbolic
  // links are followed, loops are not, and what is not the user's notes (see IgnoredPaths) is left
  // out. Only regular files: never a FIFO or a device. Names that are not UTF-8 are passed over.
  virtual std::vector<std::string> list(const std::string& root,
                                        const Reading& reading = *default_reading()) const = 0;
  // The bytes, without a byte order mark; nothing when it cannot be read or is larger than
  // kLargestNote. `stamp`, if any, becomes the file's.
  virtual std::optional<std::string> read(const std::string& path,
                                          Stamp* stamp = nullptr) const = 0;
  // A part of the bytes, counted with the mark; nothing when the file is not what it was.
  virtual std::optional<std::string> read_part(const std::string& path, Range part,
                                               const Stamp& as) const = 0;
  virtual bool exists(const std::string& path) const = 0;
  // What read() would say of the file now, which is faster; nothing when it cannot be read.
  virtual std::optional<Stamp> stamp(const std::string& path) const = 0;
  // The time by the clock that stamps files.
  virtual int64_t now() const = 0;

  static constexpr uint64_t kLargestNote = 64u << 20;
};

class RealDisk final : public Disk {
 public:
  std::vector<std::string> list(const std::string& root,
                                const Reading& reading = *default_reading()) const override;
  std::optional<std::string> read(const std::string& path, Stamp* stamp = nullptr) const override;
  std::optional<std::string> read_part(const std::string& path, Range part,
                                       const Stamp& as) const override;
  bool exists(const std::string& path) const override;
  std::optional<Stamp> stamp(const std::string& path) const override;
  int64_t now() const override;
};

class MemoryDisk final : public Disk {
 public:
  std::map<std::string, std::string> files;
  std::vector<std::string> list(const std::string& root,
                                const Reading& reading = *default_reading()) const override;
  std::optional<std::string> read(const std::string& path, Stamp* stamp = nullptr) const override;
  std::optional<std::string> read_part(const std::string& path, Range part,
                                       const Stamp& as) const override;
  bool exists(const std::string& path) const override;
  std::optional<Stamp> stamp(const std::string& path) const override;
  int64_t now() const override { return std::numeric_limits<int64_t>::max(); }
};

}  // namespace notes
