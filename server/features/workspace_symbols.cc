#include <algorithm>
#include <limits>
#include <unordered_map>

#include "features/best_entries.h"
#include "features/every_chunk.h"
#include "features/match.h"
#include "features/render.h"
#include "features/symbols.h"
#include "notes/key.h"
#include "notes/unicode.h"

namespace features {

using notes::EntryId;
using notes::Note;
using notes::NoteId;
using notes::Snapshot;

namespace {

struct Hit {
  int score = 0;
  uint64_t date = 0;
  EntryId entry;

  bool operator<(const Hit& other) const {
    if (score != other.score) return score > other.score;
    return date != other.date ? date > other.date : entry < other.entry;
  }
};

// Something to show; a title may be nothing but punctuation, and then has no key.
bool has_title(const notes::PlacedChunk& in, uint32_t entry) {
  return !in.chunk->digest.title(entry).empty() ||
         !notes::trim(in.chunk->entries[entry]->title).empty();
}

void add(Best<Hit>& best, int score, NoteId note, const notes::PlacedChunk& in, uint32_t entry) {
  if (best.may_take(score) && has_title(in, entry))
    best.add({score, in.chunk->digest.date(entry), {note, in.before.entries + entry}});
}

void by_words(const Snapshot& vault, std::string_view query, Best<Hit>& best) {
  const WordsOfEntries words(notes::title_key(query));
  if (words.all().empty() && !notes::trim(query).empty()) return;
  const BestEntries sought(words, best, [](int score, uint64_t date, EntryId first) {
    return Hit{score, date, first};
  });
  for_each_chunk(vault, sought, [&](NoteId id, const notes::PlacedChunk& in) {
    const notes::Digest& digest = in.chunk->digest;
    if (!sought.is_wanted(id, in)) return;  // any more
    for (size_t i = words.next_in(digest, 0, best.least()); i < digest.size();
         i = words.next_in(digest, i + 1, best.least())) {
      // The title alone first, so that it can be the whole of the query and not a part.
      auto score = score_of_words(words.all(), digest.title(i));
      if (!score) score = score_of_words(words.all(), digest.words(i));
      if (score) add(best, *score, id, in, static_cast<uint32_t>(i));
    }
  });
}

void by_tag(const Snapshot& vault, std::string_view tag, Best<Hit>& best) {
  const std::string typed = notes::tag_key(tag);
  std::unordered_map<notes::Key, int> scores;
  std::vector<notes::Key> keys;
  int highest = std::numeric_limits<int>::min();
  vault.index().for_each_tag([&](const std::string& key, const notes::TagTotal& total) {
    const auto score = score_of_words(typed, key);
    if (!score) return;
    scores.emplace(total.key, *score);
    keys.push_back(total.key);
    highest = std::max(highest, *score);
  });
  std::sort(keys.begin(), keys.end());
  for_each_tagged(
      vault, keys,
      [&](EntryId id, uint64_t date) {
        return best.may_take_like({highest, date, id});
      },
      [&](const Tagged& entry) {
        int score = std::numeric_limits<int>::min();
        for (const notes::Key key : entry.tags)
          if (const auto at = scores.find(key); at != scores.end())
            score = std::max(score, at->second);
        const Hit hit{score, entry.date, entry.id};
        if (best.may_take_like(hit) && !notes::trim(vault.entry(entry.id)->title).empty())
          best.add(hit);
      });
}

}  // namespace

std::vector<WorkspaceSymbol> workspace_symbols(const Snapshot& vault, std::string_view query,
                                               size_t limit) {
  query = notes::trim(query);
  Best<Hit> best(limit);
  if (query.starts_with('#') || query.starts_with("＃"))
    by_tag(vault, query, best);
  else
    by_words(vault, query, best);
  std::vector<WorkspaceSymbol> out;
  for (const Hit& hit : std::move(best).take()) {
    const auto entry = vault.entry(hit.entry);
    std::string container = byline(*entry);
    if (!container.empty()) container += " · ";
    container += vault.display_path(hit.entry.note);
    out.push_back({entry->title.str(), container, {hit.entry.note, entry.at(entry->title_range)}});
  }
  return out;
}

}  // namespace features
