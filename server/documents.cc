#include "documents.h"

#include <algorithm>

#include "notes/path.h"

namespace server {
namespace {

void add(Documents::Touched& touched, const notes::Change& change) {
  touched.push_back(change.note);
  touched.insert(touched.end(), change.turned.begin(), change.turned.end());
}

Documents::Touched touched_by(const notes::Change& change) {
  Documents::Touched out;
  add(out, change);
  return out;
}

}  // namespace

void Documents::set_roots(std::vector<std::string> roots) {
  workspace_.set_roots(std::move(roots));
  snapshot_.reset();
}

Documents::Touched Documents::set_readings(std::map<std::string, notes::SharedReading> by_root,
                                           const Ignores& ignores) {
  workspace_.set_readings(std::move(by_root));
  std::vector<std::string> paths;
  const notes::Snapshot& now = workspace_.snapshot();
  for (notes::NoteId id = 0; id < now.note_limit(); ++id)
    if (const notes::Note* note = now.note(id)) paths.push_back(note->path());
  Touched out;
  snapshot_.reset();
  for (const std::string& path : paths) {
    if (is_open(path)) {
      add(out, workspace_.replace(path, std::string(held(path)->text().bytes())));
      add(out, workspace_.set_aside(path, ignores(path)));
    } else if (ignores(path) || !notes::is_note_path(path, *reading_of(path))) {
      if (const auto change = workspace_.unload(path)) add(out, *change);
    }
  }
  return out;
}

std::shared_ptr<const notes::Note> Documents::held(const std::string& path) const {
  const notes::Snapshot& now = workspace_.snapshot();
  const std::optional<notes::NoteId> id = now.find(path);
  return id ? now.shared_note(*id) : nullptr;
}

Documents::Touched Documents::open(const std::string& uri, int version, std::string text) {
  const std::string path = Uris::path_of(uri);
  auto uris = std::make_shared<Uris>(*uris_);
  uris->spell(path, uri);
  uris_ = std::move(uris);
  versions_[path] = version;
  snapshot_.reset();
  return touched_by(workspace_.open(path, std::move(text)));
}

Documents::Touched Documents::set_aside(const std::string& uri) {
  const std::string path = Uris::path_of(uri);
  if (!is_open(path)) return {};
  snapshot_.reset();
  return touched_by(workspace_.set_aside(path, true));
}

bool Documents::change(const std::string& uri, std::optional<int> version,
                       const std::vector<TextChange>& changes, Touched& touched) {
  const std::string path = Uris::path_of(uri);
  if (!is_open(path)) {
    if (changes.empty() || changes.back().range) return false;
    touched = open(uri, version.value_or(0), changes.back().text);
    return true;
  }
  snapshot_.reset();
  touched.clear();
  for (const TextChange& change : changes) {
    if (!change.range) {
      add(touched, workspace_.replace(path, change.text));
      continue;
    }
    const notes::Text& text = held(path)->text();
    const uint32_t begin = text.offset(change.range->first, client_->encoding);
    const uint32_t end = text.offset(change.range->second, client_->encoding);
    add(touched, workspace_.edit(path, {std::min(begin, end), std::max(begin, end)}, change.text));
  }
  if (version) versions_[path] = *version;
  if (const auto id = find(uri); id && touched.empty()) touched = {*id};
  return true;
}

std::optional<std::string> Documents::close(const std::string& uri, Touched& touched) {
  const std::string path = Uris::path_of(uri);
  if (!is_open(path)) return std::nullopt;
  versions_.erase(path);
  outliners_.erase(path);
  auto uris = std::make_shared<Uris>(*uris_);
  uris->forget(path);
  uris_ = std::move(uris);
  workspace_.close(path);
  snapshot_.reset();
  if (path.starts_with('/') &&
      std::any_of(roots().begin(), roots().end(),
                  [&](const std::string& root) { return notes::is_below(path, root); }))
    return path;
  touched = unload(path);
  return std::nullopt;
}

Documents::Touched Documents::load(std::vector<std::shared_ptr<const notes::Note>> notes) {
  Touched out;
  snapshot_.reset();
  for (std::shared_ptr<const notes::Note>& note : notes)
    if (const std::optional<notes::Change> change = workspace_.load(std::move(note)))
      add(out, *change);
  return out;
}

void Documents::join(std::vector<std::shared_ptr<const notes::Note>> notes) {
  joined_ += notes.size();
  unseen_ += notes.size();
  if (2 * unseen_ >= joined_) snapshot_.reset();
  for (std::shared_ptr<const notes::Note>& note : notes) workspace_.load(std::move(note));
}

void Documents::all_joined() {
  joined_ = 0;
  snapshot_.reset();
}

void Documents::see(notes::NoteId note) {
  if (snapshot_ && snapshot_->shared_note(note) != workspace_.snapshot().shared_note(note))
    snapshot_.reset();
}

Documents::Touched Documents::unload(const std::string& path) {
  std::vector<std::string> paths;
  const notes::Snapshot& now = workspace_.snapshot();
  for (notes::NoteId id = 0; id < now.note_limit(); ++id)
    if (const notes::Note* note = now.note(id); note && notes::is_below(note->path(), path))
      paths.push_back(note->path());
  Touched out;
  snapshot_.reset();
  for (const std::string& gone : paths)
    if (const std::optional<notes::Change> change = workspace_.unload(gone)) add(out, *change);
  return out;
}

void Documents::take(std::shared_ptr<const notes::TitleIndex> titles) {
  workspace_.take(std::move(titles));
  snapshot_.reset();
}

std::optional<notes::NoteId> Documents::find(const std::string& uri) const {
  return workspace_.snapshot().find(Uris::path_of(uri));
}

std::shared_ptr<const Outliner> Documents::outliner_of(const std::string& uri) {
  const std::string path = Uris::path_of(uri);
  if (!is_open(path)) return std::make_shared<Outliner>();
  std::shared_ptr<const Outliner>& own = outliners_[path];
  if (!own) own = std::make_shared<Outliner>();
  return own;
}

bool Documents::wake(notes::NoteId id) {
  const notes::Note* note = workspace_.snapshot().note(id);
  if (!note || !note->is_at_rest()) return true;
  std::shared_ptr<const notes::Note> whole = note->whole();
  if (!whole) return false;
  snapshot_.reset();
  workspace_.load(std::move(whole));
  return true;
}

std::optional<int> Documents::version_of(const std::string& path) const {
  const auto it = versions_.find(path);
  return it == versions_.end() ? std::nullopt : std::optional(it->second);
}

View Documents::view() {
  if (!snapshot_) {
    snapshot_ = std::make_shared<const notes::Snapshot>(workspace_.snapshot());
    unseen_ = 0;
  }
  return {snapshot_, uris_, client_};
}

}  // namespace server
