// File URIs and absolute paths. Editors escape the same path differently (`file:///c%3A/a b` and
// `file:///C:/a%20b` are one file), so URIs are compared by their normal form, while a client is
// answered in the spelling it used. Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace protocol {

// The absolute path that a `file:` URI of this machine names. Nothing for other schemes and other
// hosts, which are not files here. A Windows drive stays a path component: "/c:/notes".
std::optional<std::string> path_of_uri(std::string_view uri);

// REQUIRES: `path` is absolute ("C:/notes" counts). Everything but letters, digits and `-._~/` is
// escaped, as VS Code spells it.
std::string uri_of_path(std::string_view path);
void append_uri_of_path(std::string& out, std::string_view path);

// Equal for two URIs that name the same file; any other URI is its own normal form.
std::string normalise_uri(std::string_view uri);

}  // namespace protocol
