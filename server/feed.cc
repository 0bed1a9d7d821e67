#include "feed.h"

#include <algorithm>
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
  for (const auto& [note, told] : told_) publish_({told.uri, documents_.version_of(told.path), {}});
  told_.clear();
}

void Feed::touch(const std::vector<notes::NoteId>& notes) {
  if (notes.empty()) return;
  touched_.some.insert(notes.begin(), notes.end());
  schedule();
}

void Feed::touch_everything() {
  touched_.all = true;
  schedule();
}

void Feed::release() {
  if (--holds_ == 0 && !touched_.empty()) schedule();
}

void Feed::schedule() {
  if (!on_ || holds_ > 0) return;
  // While the whole vault is looked at, processors have enough to do between two keys.
  constexpr std::chrono::milliseconds kBetweenKeys{50};
  const bool is_busy = is_looking_ && !checker_->knows_all();
  timer_->timer.expires_after(is_busy ? std::max(delay_, kBetweenKeys) : delay_);
  timer_->timer.async_wait([weak = weak_from_this()](const std::error_code& error) {
    if (const auto self = weak.lock(); self && !error) self->check();
  });
}

// One look, which ends even if it fails: what is typed later is looked at all the same.
class Feed::Looking {
 public:
  using End = void (Feed::*)(std::vector<Checked>);

  Looking(Work& work, std::weak_ptr<Feed> feed, End at_end)
      : work_(work), feed_(std::move(feed)), end_(at_end) {}
  ~Looking() {
    if (!is_over_) end({});
  }
  Looking(const Looking&) = delete;
  Looking& operator=(const Looking&) = delete;

  void end(std::vector<Checked> checked) {
    is_over_ = true;
    work_.on_io([feed = feed_, at_end = end_, checked = std::move(checked)]() mutable {
      if (const auto self = feed.lock()) (self.get()->*at_end)(std::move(checked));
    });
  }

 private:
  Work& work_;
  std::weak_ptr<Feed> feed_;
  End end_;
  bool is_over_ = false;
};

Feed::Checked Feed::checked(const View& view, notes::NoteId note, const Versions& versions,
                            std::string text) {
  const std::string& path = view.note(note).path();
  const auto open = versions.find(path);
  return {note, path, open == versions.end() ? std::nullopt : std::optional(open->second),
          view.uris->of(path), std::move(text)};
}

void Feed::check() {
  if (!on_ || holds_ > 0 || touched_.empty()) return;
  // One look at a time: what changes meanwhile is looked at together.
  if (!checker_->knows_all()) glance();
  if (is_looking_) return;
  is_looking_ = true;
  const View view = documents_.view();
  take_back_from_gone(view);
  // Of most notes nothing is wrong, and nothing was.
  auto quiet = [all = touched_.all, told = touched_.all ? told() : std::set<notes::NoteId>()](
                   notes::NoteId note) { return all && !told.contains(note); };
  checker_->look(view, [looking = std::make_shared<Looking>(work_, weak_from_this(), &Feed::looked),
                        touched = std::exchange(touched_, {}), quiet = std::move(quiet),
                        versions = documents_.versions()](Checker::Sight& sight) mutable {
    std::vector<Checked> checked;
    const auto check = [&](notes::NoteId id) {
      const notes::Note* const note = sight.view().vault->note(id);
      if (!note) return;
      std::string text = sight.diagnostics_of(id);
      if (text.empty() && quiet(id) && !versions.contains(note->path())) return;
      checked.push_back(Feed::checked(sight.view(), id, versions, std::move(text)));
    };
    if (touched.all) {
      for (notes::NoteId id = 0; id < sight.view().vault->note_limit(); ++id) check(id);
    } else {
      touched.some.insert(sight.changed().begin(), sight.changed().end());
      for (const notes::NoteId id : touched.some) check(id);
    }
    looking->end(std::move(checked));
  });
}

// While the first look goes through the whole vault, what is typed is looked at by itself. It stays
// touched: of others more may be said, too.
void Feed::glance() {
  if (is_glancing_) return;
  struct Job {
    View view;
    std::vector<notes::NoteId> notes;
    Versions versions;
  };
  auto job = std::make_shared<Job>(Job{documents_.view(), {}, documents_.versions()});
  for (const auto& [path, version] : documents_.versions())
    if (const std::optional<notes::NoteId> id = job->view.vault->find(path);
        id && touched_.has(*id) && Checker::may_glance(job->view, *id))
      job->notes.push_back(*id);
  if (job->notes.empty()) return;
  is_glancing_ = true;
  work_.beside_pool([job,
                     looking = std::make_shared<Looking>(work_, weak_from_this(), &Feed::glanced),
                     &work = work_]() mutable {
    std::vector<Checked> checked;
    for (const notes::NoteId id : job->notes)
      checked.push_back(
          Feed::checked(job->view, id, job->versions, Checker::glance(job->view, id)));
    looking->end(std::move(checked));
    // Snapshots are let go on the thread that owns what they share.
    work.on_io([job = std::move(job)] {});
  });
}

std::set<notes::NoteId> Feed::told() const {
  std::set<notes::NoteId> out;
  for (const auto& [note, told] : told_) out.insert(note);
  return out;
}

void Feed::glanced(std::vector<Checked> checked) {
  is_glancing_ = false;
  const bool typed_on = std::ranges::any_of(
      checked, [&](const Checked& one) { return documents_.version_of(one.path) != one.version; });
  tell(std::move(checked));
  if (typed_on) schedule();
}

// Notes that are gone have nothing wrong with them.
void Feed::take_back_from_gone(const View& view) {
  std::vector<Checked> gone;
  const auto look = [&](notes::NoteId id, const Told& told) {
    if (!view.vault->note(id)) gone.push_back({id, told.path, std::nullopt, told.uri, {}});
  };
  if (touched_.all) {
    for (const auto& [id, told] : told_) look(id, told);
  } else {
    for (const notes::NoteId id : touched_.some)
      if (const auto told = told_.find(id); told != told_.end()) look(id, told->second);
  }
  tell(std::move(gone));
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
    const auto it = told_.find(one.note);
    const std::string_view before = it == told_.end() ? std::string_view() : it->second.text;
    if (before == one.text) continue;
    publish_({one.uri, one.version, protocol::RawJson{one.text.empty() ? "[]" : one.text}});
    if (one.text.empty())
      told_.erase(one.note);
    else
      told_[one.note] = {one.path, one.uri, std::move(one.text)};
  }
}

}  // namespace server
