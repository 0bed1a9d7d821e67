// Kinds of notes that people write, each as small as it can be: which works they are about, and how
// sure that is.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

// The one entry.
Entry entry(std::string_view text, const std::string& path = "/vault/notes/some-name.md") {
  const auto note = Note::parse(path, Text(std::string(text)));
  EXPECT_EQ(note->entries().size(), 1u);
  return note->entries().empty() ? Entry{} : *note->entries()[0];
}

std::string identifiers(const Entry& entry) {
  std::string out;
  for (const Identifier& id : entry.identifiers) out += (out.empty() ? "" : " ") + to_string(id);
  return out;
}

TEST(FileKinds, APageCalledAPaperIsOneHoweverShortItsTitle) {
  EXPECT_EQ(observed::titles("- its idea\n", "/vault/pages/Paper_ DARTS.md"), "DARTS");
  EXPECT_EQ(observed::titles("- its idea\n", "/vault/pages/paper%3A DARTS.md"), "DARTS");
  EXPECT_EQ(observed::titles("- its idea\n", "/vault/pages/DARTS.md"), "");
}

TEST(FileKinds, APageThatStartsWithItsPaperIsNamedByItsFile) {
  const std::string path = "/vault/pages/One wide network is all you need.md";
  EXPECT_EQ(observed::titles("- https://arxiv.org/pdf/2309.01826.pdf\n- good\n", path),
            "One wide network is all you need");
  EXPECT_EQ(observed::titles(
                "- https://arxiv.org/abs/2309.01826\n- it rounds one column of the weights after "
                "another and lets the others make up for it\n",
                "/vault/pages/GPTQ.md"),
            "(GPTQ)");
  EXPECT_EQ(observed::titles("- https://arxiv.org/abs/2309.01826\n", "/vault/pages/GPTQ.md"),
            "(GPTQ)");
  EXPECT_EQ(observed::titles("- https://arxiv.org/abs/2309.01826\n", "/vault/pages/reading.md"),
            "");
  EXPECT_EQ(identifiers(entry("- ![1908.02265.pdf](../assets/1908.02265_1.pdf)\n- good\n",
                              "/vault/pages/vilbert.md")),
            "arxiv:1908.02265");
}

TEST(FileKinds, TheFirstLineOrTheNameIsTheTitleWhereNoHeadingIs) {
  EXPECT_EQ(observed::titles(
                "Quiet-Gates: On Hearing in Small Rooms\n\n[TOC]\n\n## Info\n\nAuthors: A. Doe\n\n"
                "Venue: ICML\n",
                "/vault/quiet-gates-on-hearing-in-small-rooms-220602.md"),
            "Quiet-Gates: On Hearing in Small Rooms");
  EXPECT_EQ(observed::titles("## [g](https://arxiv.org/abs/2309.01826)\n\nIt says how.\n",
                             "/vault/hearing-gates-in-small-rooms.md"),
            "hearing gates in small rooms");
  EXPECT_EQ(observed::titles("Authors: A. Doe\n\nVenue: ICML\n",
                             "/vault/hear-gates-in-small-rooms-220602.md"),
            "hear gates in small rooms");
}

TEST(FileKinds, ALinkWithATitleOfItsOwnNamesAnotherWork) {
  EXPECT_EQ(observed::titles(
                "- [A Compiler for Deep Networks](https://arxiv.org/abs/2006.03031)\n- text\n",
                "/vault/pages/Dynamic Shape in Compilers.md"),
            "(A Compiler for Deep Networks)");
}

TEST(FileKinds, ATitleWithItsVenueNeedsNothingElse) {
  EXPECT_EQ(observed::titles("# \\[2021 EuroSys] NextDoor: Sampling\n\ntext\n"),
            "NextDoor: Sampling");
  EXPECT_EQ(
      observed::titles("## \\[2019 arXiv] Megatron: Training\n\ntext\n\n## \\[OSDI '20] BytePS: A "
                       "Way\n\ntext\n\n## \\[SOSP '09] FAWN: An Array\n\ntext\n",
                       "/vault/short-notes.md"),
      "Megatron: Training\nBytePS: A Way\nFAWN: An Array");
  EXPECT_EQ(observed::titles(
                "# Papers\n\n- \\[SOSP '09] FAWN: A Fast Array of Wimpy Nodes\n- \\[2019 arXiv] "
                "Megatron: Training of Models\n- other things to read\n"),
            "(FAWN: A Fast Array of Wimpy Nodes)\n(Megatron: Training of Models)");
}

