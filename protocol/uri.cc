#include "protocol/uri.h"

#include <array>
#include <cctype>

namespace protocol {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What a path may have in a URI as it is.
constexpr auto kStandsForItself = [] {
  std::array<bool, 256> out{};
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789-._~/"))
    out[static_cast<unsigned char>(c)] = true;
  return out;
}();

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool equals_ignoring_case(std::string_view text, std::string_view lower_text) {
  if (text.size() != lower_text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lower(text[i]) != lower_text[i]) return false;
  }
  return true;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (is_letter(c) && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return -1;
}

// A `%` that starts no escape stands for itself.
std::string decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[i + 2]);
    if (low < 0) {
      out += text[i];
    } else {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view kScheme = "file:";
  if (!equals_ignoring_case(uri.substr(0, kScheme.size()), kScheme)) return std::nullopt;
  std::string_view rest = uri.substr(kScheme.size());
  rest = rest.substr(0, rest.find_first_of("?#"));
  if (rest.substr(0, 2) == "//") {
    rest.remove_prefix(2);
    const std::string_view host = rest.substr(0, rest.find('/'));
    if (!host.empty() && !equals_ignoring_case(host, "localhost")) return std::nullopt;
    rest.remove_prefix(host.size());
  }
  std::string path = decoded(rest);
  if (path.empty() || path[0] != '/' || path.find('\0') != std::string::npos) return std::nullopt;
  return path;
}

void append_uri_of_path(std::string& out, std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += path.substr(0, 1) == "/" ? "file://" : "file:///";
  // Written in place: answers that name many thousand files are made of little else.
  const std::size_t begin = out.size();
  out.resize(begin + 3 * path.size());
  char* to = out.data() + begin;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (kStandsForItself[byte]) {
      *to++ = c;
      continue;
    }
    *to++ = '%';
    *to++ = kHex[byte >> 4];
    *to++ = kHex[byte & 15];
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string uri_of_path(std::string_view path) {
  std::string uri;
  append_uri_of_path(uri, path);
  return uri;
}

std::string normalise_uri(std::string_view uri) {
  std::optional<std::string> path = path_of_uri(uri);
  if (!path) return std::string(uri);
  const bool has_drive = path->size() >= 3 && is_letter((*path)[1]) && (*path)[2] == ':' &&
                         (path->size() == 3 || (*path)[3] == '/');
  if (has_drive) (*path)[1] = lower((*path)[1]);  // Windows: editors disagree on the letter's case
  return uri_of_path(*path);
}

}  // namespace protocol
