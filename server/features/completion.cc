#include "features/completion.h"

#include "features/complete_front_matter.h"
#include "features/complete_link.h"
#include "features/complete_tag.h"
#include "features/cursor.h"
#include "features/tags.h"
#include "notes/key.h"

namespace features {

using notes::LineKind;
using notes::Note;
using notes::SectionKind;

Completions complete(const notes::Snapshot& vault, notes::Place place,
                     const CompletionOptions& options) {
  const Note* note = vault.note(place.note);
  if (!note) return {};
  const CursorLine line = line_at_cursor(*note, place.offset);
  if (line.section == SectionKind::kFrontMatter) {
    const auto asked = front_matter_tag_at(line);
    return asked ? offer_tags(vault, place, asked->shifted(line.base), options) : Completions{};
  }
  if (line.kind == LineKind::kCode || line.kind == LineKind::kMath) return {};
  if (const auto asked = link_at(line))
    return offer_links(vault, place, asked->shifted(line.base), options);
  if (is_in_link(line)) return {};
  const auto asked = hash_tag_at(vault, *note, line);
  return asked ? offer_tags(vault, place, asked->shifted(line.base), options) : Completions{};
}

std::string document(const notes::Snapshot& vault, CompletionKind kind, const std::string& label,
                     std::optional<notes::EntryId> entry) {
  if (kind == CompletionKind::kTag)
    return documentation_of_tag(vault, notes::tag_key(label), kEnoughTagged);
  return kind == CompletionKind::kEntry && entry ? documentation_of_entry(vault, *entry, label)
                                                 : std::string();
}

}  // namespace features
