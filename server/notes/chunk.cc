#include "notes/chunk.h"

#include <algorithm>
#include <utility>

#include "notes/ascii.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// Entries, and what stands in the sections but in no entry's own title.
void collect(Chunk& chunk) {
  std::vector<Range> titles;
  for (const Piece& piece : chunk.pieces) {
    const uint32_t base = chunk.sections[piece.first].base;
    for (const Entry& entry : piece.claim->entries) {
      chunk.entries.push_back({&entry, base});
      titles.push_back(chunk.entries.back().at(entry.title_range));
    }
    for (const Alias& alias : piece.claim->aliases) chunk.aliases.push_back({&alias, base});
  }
  size_t references = 0, tags = 0, title = 0;
  for (const Placed<Section>& section : chunk.sections) {
    references += section->references.size();
    tags += section->tags.size();
    if (section->census.is_bare && heading_of(*section)) chunk.has_bare_heading = true;
  }
  chunk.references.reserve(references);
  chunk.tags.reserve(tags);
  for (const Placed<Section>& section : chunk.sections) {
    for (const Reference& reference : section->references) {
      const Placed<Reference> placed{&reference, section.base};
      const Range range = placed.range();
      while (title < titles.size() && titles[title].end <= range.begin) ++title;
      if (title < titles.size() && titles[title].overlaps(range) &&
          reference.kind == ReferenceKind::kTitle)
        continue;
      chunk.references.push_back(placed);
    }
    for (const TagUse& tag : section->tags) chunk.tags.push_back({&tag, section.base});
  }
  chunk.entries.shrink_to_fit();
  chunk.aliases.shrink_to_fit();
  chunk.references.shrink_to_fit();
}

// What a title says of its own paper is no reference, but to look it up in vain costs little.
void collect_reference_keys(Chunk& chunk) {
  size_t count = 0;
  for (const SharedSection& section : chunk.owned) count += section->refers_to.size();
  chunk.reference_keys.reserve(count);
  chunk.keys.reserve(chunk.entry_keys.size() + chunk.alias_keys.size() + count);
  const Row<Placed<Reference>>& references = chunk.references;
  uint32_t at = 0;
  for (const Placed<Section>& section : chunk.sections) {
    for (const auto& [key, index] : section->refers_to) {
      chunk.keys.push_back(key);
      const Placed<Reference> said{&section->references[index], section.base};
      const auto is_before_it = [&](const Placed<Reference>& one) {
        return one.base < said.base || (one.base == said.base && one.value < said.value);
      };
      while (at < references.size() && is_before_it(references[at])) ++at;
      if (at < references.size() && references[at].value == said.value)
        chunk.reference_keys.push_back({key, at});
    }
  }
  std::sort(chunk.reference_keys.begin(), chunk.reference_keys.end());
}

void collect_keys(Chunk& chunk) {
  const auto add = [](Row<EntryKey>& to, KeyKind kind, std::string_view folded, uint32_t index) {
    if (!folded.empty()) to.push_back({make_key(kind, folded), index});
  };
  constexpr size_t kUsualKeys = 8;  // of an entry
  chunk.entry_keys.reserve(kUsualKeys * chunk.entries.size());
  for (uint32_t i = 0; i < chunk.entries.size(); ++i) {
    const Entry& entry = *chunk.entries[i];
    add(chunk.entry_keys, KeyKind::kTitle, entry.title_key, i);
    if (entry.strength == Strength::kStrong)
      for (const Key block : entry.title_blocks) chunk.entry_keys.push_back({block, i});
    add(chunk.entry_keys, KeyKind::kShortTitle, short_title_key(entry.title), i);
    for (const Identifier& id : entry.identifiers) {
      add(chunk.entry_keys, KeyKind::kIdentifier, to_string(id), i);
      // Cited in another case, it is found when nothing else is called so.
      if (id.kind == IdentifierKind::kCitekey && !is_ascii_lower(id.value))
        add(chunk.entry_keys, KeyKind::kIdentifier, fold(to_string(id)), i);
    }
  }
  for (uint32_t i = 0; i < chunk.aliases.size(); ++i) {
    const Alias& alias = *chunk.aliases[i];
    add(chunk.alias_keys, KeyKind::kTitle, title_key(alias.title), i);
    for (const Identifier& id : alias.identifiers)
      add(chunk.alias_keys, KeyKind::kIdentifier, to_string(id), i);
  }
  collect_reference_keys(chunk);
  for (Row<EntryKey>* list : {&chunk.entry_keys, &chunk.alias_keys}) {
    std::sort(list->begin(), list->end());
    for (const EntryKey& key : *list) chunk.keys.push_back(key.key);
  }
  for (uint32_t i = 0; i < chunk.owned.size(); ++i)
    for (const Heading& heading : chunk.owned[i]->headings)
      add(chunk.heading_keys, KeyKind::kHeading, heading.slug, i);
  std::sort(chunk.heading_keys.begin(), chunk.heading_keys.end());
}

