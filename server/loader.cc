#include "loader.h"

#include <algorithm>

namespace server {
namespace {

constexpr size_t kBatch = 64;

}  // namespace

void Loader::load(std::vector<std::string> roots, Callbacks callbacks) {
  callbacks_ = std::move(callbacks);
  work_.on_pool([self = shared_from_this(), roots = std::move(roots), cancelled = cancelled_] {
    auto files = std::make_shared<Files>();
    for (const std::string& root : roots) {
      if (*cancelled) break;
      std::vector<std::string> found = self->disk_->list(root);
      files->paths.insert(files->paths.end(), std::make_move_iterator(found.begin()),
                          std::make_move_iterator(found.end()));
    }
    std::sort(files->paths.begin(), files->paths.end());
    files->paths.erase(std::unique(files->paths.begin(), files->paths.end()), files->paths.end());
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
  const size_t end = std::min(begin + kBatch, files->paths.size());
  const bool last = *cancelled_ || begin >= files->paths.size();
  std::vector<std::shared_ptr<const notes::Note>> notes;
  for (size_t i = begin; !last && i < end && !*cancelled_; ++i)
    if (std::optional<std::string> bytes = disk_->read(files->paths[i]))
      notes.push_back(notes::Note::parse(files->paths[i], notes::Text(*std::move(bytes))));
  work_.on_io([self = shared_from_this(), notes = std::move(notes), count = last ? 0 : end - begin,
               all = files->paths.size(),
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
