// Looks for what is wrong in notes, for one session: it follows the vault from view to view, so
// that a look after an edit costs what the edit concerns. Made, asked and let go on the io thread;
// it works beside the pool, at one thing after another; and in the background, until it knows all.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "convert.h"
#include "diagnostic_pieces.h"
#include "notes/duplicate_book.h"
#include "work.h"

namespace server {

class Checker : public std::enable_shared_from_this<Checker> {
 public:
  // The vault as a view shows it, while it is looked at.
  class Sight {
   public:
    const View& view() const { return view_; }
    // Notes of which something else may be said than in the sight before. Sorted.
    const std::vector<notes::NoteId>& changed() const { return changed_; }
    // What the client is told of a note, as an array in JSON; empty where there is nothing, or no
    // such note.
    std::string diagnostics_of(notes::NoteId note);

   private:
    friend class Checker;
    View view_;
    std::vector<notes::NoteId> changed_;
    Checker* checker_ = nullptr;
  };

  explicit Checker(Work& work) : work_(work) {}

  // Whether it has gone through the whole vault, which the first look has to; until then a look
  // comes late.
  bool knows_all() const { return knows_all_; }
  bool is_at_work() const { return is_at_work_; }
  // What is told of one note: the same as after a look. It costs what is in the note, so it is for
  // the few where somebody types before a look can be had. Any thread.
  static std::string glance(const View& view, notes::NoteId note);
  // Whether the note is so short that it can be had at once. REQUIRES: the note is there.
  static bool may_glance(const View& view, notes::NoteId note);

  // Calls `look` beside the io thread, and then lets it go on the io thread. If it throws, that is
  // the end of it alone: whoever asks next is answered.
  using Look = std::function<void(Sight&)>;
  void look(View view, Look look);

 private:
  struct Asked {
    Sight sight;
    Look look;
  };
  class Turn;
  void next();
  notes::DuplicateBook start_anew();

  Work& work_;
  std::deque<std::shared_ptr<Asked>> asked_;
  bool is_at_work_ = false;
  bool knows_all_ = false;
  // For the one at work.
  notes::DuplicateBook book_;
  DiagnosticPieces pieces_;
  std::set<notes::NoteId> noted_already_;  // which names places in other notes
};

}  // namespace server
