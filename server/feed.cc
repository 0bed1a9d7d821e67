#include "feed.h"

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <utility>

namespace server {

struct Feed::Timer {
  explicit Timer(asio::io_context& io) : timer(io) {}
  asio::steady_timer timer;
};

Feed::Feed(Work& work, Documents& documents, std::shared_ptr<Checker> checker, Publish publish)
    : work_(work),
      documents_(documents),
      checker_(std::move(checker)),
      publish_(std::move(publish)),
      timer_(std::make_unique<Timer>(work.io())) {}

Feed::~Feed() = default;

void Feed::turn(bool on) {
  if (on_ == on) return;
  on_ = on;
  if (on_) return touch_everything();
  for (const auto& [path, told] : told_) publish_({told.uri, documents_.version_of(path), {}});
  told_.clear();
}

void Feed::touch(const std::vector<notes::NoteId>& notes) {
  if (notes.empty()) return;
  touched_.insert(notes.begin(), notes.end());
  schedule();
}

void Feed::touch_everything() {
  for (notes::NoteId id = 0; id < documents_.view().vault->note_limit(); ++id) touched_.insert(id);
  schedule();
}

void Feed::release() {
  if (--holds_ == 0 && !touched_.empty()) schedule();
}

void Feed::schedule() {
  if (!on_ || holds_ > 0) return;
  timer_->timer.expires_after(delay_);
  timer_->timer.async_wait([weak = weak_from_this()](const std::error_code& error) {
    if (const auto self = weak.lock(); self && !error) self->check();
  });
}

void Feed::check() {
  // One look at a time: what changes meanwhile is looked at together.
  if (!on_ || holds_ > 0 || is_looking_ || touched_.empty()) return;
  is_looking_ = true;
  const View view = documents_.view();
  // Notes that are gone have nothing wrong with them.
  std::vector<Checked> gone;
  for (const auto& [path, told] : told_)
    if (!view.vault->find(path)) gone.push_back({path, std::nullopt, told.uri, {}, {}});
  tell(std::move(gone));
  checker_->look(view,
                 [weak = weak_from_this(), &work = work_, touched = std::exchange(touched_, {}),
                  versions = documents_.versions()](Checker::Sight& sight) mutable {
                   touched.insert(sight.changed().begin(), sight.changed().end());
                   std::vector<Checked> checked;
                   for (const notes::NoteId id : touched) {
                     const notes::Note* note = sight.view().vault->note(id);
                     if (!note) continue;
                     Checked& one = checked.emplace_back();
                     one.path = note->path();
                     if (const auto open = versions.find(one.path); open != versions.end())
                       one.version = open->second;
                     one.uri = sight.view().uris->of(one.path);
                     one.diagnostics = sight.diagnostics_of(id);
                     one.text = text_of(one.diagnostics);
                   }
                   work.on_io([weak, checked = std::move(checked)]() mutable {
                     if (const auto self = weak.lock()) self->looked(std::move(checked));
                   });
                 });
}

void Feed::looked(std::vector<Checked> checked) {
  is_looking_ = false;
  tell(std::move(checked));
  if (!touched_.empty()) schedule();
}

void Feed::tell(std::vector<Checked> checked) {
  if (!on_) return;
  for (Checked& one : checked) {
    // Typed on meanwhile: that change has touched the note again.
    if (documents_.version_of(one.path) != one.version) continue;
    const auto it = told_.find(one.path);
    const std::string& before = it == told_.end() ? std::string() : it->second.text;
    if (before == one.text) continue;
    if (one.text.empty())
      told_.erase(one.path);
    else
      told_[one.path] = {one.uri, std::move(one.text)};
    publish_({one.uri, one.version, std::move(one.diagnostics)});
  }
}

}  // namespace server
