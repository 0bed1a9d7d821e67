#include "uris.h"

#include "protocol/json_text.h"
#include "protocol/uri.h"

namespace server {

std::string Uris::path_of(const std::string& uri) {
  return protocol::path_of_uri(uri).value_or(protocol::normalise_uri(uri));
}

std::string Uris::of(const std::string& path) const {
  if (const auto it = spelled_.find(path); it != spelled_.end()) return it->second;
  return path.starts_with('/') ? protocol::uri_of_path(path) : path;
}

void Uris::append_quoted(std::string& out, const std::string& path) const {
  const auto spelled = spelled_.find(path);
  if (spelled != spelled_.end() || !path.starts_with('/'))
    return protocol::append_quoted(out, spelled != spelled_.end() ? spelled->second : path);
  out += '"';  // an escaped path holds nothing that JSON escapes
  protocol::append_uri_of_path(out, path);
  out += '"';
}

}  // namespace server
