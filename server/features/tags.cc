#include "features/tags.h"

#include <algorithm>

#include "features/render.h"
#include "notes/key.h"
#include "notes/tag_meaning.h"

namespace features {

using notes::EntryId;
using notes::Key;
using notes::Note;
using notes::NoteId;
using notes::PlacedChunk;
using notes::Snapshot;

namespace {

// Folding keeps the length of ASCII, so most headings need no folding to be told from the tag.
bool may_be_spelled(std::string_view text, const std::string& key) {
  return text.size() == key.size() || std::any_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '#';
         });
}

}  // namespace

notes::Key key_of_tag(std::string_view tag_key) { return make_key(notes::KeyKind::kTag, tag_key); }

std::span<const Key> EntryTags::of(NoteId note, const PlacedChunk& in, size_t entry) {
  const notes::Digest& digest = in.chunk->digest;
  if (digest.has_sure_tags()) return digest.tags(entry);
  made_.clear();
  const EntryId id{note, in.before.entries + static_cast<uint32_t>(entry)};
  for (const std::string_view tag : notes::tags_of(vault_, id)) {
    const auto [at, is_new] = known_.try_emplace(tag);
    if (is_new) at->second = key_of_tag(notes::tag_key(tag));
    made_.push_back(at->second);
  }
  return made_;
}

std::span<const Key> EntryTags::of(EntryId id) {
  const std::vector<PlacedChunk>& chunks = vault_.note(id.note)->chunks();
  const auto behind = std::upper_bound(
      chunks.begin() + 1, chunks.end(), id.index,
      [](uint32_t index, const PlacedChunk& in) { return index < in.before.entries; });
  return of(id.note, *(behind - 1), id.index - (behind - 1)->before.entries);
}

void for_each_tagged(const Snapshot& vault, const std::vector<Key>& sought,
                     const std::function<bool(const Tagged&)>& f) {
  std::vector<NoteId> holders;
  for (const Key key : sought) {
    const auto ids = vault.index().notes_with(key);
    holders.insert(holders.end(), ids.begin(), ids.end());
  }
  std::sort(holders.begin(), holders.end());
  holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
  EntryTags tags_of(vault);
  for (const NoteId id : holders) {
    const Note* note = vault.note(id);
    if (!note) continue;
    for (const PlacedChunk& in : note->chunks()) {
      const notes::Digest& digest = in.chunk->digest;
      for (uint32_t i = 0; i < digest.size(); ++i) {
        const std::span<const Key> tags = tags_of.of(id, in, i);
        if (std::find_first_of(tags.begin(), tags.end(), sought.begin(), sought.end()) ==
            tags.end())
          continue;
        if (!f({{id, in.before.entries + i}, digest.date(i), tags})) return;
      }
    }
  }
}

std::vector<Spot> uses_of_tag(const Snapshot& vault, const std::string& key) {
  std::vector<Spot> out;
  const Key sought = key_of_tag(key);
  for (const NoteId id : vault.index().notes_with(sought)) {
    const Note* note = vault.note(id);
    if (!note) continue;
    for (const PlacedChunk& in : note->chunks()) {
      for (const uint32_t use : in.chunk->digest.uses(sought)) {
        const auto& held = in.chunk->tags[use];
        const notes::Placed<notes::TagUse> placed{held.value, in.base + held.base};
        if (placed->is_sure && placed->longer.empty()) {
          out.push_back({id, placed.range()});
        } else if (const auto meant = notes::meaning_of(vault, placed);
                   meant && meant->key == key) {
          out.push_back({id, meant->range});
        }
      }
    }
  }
  return out;
}

TagNames names_of_tags(const Snapshot& vault) {
  TagNames names;
  vault.index().for_each_tag([&](const std::string& tag, const notes::TagTotal& total) {
    names.emplace(total.key, &tag);
  });
  return names;
}

std::vector<TagBeside> most_met(const TagNames& names, const TagTally& tally, size_t limit) {
  std::vector<std::pair<const std::string*, uint32_t>> met;
  for (const auto& [key, count] : tally)
    if (const auto at = names.find(key); at != names.end()) met.push_back({at->second, count});
  const auto end = met.begin() + static_cast<std::ptrdiff_t>(std::min(limit, met.size()));
  std::partial_sort(met.begin(), end, met.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : *a.first < *b.first;
  });
  std::vector<TagBeside> out;
  for (auto at = met.begin(); at != end; ++at) out.push_back({*at->first, at->second});
  return out;
}

std::string list_tags(const Snapshot& vault, const std::vector<TagBeside>& tags, size_t limit) {
  std::string out;
  for (size_t i = 0; i < tags.size() && i < limit; ++i) {
    const notes::TagTotal* total = vault.index().tag(tags[i].key);
    if (i > 0) out += ", ";
    out += inert("#" + (total ? total->display : tags[i].key)) + " (" +
           std::to_string(tags[i].count) + ')';
  }
  return out;
}

std::vector<Spot> pages_of_tag(const Snapshot& vault, const std::string& key) {
  std::vector<Spot> out;
  const auto name = make_key(notes::KeyKind::kName, notes::name_key(key));
  for (const NoteId id : vault.index().notes_with(name)) {
    const Note* note = vault.note(id);
    if (note && notes::tag_key(note->name()) == key) out.push_back({id, note->text().line(0)});
  }
  if (!out.empty()) return out;
  for (NoteId id = 0; id < vault.note_limit(); ++id) {
    const Note* note = vault.note(id);
    if (!note || vault.stands_aside(id)) continue;
    for (const auto& section : note->sections()) {
      for (const notes::Heading& heading : section->headings) {
        if (!may_be_spelled(heading.text, key) || notes::tag_key(heading.text) != key) continue;
        const notes::Range range = section.at(heading.range);
        if (!note->entry_titled_at(range.begin)) out.push_back({id, range});
      }
    }
  }
  return out;
}

}  // namespace features
