#include "notes/title_index.h"

#include <algorithm>
#include <tuple>

namespace notes {

TitleIndex::TitleIndex(const Snapshot& vault) : notes_(vault.table()) {
  std::vector<PartIndex::Item> titles, names;
  for (NoteId id = 0; id < notes_.size(); ++id) {
    const Note* note = notes_.at(id).get();
    names.push_back({note ? std::string_view(note->folded_name()) : std::string_view(), 0});
    if (!note) continue;
    for (uint32_t i = 0; i < note->chunks().size(); ++i) {
      const Digest& digest = note->chunks()[i].chunk->digest;
      if (digest.size() > 0) chunks_.push_back({id, i, static_cast<uint32_t>(titles.size())});
      for (size_t entry = 0; entry < digest.size(); ++entry)
        titles.push_back({digest.title(entry), digest.date(entry)});
    }
  }
  titles_ = PartIndex(titles);
  names_ = PartIndex(names);
  take_newest(titles);
}

void TitleIndex::take_newest(const std::vector<PartIndex::Item>& titles) {
  constexpr size_t kNewest = 1000;
  std::vector<uint32_t> all;
  for (uint32_t i = 0; i < titles.size(); ++i)
    if (!titles[i].text.empty()) all.push_back(i);
  newest_.resize(std::min(kNewest, all.size()));
  std::ranges::partial_sort_copy(
      all, newest_, {}, [&](uint32_t i) { return std::tuple(~titles[i].date, i); },
      [&](uint32_t i) { return std::tuple(~titles[i].date, i); });
}

TitleIndex::Sight::Sight(const TitleIndex& index, const Snapshot& vault)
    : index_(index), vault_(vault) {
  for (const NoteId id : vault.table().differing_from(index.notes_)) compare(id);
}

void TitleIndex::Sight::compare(NoteId id) {
  std::unordered_map<const Chunk*, const PlacedChunk*> now;
  if (const Note* note = vault_.note(id))
    for (const PlacedChunk& in : note->chunks())
      if (in.chunk->digest.size() > 0) now.emplace(in.chunk.get(), &in);
  Chunks& moved = moved_[id];
  if (const Note* before = index_.notes_.at(id).get())
    for (const PlacedChunk& in : before->chunks()) {
      const auto at = now.find(in.chunk.get());
      moved.push_back(at == now.end() ? nullptr : at->second);
      if (at != now.end()) now.erase(at);
    }
  for (const auto& [chunk, in] : now) unknown_.emplace_back(id, in);
}

std::optional<TitleIndex::Hit> TitleIndex::Sight::at(uint32_t ordinal) const {
  const auto behind = std::ranges::upper_bound(index_.chunks_, ordinal, {}, &Placement::ordinal);
  const Placement& placed = *(behind - 1);
  if (vault_.stands_aside(placed.note)) return std::nullopt;
  const auto moved = moved_.find(placed.note);
  const PlacedChunk* const in = moved == moved_.end()
                                    ? &vault_.note(placed.note)->chunks()[placed.chunk]
                                    : moved->second[placed.chunk];
  if (!in) return std::nullopt;
  return Hit{placed.note, in, ordinal - placed.ordinal, 0};
}

void TitleIndex::Sight::find(std::string_view words,
                             const std::function<bool(const Hit&)>& f) const {
  if (words.empty()) {
    for (const uint32_t ordinal : index_.newest_)
      if (const auto hit = at(ordinal); hit && !f(*hit)) return;
    return;
  }
  std::optional<Hit> hit;  // whose text was asked for last
  const auto title_of = [&](uint32_t ordinal) -> std::optional<std::string_view> {
    hit = at(ordinal);
    if (!hit) return std::nullopt;
    return hit->in->chunk->digest.title(hit->entry);
  };
  index_.titles_.find(words, title_of, [&](uint32_t, int score) {
    hit->score = score;
    return f(*hit);
  });
}

void TitleIndex::Sight::find_notes(std::string_view words,
                                   const std::function<bool(NoteId, int score)>& f) const {
  const auto name_of = [&](NoteId id) -> std::optional<std::string_view> {
    if (moved_.contains(id) || vault_.stands_aside(id)) return std::nullopt;
    return vault_.note(id)->folded_name();
  };
  index_.names_.find(words, name_of, f);
}

void TitleIndex::Sight::for_each_unknown(
    const std::function<void(NoteId, const PlacedChunk&)>& f) const {
  for (const auto& [note, in] : unknown_)
    if (!vault_.stands_aside(note)) f(note, *in);
}

void TitleIndex::Sight::for_each_unknown_note(const std::function<void(NoteId)>& f) const {
  for (const auto& [id, chunks] : moved_)
    if (vault_.note(id) && !vault_.stands_aside(id)) f(id);
}

size_t TitleIndex::Sight::unknown_entries() const {
  size_t out = 0;
  for (const auto& [note, in] : unknown_) out += in->chunk->digest.size();
  return out;
}

}  // namespace notes
