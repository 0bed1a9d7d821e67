// Each kind of identifier, read where it is written alone, and folded to its one form. Nothing when
// the text is not of that kind. Pure: any thread.
#pragma once

#include <optional>
#include <string_view>

#include "notes/identifier.h"

namespace notes {

// The length of an arXiv id at the start of `text` without version, or 0: `2409.19606`,
// `hep-th/9901001`, `math.GT/0309136`.
size_t arxiv_length(std::string_view text);

std::optional<Identifier> read_arxiv(std::string_view text);  // what follows the id is ignored
std::optional<Identifier> read_doi(std::string_view text);    // from `10.` to white space, `?`, `#`
std::optional<Identifier> read_openreview(std::string_view id);  // `B1QRgziT-`
std::optional<Identifier> read_acl(std::string_view text);       // `2020.acl-main.1`, `N16-1166`
std::optional<Identifier> read_pubmed(std::string_view text);    // `23193287`, `PMC3531190`
std::optional<Identifier> read_isbn(std::string_view text);      // of 10 or 13 digits, checked
std::optional<Identifier> read_s2(std::string_view text);  // 40 hex digits, `CorpusID:13756489`
std::optional<Identifier> read_citekey(std::string_view text);  // `Vaswani2017`, `@Vaswani2017`

}  // namespace notes
