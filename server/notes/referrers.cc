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
#include "notes/path.h"
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
    for (const std::string& name : names.in_wiki_links) {
      add(KeyKind::kRefersToName, name);
      names_.insert(name);
    }
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

  // `means_it` gives what of a reference means what is sought, if anything.
  using Means = std::function<std::optional<Range>(NoteId, const Placed<Reference>&)>;
  std::vector<Mention> keep(const Means& means_it) && {
    std::vector<Mention> kept;
    const std::vector<Mentioned> all = naming();
    // They lie all over memory, so those to come are fetched.
    const auto ahead = [&](size_t i, size_t times) {
      return i + times * kAhead < all.size() ? all[i + times * kAhead].reference.value : nullptr;
    };
    for (size_t i = 0; i < all.size(); ++i) {
      if (const Reference* const one = ahead(i, 3)) prefetch(*one);
      if (const Reference* const one = ahead(i, 2)) __builtin_prefetch(one->titles.data());
      if (const Reference* const one = ahead(i, 1); one && !one->titles.empty())
        __builtin_prefetch(one->titles[0].title.data());
      const auto& [id, reference] = all[i];
      if (!may_mean(*reference)) continue;
      if (const std::optional<Range> range = means_it(id.note, reference))
        kept.push_back({id, *range});
    }
    return kept;
  }

 private:
  void add(KeyKind kind, std::string_view folded) {
    keys_.push_back(make_key(kind, folded));
    const auto ids = vault_.index().notes_with(keys_.back());
    notes_.insert(notes_.end(), ids.begin(), ids.end());
  }

  struct Mentioned {
    ReferenceId id;
    Placed<Reference> reference;
  };
  static constexpr size_t kAhead = 8;

  static void prefetch(const Reference& reference) {
    for (size_t at = 0; at < sizeof reference; at += kLine)
      __builtin_prefetch(reinterpret_cast<const char*>(&reference) + at);
  }
  static constexpr size_t kLine = 64;  // bytes that are fetched at once

  // The references in sections that say one of the keys, or that may mean what is sought by an
  // anchor alone.
  std::vector<Mentioned> naming() {
    std::sort(notes_.begin(), notes_.end());
    notes_.erase(std::unique(notes_.begin(), notes_.end()), notes_.end());
    std::vector<Mentioned> out;
    for (size_t i = 0; i < notes_.size(); ++i) {
      const auto ahead = [&](size_t times) {
        const size_t at = i + times * kAhead;
        return at < notes_.size() ? vault_.note(notes_[at]) : nullptr;
      };
      if (const Note* const note = ahead(4)) note->prefetch();
      if (const Note* const note = ahead(3)) __builtin_prefetch(note->chunks().data());
      if (const Note* const note = ahead(2))
        for (const PlacedChunk& in : note->chunks()) {
          __builtin_prefetch(&in.chunk->sections);
          __builtin_prefetch(&in.chunk->references);
          __builtin_prefetch(&in.chunk->reference_keys);
        }
      if (const Note* const note = ahead(1))
        for (const PlacedChunk& in : note->chunks()) {
          __builtin_prefetch(in.chunk->sections.data());
          __builtin_prefetch(in.chunk->references.data());
          __builtin_prefetch(in.chunk->reference_keys.data() + in.chunk->reference_keys.size() / 2);
        }
      add_naming(notes_[i], out);
    }
    return out;
  }

  void add_naming(NoteId id, std::vector<Mentioned>& out) {
    const Note& note = *vault_.note(id);
    const std::vector<PlacedChunk>& chunks = note.chunks();
    const bool may_mean_itself = leads_within(id), is_long = chunks.size() > KeyPlaces::kShortNote;
    const std::vector<bool> holds = is_long ? note.chunks_holding(keys_) : std::vector<bool>();
    for (size_t i = 0; i < chunks.size(); ++i) {
      const bool with_anchors = may_mean_itself && chunks[i].chunk->counts.anchors_only > 0;
      if (!is_long || holds[i] || with_anchors) add_naming(id, chunks[i], with_anchors, out);
    }
  }

  void add_naming(NoteId note, const PlacedChunk& in, bool with_anchors,
                  std::vector<Mentioned>& out) {
    const Row<Placed<Reference>>& references = in.chunk->references;
    const auto add = [&](size_t i) {
      out.push_back({{note, in.before.references + static_cast<uint32_t>(i)},
                     {references[i].value, in.base + references[i].base}});
    };
    find_sections(*in.chunk);
    if (with_anchors) {
      for (size_t i = 0; i < references.size(); ++i)
        if (is_anchor_only(*references[i]) ||
            std::ranges::binary_search(bases_, references[i].base))
          add(i);
      return;
    }
    for (const uint32_t base : bases_)
      for (auto at = std::ranges::lower_bound(references, base, {}, &Placed<Reference>::base);
           at != references.end() && at->base == base; ++at)
        add(static_cast<size_t>(at - references.begin()));
  }

  // Where the sections of the chunk begin that say one of the keys.
  void find_sections(const Chunk& chunk) {
    bases_.clear();
    const Row<EntryKey>& said = chunk.reference_keys;
    for (const Key key : keys_)
      for (auto at = std::lower_bound(said.begin(), said.end(), EntryKey{key, 0});
           at != said.end() && at->key == key; ++at)
        bases_.push_back(chunk.sections[at->entry].base);
    std::ranges::sort(bases_);
    bases_.erase(std::unique(bases_.begin(), bases_.end()), bases_.end());
  }

  // Whether something in the note that is nothing but an anchor may mean what is sought: it leads
  // into the note itself, or to what a line of an index in it points to.
  bool leads_within(NoteId id) const {
    const Note& note = *vault_.note(id);
    if (note.counts().anchors_only == 0) return false;
    return std::ranges::find(meant_, id) != meant_.end() || !note.aliases().empty();
  }

  // False when resolve() need not be asked, which looks through all entries of the notes it is led
  // to.
  bool may_mean(const Reference& reference) {
    if (reference.kind == ReferenceKind::kCite) return true;
    if (reference.identifier) return identifiers_.contains(*reference.identifier);
    // To a note the title of any work in it leads.
    if (reference.kind == ReferenceKind::kWiki)
      return titles_.empty() || reference.path.empty() || reference.path.starts_with('@') ||
             is_name_or_title(reference.path);
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

  // The same of what stands in a wiki link, by the keys that say what it may mean.
  bool is_name_or_title(std::string_view written) {
    const auto [at, is_new] = called_in_links_.try_emplace(written, false);
    if (is_new)
      at->second = is_title(written) || names_.contains(loose_name_key(written)) ||
                   names_.contains(name_key(last_component(without_slashes(written))));
    return at->second;
  }

  static std::string_view without_slashes(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
  }

  const Snapshot& vault_;
  std::vector<uint32_t> bases_;  // see find_sections()
  std::vector<NoteId> notes_;
  std::vector<NoteId> meant_;  // to which a link may lead
  std::vector<Key> keys_;      // one of which a chunk holds that says more than an anchor
  std::set<std::string> titles_, names_;
  // By what the vault's references say.
  std::unordered_map<std::string_view, bool> called_, called_in_links_;
  std::set<Identifier> identifiers_;
};

