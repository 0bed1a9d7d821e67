#include "features/merge.h"

#include <algorithm>

#include "features/link_text.h"
#include "features/put.h"
#include "features/retarget.h"
#include "features/take_apart.h"
#include "features/written.h"
#include "notes/key.h"
#include "notes/path.h"

namespace features {

using notes::EntryId;
using notes::Snapshot;

namespace {

std::vector<std::string> missing_tags(const notes::Entry& from, const notes::Entry& to) {
  std::vector<std::string> out;
  for (const notes::Phrase& name : from.tags)
    if (std::none_of(to.tags.begin(), to.tags.end(), [&](std::string_view other) {
          return notes::tag_key(other) == notes::tag_key(name);
        }))
      out.push_back(name.str());
  return out;
}

notes::Row<notes::Identifier> missing_identifiers(const notes::Entry& from,
                                                  const notes::Entry& to) {
  notes::Row<notes::Identifier> out;
  for (const notes::Identifier& id : from.identifiers)
    if (is_of_work(id.kind) &&
        std::find(to.identifiers.begin(), to.identifiers.end(), id) == to.identifiers.end())
      out.push_back(id);
  return out;
}

// Where the entry was discussed, or what a bibliography calls it: said, but naming no work.
std::vector<Block> other_names(const notes::Entry& from, const Written& to) {
  std::vector<Block> out;
  for (const notes::Identifier& id : from.identifiers) {
    const std::string url = notes::url_of(id);
    const std::string name = url.empty() ? id.value.str() : url;
    if (is_of_work(id.kind) ||
        to.view({to.whole.begin, to.end}).find(name) != std::string_view::npos)
      continue;
    out.push_back({std::string(label_of(id.kind)) + ": " + name, !out.empty()});
  }
  return out;
}

Said said_by(const Written& into, const notes::Entry& from) {
  Said said(into.view({into.whole.begin, into.end}));
  for (const notes::Phrase& tag : from.tags) said.also(tag);
  for (const notes::Identifier& id : from.identifiers) {
    said.also(id.value);
    said.also(label_of(id.kind));
  }
  // What layouts say of themselves.
  said.also("Paper/Blog Link My Issue pdf arXiv url link tags");
  return said;
}

}  // namespace

std::optional<Change> merge(const Snapshot& vault, EntryId gone, EntryId into) {
  const std::optional<Written> was = written(vault, gone), is = written(vault, into);
  if (!was || !is) return std::nullopt;
  const Written &from = *was, &to = *is;
  if (gone.note == into.note && from.whole.overlaps(to.whole)) return std::nullopt;
  Change change;
  Put put(into.note, to, change);
  Said said = said_by(to, *from.entry);
  put.tags(missing_tags(*from.entry, *to.entry));
  put.identifiers(missing_identifiers(*from.entry, *to.entry));
  said.also(put.facts(*from.entry));

  Parts parts = take_apart(from, said);
  // Words that stand somewhere in a long note do not make it go by that title.
  if (parts.title.empty() && !Said(to.entry->title).has_words(from.entry->title))
    parts.title = from.entry->title;
  const std::string_view from_folder = notes::folder_of(from.note->path());
  const std::string_view to_folder = notes::folder_of(to.note->path());
  const auto move = [&](std::string& text) { text = moved_links(text, from_folder, to_folder); };
  move(parts.title);
  move(parts.summary);
  for (std::vector<Block>* blocks : {&parts.blocks, &parts.cited})
    for (Block& block : *blocks) move(block.text);

  if (!parts.title.empty())
    put.blocks(std::vector<Block>{{"Also noted as: " + parts.title, false}});
  put.summary(parts.summary);
  put.blocks(other_names(*from.entry, to));
  put.fields(parts.fields);
  put.blocks(parts.blocks);
  put.cited(parts.cited);

  if (from.is_all)
    change.deleted.push_back(gone.note);
  else
    change.add(gone.note, from.whole, "");
  retarget(vault, gone, from, into, to, change);
  // What refers from a note that is no more needs no edit.
  std::erase_if(change.edits, [&](const Edit& edit) {
    return std::find(change.deleted.begin(), change.deleted.end(), edit.note) !=
           change.deleted.end();
  });
  put_in_order(vault, change);
  return change;
}

Change link_as_versions(const Snapshot& vault, EntryId one, EntryId other) {
  Change change;
  for (const auto& [at, mentioned] : {std::pair(one, other), std::pair(other, one)}) {
    const std::optional<Written> found = written(vault, at);
    if (!found) continue;
    const Written& into = *found;
    const std::string mention = mention_of(vault, at.note, mentioned);
    const uint32_t below = std::max(into.whole.begin, into.title_lines.end);
    if (into.view({below, into.end}).find(mention) != std::string_view::npos) continue;
    Put put(at.note, into, change);
    put.blocks(std::vector<Block>{{"See also: " + mention, false}});
  }
  put_in_order(vault, change);
  return change;
}

}  // namespace features
