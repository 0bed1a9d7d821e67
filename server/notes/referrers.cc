// The way back from what is meant to what means it, declared in resolve.h: the index names the
// notes that may, resolve() decides.
#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "notes/key.h"
#include "notes/names.h"
#include "notes/resolve.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class Candidates {
 public:
  explicit Candidates(const Snapshot& vault) : vault_(vault) {}

  void add_title(std::string_view key) {
    if (key.empty()) return;
    add(KeyKind::kRefersToTitle, key);
    titles_.emplace(key);
  }
  void add_identifier(const Identifier& id) {
    add(KeyKind::kRefersToIdentifier, to_string(id));
    // Keys are cited in any case.
    if (id.kind == IdentifierKind::kCitekey) add(KeyKind::kRefersToIdentifier, fold(to_string(id)));
    identifiers_.insert(id);
  }
  // Who may link to the note; itself, too, by a link that is nothing but an anchor.
  void add_links_to(NoteId note) {
    const NamesOfNote names = names_of(*vault_.note(note));
    for (const std::string& name : names.in_wiki_links) add(KeyKind::kRefersToName, name);
    for (const std::string& name : names.in_paths) add(KeyKind::kRefersToPath, name);
    notes_.push_back(note);
    meant_.push_back(note);
  }

  // Who calls it as an index does.
  void add_by_aliases_of(NoteId note) {
    for (const NoteId index : std::vector<NoteId>(notes_)) {
      for (const Placed<Alias>& alias : vault_.note(index)->aliases()) {
        const std::vector<NoteId> meant = notes_of(vault_, index, *alias);
        if (std::ranges::find(meant, note) == meant.end()) continue;
        add_title(title_key(alias->title));
        for (const Identifier& id : alias->identifiers) add_identifier(id);
      }
    }
  }

  std::vector<ReferenceId> keep(
      const std::function<bool(NoteId, const Placed<Reference>&)>& means_it) && {
    std::sort(notes_.begin(), notes_.end());
    notes_.erase(std::unique(notes_.begin(), notes_.end()), notes_.end());
    std::vector<ReferenceId> kept;
    for (const NoteId note : notes_) {
      const bool may_mean_itself = leads_within(note);
      const std::vector<bool> named = vault_.note(note)->chunks_holding(keys_);
      for (size_t chunk = 0; chunk < named.size(); ++chunk) {
        if (!named[chunk] && !may_mean_itself) continue;
        const PlacedChunk& in = vault_.note(note)->chunks()[chunk];
        auto section = in.chunk->sections.begin();
        std::optional<bool> in_named;  // whether that section says one of the keys
        for (uint32_t i = 0; i < in.chunk->references.size(); ++i) {
          const Placed<Reference>& held = in.chunk->references[i];
          while (section->base != held.base) {
            ++section;
            in_named.reset();
          }
          if (!in_named) in_named = named[chunk] && says_one_of_the_keys(**section);
          if (!*in_named && !(may_mean_itself && is_within_note(*held))) continue;
          if (!may_mean(*held)) continue;
          const Placed<Reference> placed{held.value, in.base + held.base};
          if (means_it(note, placed)) kept.push_back({note, in.before.references + i});
        }
      }
    }
    return kept;
  }

 private:
  void add(KeyKind kind, std::string_view folded) {
    keys_.push_back(make_key(kind, folded));
    const auto ids = vault_.index().notes_with(keys_.back());
    notes_.insert(notes_.end(), ids.begin(), ids.end());
  }

  bool says_one_of_the_keys(const Section& section) const {
    return std::ranges::find_first_of(section.refers_to, keys_) != section.refers_to.end();
  }

  // Whether something in the note that is nothing but an anchor may mean what is sought: it leads
  // into the note itself, or to what a line of an index in it points to.
  bool leads_within(NoteId note) const {
    return std::ranges::find(meant_, note) != meant_.end() || !vault_.note(note)->aliases().empty();
  }

  // Nothing but an anchor, so that no key says what it means.
  static bool is_within_note(const Reference& reference) {
    return reference.path.empty() &&
           (reference.kind == ReferenceKind::kWiki || reference.kind == ReferenceKind::kLink);
  }

  // False when resolve() need not be asked, which looks through all entries of the notes it is led
  // to.
  bool may_mean(const Reference& reference) {
    if (reference.kind == ReferenceKind::kCite) return true;
    if (reference.identifier) return identifiers_.contains(*reference.identifier);
    return reference.kind != ReferenceKind::kTitle ||
           std::ranges::any_of(reference.titles, [&](const TitleCandidate& candidate) {
             return is_title(candidate.title);
           });
  }

  // A work that many cite is mostly called the same by them, and folding is slow.
  bool is_title(std::string_view written) {
    const auto [at, is_new] = called_.try_emplace(written, false);
    if (is_new) at->second = titles_.contains(title_key(written));
    return at->second;
  }

  const Snapshot& vault_;
  std::vector<NoteId> notes_;
  std::vector<NoteId> meant_;  // to which a link may lead
  std::vector<Key> keys_;      // one of which a chunk holds that says more than an anchor
  std::set<std::string> titles_;
  std::unordered_map<std::string_view, bool> called_;  // by what the vault's references say
  std::set<Identifier> identifiers_;
};

}  // namespace

std::vector<ReferenceId> references_to(const Snapshot& vault, EntryId id) {
  const Placed<Entry>& entry = vault.entry(id);
  Candidates candidates(vault);
  for (const Identifier& own : entry->identifiers) candidates.add_identifier(own);
  candidates.add_title(entry->title_key);
  candidates.add_title(short_title_key(entry->title));
  candidates.add_links_to(id.note);
  candidates.add_by_aliases_of(id.note);
  Resolver resolver(vault);
  return std::move(candidates).keep([&](NoteId from, const Placed<Reference>& reference) {
    const bool names_own =
        reference->identifier && from == id.note && entry.range().contains(reference.range().begin);
    return !names_own && resolver.means(from, reference, id);
  });
}

std::vector<ReferenceId> references_to_note(const Snapshot& vault, NoteId note) {
  Candidates candidates(vault);
  candidates.add_links_to(note);
  return std::move(candidates).keep([&](NoteId from, const Placed<Reference>& reference) {
    const bool is_link =
        reference->kind == ReferenceKind::kWiki || reference->kind == ReferenceKind::kLink ||
        reference->kind == ReferenceKind::kFile || reference->kind == ReferenceKind::kCite;
    return is_link &&
           std::ranges::any_of(resolve(vault, from, reference).targets,
                               [&](const Target& target) { return target.note == note; });
  });
}

}  // namespace notes
