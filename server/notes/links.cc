#include "notes/links.h"

#include <algorithm>
#include <utility>

#include "notes/defined_link.h"
#include "notes/identifier.h"
#include "notes/lines.h"
#include "notes/path.h"
#include "notes/sixteen.h"
#include "notes/unicode.h"
#include "notes/url.h"

namespace notes {
namespace {

constexpr size_t kLongest = 2048;
constexpr size_t kPatience = 1u << 16;  // and some for each byte of a line

constexpr std::string_view kPaperHosts[] = {"arxiv.org",
                                            "openreview.net",
                                            "aclanthology.org",
                                            "aclweb.org",
                                            "thecvf.com",
                                            "nips.cc",
                                            "neurips.cc",
                                            "mlr.press",
                                            "jmlr.org",
                                            "usenix.org",
                                            "ieee.org",
                                            "acm.org",
                                            "springer.com",
                                            "nature.com",
                                            "science.org",
                                            "sciencedirect.com",
                                            "biorxiv.org",
                                            "medrxiv.org",
                                            "nih.gov",
                                            "isca-speech.org",
                                            "ecva.net",
                                            "distill.pub",
                                            "doi.org",
                                            "semanticscholar.org",
                                            "wiley.com",
                                            "aaai.org",
                                            "ijcai.org",
                                            "pnas.org",
                                            "mitpressjournals.org",
                                            "sciencemag.org",
                                            "mdpi.com",
                                            "plos.org",
                                            "frontiersin.org",
                                            "tandfonline.com",
                                            "oup.com",
                                            "cambridge.org",
                                            "iop.org",
                                            "aps.org",
                                            "annualreviews.org",
                                            "cell.com",
                                            "elifesciences.org",
                                            "royalsocietypublishing.org",
                                            "ssrn.com",
                                            "jstage.jst.go.jp",
                                            "eprint.iacr.org",
                                            "citeseerx.ist.psu.edu",
                                            "citeseer.ist.psu.edu",
                                            "research.google",
                                            "alphaxiv.org",
                                            "hal.science"};

bool is_paper_host(std::string_view url) {
  const size_t begin = url.find("://") + 3;
  const std::string_view host = url.substr(begin, url.find('/', begin) - begin);
  for (std::string_view known : kPaperHosts)
    if (host.ends_with(known)) return true;
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  for (std::string_view end : {".pdf", ".ps", ".ps.gz", "/pdf"})
    if (path.ends_with(end)) return true;
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, Range run)
      : all_(text),
        text_(text.substr(0, run.end)),
        at_(run.begin),
        patience_(kPatience + 16 * size_t{run.size()}) {}

  std::vector<WrittenLink> read(size_t most = SIZE_MAX) {
    const auto may_start = [](const Sixteen& bytes, const Sixteen& behind) {
      return (bytes == '[') | (bytes == '<') | (bytes == '`') | (bytes == '\\') |
             ((bytes == 'h') & (behind == 't'));
    };
    while (out_.size() < most &&
           (at_ = static_cast<uint32_t>(first_where(text_, at_, may_start))) < text_.size()) {
      const uint32_t before = at_;
      step();
      if (at_ <= before) at_ = before + 1;
    }
    return std::move(out_);
  }

 private:
  uint32_t reach() const { return static_cast<uint32_t>(std::min(text_.size(), at_ + kLongest)); }

  void step() {
    const char c = text_[at_];
    if (c == '\\') {
      at_ += 2;
    } else if (c == '`') {
      const size_t close = text_.find('`', at_ + 1);
      if (close != std::string_view::npos) at_ = static_cast<uint32_t>(close) + 1;
    } else if (c == '[') {
      if (!wiki()) link();
    } else if (c == '<') {
      anchor();
    } else if (const std::string_view rest = text_.substr(at_);
               rest.starts_with("http://") || rest.starts_with("https://")) {
      const uint32_t end = url_end(text_, at_);
      add({{at_, end}, {}, text_.substr(at_, end - at_), false});
    }
  }

  void add(WrittenLink link) {
    at_ = link.range.end;
    out_.push_back(link);
  }

  bool wiki() {
    if (!text_.substr(at_).starts_with("[[")) return false;
    const size_t close = text_.substr(0, reach()).find("]]", at_ + 2);
    if (close == std::string_view::npos) return false;
    const std::string_view inside = text_.substr(at_ + 2, close - at_ - 2);
    if (inside.find_first_of("[]") != std::string_view::npos) return false;
    // `[[note]](notes/x.md)` is a link whose text stands in brackets.
    if (text_.substr(close + 2).starts_with('(') &&
        close_of<'(', ')'>(static_cast<uint32_t>(close) + 2) != 0)
      return false;
    const size_t bar = inside.find('|');
    std::string_view name = inside.substr(0, bar);
    if (name.ends_with('\\')) name.remove_suffix(1);
    const uint32_t shown = bar == std::string_view::npos ? 0 : static_cast<uint32_t>(bar) + 1;
    add({{at_, static_cast<uint32_t>(close) + 2},
         {at_ + 2 + shown, static_cast<uint32_t>(close)},
         trim(name),
         true});
    return true;
  }

