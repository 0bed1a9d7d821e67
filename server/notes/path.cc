#include "notes/path.h"

#include <algorithm>

namespace notes {

std::string normalised(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part == "..") {
      out.resize(out.empty() ? 0 : out.rfind('/'));
    } else if (!part.empty() && part != ".") {
      out.append("/").append(part);
    }
  }
  return out.empty() ? "/" : out;
}

bool is_below(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string_view folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return path.substr(0, std::max<size_t>(slash, 1));
}

std::string_view last_component(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

size_t distance(std::string_view from, std::string_view to) {
  const auto steps = [](std::string_view path) {
    return path == "/" ? 0 : static_cast<size_t>(std::ranges::count(path, '/'));
  };
  std::string_view shared = from;
  while (!is_below(to, shared) && shared.size() > 1) shared = folder_of(shared);
  return steps(from) + steps(to) - 2 * steps(shared);
}

}  // namespace notes
