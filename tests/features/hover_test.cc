#include "features/hover.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using support::Fixture;

struct Want {
  std::vector<std::string> shows;
  std::vector<std::string> hides = {};
  bool nothing = false;
};

// The card explains the range marked `card`, where one is marked.
std::string check(const std::string& notes, const Want& want) {
  const Fixture fixture(notes);
  const auto card = features::hover(fixture.vault(), fixture.cursor());
  EXPECT_EQ(card.has_value(), !want.nothing);
  if (!card) return "";
  for (const std::string& text : want.shows) {
    EXPECT_NE(card->markdown.find(text), std::string::npos) << text << "\nnot in\n"
                                                            << card->markdown;
  }
  for (const std::string& text : want.hides) {
    EXPECT_EQ(card->markdown.find(text), std::string::npos) << text << "\nin\n" << card->markdown;
  }
  if (const auto marked = fixture.ranges("card"); !marked.empty()) {
    EXPECT_EQ(fixture.show(fixture.cursor().note, card->range),
              fixture.show(marked[0].note, marked[0].range));
  }
  return card->markdown;
}

TEST(Hover, ShowsTheSummaryOfAPaperNamedByItsBareTitle) {
  check(R"(
%! reading.md
- [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
                    |
%! papers/hyper.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
#LanguageModel #Architecture
Summary: several residual streams, mixed by learned weights.
)",
        {{"**Hyper-Connections**", "Defa Zhu+", "ICLR'25", "#Architecture",
          "several residual streams", "papers/hyper.md:1"}});
}

TEST(Hover, ShowsThePaperOfAnUrlAndOfAWikiLink) {
  const std::string paper = R"(
%! papers/lora.md
---
title: "LoRA: Low-Rank Adaptation of Large Language Models"
authors: [Edward J. Hu, Yelong Shen]
venue: ICLR
year: 2022
arxiv: 2106.09685
tags: [LanguageModel, PEFT]
summary: 低ランク行列だけを学習する。
---
)";
  const Want want{{"**LoRA: Low-Rank Adaptation", "Edward J. Hu", "ICLR'22", "#PEFT",
                   "低ランク行列", "papers/lora.md:"}};
  check(
      "%! a.md\nas https://arxiv.org/pdf/2106.09685v2 says\n%| arxiv\n%^card "
      "https://arxiv.org/pdf/2106.09685v2\n" +
          paper,
      want);
  check("%! a.md\n論文🎉 [[lora]] を読む\n%| lora\n%^card [[lora]]\n" + paper, want);
  check(
      "%! a.md\nas [they say](papers/lora.md) it is\n%| they\n%^card [they say](papers/lora.md)\n" +
          paper,
      want);
}

TEST(Hover, ShowsTheNearestTitleAndSaysSo) {
  check(
      "%! a.md\nsee [[Learning Transferrable Gradients]]\n%| Transferrable\n"
      "%! papers.md\n## [Paper Note] Learning Transferable Gradients, Ada Lovelace+, ICLR'24\n",
      {{"No note of “Learning Transferrable Gradients” was found. Nearest title:\n\n",
        "Learning Transferable Gradients", "Ada Lovelace"}});
}

TEST(Hover, SaysThatNobodyNotedAPaper) {
  check("%! a.md\nas https://arxiv.org/abs/1706.03762 says\n%| arxiv\n",
        {{"No note of arxiv:1706.03762 was found."}});
  check("%! a.md\nsee [[nowhere]]\n%| nowhere\n", {{"No note of “nowhere” was found."}});
}

TEST(Hover, SaysWhenANameFitsSeveralNotes) {
  check(R"(
%! a.md
see [[summary]]
%| summary
%! one/summary.md
# One
%! two/summary.md
# Two
)",
        {{"2 places fit", "one/summary.md:1", "two/summary.md:1"}});
}