TEST(FileKinds, APartOfAWorkIsNotItsTitle) {
  EXPECT_EQ(
      observed::titles("# Introduction\ntext\n# Speaker localization with networks\nthe authors\n",
                       "/vault/papers/Speaker localization using networks trained with noise.md"),
      "(Speaker localization using networks trained with noise)");
  const Entry named = entry("#### Ann Author and Bob Writer, 2006\n#### Summary\ntext\n",
                            "/vault/papers/Energy harvesting for small sensors.md");
  EXPECT_EQ(named.title, "Energy harvesting for small sensors");
  EXPECT_EQ(named.authors, (std::vector<std::string>{"Ann Author", "Bob Writer"}));
  EXPECT_EQ(named.year, 2006);
}

TEST(FileKinds, ATemplateIsNoTitle) {
  EXPECT_EQ(observed::titles(
                "# Title\n\n- Paper: Adapt Language Models to Domains\n- Author: Yang et al.\n",
                "/vault/acl/summary.md"),
            "Adapt Language Models to Domains");
}

TEST(FileKinds, ATitleMayStandBehindItsCitationKey) {
  const Entry keyed = entry(
      "+++\ntitle = \"chen_big_2020: Big Self-Supervised Models\"\nauthor = [\"Site "
      "Owner\"]\n+++\n\ntext\n",
      "/vault/posts/chen_big_2020.md");
  EXPECT_EQ(keyed.title, "Big Self-Supervised Models");
  EXPECT_EQ(identifiers(keyed), "citekey:chen_big_2020");
  EXPECT_EQ(keyed.year, 2020);
  EXPECT_TRUE(keyed.authors.empty());
}

TEST(FileKinds, ALinkCalledThePaperMakesAPost) {
  EXPECT_EQ(observed::titles(
                "---\ntitle: Modular learning\ntags: [AI]\n---\n\n## Introduction\n\n* text\n* "
                "[Link to the paper](https://research.example.org/x)\n"),
            "Modular learning");
}

TEST(FileKinds, ADocumentOfASeriesIsNone) {
  for (std::string_view title : {"ADR-0014: Design of the Topic Clusters for Operations",
                                 "Harvest of Ideas for the Next Papers, 2026-05-31"})
    EXPECT_EQ(observed::titles("# " + std::string(title) + "\n\n## Introduction\n\n## Summary\n",
                               "/vault/docs/" + std::string(title) + ".md"),
              "")
        << title;
}

TEST(FileKinds, AListWithFrontMatterStaysAList) {
  EXPECT_EQ(observed::titles("---\ntitle: Papers that I like\n---\n\n- One Two Three "
                             "[paper](https://arxiv.org/abs/1501.00001)\n- Four Five Six "
                             "[paper](https://arxiv.org/abs/1501.00002)\n- Seven Eight Nine "
                             "[paper](https://arxiv.org/abs/1501.00003)\n"),
            "One Two Three\nFour Five Six\nSeven Eight Nine");
}

TEST(FileKinds, ANameWithoutLettersIsNoTitle) {
  EXPECT_EQ(observed::titles("title::\ntype:: paper\n- text\n", "/vault/pages/@.md"), "");
  EXPECT_EQ(observed::titles("- ![2310.09949.pdf](../assets/2310.09949_1.pdf)\n",
                             "/vault/journals/2023_12_12.md"),
            "");
}

TEST(FileKinds, AListOfWorksIsNone) {
  for (std::string_view path : {"/vault/papers/CS 736 Operating Systems Reading List.md",
                                "/vault/papers/Big Data Systems Papers - Short Notes.md",
                                "/vault/papers/Papers by Some Person - Index.md"})
    EXPECT_EQ(observed::titles("text\n\n## Introduction\n\n## Summary\n", std::string(path)), "")
        << path;
}

TEST(FileKinds, LabelsAtTheEndDoNotStartAnotherWork) {
  EXPECT_EQ(observed::titles(
                "# Some Long Title of a Work\n\n**会议**: ACL 2025\n**arXiv**: 2501.00001\n\n## "
                "方法\ntext\n\n## 评分\n\n**会议**: ACL 2025\n**arXiv**: 2501.00001\n"),
            "Some Long Title of a Work");
}

TEST(FileKinds, SeveralLabelsMayShareALine) {
  const Entry work = entry(
      "# Some Long Title of a Work\n\n**会议**: ICLR 2026 / **arXiv**: "
      "[2602.01068](https://arxiv.org/abs/2602.01068) / **作者**: 张三\n");
  EXPECT_EQ(work.venue, "ICLR");
  EXPECT_EQ(work.year, 2026);
  EXPECT_EQ(identifiers(work), "arxiv:2602.01068");
  EXPECT_EQ(work.authors, std::vector<std::string>{"张三"});
}

TEST(FileKinds, ATableOfMoreColumnsIsNoBlockOfLabels) {
  EXPECT_EQ(observed::titles(
                "# AI Notes\n\n| Venue | Notes | Year |\n|---|---|---|\n| ACL | 3 | 2020 |\n",
                "/vault/README.md"),
            "");
}

