#include "loader.h"

#include <algorithm>

namespace server {
namespace {

constexpr size_t kBatch = 64;

}  // namespace

void Loader::load(Roots roots, Callbacks callbacks) {
  callbacks_ = std::move(callbacks);
  work_.on_pool([self = shared_from_this(), roots = std::move(roots), cancelled = cancelled_] {
    auto files = std::make_shared<Files>();
    // A root may lie within another: the nearest, which comes later, says how a file is read.
    std::map<std::string, notes::SharedReading> found;
    for (const auto& [root, reading] : roots) {
      if (*cancelled) break;
      for (std::string& path : self->disk_->list(root, *reading))
        found.insert_or_assign(std::move(path), reading);
    }
    for (auto& [path, reading] : found) files->all.push_back({path, std::move(reading)});
    self->work_.on_io([self, files] {
      self->readers_ = self->work_.threads();
      for (size_t i = 0; i < self->work_.threads(); ++i)
        self->work_.on_pool([self, files] { self->read_some(files); });
    });
  });
}

// On the pool: one batch, then another turn, so that requests get theirs in between.
void Loader::read_some(std::shared_ptr<Files> files) {
  const size_t begin = files->next.fetch_add(kBatch);
  const size_t end = std::min(begin + kBatch, files->all.size());
  const bool last = *cancelled_ || begin >= files->all.size();
  std::vector<std::shared_ptr<const notes::Note>> notes;
  for (size_t i = begin; !last && i < end && !*cancelled_; ++i)
    if (std::optional<std::string> bytes = disk_->read(files->all[i].path))
      notes.push_back(notes::Note::parse(files->all[i].path, notes::Text(*std::move(bytes)),
                                         files->all[i].reading));
  work_.on_io([self = shared_from_this(), notes = std::move(notes), count = last ? 0 : end - begin,
               all = files->all.size(),
               last]() mutable { self->arrived(std::move(notes), count, all, last); });
  if (!last) work_.on_pool([self = shared_from_this(), files] { self->read_some(files); });
}

void Loader::arrived(std::vector<std::shared_ptr<const notes::Note>> notes, size_t count,
                     size_t files, bool last) {
  done_ += count;
  if (!notes.empty() && !*cancelled_) callbacks_.batch(std::move(notes), done_, files);
  if (last && --readers_ == 0) {
    Callbacks callbacks = std::move(callbacks_);
    callbacks_ = {};
    callbacks.done(files, *cancelled_);
  }
}

}  // namespace server
