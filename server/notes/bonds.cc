#include "notes/bonds.h"

#include <algorithm>
#include <memory>

#include "notes/all_candidates.h"
#include "notes/ascii.h"
#include "notes/cross_listing.h"
#include "notes/dense_groups.h"
#include "notes/duplicate_candidates.h"
#include "notes/first_look.h"
#include "notes/verdict_reason.h"

namespace notes {
namespace {

// `3` where `id` is written as `2409.19606v3`; 0 where it is not.
int version_in(std::string_view text, std::string_view id) {
  for (size_t at = text.find(id); at != std::string_view::npos; at = text.find(id, at + 1)) {
    size_t end = at + id.size();
    if (end >= text.size() || text[end] != 'v') continue;
    int version = 0;
    for (++end; end < text.size() && version < 100 && is_ascii_digit(text[end]); ++end)
      version = version * 10 + (text[end] - '0');
    if (version > 0) return version;
  }
  return 0;
}

constexpr size_t kMostTogether = 200;   // entries that hang together and are sorted into groups
constexpr float kNever = -1000;         // no average makes up for it
constexpr size_t kMostProfiles = 1024;  // at a time, a kilobyte each
constexpr size_t kMostWaiting = 65536;  // pairs, to be judged in an order that suits
constexpr size_t kWorksOfOne = 3;       // more than these have an identifier of all of them
constexpr size_t kWorksOfDoi = 2;       // which may be of proceedings or of a book

// Of those that have candidates, each made once.
class FirstLooks {
 public:
  FirstLooks(const Snapshot& vault, const AllCandidates& all)
      : vault_(vault), all_(all), made_(all.size()) {}

  const FirstLook& at(AllCandidates::Number entry) {
    std::unique_ptr<FirstLook>& look = made_[entry];
    if (!look) look = std::make_unique<FirstLook>(*vault_.entry(all_.id_of(entry)));
    return *look;
  }
  void forget(AllCandidates::Number entry) { made_[entry].reset(); }

