#include "features/links.h"

#include "features/render.h"
#include "notes/identifier.h"
#include "notes/resolve.h"

namespace features {

using notes::Note;
using notes::NoteId;
using notes::Reference;
using notes::Snapshot;

namespace {

DocumentLink link_to_page(notes::Range range, const notes::Identifier& id) {
  return {range, url_of(id), std::nullopt, "Open " + to_string(id)};
}

DocumentLink link_to_target(const Snapshot& vault, notes::Range range,
                            const notes::Target& target) {
  std::string tooltip = "Open " + place_of(vault, target.note, target.range.begin);
  if (target.entry) tooltip += ": " + vault.entry({target.note, *target.entry})->title;
  return {range, "", Spot{target.note, target.range}, tooltip};
}

}  // namespace

std::vector<DocumentLink> document_links(const Snapshot& vault, NoteId id) {
  std::vector<DocumentLink> out;
  const Note* note = vault.note(id);
  if (!note) return out;
  // What front matter says of the work itself.
  if (!note->sections().empty()) {
    const auto& head = note->sections()[0];
    for (const notes::FrontMatterField& field : head->front_matter.fields)
      for (const notes::FrontMatterValue& value : field.values)
        if (const auto own = notes::identifier_of_field(field.key, value.text);
            own && !value.range.empty() && !url_of(*own).empty())
          out.push_back(link_to_page(head.at(value.range), *own));
  }
  notes::Resolver resolver(vault);
  for (const auto& reference : note->references()) {
    if (reference->identifier && !url_of(*reference->identifier).empty()) {
      out.push_back(link_to_page(reference.range(), *reference->identifier));
    } else if (const auto found = resolver.best(id, reference); found.found()) {
      out.push_back(link_to_target(vault, found.range, found.targets.front()));
    }
  }
  return out;
}

}  // namespace features
