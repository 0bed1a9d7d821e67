#include "feed.h"

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>

#include "features/diagnostics.h"
#include "protocol/fields.h"

namespace server {

struct Feed::Timer {
  explicit Timer(asio::io_context& io) : timer(io) {}
  asio::steady_timer timer;
};

std::vector<protocol::Diagnostic> diagnostics_of(const View& view, notes::NoteId note) {
  if (!view.vault->note(note)) return {};
  return to_lsp(view, note, features::diagnose(*view.vault, note));
}

std::string text_of(const std::vector<protocol::Diagnostic>& diagnostics) {
  return diagnostics.empty() ? std::string() : protocol::to_text(diagnostics);
}

Feed::Feed(Work& work, Documents& documents, Publish publish)
    : work_(work),
      documents_(documents),
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

void Feed::schedule() {
  if (!on_) return;
  timer_->timer.expires_after(delay_);
  timer_->timer.async_wait([weak = weak_from_this()](const std::error_code& error) {
    if (const auto self = weak.lock(); self && !error) self->check();
  });
}

void Feed::check() {
  if (!on_ || touched_.empty()) return;
  const View view = documents_.view();
  std::vector<std::pair<notes::NoteId, Checked>> asked;
  for (notes::NoteId id : touched_) {
    const notes::Note* note = view.vault->note(id);
    if (note)
      asked.push_back({id,
                       {note->path(),
                        documents_.version_of(note->path()),
                        view.uris->of(note->path()),
                        {},
                        {}}});
  }
  // Notes that are gone have nothing wrong with them.
  std::vector<Checked> gone;
  for (const auto& [path, told] : told_)
    if (!view.vault->find(path)) gone.push_back({path, std::nullopt, told.uri, {}, {}});
  touched_.clear();
  tell(std::move(gone));
  work_.on_pool([weak = weak_from_this(), &work = work_, view, asked = std::move(asked)]() mutable {
    std::vector<Checked> checked;
    for (auto& [id, one] : asked) {
      one.diagnostics = diagnostics_of(view, id);
      one.text = text_of(one.diagnostics);
      checked.push_back(std::move(one));
    }
    // The view goes back with the answer: snapshots are let go on the thread that owns what they
    // share.
    work.on_io([weak, view = std::move(view), checked = std::move(checked)]() mutable {
      if (const auto self = weak.lock()) self->tell(std::move(checked));
    });
  });
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