 private:
  const Snapshot& vault_;
  const AllCandidates& all_;
  std::vector<std::unique_ptr<FirstLook>> made_;
};

}  // namespace

void Bonds::judge_all() {
  AllCandidates all(vault_);
  FirstLooks looks(vault_, all);
  std::vector<Waiting> waiting;
  for (AllCandidates::Number i = 0; i < all.size(); ++i) {
    for (const AllCandidates::Number j : all.behind(i))
      if (looks.at(i).may_be_related(looks.at(j)))
        waiting.push_back({all.author_of(i), all.id_of(i), all.id_of(j)});
    looks.forget(i);
    if (waiting.size() >= kMostWaiting) judge_waiting(waiting);
  }
  judge_waiting(waiting);
  for (auto& [entry, others] : related_) std::sort(others.begin(), others.end());
  knows_all_ = true;
}

// Whom one author wrote are candidates of each other: one after the other they need few profiles.
void Bonds::judge_waiting(std::vector<Waiting>& waiting) {
  std::sort(waiting.begin(), waiting.end());
  for (const auto& [author, one, other] : waiting) {
    const Verdict found = judge(one, other, true);
    if (!found.relation) continue;
    related_[one].push_back(other);
    related_[other].push_back(one);
    verdicts_.emplace(Pair(one, other), found);
  }
  waiting.clear();
}

std::optional<Company> Bonds::company_of(EntryId entry) {
  if (seen_.contains(entry) || related(entry).empty()) return std::nullopt;
  Company out{component_of(entry), {}};
  const std::vector<EntryId>& together = out.entries;
  seen_.insert(together.begin(), together.end());
  const auto bond = [&](size_t i, size_t j) { return verdict(together[i], together[j]).score; };
  for (const std::vector<size_t>& members : dense_groups(together.size(), bond)) {
    std::vector<EntryId> entries;
    for (const size_t i : members) entries.push_back(together[i]);
    // The rest of what they are near to is told once, of the first in each group.
    for (const EntryId one : entries) {
      for (const EntryId other : related(one)) {
        const Relation relation = *verdict(one, other).relation;
        if (relation == Relation::kSameWork) continue;
        if (std::find(entries.begin(), entries.end(), other) != entries.end()) continue;
        const Pair pair{std::min(one, other), std::max(one, other)};
        if (told_.insert(pair).second)
          out.groups.push_back(group(relation, {pair.first, pair.second}));
      }
    }
    if (entries.size() > 1) tell(std::move(entries), out.groups);
  }
  return out;
}

void Bonds::tell(std::vector<EntryId> work, std::vector<DuplicateGroup>& out) {
  if (are_cross_listed(vault_, work)) {
    out.push_back(group(Relation::kCrossListing, std::move(work)));
    return;
  }
  // What only lists it is no third note of it.
  for (const auto& [line, noted] : listed_only(vault_, work)) {
    std::erase(work, line);
    out.push_back(group(Relation::kCrossListing, {std::min(line, noted), std::max(line, noted)}));
  }
  out.push_back(group(Relation::kSameWork, std::move(work)));
}

std::vector<EntryId> Bonds::component_of(EntryId entry) {
  std::vector<EntryId> out{entry};
  std::unordered_set<EntryId, Hash> in{entry};
  for (size_t i = 0; i < out.size(); ++i) {
    for (const EntryId other : related(out[i])) {
      if (out.size() >= kMostTogether) break;
      if (verdict(out[i], other).relation == Relation::kSameWork && in.insert(other).second)
        out.push_back(other);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

const std::vector<EntryId>& Bonds::related(EntryId entry) {
  static const std::vector<EntryId> nobody;
  if (knows_all_) {
    const auto found = related_.find(entry);
    return found == related_.end() ? nobody : found->second;
  }
  const auto [at, is_new] = related_.try_emplace(entry);
  if (!is_new || vault_.stands_aside(entry.note)) return at->second;
  std::vector<EntryId> out = candidates_of(vault_, *vault_.entry(entry));
  std::erase_if(out, [&](EntryId other) {
    return other == entry || !verdict(entry, other).relation.has_value();
  });
  return at->second = std::move(out);
}

const Verdict& Bonds::verdict(EntryId one, EntryId other) {
  const Pair pair{std::min(one, other), std::max(one, other)};
  const auto [at, is_new] = verdicts_.try_emplace(pair);
  if (is_new) at->second = judge(pair.first, pair.second, false);
  return at->second;
}

Verdict Bonds::judge(EntryId one, EntryId other, bool only_relations) {
  Verdict out;
  const Entry &a = *vault_.entry(one), &b = *vault_.entry(other);
  for (const NoteId note : {one.note, other.note}) {
    const DifferentWorks& different = vault_.note(note)->reading()->different_works;
    if (different.empty() || !different.hold(a, b)) continue;
    out.score = kNever;
    return out;
  }
  // Few pairs are related, and to compare whole notes is dear.
  Verdict said = verdict_on_said(a, b, only_relations);
  if (!said.relation || one.note == other.note) return said;
  const Likeness& notes = likeness_of(one.note, other.note);
  if (notes.are_mirrors) return out;
  // Nobody noted it again.
  said.is_of_copies = notes.are_nearly_copies && said.relation == Relation::kSameWork;
  if (said.is_of_copies) said.relation = Relation::kOtherVersion;
  return said;
}

Verdict Bonds::verdict_on_said(const Entry& one, const Entry& other, bool only_relations) {
  // Made again where they are needed again: all of them would take more than the entries do.
  if (profiles_.size() > kMostProfiles) profiles_.clear();
  const WorkProfile &a = profile(one), &b = profile(other);
  Verdict out = only_relations ? verdict_if_related(a, b) : verdict_on(a, b);
  if (out.relation == Relation::kIdentifierConflict && is_shared_widely(*out.shared))
    out.relation.reset();
  // Two preprints are two works, unless one of the numbers is a slip: another paper has it.
  if (out.is_of_two_preprints && !has_foreign_preprint(one) && !has_foreign_preprint(other)) {
    out.relation = Relation::kOtherVersion;
    out.score = -Verdict::kCertain;
  }
  return out;
}

bool Bonds::has_foreign_preprint(const Entry& entry) {
  return std::any_of(entry.identifiers.begin(), entry.identifiers.end(), [&](const Identifier& id) {
    return id.kind == IdentifierKind::kArxiv && works_with(id) > 1;
  });
}

const WorkProfile& Bonds::profile(const Entry& entry) {
  const auto found = profiles_.find(&entry);
  return found != profiles_.end() ? found->second
                                  : profiles_.emplace(&entry, profile_of(entry)).first->second;
}

bool Bonds::is_shared_widely(const Identifier& id) {
  const auto [at, is_new] = shared_widely_.try_emplace(id);
  const size_t most = id.kind == IdentifierKind::kDoi ? kWorksOfDoi : kWorksOfOne;
  if (is_new) at->second = works_with(id) > most;
  return at->second;
}

// Works, not entries: a wrong identifier is no less wrong when the right one is noted often. No
// more are counted than matter.
size_t Bonds::works_with(const Identifier& id) {
  const Key key = make_key(KeyKind::kIdentifier, to_string(id));
  std::vector<const WorkProfile*> works;
  for (const NoteId note : vault_.index().notes_with(key)) {
    for (const EntryKey& held : vault_.note(note)->entries_with(key)) {
      const WorkProfile& work = profile(*vault_.entry({note, held.entry}));
      const bool is_another =
          std::all_of(works.begin(), works.end(), [&](const WorkProfile* known) {
            return verdict_on(work, *known).relation == Relation::kIdentifierConflict;
          });
      if (is_another) works.push_back(&work);
      if (works.size() > kWorksOfOne) return works.size();
    }
  }
  return works.size();
}

const Likeness& Bonds::likeness_of(NoteId one, NoteId other) {
  const auto [at, is_new] = mirrors_.try_emplace({std::min(one, other), std::max(one, other)});
  if (is_new) at->second = likeness(listing(one), listing(other));
  return at->second;
}

const Listing& Bonds::listing(NoteId note) {
  const auto found = listings_.find(note);
  return found != listings_.end()
             ? found->second
             : listings_.emplace(note, Listing(*vault_.note(note))).first->second;
}

DuplicateGroup Bonds::group(Relation relation, std::vector<EntryId> entries) {
  float least = 1;
  for (size_t i = 0; i < entries.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      least = std::min(least, verdict(entries[i], entries[j]).title_share);
  // Judging may let profiles go; looking at them does not.
  std::vector<const WorkProfile*> works;
  for (const EntryId id : entries) works.push_back(&profile(*vault_.entry(id)));
  std::string reason = reason_in_words(works, relation, least);
  if (const std::string versions = versions_of(entries); !versions.empty())
    reason += ", " + versions;
  if (relation == Relation::kOtherVersion && verdict(entries[0], entries[1]).is_of_copies)
    reason += ", nearly the same text";
  return {relation, std::move(entries), std::move(reason)};
}

const Text& Bonds::text_of(NoteId id) {
  const Note& note = *vault_.note(id);
  if (!note.is_at_rest()) return note.text();
  if (!read_ || read_->first != id) read_.emplace(id, note.whole_text().value_or(Text()));
  return read_->second;
}

std::string Bonds::versions_of(const std::vector<EntryId>& entries) {
  const auto is_arxiv = [](const Identifier& id) { return id.kind == IdentifierKind::kArxiv; };
  // Before anything is read from disk.
  ptrdiff_t ids = 0;
  for (const EntryId id : entries) {
    const Row<Identifier>& known = vault_.entry(id)->identifiers;
    ids += std::count_if(known.begin(), known.end(), is_arxiv);
  }
  if (ids < 2) return {};
  std::set<int> versions;
  for (const EntryId id : entries) {
    const Placed<Entry> entry = vault_.entry(id);
    const Range range = entry.range();
    // The front matter of a file stands before its title.
    const uint32_t begin = entry->form == Form::kFile ? 0 : range.begin;
    for (const Identifier& known : entry->identifiers)
      if (is_arxiv(known))
        if (const int version = version_in(text_of(id.note).slice({begin, range.end}), known.value))
          versions.insert(version);
  }
  if (versions.size() < 2) return {};
  std::string out = "arXiv";
  size_t left = versions.size();
  for (const int version : versions) {
    out += (left == versions.size() ? " v"
            : left == 1             ? " and v"
                                    : ", v") +
           std::to_string(version);
    --left;
  }
  return out;
}

}  // namespace notes
