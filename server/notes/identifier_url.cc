// The pages of works: which identifier an URL carries, host by host.
#include <algorithm>
#include <iterator>

#include "notes/ascii.h"
#include "notes/identifier.h"
#include "notes/identifier_form.h"
#include "notes/path.h"
#include "notes/percent.h"
#include "notes/unicode.h"
#include "notes/url.h"

namespace notes {
namespace {

using Found = std::optional<Identifier>;

std::string_view without_ending(std::string_view name) {
  for (std::string_view ending : {".pdf", ".html", ".htm", ".bib", ".epdf", ".PDF"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

// `c` of `/a/b/c/` is component 2; empty behind the last.
std::string_view component(std::string_view path, size_t n) {
  for (; path.starts_with('/'); --n) {
    path.remove_prefix(1);
    const std::string_view part = path.substr(0, path.find('/'));
    if (n == 0) return part;
    path.remove_prefix(part.size());
  }
  return {};
}

std::string_view last_of(const Url& url) {
  std::string_view path = url.path;
  while (path.ends_with('/')) path.remove_suffix(1);
  return last_component(path);
}

// `v139` or `volume15` as `v139`.
std::string volume_of(std::string_view part) {
  for (std::string_view word : {"volume", "v"}) {
    if (!part.starts_with(word)) continue;
    const std::string_view number = part.substr(word.size());
    if (number.empty() || run_of(number, 0, is_ascii_digit) != number.size()) return {};
    return "v" + std::string(number);
  }
  return {};
}

// `/v139/narayanan21a.html`, `/v139/narayanan21a/narayanan21a-supp.pdf`: volume and paper.
Found in_volume(IdentifierKind kind, std::string_view path, size_t at) {
  const std::string volume = volume_of(component(path, at));
  const std::string_view paper = without_ending(component(path, at + 1));
  if (volume.empty() || paper.empty() || run_of(paper, 0, is_ascii_alnum) != paper.size() ||
      !is_ascii_digit(paper.back() >= 'a' && paper.size() > 1 ? paper[paper.size() - 2]
                                                              : paper.back()))
    return std::nullopt;
  return Identifier{kind, volume + "/" + ascii_lower(paper)};
}

Found from_arxiv(const Url& url) {
  const size_t slash = url.path.find('/', 1);
  if (slash == std::string_view::npos) return std::nullopt;
  return read_arxiv(url.path.substr(slash + 1));
}

// Readers of arXiv: the id is the last component, or the last two of an old one.
Found from_reader(const Url& url) {
  if (Found id = read_arxiv(last_of(url))) return id;
  const size_t last = url.path.rfind('/');
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  return read_arxiv(url.path.substr(url.path.rfind('/', last - 1) + 1));
}

Found from_hugging_face(const Url& url) {
  return url.path.starts_with("/papers/") ? from_arxiv(url) : std::nullopt;
}

Found from_doi(const Url& url) {
  return read_doi(percent_decoded(url.path.substr(std::min<size_t>(1, url.path.size()))));
}

Found from_openreview(const Url& url) {
  for (std::string_view page : {"/forum", "/pdf", "/attachment", "/references"}) {
    if (!url.path.starts_with(page)) continue;
    const std::string_view id = url.value_of("id");
    return read_openreview(id.substr(
        0, run_of(id, 0, [](char c) { return is_ascii_alnum(c) || c == '-' || c == '_'; })));
  }
  return std::nullopt;
}

Found from_acl(const Url& url) { return read_acl(last_of(url)); }

Found from_pmlr(const Url& url) { return in_volume(IdentifierKind::kPmlr, url.path, 0); }

Found from_jmlr(const Url& url) {
  if (url.path.starts_with("/proceedings/papers/"))
    return in_volume(IdentifierKind::kPmlr, url.path, 2);
  if (url.path.starts_with("/papers/")) return in_volume(IdentifierKind::kJmlr, url.path, 1);
  return std::nullopt;
}

// `/paper/2020/file/<hash>-Paper.pdf`, `/paper_files/paper/2023/hash/<hash>-Abstract.html`,
// `/paper/7090-hindsight-experience-replay.pdf`.
Found from_neurips(const Url& url) {
  const size_t at = url.path.starts_with("/paper_files/") ? 1 : 0;
  if (component(url.path, at) != "paper" && component(url.path, at) != "book") return std::nullopt;
  const std::string_view year = component(url.path, at + 1);
  if (const std::string_view kind = component(url.path, at + 2); kind == "hash" || kind == "file") {
    const std::string hash = ascii_lower(component(url.path, at + 3));
    const size_t length =
        run_of(hash, 0, [](char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f'); });
    if (year.size() != 4 || length < 12 || length > 32) return std::nullopt;
    return Identifier{IdentifierKind::kNeurips, std::string(year) + "/" + hash.substr(0, length)};
  }
  const size_t number = run_of(year, 0, is_ascii_digit);
  if (number < 1 || number > 6 || number == year.size() || year[number] != '-') return std::nullopt;
  return Identifier{IdentifierKind::kNeurips, std::string(year.substr(0, number))};
}

Found from_cvf(const Url& url) {
  std::string_view stem = without_ending(last_of(url));
  for (std::string_view end : {"_paper", "_supplemental"})
    if (stem.ends_with(end)) stem.remove_suffix(end.size());
  const bool dated = stem.size() > 12 && stem[stem.size() - 5] == '_' &&
                     run_of(stem, stem.size() - 4, is_ascii_digit) == 4;
  if (!dated) return std::nullopt;
  return Identifier{IdentifierKind::kCvf, std::string(stem)};
}

// `/conference/osdi18/presentation/qin`, `/system/files/osdi20-xiao_0.pdf`,
// `/system/files/conference/atc16/atc16_paper-abadi.pdf`.
Found from_usenix(const Url& url) {
  if (url.path.starts_with("/conference/") && component(url.path, 2) == "presentation") {
    const std::string_view who = component(url.path, 3);
    if (who.empty()) return std::nullopt;
    return Identifier{IdentifierKind::kUsenix,
                      ascii_lower(component(url.path, 1)) + "/" + ascii_lower(who)};
  }
  if (url.path.find("/files/") == std::string_view::npos || !last_of(url).ends_with(".pdf"))
    return std::nullopt;
  std::string stem = ascii_lower(without_ending(last_of(url)));
  std::erase(stem, '\\');  // Markdown's escape of `_`
  const size_t name = run_of(stem, 0, [](char c) { return c >= 'a' && c <= 'z'; });
  size_t mark = name + run_of(stem, name, is_ascii_digit);
  if (name < 2 || mark != name + 2) return std::nullopt;
  for (std::string_view season : {"fall", "spring", "summer", "winter"})
    if (std::string_view(stem).substr(mark).starts_with(season)) mark += season.size();
  const std::string meeting = stem.substr(0, mark);
  std::string_view who = std::string_view(stem).substr(mark);
  if (!who.starts_with('-') && !who.starts_with('_')) return std::nullopt;
  who.remove_prefix(1);
  for (std::string_view word : {"paper-", "paper_", "slides-", "slides_", "final-"})
    if (who.starts_with(word)) who.remove_prefix(word.size());
  who = who.substr(0, std::min(who.find('_'), who.find("-final")));
  if (who.empty()) return std::nullopt;
  return Identifier{IdentifierKind::kUsenix, meeting + "/" + std::string(who)};
}

// `/paper/Some-Title/<hash>`, `/CorpusID:13756489`, `/arXiv:1706.03762`; pdfs.: `/1172/<the
// rest>.pdf`.
Found from_s2(const Url& url) {
  const std::string last(without_ending(last_of(url)));
  if (starts_with_folded(last, "arxiv:")) return read_arxiv(std::string_view(last).substr(6));
  if (url.host.starts_with("pdfs.")) return read_s2(std::string(component(url.path, 0)) + last);
  if (url.path.starts_with("/reader/") || url.path.starts_with("/paper/") ||
      starts_with_folded(last, "corpusid:"))
    return read_s2(last);
  return url.path.starts_with("/arxiv/") ? read_arxiv(last) : std::nullopt;
}

// `pubmed.ncbi.nlm.nih.gov/23193287/`, `ncbi.nlm.nih.gov/pubmed/23193287`,
// `pmc.ncbi.nlm.nih.gov/articles/PMC3531190/pdf/x.pdf`.
Found from_nih(const Url& url) {
  for (size_t i = 0; i < 4; ++i) {
    const std::string_view part = component(url.path, i);
    const bool central = starts_with_folded(part, "pmc") && part.size() > 3;
    const bool number = !part.empty() && run_of(part, 0, is_ascii_digit) == part.size() &&
                        (url.host.starts_with("pubmed.") || component(url.path, 0) == "pubmed");
    if (central || number) return read_pubmed(part);
  }
  return std::nullopt;
}

Found from_ieee(const Url& url) {
  std::string_view number = url.value_of("arnumber");
  for (std::string_view before : {"/document/", "/abstract/document/", "/iel7/"})
    if (number.empty() && url.path.starts_with(before)) number = url.path.substr(before.size());
  number = number.substr(0, run_of(number, 0, is_ascii_digit));
  while (number.starts_with('0')) number.remove_prefix(1);
  if (number.size() < 5) return std::nullopt;
  return Identifier{IdentifierKind::kIeee, std::string(number)};
}

Found from_github(const Url& url) {
  const std::string_view what = component(url.path, 2), number = component(url.path, 3);
  if ((what != "issues" && what != "discussions") || number.empty() ||
      run_of(number, 0, is_ascii_digit) != number.size())
    return std::nullopt;
  return Identifier{IdentifierKind::kIssue, ascii_lower(component(url.path, 0)) + "/" +
                                                ascii_lower(component(url.path, 1)) + "#" +
                                                std::string(number)};
}

// Nature's articles are called by what follows the publisher in their DOI.
Found from_nature(const Url& url) {
  const std::string_view slug = without_ending(component(url.path, 1));
  if (component(url.path, 0) != "articles" || slug.size() < 6) return std::nullopt;
  return read_doi("10.1038/" + std::string(slug));
}

Found from_acm(const Url& url) {
  const std::string_view id = url.value_of("doid");
  if (!id.starts_with("10.") && id.find('.') == std::string_view::npos) return std::nullopt;
  return read_doi(id.starts_with("10.") ? std::string(id) : "10.1145/" + std::string(id));
}

// `/proceedings/2019/123`, `/proceedings/2019/0123.pdf`: since 2017 a DOI is made of the two.
Found from_ijcai(const Url& url) {
  const std::string_view year = component(url.path, 1);
  std::string_view number = without_ending(component(url.path, 2));
  while (number.starts_with('0')) number.remove_prefix(1);
  if (!starts_with_folded(component(url.path, 0), "proceedings") || year.size() != 4 ||
      year < "2017" || number.empty() || run_of(number, 0, is_ascii_digit) != number.size())
    return std::nullopt;
  return read_doi("10.24963/ijcai." + std::string(year) + "/" + std::string(number));
}

// `/content/10.1101/2023.09.11.556673v1.full.pdf`, `/content/biorxiv/early/2017/07/25/097170`.
Found from_biorxiv(const Url& url) {
  std::string_view number = without_ending(last_of(url));
  number = number.substr(0, number.find(".full"));
  if (const size_t version = number.rfind('v');
      version != std::string_view::npos && version > 0 && version + 1 < number.size() &&
      run_of(number, version + 1, is_ascii_digit) == number.size() - version - 1)
    number = number.substr(0, version);
  if (number.size() < 6 || number.find_first_not_of("0123456789.") != std::string_view::npos)
    return std::nullopt;
  return read_doi("10.1101/" + std::string(number));
}

struct Site {
  std::string_view domain;
  Found (*read)(const Url& url);
};
constexpr Site kSites[] = {
    {"arxiv.org", from_arxiv},
    {"openreview.net", from_openreview},
    {"aclanthology.org", from_acl},
    {"aclweb.org", from_acl},
    {"doi.org", from_doi},
    {"github.com", from_github},
    {"alphaxiv.org", from_arxiv},
    {"huggingface.co", from_hugging_face},
    {"hf.co", from_hugging_face},
    {"ar5iv.org", from_arxiv},
    {"papers.cool", from_reader},
    {"arxiv-vanity.com", from_reader},
    {"scirate.com", from_reader},
    {"xxx.lanl.gov", from_arxiv},
    {"emergentmind.com", from_reader},
    {"proceedings.mlr.press", from_pmlr},
    {"nips.cc", from_neurips},
    {"neurips.cc", from_neurips},
    {"thecvf.com", from_cvf},
    {"jmlr.org", from_jmlr},
    {"usenix.org", from_usenix},
    {"semanticscholar.org", from_s2},
    {"nih.gov", from_nih},
    {"ieeexplore.ieee.org", from_ieee},
    {"nature.com", from_nature},
    {"dl.acm.org", from_acm},
    {"portal.acm.org", from_acm},
    {"ijcai.org", from_ijcai},
    {"biorxiv.org", from_biorxiv},
    {"medrxiv.org", from_biorxiv},
};

// Where a publisher's address holds the DOI, whoever it is: `/doi/abs/10.1145/3297858.3304011`,
// `/article/10.1007/s1`, `?id=10.1371/journal.pone.1`.
Found doi_within(const Url& url) {
  for (std::string_view key : {"id", "doi"})
    if (Found id = read_doi(percent_decoded(url.value_of(key)))) return id;
  const size_t at = url.path.find("/10.");
  if (at == std::string_view::npos) return std::nullopt;
  return read_doi(percent_decoded(url.path.substr(at + 1)));
}

// Pages that only lead on to another.
std::string led_on_to(const Url& url) {
  if (url.host == "link.zhihu.com") return percent_decoded(url.value_of("target"));
  if (url.host == "google.com" && url.path == "/url") return percent_decoded(url.value_of("q"));
  if (url.host == "web.archive.org" && url.path.starts_with("/web/")) {
    const size_t inner = url.path.find("/http");
    if (inner != std::string_view::npos) return std::string(url.path.substr(inner + 1));
  }
  return {};
}

}  // namespace

std::optional<Identifier> identifier_of_url(std::string_view text) {
  // `[x]([https://…](https://…))`: a tool made a link of what was one.
  if (const size_t middle = text.find("](");
      text.starts_with("[http") && text.ends_with(')') && middle != std::string_view::npos)
    return identifier_of_url(text.substr(middle + 2, text.size() - middle - 3));
  if (lacks_scheme(text)) return identifier_of_url("https://" + std::string(text));
  if (text.find("\\_") != std::string_view::npos) {  // as editors escape it
    std::string plain(text);
    std::erase(plain, '\\');
    return identifier_of_url(plain);
  }
  std::optional<Url> url = split_url(text);
  if (!url) return std::nullopt;
  const std::string inner = led_on_to(*url);
  if (!inner.empty() && !(url = split_url(inner))) return std::nullopt;
  for (const Site& site : kSites) {
    if (!url->is_at(site.domain)) continue;
    if (Found id = site.read(*url)) return id;
    break;
  }
  return doi_within(*url);
}

}  // namespace notes
