#include "notes/tag_meaning.h"

#include <algorithm>

#include "notes/key.h"

namespace notes {

std::optional<TagMeaning> meaning_of(const Snapshot& vault, const Placed<TagUse>& use) {
  const Range range = use.range();
  for (auto it = use->longer.rbegin(); it != use->longer.rend(); ++it) {
    if (!vault.index().tag(it->key)) continue;
    const Range whole = {range.begin, use.base + it->end};
    return TagMeaning{whole, it->key.str(), it->name};
  }
  if (use->key.empty() || (!use->is_sure && !vault.index().tag(use->key))) return std::nullopt;
  return TagMeaning{range, use->key.str(), use->name};
}

std::optional<TagMeaning> tag_meant_at(const Snapshot& vault, const Note& note, uint32_t offset) {
  if (const std::optional<Placed<TagUse>> use = note.tag_at(offset)) return meaning_of(vault, *use);
  const auto tags = note.tags();
  const auto behind = std::partition_point(
      tags.begin(), tags.end(), [&](const auto& tag) { return tag.range().begin <= offset; });
  if (behind == tags.begin()) return std::nullopt;
  std::optional<TagMeaning> before = meaning_of(vault, *(behind - 1));
  return before && before->range.touches(offset) ? before : std::nullopt;
}

std::vector<std::string_view> tags_of(const Snapshot& vault, EntryId id) {
  const Placed<Entry>& entry = vault.entry(id);
  std::vector<std::string_view> out(entry->tags.begin(), entry->tags.end());
  const Note& note = *vault.note(id.note);
  const Range range = entry.range();
  const auto tags = note.tags();
  auto use = std::partition_point(tags.begin(), tags.end(),
                                  [&](const auto& tag) { return tag.range().begin < range.begin; });
  for (; use != tags.end() && use->range().begin < range.end; ++use) {
    if ((*use)->is_sure && (*use)->longer.empty()) continue;
    const auto meant = meaning_of(vault, *use);
    if (!meant || (meant->key == (*use)->key && (*use)->is_sure)) continue;
    const auto has = [&](std::string_view key) {
      return std::find_if(out.begin(), out.end(),
                          [&](std::string_view tag) { return tag_key(tag) == key; });
    };
    const bool known = has(meant->key) != out.end();
    // The first word was taken for the tag when the entry was read.
    if (const auto base = has((*use)->key); meant->key != (*use)->key && base != out.end()) {
      if (known)
        out.erase(base);
      else
        *base = meant->name;
    } else if (!known) {
      out.push_back(meant->name);
    }
  }
  return out;
}

std::string_view parent_of(const Snapshot& vault, std::string_view key) {
  for (size_t slash = key.rfind('/'); slash != std::string_view::npos && slash > 0;
       slash = key.rfind('/', slash - 1)) {
    const std::string_view above = key.substr(0, slash);
    if (vault.index().tag(above)) return above;
  }
  return {};
}

std::vector<std::string> tags_below(const Snapshot& vault, std::string_view key) {
  std::vector<std::string> out;
  vault.index().for_each_tag([&](const std::string& other, const TagTotal&) {
    if (other.size() > key.size() + 1 && other.starts_with(key) && other[key.size()] == '/')
      out.push_back(other);
  });
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace notes
