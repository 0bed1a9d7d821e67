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
        "arxiv.org/abs/1706.03762", "https://cn.arxiv.org/abs/1706.03762",
        "https://ar5iv.labs.arxiv.org/html/1706.03762", "https://ar5iv.org/abs/1706.03762",
        "https://www.alphaxiv.org/abs/1706.03762", "https://alphaxiv.org/overview/1706.03762v1",
        "https://huggingface.co/papers/1706.03762", "https://hf.co/papers/1706.03762",
        "https://doi.org/10.48550/arXiv.1706.03762", "https://doi.org/10.48550/ARXIV.1706.03762v2",
        "HTTPS://ArXiv.org/abs/1706.03762",
        "[https://arxiv.org/abs/1706.03762](https://arxiv.org/abs/1706.03762)"})
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
        "https://huggingface.co/1706.03762", "xarxiv.org/abs/1706.03762"})
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

TEST(Identifier, FoldsReadersOfArxiv) {
  for (std::string_view text :
       {"https://papers.cool/arxiv/1706.03762", "https://www.arxiv-vanity.com/papers/1706.03762/",
        "https://scirate.com/arxiv/1706.03762", "https://www.semanticscholar.org/arxiv/1706.03762",
        "https://api.semanticscholar.org/arXiv:1706.03762",
        "https://www.emergentmind.com/papers/1706.03762",
        "https://web.archive.org/web/2020/https://arxiv.org/abs/1706.03762",
        "https://link.zhihu.com/?target=https%3A//arxiv.org/abs/1706.03762"})
    EXPECT_EQ(url(text), "arxiv:1706.03762") << text;
  EXPECT_EQ(url("https://papers.cool/arxiv/hep-th/9901001"), "arxiv:hep-th/9901001");
}

TEST(Identifier, FindsTheDoiInAnyPublishersAddress) {
  for (std::string_view text :
       {"https://link.springer.com/article/10.1007/s11432-014-5131-7",
        "https://link.springer.com/content/pdf/10.1007/s11432-014-5131-7.pdf",
        "https://link.springer.com/10.1007%2Fs11432-014-5131-7",
        "https://www.publisher.example/view?doi=10.1007/s11432-014-5131-7"})
    EXPECT_EQ(url(text), "doi:10.1007/s11432-014-5131-7") << text;
  EXPECT_EQ(url("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456"),
            "doi:10.1371/journal.pone.0123456");
  EXPECT_EQ(url("https://www.nature.com/articles/s41586-019-1924-6.pdf"),
            "doi:10.1038/s41586-019-1924-6");
  EXPECT_EQ(url("https://portal.acm.org/citation.cfm?doid=800217.806614"),
            "doi:10.1145/800217.806614");
  EXPECT_EQ(url("https://www.ijcai.org/Proceedings/2019/0123.pdf"), "doi:10.24963/ijcai.2019/123");
  EXPECT_EQ(url("https://www.ijcai.org/proceedings/2015/123"), "");
  for (std::string_view text :
       {"https://www.biorxiv.org/content/10.1101/2023.09.11.556673v1",
        "https://www.biorxiv.org/content/10.1101/2023.09.11.556673v2.full.pdf",
        "https://www.biorxiv.org/content/biorxiv/early/2023/09/11/2023.09.11.556673.full.pdf"})
    EXPECT_EQ(url(text), "doi:10.1101/2023.09.11.556673") << text;
  EXPECT_EQ(url("https://example.org/a/10.12/b"), "");
}

TEST(Identifier, ReadsProceedings) {
  for (std::string_view text :
       {"https://proceedings.mlr.press/v139/narayanan21a.html",
        "http://proceedings.mlr.press/v139/narayanan21a/narayanan21a.pdf",
        "http://proceedings.mlr.press/v139/narayanan21a/narayanan21a-supp.pdf",
        "http://www.jmlr.org/proceedings/papers/v139/narayanan21a.html"})
    EXPECT_EQ(url(text), "pmlr:v139/narayanan21a") << text;
  EXPECT_EQ(url("http://proceedings.mlr.press/v28/sutskever13.pdf"), "pmlr:v28/sutskever13");
  EXPECT_EQ(url("https://proceedings.mlr.press/v139/"), "");
  for (std::string_view text :
       {"https://www.jmlr.org/papers/volume15/srivastava14a/srivastava14a.pdf",
        "https://jmlr.org/papers/v15/srivastava14a.html"})
    EXPECT_EQ(url(text), "jmlr:v15/srivastava14a") << text;
  for (std::string_view text :
       {"https://papers.nips.cc/paper/2020/file/1457c0d6bfcb4967418bfb8ac142f64a-Paper.pdf",
        "https://proceedings.neurips.cc/paper/2020/hash/"
        "1457c0d6bfcb4967418bfb8ac142f64a-Abstract.html",
        "https://proceedings.neurips.cc/paper_files/paper/2020/file/"
        "1457c0d6bfcb4967418bfb8ac142f64a-Supplemental.pdf"})
    EXPECT_EQ(url(text), "neurips:2020/1457c0d6bfcb4967418bfb8ac142f64a") << text;
  for (std::string_view text : {"https://papers.nips.cc/paper/7090-hindsight-experience-replay.pdf",
                                "http://papers.nips.cc/paper/7090-hindsight-experience-replay"})
    EXPECT_EQ(url(text), "neurips:7090") << text;
  EXPECT_EQ(url("http://papers.nips.cc/paper/"), "");
  for (std::string_view text : {"https://openaccess.thecvf.com/content_cvpr_2016/papers/"
                                "He_Deep_Residual_Learning_CVPR_2016_paper.pdf",
                                "http://openaccess.thecvf.com/content_cvpr_2016/html/"
                                "He_Deep_Residual_Learning_CVPR_2016_paper.html"})
    EXPECT_EQ(url(text), "cvf:He_Deep_Residual_Learning_CVPR_2016") << text;
  EXPECT_EQ(url("https://openaccess.thecvf.com/CVPR2020"), "");
  for (std::string_view text :
       {"https://www.usenix.org/conference/osdi20/presentation/jiang",
        "https://www.usenix.org/system/files/osdi20-jiang.pdf",
        "https://www.usenix.org/system/files/osdi20-jiang_0.pdf",
        "https://www.usenix.org/system/files/conference/osdi20/osdi20-paper-jiang.pdf",
        "https://www.usenix.org/sites/default/files/conference/protected-files/"
        "osdi20_slides_jiang.pdf"})
    EXPECT_EQ(url(text), "usenix:osdi20/jiang") << text;
  EXPECT_EQ(url("https://www.usenix.org/conference/osdi20/technical-sessions"), "");
}

