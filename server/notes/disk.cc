#include "notes/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "notes/unicode.h"

namespace notes {
namespace {

namespace fs = std::filesystem;

std::string without_mark(std::string bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.erase(0, std::string_view("\uFEFF").size());
  return bytes;
}

// No file has NUL in its name, and the system would look at what stands before it.
bool can_be_a_path(const std::string& path) {
  return !path.empty() && path.find('\0') == std::string::npos;
}

std::string normalised(const std::string& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error);
  std::string text = (error ? fs::path(path) : absolute).lexically_normal().generic_string();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

std::string joined(const std::string& folder, std::string_view name) {
  return folder.ends_with('/') ? folder + std::string(name) : folder + '/' + std::string(name);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  explicit operator bool() const { return number_ >= 0; }
  int operator*() const { return number_; }

 private:
  int number_;
};

// Where a file or folder was found, and where it is when no link is followed.
struct Found {
  std::string path;
  std::string real;  // empty: there
  const std::string& place() const { return real.empty() ? path : real; }
};

// Calls f with the name and the type of all that is in a folder, as far as it can be read.
template <class F>
void for_each_in(const std::string& folder, F f) {
  DIR* const all = ::opendir(folder.c_str());
  if (!all) return;
  struct Close {
    void operator()(DIR* open) const { ::closedir(open); }
  };
  const std::unique_ptr<DIR, Close> owner(all);
  while (const dirent* const one = ::readdir(all)) {
    const std::string_view name = one->d_name;
    if (name == "." || name == "..") continue;
    fs::file_type type = fs::file_type::unknown;
    if (one->d_type == DT_REG) type = fs::file_type::regular;
    if (one->d_type == DT_DIR) type = fs::file_type::directory;
    if (one->d_type == DT_LNK) type = fs::file_type::symlink;
    std::error_code error;
    if (one->d_type == DT_UNKNOWN) type = fs::symlink_status(joined(folder, name), error).type();
    f(name, type);
  }
}

bool is_valid_utf8(std::string_view name) {
  return is_ascii(name) || valid_utf8(std::string(name)) == name;
}

// Walks what is there without links first and the links after it, so that what can be reached both
// ways goes by the path without links. Every real folder is entered once, which ends loops.
class Walk {
 public:
  Walk(const Disk& disk, const Found& root, const Reading& reading)
      : reading_(reading), root_size_(root.path.size()), ignored_(disk, root.path, reading) {
    // A link back to a folder that holds the root is a loop, not a way to what lies beside it.
    for (fs::path at = root.place(); at != at.parent_path();)
      entered_.insert((at = at.parent_path()).generic_string());
    enter(root);
    follows_links_ = true;
    for (size_t i = 0; i < links_.size(); ++i) follow(links_[i]);
  }

  std::vector<std::string> take() {
    std::vector<std::string> paths;
    paths.reserve(files_.size());
    for (Found& file : files_) paths.push_back(std::move(file.path));
    // All begin with the root.
    const auto below = [&](const std::string& path) {
      return std::string_view(path).substr(std::min(path.size(), root_size_));
    };
    std::sort(paths.begin(), paths.end(),
              [&](const std::string& a, const std::string& b) { return below(a) < below(b); });
    return paths;
  }

 private:
  void enter(const Found& root) {
    size_t first_link = links_.size();
    for (std::vector<Found> open{root}; !open.empty();) {
      Found folder = std::move(open.back());
      open.pop_back();
      if (!entered_.insert(folder.place()).second) continue;
      for_each_in(folder.path, [&](std::string_view name, fs::file_type type) {
        if (!is_valid_utf8(name)) return;
        const auto found = [&] {
          return Found{joined(folder.path, name),
                       folder.real.empty() ? std::string() : joined(folder.real, name)};
        };
        if (type == fs::file_type::symlink) {
          links_.push_back(joined(folder.path, name));
        } else if (type == fs::file_type::directory) {
          if (Found one = found(); !ignored_.ignores(one.path, true))
            open.push_back(std::move(one));
        } else if (type == fs::file_type::regular && is_note_path(name, reading_)) {
          if (Found one = found(); !ignored_.ignores(one.path, false)) add(std::move(one));
        }
      });
    }
    // A folder comes in no order of its own; the same links must win every time.
    std::sort(links_.begin() + first_link, links_.end());
  }

  // By value, because entering a folder adds to the links.
  void follow(std::string link) {
    std::error_code error;
    std::string real = fs::canonical(link, error).generic_string();
    if (error) return;
    fs::file_status status = fs::status(real, error);
    if (ignored_.ignores(link, fs::is_directory(status))) return;
    if (fs::is_directory(status)) {
      enter({std::move(link), std::move(real)});
    } else if (fs::is_regular_file(status) && is_note_path(link, reading_)) {
      add({std::move(link), std::move(real)});
    }
  }

  // Without links, no file is found twice.
  void add(Found file) {
    if (!follows_links_) return files_.push_back(std::move(file));
    for (; known_ < files_.size(); ++known_) real_files_.insert(files_[known_].place());
    if (!real_files_.contains(file.place())) files_.push_back(std::move(file));
  }

