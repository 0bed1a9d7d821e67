#include "notes/duplicate_candidates.h"

#include <algorithm>
#include <string>

#include "notes/ascii.h"
#include "notes/key.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// They do, or one has its authors where they are not seen: in its title, or for its venue.
bool may_share_author(const Entry& one, const Entry& other) {
  if (!one.author_key.empty() && !other.author_key.empty())
    return one.author_key == other.author_key;
  const Entry &unsigned_one = one.author_key.empty() ? one : other,
              &signed_one = one.author_key.empty() ? other : one;
  const std::string_view author = signed_one.author_key;
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

// Of those that stand under one block, the pairs that may be candidates by what their titles share.
// What makes two candidates for sure is no block.
void add_pairs(const Snapshot& vault, const std::vector<EntryId>& holders,
               std::vector<std::pair<EntryId, EntryId>>& out) {
  for (size_t i = 0; i < holders.size(); ++i) {
    const Entry& one = *vault.entry(holders[i]);
    for (size_t k = i + 1; k < holders.size(); ++k) {
      const Entry& other = *vault.entry(holders[k]);
      const size_t shared = std::ranges::count_if(one.title_blocks, [&](Key key) {
        return std::ranges::find(other.title_blocks, key) != other.title_blocks.end();
      });
      if (is_candidate(shared, false, one, other)) out.emplace_back(holders[i], holders[k]);
    }
  }
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

ToldAnew told_anew(const Snapshot& before, const Snapshot& after, const Entry& entry,
                   size_t changed) {
  std::vector<Found> held;
  const auto is_open = [&](const Snapshot& vault, Key key) {
    held.clear();
    return find(vault, key, false, held);
  };
  const auto add = [&](Key key, std::vector<EntryId>& out) {
    const std::span<const NoteId> notes = after.index().notes_with(key);
    if (notes.size() > kMostInBlock + changed) return;
    const size_t known = out.size();
    for (const NoteId note : notes)
      for (const EntryKey& holder : after.note(note)->entries_with(key))
        out.push_back({note, holder.entry});
    if (out.size() - known > kMostInBlock + changed) out.resize(known);
  };
  ToldAnew out;
  for_each_identifier(entry, [&](Key key) { add(key, out.entries); });
  std::vector<Key> titles{make_key(KeyKind::kTitle, entry.title_key),
                          make_key(KeyKind::kShortTitle, entry.title_key)};
  if (const std::string name = short_title_key(entry.title); !name.empty())
    titles.insert(titles.end(),
                  {make_key(KeyKind::kTitle, name), make_key(KeyKind::kShortTitle, name)});
  for (const Key title : titles)
    if (is_open(before, title) != is_open(after, title)) add(title, out.entries);
  for (const Key block : entry.title_blocks) {
    const bool opens = is_open(after, block);
    if (is_open(before, block) == opens) continue;
    std::vector<EntryId> holders;
    add(block, holders);
    if (opens)
      add_pairs(after, holders, out.pairs);
    else
      out.parted.insert(out.parted.end(), holders.begin(), holders.end());
  }
  return out;
}

}  // namespace notes