TEST(FileKinds, HeadingsOfColumnsAreNoLabels) {
  EXPECT_EQ(observed::titles(
                "# Systems - Index\n\n| Paper Title | Link |\n|---|---|\n|  |  |\n\n## Summary\n\n"
                "## Introduction\n"),
            "");
}

TEST(FileKinds, IdentifiersFarBelowAreOfOtherWorks) {
  std::string text = "### Paper:\n\nImage Reconstruction by Networks\n\n### Notes:\n\n";
  for (int i = 0; i < 60; ++i) text += "line\n\n";
  EXPECT_EQ(identifiers(entry(text + "https://arxiv.org/abs/1710.03344\n")), "");
  EXPECT_EQ(identifiers(entry("# Denoising Images by Matching Scores 阅读笔记\n\n70) K. Gong et "
                              "al. Other, arXiv:1710.03344\n")),
            "");
}

TEST(FileKinds, SummariesAreNoValuesOfFieldsAndNoLinks) {
  const Entry work = entry(
      "### Paper:\n\nAn Image Reconstruction by Networks that are Deep and a Title that is Long\n\n"
      "### Author:\n\nAnn Author\n\n### Notes:\n\n[Paper](file:///Users/someone/a/very/long/path/"
      "to/the/paper/on/this/machine.pdf)\n\nIt learns what noise is from pairs of noisy pictures, "
      "and needs no clean one.\n");
  EXPECT_EQ(work.summary,
            "It learns what noise is from pairs of noisy pictures, and needs no clean one.");
}

TEST(FileKinds, TheNestedAbstractIsTheSummary) {
  EXPECT_EQ(entry("title:: @Some Work\nitem-type:: [[preprint]]\n\n- [[Abstract]]\n\t- It works. "
                  "Code is at https://example.org/x\n- [[Notes]]\n")
                .summary,
            "It works. Code is at https://example.org/x");
}

TEST(ListKinds, ItemsOfADifferentWidthAreSiblings) {
  EXPECT_EQ(observed::titles(
                "# Papers\n\n- One Two Three [[arXiv](https://arxiv.org/abs/1501.00001)]\n-  Four "
                "Five Six [[arXiv](https://arxiv.org/abs/1501.00002)]\n- Seven Eight Nine "
                "[[arXiv](https://arxiv.org/abs/1501.00003)]\n"),
            "One Two Three\nFour Five Six\nSeven Eight Nine");
}

TEST(ListKinds, ATitleMayGoOverTwoLines) {
  EXPECT_EQ(observed::titles(
                "# Papers\n\n- One Two Three [[arXiv](https://arxiv.org/abs/1501.00001)]\n- Four "
                "Five\n  Six [[arXiv](https://arxiv.org/abs/1501.00002)]\n- Seven Eight Nine "
                "[[arXiv](https://arxiv.org/abs/1501.00003)]\n- Ten Eleven Twelve "
                "[[arXiv](https://arxiv.org/abs/1501.00004)]\n"),
            "One Two Three\nFour Five Six\nSeven Eight Nine\nTen Eleven Twelve");
}

TEST(ListKinds, LinesThatAreLinksAreItems) {
  EXPECT_EQ(observed::titles("[One Two Three](https://arxiv.org/abs/1501.00001)\n[Four Five "
                             "Six](https://arxiv.org/abs/1501.00002)\n"),
            "(One Two Three)\n(Four Five Six)");
}

TEST(ListKinds, AnEmptyLinkToThePaperIsOneToo) {
  EXPECT_EQ(observed::titles(
                "# Papers\n\n- One Two Three [[arXiv](https://arxiv.org/abs/1501.00001)]\n- Four "
                "Five Six [[arXiv]()]\n- Seven Eight Nine "
                "[[arXiv](https://arxiv.org/abs/1501.00003)]\n- Ten Eleven Twelve "
                "[[arXiv](https://arxiv.org/abs/1501.00004)]\n"),
            "One Two Three\nFour Five Six\nSeven Eight Nine\nTen Eleven Twelve");
}

TEST(ListKinds, WhatIsNestedInReferencesIsCited) {
  EXPECT_EQ(observed::titles(
                "- ## Reference:\n\t- [A Study of Many Networks](https://arxiv.org/abs/1501.00001)"
                "\n"),
            "");
}

TEST(ListKinds, LinksToTheWorkItselfAreNoTitles) {
  EXPECT_EQ(observed::titles(
                "# \\[2021 EuroSys] NextDoor: Sampling\n\n## Links & References\n\n* [Paper "
                "PDF](https://x.org/a.pdf)\n* [Presentation slides at EuroSys "
                "'21](https://x.org/b.pdf)\n* [DeepWalk](https://arxiv.org/abs/1403.6652)\n"),
            "NextDoor: Sampling");
}