  // The bracket or parenthesis that closes the one at `open`; 0 when there is none, or when a line
  // opens so many that none is meant.
  template <char kOpener, char kCloser>
  uint32_t close_of(uint32_t open) {
    const std::string_view near = text_.substr(0, reach());
    int depth = 0;
    for (size_t i = open; i < near.size(); ++i) {
      const size_t from = i;
      i = first_of<'\\', kOpener, kCloser>(near, i);
      if (i - from >= patience_) {
        patience_ = 0;
        return 0;
      }
      patience_ -= i - from + (i < near.size());
      if (i == near.size()) return 0;
      if (near[i] == '\\')
        ++i;
      else if (near[i] == kOpener)
        ++depth;
      else if (--depth == 0)
        return static_cast<uint32_t>(i);
    }
    return 0;
  }

  void link() {
    const uint32_t close = close_of<'[', ']'>(at_);
    if (close == 0 || close + 1 >= text_.size()) return;
    if (text_[close + 1] == '[') {
      const DefinedLink link = defined_link(all_, at_, close);
      if (link.after != 0 && link.after <= text_.size())
        add({{at_, link.after}, {at_ + 1, close}, link.to, false});
      return;
    }
    // A blank before the destination is no link to Markdown, but people write it.
    const uint32_t open = close + 1 + text_.substr(close + 1).starts_with(" (http");
    if (text_[open] != '(') return;
    const uint32_t end = close_of<'(', ')'>(open);
    if (end == 0) return;
    Range to = trimmed(text_, {open + 1, end});
    if (to.size() > 1 && text_[to.begin] == '<' && text_[to.end - 1] == '>') ++to.begin, --to.end;
    std::string_view target = view(text_, to);
    if (const size_t title = target.find(" \""); title != std::string_view::npos)
      target = trim(target.substr(0, title));
    const bool image = at_ > 0 && text_[at_ - 1] == '!';
    if (image) {
      at_ = end + 1;
      return;
    }
    add({{at_, end + 1}, {at_ + 1, close}, target, false});
  }

  // `<https://…>` or `<a href="…">text</a>`.
  void anchor() {
    const size_t close = text_.substr(0, reach()).find('>', at_);
    if (close == std::string_view::npos) return;
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    if (inside.starts_with("http")) {
      add({{at_, static_cast<uint32_t>(close) + 1}, {}, inside, false});
      return;
    }
    if (!inside.starts_with("a ")) return;
    const size_t href = inside.find("href=\"");
    if (href == std::string_view::npos) return;
    const std::string_view rest = inside.substr(href + 6);
    const size_t end = text_.substr(0, reach()).find("</a>", close);
    if (end == std::string_view::npos) return;
    add({{at_, static_cast<uint32_t>(end) + 4},
         {static_cast<uint32_t>(close) + 1, static_cast<uint32_t>(end)},
         rest.substr(0, rest.find('"')),
         false});
  }

  std::string_view all_;
  std::string_view text_;  // of it, up to the end of the run
  uint32_t at_;
  size_t patience_;  // bytes that may be looked at for what closes something
  std::vector<WrittenLink> out_;
};

}  // namespace

bool WrittenLink::is_local_note() const {
  if (is_wiki) return !to.empty();
  if (is_url() || to.empty() || to[0] == '#') return false;
  const std::string_view path = to.substr(0, std::min(to.find('#'), to.find('?')));
  // `[article](A Title of Some Words)`: somebody pasted the title where the address belongs.
  if (path.find(' ') != std::string_view::npos && path.find_first_of("./") == path.npos)
    return false;
  return path.ends_with(".md") || path.ends_with(".markdown") || path.ends_with('/') ||
         last_component(path).find('.') == std::string_view::npos;
}

bool WrittenLink::is_paper() const {
  if (!is_url()) return !is_wiki && to.ends_with(".pdf");
  const std::optional<Identifier> id = identifier_of_url(to);
  return (id && is_of_work(id->kind)) || is_paper_host(to);
}

std::vector<WrittenLink> links_in(std::string_view text, Range run) {
  return Reader(text, run).read();
}

std::optional<WrittenLink> first_link_in(std::string_view text, Range run) {
  const std::vector<WrittenLink> links = Reader(text, run).read(1);
  return links.empty() ? std::nullopt : std::optional(links.front());
}

}  // namespace notes
