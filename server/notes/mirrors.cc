#include "notes/mirrors.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "notes/path.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr uint32_t kCopied = 500;  // bytes: more than a title and where to find it

// A note without papers stands in nobody's way, and may be a form that is yet to be filled in.
bool may_have_mirrors(const Note& note) {
  return note.text().size() >= kCopied && !note.entries().empty();
}

// What is known of a text at rest as of any other, without going through it: its size, and where
// some of its lines begin.
Key key_of(const Text& text) {
  Key key = text.size();
  const auto add = [&](uint64_t what) { key = (key ^ what) * 0x9E3779B97F4A7C15; };
  const uint32_t lines = text.line_count();
  add(lines);
  for (const uint32_t quarter : {1u, 2u, 3u}) add(text.line(lines / 4 * quarter).begin);
  return key ^ key >> 32;
}

// Copies under other names may be of other papers: a title may be the name of the file.
bool note_the_same(const Note& one, const Note& other) {
  return std::ranges::equal(one.entries(), other.entries(), [](const auto& a, const auto& b) {
    return a->title == b->title && a->identifiers == b->identifiers;
  });
}

bool are_copies(const Note& one, const Note& other) {
  return one.text().says_the_same(other.text()) && note_the_same(one, other);
}

// The nearer to the root of its vault, the sooner a note is the one that is meant.
auto rank(const Snapshot& vault, NoteId id) {
  const std::string& path = vault.note(id)->path();
  const std::optional<std::string_view> root = vault.root_of(path);
  const auto depth = std::count(path.begin(), path.end(), '/') -
                     (root ? std::count(root->begin(), root->end(), '/') : 0);
  const std::string_view name = vault.note(id)->folded_name();
  const int usual = name == "readme" ? 0 : name == "index" ? 1 : 2;
  return std::tuple(!root, !path.starts_with('/'), depth, usual, path.size(),
                    std::string_view(path));
}

bool counts_before(const Snapshot& vault, NoteId one, NoteId other) {
  return rank(vault, one) < rank(vault, other);
}

}  // namespace

std::optional<NoteId> Mirrors::add(const Snapshot& vault, NoteId id) {
  const Note& note = *vault.note(id);
  if (!may_have_mirrors(note)) return std::nullopt;
  const Key key = key_of(note.text());
  const auto same = counting_.holders(key);
  const auto found = std::ranges::find_if(
      same, [&](NoteId other) { return are_copies(note, *vault.note(other)); });
  if (found == same.end()) {
    counting_.add(key, id);
    return std::nullopt;
  }
  const NoteId counting = *found;
  if (counts_before(vault, counting, id)) {
    std::vector<NoteId>& behind = behind_[counting];
    behind.insert(std::ranges::upper_bound(
                      behind, id, [&](NoteId a, NoteId b) { return counts_before(vault, a, b); }),
                  id);
    mirrors_.insert(id);
    return std::nullopt;
  }
  std::vector<NoteId> behind = std::move(behind_[counting]);
  behind_.erase(counting);
  behind.insert(behind.begin(), counting);
  behind_.emplace(id, std::move(behind));
  mirrors_.insert(counting);
  counting_.remove(key, counting);
  counting_.add(key, id);
  return counting;
}

std::optional<NoteId> Mirrors::remove(const Snapshot& vault, NoteId id) {
  const Note& note = *vault.note(id);
  if (!may_have_mirrors(note)) return std::nullopt;
  const Key key = key_of(note.text());
  if (mirrors_.erase(id) > 0) {
    for (const NoteId counting : counting_.holders(key)) {
      const auto group = behind_.find(counting);
      if (group == behind_.end() || std::erase(group->second, id) == 0) continue;
      if (group->second.empty()) behind_.erase(group);
      break;
    }
    return std::nullopt;
  }
  counting_.remove(key, id);
  auto group = behind_.extract(id);
  if (group.empty()) return std::nullopt;
  std::vector<NoteId>& behind = group.mapped();
  const NoteId next = behind.front();
  behind.erase(behind.begin());
  mirrors_.erase(next);
  counting_.add(key, next);
  if (!behind.empty()) behind_.emplace(next, std::move(behind));
  return next;
}

std::optional<NoteId> mirrored_by(const Snapshot& vault, NoteId mirror) {
  const Note& note = *vault.note(mirror);
  const auto counts = [&](NoteId other) {
    return !vault.stands_aside(other) && are_copies(note, *vault.note(other));
  };
  for (const Placed<Entry>& entry : note.entries()) {
    std::vector<Key> keys;
    if (!entry->title_key.empty()) keys.push_back(make_key(KeyKind::kTitle, entry->title_key));
    for (const Identifier& id : entry->identifiers)
      keys.push_back(make_key(KeyKind::kIdentifier, to_string(id)));
    for (const Key key : keys) {
      const auto holders = vault.index().notes_with(key);
      const auto found = std::ranges::find_if(holders, counts);
      if (found != holders.end()) return *found;
    }
  }
  return std::nullopt;
}

}  // namespace notes
