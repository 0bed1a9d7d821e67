#include "notes/identifier.h"

#include <algorithm>
#include <array>

#include "notes/percent.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestIdentifier = 300;  // with its label

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool alnum(char c) { return digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char a, char b) { return a == lower(b); });
}

size_t run_of(std::string_view text, size_t at, bool (*of)(char)) {
  size_t end = at;
  while (end < text.size() && of(text[end])) ++end;
  return end - at;
}

// The length of an arXiv id at the start of `text` without version, or 0: `2409.19606`,
// `hep-th/9901001`, `math.GT/0309136`.
size_t arxiv_length(std::string_view text) {
  const size_t first = run_of(text, 0, digit);
  if (first == 4 && text.size() > 5 && text[4] == '.') {
    const size_t second = run_of(text, 5, digit);
    const int month = (text[2] - '0') * 10 + (text[3] - '0');
    return (second == 4 || second == 5) && month >= 1 && month <= 12 ? 5 + second : 0;
  }
  size_t archive = 0;
  while (archive < text.size() &&
         (alnum(text[archive]) || text[archive] == '-' || text[archive] == '.'))
    ++archive;
  if (archive == 0 || archive > 20 || digit(text[0]) || archive == text.size() ||
      text[archive] != '/')
    return 0;
  return run_of(text, archive + 1, digit) == 7 ? archive + 8 : 0;
}

std::optional<Identifier> arxiv(std::string_view text) {
  const size_t length = arxiv_length(text);
  if (length == 0) return std::nullopt;
  return Identifier{IdentifierKind::kArxiv, lowered(text.substr(0, length))};
}

std::optional<Identifier> doi(std::string_view text) {
  if (!text.starts_with("10.")) return std::nullopt;
  const size_t registrant = run_of(text, 3, [](char c) { return digit(c) || c == '.'; });
  if (registrant < 4 || 3 + registrant + 1 >= text.size() || text[3 + registrant] != '/')
    return std::nullopt;
  std::string value = lowered(text.substr(0, text.find_first_of("?# \t")));
  // What sites and sentences hang on to it.
  for (bool again = true; again;) {
    again = false;
    for (std::string_view junk :
         {"/full", "/abstract", "/pdf", ".pdf", "/meta", ".", ",", ";", "\"", "'"}) {
      if (value.ends_with(junk) && value.size() > junk.size() + registrant + 4) {
        value.resize(value.size() - junk.size());
        again = true;
      }
    }
  }
  constexpr std::string_view kArxivDoi = "10.48550/arxiv.";
  if (value.starts_with(kArxivDoi)) return arxiv(std::string_view(value).substr(kArxivDoi.size()));
  return Identifier{IdentifierKind::kDoi, value};
}

bool forum_char(char c) { return alnum(c) || c == '-' || c == '_'; }

// What stands after `key=` in a query.
std::string_view query_value(std::string_view query, std::string_view key) {
  for (size_t at = 0; at < query.size();) {
    size_t end = std::min(query.find('&', at), query.size());
    std::string_view pair = query.substr(at, end - at);
    if (pair.starts_with(key) && pair.size() > key.size() && pair[key.size()] == '=')
      return pair.substr(key.size() + 1);
    at = end + 1;
  }
  return {};
}

std::optional<Identifier> openreview(std::string_view path, std::string_view query) {
  if (!path.starts_with("/forum") && !path.starts_with("/pdf") &&
      !path.starts_with("/attachment") && !path.starts_with("/references"))
    return std::nullopt;
  std::string_view id = query_value(query, "id");
  id = id.substr(0, run_of(id, 0, forum_char));
  if (id.size() < 6) return std::nullopt;
  return Identifier{IdentifierKind::kOpenReview, std::string(id)};
}

// `2020.acl-main.1`, `N16-1166`.
std::optional<Identifier> acl(std::string_view text) {
  for (std::string_view junk : {"/", ".pdf", ".bib"})
    if (text.ends_with(junk)) text.remove_suffix(junk.size());
  if (text.size() > 2 && text[text.size() - 2] == 'v' && digit(text.back())) text.remove_suffix(2);
  const bool old = text.size() == 8 && alnum(text[0]) && !digit(text[0]) && digit(text[1]) &&
                   digit(text[2]) && text[3] == '-' && run_of(text, 4, digit) == 4;
  const bool modern =
      text.size() > 8 && run_of(text, 0, digit) == 4 && text[4] == '.' &&
      text.find('-') != std::string_view::npos && digit(text.back()) &&
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string_view::npos;
  if (!old && !modern) return std::nullopt;
  return Identifier{IdentifierKind::kAcl, lowered(text)};
}

struct Url {
  std::string host;  // lower case, without `www.`
  std::string_view path;
  std::string_view query;
};

std::optional<Url> split_url(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos ||
      (!starts_with_folded(url, "http://") && !starts_with_folded(url, "https://")))
    return std::nullopt;
  std::string_view rest = url.substr(scheme + 3);
  const size_t host_end = std::min(rest.find_first_of("/?#"), rest.size());
  Url out{lowered(rest.substr(0, host_end)), rest.substr(host_end), {}};
  if (out.host.starts_with("www.")) out.host.erase(0, 4);
  out.path = out.path.substr(0, out.path.find('#'));
  if (const size_t mark = out.path.find('?'); mark != std::string_view::npos) {
    out.query = out.path.substr(mark + 1);
    out.path = out.path.substr(0, mark);
  }
  return out;
}

