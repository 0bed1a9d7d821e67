// The bonds between the entries of one vault while it is asked about: verdicts on pairs, each made
// once, and the groups that they make. One thread, as long as the snapshot lives.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "notes/duplicates.h"
#include "notes/work_verdict.h"

namespace notes {

class Bonds {
 public:
  explicit Bonds(const Snapshot& vault) : vault_(vault) {}

  // The groups that the entry is in, and those of the entries it hangs together with, but for those
  // given before.
  std::vector<DuplicateGroup> groups_around(EntryId entry);

  // Whether the two say that they are related, whatever else is known. REQUIRES: the entry outlives
  // this; it need not be in the vault.
  bool may_relate(const Entry& entry, EntryId other);

 private:
  using Pair = std::pair<EntryId, EntryId>;

  const std::vector<EntryId>& candidates(EntryId entry);
  // What the two say, and what people and places say.
  Verdict verdict(EntryId one, EntryId other);
  const Verdict& verdict_on_said(const Entry& one, const Entry& other);
  // The first entry that says the same word by word: what is copied is judged once.
  const Entry& said_by(EntryId entry);
  const WorkProfile& profile(const Entry& said);
  bool are_mirrors(NoteId one, NoteId other);
  bool is_shared_widely(const Identifier& id) const;
  bool are_listed(const std::vector<EntryId>& entries) const;
  bool are_cross_listed(const std::vector<EntryId>& entries) const;

  std::vector<EntryId> component_of(EntryId entry);
  DuplicateGroup group(Relation relation, std::vector<EntryId> entries);

  struct Hash {
    size_t operator()(EntryId id) const { return id.note * 0x9E3779B97F4A7C15U + id.index; }
  };

  const Snapshot& vault_;
  std::unordered_map<EntryId, std::vector<EntryId>, Hash> candidates_;
  std::unordered_map<EntryId, const Entry*, Hash> said_;
  std::unordered_map<size_t, std::vector<const Entry*>> sayings_;  // by a hash of what they say
  std::unordered_map<const Entry*, WorkProfile> profiles_;
  std::map<std::pair<const Entry*, const Entry*>, Verdict> verdicts_;
  std::map<std::pair<NoteId, NoteId>, bool> mirrors_;
  std::unordered_set<EntryId, Hash> seen_;
  std::set<Pair> told_;  // of pairs that are not the same work
};

}  // namespace notes
