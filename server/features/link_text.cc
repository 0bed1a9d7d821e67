#include "features/link_text.h"

#include <algorithm>

#include "features/render.h"
#include "notes/names.h"
#include "notes/path.h"
#include "notes/reading.h"

namespace features {

using notes::NoteId;
using notes::Snapshot;

namespace {

std::string relative_path(std::string_view from, std::string_view to) {
  if (from == "/") from = "";
  std::string up;
  while (!from.empty() && !notes::is_below(to, from)) {
    from = from.substr(0, from.rfind('/'));
    up += "../";
  }
  if (to.size() <= from.size()) return up;
  return up + std::string(to.substr(from.size() + 1));
}

// As little as a link in markdown needs, so that its name can still be read.
std::string escaped(std::string_view path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    if (std::string_view(" ()<>[]%#?\\\"'").find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[static_cast<unsigned char>(c) >> 4];
    out += kHex[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

bool is_relative(std::string_view to) {
  return !to.empty() && to[0] != '#' && to[0] != '/' && to[0] != '<' &&
         to.substr(0, to.find_first_of("/#?")).find(':') == std::string_view::npos;
}

}  // namespace

std::string link_path(std::string_view from_folder, std::string_view to_path) {
  return escaped(relative_path(from_folder, to_path));
}

std::string wiki_name(const Snapshot& vault, NoteId from, NoteId to) {
  const std::string name(vault.note(to)->name());
  const std::vector<NoteId> named = notes::notes_named(vault, from, name);
  if (named.size() == 1 && named[0] == to) return name;
  const std::string path = vault.display_path(to);
  const std::string_view last = notes::last_component(path);
  const size_t suffix = last.size() - notes::note_name(last, *vault.note(to)->reading()).size();
  return path.substr(0, path.size() - suffix);
}

std::string moved_links(std::string_view markdown, std::string_view from_folder,
                        std::string_view to_folder) {
  if (from_folder == to_folder) return std::string(markdown);
  std::string base = link_path(to_folder, from_folder);
  if (!base.empty() && !base.ends_with('/')) base += '/';
  std::string out;
  for (size_t at = 0; at < markdown.size();) {
    const size_t link = markdown.find("](", at);
    if (link == std::string_view::npos) return out + std::string(markdown.substr(at));
    out += markdown.substr(at, link + 2 - at);
    at = link + 2;
    std::string_view to = markdown.substr(at, markdown.find_first_of(") \n", at) - at);
    if (!is_relative(to)) continue;
    out += base;
    while (to.starts_with("./")) to.remove_prefix(2), at += 2;
  }
  return out;
}

std::string mention_of(const Snapshot& vault, NoteId from, notes::EntryId id) {
  const notes::Entry& entry = *vault.entry(id);
  if (entry.form == notes::Form::kFile) return "[[" + wiki_name(vault, from, id.note) + "]]";
  const std::string by = byline(entry);
  return "[Paper Note] " + entry.title + (by.empty() ? "" : ", " + by);
}

}  // namespace features
