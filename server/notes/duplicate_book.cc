#include "notes/duplicate_book.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "notes/cross_listing.h"
#include "notes/duplicate_candidates.h"
#include "notes/duplicate_order.h"
#include "notes/entry_changes.h"
#include "notes/listing.h"

namespace notes {
namespace {

// So many entries that came or went are dearer to follow than the whole vault to judge.
constexpr size_t kMany = 1000;
constexpr size_t kSoon = 256;       // a slack that may be used up
constexpr size_t kAheadOfTime = 2;  // notes compared again, a tenth of a millisecond for long ones
constexpr size_t kNotListed = std::numeric_limits<size_t>::max();

}  // namespace

template <class F>
void DuplicateBook::for_each_place(const Kept& kept, F f) const {
  std::set<Handle> named(kept.entries.begin(), kept.entries.end());
  for (const Group& group : kept.groups) named.insert(group.entries.begin(), group.entries.end());
  for (const Handle handle : named)
    if (const auto found = named_.find(handle); found != named_.end())
      f(found->first, found->second);
}

void DuplicateBook::clear() {
  kept_.clear();
  named_.clear();
  by_note_.clear();
  mirrors_.clear();
  compared_below_.clear();
  compared_ = 0;
}

void DuplicateBook::keep(const Company& company) {
  const Number number = next_++;
  Kept& kept = kept_[number];
  kept.revision = ++revisions_;
  const auto handle_of = [&](EntryId id) {
    const Handle handle = vault_->entry(id).value;
    Named& named = named_[handle];
    named.at = id;
    if (named.kept_in.empty() || named.kept_in.back() != number) named.kept_in.push_back(number);
    by_note_[id.note].insert(number);
    return handle;
  };
  std::ranges::transform(company.entries, std::back_inserter(kept.entries), handle_of);
  for (const DuplicateGroup& group : company.groups) {
    Group& said = kept.groups.emplace_back(Group{group.relation, {}, group.reason});
    std::ranges::transform(group.entries, std::back_inserter(said.entries), handle_of);
  }
}

DuplicateBook::Kept DuplicateBook::drop(Number number) {
  Kept kept = std::move(kept_.extract(number).mapped());
  std::vector<Handle> gone;
  for_each_place(kept, [&](Handle handle, const Named& named) {
    const auto in = by_note_.find(named.at.note);
    if (in != by_note_.end() && in->second.erase(number) && in->second.empty()) by_note_.erase(in);
    gone.push_back(handle);
  });
  for (const Handle handle : gone) {
    Named& named = named_[handle];
    std::erase(named.kept_in, number);
    if (named.kept_in.empty()) named_.erase(handle);
  }
  return kept;
}

std::vector<DuplicateBook::Said> DuplicateBook::in(NoteId note) const {
  std::vector<Said> out;
  const auto numbers = by_note_.find(note);
  if (numbers == by_note_.end()) return out;
  for (const Number number : numbers->second) {
    const Kept& kept = kept_.at(number);
    for (uint32_t part = 0; part < kept.groups.size(); ++part) {
      const Group& group = kept.groups[part];
      Said& said =
          out.emplace_back(Said{group.relation, {}, group.reason, number, part, kept.revision});
      for (const Handle handle : group.entries) said.entries.push_back(named_.at(handle).at);
      if (std::ranges::none_of(said.entries, [&](EntryId id) { return id.note == note; }))
        out.pop_back();
    }
  }
  put_in_order(*vault_, out);
  // Two companies may both tell of what their entries are to each other.
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Said& a, const Said& b) {
                          return a.relation == b.relation && a.entries == b.entries;
                        }),
            out.end());
  return out;
}

// One step from the snapshot before to the one after.
class DuplicateBook::Following {
 public:
  Following(DuplicateBook& book, const Snapshot& before)
      : book_(book),
        before_(before),
        vault_(*book.vault_),
        bonds_(vault_, book.mirrors_),
        changes_(entry_changes(before, vault_)),
        first_new_(book.next_) {
    for (const EntryChanges& note : changes_) changed_ += note.gone.size() + note.come.size();
  }

  bool concerns_much() const { return changed_ > kMany; }

  bool moves_places() const {
    return std::ranges::any_of(changes_, [](const EntryChanges& note) {
      return note.moves_lines || !note.gone.empty() || !note.come.empty();
    });
  }

  std::vector<NoteId> all_anew() {
    for (NoteId id = 0; id < vault_.note_limit(); ++id)
      if (vault_.note(id)) touched_.insert(id);
    book_.clear();
    changes_ = {};  // which are the whole vault's
    bonds_.judge_all();
    for (const NoteId id : touched_)
      for (uint32_t i = 0; i < vault_.note(id)->entries().size(); ++i)
        if (const std::optional<Company> company = bonds_.company_of({id, i})) keep(*company);
    return end();
  }

