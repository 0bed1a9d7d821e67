#include "features/retarget.h"

#include <algorithm>
#include <set>

#include "features/link_text.h"
#include "features/render.h"
#include "features/written.h"
#include "notes/blocks.h"
#include "notes/label.h"
#include "notes/path.h"
#include "notes/resolve.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Range;
using notes::Reference;
using notes::ReferenceKind;
using notes::Snapshot;

namespace {

// Where in the note an entry can be linked to: nowhere when the note is its own.
struct Anchor {
  std::string slug;
  std::string heading;
};

Anchor anchor_of(const Written& into) {
  if (into.entry->form == notes::Form::kFile || !into.heading) return {};
  // A wiki link can hold no marks of its own; a heading is found without them, too.
  std::string heading = into.heading->text.str();
  std::erase_if(heading,
                [](char c) { return std::string_view("[]|#^").find(c) != std::string_view::npos; });
  return {into.heading->slug.str(), heading};
}

// Whether a link to the heading means the entry, so that it leads nowhere once that is gone.
bool is_named(const Written& entry, std::string_view anchor) {
  const notes::Heading* const heading = entry.heading;
  return heading && (notes::slug_of(anchor) == std::string_view(heading->slug) ||
                     notes::heading_name(anchor) == std::string_view(heading->name));
}

// The bytes of a link that say where it leads: path and anchor.
Range destination_of(std::string_view text, const notes::Placed<Reference>& reference) {
  const Range range = reference.range();
  const std::string_view written = text.substr(range.begin, range.size());
  size_t begin, end;
  if (reference->kind == ReferenceKind::kWiki) {
    begin = written.find("[[");
    if (begin == std::string_view::npos) return {};
    begin += 2;
    end = std::min(written.find_first_of("|\\", begin), written.find("]]", begin));
  } else {
    begin = written.rfind("](");
    if (begin == std::string_view::npos) return {};
    begin += 2;
    end = written.find_first_of(") \n", begin);
    if (written.substr(begin).starts_with('<')) end = written.find('>', begin) + 1;
  }
  if (end == std::string_view::npos || end <= begin) return {};
  return {range.begin + static_cast<uint32_t>(begin), range.begin + static_cast<uint32_t>(end)};
}

}  // namespace

void retarget(const Snapshot& vault, EntryId gone, const Written& source, EntryId into,
              const Written& target, Change& change) {
  const bool deleted = !change.deleted.empty();
  std::vector<notes::ReferenceId> all = notes::references_to(vault, gone);
  std::set<notes::ReferenceId> seen(all.begin(), all.end());
  if (deleted)
    for (const notes::ReferenceId& one : notes::references_to_note(vault, gone.note))
      if (seen.insert(one).second) all.push_back(one);
  const Anchor anchor = anchor_of(target);
  const bool reachable = target.entry->form == notes::Form::kFile || target.heading;
  const bool same_title = vault.entry(gone)->title_key == vault.entry(into)->title_key;
  size_t left = 0;
  for (const notes::ReferenceId& id : all) {
    const Note& note = *vault.note(id.note);
    const notes::Placed<Reference>& reference = note.references()[id.index];
    if (id.note == gone.note && source.whole.covers(reference.range())) continue;
    if (reference->kind == ReferenceKind::kTitle && !same_title) ++left;
    const bool is_link =
        reference->kind == ReferenceKind::kWiki || reference->kind == ReferenceKind::kLink;
    if (!is_link) continue;
    // To a note that stays a link may mean more than this entry.
    if (!deleted && reference->anchor.empty()) continue;
    const std::optional<notes::Text> text = note.whole_text();
    const Range at = text ? destination_of(text->bytes(), reference) : Range{};
    if (at.empty() || !reachable) {
      ++left;
      continue;
    }
    std::string own = deleted ? reference->anchor.str() : std::string();
    if (is_named(source, own)) own.clear();
    std::string to;
    if (reference->kind == ReferenceKind::kWiki) {
      to = wiki_name(vault, id.note, into.note);
      const std::string& to_heading = own.empty() ? anchor.heading : own;
      if (!to_heading.empty()) to += "#" + to_heading;
    } else {
      if (id.note != into.note)
        to = link_path(notes::folder_of(note.path()), vault.note(into.note)->path());
      const std::string& to_heading = own.empty() ? anchor.slug : own;
      if (!to_heading.empty()) to += "#" + to_heading;
    }
    if (to.empty()) continue;
    change.add(id.note, at, to);
  }
  if (left > 0)
    change.warnings.push_back(counted(left, "mention", "mentions") + " of it will lead nowhere.");
}

}  // namespace features
