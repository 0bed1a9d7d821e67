#include "notes/bonds.h"

#include <algorithm>

#include "notes/dense_groups.h"
#include "notes/duplicate_candidates.h"
#include "notes/listing.h"
#include "notes/verdict_reason.h"

namespace notes {
namespace {

constexpr size_t kMostTogether = 200;  // entries that hang together and are sorted into groups
constexpr float kNever = -1000;        // no average makes up for it
constexpr size_t kHoldersOfOne = 3;    // more works than this have an identifier of all of them

}  // namespace

std::vector<DuplicateGroup> Bonds::groups_around(EntryId entry) {
  std::vector<DuplicateGroup> out;
  if (candidates(entry).empty() || seen_.contains(entry)) return out;
  const std::vector<EntryId> together = component_of(entry);
  seen_.insert(together.begin(), together.end());
  const auto bond = [&](size_t i, size_t j) { return verdict(together[i], together[j]).score; };
  for (const std::vector<size_t>& members : dense_groups(together.size(), bond)) {
    std::vector<EntryId> entries;
    for (const size_t i : members) entries.push_back(together[i]);
    // The rest of what they are near to is told once, of the first in each group.
    for (const EntryId one : entries) {
      for (const EntryId other : candidates(one)) {
        const std::optional<Relation> relation = verdict(one, other).relation;
        if (!relation || *relation == Relation::kSameWork) continue;
        if (std::find(entries.begin(), entries.end(), other) != entries.end()) continue;
        const Pair pair{std::min(one, other), std::max(one, other)};
        if (told_.insert(pair).second) out.push_back(group(*relation, {pair.first, pair.second}));
      }
    }
    if (entries.size() < 2) continue;
    const Relation relation =
        are_cross_listed(entries) ? Relation::kCrossListing : Relation::kSameWork;
    out.push_back(group(relation, std::move(entries)));
  }
  return out;
}

std::vector<EntryId> Bonds::component_of(EntryId entry) {
  std::vector<EntryId> out{entry};
  std::set<EntryId> in{entry};
  for (size_t i = 0; i < out.size(); ++i) {
    for (const EntryId other : candidates(out[i])) {
      if (out.size() >= kMostTogether) break;
      if (!in.contains(other) && verdict(out[i], other).relation == Relation::kSameWork) {
        in.insert(other);
        out.push_back(other);
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

const std::vector<EntryId>& Bonds::candidates(EntryId entry) {
  const auto [at, is_new] = candidates_.try_emplace(entry);
  std::vector<EntryId>& out = at->second;
  if (!is_new || vault_.stands_aside(entry.note)) return out;
  out = candidates_of(vault_, *vault_.entry(entry));
  std::erase(out, entry);
  return out;
}

Verdict Bonds::verdict(EntryId one, EntryId other) {
  Verdict out;
  const Entry &a = *vault_.entry(one), &b = *vault_.entry(other);
  for (const NoteId note : {one.note, other.note}) {
    const DifferentWorks& different = vault_.note(note)->reading()->different_works;
    if (different.empty() || !different.hold(a, b)) continue;
    out.score = kNever;
    return out;
  }
  // Few pairs are related, and to compare whole notes is dear.
  const Verdict& said = verdict_on_said(said_by(one), said_by(other));
  return said.relation && are_mirrors(one.note, other.note) ? out : said;
}

bool Bonds::may_relate(const Entry& entry, EntryId other) {
  return verdict_on(profile(entry), profile(said_by(other))).relation.has_value();
}

const Verdict& Bonds::verdict_on_said(const Entry& one, const Entry& other) {
  const auto [at, is_new] = verdicts_.try_emplace({std::min(&one, &other), std::max(&one, &other)});
  if (!is_new) return at->second;
  at->second = verdict_on(profile(one), profile(other));
  if (at->second.relation == Relation::kIdentifierConflict && is_shared_widely(*at->second.shared))
    at->second.relation.reset();
  return at->second;
}

const Entry& Bonds::said_by(EntryId id) {
  const auto [at, is_new] = said_.try_emplace(id);
  if (!is_new) return *at->second;
  const Entry& entry = *vault_.entry(id);
  const std::hash<std::string> hash;
  std::vector<const Entry*>& alike =
      sayings_[hash(entry.title) * 31 + hash(entry.author_key) * 17 + hash(entry.venue)];
  const auto same = std::find_if(alike.begin(), alike.end(), [&](const Entry* other) {
    return other->title == entry.title && other->authors == entry.authors &&
           other->et_al == entry.et_al && other->venue == entry.venue &&
           other->year == entry.year && other->identifiers == entry.identifiers;
  });
  if (same != alike.end()) return *(at->second = *same);
  alike.push_back(&entry);
  return *(at->second = &entry);
}

const WorkProfile& Bonds::profile(const Entry& said) {
  const auto found = profiles_.find(&said);
  return found != profiles_.end() ? found->second
                                  : profiles_.emplace(&said, profile_of(said)).first->second;
}

bool Bonds::is_shared_widely(const Identifier& id) const {
  const Key key = make_key(KeyKind::kIdentifier, to_string(id));
  size_t holders = 0;
  for (const NoteId note : vault_.index().notes_with(key))
    holders += vault_.note(note)->entries_with(key).size();
  return holders > kHoldersOfOne;
}

bool Bonds::are_mirrors(NoteId one, NoteId other) {
  if (one == other) return false;
  const auto [at, is_new] = mirrors_.try_emplace({std::min(one, other), std::max(one, other)});
  if (!is_new) return at->second;
  const Note &a = *vault_.note(one), &b = *vault_.note(other);
  at->second = list_the_same(a, b) || is_part_of(a, b) || is_part_of(b, a);
  return at->second;
}

// Each but one is a line of a page that lists notes.
bool Bonds::are_listed(const std::vector<EntryId>& entries) const {
  const auto is_line = [&](EntryId id) {
    return is_listed_only(*vault_.note(id.note), *vault_.entry(id));
  };
  const auto noted = std::find_if_not(entries.begin(), entries.end(), is_line);
  if (noted == entries.end() || vault_.entry(*noted)->form != Form::kFile) return false;
  return std::all_of(entries.begin(), entries.end(), [&](EntryId id) {
    return id == *noted ||
           (is_line(id) && vault_.entry(id)->title_key == vault_.entry(*noted)->title_key);
  });
}

bool Bonds::are_cross_listed(const std::vector<EntryId>& entries) const {
  if (are_listed(entries)) return true;
  std::vector<const Heading*> headings;
  const Entry& first = *vault_.entry(entries.front());
  for (const EntryId entry : entries) {
    if (entry.note != entries.front().note) return false;
    // Who lists a work in two places on purpose links both to one page.
    if (vault_.entry(entry)->identifiers != first.identifiers) return false;
    const Heading* heading = listing_heading(*vault_.note(entry.note), entry.index);
    if (!heading || std::find(headings.begin(), headings.end(), heading) != headings.end())
      return false;
    headings.push_back(heading);
  }
  return true;
}

DuplicateGroup Bonds::group(Relation relation, std::vector<EntryId> entries) {
  std::vector<const WorkProfile*> works;
  float least = 1;
  for (size_t i = 0; i < entries.size(); ++i) {
    works.push_back(&profile(said_by(entries[i])));
    for (size_t j = 0; j < i; ++j)
      least = std::min(least, verdict(entries[i], entries[j]).title_share);
  }
  return {relation, std::move(entries), reason_in_words(works, relation, least)};
}

}  // namespace notes