  std::vector<NoteId> only_what_changed() {
    for (const EntryChanges& note : changes_) {
      touched_.insert(note.note);
      for (const auto& [was, is] : note.renewed) rename(was, vault_.entry(is).value);
      move_places(note);
    }
    // Verdicts are made by what is known of mirrors.
    for (const EntryChanges& note : changes_) add_mirrored(note);
    for (const EntryChanges& note : changes_) {
      for (const Entry* entry : note.gone) add_around(*entry);
      for (const EntryId id : note.come) {
        waiting_.push_back(id);
        add_around(*vault_.entry(id));
      }
      // Where entries went, nothing of them is left.
      for (const Entry* entry : note.gone) drop_named(entry);
    }
    for (const EntryChanges& note : changes_) add_moved(note);
    while (!waiting_.empty()) {
      const EntryId id = waiting_.back();
      waiting_.pop_back();
      drop_named(vault_.entry(id).value);
      const std::optional<Company> company = bonds_.company_of(id);
      if (!company) continue;
      for (const EntryId other : company->entries) drop_named(vault_.entry(other).value);
      keep(*company);
    }
    return end();
  }

 private:
  void rename(Handle was, Handle is) {
    auto named = book_.named_.extract(was);
    if (named.empty()) return;
    for (const Number number : named.mapped().kept_in) {
      Kept& kept = book_.kept_.at(number);
      std::ranges::replace(kept.entries, was, is);
      for (Group& group : kept.groups) std::ranges::replace(group.entries, was, is);
    }
    named.key() = is;
    book_.named_.insert(std::move(named));
  }

  // Entries are known by where they are now; on another line or in a chunk made anew, they may be
  // said to be elsewhere.
  void move_places(const EntryChanges& note) {
    if (!book_.by_note_.contains(note.note) || !vault_.note(note.note)) return;
    const Note* const was = note.note < before_.note_limit() ? before_.note(note.note) : nullptr;
    const std::vector<PlacedChunk>& is = vault_.note(note.note)->chunks();
    const size_t known = was ? std::min(was->chunks().size(), is.size()) : 0;
    for (size_t i = 0; i < is.size(); ++i) {
      uint32_t index = is[i].before.entries;
      const bool stays = i < known && was->chunks()[i].chunk == is[i].chunk &&
                         was->chunks()[i].before.entries == index &&
                         was->chunks()[i].before.lines == is[i].before.lines;
      if (stays) continue;
      for (const Placed<Entry>& entry : is[i].chunk->entries) {
        if (const auto named = book_.named_.find(entry.value); named != book_.named_.end()) {
          named->second.at.index = index;
          for (const Number number : named->second.kept_in)
            book_.kept_.at(number).revision = ++book_.revisions_;
        }
        ++index;
      }
    }
  }

  // Whoever shares with an entry that came or went what only few may share. Who is something to it
  // is kept with it, or will be.
  void add_around(const Entry& entry) {
    const ToldAnew anew = told_anew(before_, vault_, entry, changed_);
    waiting_.insert(waiting_.end(), anew.entries.begin(), anew.entries.end());
    for (const auto& [one, other] : anew.pairs)
      if (bonds_.are_related(one, other)) waiting_.insert(waiting_.end(), {one, other});
    for (const EntryId id : anew.parted)
      if (book_.named_.contains(vault_.entry(id).value)) waiting_.push_back(id);
  }

  void add_moved(const EntryChanges& note) {
    const auto in = book_.by_note_.find(note.note);
    if (in == book_.by_note_.end()) return;
    std::set<Number> read_again;
    for (const auto& [was, is] : note.renewed)
      if (const auto at = book_.named_.find(vault_.entry(is).value); at != book_.named_.end())
        read_again.insert(at->second.kept_in.begin(), at->second.kept_in.end());
    if (note.moves_lines)
      for (const Number number : in->second) touch(book_.kept_.at(number));
    const bool concerns_all =
        note.moves_headings || note.is_renamed || note.gone.size() != note.come.size();
    for (const Number number : concerns_all ? std::set(in->second) : read_again)
      if (std::ranges::any_of(book_.kept_.at(number).groups, [&](const Group& group) {
            return is_told_otherwise(group, note.moves_headings);
          }))
        drop(number);
  }

  // What is named on purpose in several places is told so. In one note only its headings say it.
  bool is_told_otherwise(const Group& group, bool moves_headings) const {
    if (group.relation != Relation::kSameWork && group.relation != Relation::kCrossListing)
      return false;
    std::vector<EntryId> entries;
    for (const Handle handle : group.entries) entries.push_back(book_.named_.at(handle).at);
    const bool is_in_one_note =
        std::ranges::all_of(entries, [&](EntryId id) { return id.note == entries.front().note; });
    if (is_in_one_note && !moves_headings) return false;
    if (group.relation == Relation::kCrossListing) return !are_cross_listed(vault_, entries);
    return are_cross_listed(vault_, entries) || !listed_only(vault_, entries).empty();
  }

