#include "notes/duplicate_candidates.h"

#include <algorithm>
#include <string>

#include "notes/ascii.h"
#include "notes/key.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// What two titles must share when each has as many blocks as this or more.
constexpr size_t kManyBlocks = 4;

// They do, or one has its authors where they are not seen: in its title, or for its venue.
bool may_share_author(const Entry& one, const Entry& other) {
  if (!one.author_key.empty() && !other.author_key.empty())
    return one.author_key == other.author_key;
  const Entry &unsigned_one = one.author_key.empty() ? one : other,
              &signed_one = one.author_key.empty() ? other : one;
  const std::string& author = signed_one.author_key;
  return !author.empty() && (unsigned_one.title_key.find(author) != std::string::npos ||
                             fold(unsigned_one.venue).find(author) != std::string::npos);
}

struct Found {
  EntryId entry;
  bool is_sure = false;  // worth a comparison, whatever else is shared
};

// Gives false, and nothing, where too many hold the key.
bool find(const Snapshot& vault, Key key, bool is_sure, std::vector<Found>& found) {
  const std::span<const NoteId> notes = vault.index().notes_with(key);
  if (notes.size() > kMostInBlock) return false;
  const size_t before = found.size();
  for (const NoteId note : notes) {
    for (const EntryKey& held : vault.note(note)->entries_with(key))
      if (may_be_noted_twice(*vault.entry({note, held.entry})))
        found.push_back({{note, held.entry}, is_sure});
    if (found.size() - before > kMostInBlock) {
      found.resize(before);
      return false;
    }
  }
  return true;
}

// Drops those behind the first `known` that are candidates of none of the others, whatever the
// block says under which all of them stand: what else two share is in their titles or is sure.
void drop_strangers(const Snapshot& vault, std::vector<EntryId>& holders, size_t known) {
  const std::vector<EntryId> all(holders.begin() + static_cast<ptrdiff_t>(known), holders.end());
  std::vector<const Entry*> entries;
  for (const EntryId id : all) entries.push_back(vault.entry(id).value);
  std::vector<bool> stays(all.size());
  for (size_t i = 0; i < all.size(); ++i) {
    for (size_t k = i + 1; k < all.size(); ++k) {
      const std::vector<Key>&one = entries[i]->title_blocks, &other = entries[k]->title_blocks;
      const auto is_shared = [&](Key key) { return std::ranges::find(other, key) != other.end(); };
      const auto shared = static_cast<size_t>(std::ranges::count_if(one, is_shared));
      if (is_candidate(shared, false, *entries[i], *entries[k])) stays[i] = stays[k] = true;
    }
  }
  holders.resize(known);
  for (size_t i = 0; i < all.size(); ++i)
    if (stays[i]) holders.push_back(all[i]);
}

// Calls f with the key of each identifier that an entry is found by.
template <class F>
void for_each_identifier(const Entry& entry, F f) {
  for (const Identifier& id : entry.identifiers) {
    f(make_key(KeyKind::kIdentifier, to_string(id)));
    if (id.kind == IdentifierKind::kCitekey && !is_ascii_lower(id.value))
      f(make_key(KeyKind::kIdentifier, fold(to_string(id))));
  }
}

std::vector<Found> found_by(const Snapshot& vault, const Entry& entry) {
  std::vector<Found> found;
  for_each_identifier(entry, [&](Key key) { find(vault, key, true, found); });
  // Of two, the one is called what the other is titled; both must be rare.
  const auto title = [](KeyKind kind, std::string_view key) { return make_key(kind, key); };
  if (find(vault, title(KeyKind::kTitle, entry.title_key), true, found))
    find(vault, title(KeyKind::kShortTitle, entry.title_key), true, found);
  if (const std::string name = short_title_key(entry.title); !name.empty())
    if (find(vault, title(KeyKind::kShortTitle, name), true, found))
      find(vault, title(KeyKind::kTitle, name), true, found);
  for (const Key block : entry.title_blocks) find(vault, block, false, found);
  return found;
}

}  // namespace

bool may_be_noted_twice(const Entry& entry) {
  return entry.strength == Strength::kStrong && !entry.title_key.empty();
}

bool is_candidate(size_t keys, bool is_sure, const Entry& one, const Entry& other) {
  const size_t blocks = std::min(one.title_blocks.size(), other.title_blocks.size());
  return is_sure || keys >= 2 || blocks < kManyBlocks || may_share_author(one, other);
}

std::vector<EntryId> candidates_of(const Snapshot& vault, const Entry& entry) {
  if (!may_be_noted_twice(entry)) return {};
  std::vector<Found> found = found_by(vault, entry);
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
    if (is_candidate(keys, is_sure, entry, *vault.entry(id))) out.push_back(id);
  }
  return out;
}

std::vector<EntryId> holders_told_anew(const Snapshot& before, const Snapshot& after,
                                       const Entry& entry, size_t changed) {
  std::vector<EntryId> out;
  std::vector<Found> held;
  const auto says_something = [&](const Snapshot& vault, Key key) {
    held.clear();
    return find(vault, key, false, held);
  };
  const auto add = [&](Key key) {
    const std::span<const NoteId> notes = after.index().notes_with(key);
    if (notes.size() > kMostInBlock + changed) return;
    const size_t known = out.size();
    for (const NoteId note : notes)
      for (const EntryKey& holder : after.note(note)->entries_with(key))
        out.push_back({note, holder.entry});
    if (out.size() - known > kMostInBlock + changed) out.resize(known);
  };
  const auto add_if_turned = [&](Key key) {
    if (says_something(before, key) != says_something(after, key)) add(key);
  };
  for_each_identifier(entry, add);
  add_if_turned(make_key(KeyKind::kTitle, entry.title_key));
  add_if_turned(make_key(KeyKind::kShortTitle, entry.title_key));
  if (const std::string name = short_title_key(entry.title); !name.empty()) {
    add_if_turned(make_key(KeyKind::kTitle, name));
    add_if_turned(make_key(KeyKind::kShortTitle, name));
  }
  for (const Key block : entry.title_blocks) {
    const size_t known = out.size();
    add_if_turned(block);
    drop_strangers(after, out, known);
  }
  return out;
}

}  // namespace notes
