// Identifiers of every kind, folded to one form.
#include "notes/identifier.h"

#include <gtest/gtest.h>

namespace {

using namespace notes;

// `kind:value`, or nothing.
std::string check(std::string_view key, std::string_view value) {
  const std::optional<Identifier> id = identifier_of_field(key, value);
  return id ? to_string(*id) : "";
}
std::string url(std::string_view text) { return check("url", text); }

TEST(Identifier, FoldsAllUrlsOfOneArxivPaper) {
  for (std::string_view text :
       {"https://arxiv.org/abs/1706.03762", "http://arxiv.org/abs/1706.03762v7",
        "https://www.arxiv.org/pdf/1706.03762", "https://arxiv.org/pdf/1706.03762v5.pdf",
        "https://arxiv.org/html/1706.03762v2#S1", "https://export.arxiv.org/abs/1706.03762?x=y",
        "https://cn.arxiv.org/abs/1706.03762", "https://ar5iv.labs.arxiv.org/html/1706.03762",
        "https://ar5iv.org/abs/1706.03762", "https://www.alphaxiv.org/abs/1706.03762",
        "https://alphaxiv.org/overview/1706.03762v1", "https://huggingface.co/papers/1706.03762",
        "https://hf.co/papers/1706.03762", "https://doi.org/10.48550/arXiv.1706.03762",
        "https://doi.org/10.48550/ARXIV.1706.03762v2", "HTTPS://ArXiv.org/abs/1706.03762"})
    EXPECT_EQ(url(text), "arxiv:1706.03762") << text;
}

TEST(Identifier, ReadsOldArxivIds) {
  EXPECT_EQ(url("https://arxiv.org/abs/hep-th/9901001v2"), "arxiv:hep-th/9901001");
  EXPECT_EQ(url("https://arxiv.org/pdf/math.GT/0309136"), "arxiv:math.gt/0309136");
  EXPECT_EQ(url("https://arxiv.org/abs/0704.0001"), "arxiv:0704.0001");
}

TEST(Identifier, TakesNoOtherPageForAnArxivPaper) {
  for (std::string_view text :
       {"https://arxiv.org/", "https://arxiv.org/abs/", "https://arxiv.org/list/cs.CL/2401",
        "https://arxiv.org/abs/1713.03762", "https://arxiv.org/abs/1706.037621",
        "https://notarxiv.org/abs/1706.03762", "https://example.org/abs/1706.03762",
        "https://huggingface.co/1706.03762", "arxiv.org/abs/1706.03762"})
    EXPECT_EQ(url(text), "") << text;
}

TEST(Identifier, ReadsDois) {
  EXPECT_EQ(url("https://doi.org/10.1145/3442188.3445922"), "doi:10.1145/3442188.3445922");
  EXPECT_EQ(url("http://dx.doi.org/10.1016/S0893-6080(98)00116-6"),
            "doi:10.1016/s0893-6080(98)00116-6");
  EXPECT_EQ(url("https://dl.acm.org/doi/10.1145/3442188.3445922"), "doi:10.1145/3442188.3445922");
  EXPECT_EQ(url("https://dl.acm.org/doi/pdf/10.1145/3442188.3445922?download=true"),
            "doi:10.1145/3442188.3445922");
  EXPECT_EQ(check("doi", "doi:10.1671/0272-4634(2007)27[108:MTIBTY]2.0.CO;2"),
            "doi:10.1671/0272-4634(2007)27[108:mtibty]2.0.co;2");
  EXPECT_EQ(url("https://doi.org/10.1000%2Fxyz"), "doi:10.1000/xyz");
}

TEST(Identifier, StripsJunkFromDois) {
  for (std::string_view junk : {"/full", "/abstract", "/pdf", ".pdf", "?download=true", ".", ",",
                                ";", "/full.pdf", "#sec-2"})
    EXPECT_EQ(url("https://doi.org/10.3389/fnins.2020.1" + std::string(junk)),
              "doi:10.3389/fnins.2020.1")
        << junk;
}

TEST(Identifier, IsValidTextWhateverTheUrlEncodes) {
  EXPECT_EQ(url("https://doi.org/10.1234/a%FFb"), "doi:10.1234/a\uFFFDb");
}

TEST(Identifier, ReadsOpenReviewPages) {
  for (std::string_view text :
       {"https://openreview.net/forum?id=B1QRgziT-", "https://openreview.net/pdf?id=B1QRgziT-",
        "https://openreview.net/forum?id=B1QRgziT-&noteId=xyz",
        "https://openreview.net/forum?noteId=xyz&id=B1QRgziT-#discussion"})
    EXPECT_EQ(url(text), "openreview:B1QRgziT-") << text;
  EXPECT_EQ(url("https://openreview.net/group?id=ICLR.cc/2024"), "");
  EXPECT_EQ(check("openreview", "B1QRgziT-"), "openreview:B1QRgziT-");
}

TEST(Identifier, ReadsOldAndNewAclIds) {
  EXPECT_EQ(url("https://aclanthology.org/2020.acl-main.1/"), "acl:2020.acl-main.1");
  EXPECT_EQ(url("https://www.aclweb.org/anthology/2020.acl-main.447.pdf"), "acl:2020.acl-main.447");
  EXPECT_EQ(url("https://aclanthology.org/2020.acl-main.447v2.pdf"), "acl:2020.acl-main.447");
  EXPECT_EQ(url("https://www.aclweb.org/anthology/N16-1166"), "acl:n16-1166");
  EXPECT_EQ(url("https://aclanthology.org/N16-1166.bib"), "acl:n16-1166");
  EXPECT_EQ(url("https://aclanthology.org/volumes/2020.acl-main/"), "");
}

TEST(Identifier, ReadsFields) {
  EXPECT_EQ(check("arxiv", "arXiv:2409.19606v2"), "arxiv:2409.19606");
  EXPECT_EQ(check("arxiv_id", " 2409.19606 "), "arxiv:2409.19606");
  EXPECT_EQ(check("eprint", "hep-th/9901001"), "arxiv:hep-th/9901001");
  EXPECT_EQ(check("doi", "https://doi.org/10.1145/1"), "doi:10.1145/1");
  EXPECT_EQ(check("doi", "10.48550/arXiv.1706.03762"), "arxiv:1706.03762");
  EXPECT_EQ(check("year", "2409.19606"), "");
  EXPECT_EQ(check("url", "not a url"), "");
}

TEST(Identifier, KnowsTheDateInAnArxivId) {
  const auto date = [](std::string_view value) {
    const auto found = date_of({IdentifierKind::kArxiv, std::string(value)});
    return found ? found->year * 100 + found->month : 0;
  };
  EXPECT_EQ(date("2409.19606"), 202409);
  EXPECT_EQ(date("hep-th/9901001"), 199901);
  EXPECT_EQ(date("0704.0001"), 200704);
  EXPECT_EQ(date(""), 0);
  EXPECT_FALSE(date_of({IdentifierKind::kDoi, "2409.19606"}));
}

TEST(Url, EndsWhereTheSentenceGoesOn) {
  const auto end = [](std::string_view text) {
    return std::string(text.substr(0, url_end(text, 0)));
  };
  EXPECT_EQ(end("https://a.b/c). Next"), "https://a.b/c");
  EXPECT_EQ(end("https://a.b/c_(d)) e"), "https://a.b/c_(d)");
  EXPECT_EQ(end("https://a.b/c、次"), "https://a.b/c");
  EXPECT_EQ(end("https://a.b/c次"), "https://a.b/c");
  EXPECT_EQ(end("https://a.b/c?d=e&f#g, h"), "https://a.b/c?d=e&f#g");
  EXPECT_EQ(end("https://a.b/\"x"), "https://a.b/");
}

TEST(Label, NamesAnIdentifierInRunningText) {
  const auto use = [](std::string_view text) {
    const auto found = labelled_identifier_at(text, 0);
    return found ? to_string(found->id) + " " +
                       std::string(text.substr(found->range.begin, found->range.size()))
                 : "";
  };
  EXPECT_EQ(use("arXiv:2409.19606v3."), "arxiv:2409.19606 arXiv:2409.19606v3");
  EXPECT_EQ(use("ARXIV: 2409.19606, x"), "arxiv:2409.19606 ARXIV: 2409.19606");
  EXPECT_EQ(use("doi:10.1145/3442188.3445922)."),
            "doi:10.1145/3442188.3445922 doi:10.1145/3442188.3445922");
  EXPECT_EQ(use("arXiv: preprint"), "");
  EXPECT_EQ(use("doi: soon"), "");
}

TEST(Url, IsThePageOfTheWork) {
  for (std::string_view page :
       {"https://arxiv.org/abs/1706.03762", "https://doi.org/10.1145/1",
        "https://openreview.net/forum?id=B1QRgziT-", "https://aclanthology.org/2020.acl-main.1"})
    EXPECT_EQ(url_of(*identifier_of_url(page)), page);
}

}  // namespace