  // Which notes the note was compared with, the lower of the two first.
  std::vector<std::pair<NoteId, NoteId>> compared_with(NoteId note) {
    if (book_.compared_ != book_.mirrors_.size()) {
      book_.compared_below_.clear();
      for (const auto& [pair, like] : book_.mirrors_)
        book_.compared_below_[pair.second].push_back(pair.first);
      book_.compared_ = book_.mirrors_.size();
    }
    std::vector<std::pair<NoteId, NoteId>> out;
    for (auto at = book_.mirrors_.lower_bound({note, 0});
         at != book_.mirrors_.end() && at->first.first == note; ++at)
      out.push_back(at->first);
    if (const auto below = book_.compared_below_.find(note); below != book_.compared_below_.end())
      for (const NoteId other : below->second) out.push_back({other, note});
    return out;
  }

  // Copies of other notes that no longer are, and notes that have become one.
  void add_mirrored(const EntryChanges& changes) {
    const size_t changed = changes.gone.size() + changes.come.size();
    std::vector<Bonds::Mirrors::iterator> due, soon;
    for (const auto& pair : compared_with(changes.note)) {
      const auto at = book_.mirrors_.find(pair);
      const Note *a = vault_.note(pair.first), *b = vault_.note(pair.second);
      if (!a || !b) {
        book_.mirrors_.erase(at);
        book_.compared_ = kNotListed;
        continue;
      }
      const bool may_be_copies = at->second.are_copies || a->text().size() == b->text().size() ||
                                 (a->entries().size() == 1 && b->entries().size() == 1);
      const bool is_due = at->second.slack <= changed || may_be_copies;
      if (!is_due) at->second.slack -= changed;
      if (is_due)
        due.push_back(at);
      else if (at->second.slack < kSoon)
        soon.push_back(at);
    }
    // A few ahead of time, or those of a long list would all come due with one edit.
    const auto few = soon.begin() + static_cast<ptrdiff_t>(std::min(kAheadOfTime, soon.size()));
    std::ranges::partial_sort(soon, few, {}, [](const auto& at) { return at->second.slack; });
    due.insert(due.end(), soon.begin(), few);
    if (due.empty()) return;
    const Listing edited(*vault_.note(changes.note));
    for (const auto& at : due) compare_again(*at, changes.note, edited);
  }

  void compare_again(Bonds::Mirrors::value_type& pair, NoteId note, const Listing& edited) {
    auto& [ids, was] = pair;
    const auto [one, other] = ids;
    const Likeness is = one == note ? likeness(edited, Listing(*vault_.note(other)))
                                    : likeness(Listing(*vault_.note(one)), edited);
    if (is.are_mirrors != was.are_mirrors || is.are_nearly_copies != was.are_nearly_copies)
      for (const NoteId id : {one, other})
        for (uint32_t i = 0; i < vault_.note(id)->entries().size(); ++i)
          waiting_.push_back({id, i});
    was = is;
  }

  void drop_named(Handle handle) {
    const auto named = book_.named_.find(handle);
    if (named == book_.named_.end()) return;
    const std::vector<Number> numbers = named->second.kept_in;
    for (const Number number : numbers)
      if (number < first_new_) drop(number);
  }

  // Its entries are to be asked about again.
  void drop(Number number) {
    touch(book_.kept_.at(number));
    book_.for_each_place(book_.kept_.at(number), [&](Handle handle, const Named& named) {
      if (is_there(handle, named.at)) waiting_.push_back(named.at);
    });
    book_.drop(number);
  }

  bool is_there(Handle handle, EntryId at) const {
    const Note* note = vault_.note(at.note);
    return note && !vault_.stands_aside(at.note) && at.index < note->entries().size() &&
           note->entries()[at.index].value == handle;
  }

  void touch(const Kept& kept) {
    book_.for_each_place(kept, [&](Handle, const Named& named) { touched_.insert(named.at.note); });
  }

  void keep(const Company& company) {
    book_.keep(company);
    for (const DuplicateGroup& group : company.groups)
      for (const EntryId id : group.entries) touched_.insert(id.note);
  }

  std::vector<NoteId> end() { return {touched_.begin(), touched_.end()}; }

  DuplicateBook& book_;
  const Snapshot& before_;
  const Snapshot& vault_;
  Bonds bonds_;
  std::vector<EntryChanges> changes_;
  size_t changed_ = 0;
  Number first_new_;  // what was kept in this step is right
  std::vector<EntryId> waiting_;
  std::set<NoteId> touched_;
};

DuplicateBook::Followed DuplicateBook::follow(SharedSnapshot vault) {
  Followed out;
  out.before = std::exchange(vault_, std::move(vault));
  Following step(*this, *out.before);
  out.moves_places = step.moves_places();
  out.notes = step.concerns_much() ? step.all_anew() : step.only_what_changed();
  return out;
}

}  // namespace notes
