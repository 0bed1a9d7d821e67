#include "features/tags.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "features/every_chunk.h"
#include "features/render.h"
#include "notes/key.h"
#include "notes/tag_meaning.h"

namespace features {

using notes::EntryId;
using notes::Key;
using notes::Note;
using notes::NoteId;
using notes::PlacedChunk;
using notes::Snapshot;

namespace {

// Folding keeps the length of ASCII, so most headings need no folding to be told from the tag.
bool may_be_spelled(std::string_view text, const std::string& key) {
  return text.size() == key.size() || std::any_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '#';
         });
}

}  // namespace

notes::Key key_of_tag(std::string_view tag_key) { return make_key(notes::KeyKind::kTag, tag_key); }

std::span<const Key> EntryTags::of(NoteId note, const PlacedChunk& in, size_t entry) {
  const notes::Digest& digest = in.chunk->digest;
  if (digest.has_sure_tags()) return digest.tags(entry);
  made_.clear();
  const EntryId id{note, in.before.entries + static_cast<uint32_t>(entry)};
  for (const std::string_view tag : notes::tags_of(vault_, id)) {
    const auto [at, is_new] = known_.try_emplace(tag);
    if (is_new) at->second = key_of_tag(notes::tag_key(tag));
    made_.push_back(at->second);
  }
  return made_;
}

std::span<const Key> EntryTags::of(EntryId id) {
  const std::vector<PlacedChunk>& chunks = vault_.note(id.note)->chunks();
  const auto behind = std::upper_bound(
      chunks.begin() + 1, chunks.end(), id.index,
      [](uint32_t index, const PlacedChunk& in) { return index < in.before.entries; });
  return of(id.note, *(behind - 1), id.index - (behind - 1)->before.entries);
}

namespace {

std::vector<NoteId> holders_of(const Snapshot& vault, const std::vector<Key>& sought) {
  std::vector<NoteId> holders, before;
  for (const Key key : sought) {
    const auto ids = vault.index().notes_with(key);
    holders.swap(before);
    holders.clear();
    holders.reserve(before.size() + ids.size());
    std::set_union(before.begin(), before.end(), ids.begin(), ids.end(),
                   std::back_inserter(holders));
  }
  return holders;
}

bool has_one_of(std::span<const Key> tags, const std::vector<Key>& sought) {
  return std::find_first_of(tags.begin(), tags.end(), sought.begin(), sought.end()) != tags.end();
}

// See every_chunk.h.
struct Wanted {
  const MayMatter& may_matter;

  void prefetch(const notes::Digest&) const {}
  bool is_wanted(NoteId id, const PlacedChunk& in) const {
    return in.chunk->digest.size() > 0 &&
           may_matter(EntryId{id, in.before.entries}, in.chunk->digest.newest());
  }
  void prefetch_all(const notes::Digest& digest) const { digest.prefetch_tags(); }
};

// From 0 up to `count`, each once, in an order whose beginnings are spread evenly.
class Spread {
 public:
  explicit Spread(size_t count) : count_(count) {
    // The golden section, made to have no divisor in common with the count.
    step_ = std::max<size_t>(1, static_cast<size_t>(static_cast<double>(count) * 0.618));
    while (std::gcd(step_, count_) > 1) ++step_;
  }
  size_t next() { return at_ = (at_ + step_) % count_; }

 private:
  size_t count_;
  size_t step_ = 1;
  size_t at_ = 0;
};

}  // namespace

void for_each_tagged(const Snapshot& vault, const std::vector<Key>& sought,
                     const MayMatter& may_matter, const EachTagged& f) {
  const std::vector<NoteId> holders = holders_of(vault, sought);
  EntryTags tags_of(vault);
  const auto holder = [&](size_t i) { return holders[i]; };
  const auto look = [&](NoteId id, const PlacedChunk& in) {
    const notes::Digest& digest = in.chunk->digest;
    for (uint32_t i = 0; i < digest.size(); ++i) {
      const EntryId entry{id, in.before.entries + i};
      if (!may_matter(entry, digest.date(i))) continue;
      const std::span<const Key> tags = tags_of.of(id, in, i);
      if (has_one_of(tags, sought)) f({entry, digest.date(i), tags});
    }
  };
  for_each_chunk_of(vault, holders.size(), holder, Wanted{may_matter}, look);
}

bool sample_tagged(const Snapshot& vault, const std::vector<Key>& sought, size_t most,
                   const EachTagged& f) {
  const std::vector<NoteId> holders = holders_of(vault, sought);
  if (holders.empty()) return true;
  EntryTags tags_of(vault);
  size_t found = 0;
  bool is_all = true;
  const auto look_in = [&](NoteId id, const PlacedChunk& in) {
    const notes::Digest& digest = in.chunk->digest;
    for (uint32_t i = 0; i < digest.size(); ++i) {
      const std::span<const Key> tags = tags_of.of(id, in, i);
      if (!has_one_of(tags, sought)) continue;
      f({{id, in.before.entries + i}, digest.date(i), tags});
      ++found;
    }
  };
  // No note gives more than a few times its share.
  const size_t share = std::max<size_t>(16, 4 * most / holders.size());
  Spread notes(holders.size());
  for (size_t i = 0; i < holders.size(); ++i) {
    if (found >= most) return false;
    const NoteId id = holders[notes.next()];
    const Note* note = vault.note(id);
    if (!note) continue;
    Spread chunks(note->chunks().size());
    const size_t enough = std::min(found + share, most);
    for (size_t k = 0; k < note->chunks().size(); ++k) {
      if (found >= enough) {
        is_all = false;
        break;
      }
      look_in(id, note->chunks()[chunks.next()]);
    }
  }
  return is_all;
}

