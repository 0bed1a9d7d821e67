#include "checker.h"

#include <algorithm>

#include "features/diagnostics.h"
#include "features/pasted_links.h"
#include "protocol/fields.h"

namespace server {

std::vector<protocol::Diagnostic> Checker::Sight::diagnostics_of(notes::NoteId note) {
  const notes::Snapshot& vault = *view_.vault;
  if (!vault.note(note)) return {};
  const std::vector<features::PastedLink> pasted = features::pasted_links(vault, note);
  if (pasted.empty())
    checker_->with_pasted_.erase(note);
  else
    checker_->with_pasted_.insert(note);
  return to_lsp(view_, note, features::diagnose(vault, note, checker_->book_.in(note), pasted));
}

void Checker::look(View view, Look look) {
  auto asked = std::make_shared<Asked>();
  asked->sight.view_ = std::move(view);
  asked->sight.checker_ = this;
  asked->look = std::move(look);
  asked_.push_back(std::move(asked));
  if (!is_at_work_) next();
}

void Checker::next() {
  if (asked_.empty()) return;
  is_at_work_ = true;
  work_.on_pool([self = shared_from_this(), asked = std::move(asked_.front())]() mutable {
    Sight& sight = asked->sight;
    notes::DuplicateBook::Followed followed = self->book_.follow(sight.view_.vault);
    std::set<notes::NoteId> changed(followed.notes.begin(), followed.notes.end());
    if (followed.moves_places) changed.insert(self->with_pasted_.begin(), self->with_pasted_.end());
    sight.changed_.assign(changed.begin(), changed.end());
    asked->look(sight);
    // Snapshots are let go on the thread that owns what they share.
    Work& work = self->work_;
    work.on_io(
        [self = std::move(self), asked = std::move(asked), before = std::move(followed.before)] {
          self->is_at_work_ = false;
          self->next();
        });
  });
  asked_.pop_front();
}

std::string text_of(const std::vector<protocol::Diagnostic>& diagnostics) {
  return diagnostics.empty() ? std::string() : protocol::to_text(diagnostics);
}

}  // namespace server
