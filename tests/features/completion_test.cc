#include "features/completion.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/fixture.h"

namespace {

using features::Completion;
using features::Completions;
using support::Fixture;

// What the answer has to be. The offered labels and the count behind each are checked in order and
// from the front; `edit` is a marked range; `line` is the cursor's line after the first item was
// taken.
struct Want {
  std::vector<std::string> labels = {};
  std::vector<std::string> details = {};
  std::string line = {};
  std::vector<std::string> absent = {};
  bool nothing = false;
};

std::vector<std::string> labels_of(const Completions& offered) {
  std::vector<std::string> out;
  for (const Completion& item : offered.items) out.push_back(item.label);
  return out;
}

std::string line_after(const Fixture& fixture, const Completion& item) {
  const notes::Text& text = fixture.vault().note(fixture.cursor().note)->text();
  const notes::Text after = text.replaced(item.edit, item.text);
  return std::string(after.slice(after.line(after.line_of(item.edit.begin))));
}

Completions check(const std::string& notes, const Want& want,
                  const features::CompletionOptions& options = {}) {
  const Fixture fixture(notes);
  const notes::Place place = fixture.cursor();
  const notes::Text& text = fixture.vault().note(place.note)->text();
  Completions offered = complete(fixture.vault(), place, options);
  const std::vector<std::string> labels = labels_of(offered);
  if (want.nothing) {
    EXPECT_EQ(labels, std::vector<std::string>());
  }
  for (size_t i = 0; i < want.labels.size(); ++i) {
    if (i >= labels.size()) {
      ADD_FAILURE() << "not offered: " << want.labels[i];
      return offered;
    }
    EXPECT_EQ(labels[i], want.labels[i]);
    if (i < want.details.size()) {
      EXPECT_EQ(offered.items[i].detail, want.details[i]);
    }
  }
  for (const std::string& label : want.absent) {
    EXPECT_EQ(std::count(labels.begin(), labels.end(), label), 0) << label;
  }
  for (const Completion& item : offered.items) {
    // What LSP and the editors ask of every item.
    EXPECT_TRUE(item.edit.touches(place.offset)) << item.label;
    EXPECT_EQ(text.line_of(item.edit.begin), text.line_of(item.edit.end)) << item.label;
    EXPECT_FALSE(item.text.empty());
  }
  if (!want.line.empty() && !offered.items.empty()) {
    EXPECT_EQ(line_after(fixture, offered.items.front()), want.line);
  }
  return offered;
}

constexpr const char* kVault = R"(
%! papers/hyper.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
#LanguageModel #Selected Papers/Blogs #ResidualStream
## [Paper Note] Deep Residual Learning for Image Recognition, Kaiming He+, CVPR'16
#ComputerVision #Selected Papers/Blogs
## [Paper Note] LoRA: Low-Rank Adaptation of Large Language Models, Edward J. Hu+, ICLR'22
#LanguageModel #Supervised-FineTuning (SFT)
## [Paper Note] Self-Instruct, Yizhong Wang+, ACL'23
#LanguageModel #SelfTraining #機械学習
)";

std::string asking(const std::string& note) { return "%! a.md\n" + note + kVault; }

TEST(TagCompletion, OffersTheWholeTagAfterItsFirstLetters) {
  check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#Sel
%>
)"),
        {.labels = {"#Selected Papers/Blogs", "#SelfTraining"},
         .details = {},
         .absent = {"#Sel", "#ComputerVision"}});
}

TEST(TagCompletion, RanksWhatGoesWithTheTagsOfTheEntryFirst) {
  check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#ResidualStream #Sel
%>
)"),
        {.labels = {"#Selected Papers/Blogs", "#SelfTraining"},
         .details = {"2 uses", "1 use"},
         .line = "#ResidualStream #Selected Papers/Blogs"});
}

TEST(TagCompletion, RanksByCountWhereNothingElseTells) {
  check(asking(R"(Some text.

#
%>
)"),
        {.labels = {"#LanguageModel", "#Selected Papers/Blogs"},
         .details = {"3 uses", "2 uses"},
         .line = "#LanguageModel"});
}

TEST(TagCompletion, PutsWhatTheEntryHasAlreadyLast) {
  const auto offered = check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#LanguageModel #
%>
)"),
                             {.labels = {}});
  ASSERT_FALSE(offered.items.empty());
  EXPECT_EQ(offered.items.back().label, "#LanguageModel");
}

TEST(TagCompletion, DoesNotCountTheTagBeingTyped) {
  check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#SelfTraining
%> #Self
)"),
        {.labels = {"#SelfTraining"}, .details = {"1 use"}, .line = "#SelfTraining"});
  check("%! a.md\n## [Paper Note] New, Ann Author+, ACL'24\n#Unheard\n%>\n", {.nothing = true});
}