std::string_view last_component(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::string_view name_of(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::kArxiv:
      return "arxiv";
    case IdentifierKind::kDoi:
      return "doi";
    case IdentifierKind::kOpenReview:
      return "openreview";
    case IdentifierKind::kAcl:
      return "acl";
  }
  return "";
}

std::string to_string(const Identifier& id) {
  return std::string(name_of(id.kind)) + ":" + id.value;
}

std::string url_of(const Identifier& id) {
  switch (id.kind) {
    case IdentifierKind::kArxiv:
      return "https://arxiv.org/abs/" + id.value;
    case IdentifierKind::kDoi:
      return "https://doi.org/" + id.value;
    case IdentifierKind::kOpenReview:
      return "https://openreview.net/forum?id=" + id.value;
    case IdentifierKind::kAcl:
      return "https://aclanthology.org/" + id.value;
  }
  return {};
}

std::optional<Identifier> identifier_of_url(std::string_view text) {
  const std::optional<Url> url = split_url(text);
  if (!url) return std::nullopt;
  const std::string& host = url->host;
  const auto below = [&](std::string_view domain) {
    return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                              host[host.size() - domain.size() - 1] == '.');
  };
  if (below("arxiv.org") || below("alphaxiv.org") || host == "ar5iv.org" ||
      host == "ar5iv.labs.arxiv.org") {
    const size_t slash = url->path.find('/', 1);
    if (slash == std::string_view::npos) return std::nullopt;
    return arxiv(url->path.substr(slash + 1));
  }
  if ((host == "huggingface.co" || host == "hf.co") && url->path.starts_with("/papers/"))
    return arxiv(url->path.substr(8));
  if (host == "doi.org" || host == "dx.doi.org")
    return doi(percent_decoded(url->path.substr(std::min<size_t>(1, url->path.size()))));
  if (host == "openreview.net") return openreview(url->path, url->query);
  if (below("aclanthology.org") || below("aclweb.org")) return acl(last_component(url->path));
  if (const size_t at = url->path.find("/doi/"); at != std::string_view::npos) {
    std::string decoded = percent_decoded(url->path.substr(at + 5));
    if (const size_t start = decoded.find("10."); start != std::string::npos)
      return doi(std::string_view(decoded).substr(start));
  }
  return std::nullopt;
}

std::optional<Identifier> identifier_of_field(std::string_view key, std::string_view value) {
  value = trim(value);
  if (auto id = identifier_of_url(value)) return id;
  const std::string name = lowered(key);
  if (name.starts_with("arxiv") || name == "eprint") {
    if (starts_with_folded(value, "arxiv:")) value = trim(value.substr(6));
    return arxiv(value);
  }
  if (name == "doi") {
    if (starts_with_folded(value, "doi:")) value = trim(value.substr(4));
    return doi(value);
  }
  if (name == "openreview" && value.size() >= 6 && run_of(value, 0, forum_char) == value.size())
    return Identifier{IdentifierKind::kOpenReview, std::string(value)};
  if (name == "acl" || name == "acl_anthology" || name == "aclanthology") return acl(value);
  return std::nullopt;
}

std::optional<YearMonth> date_of(const Identifier& id) {
  if (id.kind != IdentifierKind::kArxiv || id.value.size() < 4) return std::nullopt;
  const size_t slash = id.value.find('/');
  const std::string_view number =
      std::string_view(id.value).substr(slash == std::string::npos ? 0 : slash + 1);
  if (run_of(number, 0, digit) < 4) return std::nullopt;
  const int year = (number[0] - '0') * 10 + (number[1] - '0');
  const int month = (number[2] - '0') * 10 + (number[3] - '0');
  if (month < 1 || month > 12) return std::nullopt;
  return YearMonth{year >= 91 ? 1900 + year : 2000 + year, month};
}

uint32_t url_end(std::string_view text, uint32_t begin) {
  size_t end = begin;
  int round = 0, square = 0;
  while (end < text.size()) {
    const Character c = character_at(text, end);
    if (c.size == 0 || is_space(c.code) || c.code < 0x20 || is_cjk(c.code) ||
        is_cjk_punctuation(c.code))
      break;
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

std::optional<IdentifierUse> labelled_identifier_at(std::string_view text, uint32_t offset) {
  const std::string_view rest = text.substr(offset, kLongestIdentifier);
  size_t label = 0;
  if (starts_with_folded(rest, "arxiv:"))
    label = 6;
  else if (starts_with_folded(rest, "doi:"))
    label = 4;
  else
    return std::nullopt;
  size_t at = label;
  while (at < rest.size() && rest[at] == ' ' && at < label + 2) ++at;
  if (label == 6) {
    size_t length = arxiv_length(rest.substr(at));
    if (length == 0) return std::nullopt;
    Identifier id{IdentifierKind::kArxiv, lowered(rest.substr(at, length))};
    size_t end = at + length;
    if (end + 1 < rest.size() && rest[end] == 'v' && digit(rest[end + 1]))
      end += 1 + run_of(rest, end + 1, digit);
    return IdentifierUse{{offset, offset + static_cast<uint32_t>(end)}, std::move(id)};
  }
  const uint32_t end = url_end(rest, static_cast<uint32_t>(at));
  if (end == kLongestIdentifier) return std::nullopt;
  std::optional<Identifier> id = doi(rest.substr(at, end - at));
  if (!id) return std::nullopt;
  return IdentifierUse{{offset, offset + end}, *std::move(id)};
}

}  // namespace notes
