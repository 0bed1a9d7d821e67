#include "notes/identifier.h"

#include <algorithm>
#include <iterator>

#include "notes/ascii.h"
#include "notes/identifier_form.h"
#include "notes/unicode.h"
#include "notes/url.h"

namespace notes {
namespace {

constexpr size_t kLongestIdentifier = 300;  // with its label

struct Kind {
  std::string_view name;
  std::string_view label;
  std::string_view page;  // `%` stands for the value
};
// In the order of IdentifierKind.
constexpr Kind kKinds[kIdentifierKinds] = {
    {"arxiv", "arXiv id", "https://arxiv.org/abs/%"},
    {"doi", "DOI", "https://doi.org/%"},
    {"openreview", "OpenReview id", "https://openreview.net/forum?id=%"},
    {"acl", "ACL Anthology id", "https://aclanthology.org/%"},
    {"pmlr", "PMLR page", "https://proceedings.mlr.press/%.html"},
    {"neurips", "NeurIPS page", "https://papers.nips.cc/paper/%"},
    {"cvf", "CVF page", ""},
    {"jmlr", "JMLR page", "https://www.jmlr.org/papers/%.html"},
    {"usenix", "USENIX page", ""},
    {"s2", "Semantic Scholar id", "https://www.semanticscholar.org/paper/%"},
    {"pubmed", "PubMed id", "https://pubmed.ncbi.nlm.nih.gov/%/"},
    {"isbn", "ISBN", "https://openlibrary.org/isbn/%"},
    {"ieee", "IEEE document", "https://ieeexplore.ieee.org/document/%"},
    {"issue", "issue", ""},
    {"citekey", "citation key", ""},
};

const Kind& kind_of(IdentifierKind kind) { return kKinds[static_cast<size_t>(kind)]; }

// What keys of front matter and labels are about, by how they begin.
struct FieldForm {
  std::string_view begins;
  std::optional<Identifier> (*read)(std::string_view value);
};
constexpr FieldForm kFieldForms[] = {
    {"arxiv", read_arxiv},
    {"eprint", read_arxiv},
    {"doi", read_doi},
    {"acl", read_acl},
    {"openreview", read_openreview},
    {"pmid", read_pubmed},
    {"pmcid", read_pubmed},
    {"pubmed", read_pubmed},
    {"isbn", read_isbn},
    {"corpusid",
     [](std::string_view v) {
       return read_s2(starts_with_folded(v, "corpusid:") ? v : "corpusid:" + std::string(v));
     }},
    {"s2", read_s2},
    {"semanticscholar", read_s2},
};

struct TextForm {
  std::string_view label;
  bool needs_colon;
  std::optional<Identifier> (*read)(std::string_view value);
  bool (*of)(char);  // what its value is made of; nullptr: as an URL
};
constexpr bool is_arxiv_char(char c) {
  return is_ascii_alnum(c) || c == '.' || c == '/' || c == '-';
}
constexpr bool is_isbn_char(char c) { return is_ascii_digit(c) || c == '-' || c == 'X'; }
constexpr TextForm kTextForms[] = {
    {"arxiv", false, read_arxiv, is_arxiv_char},
    {"doi", true, read_doi, nullptr},
    {"isbn", false, read_isbn, is_isbn_char},
    {"pmid", true, read_pubmed, is_ascii_digit},
};

}  // namespace

std::string_view name_of(IdentifierKind kind) { return kind_of(kind).name; }

std::string_view label_of(IdentifierKind kind) { return kind_of(kind).label; }

std::string to_string(const Identifier& id) {
  return std::string(name_of(id.kind)) + ":" + id.value;
}

bool is_of_work(IdentifierKind kind) {
  return kind != IdentifierKind::kIssue && kind != IdentifierKind::kCitekey;
}

std::string url_of(const Identifier& id) {
  const std::string value = id.value.str();
  if (id.kind == IdentifierKind::kIssue) {
    const size_t mark = std::min(value.find('#'), value.size());
    return "https://github.com/" + value.substr(0, mark) + "/issues/" +
           value.substr(std::min(mark + 1, value.size()));
  }
  if (id.kind == IdentifierKind::kUsenix) {
    const size_t slash = std::min(value.find('/'), value.size());
    return "https://www.usenix.org/conference/" + value.substr(0, slash) + "/presentation" +
           value.substr(slash);
  }
  if (id.kind == IdentifierKind::kNeurips && value.size() > 5 && value[4] == '/') {
    const bool has_tracks = value.substr(0, 4) >= "2022";
    return "https://papers.nips.cc/paper_files/paper/" + value.substr(0, 5) + "hash/" +
           value.substr(5) + (has_tracks ? "-Abstract-Conference.html" : "-Abstract.html");
  }
  if (id.kind == IdentifierKind::kS2 && value.starts_with("corpusid:"))
    return "https://api.semanticscholar.org/CorpusID:" + value.substr(9);
  if (id.kind == IdentifierKind::kPubmed && value.starts_with("pmc"))
    return "https://pmc.ncbi.nlm.nih.gov/articles/PMC" + value.substr(3) + "/";
  std::string page(kind_of(id.kind).page);
  const size_t place = page.find('%');
  return place == std::string::npos ? page : page.replace(place, 1, value);
}

std::optional<Identifier> identifier_of_field(std::string_view key, std::string_view value) {
  value = trim(value);
  if (auto id = identifier_of_url(value)) return id;
  std::string name = ascii_lower(key);
  std::erase_if(name, [](char c) { return c == '_' || c == '-' || c == ' '; });
  for (const FieldForm& form : kFieldForms) {
    if (!name.starts_with(form.begins)) continue;
    // The value may say again what it is.
    if (starts_with_folded(value, form.begins) && value.size() > form.begins.size() &&
        value[form.begins.size()] == ':')
      value = trim(value.substr(form.begins.size() + 1));
    else if (form.read == read_arxiv && starts_with_folded(value, "arxiv:"))
      value = trim(value.substr(6));
    return form.read(value);
  }
  if (names_citekey(name)) return read_citekey(value);
  return std::nullopt;
}

bool names_citekey(std::string_view key) {
  if (key.empty() || ascii_lower(key.back()) != 'y') return false;
  std::string name = ascii_lower(key);
  std::erase_if(name, [](char c) { return c == '_' || c == '-' || c == ' '; });
  for (std::string_view known : {"citekey", "citationkey", "bibkey", "bibtexkey", "texkey"})
    if (name == known) return true;
  return false;
}

std::optional<int> year_of(const Identifier& id) {
  if (const auto date = date_of(id)) return date->year;
  if (id.kind != IdentifierKind::kAcl || id.value.size() < 8) return std::nullopt;
  const std::string_view value = id.value;
  if (run_of(value, 0, is_ascii_digit) == 4)
    return (value[0] - '0') * 1000 + (value[1] - '0') * 100 + (value[2] - '0') * 10 +
           (value[3] - '0');
  if (run_of(value, 1, is_ascii_digit) != 2) return std::nullopt;
  const int year = (value[1] - '0') * 10 + (value[2] - '0');
  return year >= 50 ? 1900 + year : 2000 + year;
}

std::optional<YearMonth> date_of(const Identifier& id) {
  if (id.kind != IdentifierKind::kArxiv || id.value.size() < 4) return std::nullopt;
  const size_t slash = id.value.find('/');
  const std::string_view number =
      std::string_view(id.value).substr(slash == std::string::npos ? 0 : slash + 1);
  if (run_of(number, 0, is_ascii_digit) < 4) return std::nullopt;
  const int year = (number[0] - '0') * 10 + (number[1] - '0');
  const int month = (number[2] - '0') * 10 + (number[3] - '0');
  if (month < 1 || month > 12) return std::nullopt;
  return YearMonth{year >= 91 ? 1900 + year : 2000 + year, month};
}

std::optional<IdentifierUse> labelled_identifier_at(std::string_view text, uint32_t offset) {
  const std::string_view rest = text.substr(offset, kLongestIdentifier);
  // Behind a slash or a dot it is a part of another address.
  const bool begins =
      offset == 0 || std::string_view("/.@:_-").find(text[offset - 1]) == std::string_view::npos;
  if (begins && lacks_scheme(rest)) {
    const uint32_t end = url_end(rest, 0);
    auto id = end < kLongestIdentifier ? identifier_of_url(rest.substr(0, end)) : std::nullopt;
    if (id) return IdentifierUse{{offset, offset + end}, std::move(*id)};
  }
  const auto form = std::find_if(std::begin(kTextForms), std::end(kTextForms),
                                 [&](const auto& f) { return starts_with_folded(rest, f.label); });
  if (form == std::end(kTextForms)) return std::nullopt;
  size_t at = form->label.size();
  const bool colon = at < rest.size() && rest[at] == ':';
  at += colon;
  const size_t spaces = std::min<size_t>(run_of(rest, at, [](char c) { return c == ' '; }), 2);
  at += spaces;
  if (!colon && (form->needs_colon || spaces == 0)) return std::nullopt;
  size_t end =
      form->of ? at + run_of(rest, at, form->of) : url_end(rest, static_cast<uint32_t>(at));
  if (end == kLongestIdentifier) return std::nullopt;
  while (end > at && (rest[end - 1] == '.' || rest[end - 1] == '-')) --end;
  std::optional<Identifier> id = form->read(rest.substr(at, end - at));
  if (!id) return std::nullopt;
  // Of an arXiv id, the version is the last that belongs to it.
  if (id->kind == IdentifierKind::kArxiv && form->of == is_arxiv_char) {
    end = at + id->value.size();
    if (end + 1 < rest.size() && rest[end] == 'v' && is_ascii_digit(rest[end + 1]))
      end += 1 + run_of(rest, end + 1, is_ascii_digit);
  }
  return IdentifierUse{{offset, offset + static_cast<uint32_t>(end)}, std::move(*id)};
}

}  // namespace notes