TEST(TagCompletion, GoesOnInsideATagOfSeveralWords) {
  const auto offered =
      check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#Selected Pa
%>
)"),
            {.labels = {"#Selected Papers/Blogs"}, .line = "#Selected Papers/Blogs"});
  EXPECT_TRUE(offered.incomplete) << "an editor would stop asking at the space";
}

TEST(TagCompletion, ReplacesTheWholeTagUnderTheCursor) {
  check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#NLP #Selected Papers/Blogs #Other
%> #Selec
)"),
        {.labels = {"#Selected Papers/Blogs"},
         .details = {"2 uses"},
         .line = "#NLP #Selected Papers/Blogs #Other"});
  check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#NLP #Supervised-FineTuning (SFT) #Other
%> #Superv
)"),
        {.labels = {"#Supervised-FineTuning (SFT)"},
         .line = "#NLP #Supervised-FineTuning (SFT) #Other"});
}

TEST(TagCompletion, LeavesWhatFollowsTheTagsAlone) {
  check(asking(R"(Title, Ann Author+, ACL'24, 2024.01
Paper/Blog Link My Issue
#NLP #Sel Issue Date: 2026-01-02 GPT Summary- text
%> #Sel
)"),
        {.labels = {},
         .line = "#NLP #Selected Papers/Blogs Issue Date: 2026-01-02 GPT Summary- text"});
}

TEST(TagCompletion, FindsWordsInAnyOrder) {
  const auto offered =
      check(asking(R"(## [Paper Note] New, Ann Author+, ACL'24
#Papers Sel
%>
)"),
            {.labels = {"#Selected Papers/Blogs"}, .line = "#Selected Papers/Blogs"});
  ASSERT_FALSE(offered.items.empty());
  EXPECT_EQ(offered.items[0].filter, "#Papers Sel") << "or the editor would drop it";
}

TEST(TagCompletion, TakesTheFullWidthHashAndFoldsWidth) {
  const auto offered =
      check(asking(R"(文章です。＃ｓｅｌ
%>
)"),
            {.labels = {"#Selected Papers/Blogs"}, .line = "文章です。#Selected Papers/Blogs"});
  ASSERT_FALSE(offered.items.empty());
  EXPECT_EQ(offered.items[0].filter, "＃ｓｅｌ");
  check(asking("これは（#機\n%>\n"), {.labels = {"#機械学習"}, .line = "これは（#機械学習"});
  check(asking("🎉 #機\n%>\n"), {.labels = {"#機械学習"}, .line = "🎉 #機械学習"});
}

TEST(TagCompletion, StopsInProseWhereTheTagIsOver) {
  check(asking("We read #LanguageModel papers and \n%>\n"), {.nothing = true});
  check(asking("#LanguageModel \n%>\n"), {.nothing = true});
}

TEST(TagCompletion, OffersNothingWhereNoTagMayStand) {
  for (const char* line :
       {"## He\n%>\n", "##\n%>\n", "# He\n%>\n", "C#\n%>\n", "https://a.b/c#Sel\n%>\n",
        "`#Sel` x\n%> `#Sel\n", "```\n#Sel\n%>\n```\n", "| a |\n|---|\n| #Sel |\n%> #Sel\n",
        "text\n%>\n", "[t](x.md#Sel)\n%> #Sel\n", "$#Sel$\n%> #Sel\n", "[[a#Sel\n%>\n"}) {
    SCOPED_TRACE(line);
    check(asking(line), {.nothing = true});
  }
}

TEST(TagCompletion, WritesBracketsWhereTheyWereOpened) {
  check(asking("see #[[Sel]] there\n%> #[[Sel\n"),
        {.labels = {"#Selected Papers/Blogs"}, .line = "see #[[Selected Papers/Blogs]] there"});
}

TEST(TagCompletion, SaysWhatGoesWithATag) {
  const auto offered = check(asking("#ResidualS\n%>\n"), {.labels = {"#ResidualStream"}});
  ASSERT_FALSE(offered.items.empty());
  EXPECT_EQ(offered.items[0].documentation,
            "Goes with #LanguageModel (1), #Selected Papers/Blogs (1)");
}

TEST(TagCompletion, SaysWhenTheLimitCutItShort) {
  const auto offered = check(asking("#\n%>\n"), {.labels = {"#LanguageModel"}}, {.limit = 1});
  EXPECT_EQ(offered.items.size(), 1u);
  EXPECT_TRUE(offered.incomplete);
}

