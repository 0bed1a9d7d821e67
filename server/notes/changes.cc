#include "notes/changes.h"

#include <algorithm>
#include <iterator>

namespace notes {
namespace {

std::span<const PlacedChunk> chunks_of(const Note* note) {
  return note ? std::span<const PlacedChunk>(note->chunks()) : std::span<const PlacedChunk>();
}

std::vector<Key> keys_of(const Note* note, std::span<const PlacedChunk> chunks) {
  std::vector<Key> all;
  if (!note) return all;
  std::ranges::set_union(keys_in(chunks), note->name_keys(), std::back_inserter(all));
  return all;
}

// Keys that others of the note's chunks hold as well are not gone, or were there before.
void drop_held(std::vector<Key>& keys, const Note* note, bool some_shared) {
  if (note && some_shared) std::erase_if(keys, [&](Key key) { return note->holds(key); });
}

void add(std::vector<TagSum>& out, const TagSum& here, const Note& note, bool some_shared) {
  if (!some_shared) return out.push_back(here);
  TagSum all = note.tag_count(here.key);
  if (all.count + all.contested > 0) out.push_back(all);
}

// Both lists are sorted by key; what is equal in both is left alone.
void compare_tags(const Note* before, const Note* after, const Differing& chunks, Changes& out) {
  const std::vector<TagSum> was = tags_in(chunks.before), is = tags_in(chunks.after);
  const auto changed = [&](const TagSum& tag) {
    if (before) add(out.was, tag, *before, chunks.some_shared);
    if (after) add(out.is, tag, *after, chunks.some_shared);
  };
  // Where nothing is shared, a tag is in one list or in each as it is.
  for (auto a = was.begin(), b = is.begin(); a != was.end() || b != is.end();) {
    if (a != was.end() && b != is.end() && a->key == b->key) {
      if (*a != *b) {
        add(out.was, *a, *before, chunks.some_shared);
        add(out.is, *b, *after, chunks.some_shared);
      }
      ++a, ++b;
    } else if (b == is.end() || (a != was.end() && a->key < b->key)) {
      chunks.some_shared ? changed(*a) : out.was.push_back(*a);
      ++a;
    } else {
      chunks.some_shared ? changed(*b) : out.is.push_back(*b);
      ++b;
    }
  }
}

}  // namespace

Differing differing(const Note* before, const Note* after) {
  Differing out{chunks_of(before), chunks_of(after), false};
  const auto same = [](const PlacedChunk& a, const PlacedChunk& b) { return a.chunk == b.chunk; };
  while (!out.before.empty() && !out.after.empty() && same(out.before.front(), out.after.front())) {
    out.before = out.before.subspan(1);
    out.after = out.after.subspan(1);
    out.some_shared = true;
  }
  while (!out.before.empty() && !out.after.empty() && same(out.before.back(), out.after.back())) {
    out.before = out.before.first(out.before.size() - 1);
    out.after = out.after.first(out.after.size() - 1);
    out.some_shared = true;
  }
  return out;
}

Changes changes(const Note* before, const Note* after) {
  const Differing chunks = differing(before, after);
  std::vector<Key> was = keys_of(before, chunks.before), is = keys_of(after, chunks.after);
  Changes out;
  if (!before) {
    out.come = std::move(is);
  } else {
    std::ranges::set_difference(was, is, std::back_inserter(out.gone));
    std::ranges::set_difference(is, was, std::back_inserter(out.come));
  }
  drop_held(out.gone, after, chunks.some_shared);
  drop_held(out.come, before, chunks.some_shared);
  compare_tags(before, after, chunks, out);
  return out;
}

}  // namespace notes
