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

void Checker::look(View view, std::function<void(Sight&)> look) {
  auto sight = std::make_shared<Sight>();
  sight->view_ = std::move(view);
  sight->checker_ = this;
  in_turn_([self = shared_from_this(), sight, look = std::move(look)]() mutable {
    notes::DuplicateBook::Followed followed = self->book_.follow(sight->view_.vault);
    std::set<notes::NoteId> changed(followed.notes.begin(), followed.notes.end());
    if (followed.moves_places) changed.insert(self->with_pasted_.begin(), self->with_pasted_.end());
    sight->changed_.assign(changed.begin(), changed.end());
    look(*sight);
    // Snapshots are let go on the thread that owns what they share.
    Work& work = self->work_;
    work.on_io([self = std::move(self), sight = std::move(sight), look = std::move(look),
                before = std::move(followed.before)] {});
  });
}

std::string text_of(const std::vector<protocol::Diagnostic>& diagnostics) {
  return diagnostics.empty() ? std::string() : protocol::to_text(diagnostics);
}

}  // namespace server
