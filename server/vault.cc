#include "vault.h"

#include <filesystem>
#include <map>

#include "log.h"
#include "notes/path.h"
#include "settings.h"

namespace server {

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  std::string out =
      (error ? std::filesystem::path(path) : absolute).lexically_normal().generic_string();
  while (out.size() > 1 && out.ends_with('/')) out.pop_back();
  return out;
}

namespace {

// What the nearest settings file at or above the folder says of the notes in it.
notes::SharedReading reading_at(const notes::Disk& disk, std::string_view folder) {
  const auto of_root = [root = std::string(folder)](notes::Reading reading) {
    reading.root = root;
    return std::make_shared<const notes::Reading>(std::move(reading));
  };
  for (;; folder = notes::folder_of(folder)) {
    const std::string path =
        std::string(folder == "/" ? "" : folder) + "/" + std::string(kSettingsFile);
    if (const std::optional<std::string> text = disk.read(path)) {
      Settings settings;
      for (const Trouble& one : apply_toml(*text, settings))
        log_error(path + ":" + std::to_string(one.line + 1) + ": " + one.sentence);
      return of_root(std::move(settings.reading));
    }
    if (folder.size() <= 1) return of_root(*notes::default_reading());
  }
}

}  // namespace

notes::Workspace read_vault(const notes::Disk& disk, const std::vector<std::string>& paths) {
  notes::Workspace workspace;
  std::map<std::string, notes::SharedReading> readings;
  std::vector<std::string> roots;
  for (const std::string& path : paths) {
    // Folders hold their notes; whatever else is asked for is a note by being asked for.
    const bool is_file = disk.read(path).has_value();
    roots.push_back(is_file ? std::string(notes::folder_of(path)) : path);
    readings.try_emplace(roots.back(), reading_at(disk, roots.back()));
  }
  workspace.set_roots(roots);
  workspace.set_readings(readings);
  for (size_t i = 0; i < paths.size(); ++i) {
    const notes::SharedReading& reading = readings[roots[i]];
    const bool is_folder = roots[i] == paths[i];
    for (std::string& file :
         is_folder ? disk.list(paths[i], *reading) : std::vector<std::string>{paths[i]})
      if (std::optional<std::string> bytes = disk.read(file))
        workspace.load(
            notes::Note::parse(std::move(file), notes::Text(*std::move(bytes)), reading));
  }
  return workspace;
}

}  // namespace server
