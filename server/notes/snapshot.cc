#include "notes/snapshot.h"

#include <algorithm>

#include "notes/path.h"

namespace notes {

std::optional<NoteId> Snapshot::find(std::string_view path) const {
  return paths_.find(path, notes_);
}

std::vector<NoteId> Snapshot::changed_since(const Snapshot& before) const {
  std::vector<NoteId> out = notes_.differing_from(before.notes_);
  if (aside_ == before.aside_) return out;
  for (NoteId id = 0; id < aside_->size(); ++id)
    if ((*aside_)[id] != (id < before.aside_->size() && (*before.aside_)[id])) out.push_back(id);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<std::string_view> Snapshot::root_of(std::string_view path) const {
  std::optional<std::string_view> nearest;
  for (const std::string& root : *roots_) {
    if (is_below(path, root) && (!nearest || root.size() > nearest->size())) nearest = root;
  }
  return nearest;
}

std::string Snapshot::display_path(NoteId id) const {
  const std::string& path = note(id)->path();
  const std::optional<std::string_view> root = root_of(path);
  if (!root) return path;
  // A root may be a note itself.
  if (path == *root) return std::string(last_component(path));
  return path.substr(*root == "/" ? 1 : root->size() + 1);
}

}  // namespace notes
