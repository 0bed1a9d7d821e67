#include "notes/identifier_form.h"

#include <algorithm>
#include <string>

#include "notes/ascii.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool is_hex(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f'); }

bool is_all(std::string_view text, bool (*of)(char)) {
  return !text.empty() && run_of(text, 0, of) == text.size();
}

// The check digit that ends twelve digits: weights 1 and 3 in turn.
char isbn_check(std::string_view twelve) {
  int sum = 0;
  for (size_t i = 0; i < twelve.size(); ++i) sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_isbn10(std::string_view ten) {
  int sum = 0;
  for (size_t i = 0; i < 10; ++i) {
    const bool is_ten = i == 9 && ascii_lower(ten[i]) == 'x';
    if (!is_ten && !is_ascii_digit(ten[i])) return false;
    sum += (is_ten ? 10 : ten[i] - '0') * static_cast<int>(10 - i);
  }
  return sum % 11 == 0;
}

}  // namespace

size_t arxiv_length(std::string_view text) {
  const size_t first = run_of(text, 0, is_ascii_digit);
  if (first == 4 && text.size() > 5 && text[4] == '.') {
    const size_t second = run_of(text, 5, is_ascii_digit);
    const int month = (text[2] - '0') * 10 + (text[3] - '0');
    return (second == 4 || second == 5) && month >= 1 && month <= 12 ? 5 + second : 0;
  }
  size_t archive = 0;
  while (archive < text.size() &&
         (is_ascii_alnum(text[archive]) || text[archive] == '-' || text[archive] == '.'))
    ++archive;
  if (archive == 0 || archive > 20 || is_ascii_digit(text[0]) || archive == text.size() ||
      text[archive] != '/')
    return 0;
  return run_of(text, archive + 1, is_ascii_digit) == 7 ? archive + 8 : 0;
}

std::optional<Identifier> read_arxiv(std::string_view text) {
  const size_t length = arxiv_length(text);
  if (length == 0) return std::nullopt;
  return Identifier{IdentifierKind::kArxiv, ascii_lower(text.substr(0, length))};
}

std::optional<Identifier> read_doi(std::string_view text) {
  if (!text.starts_with("10.")) return std::nullopt;
  const size_t registrant = run_of(text, 3, [](char c) { return is_ascii_digit(c) || c == '.'; });
  if (registrant < 4 || 3 + registrant + 1 >= text.size() || text[3 + registrant] != '/')
    return std::nullopt;
  std::string value = ascii_lower(text.substr(0, text.find_first_of("?# \t")));
  // What sites and sentences hang on to it.
  for (bool again = true; again;) {
    again = false;
    for (std::string_view junk : {"/full", "/abstract", "/pdf", "/epdf", ".pdf", ".full", ".html",
                                  "/meta", "/", ".", ",", ";", "\"", "'"}) {
      if (value.ends_with(junk) && value.size() > junk.size() + registrant + 4) {
        value.resize(value.size() - junk.size());
        again = true;
      }
    }
  }
  constexpr std::string_view kArxivDoi = "10.48550/arxiv.";
  if (value.starts_with(kArxivDoi))
    return read_arxiv(std::string_view(value).substr(kArxivDoi.size()));
  for (std::string_view acl : {"10.18653/v1/", "10.3115/v1/"})  // the Anthology's own
    if (value.starts_with(acl))
      if (auto id = read_acl(std::string_view(value).substr(acl.size()))) return id;
  return Identifier{IdentifierKind::kDoi, value};
}

std::optional<Identifier> read_openreview(std::string_view id) {
  if (id.size() < 6 ||
      !is_all(id, [](char c) { return is_ascii_alnum(c) || c == '-' || c == '_'; }))
    return std::nullopt;
  return Identifier{IdentifierKind::kOpenReview, std::string(id)};
}

std::optional<Identifier> read_acl(std::string_view text) {
  for (std::string_view junk : {"/", ".pdf", ".bib"})
    if (text.ends_with(junk)) text.remove_suffix(junk.size());
  if (text.size() > 2 && text[text.size() - 2] == 'v' && is_ascii_digit(text.back()))
    text.remove_suffix(2);
  const bool old = text.size() == 8 && is_ascii_alnum(text[0]) && !is_ascii_digit(text[0]) &&
                   is_ascii_digit(text[1]) && is_ascii_digit(text[2]) && text[3] == '-' &&
                   run_of(text, 4, is_ascii_digit) == 4;
  const bool modern =
      text.size() > 8 && run_of(text, 0, is_ascii_digit) == 4 && text[4] == '.' &&
      text.find('-') != std::string_view::npos && is_ascii_digit(text.back()) &&
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string_view::npos;
  if (!old && !modern) return std::nullopt;
  return Identifier{IdentifierKind::kAcl, ascii_lower(text)};
}

std::optional<Identifier> read_pubmed(std::string_view text) {
  const bool central = starts_with_folded(text, "pmc");
  if (!central && starts_with_folded(text, "pmid")) text = text.substr(4);
  while (!central && (text.starts_with(':') || text.starts_with(' '))) text.remove_prefix(1);
  const std::string_view number = text.substr(central ? 3 : 0);
  if (number.size() > 9 || number.size() < (central ? 5u : 1u) || !is_all(number, is_ascii_digit))
    return std::nullopt;
  return Identifier{IdentifierKind::kPubmed, ascii_lower(text)};
}

std::optional<Identifier> read_isbn(std::string_view text) {
  if (starts_with_folded(text, "isbn")) text.remove_prefix(4);
  std::string digits;
  for (char c : text) {
    if (is_ascii_digit(c) || ((c == 'X' || c == 'x') && digits.size() == 9))
      digits += c;
    else if (c != '-' && c != ' ' && c != ':')
      return std::nullopt;
  }
  if (digits.size() == 10 && is_isbn10(digits)) {
    digits = "978" + digits.substr(0, 9);
    digits += isbn_check(digits);
  } else if (digits.size() != 13 || !(digits.starts_with("978") || digits.starts_with("979")) ||
             !is_all(digits, is_ascii_digit) ||
             isbn_check(std::string_view(digits).substr(0, 12)) != digits.back()) {
    return std::nullopt;
  }
  return Identifier{IdentifierKind::kIsbn, digits};
}

std::optional<Identifier> read_s2(std::string_view text) {
  if (starts_with_folded(text, "corpusid:")) {
    const std::string_view number = trim(text.substr(9));
    if (number.size() > 12 || !is_all(number, is_ascii_digit)) return std::nullopt;
    return Identifier{IdentifierKind::kS2, "corpusid:" + std::string(number)};
  }
  const std::string hash = ascii_lower(text);
  if (hash.size() != 40 || !is_all(hash, is_hex)) return std::nullopt;
  return Identifier{IdentifierKind::kS2, hash};
}

std::optional<Identifier> read_citekey(std::string_view text) {
  text = trim(text);
  if (text.starts_with('@')) text.remove_prefix(1);
  constexpr size_t kLongest = 200;
  if (text.empty() || text.size() > kLongest ||
      text.find_first_of(" \t\r\n,;{}[]\"\\#%~@") != std::string_view::npos)
    return std::nullopt;
  return Identifier{IdentifierKind::kCitekey, std::string(text)};
}

}  // namespace notes
