#include "notes/duplicate_candidates.h"

#include <algorithm>
#include <string>

#include "notes/key.h"

namespace notes {
namespace {

// What two titles must share when each has as many blocks as this or more.
constexpr size_t kManyBlocks = 4;

bool may_be_noted_twice(const Entry& entry) {
  return entry.strength == Strength::kStrong && !entry.title_key.empty();
}

// They do, or one has its authors where they are not seen: in its title.
bool may_share_author(const Entry& one, const Entry& other) {
  return one.author_key == other.author_key ? !one.author_key.empty()
                                            : one.author_key.empty() || other.author_key.empty();
}

struct Found {
  EntryId entry;
  bool is_sure = false;  // worth a comparison, whatever else is shared
};

// Calls f with each key under which the entry finds others, and whether one is enough.
template <class F>
void for_each_key(const Entry& entry, F f) {
  for (const Identifier& id : entry.identifiers)
    f(make_key(KeyKind::kIdentifier, to_string(id)), true);
  f(make_key(KeyKind::kTitle, entry.title_key), true);
  f(make_key(KeyKind::kShortTitle, entry.title_key), true);
  if (const std::string name = short_title_key(entry.title); !name.empty()) {
    f(make_key(KeyKind::kTitle, name), true);
    f(make_key(KeyKind::kShortTitle, name), true);
  }
  for (const Key block : entry.title_blocks) f(block, false);
}

// Nothing where too many hold the key.
void find(const Snapshot& vault, Key key, bool is_sure, std::vector<Found>& found) {
  const std::span<const NoteId> notes = vault.index().notes_with(key);
  if (notes.size() > kMostInBlock) return;
  const size_t before = found.size();
  for (const NoteId note : notes) {
    for (const EntryKey& held : vault.note(note)->entries_with(key))
      if (may_be_noted_twice(*vault.entry({note, held.entry})))
        found.push_back({{note, held.entry}, is_sure});
    if (found.size() - before > kMostInBlock) return found.resize(before);
  }
}

}  // namespace

std::vector<EntryId> candidates_of(const Snapshot& vault, const Entry& entry) {
  if (!may_be_noted_twice(entry)) return {};
  std::vector<Found> found;
  for_each_key(entry, [&](Key key, bool is_sure) { find(vault, key, is_sure, found); });
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.entry < b.entry; });
  std::vector<EntryId> out;
  for (size_t i = 0; i < found.size();) {
    const EntryId id = found[i].entry;
    size_t keys = 0;
    bool is_sure = false;
    for (; i < found.size() && found[i].entry == id; ++i) {
      ++keys;
      is_sure |= found[i].is_sure;
    }
    const Entry& other = *vault.entry(id);
    const size_t blocks = std::min(entry.title_blocks.size(), other.title_blocks.size());
    if (is_sure || keys >= 2 || blocks < kManyBlocks || may_share_author(entry, other))
      out.push_back(id);
  }
  return out;
}

std::vector<NoteId> notes_at_limit(const Snapshot& vault, const Entry& entry) {
  std::vector<NoteId> out;
  if (!may_be_noted_twice(entry)) return out;
  for_each_key(entry, [&](Key key, bool) {
    const std::span<const NoteId> notes = vault.index().notes_with(key);
    if (notes.size() > kMostInBlock + 1) return;
    size_t held = 0;
    for (const NoteId note : notes) held += vault.note(note)->entries_with(key).size();
    if (held + 1 >= kMostInBlock && held <= kMostInBlock + 1)
      out.insert(out.end(), notes.begin(), notes.end());
  });
  return out;
}

}  // namespace notes