TEST(TagCompletion, AnswersInFrontMatter) {
  struct Case {
    const char* lines;
    const char* after;
  };
  for (const Case& one : {
           Case{"tags:\n  - Selected\n%>\n", "  - Selected Papers/Blogs"},
           Case{"tags:\n- \"Selected\"\n%> \"Selected\n", "- \"Selected Papers/Blogs\""},
           Case{"tags:\n  - NLP\n  - 'Selected P'\n%> Selected P\n", "  - 'Selected Papers/Blogs'"},
           Case{"tags:\n  - #Selected\n%>\n", "  - Selected Papers/Blogs"},
           Case{"tags: [NLP, Selected]\n%> Selected\n", "tags: [NLP, Selected Papers/Blogs]"},
           Case{"keywords: [NLP, Selected\n%>\n", "keywords: [NLP, Selected Papers/Blogs"},
           Case{"topics:\n  [\n    a, Selected\n%>\n", nullptr},
           Case{"tags: [a,\n  Selected]\n%> Selected\n", "  Selected Papers/Blogs]"},
           Case{"tags: Selected\n%>\n", "tags: Selected Papers/Blogs"},
           Case{"tags: NLP, Selected\n%>\n", "tags: NLP, Selected Papers/Blogs"},
           Case{"Tags: [\"a, b\", Selected P]\n%> Selected\n",
                "Tags: [\"a, b\", Selected Papers/Blogs]"},
           Case{"title: Selected\n%>\n", nullptr},
           Case{"authors:\n  - Selected\n%>\n", nullptr},
           Case{"tags:\n  - NLP\ntitle: Selected\n%>\n", nullptr},
           Case{"tags:\n%>\n", nullptr},
       }) {
    SCOPED_TRACE(one.lines);
    const std::string note = "---\narxiv: 2409.19606\n" + std::string(one.lines) + "---\n# New\n";
    if (one.after) {
      check(asking(note),
            {.labels = {"#Selected Papers/Blogs"}, .details = {"2 uses"}, .line = one.after});
    } else {
      check(asking(note), {.nothing = true});
    }
  }
}

TEST(TagCompletion, OffersEverythingForAnItemNotYetBegun) {
  check(asking("---\ntags:\n  - \n%>\n---\n"),
        {.labels = {"#LanguageModel"}, .line = "  - LanguageModel"});
  check(asking("---\ntags: [\n%>\n---\n"),
        {.labels = {"#LanguageModel"}, .line = "tags: [LanguageModel"});
}

TEST(LinkCompletion, FindsAnEntryByWordsOfItsTitleInAnyOrder) {
  check(asking("see [[recognition residual\n%>\n"),
        {.labels = {"Deep Residual Learning for Image Recognition"},
         .details = {"Kaiming He+, CVPR'16"}});
}

TEST(LinkCompletion, OffersNotesByNameAndReplacesUpToTheBrackets) {
  check(asking("see [[hype]] and more\n%> [[hyp\n"), {.labels = {"hyper"},
                                                      .details = {"papers/hyper.md · 4 entries"},
                                                      .line = "see [[hyper]] and more"});
}

TEST(LinkCompletion, WritesAsMuchOfThePathAsTellsNotesApart) {
  check(R"(
%! a.md
[[summary
%>
%! one/x/summary.md
# One
%! two/x/summary.md
# Two
)",
        {.labels = {"one/x/summary", "two/x/summary"}, .line = "[[one/x/summary]]"});
}

TEST(LinkCompletion, LinksAPaperThatHasItsFileToItself) {
  const auto offered =
      check(R"(
%! a.md
[[low rank
%>
%! papers/hu2022.md
---
title: "LoRA: Low-Rank Adaptation of Large Language Models"
authors: [Edward J. Hu, Yelong Shen]
arxiv: 2106.09685
---
)",
            {.labels = {"LoRA: Low-Rank Adaptation of Large Language Models"},
             .line = "[[hu2022|LoRA: Low-Rank Adaptation of Large Language Models]]"});
  EXPECT_TRUE(offered.incomplete);
}

TEST(LinkCompletion, OffersNothingInCodeOrBehindAName) {
  for (const char* line : {"`[[hyper`\n%> hyp\n", "```\n[[hyp\n%>\n```\n", "[[hyper#\n%>\n",
                           "[[hyper|\n%>\n", "[[hyper]] \n%>\n"}) {
    SCOPED_TRACE(line);
    check(asking(line), {.nothing = true});
  }
}

TEST(TagCompletion, IsNotOfferedForTheHeadingOfALink) {
  check(R"(
%! a.md
#Vision
[[#Vis
%>
)",
        {.nothing = true});
}

}  // namespace