TEST(Hover, ShowsHowATagIsUsed) {
  check(R"(
%! a.md
## [Paper Note] Old, Ann Author+, ACL'20
#MoE #LanguageModel
%| #MoE
%^card #MoE
## [Paper Note] New, Bob Author+, ACL'24
#MoE #LanguageModel #Pretraining
)",
        {{"**#MoE** · 2 uses in 1 note", "Goes with #LanguageModel (2), #Pretraining (1)",
          "- New, Bob Author+, ACL'24 · a.md:3\n- Old"}});
}

TEST(Hover, ShowsOnATitleWhoRefersToItAndWhereElseItIsNoted) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
%| Hyper
#Architecture
%! b.md
- [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
%! c.md
## [Paper Note] Hyper-connections, Defa Zhu+, arXiv'24
#NLP
)",
        {{"Referred to from 1 place", "- b.md:1", "Noted more than once: same title", "c.md:1"}});
}

TEST(Hover, ShowsOnATitleThatIsALinkItsOwnPaperAndWhereElseItIsNoted) {
  const std::string card =
      check(R"(
%! a.md
# [Paper Note] Masked Autoencoders Are Scalable Vision Learners, Kaiming He+, CVPR'22
https://arxiv.org/abs/2111.06377
%! list.md
- [Segment Anything in Images](https://arxiv.org/abs/2111.06377)
%| Segm
- [Perceiver for General Perception](https://arxiv.org/abs/2103.14031)
- [Swin Transformers on Windows](https://arxiv.org/abs/2111.00001)
)",
            {{"**Segment Anything in Images**", "One identifier, two papers", "a.md:1"}});
  EXPECT_LT(card.find("Segment Anything"), card.find("Masked Autoencoders")) << card;
}

TEST(Hover, SaysNothingInRunningText) { check("%! a.md\nJust text.\n%| text\n", {{}, {}, true}); }

TEST(Hover, MakesNothingActiveOutOfAHostileNote) {
  const std::string card =
      check(R"~(
%! a.md
see [[x]]
%| x
%! x.md
---
title: "<img src=x onerror=alert(1)> **bold** [go](command:evil) ![i](http://e.vil/i.png) `c` &lt;"
authors: ["<script>"]
arxiv: 2106.09685
tags: ["[t](command:t)"]
summary: "<details>\n# not a heading\n![i](x)"
---
)~",
            {{"**bold go c \\<**", "!\\[i\\]", "\\<script>"}, {"\n# ", "command:", "onerror"}});
  for (size_t i = 0; i < card.size(); ++i) {
    if (card[i] != '<' && card[i] != '[' && card[i] != '`') continue;
    EXPECT_TRUE(i > 0 && card[i - 1] == '\\') << card.substr(i);
  }
}

TEST(Hover, CutsALongSummaryBetweenCharacters) {
  std::string summary;
  for (int i = 0; i < 2000; ++i) summary += "要";
  const std::string card =
      check("%! a.md\nsee [[x]]\n%| x\n%! x.md\n---\ntitle: Long\narxiv: 2106.09685\nsummary: " +
                summary + "\n---\n",
            {{"要要…"}, {"\xEF\xBF\xBD"}});
  EXPECT_LT(card.size(), 1500u);
}

TEST(Hover, CountsTheTagsBelowATag) {
  check("%! a.md\n#project #project/a\n%| project\n%^card #project\n%! b.md\n#project/a/b\n",
        {.shows = {"3 uses in 2 notes", "#project/a (1)", "#project/a/b (1)"}});
}

TEST(Hover, ShowsTheTagOfSeveralWordsThatASentenceNames) {
  check(
      "%! a.md\nTags: Selected Papers\n%! b.md\nsee #Selected Papers now\n%| Papers\n%^card "
      "#Selected Papers\n",
      {.shows = {"#Selected Papers", "2 uses in 2 notes"}});
}

TEST(Hover, ShowsTheTagThatIsWrittenAsAWikiLinkWithoutAPage) {
  check("%! a.md\nTags: [[big models]]\n%| big\n%^card [[big models]]\n",
        {.shows = {"#big models", "1 use in 1 note"}});
}

}  // namespace
