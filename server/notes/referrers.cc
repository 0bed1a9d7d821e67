// The way back from what is meant to what means it, declared in resolve.h: the index names the
// notes that may, resolve() decides.
#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <span>
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
    asked_.push_back({note, kNoKey});
    meant_.push_back(note);
  }

  // Who calls it as an index does.
  void add_by_aliases_of(NoteId note) {
    std::set<NoteId> notes;
    for (const Asked& one : asked_) notes.insert(one.note);
    for (const NoteId index : notes) {
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
    const Key key = make_key(kind, folded);
    for (const NoteId note : vault_.index().notes_with(key)) asked_.push_back({note, key});
  }

  // A note that holds the key, or may mean itself.
  struct Asked {
    NoteId note = 0;
    Key key = kNoKey;

    auto operator<=>(const Asked&) const = default;
  };
  static constexpr Key kNoKey = 0;

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

  // The references of which a key says that they may mean what is sought, or that may by an anchor
  // alone.
  std::vector<Mentioned> naming() {
    std::ranges::sort(asked_);
    asked_.erase(std::unique(asked_.begin(), asked_.end()), asked_.end());
    std::vector<Mentioned> out;
    for (size_t begin = 0, end = 0; begin < asked_.size(); begin = end) {
      prefetch_behind(begin);
      keys_.clear();
      for (; end < asked_.size() && asked_[end].note == asked_[begin].note; ++end)
        if (asked_[end].key != kNoKey) keys_.push_back(asked_[end].key);
      add_naming(asked_[begin].note, out);
    }
    return out;
  }

  void prefetch_behind(size_t begin) const {
    const auto ahead = [&](size_t times) {
      const size_t at = begin + times * kAhead;
      return at < asked_.size() ? vault_.note(asked_[at].note) : nullptr;
    };
    if (const Note* const note = ahead(4)) note->prefetch();
    if (const Note* const note = ahead(3)) __builtin_prefetch(note->chunks().data());
    if (const Note* const note = ahead(2))
      for (const PlacedChunk& in : note->chunks()) {
        __builtin_prefetch(&in.chunk->references);
        __builtin_prefetch(&in.chunk->reference_keys);
      }
    if (const Note* const note = ahead(1))
      for (const PlacedChunk& in : note->chunks())
        __builtin_prefetch(in.chunk->reference_keys.data() + in.chunk->reference_keys.size() / 2);
  }

  // Of one note, by keys_.
  void add_naming(NoteId id, std::vector<Mentioned>& out) {
    const Note& note = *vault_.note(id);
    const std::vector<PlacedChunk>& chunks = note.chunks();
    const bool may_mean_itself = leads_within(id), is_long = chunks.size() > KeyPlaces::kShortNote;
    const std::vector<bool> holds = is_long ? note.chunks_holding(keys_) : std::vector<bool>();
    for (size_t i = 0; i < chunks.size(); ++i) {
      const bool with_anchors = may_mean_itself && chunks[i].chunk->counts.anchors_only > 0;
      if (is_long && !holds[i] && !with_anchors) continue;
      const Row<Placed<Reference>>& references = chunks[i].chunk->references;
      for (const uint32_t found : naming_in(*chunks[i].chunk, with_anchors))
        out.push_back({{id, chunks[i].before.references + found},
                       {references[found].value, chunks[i].base + references[found].base}});
    }
  }

  // By their index, until the next call.
  std::span<const uint32_t> naming_in(const Chunk& chunk, bool with_anchors) {
    found_.clear();
    const Row<ReferenceKey>& said = chunk.reference_keys;
    if (keys_.size() < said.size()) {
      for (const Key key : keys_)
        for (auto at = std::lower_bound(said.begin(), said.end(), ReferenceKey{key, 0});
             at != said.end() && at->key == key; ++at)
          found_.push_back(at->reference);
    } else {
      for (const auto& [key, reference] : said)
        if (std::ranges::binary_search(keys_, Key{key})) found_.push_back(reference);
    }
    for (uint32_t i = 0; with_anchors && i < chunk.references.size(); ++i)
      if (is_anchor_only(*chunk.references[i])) found_.push_back(i);
    std::ranges::sort(found_);
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return found_;
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
  std::vector<uint32_t> found_;  // see naming_in()
  std::vector<Asked> asked_;
  std::vector<NoteId> meant_;  // to which a link may lead
  std::vector<Key> keys_;      // of the note that is looked at, sorted
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
