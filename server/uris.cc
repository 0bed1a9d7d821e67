#include "uris.h"

#include "protocol/uri.h"

namespace server {

std::string Uris::path_of(const std::string& uri) {
  return protocol::path_of_uri(uri).value_or(protocol::normalise_uri(uri));
}

std::string Uris::of(const std::string& path) const {
  if (const auto it = spelled_.find(path); it != spelled_.end()) return it->second;
  return path.starts_with('/') ? protocol::uri_of_path(path) : path;
}

}  // namespace server
