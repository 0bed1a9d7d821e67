#include "notes/workspace.h"

#include <algorithm>
#include <utility>

#include "notes/own.h"
#include "notes/path.h"

namespace notes {
namespace {

bool begins_character(std::string_view text, size_t at) {
  return at >= text.size() || (text[at] & 0xC0) != 0x80;
}

// What of the one text is replaced by what, to give the other; whole characters.
std::pair<Range, std::string_view> difference(std::string_view before, std::string_view now) {
  const size_t shorter = std::min(before.size(), now.size());
  size_t begin = static_cast<size_t>(
      std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(shorter),
                    now.begin())
          .first -
      before.begin());
  while (begin > 0 && !(begins_character(before, begin) && begins_character(now, begin))) --begin;
  size_t same = static_cast<size_t>(
      std::mismatch(before.rbegin(), before.rbegin() + static_cast<std::ptrdiff_t>(shorter - begin),
                    now.rbegin())
          .first -
      before.rbegin());
  while (same > 0 && !begins_character(before, before.size() - same)) --same;
  return {{static_cast<uint32_t>(begin), static_cast<uint32_t>(before.size() - same)},
          now.substr(begin, now.size() - same - begin)};
}

}  // namespace

void Workspace::set_roots(std::vector<std::string> roots) {
  for (std::string& root : roots) root = normalised(root);
  std::ranges::sort(roots);
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  now_.roots_ = std::make_shared<std::vector<std::string>>(std::move(roots));
  for (NoteId id = 0; id < now_.note_limit(); ++id) {
    const Note* note = now_.note(id);
    if (note && !open_[id] && !now_.root_of(note->path())) put(id, nullptr);
  }
}

std::optional<Change> Workspace::load(std::shared_ptr<const Note> note) {
  if (is_open(note->path())) return std::nullopt;
  const NoteId id = id_of(note->path());
  set_aside(id, false);
  return put(id, std::move(note));
}

std::optional<Change> Workspace::unload(std::string_view path) {
  const std::optional<NoteId> id = now_.find(path);
  if (!id || open_[*id]) return std::nullopt;
  return put(*id, nullptr);
}

const SharedReading& Workspace::reading_of(std::string_view path) const {
  const auto root = now_.root_of(path);
  const auto found = root ? readings_.find(std::string(*root)) : readings_.end();
  return found == readings_.end() ? default_reading() : found->second;
}

Change Workspace::open(std::string path, std::string text) {
  const NoteId id = id_of(path);
  open_[id] = true;
  return replace(path, std::move(text));
}

Change Workspace::set_aside(std::string_view path, bool aside) {
  return set_aside(id_of(std::string(path)), aside);
}

Change Workspace::set_aside(NoteId id, bool aside) {
  if (now_.stands_aside(id) == aside) return {id, {}};
  const Note* note = now_.note(id);
  own(now_.aside_)[id] = aside;
  return {id, now_.index_.change(id, aside ? note : nullptr, aside ? nullptr : note)};
}

Change Workspace::edit(std::string_view path, Range range, std::string_view with) {
  const NoteId id = id_of(std::string(path));
  return put(id, now_.note(id)->edited(range, with));
}

Change Workspace::replace(std::string_view path, std::string text) {
  const NoteId id = id_of(std::string(path));
  Text now(std::move(text));
  const Note* before = now_.note(id);
  const SharedReading& reading = reading_of(path);
  if (!before || before->is_at_rest() || *before->reading() != *reading)
    return put(id, Note::parse(std::string(path), std::move(now), reading));
  // What was read from disk is mostly what the editor opens, and a client that tells whole texts
  // has mostly changed a letter: the work is done already.
  const auto [range, middle] = difference(before->text().bytes(), now.bytes());
  if (range.empty() && middle.empty()) return {id, {}};
  return put(id, before->edited(range, middle));
}

void Workspace::close(std::string_view path) {
  if (const std::optional<NoteId> id = now_.find(path)) open_[*id] = false;
}

bool Workspace::is_open(std::string_view path) const {
  const std::optional<NoteId> id = now_.find(path);
  return id && open_[*id];
}

NoteId Workspace::id_of(const std::string& path) {
  if (const std::optional<NoteId> found = now_.paths_.find(path)) return *found;
  const NoteId id = now_.notes_.add();
  now_.paths_.add(path, id);
  open_.push_back(false);
  own(now_.aside_).push_back(false);
  return id;
}

Change Workspace::put(NoteId id, std::shared_ptr<const Note> note) {
  std::shared_ptr<const Note>& held = now_.notes_.own(id);
  std::vector<Key> keys;
  if (!now_.stands_aside(id)) keys = now_.index_.change(id, held.get(), note.get());
  held = std::move(note);
  return {id, std::move(keys)};
}

}  // namespace notes
