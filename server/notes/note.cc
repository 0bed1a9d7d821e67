#include "notes/note.h"

#include <algorithm>
#include <utility>

#include "notes/blocks.h"
#include "notes/compose.h"
#include "notes/lines.h"
#include "notes/outline.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// What in a sequence of placed things touches the offset. Ranges of one sequence never overlap.
template <class T>
std::optional<Placed<T>> touching(const Sequence<T>& all, uint32_t offset) {
  const auto it = std::partition_point(
      all.begin(), all.end(), [&](const Placed<T>& one) { return one.range().end < offset; });
  for (auto at = it; at != all.end() && at->range().begin <= offset; ++at)
    // Between two that meet at the offset, the one that starts there is meant.
    if (at->range().contains(offset) || at + 1 == all.end() || (at + 1)->range().begin > offset)
      return *at;
  return std::nullopt;
}

// What front matter, or the page properties of an outliner, say that the note may be called.
Row<Phrase> other_names_in(const Note& note) {
  Row<Phrase> out;
  const auto add = [&](std::string_view name) {
    const Phrase key = name_key(name);
    if (!key.empty() && std::find(out.begin(), out.end(), key) == out.end()) out.push_back(key);
  };
  if (note.sections().empty()) return out;
  const Placed<Section> head = note.sections().front();
  for (std::string_view key : {"aliases", "alias", "permalink"})
    if (const FrontMatterField* field = head->front_matter.find(key))
      for (const FrontMatterValue& value : field->values) add(value.text);
  if (head->kind != SectionKind::kText) return out;
  // Where some editors publish the note from.
  if (const std::string_view first = note.text().slice(note.text().line(0));
      first.starts_with("#! http"))
    add(trim(first.substr(3)));
  constexpr size_t kMostProperties = 20;
  for (size_t i = 0; i < std::min(head->lines.size(), kMostProperties); ++i) {
    const std::string_view line = note.text().slice(head.at(head->lines[i].content));
    const size_t mark = line.find(":: ");
    if (mark == std::string_view::npos) continue;
    const std::string_view property = trim(line.substr(0, mark));
    if (property == "title") add(trim(line.substr(mark + 3)));
    if (property != "alias" && property != "aliases") continue;
    for (std::string_view rest = line.substr(mark + 3); !rest.empty();) {
      const size_t comma = std::min(rest.find(','), rest.size());
      std::string_view name = trim(rest.substr(0, comma));
      if (name.starts_with("[[") && name.ends_with("]]")) name = name.substr(2, name.size() - 4);
      add(name);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
  return out;
}

}  // namespace

std::string_view Note::name() const { return note_name(path_, *reading_); }

std::shared_ptr<const Note> Note::parse(std::string path, Text text, SharedReading reading) {
  std::shared_ptr<Note> note = read(std::move(path), std::move(text), std::move(reading));
  note->share_out();
  return note;
}

// All that is understood; the text is still in one piece.
std::shared_ptr<Note> Note::read(std::string path, Text text, SharedReading reading) {
  std::shared_ptr<Note> note(new Note(std::move(path), std::move(text), std::move(reading)));
  note->text_.cut({0, note->text_.size()}, {});
  const std::string_view bytes = note->text_.bytes();
  const std::vector<Cut> cuts =
      is_bibliography(note->path_) ? std::vector<Cut>{{0, SectionKind::kBibtex}} : outline(bytes);
  std::vector<SectionText> pieces;
  pieces.reserve(cuts.size());
  for (size_t i = 0; i < cuts.size(); ++i) {
    const size_t end = i + 1 < cuts.size() ? cuts[i + 1].begin : bytes.size();
    pieces.push_back({cuts[i].kind, bytes.substr(cuts[i].begin, end - cuts[i].begin)});
  }
  note->place({}, compose({note->path_, note->text_, *note->reading_,
                           read_sections(pieces, *note->reading_)}));
  note->name_itself();
  return note;
}

// So that an edit costs what it touches.
void Note::share_out() {
  cut_text(0, chunks_.size());
  places_.follow(nullptr, {}, chunks_, 0, 0);
}

// Those of `before` that stay are not looked into.
void Note::place(std::span<const PlacedChunk> before, Composed composed) {
  const auto first = before.first(composed.first), behind = before.last(composed.behind);
  chunks_.reserve(first.size() + composed.made.size() + behind.size());
  chunks_.assign(first.begin(), first.end());
  uint32_t base = 0;
  Counts placed;
  if (!first.empty()) {
    base = first.back().end();
    placed = counts();
  }
  for (SharedChunk& chunk : composed.made) {
    chunks_.push_back({std::move(chunk), base, placed});
    base = chunks_.back().end();
    placed += chunks_.back().chunk->counts;
  }
  if (behind.empty()) return;
  const uint32_t moved = base - behind.front().base;
  placed -= behind.front().before;
  for (const PlacedChunk& in : behind) {
    chunks_.push_back({in.chunk, in.base + moved, in.before});
    chunks_.back().before += placed;
  }
}

Counts Note::counts() const {
  Counts out = chunks_.back().before;
  return out += chunks_.back().chunk->counts;
}

// So that every chunk is in one piece of the text, and costs no more than its piece.
void Note::cut_text(size_t first, size_t last) {
  std::vector<uint32_t> begins;
  for (size_t i = first; i < last; ++i) begins.push_back(chunks_[i].base);
  const Range range{begins.front(), chunks_[last - 1].end()};
  text_.cut(range, std::span(begins).subspan(1));
}

void Note::name_itself() {
  folded_name_ = fold(name());
  other_names_ = other_names_in(*this);
  const auto add = [&](std::string_view name) {
    if (!name.empty()) name_keys_.push_back(make_key(KeyKind::kName, name));
  };
  add(name_key(name()));
  add(loose_name_key(name()));
  for (const Phrase& other : other_names_) add(other);
  std::sort(name_keys_.begin(), name_keys_.end());
  name_keys_.erase(std::unique(name_keys_.begin(), name_keys_.end()), name_keys_.end());
}

std::vector<Key> Note::keys() const {
  std::vector<Key> out = keys_in(chunks_);
  out.insert(out.end(), name_keys_.begin(), name_keys_.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool Note::holds(Key key) const {
  if (std::binary_search(name_keys_.begin(), name_keys_.end(), key)) return true;
  if (places_.is_kept()) return !places_.chunks_with(key).empty();
  return std::any_of(chunks_.begin(), chunks_.end(),
                     [&](const PlacedChunk& in) { return in.chunk->holds(key); });
}

std::vector<bool> Note::chunks_holding(std::span<const Key> keys) const {
  std::vector<bool> out(chunks_.size());
  for (const Key key : keys)
    for (const uint32_t chunk : places_.chunks_with(key)) out[chunk] = true;
  return out;
}

std::vector<EntryKey> Note::with_key(Row<EntryKey> Chunk::*list, uint32_t Counts::*count,
                                     Key key) const {
  std::vector<EntryKey> out;
  const auto add = [&](const PlacedChunk& in) {
    const Row<EntryKey>& keys = (*in.chunk).*list;
    for (auto at = std::lower_bound(keys.begin(), keys.end(), EntryKey{key, 0});
         at != keys.end() && at->key == key; ++at)
      out.push_back({key, in.before.*count + at->entry});
  };
  if (places_.is_kept()) {
    for (const uint32_t chunk : places_.chunks_with(key)) add(chunks_[chunk]);
  } else {
    for (const PlacedChunk& in : chunks_) add(in);
  }
  return out;
}

std::vector<EntryKey> Note::entries_with(Key key) const {
  return with_key(&Chunk::entry_keys, &Counts::entries, key);
}

std::vector<EntryKey> Note::aliases_with(Key key) const {
  return with_key(&Chunk::alias_keys, &Counts::aliases, key);
}

std::vector<TagSum> Note::tag_counts() const { return tags_in(chunks_); }

TagSum Note::tag_count(std::string_view key) const {
  TagSum out(key);
  const auto add = [&](const PlacedChunk& in) {
    if (const TagCount* count = in.chunk->tag(key)) out += *count;
  };
  if (places_.is_kept()) {
    for (const uint32_t chunk : places_.chunks_with(make_key(KeyKind::kTag, key)))
      add(chunks_[chunk]);
  } else {
    for (const PlacedChunk& in : chunks_) add(in);
  }
  return out;
}

std::vector<Placed<Heading>> Note::headings() const {
  std::vector<Placed<Heading>> out;
  for (const Placed<Section>& section : sections())
    for (const Heading& heading : section->headings) out.push_back({&heading, section.base});
  return out;
}

std::optional<Placed<Reference>> Note::reference_at(uint32_t offset) const {
  return touching(references(), offset);
}

std::optional<Placed<TagUse>> Note::tag_at(uint32_t offset) const {
  return touching(tags(), offset);
}

std::optional<size_t> Note::entry_at(uint32_t offset) const {
  const auto all = entries();
  const auto it = std::partition_point(all.begin(), all.end(), [&](const Placed<Entry>& entry) {
    return entry.range().begin <= offset;
  });
  if (it == all.begin()) return std::nullopt;
  const size_t index = static_cast<size_t>(it - all.begin()) - 1;
  return all[index].range().touches(offset) ? std::optional(index) : std::nullopt;
}

std::optional<size_t> Note::entry_titled_at(uint32_t offset) const {
  const Range line = text_.line(text_.line_of(offset));
  const auto all = entries();
  const auto title = [](const Placed<Entry>& entry) { return entry.at(entry->title_range); };
  // Entries do not overlap, so their titles are in order.
  const auto it = std::partition_point(all.begin(), all.end(), [&](const Placed<Entry>& entry) {
    return title(entry).end < line.begin;
  });
  if (it == all.end() || title(*it).begin > line.end) return std::nullopt;
  return static_cast<size_t>(it - all.begin());
}

std::optional<Placed<Heading>> Note::heading_named(std::string_view anchor) const {
  const std::string folded = fold(trim(anchor));
  const std::string slug = slug_of(anchor);
  std::optional<Placed<Heading>> first;
  for (const std::string& name : {folded, slug}) {
    if (name.empty()) continue;
    for (const EntryKey& at :
         with_key(&Chunk::heading_keys, &Counts::sections, make_key(KeyKind::kHeading, name))) {
      const Placed<Section> section = sections()[at.entry];
      for (const Heading& heading : section->headings) {
        const Placed<Heading> found{&heading, section.base};
        if (heading.slug == name && (!first || found.range().begin < first->range().begin))
          first = found;
      }
    }
  }
  return first;
}

}  // namespace notes
