// The duplicates of a vault that people edit: what all_duplicates() says, kept from one snapshot to
// the next, so that an edit costs the entries that it concerns. It keeps the snapshot it followed
// last, and so is let go, as snapshots are, on the thread that owns what they share; until then one
// thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "notes/bonds.h"
#include "notes/snapshot.h"

namespace notes {

class DuplicateBook {
 public:
  using SharedSnapshot = std::shared_ptr<const Snapshot>;

  struct Followed {
    // The notes of which something else may be said than before: those that changed, those whose
    // groups did, and those whose groups name a place that moved. Sorted.
    std::vector<NoteId> notes;
    bool moves_places = false;  // of entries: who else names one may name another line
    SharedSnapshot before;      // no longer kept here
  };
  Followed follow(SharedSnapshot vault);

  using Number = uint32_t;  // of what is kept, and of nothing else ever

  // A group, and what tells whether the same is still said of it: where its entries stand, too.
  struct Said {
    Relation relation = Relation::kSameWork;
    std::vector<EntryId> entries;  // see DuplicateGroup
    std::string_view reason;       // until the next step
    Number number = 0;             // of what it is kept with
    uint32_t part = 0;             // which of the groups there
    uint64_t revision = 0;         // another once anything of it is

    DuplicateGroup group() const { return {relation, entries, std::string(reason)}; }
  };
  // What duplicates_in() says of the snapshot followed last.
  std::vector<Said> in(NoteId note) const;

 private:
  // Entries are known by where they are kept, which an edit elsewhere leaves alone.
  using Handle = const Entry*;
  struct Group {
    Relation relation = Relation::kSameWork;
    std::vector<Handle> entries;
    std::string reason;
  };
  struct Kept {
    std::vector<Handle> entries;  // of the company
    std::vector<Group> groups;
    uint64_t revision = 0;
  };
  class Following;

  void clear();
  void keep(const Company& company);
  Kept drop(Number number);
  // Calls f with the place of each entry that the company or its groups name, each once.
  template <class F>
  void for_each_place(const Kept& kept, F f) const;

  SharedSnapshot vault_ = std::make_shared<const Snapshot>();
  std::unordered_map<Number, Kept> kept_;
  Number next_ = 0;
  uint64_t revisions_ = 0;
  struct Named {
    EntryId at;                   // in vault_
    std::vector<Number> kept_in;  // sorted
  };
  std::unordered_map<Handle, Named> named_;
  std::map<NoteId, std::set<Number>> by_note_;
  Bonds::Mirrors mirrors_;  // that verdicts were made by
  // Of each note the lower ones that it was compared with, listed when there were so many mirrors_.
  std::unordered_map<NoteId, std::vector<NoteId>> compared_below_;
  size_t compared_ = 0;
};

}  // namespace notes
