// The bonds between the entries of one vault while it is asked about: verdicts on pairs, each made
// once, and the groups that they make. One thread, as long as the snapshot lives.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "notes/duplicates.h"
#include "notes/listing.h"
#include "notes/work_verdict.h"

namespace notes {

// Entries that hang together, pair by pair, and the groups that they make; groups of what is not
// the same work reach beyond them.
struct Company {
  std::vector<EntryId> entries;  // sorted
  std::vector<DuplicateGroup> groups;
};

class Bonds {
 public:
  // Which notes are copies of each other, the lower first, as far as that was asked.
  using Mirrors = std::map<std::pair<NoteId, NoteId>, Likeness>;

  explicit Bonds(const Snapshot& vault) : vault_(vault), mirrors_(own_mirrors_) {}
  // What is known of mirrors is known to be still so, and is added to.
  Bonds(const Snapshot& vault, Mirrors& mirrors) : vault_(vault), mirrors_(mirrors) {}

  // Judges every pair of the vault that may be related, which is cheaper than one entry after the
  // other.
  void judge_all();

  // Of this entry; nothing when it was given before, with another of its entries.
  std::optional<Company> company_of(EntryId entry);

  // Whether they would be something to each other, if they are compared.
  bool are_related(EntryId one, EntryId other) { return verdict(one, other).relation.has_value(); }

 private:
  using Pair = std::pair<EntryId, EntryId>;  // the lower first

  struct Waiting {
    uint32_t author = 0;
    EntryId one, other;
    auto operator<=>(const Waiting&) const = default;
  };

  void judge_waiting(std::vector<Waiting>& waiting);
  const std::vector<EntryId>& related(EntryId entry);
  // What the two say, and what people and places say.
  const Verdict& verdict(EntryId one, EntryId other);
  // Of two that are nothing to each other it says how little only if that is wanted.
  Verdict judge(EntryId one, EntryId other, bool only_relations);
  Verdict verdict_on_said(const Entry& one, const Entry& other, bool only_relations);
  const WorkProfile& profile(const Entry& entry);
  // REQUIRES: two notes.
  const Likeness& likeness_of(NoteId one, NoteId other);
  const Listing& listing(NoteId note);
  bool is_shared_widely(const Identifier& id);
  size_t works_with(const Identifier& id);
  bool has_foreign_preprint(const Entry& entry);

  std::vector<EntryId> component_of(EntryId entry);
  // `arXiv v1 and v3`, where they name versions of an arXiv id, and not the same.
  std::string versions_of(const std::vector<EntryId>& entries);
  // Of a note at rest, as disk says it: empty when that no longer says what it did.
  const Text& text_of(NoteId note);
  DuplicateGroup group(Relation relation, std::vector<EntryId> entries);
  // Entries of one work: which are noted more than once, and which are only listed.
  void tell(std::vector<EntryId> work, std::vector<DuplicateGroup>& out);

  struct Hash {
    size_t operator()(EntryId id) const { return id.note * 0x9E3779B97F4A7C15U + id.index; }
    size_t operator()(const Pair& pair) const {
      return (*this)(pair.first) * 0xC2B2AE3D27D4EB4FU + (*this)(pair.second);
    }
  };

  const Snapshot& vault_;
  std::unordered_map<EntryId, std::vector<EntryId>, Hash> related_;
  bool knows_all_ = false;  // who is not in related_ is related to nobody
  std::unordered_map<const Entry*, WorkProfile> profiles_;
  std::unordered_map<Pair, Verdict, Hash> verdicts_;
  Mirrors own_mirrors_;
  Mirrors& mirrors_;
  std::unordered_map<NoteId, Listing> listings_;
  std::map<Identifier, bool> shared_widely_;
  std::optional<std::pair<NoteId, Text>> read_;  // the last note that was read from disk
  std::unordered_set<EntryId, Hash> seen_;
  std::set<Pair> told_;  // of pairs that are not the same work
};

}  // namespace notes
