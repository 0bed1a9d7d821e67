// Notes at rest as bytes, and back: what is kept of a vault until it is opened again.
#include <algorithm>
#include <utility>

#include "notes/archive.h"
#include "notes/compose.h"
#include "notes/note.h"

namespace notes {

template <>
struct Members<Identifier> {
  static constexpr auto all = std::tuple(&Identifier::kind, &Identifier::value);
};

template <>
struct Members<Entry> {
  static constexpr auto all =
      std::tuple(&Entry::range, &Entry::title_range, &Entry::title, &Entry::title_key,
                 &Entry::title_blocks, &Entry::authors, &Entry::et_al, &Entry::author_key,
                 &Entry::venue, &Entry::year, &Entry::month, &Entry::noted, &Entry::identifiers,
                 &Entry::tags, &Entry::summary, &Entry::comment, &Entry::has_summary_left_out,
                 &Entry::words_at, &Entry::strength, &Entry::form);
};

template <>
struct Members<Alias> {
  static constexpr auto all =
      std::tuple(&Alias::range, &Alias::title, &Alias::path, &Alias::is_wiki, &Alias::identifiers);
};

template <>
struct Members<Claim> {
  static constexpr auto all = std::tuple(&Claim::sections, &Claim::entries, &Claim::aliases,
                                         &Claim::shares, &Claim::looked);
};

template <>
struct Members<Piece> {
  static constexpr auto all =
      std::tuple(&Piece::first, &Piece::count, &Piece::claim, &Piece::in_zone, &Piece::is_whole);
};

template <>
struct Members<LongerTag> {
  static constexpr auto all = std::tuple(&LongerTag::end, &LongerTag::key, &LongerTag::name);
};

template <>
struct Members<TagUse> {
  static constexpr auto all = std::tuple(&TagUse::range, &TagUse::name, &TagUse::source,
                                         &TagUse::is_sure, &TagUse::longer, &TagUse::key);
};

template <>
struct Members<TitleCandidate> {
  static constexpr auto all = std::tuple(&TitleCandidate::title, &TitleCandidate::begin);
};

template <>
struct Members<Reference> {
  static constexpr auto all =
      std::tuple(&Reference::kind, &Reference::range, &Reference::text, &Reference::path,
                 &Reference::anchor, &Reference::titles, &Reference::author, &Reference::venue,
                 &Reference::year, &Reference::identifier);
};

template <>
struct Members<Heading> {
  static constexpr auto all = std::tuple(&Heading::level, &Heading::range, &Heading::text_range,
                                         &Heading::text, &Heading::name, &Heading::slug);
};

template <>
struct Members<FrontMatterTrouble> {
  static constexpr auto all =
      std::tuple(&FrontMatterTrouble::kind, &FrontMatterTrouble::range, &FrontMatterTrouble::text);
};

// At rest no field is left.
template <>
struct Members<FrontMatter> {
  static constexpr auto all = std::tuple(&FrontMatter::troubles);
};

template <>
struct Members<Census> {
  static constexpr auto all = std::tuple(
      &Census::paper_items, &Census::titled_papers, &Census::title_blocks, &Census::labelled_titles,
      &Census::has_work_heading, &Census::is_section_word, &Census::is_reference_zone,
      &Census::is_loose_zone, &Census::has_labels, &Census::has_address, &Census::is_bare,
      &Census::names_papers, &Census::names_posts, &Census::is_titled, &Census::has_venue_behind,
      &Census::cited);
};

// At rest no line is left.
template <>
struct Members<Section> {
  static constexpr auto all = std::tuple(
      &Section::kind, &Section::size, &Section::headings, &Section::tags, &Section::references,
      &Section::front_matter, &Section::census, &Section::has_anchors);
};

template <>
struct Members<TagCount> {
  static constexpr auto all =
      std::tuple(&TagCount::key, &TagCount::display, &TagCount::count, &TagCount::contested);
};

template <>
struct Members<EntryKey> {
  static constexpr auto all = std::tuple(&EntryKey::key, &EntryKey::entry);
};

template <>
struct Members<ReferenceKey> {
  static constexpr auto all = std::tuple(&ReferenceKey::key, &ReferenceKey::reference);
};

template <>
struct Members<Digest::Uses> {
  static constexpr auto all = std::tuple(&Digest::Uses::tag, &Digest::Uses::end);
};

template <>
struct Members<Digest> {
  static constexpr auto all = std::tuple(&Digest::data_, &Digest::size_, &Digest::grams_,
                                         &Digest::tags_, &Digest::shortest_title_, &Digest::newest_,
                                         &Digest::has_sure_tags_, &Digest::by_tag_, &Digest::uses_);
};

template <>
struct Members<Placed<Section>> {
  static constexpr auto all = std::tuple(&Placed<Section>::value, &Placed<Section>::base);
};
static_assert(!kIsFlat<Placed<Section>>);

// Nobody shares the sections of a note at rest. What link_parts() finds again is left out.
template <>
struct Members<Chunk> {
  static constexpr auto all =
      std::tuple(&Chunk::sections, &Chunk::size, &Chunk::counts, &Chunk::pieces,
                 &Chunk::zone_before, &Chunk::survey, &Chunk::reach, &Chunk::loose_references,
                 &Chunk::keys, &Chunk::entry_keys, &Chunk::heading_keys, &Chunk::reference_keys,
                 &Chunk::alias_keys, &Chunk::digest, &Chunk::tag_counts);
};

template <>
struct Members<LineTable> {
  static constexpr auto all =
      std::tuple(&LineTable::size_, &LineTable::lines_, &LineTable::terminator_,
                 &LineTable::ends_line_, &LineTable::hash_, &LineTable::marks_, &LineTable::codes_);
};

namespace {

// What link_parts() finds again.
template <class F>
void for_each_list(auto& chunk, F f) {
  f(chunk.entries);
  f(chunk.aliases);
  f(chunk.references);
  f(chunk.tags);
}

}  // namespace

// What a note says beside its chunks, and is kept in the memory of the first.
struct Cover {
  std::shared_ptr<const LineTable> lines;
  Phrase folded_name;
  Row<Key> name_keys;
  Row<Phrase> other_names;
};

template <>
struct Members<Cover> {
  static constexpr auto all =
      std::tuple(&Cover::lines, &Cover::folded_name, &Cover::name_keys, &Cover::other_names);
};

namespace {

// nullptr where it is none.
SharedChunk chunk_from_archive(ArchiveReader& from, Cover* cover, Slab* slab) {
  constexpr size_t kMostRoom = 64;  // a byte of it says no more
  const auto [bytes, room] = from.take_apart();
  if (room > kMostRoom * bytes.size()) return nullptr;
  Arena arena(room, slab);
  ArchiveReader in(bytes, &arena);
  if (cover) in.take(*cover);
  const auto chunk = std::make_shared<Chunk>();
  chunk->memory = arena.memory();
  in.take(*chunk);
  for_each_list(*chunk, [&](auto& list) { in.take_room(list); });
  if (!in.came_out_even()) return nullptr;
  link_parts(*chunk);
  if (cover) cover->lines = {chunk, cover->lines.get()};
  return chunk;
}

}  // namespace

std::string Note::archived() const {
  ArchiveWriter out, apart;
  out.put(static_cast<uint32_t>(chunks_.size()));
  for (const PlacedChunk& in : chunks_) {
    apart.clear();
    if (&in == &chunks_.front()) {
      apart.put(text_.line_table());
      apart.put(folded_name_);
      apart.put(name_keys_);
      apart.put(other_names_);
    }
    apart.put(*in.chunk);
    for_each_list(*in.chunk, [&](const auto& list) { apart.put_room(list); });
    out.put_apart(apart);
  }
  return out.copy();
}

std::shared_ptr<const Note> Note::from_archive(std::string path, std::string_view bytes,
                                               SharedReading reading, Source source, Slab* slab) {
  ArchiveReader in(bytes);
  uint32_t count = 0;
  in.take(count);
  Cover cover;
  std::vector<SharedChunk> chunks;
  for (; count > 0 && in.is_whole(); --count) {
    SharedChunk chunk = chunk_from_archive(in, chunks.empty() ? &cover : nullptr, slab);
    if (!chunk) return nullptr;
    chunks.push_back(std::move(chunk));
  }
  if (!in.came_out_even() || chunks.empty()) return nullptr;
  const std::shared_ptr<Note> note(
      new Note(std::move(path), Text::at_rest(std::move(cover.lines)), std::move(reading)));
  note->source_ = std::move(source);
  note->folded_name_ = std::move(cover.folded_name);
  note->name_keys_ = std::move(cover.name_keys);
  note->other_names_ = std::move(cover.other_names);
  note->place({}, {std::move(chunks), 0, 0});
  note->places_.follow(nullptr, {}, note->chunks_, 0, 0);
  return note;
}

}  // namespace notes
