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

// What the index is to know of a note: of a mirror, what it is called by its path alone.
std::shared_ptr<const Note> as_known(const std::shared_ptr<const Note>& note, bool is_mirror) {
  return note && is_mirror ? Note::parse(note->path(), Text(), note->reading()) : note;
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
  tell_mirrors_apart();
}

std::optional<Change> Workspace::load(std::shared_ptr<const Note> note) {
  const NoteId id = id_of(note->path());
  if (open_[id]) return std::nullopt;
  return put(id, std::move(note), false);
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
  return replace(id, std::move(path), std::move(text));
}

Change Workspace::set_aside(std::string_view path, bool aside) {
  const NoteId id = id_of(std::string(path));
  return left_out_[id] == aside ? Change{id, {}} : put(id, now_.shared_note(id), aside);
}

Change Workspace::edit(std::string_view path, Range range, std::string_view with) {
  const NoteId id = id_of(std::string(path));
  return put(id, now_.note(id)->edited(range, with));
}

Change Workspace::replace(std::string_view path, std::string text) {
  return replace(id_of(std::string(path)), std::string(path), std::move(text));
}

Change Workspace::replace(NoteId id, std::string path, std::string text) {
  Text now(std::move(text));
  const Note* before = now_.note(id);
  const SharedReading& reading = reading_of(path);
  if (!before || before->is_at_rest() || *before->reading() != *reading)
    return put(id, Note::parse(std::move(path), std::move(now), reading));
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

// REQUIRES: an id that is new gets its note before the path is asked for again.
NoteId Workspace::id_of(const std::string& path) {
  if (const std::optional<NoteId> found = now_.find(path)) return *found;
  if (const auto gone = gone_.extract(path)) return gone.mapped();
  const NoteId id = now_.notes_.add();
  now_.paths_.add(path, id);
  open_.push_back(false);
  left_out_.push_back(false);
  own(now_.aside_).push_back(false);
  return id;
}

Change Workspace::put(NoteId id, std::shared_ptr<const Note> note) {
  return put(id, std::move(note), left_out_[id]);
}

Change Workspace::put(NoteId id, std::shared_ptr<const Note> note, bool leave_out) {
  const std::shared_ptr<const Note> before = now_.shared_note(id);
  const bool was_known = before && !left_out_[id], is_known = note && !leave_out;
  const bool was_mirror = mirrors_.hold(id);
  const std::optional<NoteId> follows = was_known ? mirrors_.remove(now_, id) : std::nullopt;
  now_.notes_.own(id) = note;
  if (before && !note) gone_.emplace(before->path(), id);
  left_out_[id] = leave_out;
  const std::optional<NoteId> yields = is_known ? mirrors_.add(now_, id) : std::nullopt;
  const bool is_mirror = mirrors_.hold(id);
  if (now_.stands_aside(id) != (is_mirror || leave_out))
    own(now_.aside_)[id] = is_mirror || leave_out;
  const auto was = as_known(was_known ? before : nullptr, was_mirror);
  const auto is = as_known(is_known ? note : nullptr, is_mirror);
  Change out{id, now_.index_.change(id, was.get(), is.get())};
  for (const std::optional<NoteId> other : {follows, yields})
    if (other) settle(*other, out);
  return out;
}

// Whether another note is a mirror may be otherwise than the index knows.
void Workspace::settle(NoteId id, Change& change) {
  const bool is_mirror = mirrors_.hold(id);
  if (left_out_[id] || now_.stands_aside(id) == is_mirror) return;
  own(now_.aside_)[id] = is_mirror;
  const std::shared_ptr<const Note> note = now_.shared_note(id);
  const std::vector<Key> keys =
      now_.index_.change(id, as_known(note, !is_mirror).get(), as_known(note, is_mirror).get());
  change.keys.insert(change.keys.end(), keys.begin(), keys.end());
  std::ranges::sort(change.keys);
  change.turned.push_back(id);
}

// Anew: which of two is nearer to its root may be otherwise.
void Workspace::tell_mirrors_apart() {
  mirrors_ = {};
  for (NoteId id = 0; id < now_.note_limit(); ++id)
    if (now_.note(id) && !left_out_[id]) mirrors_.add(now_, id);
  Change unused;
  for (NoteId id = 0; id < now_.note_limit(); ++id)
    if (now_.note(id)) settle(id, unused);
}

}  // namespace notes
