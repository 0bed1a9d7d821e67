// A disk in memory that a test changes while the pool reads from it. Any thread.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "notes/disk.h"

namespace testing_session {

class SharedDisk final : public notes::Disk {
 public:
  explicit SharedDisk(std::map<std::string, std::string> files) {
    memory_.files = std::move(files);
  }

  std::string at(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    return memory_.files.at(path);
  }
  void write(const std::string& path, std::string text) {
    const std::lock_guard lock(mutex_);
    memory_.files[path] = std::move(text);
  }
  void remove(const std::string& path) {
    const std::lock_guard lock(mutex_);
    memory_.files.erase(path);
  }

  std::vector<std::string> list(const std::string& root,
                                const notes::Reading& reading) const override {
    const std::lock_guard lock(mutex_);
    return memory_.list(root, reading);
  }
  std::optional<std::string> read(const std::string& path, notes::Stamp* stamp) const override {
    const std::lock_guard lock(mutex_);
    return memory_.read(path, stamp);
  }
  std::optional<std::string> read_part(const std::string& path, notes::Range part,
                                       const notes::Stamp& as) const override {
    const std::lock_guard lock(mutex_);
    return memory_.read_part(path, part, as);
  }
  bool exists(const std::string& path) const override {
    const std::lock_guard lock(mutex_);
    return memory_.exists(path);
  }
  std::optional<notes::Stamp> stamp(const std::string& path) const override {
    const std::lock_guard lock(mutex_);
    return memory_.stamp(path);
  }
  int64_t now() const override { return memory_.now(); }

 private:
  mutable std::mutex mutex_;
  notes::MemoryDisk memory_;
};

}  // namespace testing_session
