#include "notes/entry_changes.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "notes/changes.h"

namespace notes {
namespace {

// Chunks that a note has before and after: what stands in one stays, and nobody looks inside.
using Shared = std::unordered_set<const Chunk*>;

Shared shared_by(const Differing& chunks) {
  Shared before, out;
  for (const PlacedChunk& in : chunks.before) before.insert(in.chunk.get());
  for (const PlacedChunk& in : chunks.after)
    if (before.contains(in.chunk.get())) out.insert(in.chunk.get());
  return out;
}

// Those over posts count twice, so that it is seen where a heading comes to be one.
std::vector<uint32_t> headings_in(const PlacedChunk& in) {
  std::vector<uint32_t> out;
  for (const Placed<Section>& section : in.chunk->sections)
    if (heading_of(*section))
      out.insert(out.end(), section->census.names_posts ? 2 : 1, in.base + section.base);
  return out;
}

using Stayed = std::unordered_map<const Entry*, const Entry*>;  // by what was or is: what is

// Where an entry that stayed stands: on which line, and how many headings are above it, but for
// those in shared chunks. Of a shared chunk, the first: the others stand with it.
struct Stand {
  const Entry* entry = nullptr;
  uint32_t line = 0;
  size_t headings = 0;
};
struct Stands {
  std::vector<Stand> entries;
  size_t headings = 0;  // of all chunks that are not shared
};
Stands stands_in(const Note& note, std::span<const PlacedChunk> chunks, const Shared& shared,
                 const Stayed& stayed) {
  Stands out;
  for (const PlacedChunk& in : chunks) {
    const bool is_shared = shared.contains(in.chunk.get());
    const std::vector<uint32_t> headings = is_shared ? std::vector<uint32_t>() : headings_in(in);
    size_t above = 0;
    for (const Placed<Entry>& entry : in.chunk->entries) {
      const uint32_t title = in.base + entry.at(entry->title_range).begin;
      while (above < headings.size() && headings[above] <= title) ++above;
      const auto found = stayed.find(entry.value);
      if (is_shared || found != stayed.end())
        out.entries.push_back({is_shared ? entry.value : found->second, note.text().line_of(title),
                               out.headings + above});
      if (is_shared) break;
    }
    out.headings += headings.size();
  }
  return out;
}

bool says_the_same(const Entry& a, const Entry& b) {
  return a.title == b.title && a.authors == b.authors && a.et_al == b.et_al && a.venue == b.venue &&
         a.year == b.year && a.identifiers == b.identifiers && a.strength == b.strength &&
         a.form == b.form;
}

// Finds among the entries that came those that stayed, or say what one that went has said.
Stayed compare(const Differing& chunks, const Shared& shared, EntryChanges& out) {
  std::unordered_set<const Entry*> left;
  std::unordered_multimap<std::string_view, const Entry*> by_title;
  for (const PlacedChunk& in : chunks.before) {
    if (shared.contains(in.chunk.get())) continue;
    for (const Placed<Entry>& entry : in.chunk->entries) {
      left.insert(entry.value);
      by_title.emplace(entry->title_key, entry.value);
    }
  }
  Stayed stayed;
  std::vector<EntryId> come;
  const auto each = [&](auto f) {
    for (const PlacedChunk& in : chunks.after)
      for (uint32_t i = 0; !shared.contains(in.chunk.get()) && i < in.chunk->entries.size(); ++i)
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
  out.is_renamed = !std::ranges::equal(before->other_names(), after->other_names());
  const Differing chunks = differing(before, after);
  const Shared shared = shared_by(chunks);
  const Stayed stayed = compare(chunks, shared, out);
  const Stands were = stands_in(*before, chunks.before, shared, stayed),
               are = stands_in(*after, chunks.after, shared, stayed);
  // What follows the chunks that differ has as many more lines and headings above as they have.
  out.moves_lines = before->text().line_count() != after->text().line_count() ||
                    !std::ranges::equal(were.entries, are.entries, {}, &Stand::line, &Stand::line);
  out.moves_headings =
      were.headings != are.headings ||
      !std::ranges::equal(were.entries, are.entries, [](const Stand& a, const Stand& b) {
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