TEST(Identifier, ReadsCatalogues) {
  const std::string hash = "204e3073870fae3d05bcbc2f6a8e263d9b72e776";
  EXPECT_EQ(url("https://www.semanticscholar.org/paper/Attention-is-All/" + hash), "s2:" + hash);
  EXPECT_EQ(url("https://www.semanticscholar.org/paper/" + hash), "s2:" + hash);
  EXPECT_EQ(url("https://pdfs.semanticscholar.org/204e/3073870fae3d05bcbc2f6a8e263d9b72e776.pdf"),
            "s2:" + hash);
  EXPECT_EQ(url("https://api.semanticscholar.org/CorpusID:13756489"), "s2:corpusid:13756489");
  EXPECT_EQ(check("corpusid", "13756489"), "s2:corpusid:13756489");
  EXPECT_EQ(url("https://pubmed.ncbi.nlm.nih.gov/23193287/"), "pubmed:23193287");
  EXPECT_EQ(url("https://www.ncbi.nlm.nih.gov/pubmed/23193287"), "pubmed:23193287");
  EXPECT_EQ(url("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/pdf/x.pdf"),
            "pubmed:pmc3531190");
  EXPECT_EQ(check("pmid", "23193287"), "pubmed:23193287");
  EXPECT_EQ(check("PMCID", "PMC3531190"), "pubmed:pmc3531190");
  EXPECT_EQ(url("https://ieeexplore.ieee.org/document/7780459/"), "ieee:7780459");
  EXPECT_EQ(url("https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=7780459"),
            "ieee:7780459");
  EXPECT_EQ(url("https://ieeexplore.ieee.org/abstract/document/7780459"), "ieee:7780459");
  EXPECT_EQ(url("https://ieeexplore.ieee.org/Xplore/home.jsp"), "");
}

TEST(Identifier, ChecksIsbns) {
  EXPECT_EQ(check("isbn", "0-262-03561-8"), "isbn:9780262035613");
  EXPECT_EQ(check("ISBN", "978-0-262-03561-3"), "isbn:9780262035613");
  EXPECT_EQ(check("isbn", "080442957X"), "isbn:9780804429573");
  EXPECT_EQ(check("isbn", "978-0-262-03561-4"), "");
  EXPECT_EQ(check("isbn", "12"), "");
}

TEST(Identifier, ReadsIssuesAndCitationKeys) {
  EXPECT_EQ(url("https://github.com/AkihikoWatanabe/paper_notes/issues/132"),
            "issue:akihikowatanabe/paper_notes#132");
  EXPECT_EQ(url("https://github.com/a/b/issues/1#issuecomment-5"), "issue:a/b#1");
  EXPECT_EQ(url("https://github.com/a/b/issues"), "");
  EXPECT_EQ(url("https://github.com/a/b/pull/1"), "");
  EXPECT_EQ(check("citekey", "@Vaswani2017"), "citekey:Vaswani2017");
  EXPECT_EQ(check("citation-key", "vaswani_attention_2017"), "citekey:vaswani_attention_2017");
  EXPECT_EQ(check("citekey", "two words"), "");
  EXPECT_FALSE(is_of_work(IdentifierKind::kIssue));
  EXPECT_TRUE(is_of_work(IdentifierKind::kIsbn));
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
  EXPECT_EQ(use("arXiv 2409.19606, x"), "arxiv:2409.19606 arXiv 2409.19606");
  EXPECT_EQ(use("PMID: 23193287."), "pubmed:23193287 PMID: 23193287");
  EXPECT_EQ(use("ISBN 978-0-262-03561-3,"), "isbn:9780262035613 ISBN 978-0-262-03561-3");
  EXPECT_EQ(use("isbn of"), "");
  EXPECT_EQ(use("arXiv: preprint"), "");
  EXPECT_EQ(use("doi: soon"), "");
}

TEST(Url, IsThePageOfTheWork) {
  for (std::string_view page :
       {"https://arxiv.org/abs/1706.03762", "https://doi.org/10.1145/1",
        "https://openreview.net/forum?id=B1QRgziT-", "https://aclanthology.org/2020.acl-main.1",
        "https://proceedings.mlr.press/v139/narayanan21a.html",
        "https://papers.nips.cc/paper_files/paper/2020/hash/"
        "1457c0d6bfcb4967418bfb8ac142f64a-Abstract.html",
        "https://www.jmlr.org/papers/v15/srivastava14a.html",
        "https://www.usenix.org/conference/osdi20/presentation/jiang",
        "https://api.semanticscholar.org/CorpusID:13756489",
        "https://pubmed.ncbi.nlm.nih.gov/23193287/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/",
        "https://ieeexplore.ieee.org/document/7780459", "https://github.com/a/b/issues/1"})
    EXPECT_EQ(url_of(*identifier_of_url(page)), page);
}

}  // namespace
