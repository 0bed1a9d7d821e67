#include "features/tags.h"

#include <algorithm>

#include "features/render.h"
#include "notes/key.h"
#include "notes/tag_meaning.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Snapshot;

namespace {

// Folding keeps the length of ASCII, so most headings need no folding to be told from the tag.
bool may_be_spelled(std::string_view text, const std::string& key) {
  return text.size() == key.size() || std::any_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '#';
         });
}

}  // namespace

const std::string& TagKeys::of(std::string_view spelled) {
  const auto [at, is_new] = known_.try_emplace(spelled);
  if (is_new) at->second = &*keys_.insert(notes::tag_key(spelled)).first;
  return *at->second;
}

std::vector<EntryId> entries_tagged(const Snapshot& vault, const std::string& key, TagKeys& keys) {
  std::vector<EntryId> out;
  for (const NoteId id : vault.index().notes_with(make_key(notes::KeyKind::kTag, key))) {
    const Note* note = vault.note(id);
    if (!note) continue;
    for (uint32_t i = 0; i < note->entries().size(); ++i) {
      const auto tags = notes::tags_of(vault, {id, i});
      const auto is_it = [&](std::string_view tag) { return keys.of(tag) == key; };
      if (std::any_of(tags.begin(), tags.end(), is_it)) out.push_back({id, i});
    }
  }
  return out;
}

std::vector<Spot> uses_of_tag(const Snapshot& vault, const std::string& key) {
  std::vector<Spot> out;
  for (const NoteId id : vault.index().notes_with(make_key(notes::KeyKind::kTag, key))) {
    const Note* note = vault.note(id);
    if (!note) continue;
    for (const auto& tag : note->tags()) {
      const auto meant = notes::meaning_of(vault, *note, tag);
      if (meant && meant->key == key) out.push_back({id, meant->range});
    }
  }
  return out;
}

std::vector<TagBeside> tags_beside(const Snapshot& vault, const std::vector<EntryId>& entries,
                                   const std::string& but, TagKeys& keys) {
  std::unordered_map<const std::string*, uint32_t> counts;
  for (const EntryId id : entries) {
    for (const std::string_view tag : notes::tags_of(vault, id)) ++counts[&keys.of(tag)];
  }
  std::vector<TagBeside> out;
  for (const auto& [key, count] : counts) {
    if (*key != but) out.push_back({*key, count});
  }
  std::sort(out.begin(), out.end(), [](const TagBeside& a, const TagBeside& b) {
    return a.count != b.count ? a.count > b.count : a.key < b.key;
  });
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
