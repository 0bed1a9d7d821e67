// URLs taken apart, as far as the page of a work needs it. Pure: any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace notes {

// Views into the text that was given.
struct Url {
  std::string host;  // lower case, without `www.`
  std::string_view path;
  std::string_view query;

  bool is_at(std::string_view domain) const;  // the domain itself, or one below it
  // What stands after `key=` in the query, still encoded; empty when it is not there.
  std::string_view value_of(std::string_view key) const;
};

std::optional<Url> split_url(std::string_view text);  // of `http` and `https` only

// `arxiv.org/abs/2101.00001`, `www.example.org/a`: an address that somebody wrote without
// `https://`.
bool lacks_scheme(std::string_view text);

// A Markdown file as a host of repositories shows it: `/blob/main/notes/a.md` gives `/notes/a.md`.
struct RepositoryFile {
  std::string path;  // decoded, from `/` on
  std::string anchor;
};
std::optional<RepositoryFile> file_in_repository(std::string_view url);

// Where a bare URL that starts at `begin` ends: before white space, `<`, `>`, quotes, CJK
// punctuation and closing punctuation that the URL did not open.
uint32_t url_end(std::string_view text, uint32_t begin);

}  // namespace notes
