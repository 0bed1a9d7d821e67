#include "vault.h"

#include <filesystem>

namespace server {

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  std::string out =
      (error ? std::filesystem::path(path) : absolute).lexically_normal().generic_string();
  while (out.size() > 1 && out.ends_with('/')) out.pop_back();
  return out;
}

notes::Workspace read_vault(const notes::Disk& disk, const std::vector<std::string>& paths) {
  notes::Workspace workspace;
  std::vector<std::string> roots;
  for (const std::string& path : paths)
    roots.push_back(notes::is_note_path(path)
                        ? std::filesystem::path(path).parent_path().generic_string()
                        : path);
  workspace.set_roots(roots);
  for (const std::string& path : paths)
    for (std::string& file : disk.list(path))
      if (std::optional<std::string> bytes = disk.read(file))
        workspace.load(notes::Note::parse(std::move(file), notes::Text(*std::move(bytes))));
  return workspace;
}

}  // namespace server