  const Reading& reading_;
  const size_t root_size_;
  IgnoredPaths ignored_;
  std::vector<Found> files_;
  std::vector<std::string> links_;
  bool follows_links_ = false;
  size_t known_ = 0;  // how many of the files are in the following
  std::unordered_set<std::string> real_files_;
  std::set<std::string> entered_;
};

}  // namespace

std::vector<std::string> RealDisk::list(const std::string& root, const Reading& reading) const {
  if (!can_be_a_path(root)) return {};
  std::string path = normalised(root);
  std::error_code error;
  fs::file_status status = fs::status(path, error);
  if (fs::is_regular_file(status) && is_note_path(path, reading)) return {path};
  if (!fs::is_directory(status)) return {};
  std::string real = fs::canonical(path, error).generic_string();
  if (error) return {};
  if (real == path) real.clear();
  return Walk(*this, {path, real}, reading).take();
}

namespace {

constexpr int64_t kSecond = 1'000'000'000;

Stamp stamp_of(const struct stat& status) {
  return {int64_t{status.st_mtim.tv_sec} * kSecond + status.st_mtim.tv_nsec,
          static_cast<uint64_t>(status.st_size)};
}

// A regular file, to be read.
struct Opened {
  // A FIFO is not waited for, and told from a file before anything is read.
  explicit Opened(const std::string& path)
      : file(can_be_a_path(path) ? ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC) : -1) {
    struct stat status {};
    if (!file || ::fstat(*file, &status) != 0 || !S_ISREG(status.st_mode)) return;
    stamp = stamp_of(status);
    is_there = true;
  }

  Descriptor file;
  Stamp stamp;
  bool is_there = false;
};

// As many bytes from there on as there are, up to `size`.
std::optional<std::string> read_from(int file, uint64_t begin, uint64_t size) {
  std::string bytes(size, '\0');
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got =
        ::pread(file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

}  // namespace

std::optional<std::string> RealDisk::read(const std::string& path, Stamp* stamp) const {
  const Opened from(path);
  if (!from.is_there || from.stamp.size > kLargestNote) return std::nullopt;
  if (stamp) *stamp = from.stamp;
  std::optional<std::string> bytes = read_from(*from.file, 0, from.stamp.size);
  if (!bytes) return std::nullopt;
  return without_mark(*std::move(bytes));
}

std::optional<std::string> RealDisk::read_part(const std::string& path, Range part,
                                               const Stamp& as) const {
  const Opened from(path);
  if (!from.is_there || from.stamp != as) return std::nullopt;
  std::optional<std::string> bytes = read_from(*from.file, part.begin, part.size());
  if (!bytes || bytes->size() != part.size()) return std::nullopt;
  return bytes;
}

bool RealDisk::exists(const std::string& path) const {
  std::error_code error;
  return can_be_a_path(path) && fs::exists(path, error);
}

std::optional<Stamp> RealDisk::stamp(const std::string& path) const {
  struct stat status {};
  if (!can_be_a_path(path) || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  return stamp_of(status);
}

int64_t RealDisk::now() const {
  timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  return int64_t{time.tv_sec} * kSecond + time.tv_nsec;
}

std::vector<std::string> MemoryDisk::list(const std::string& root, const Reading& reading) const {
  std::string path = normalised(root);
  if (files.count(path) != 0 && is_note_path(path, reading)) return {path};
  std::vector<std::string> found;
  IgnoredPaths ignored(*this, path, reading);
  std::string below = joined(path, "");
  for (auto file = files.lower_bound(below); file != files.end(); ++file) {
    if (!file->first.starts_with(below)) break;
    if (is_note_path(file->first, reading) && !ignored.ignores_file(file->first))
      found.push_back(file->first);
  }
  return found;
}

namespace {

Stamp stamp_of(const std::string& bytes) {
  return {static_cast<int64_t>(std::hash<std::string>()(bytes)), bytes.size()};
}

}  // namespace

std::optional<std::string> MemoryDisk::read(const std::string& path, Stamp* stamp) const {
  auto file = files.find(path);
  if (file == files.end() || file->second.size() > kLargestNote) return std::nullopt;
  if (stamp) *stamp = stamp_of(file->second);
  return without_mark(file->second);
}

std::optional<std::string> MemoryDisk::read_part(const std::string& path, Range part,
                                                 const Stamp& as) const {
  auto file = files.find(path);
  if (file == files.end() || stamp_of(file->second) != as || part.end > as.size)
    return std::nullopt;
  return file->second.substr(part.begin, part.size());
}

std::optional<Stamp> MemoryDisk::stamp(const std::string& path) const {
  const auto file = files.find(path);
  return file == files.end() ? std::nullopt : std::optional(stamp_of(file->second));
}

bool MemoryDisk::exists(const std::string& path) const {
  auto file = files.lower_bound(path);
  if (file != files.end() && file->first == path) return true;
  std::string below = joined(path, "");
  file = files.lower_bound(below);
  return file != files.end() && file->first.starts_with(below);
}

}  // namespace notes
