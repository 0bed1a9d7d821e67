#include "notes/entry_changes.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "notes/changes.h"

namespace notes {
namespace {

std::vector<Placed<Entry>> entries_in(std::span<const PlacedChunk> chunks) {
  std::vector<Placed<Entry>> out;
  for (const PlacedChunk& in : chunks)
    for (const Placed<Entry>& entry : in.chunk->entries)
      out.push_back({entry.value, in.base + entry.base});
  return out;
}

std::vector<uint32_t> headings_in(std::span<const PlacedChunk> chunks) {
  std::vector<uint32_t> out;
  for (const PlacedChunk& in : chunks)
    for (const Placed<Section>& section : in.chunk->sections)
      if (heading_of(*section)) out.push_back(in.base + section.base);
  return out;
}

using Stayed = std::unordered_map<const Entry*, const Entry*>;  // by what was or is: what is

// Where an entry that stayed stands: on which line, and how many headings are above it.
struct Stand {
  const Entry* entry = nullptr;
  uint32_t line = 0;
  size_t headings = 0;
};
std::vector<Stand> stands_in(const Note& note, std::span<const PlacedChunk> chunks,
                             const Stayed& stayed) {
  std::vector<Stand> out;
  const std::vector<uint32_t> headings = headings_in(chunks);
  size_t above = 0;
  for (const Placed<Entry>& entry : entries_in(chunks)) {
    const uint32_t title = entry.at(entry->title_range).begin;
    while (above < headings.size() && headings[above] <= title) ++above;
    if (const auto found = stayed.find(entry.value); found != stayed.end())
      out.push_back({found->second, note.text().line_of(title), above});
  }
  return out;
}

bool says_the_same(const Entry& a, const Entry& b) {
  return a.title == b.title && a.authors == b.authors && a.et_al == b.et_al && a.venue == b.venue &&
         a.year == b.year && a.identifiers == b.identifiers && a.strength == b.strength &&
         a.form == b.form;
}

// Finds among the entries that came those that stayed, or say what one that went has said.
Stayed compare(const std::vector<Placed<Entry>>& was, std::span<const PlacedChunk> is,
               EntryChanges& out) {
  std::unordered_set<const Entry*> left;
  std::unordered_multimap<std::string_view, const Entry*> by_title;
  for (const Placed<Entry>& entry : was) {
    left.insert(entry.value);
    by_title.emplace(entry->title_key, entry.value);
  }
  Stayed stayed;
  std::vector<EntryId> come;
  const auto each = [&](auto f) {
    for (const PlacedChunk& in : is)
      for (uint32_t i = 0; i < in.chunk->entries.size(); ++i)
        f(in.chunk->entries[i].value, EntryId{out.note, in.before.entries + i});
  };
  each([&](const Entry* entry, EntryId) {
    if (left.erase(entry)) stayed.emplace(entry, entry);
  });
  each([&](const Entry* entry, EntryId id) {
    if (stayed.contains(entry)) return;
    const auto [first, last] = by_title.equal_range(entry->title_key);
    const auto same = std::find_if(first, last, [&](const auto& one) {
      return left.contains(one.second) && says_the_same(*one.second, *entry);
    });
    if (same == last) return out.come.push_back(id);
    left.erase(same->second);
    out.renewed.emplace_back(same->second, id);
    stayed.emplace(same->second, entry);
    stayed.emplace(entry, entry);
  });
  out.gone.assign(left.begin(), left.end());
  return stayed;
}

// As the vault knows it: a note that stands aside is not there.
const Note* known(const Snapshot& vault, NoteId note) {
  const Note* found = note < vault.note_limit() ? vault.note(note) : nullptr;
  return found && !vault.stands_aside(note) ? found : nullptr;
}

EntryChanges changes_of(NoteId id, const Note* before, const Note* after) {
  EntryChanges out;
  out.note = id;
  const bool may_stay = before && after && before->reading() == after->reading();
  if (!may_stay) {
    // What people say of a vault decides about every pair in it.
    if (before)
      for (const Placed<Entry>& entry : before->entries()) out.gone.push_back(entry.value);
    for (uint32_t i = 0; after && i < after->entries().size(); ++i) out.come.push_back({id, i});
    return out;
  }
  const Differing chunks = differing(before, after);
  const Stayed stayed = compare(entries_in(chunks.before), chunks.after, out);
  const std::vector<Stand> were = stands_in(*before, chunks.before, stayed),
                           are = stands_in(*after, chunks.after, stayed);
  // What follows the chunks that differ has as many more lines and headings above as they have.
  out.moves_lines = before->text().line_count() != after->text().line_count() ||
                    !std::ranges::equal(were, are, {}, &Stand::line, &Stand::line);
  out.moves_headings = headings_in(chunks.before).size() != headings_in(chunks.after).size() ||
                       !std::ranges::equal(were, are, [](const Stand& a, const Stand& b) {
                         return a.entry == b.entry && a.headings == b.headings;
                       });
  return out;
}

}  // namespace

std::vector<EntryChanges> entry_changes(const Snapshot& before, const Snapshot& after) {
  std::vector<EntryChanges> out;
  for (const NoteId id : after.changed_since(before))
    out.push_back(changes_of(id, known(before, id), known(after, id)));
  return out;
}

}  // namespace notes
