#include "checker.h"

#include <algorithm>

#include "features/diagnostics.h"
#include "memory.h"
#include "protocol/fields.h"

namespace server {

std::string Checker::Sight::diagnostics_of(notes::NoteId note) {
  const notes::Snapshot& vault = *view_.vault;
  if (!vault.note(note)) return {};
  const features::NotedAlready already = features::noted_already(vault, note);
  if (already.empty())
    checker_->noted_already_.erase(note);
  else
    checker_->noted_already_.insert(note);
  return checker_->pieces_.join(view_, note, checker_->book_.in(note), already);
}

std::string Checker::glance(const View& view, notes::NoteId note) {
  if (!view.vault->note(note)) return {};
  const auto diagnostics = to_lsp(view, note, features::diagnose(*view.vault, note));
  return diagnostics.empty() ? std::string() : protocol::to_text(diagnostics);
}

bool Checker::may_glance(const View& view, notes::NoteId note) {
  constexpr size_t kFewEntries = 200;
  return view.note(note).entries().size() <= kFewEntries;
}

void Checker::look(View view, Look look) {
  auto asked = std::make_shared<Asked>();
  asked->sight.view_ = std::move(view);
  asked->sight.checker_ = this;
  asked->look = std::move(look);
  asked_.push_back(std::move(asked));
  if (!is_at_work_) next();
}

// Being the one at work: from its first step until it is let go, however that comes about. Then,
// on the io thread, which owns what snapshots share, everything that it held is let go, and the
// next is called.
class Checker::Turn {
 public:
  Turn(std::shared_ptr<Checker> checker, std::shared_ptr<Asked> asked)
      : checker_(std::move(checker)), asked_(std::move(asked)) {}
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() {
    // Half a step leaves a book that nobody can go on from.
    if (!is_whole_) left_ = std::make_shared<notes::DuplicateBook>(checker_->start_anew());
    Work& work = checker_->work_;
    work.on_io([checker = std::move(checker_), asked = std::move(asked_), left = std::move(left_),
                before = std::move(before_), is_whole = is_whole_] {
      checker->is_at_work_ = false;
      // The first look has the whole vault to compare.
      if (is_whole && !checker->knows_all_) checker->work_.in_background(give_back_memory);
      checker->knows_all_ = is_whole;
      checker->next();
    });
  }

  void take() {
    Sight& sight = asked_->sight;
    notes::DuplicateBook::Followed followed = checker_->book_.follow(sight.view_.vault);
    before_ = std::move(followed.before);
    std::set<notes::NoteId> changed(followed.notes.begin(), followed.notes.end());
    const std::set<notes::NoteId>& already = checker_->noted_already_;
    if (followed.moves_places) changed.insert(already.begin(), already.end());
    sight.changed_.assign(changed.begin(), changed.end());
    asked_->look(sight);
    is_whole_ = true;
  }

 private:
  std::shared_ptr<Checker> checker_;
  std::shared_ptr<Asked> asked_;
  notes::DuplicateBook::SharedSnapshot before_;
  std::shared_ptr<notes::DuplicateBook> left_;
  bool is_whole_ = false;
};

void Checker::next() {
  if (asked_.empty()) return;
  is_at_work_ = true;
  const auto turn = [self = shared_from_this(), asked = std::move(asked_.front())]() mutable {
    Turn(std::move(self), std::move(asked)).take();
  };
  asked_.pop_front();
  // Requests go before the first look; what is typed meanwhile is glanced at.
  knows_all_ ? work_.beside_pool(turn) : work_.in_background(turn);
}

notes::DuplicateBook Checker::start_anew() {
  pieces_ = {};
  return std::exchange(book_, {});
}

}  // namespace server
