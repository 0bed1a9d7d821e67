#include "notes/names.h"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>

#include "notes/key.h"
#include "notes/path.h"
#include "notes/percent.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::string_view kFolderNotes[] = {"README.md",  "readme.md", "index.md", "_index.md",
                                             "summary.md", "paper.md",  "notes.md", "note.md"};

// The folders that a relative path may start from. A document that is no file has none of its own.
std::vector<std::string> bases_of(const Snapshot& vault, NoteId from, bool rooted) {
  const std::string& path = vault.note(from)->path();
  std::vector<std::string> bases;
  if (!rooted && path.starts_with('/')) bases.emplace_back(folder_of(path));
  if (const auto root = vault.root_of(path)) {
    bases.emplace_back(*root);
  } else {
    bases.insert(bases.end(), vault.roots().begin(), vault.roots().end());
  }
  if (rooted) bases.emplace_back("/");
  return bases;
}

std::optional<NoteId> note_like(const Snapshot& vault, const std::string& path) {
  if (const auto exact = vault.find(path)) return exact;
  for (const std::string_view extension : {".md", ".markdown"}) {
    if (const auto found = vault.find(path + std::string(extension))) return found;
  }
  for (const std::string_view page : {".html", ".htm"}) {
    if (!path.ends_with(page)) continue;
    if (const auto found = vault.find(path.substr(0, path.size() - page.size()) + ".md")) {
      return found;
    }
  }
  for (const std::string_view name : kFolderNotes) {
    if (const auto found = vault.find(normalised(path + "/" + std::string(name)))) return found;
  }
  // What differs in case, or in Unicode form because another system wrote it.
  const std::string key = name_key(path);
  for (const NoteId id :
       vault.index().notes_with(make_key(KeyKind::kName, name_key(last_component(path))))) {
    if (name_key(vault.note(id)->path()) == key) return id;
  }
  return std::nullopt;
}

// `written` is the end of `path`, by whole components.
bool is_suffix(std::string_view written, std::string_view path) {
  if (!path.ends_with(written)) return false;
  return path.size() == written.size() || path[path.size() - written.size() - 1] == '/';
}

std::string_view without_extension(std::string_view path) {
  for (const std::string_view extension : {".md", ".markdown"}) {
    if (path.ends_with(extension)) return path.substr(0, path.size() - extension.size());
  }
  return path;
}

std::vector<NoteId> vault_notes_called(const Snapshot& vault, const std::string& key) {
  std::vector<NoteId> found;
  for (const NoteId id : vault.index().notes_with(make_key(KeyKind::kName, key))) {
    const auto names = vault.note(id)->other_names();
    if (std::find(names.begin(), names.end(), key) != names.end()) found.push_back(id);
  }
  return found;
}

std::vector<NoteId> notes_named_loosely(const Snapshot& vault, std::string_view name) {
  const std::string key = loose_name_key(name);
  std::vector<NoteId> found;
  if (key.empty()) return found;
  for (const NoteId id : vault.index().notes_with(make_key(KeyKind::kName, key)))
    if (loose_name_key(vault.note(id)->name()) == key) found.push_back(id);
  return found;
}

}  // namespace

std::optional<NoteId> note_at_path(const Snapshot& vault, NoteId from, std::string_view path) {
  if (path.empty()) return from;
  for (const std::string& base : bases_of(vault, from, path.starts_with('/'))) {
    const auto found = note_like(vault, normalised(base + "/" + std::string(path)));
    if (found) return found;
  }
  return std::nullopt;
}

bool is_common_name(std::string_view name) {
  const std::string key = name_key(last_component(name));
  constexpr std::string_view kCommon[] = {"readme", "index", "_index", "summary", "paper",
                                          "notes",  "note",  "full",   "todo",    "contributing"};
  return std::find(std::begin(kCommon), std::end(kCommon), key) != std::end(kCommon);
}

std::vector<NoteId> notes_named(const Snapshot& vault, NoteId from, std::string_view name) {
  if (name.empty()) return {from};
  if (name.starts_with('/') || name.starts_with("./") || name.starts_with("../")) {
    const auto found = note_at_path(vault, from, name);
    return found ? std::vector<NoteId>{*found} : std::vector<NoteId>();
  }
  const std::string key = name_key(name);
  std::vector<NoteId> exact, folded;
  for (const NoteId id :
       vault.index().notes_with(make_key(KeyKind::kName, name_key(last_component(name))))) {
    const std::string& path = vault.note(id)->path();
    if (is_suffix(without_extension(name), without_extension(path))) {
      exact.push_back(id);
    } else if (is_suffix(key, name_key(path))) {
      folded.push_back(id);
    }
  }
  std::vector<NoteId>& found = exact.empty() ? folded : exact;
  if (found.empty()) found = vault_notes_called(vault, key);
  if (found.empty()) found = notes_named_loosely(vault, name);
  // A mirror is meant where nothing else is called so.
  const auto counts = [&](NoteId id) { return !vault.stands_aside(id); };
  if (std::ranges::any_of(found, counts)) std::erase_if(found, std::not_fn(counts));
  const std::string_view here = folder_of(vault.note(from)->path());
  const auto rank = [&](NoteId id) {
    const std::string& path = vault.note(id)->path();
    return std::tuple(distance(here, folder_of(path)), std::string_view(path));
  };
  std::sort(found.begin(), found.end(), [&](NoteId a, NoteId b) { return rank(a) < rank(b); });
  return std::move(found);
}

std::vector<NoteId> notes_of(const Snapshot& vault, NoteId index, const Alias& alias) {
  const std::string path = percent_decoded(alias.path.substr(0, alias.path.find('#')));
  if (alias.is_wiki) return notes_named(vault, index, path);
  const auto note = note_at_path(vault, index, path);
  return note ? std::vector<NoteId>{*note} : std::vector<NoteId>();
}

NamesOfNote names_of(const Note& note) {
  const std::string key = name_key(note.name());
  NamesOfNote names = {{key, loose_name_key(note.name())}, {key, key + ".html", key + ".htm"}};
  names.in_wiki_links.insert(names.in_wiki_links.end(), note.other_names().begin(),
                             note.other_names().end());
  const std::string_view file = last_component(note.path());
  if (std::find(std::begin(kFolderNotes), std::end(kFolderNotes), file) != std::end(kFolderNotes)) {
    const std::string folder = name_key(last_component(folder_of(note.path())));
    names.in_wiki_links.push_back(folder);
    names.in_paths.insert(names.in_paths.end(), {folder, ".", ".."});
  }
  return names;
}

}  // namespace notes
