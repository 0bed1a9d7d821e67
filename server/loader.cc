#include "loader.h"

#include <algorithm>

namespace server {
namespace {

// A batch ends with so many files or bytes: few enough to come soon, many enough to be worth a
// turn.
constexpr size_t kBatchFiles = 64;
constexpr size_t kBatchBytes = 256u << 10;

}  // namespace

// A root may lie within another: the nearest, which comes later, says how a file is read.
void Loader::keep_nearest(std::vector<File>& files) {
  std::stable_sort(files.begin(), files.end(),
                   [](const File& a, const File& b) { return a.path < b.path; });
  const auto same = [](const File& a, const File& b) { return a.path == b.path; };
  const auto last = std::unique(files.rbegin(), files.rend(), same);
  files.erase(files.begin(), last.base());
}

void Loader::load(Roots roots, Callbacks callbacks) {
  callbacks_ = std::move(callbacks);
  work_.on_pool([self = shared_from_this(), roots = std::move(roots), cancelled = cancelled_] {
    auto files = std::make_shared<Files>();
    for (const auto& [root, reading] : roots) {
      if (*cancelled) break;
      for (std::string& path : self->disk_->list(root, *reading))
        files->all.push_back({std::move(path), reading});
    }
    if (roots.size() > 1) keep_nearest(files->all);
    self->work_.on_io([self, files] {
      self->readers_ = self->work_.threads();
      for (size_t i = 0; i < self->work_.threads(); ++i)
        self->work_.on_pool([self, files] { self->read_some(files); });
    });
  });
}

// On the pool: one batch, then another turn, so that requests get theirs in between.
void Loader::read_some(std::shared_ptr<Files> files) {
  std::vector<Read> read;
  bool last = false;
  for (size_t size = 0; read.size() < kBatchFiles && size < kBatchBytes;) {
    const size_t i = files->next.fetch_add(1);
    last = *cancelled_ || i >= files->all.size();
    if (last) break;
    const auto& [path, reading] = files->all[i];
    notes::Stamp stamp;
    std::optional<std::string> bytes = disk_->read(path, &stamp);
    Read& one = read.emplace_back(i, nullptr);
    if (!bytes) continue;
    size += bytes->size();
    one.second =
        notes::Note::parse_at_rest(path, notes::Text(*std::move(bytes)), reading, {disk_, stamp});
  }
  work_.on_io([self = shared_from_this(), read = std::move(read), all = files->all.size(),
               last]() mutable { self->arrived(std::move(read), all, last); });
  if (!last) work_.on_pool([self = shared_from_this(), files] { self->read_some(files); });
}

void Loader::arrived(std::vector<Read> read, size_t files, bool last) {
  for (Read& one : read) early_.insert(std::move(one));
  std::vector<std::shared_ptr<const notes::Note>> notes;
  for (auto at = early_.begin(); at != early_.end() && at->first == done_; ++done_) {
    if (at->second) notes.push_back(std::move(at->second));
    at = early_.erase(at);
  }
  if (!notes.empty() && !*cancelled_) callbacks_.batch(std::move(notes), done_, files);
  if (last && --readers_ == 0) {
    Callbacks callbacks = std::move(callbacks_);
    callbacks_ = {};
    callbacks.done(files, *cancelled_);
  }
}

}  // namespace server
