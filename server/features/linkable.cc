#include "features/linkable.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "features/best_entries.h"
#include "features/every_chunk.h"
#include "notes/fuzzy.h"
#include "notes/key.h"
#include "notes/title_index.h"
#include "notes/unicode.h"

namespace features {

using notes::Note;
using notes::NoteId;
using notes::PartIndex;
using notes::Snapshot;
using notes::TitleIndex;

namespace {

void find_paths(const Snapshot& vault, const std::string& query, Best<Linkable>& best) {
  for (NoteId id = 0; id < vault.note_limit(); ++id) {
    const Note* note = vault.note(id);
    if (!note || vault.stands_aside(id)) continue;
    auto score = notes::fuzzy_score(query, note->folded_name());
    if (!score) score = notes::fuzzy_score(query, notes::fold(vault.display_path(id)));
    if (score) best.add({*score, id, std::nullopt, 0});
  }
}

// Those with scores up to that. Most are passed over by what is known of their block.
void look_at_names(const Snapshot& vault, const std::string& query, int most,
                   Best<Linkable>& best) {
  const QueryFeatures sought(query);
  const auto may_take = [&](NoteId id, int bound) {
    return best.may_take_like({std::min(bound, most), id, std::nullopt, 0});
  };
  std::vector<size_t> fitting;  // of a block
  vault.for_each_block([&](const notes::NoteTable::Block& block, NoteId first) {
    const NameFacts& names = names_in(block, first);
    if (names.notes.empty() || !may_take(first, sought.bound(names.shortest))) return;
    const QueryFeatures::Fitting fit = sought.in(names.rows, names.notes.size());
    const auto is_wanted = [&](size_t at) {
      return may_take(names.notes[at], sought.bound(fit, at, names.sizes[at]));
    };
    fitting.clear();
    for_each_column(fit.letters, [&](size_t at) {
      if (!is_wanted(at) || vault.stands_aside(names.notes[at])) return;
      fitting.push_back(at);
      __builtin_prefetch(&vault.note(names.notes[at])->folded_name());
    });
    for (const size_t at : fitting)
      __builtin_prefetch(vault.note(names.notes[at])->folded_name().data());
    for (const size_t at : fitting) {
      if (!is_wanted(at)) continue;  // any more
      const NoteId id = names.notes[at];
      const auto score = notes::fuzzy_score(query, vault.note(id)->folded_name());
      if (score && *score <= most) best.add({*score, id, std::nullopt, 0});
    }
  });
}

// In the index are those that hold every word as it was typed; where there are not enough of them,
// those that have its letters are looked for, too.
void find_notes(const Snapshot& vault, const TitleIndex::Sight* titles, const std::string& query,
                Best<Linkable>& best) {
  if (query.find('/') != std::string::npos) return find_paths(vault, query, best);
  int most = std::numeric_limits<int>::max();
  if (titles && !query.empty() && PartIndex::can_find(query)) {
    most = notes::fuzzy_bound_of_letters(0);
    size_t wanted = best.limit();  // they come in order
    titles->find_notes(query, [&](NoteId id, int score) {
      const Linkable one{score, id, std::nullopt, 0};
      best.add(one);
      return --wanted > 0 && best.may_take_like(one);
    });
    titles->for_each_unknown_note([&](NoteId id) {
      const auto score = notes::fuzzy_score(query, vault.note(id)->folded_name());
      if (score && *score > most) best.add({*score, id, std::nullopt, 0});
    });
    best.settle();
    if (!best.may_take_like({most, 0, std::nullopt, 0})) return;
  }
  look_at_names(vault, query, most, best);
}

void find_in(NoteId id, const notes::PlacedChunk& in, const WordsOfEntries& words,
             Best<Linkable>& best) {
  const notes::Digest& digest = in.chunk->digest;
  for (size_t i = words.next_in(digest, 0, best.least()); i < digest.size();
       i = words.next_in(digest, i + 1, best.least())) {
    if (digest.title(i).empty()) continue;
    if (const auto score = score_of_words(words.all(), digest.title(i)))
      best.add({*score, id, in.before.entries + static_cast<uint32_t>(i), digest.date(i)});
  }
}

void look_at_entries(const Snapshot& vault, const WordsOfEntries& words, Best<Linkable>& best) {
  const BestEntries sought(words, best, [](int score, uint64_t date, notes::EntryId first) {
    return Linkable{score, first.note, first.index, date};
  });
  for_each_chunk(vault, sought, [&](NoteId id, const notes::PlacedChunk& in) {
    if (sought.is_wanted(id, in)) find_in(id, in, words, best);  // any more
  });
}

void find_entries(const Snapshot& vault, const TitleIndex::Sight* titles,
                  const WordsOfEntries& words, Best<Linkable>& best) {
  if (!titles || !PartIndex::can_find(words.all())) return look_at_entries(vault, words, best);
  size_t wanted = best.limit();  // they come in order
  titles->find(words.all(), [&](const TitleIndex::Hit& hit) {
    const Linkable one{hit.score, hit.note,
                       hit.in->before.entries + static_cast<uint32_t>(hit.entry),
                       hit.in->chunk->digest.date(hit.entry)};
    best.add(one);
    return --wanted > 0 && best.may_take_like(one);
  });
  titles->for_each_unknown(
      [&](NoteId id, const notes::PlacedChunk& in) { find_in(id, in, words, best); });
}

}  // namespace

bool Linkable::operator<(const Linkable& other) const {
  if (score != other.score) return score > other.score;
  if (entry.has_value() != other.entry.has_value()) return !entry;
  if (date != other.date) return date > other.date;
  return std::tuple(note, entry.value_or(0)) < std::tuple(other.note, other.entry.value_or(0));
}

std::vector<Linkable> find_linkable(const Snapshot& vault, std::string_view typed, size_t limit) {
  const std::string query = notes::fold(notes::trim(typed));
  const WordsOfEntries words(notes::title_key(typed));
  std::optional<TitleIndex::Sight> titles;
  if (vault.titles()) titles.emplace(*vault.titles(), vault);
  const TitleIndex::Sight* const known = titles ? &*titles : nullptr;
  Best<Linkable> best(limit);
  // Whichever most of the best are among goes first, so that the other is soon done.
  if (query.empty()) find_notes(vault, known, query, best);
  if (query.empty() || !words.all().empty()) find_entries(vault, known, words, best);
  best.settle();
  if (!query.empty()) find_notes(vault, known, query, best);
  return std::move(best).take();
}

}  // namespace features