size_t TagTally::place_of(Key tag) const {
  // The highest bits choose shards of the index, and the lowest are the kind.
  size_t at = (tag >> 8) & (met_.size() - 1);
  while (met_[at].count != 0 && met_[at].tag != tag) at = (at + 1) & (met_.size() - 1);
  return at;
}

void TagTally::add(Key tag, uint32_t count) {
  if (count == 0) return;
  Met& met = met_[place_of(tag)];
  met.tag = tag;
  if (std::exchange(met.count, met.count + count) != 0) return;
  if (++used_ * 2 < met_.size()) return;
  const std::vector<Met> old = std::exchange(met_, std::vector<Met>(4 * met_.size()));
  for (const Met& one : old)
    if (one.count > 0) met_[place_of(one.tag)] = one;
}

uint32_t TagTally::of(Key tag) const { return met_[place_of(tag)].count; }

namespace {

// See every_chunk.h.
struct WithTags {
  void prefetch(const notes::Digest& digest) const { digest.prefetch_uses(); }
  bool is_wanted(NoteId, const PlacedChunk&) const { return true; }
  void prefetch_all(const notes::Digest&) const {}
};

}  // namespace

std::vector<Spot> uses_of_tag(const Snapshot& vault, const std::string& key) {
  const Key tag = key_of_tag(key);
  const std::span<const NoteId> holders = vault.index().notes_with(tag);
  const auto holder = [&](size_t i) { return holders[i]; };
  std::vector<Spot> out;
  const auto add = [&](NoteId id, const PlacedChunk& in) {
    for (const notes::Digest::Use& use : in.chunk->digest.uses(tag)) {
      if (use.is_plain()) {
        const uint32_t begin = in.base + use.begin;
        out.push_back(
            {id,
             {begin, begin + use.size},
             Columns{in.before.lines + use.line, use.column, uint32_t{use.column} + use.width}});
        continue;
      }
      const notes::Placed<notes::TagUse>& held = in.chunk->tags[use.line];
      const auto meant = notes::meaning_of(vault, {held.value, in.base + held.base});
      if (meant && meant->key == key) out.push_back({id, meant->range});
    }
  };
  for_each_chunk_of(vault, holders.size(), holder, WithTags(), add);
  return out;
}

std::vector<TagBeside> tags_beside(const Snapshot& vault, const std::vector<Key>& tags, Key but,
                                   size_t limit, size_t sampled) {
  TagTally tally;
  const bool is_all = sample_tagged(vault, tags, sampled, [&](const Tagged& entry) {
    for (const Key tag : entry.tags)
      if (tag != but) tally.add(tag);
  });
  std::vector<std::pair<const std::string*, uint32_t>> met;
  vault.index().for_each_tag([&](const std::string& tag, const notes::TagTotal& total) {
    if (const uint32_t count = tally.of(total.key); count > 0) met.push_back({&tag, count});
  });
  const auto end = met.begin() + static_cast<std::ptrdiff_t>(std::min(limit, met.size()));
  std::partial_sort(met.begin(), end, met.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : *a.first < *b.first;
  });
  std::vector<TagBeside> out;
  for (auto at = met.begin(); at != end; ++at) out.push_back({*at->first, is_all ? at->second : 0});
  return out;
}

std::string list_tags(const Snapshot& vault, const std::vector<TagBeside>& tags, size_t limit) {
  std::string out;
  for (size_t i = 0; i < tags.size() && i < limit; ++i) {
    const notes::TagTotal* total = vault.index().tag(tags[i].key);
    if (i > 0) out += ", ";
    out += inert("#" + (total ? total->display : tags[i].key));
    if (tags[i].count > 0) out += " (" + std::to_string(tags[i].count) + ')';
  }
  return out;
}

std::vector<Spot> pages_of_tag(const Snapshot& vault, const std::string& key) {
  std::vector<Spot> out;
  const auto name = make_key(notes::KeyKind::kName, notes::name_key(key));
  for (const NoteId id : vault.index().notes_with(name)) {
    const Note* note = vault.note(id);
    if (note && !vault.stands_aside(id) && notes::tag_key(note->name()) == key)
      out.push_back({id, note->text().line(0)});
  }
  if (!out.empty()) return out;
  for (NoteId id = 0; id < vault.note_limit(); ++id) {
    const Note* note = vault.note(id);
    if (!note || vault.stands_aside(id)) continue;
    for (const auto& section : note->sections()) {
      for (const notes::Heading& heading : section->headings) {
        if (!may_be_spelled(heading.text, key) || notes::tag_key(heading.text) != key) continue;
        const notes::Range range = section.at(heading.range);
        if (!note->entry_titled_at(range.begin)) out.push_back({id, range});
      }
    }
  }
  return out;
}

}  // namespace features