// The line that holds the offset of the section; nullptr where lines are not known.
const Line* line_holding(const Section& section, uint32_t offset) {
  const auto behind =
      std::partition_point(section.lines.begin(), section.lines.end(),
                           [&](const Line& line) { return line.range.begin <= offset; });
  return behind == section.lines.begin() ? nullptr : &*(behind - 1);
}

// Whether there is no room for a word beside it.
bool may_stand_alone(const Line& line, Range range) {
  constexpr uint32_t kMarks = 8;  // more than the `<`, `>` and blanks that anybody writes
  return range.begin <= line.content.begin + kMarks && line.content.end <= range.end + kMarks;
}

// Whether it may be of the work that is noted next, though it stands in an entry: no mark but a `<`
// is before it.
bool may_be_behind(const Entry& entry, const Line* line, const Reference& reference) {
  const Row<Identifier>& own = entry.identifiers;
  return (!line || reference.range.begin <= line->range.begin + 1) &&
         std::find(own.begin(), own.end(), *reference.identifier) == own.end();
}

// An entry of a chunk before may reach to the first ones; they count as loose.
void find_loose_references(Chunk& chunk) {
  size_t behind = 0;
  auto section = chunk.sections.begin();
  for (uint32_t i = 0; i < chunk.references.size(); ++i) {
    const Placed<Reference>& reference = chunk.references[i];
    if (!reference->identifier || !is_of_work(reference->identifier->kind)) continue;
    while (section->base != reference.base) ++section;
    const Line* const line = line_holding(**section, reference->range.begin);
    if (line && !may_stand_alone(*line, reference->range)) continue;
    const uint32_t at = reference.range().begin;
    while (behind < chunk.entries.size() && chunk.entries[behind].range().begin <= at) ++behind;
    if (behind > 0 && chunk.entries[behind - 1].range().touches(at) &&
        !may_be_behind(*chunk.entries[behind - 1], line, *reference))
      continue;
    chunk.loose_references.push_back(i);
  }
}

void count_tags(Chunk& chunk) {
  struct Use {
    std::string_view key;
    const TagUse* tag = nullptr;  // nullptr: one of the longer readings of another
  };
  std::vector<Use> uses;
  uses.reserve(chunk.tags.size());
  for (const Placed<TagUse>& tag : chunk.tags) {
    if (tag->key.empty()) continue;
    uses.push_back({tag->key, tag.value});
    for (const LongerTag& longer : tag->longer) uses.push_back({longer.key, nullptr});
  }
  std::stable_sort(uses.begin(), uses.end(),
                   [](const Use& a, const Use& b) { return a.key < b.key; });
  for (const Use& use : uses) {
    if (chunk.tag_counts.empty() || chunk.tag_counts.back().key != use.key) {
      chunk.tag_counts.push_back({std::string(use.key), "", 0, 0});
      chunk.keys.push_back(make_key(KeyKind::kTag, use.key));
    }
    TagCount& count = chunk.tag_counts.back();
    if (use.tag && use.tag->is_sure && count.count++ == 0) count.display = use.tag->name;
    if (!use.tag || !use.tag->is_sure || !use.tag->longer.empty()) ++count.contested;
  }
}

constexpr uint32_t Counts::*kAllCounts[] = {
    &Counts::sections, &Counts::entries, &Counts::aliases,  &Counts::references,
    &Counts::tags,     &Counts::lines,   &Counts::anchored, &Counts::anchors_only};