TEST(ListKinds, ARowIsAPaperWhereMostAre) {
  EXPECT_EQ(observed::titles(
                "| Paper | Links |\n|---|---|\n| **A One** - x | [Paper](https://arxiv.org/abs/"
                "1501.00001) |\n| **A Two** - x | [Paper](https://arxiv.org/abs/1501.00002) |\n| "
                "**A Three** - x | [Paper](https://arxiv.org/abs/1501.00003) |\n| **A Four** - x "
                "| [Paper](https://arxiv.org/abs/1501.00004) |\n| **A Five** - x | "
                "[Tweet](https://x.org/1) |\n"),
            "A One\nA Two\nA Three\nA Four\nA Five");
}

TEST(ListKinds, AuthorsAndADateMakeABoldWork) {
  const Entry work = entry(
      "**Human Mesh Recovery** \\\n*Ann Author, Bob Writer* \\\nVisual Computer 2023. "
      "[[Paper]()] \\\n4 Oct 2023\n");
  EXPECT_EQ(work.title, "Human Mesh Recovery");
  EXPECT_EQ(work.venue, "Visual Computer");
  EXPECT_EQ(work.year, 2023);
  EXPECT_EQ(work.month, 10);
}

TEST(ListKinds, AHeadingWithoutWordsIsNone) {
  EXPECT_EQ(observed::titles("# Feeds\n\n#### <https://arxiv.org/rss>\n\n### TODO read\n\n"
                             "https://arxiv.org/abs/1501.00001\n\n## Resources\n\n"
                             "[pdf](https://arxiv.org/pdf/1501.00001)\n"),
            "");
}

TEST(ListKinds, ANameInBracketsIsNotTheTitle) {
  EXPECT_EQ(observed::titles("# Papers\n\n#### [ViT] An Image is Worth Many Words "
                             "[pdf](https://arxiv.org/abs/2010.11929)\n"),
            "An Image is Worth Many Words");
}

TEST(ListKinds, ATitleWithoutALinkAmongLinkedOnesIsKnown) {
  EXPECT_EQ(
      observed::titles(
          "# Papers\n\n- [One Two Three](https://arxiv.org/abs/1501.00001)\n- [Four Five "
          "Six](https://arxiv.org/abs/1501.00002)\n- [Seven Eight "
          "Nine](https://arxiv.org/abs/1501.00003)\n- Paragon: Scheduling for Heterogeneous "
          "Clusters\n- ask them about it next week\n"),
      "One Two Three\nFour Five Six\nSeven Eight Nine\n(Paragon: Scheduling for Heterogeneous "
      "Clusters)");
}

TEST(ListKinds, AHeadingMayCiteItsWork) {
  const Entry work = entry(
      "+++\ntitle = \"Machine Teaching\"\n+++\n\n## Learner-aware Teaching "
      "([Tschiatschek et al., n.d.](#orgae4))\n\n### Problem\n\ntext\n");
  EXPECT_EQ(work.title, "Learner-aware Teaching");
  EXPECT_EQ(work.authors, std::vector<std::string>{"Tschiatschek"});
  EXPECT_TRUE(work.et_al);
}

TEST(FileKinds, TheHeadingThatIsTheFilesNameIsItsTitle) {
  EXPECT_EQ(
      observed::titles(
          "# FaSNet, ICASSP 2020 阅读笔记\n# End-to-end Microphone Permutation 阅读笔记\ntext\n",
          "/vault/End-to-end Microphone Permutation 阅读笔记.md"),
      "End-to-end Microphone Permutation");
}

TEST(FileKinds, ALineOfAuthorsAndAYearMakesAWork) {
  EXPECT_EQ(
      observed::titles(
          "# Guiding Models in When to Think\nOpenReview: 14654 | Anonymous Author(s) (NeurIPS "
          "2026 submission)\n\n## Files\n\n- `s01.md`\n",
          "/vault/sail/README.md"),
      "Guiding Models in When to Think");
}

TEST(SummaryKinds, EndWhereTheNextLabelBegins) {
  for (const std::string_view next :
       {"arXiv: https://arxiv.org/abs/1706.03762", "arXiv: 1911.02150",
        "Paper: https://x.org/a.pdf", "論文: https://arxiv.org/abs/2006.11239",
        "openreview: https://openreview.net/forum?id=a1b2"})
    EXPECT_EQ(entry("## [Paper Note] A Long Enough Title, Ann Bee+, ICLR'25\n#tag\nSummary: it is\n"
                    "good.\n" +
                    std::string(next) + "\n")
                  .summary,
              "it is good.")
        << next;
}

}  // namespace
