// The way back from what is meant to what means it, declared in resolve.h: the index names the
// notes that may, resolve() decides.
#include <algorithm>
#include <functional>

#include "notes/key.h"
#include "notes/names.h"
#include "notes/resolve.h"

namespace notes {
namespace {

class Candidates {
 public:
  explicit Candidates(const Snapshot& vault) : vault_(vault) {}

  void add(KeyKind kind, std::string_view folded) {
    const auto ids = vault_.index().notes_with(make_key(kind, folded));
    notes_.insert(notes_.end(), ids.begin(), ids.end());
  }
  // Who may link to the note; itself, too, by a link that is nothing but an anchor.
  void add_links_to(NoteId note) {
    const NamesOfNote names = names_of(*vault_.note(note));
    for (const std::string& name : names.in_wiki_links) add(KeyKind::kRefersToName, name);
    for (const std::string& name : names.in_paths) add(KeyKind::kRefersToPath, name);
    notes_.push_back(note);
  }

  std::vector<ReferenceId> keep(
      const std::function<bool(NoteId, const Placed<Reference>&)>& means_it) && {
    std::sort(notes_.begin(), notes_.end());
    notes_.erase(std::unique(notes_.begin(), notes_.end()), notes_.end());
    std::vector<ReferenceId> kept;
    for (const NoteId note : notes_) {
      const auto references = vault_.note(note)->references();
      for (uint32_t i = 0; i < references.size(); ++i) {
        if (means_it(note, references[i])) kept.push_back({note, i});
      }
    }
    return kept;
  }

 private:
  const Snapshot& vault_;
  std::vector<NoteId> notes_;
};

// False when resolve() need not be asked, which looks through all entries of the notes it is led
// to.
bool may_mean(const Reference& reference, const Entry& entry) {
  switch (reference.kind) {
    case ReferenceKind::kUrl:
      return std::ranges::find(entry.identifiers, reference.identifier) != entry.identifiers.end();
    case ReferenceKind::kTitle:
      return std::ranges::any_of(reference.titles, [&](const TitleCandidate& candidate) {
        return title_key(candidate.title) == entry.title_key;
      });
    case ReferenceKind::kWiki:
    case ReferenceKind::kLink:
      return true;
  }
  return true;
}

}  // namespace

std::vector<ReferenceId> references_to(const Snapshot& vault, EntryId id) {
  const Placed<Entry>& entry = vault.entry(id);
  Candidates candidates(vault);
  for (const Identifier& own : entry->identifiers) {
    candidates.add(KeyKind::kRefersToIdentifier, to_string(own));
  }
  if (!entry->title_key.empty()) candidates.add(KeyKind::kRefersToTitle, entry->title_key);
  candidates.add_links_to(id.note);
  return std::move(candidates).keep([&](NoteId from, const Placed<Reference>& reference) {
    const bool names_own =
        reference->identifier && from == id.note && entry.range().contains(reference.range().begin);
    return !names_own && may_mean(*reference, *entry) &&
           std::ranges::any_of(resolve(vault, from, reference).targets, [&](const Target& target) {
             return target.note == id.note && target.entry == id.index;
           });
  });
}

std::vector<ReferenceId> references_to_note(const Snapshot& vault, NoteId note) {
  Candidates candidates(vault);
  candidates.add_links_to(note);
  return std::move(candidates).keep([&](NoteId from, const Placed<Reference>& reference) {
    const bool is_link =
        reference->kind == ReferenceKind::kWiki || reference->kind == ReferenceKind::kLink;
    return is_link &&
           std::ranges::any_of(resolve(vault, from, reference).targets,
                               [&](const Target& target) { return target.note == note; });
  });
}

}  // namespace notes
