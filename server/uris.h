// Which URI a note has for a client: the client's own spelling for what it opened, else the usual
// one. Immutable once shared; any thread.
#pragma once

#include <string>
#include <unordered_map>

namespace server {

class Uris {
 public:
  // The path that a URI names, or the whole URI when it names no file here.
  static std::string path_of(const std::string& uri);

  std::string of(const std::string& path) const;
  // The same as a string in JSON.
  void append_quoted(std::string& out, const std::string& path) const;
  void spell(const std::string& path, const std::string& uri) { spelled_[path] = uri; }
  void forget(const std::string& path) { spelled_.erase(path); }

 private:
  std::unordered_map<std::string, std::string> spelled_;  // by path, of the documents that are open
};

}  // namespace server
