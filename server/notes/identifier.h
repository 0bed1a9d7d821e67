// Identifiers of works: what an URL, a label or a front matter key names, folded to one form, so
// that `abs`, `pdf` and `vN` of one arXiv paper are equal. Pure: any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/range.h"

namespace notes {

enum class IdentifierKind : uint8_t { kArxiv, kDoi, kOpenReview, kAcl };

// kArxiv: `2409.19606` or `hep-th/9901001`, without version. kDoi: lower case, from `10.` on; an
// arXiv DOI (10.48550/arXiv.X) is the arXiv id X. kOpenReview: the forum id, case kept. kAcl:
// `2020.acl-main.1` or `n16-1166`.
struct Identifier {
  IdentifierKind kind = IdentifierKind::kArxiv;
  std::string value;

  auto operator<=>(const Identifier&) const = default;
};

std::string_view name_of(IdentifierKind kind);  // "arxiv", "doi", "openreview", "acl"
std::string to_string(const Identifier& id);    // "arxiv:2409.19606", also what its key is made of
std::string url_of(const Identifier& id);       // a page that a person can open

std::optional<Identifier> identifier_of_url(std::string_view url);

// What a front matter key or a label says: (`arxiv`, `2409.19606v2`), (`doi`,
// `https://doi.org/10.1/x`), (`url`, ...).
std::optional<Identifier> identifier_of_field(std::string_view key, std::string_view value);

// The year and month in an arXiv id (`2409.19606` is 2024-09); nothing for another kind.
struct YearMonth {
  int year = 0;
  int month = 0;
};
std::optional<YearMonth> date_of(const Identifier& id);

// Where a bare URL that starts at `begin` ends: before white space, `<`, `>`, quotes, CJK
// punctuation and closing punctuation that the URL did not open.
uint32_t url_end(std::string_view text, uint32_t begin);

// `arXiv:2409.19606` or `doi:10.1/x` written in running text at `offset`, or nothing.
struct IdentifierUse {
  Range range;
  Identifier id;
};
std::optional<IdentifierUse> labelled_identifier_at(std::string_view text, uint32_t offset);

}  // namespace notes