std::vector<ReferenceId> ids_of(const std::vector<Mention>& mentions) {
  std::vector<ReferenceId> out;
  out.reserve(mentions.size());
  for (const Mention& one : mentions) out.push_back(one.id);
  return out;
}

}  // namespace

std::vector<Mention> mentions_of(const Snapshot& vault, EntryId id) {
  const Placed<Entry>& entry = vault.entry(id);
  Candidates candidates(vault);
  for (const Identifier& own : entry->identifiers) candidates.add_identifier(own);
  candidates.add_title(entry->title_key);
  candidates.add_title(short_title_key(entry->title));
  candidates.add_links_to(id.note);
  candidates.add_by_aliases_of(id.note);
  Resolver resolver(vault);
  return std::move(candidates)
      .keep([&](NoteId from, const Placed<Reference>& reference) -> std::optional<Range> {
        const bool names_own = reference->identifier && from == id.note &&
                               entry.range().contains(reference.range().begin);
        return names_own ? std::nullopt : resolver.means(from, reference, id);
      });
}

std::vector<Mention> mentions_of_note(const Snapshot& vault, NoteId note) {
  Candidates candidates(vault);
  candidates.add_links_to(note);
  return std::move(candidates)
      .keep([&](NoteId from, const Placed<Reference>& reference) -> std::optional<Range> {
        const bool is_link =
            reference->kind == ReferenceKind::kWiki || reference->kind == ReferenceKind::kLink ||
            reference->kind == ReferenceKind::kFile || reference->kind == ReferenceKind::kCite;
        if (!is_link) return std::nullopt;
        const Resolution found = resolve(vault, from, reference);
        const bool leads_there = std::ranges::any_of(
            found.targets, [&](const Target& target) { return target.note == note; });
        return leads_there ? std::optional(found.range) : std::nullopt;
      });
}

std::vector<ReferenceId> references_to(const Snapshot& vault, EntryId entry) {
  return ids_of(mentions_of(vault, entry));
}

std::vector<ReferenceId> references_to_note(const Snapshot& vault, NoteId note) {
  return ids_of(mentions_of_note(vault, note));
}

}  // namespace notes
