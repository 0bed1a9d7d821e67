// Identifiers of works: what an URL, a label or a front matter key names, folded to one form, so
// that `abs`, `pdf` and `vN` of one arXiv paper are equal. Pure: any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "notes/phrase.h"
#include "notes/range.h"

namespace notes {

enum class IdentifierKind : uint8_t {
  kArxiv,       // `2409.19606` or `hep-th/9901001`, without version
  kDoi,         // lower case, from `10.` on; an arXiv DOI (10.48550/arXiv.X) is the arXiv id X
  kOpenReview,  // the forum, case kept
  kAcl,         // of the ACL Anthology: `2020.acl-main.1` or `n16-1166`
  kPmlr,        // `v139/narayanan21a`
  kNeurips,     // `2020/` and the hash, or before 2018 a number: `7090`
  kCvf,         // the file's stem, case kept: `He_Deep_Residual_Learning_CVPR_2016`
  kJmlr,        // `v15/srivastava14a`
  kUsenix,      // `osdi20/jiang`
  kS2,          // of Semantic Scholar: 40 hex digits, or `corpusid:13756489`
  kPubmed,      // `23193287`, or of PubMed Central `pmc3531190`
  kIsbn,        // 13 digits
  kIeee,        // the number of the document
  kIssue,       // of GitHub: `owner/repository#12`, lower case
  kCitekey,     // as a bibliography has it, case kept
};
inline constexpr int kIdentifierKinds = 15;

struct Identifier {
  IdentifierKind kind = IdentifierKind::kArxiv;
  Phrase value;

  auto operator<=>(const Identifier&) const = default;
  bool operator==(const Identifier&) const = default;
};

std::string_view name_of(IdentifierKind kind);   // "arxiv", "doi"
std::string_view label_of(IdentifierKind kind);  // for people: "arXiv id", "DOI"
std::string to_string(const Identifier& id);     // "arxiv:2409.19606", also what its key is made of
// A page that a person can open; empty where none is known.
std::string url_of(const Identifier& id);

// That something has an identifier of this kind shows that it is a work.
bool is_of_work(IdentifierKind kind);

// All that people link to for one work: abstract, PDF, HTML, mirrors and readers of it.
std::optional<Identifier> identifier_of_url(std::string_view url);

// What a front matter key or a label says: (`arxiv`, `2409.19606v2`), (`doi`,
// `https://doi.org/10.1/x`), (`url`, ...).
std::optional<Identifier> identifier_of_field(std::string_view key, std::string_view value);
// `citekey`, `citation-key`, `bibkey`: a field that holds the key of a work in a bibliography.
bool names_citekey(std::string_view key);

// The year and month in an arXiv id (`2409.19606` is 2024-09); nothing for another kind.
struct YearMonth {
  int year = 0;
  int month = 0;
};
std::optional<YearMonth> date_of(const Identifier& id);
// The year in an arXiv id or one of the ACL Anthology (`p19-1139` is 2019).
std::optional<int> year_of(const Identifier& id);

// `arXiv:2409.19606`, `doi:10.1/x`, `PMID: 23193287` or `ISBN 978-…` written in running text at
// `offset`, or nothing.
struct IdentifierUse {
  Range range;
  Identifier id;
};
std::optional<IdentifierUse> labelled_identifier_at(std::string_view text, uint32_t offset);

}  // namespace notes
