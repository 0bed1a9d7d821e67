#include "notes/url.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/byte_set.h"
#include "notes/first_letters.h"
#include "notes/percent.h"
#include "notes/unicode.h"

namespace notes {

bool Url::is_at(std::string_view domain) const {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

std::string_view Url::value_of(std::string_view key) const {
  for (size_t at = 0; at < query.size();) {
    const size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    if (pair.starts_with(key) && pair.size() > key.size() && pair[key.size()] == '=')
      return pair.substr(key.size() + 1);
    at = end + 1;
  }
  return {};
}

std::optional<Url> split_url(std::string_view text) {
  const size_t scheme = text.find("://");
  if (scheme == std::string_view::npos ||
      (!starts_with_folded(text, "http://") && !starts_with_folded(text, "https://")))
    return std::nullopt;
  const std::string_view rest = text.substr(scheme + 3);
  const size_t host_end = std::min(rest.find_first_of("/?#"), rest.size());
  Url out{ascii_lower(rest.substr(0, host_end)), rest.substr(host_end), {}};
  if (out.host.starts_with("www.")) out.host.erase(0, 4);
  out.path = out.path.substr(0, out.path.find('#'));
  if (const size_t mark = out.path.find('?'); mark != std::string_view::npos) {
    out.query = out.path.substr(mark + 1);
    out.path = out.path.substr(0, mark);
  }
  return out;
}

bool lacks_scheme(std::string_view text) {
  static constexpr std::string_view kSites[] = {"arxiv.org/",
                                                "www.",
                                                "doi.org/",
                                                "dx.doi.org/",
                                                "openreview.net/",
                                                "ar5iv.org/",
                                                "hf.co/papers/",
                                                "alphaxiv.org/",
                                                "huggingface.co/papers/",
                                                "aclanthology.org/"};
  // Many words are asked about, so by two letters first.
  static constexpr FirstLetters kFirst = [] {
    FirstLetters out;
    for (std::string_view site : kSites) out.add(site);
    return out;
  }();
  if (!kFirst.may_start(text)) return false;
  for (std::string_view site : kSites)
    if (starts_with_folded(text, site)) return text.find('/') != std::string_view::npos;
  return false;
}

std::optional<RepositoryFile> file_in_repository(std::string_view text) {
  for (std::string_view view : {"/blob/", "/raw/", "/tree/"}) {
    const size_t at = text.find(view);
    if (at == std::string_view::npos) continue;
    const std::optional<Url> url = split_url(text);
    if (!url || !(url->is_at("github.com") || url->is_at("gitlab.com"))) return std::nullopt;
    const size_t branch = url->path.find(view);
    if (branch == std::string_view::npos) return std::nullopt;
    const size_t path = url->path.find('/', branch + view.size());
    if (path == std::string_view::npos) return std::nullopt;
    std::string file = percent_decoded(url->path.substr(path));
    if (!file.ends_with(".md") && !file.ends_with(".markdown")) return std::nullopt;
    const size_t mark = text.find('#');
    return RepositoryFile{std::move(file), mark == std::string_view::npos
                                               ? std::string()
                                               : percent_decoded(text.substr(mark + 1))};
  }
  return std::nullopt;
}

uint32_t url_end(std::string_view text, uint32_t begin) {
  // What most of an URL is, and ends none.
  static constexpr ByteSet kPlain(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:?#&=%+,;@!$*'");
  size_t end = begin;
  int round = 0, square = 0;
  while (end < text.size()) {
    if (kPlain.has(text[end])) {
      ++end;
      continue;
    }
    const Character c = character_at(text, end);
    if (c.size == 0 || is_space(c.code) || c.code < 0x20 || is_cjk(c.code) ||
        is_cjk_punctuation(c.code))
      break;
    if (c.code == '\\' && text.substr(end + 1, 1) == "_") {  // as editors escape it
      end += 2;
      continue;
    }
    if (c.code == '<' || c.code == '>' || c.code == '"' || c.code == '`' || c.code == '|' ||
        c.code == '\\')
      break;
    if (c.code == '(') ++round;
    if (c.code == '[') ++square;
    if (c.code == ')' && --round < 0) break;
    if (c.code == ']' && --square < 0) break;
    end += c.size;
  }
  while (end > begin && std::string_view(".,;:!?'*").find(text[end - 1]) != std::string_view::npos)
    --end;
  return static_cast<uint32_t>(end);
}

}  // namespace notes