Counts counts_of(const Chunk& chunk) {
  const auto size = [](const auto& list) { return static_cast<uint32_t>(list.size()); };
  Counts out;
  out.sections = size(chunk.sections);
  out.entries = size(chunk.entries);
  out.aliases = size(chunk.aliases);
  out.references = size(chunk.references);
  out.tags = size(chunk.tags);
  for (const Placed<Section>& section : chunk.sections) {
    out.lines += size(section->lines);
    out.anchored += section->has_anchors;
  }
  for (const Placed<Reference>& reference : chunk.references)
    out.anchors_only += is_anchor_only(*reference);
  return out;
}

}  // namespace

bool Chunk::holds(Key key) const { return std::binary_search(keys.begin(), keys.end(), key); }

const TagCount* Chunk::tag(std::string_view key) const {
  const auto at = std::lower_bound(
      tag_counts.begin(), tag_counts.end(), key,
      [](const TagCount& count, std::string_view sought) { return count.key < sought; });
  return at != tag_counts.end() && at->key == key ? &*at : nullptr;
}

void link_parts(Chunk& chunk) {
  chunk.sections.reserve(chunk.owned.size());
  for (const SharedSection& section : chunk.owned) {
    chunk.sections.push_back({section.get(), chunk.size});
    chunk.size += section->size;
  }
  collect(chunk);
}

SharedChunk make_chunk(std::vector<SharedSection> sections, std::vector<Piece> pieces,
                       int zone_before, const Survey& survey, const Text& text, uint32_t base) {
  auto chunk = std::make_shared<Chunk>();
  chunk->zone_before = zone_before;
  chunk->survey = pack(survey);
  chunk->owned = std::move(sections);
  chunk->pieces = std::move(pieces);
  for (const Piece& piece : chunk->pieces)
    if (const size_t end = piece.first + piece.looked(); end > chunk->owned.size())
      chunk->reach = std::max(chunk->reach, end - chunk->owned.size());
  link_parts(*chunk);
  chunk->counts = counts_of(*chunk);
  find_loose_references(*chunk);
  collect_keys(*chunk);
  count_tags(*chunk);
  chunk->digest = Digest(chunk->entries, chunk->tags, chunk->sections, text, base);
  std::sort(chunk->keys.begin(), chunk->keys.end());
  chunk->keys.erase(std::unique(chunk->keys.begin(), chunk->keys.end()), chunk->keys.end());
  chunk->pieces.shrink_to_fit();
  chunk->keys.shrink_to_fit();
  chunk->entry_keys.shrink_to_fit();
  chunk->heading_keys.shrink_to_fit();
  chunk->loose_references.shrink_to_fit();
  chunk->reference_keys.shrink_to_fit();
  chunk->tag_counts.shrink_to_fit();
  return chunk;
}

TagSum& TagSum::operator+=(const TagCount& behind) {
  if (count == 0) display = behind.display;
  count += behind.count;
  contested += behind.contested;
  return *this;
}

Counts& Counts::operator+=(const Counts& more) {
  for (uint32_t Counts::*const count : kAllCounts) this->*count += more.*count;
  return *this;
}

Counts& Counts::operator-=(const Counts& less) {
  for (uint32_t Counts::*const count : kAllCounts) this->*count -= less.*count;
  return *this;
}

std::vector<Key> keys_in(std::span<const PlacedChunk> chunks) {
  std::vector<Key> out;
  size_t count = 0;
  for (const PlacedChunk& in : chunks) count += in.chunk->keys.size();
  out.reserve(count);
  constexpr size_t kFew = 4;  // are merged one by one, since each is sorted
  for (const PlacedChunk& in : chunks) {
    const auto sorted = static_cast<std::ptrdiff_t>(out.size());
    out.insert(out.end(), in.chunk->keys.begin(), in.chunk->keys.end());
    if (chunks.size() <= kFew) std::inplace_merge(out.begin(), out.begin() + sorted, out.end());
  }
  if (chunks.size() < 2) return out;
  if (chunks.size() > kFew) std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<TagSum> tags_in(std::span<const PlacedChunk> chunks) {
  std::vector<const TagCount*> all;
  for (const PlacedChunk& in : chunks)
    for (const TagCount& count : in.chunk->tag_counts) all.push_back(&count);
  if (chunks.size() > 1)
    std::stable_sort(all.begin(), all.end(),
                     [](const TagCount* a, const TagCount* b) { return a->key < b->key; });
  std::vector<TagSum> out;
  for (const TagCount* count : all) {
    if (out.empty() || out.back().key != count->key)
      out.push_back(*count);
    else
      out.back() += *count;
  }
  return out;
}

}  // namespace notes
