// What a reference means: the one place that decides it, for hover, definition, references and
// export alike. Pure: any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

struct Target {
  NoteId note = 0;
  std::optional<uint32_t> entry;  // index in the note, when an entry is meant
  Range range;  // what to show: the entry's title, a heading, or the note's first line

  bool operator==(const Target&) const = default;
};

struct Resolution {
  // The best first. More than one means that the name is ambiguous, or that the work is noted more
  // than once.
  std::vector<Target> targets;
  // What means them, in the asking note: the reference, which of a bare title is known to the byte
  // only now.
  Range range{};

  bool found() const { return !targets.empty(); }
};

// In order: identifier, path, name, title, and the title before its first colon where only one work
// is called so. What an index line says of a note is said of its entry. A title needs the same
// first author where both sides name one. Weak entries count where there is no strong one. What is
// only nearly called so is no answer here: see nearest_title.h. `from` is the note that holds the
// reference; where in it matters, too: a paper's own URL means the other places that note it first.
Resolution resolve(const Snapshot& vault, NoteId from, const Placed<Reference>& reference);

struct HoldersOfIdentifier {
  std::vector<EntryId> entries;  // by path and place; without weak ones where one is strong
  std::vector<Target> by_alias;  // where no entry has it
};
// What was found out already, in one snapshot.
struct Known {
  std::map<Identifier, HoldersOfIdentifier> by_identifier;
  // By title, author, venue and year as they are written: what entries_titled() gives where no
  // entry says its own title.
  std::unordered_map<std::string, std::vector<Target>> by_title;
  std::unordered_set<std::string> unnamed;  // what no note is called, seen from anywhere
};

// Answers for many references what resolve() does, and remembers who holds an identifier or a
// title: where a work is cited thousands of times, every question would go through all of it again.
// REQUIRES: the snapshot outlives it. One thread.
class Resolver {
 public:
  explicit Resolver(const Snapshot& vault) : vault_(vault) {}

  // With the best target alone.
  Resolution best(NoteId from, const Placed<Reference>& reference);
  // What of it means the entry; nothing where that is none of its targets.
  std::optional<Range> means(NoteId from, const Placed<Reference>& reference, EntryId entry);

 private:
  const Snapshot& vault_;
  Known known_;
};

// By author_key(): `maaten` may be `van der maaten`; who is silent contradicts nobody.
bool may_be_one_author(std::string_view a, std::string_view b);

// Every reference to this entry, note by note. Where an entry gives its own identifier it refers to
// nothing.
struct ReferenceId {
  NoteId note = 0;
  uint32_t index = 0;

  auto operator<=>(const ReferenceId&) const = default;
};
std::vector<ReferenceId> references_to(const Snapshot& vault, EntryId entry);
// Every link that leads to this note or to something in it, but for those that name a work in it by
// its title or key.
std::vector<ReferenceId> references_to_note(const Snapshot& vault, NoteId note);
// The same, by what of each means it (see Resolution).
struct Mention {
  ReferenceId id;
  Range range;
};
std::vector<Mention> mentions_of(const Snapshot& vault, EntryId entry);
std::vector<Mention> mentions_of_note(const Snapshot& vault, NoteId note);

}  // namespace notes
