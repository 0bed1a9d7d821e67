#include "title_keeper.h"

#include "notes/title_index.h"

namespace server {
namespace {

// To look through fewer takes less than a millisecond.
constexpr size_t kFewEntries = 2000;
// After so many changes it is asked how much is no more what it was.
constexpr size_t kSomeChanges = 64;

size_t entries_in(const notes::Snapshot& vault) {
  size_t out = 0;
  for (notes::NoteId id = 0; id < vault.note_limit(); ++id)
    if (const notes::Note* note = vault.note(id)) out += note->entries().size();
  return out;
}

}  // namespace

void TitleKeeper::forget() {
  is_wanted_ = is_making_ = false;
  ++version_;
  documents_.take(nullptr);
}

void TitleKeeper::make() {
  is_wanted_ = true;
  make(documents_.view());
}

void TitleKeeper::follow() {
  if (!is_wanted_ || is_making_ || ++changes_ < kSomeChanges) return;
  changes_ = 0;
  const View view = documents_.view();
  if (const notes::TitleIndex* titles = view.vault->titles()) {
    const size_t unknown = notes::TitleIndex::Sight(*titles, *view.vault).unknown_entries();
    if (unknown <= std::max(kFewEntries / 2, titles->size() / 32)) return;
  }
  make(view);
}

void TitleKeeper::make(View view) {
  is_making_ = true;
  // Until a later one is made, the one before answers.
  const bool is_first = !view.vault->titles();
  const auto work = [weak = weak_from_this(), view = std::move(view), &work = work_,
                     version = ++version_]() mutable {
    std::shared_ptr<const notes::TitleIndex> made;
    if (entries_in(*view.vault) > kFewEntries)
      made = std::make_shared<notes::TitleIndex>(*view.vault);
    // Snapshots are let go on the thread that owns what they share.
    work.on_io([weak, view = std::move(view), made = std::move(made), version] {
      const auto self = weak.lock();
      if (!self || self->version_ != version) return;
      self->is_making_ = false;
      self->documents_.take(made);
    });
  };
  is_first ? work_.on_pool(work) : work_.in_background(work);
}

}  // namespace server
