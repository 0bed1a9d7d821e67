#include <algorithm>
#include <set>

#include "features/match.h"
#include "features/render.h"
#include "features/symbols.h"
#include "notes/key.h"
#include "notes/tag_meaning.h"
#include "notes/unicode.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Snapshot;

namespace {

struct Hit {
  int score = 0;
  EntryId entry;
};

// fold(), without its cost for the ASCII that most names are.
void append_folded(std::string& out, std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!std::all_of(text.begin(), text.end(), is_ascii)) {
    out += notes::fold(text);
    return;
  }
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::vector<Hit> by_words(const Snapshot& vault, std::string_view query) {
  const std::string words = notes::title_key(query);
  std::vector<Hit> out;
  if (words.empty() && !notes::trim(query).empty()) return out;
  std::string searched;
  for (NoteId id = 0; id < vault.note_limit(); ++id) {
    const Note* note = vault.note(id);
    if (!note || vault.stands_aside(id)) continue;
    for (uint32_t i = 0; i < note->entries().size(); ++i) {
      const notes::Entry& entry = *note->entries()[i];
      // The title alone first, so that it can be the whole of the query and not a part.
      auto score = score_of_words(words, entry.title_key);
      if (!score) {
        searched = entry.title_key;
        for (const std::string& author : entry.authors) append_folded(searched += ' ', author);
        score = score_of_words(words, searched);
      }
      if (score) out.push_back({*score, {id, i}});
    }
  }
  return out;
}

std::vector<Hit> by_tag(const Snapshot& vault, std::string_view tag) {
  const std::string typed = notes::tag_key(tag);
  std::unordered_map<std::string, int> scores;
  std::set<NoteId> holders;
  vault.index().for_each_tag([&](const std::string& key, const notes::TagTotal&) {
    const auto score = score_of_words(typed, key);
    if (!score) return;
    scores.emplace(key, *score);
    const auto ids = vault.index().notes_with(make_key(notes::KeyKind::kTag, key));
    holders.insert(ids.begin(), ids.end());
  });
  TagKeys keys;
  std::vector<Hit> out;
  for (const NoteId id : holders) {
    const Note* note = vault.note(id);
    if (!note) continue;
    for (uint32_t i = 0; i < note->entries().size(); ++i) {
      std::optional<int> best;
      for (const std::string_view one : notes::tags_of(vault, {id, i})) {
        const auto at = scores.find(keys.of(one));
        if (at != scores.end()) best = std::max(best.value_or(at->second), at->second);
      }
      if (best) out.push_back({*best, {id, i}});
    }
  }
  return out;
}

}  // namespace

std::vector<WorkspaceSymbol> workspace_symbols(const Snapshot& vault, std::string_view query,
                                               size_t limit) {
  query = notes::trim(query);
  const bool is_tag = query.starts_with('#') || query.starts_with("＃");
  std::vector<Hit> hits = is_tag ? by_tag(vault, query) : by_words(vault, query);
  std::erase_if(hits,
                [&](const Hit& hit) { return notes::trim(vault.entry(hit.entry)->title).empty(); });
  const size_t shown = std::min(hits.size(), limit);
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(),
                    [&](const Hit& a, const Hit& b) {
                      if (a.score != b.score) return a.score > b.score;
                      const notes::Entry& x = *vault.entry(a.entry);
                      const notes::Entry& y = *vault.entry(b.entry);
                      return newer(x, y) || (!newer(y, x) && a.entry < b.entry);
                    });
  std::vector<WorkspaceSymbol> out;
  for (size_t i = 0; i < shown; ++i) {
    const auto& entry = vault.entry(hits[i].entry);
    std::string container = byline(*entry);
    if (!container.empty()) container += " · ";
    container += vault.display_path(hits[i].entry.note);
    out.push_back({entry->title, container, {hits[i].entry.note, entry.at(entry->title_range)}});
  }
  return out;
}

}  // namespace features
