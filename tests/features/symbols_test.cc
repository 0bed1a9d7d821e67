#include "features/symbols.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using features::DocumentSymbol;
using support::Fixture;

// `Name (detail)` a line, children indented; and what LSP asks of every tree.
void draw(const std::vector<DocumentSymbol>& symbols, notes::Range within, std::string indent,
          std::string& out) {
  uint32_t last = within.begin;
  for (const DocumentSymbol& symbol : symbols) {
    EXPECT_FALSE(symbol.name.empty());
    EXPECT_TRUE(within.covers(symbol.range)) << symbol.name;
    EXPECT_TRUE(symbol.range.covers(symbol.selection)) << symbol.name;
    EXPECT_LE(last, symbol.range.begin) << symbol.name;
    last = symbol.range.end;
    out += indent + symbol.name + (symbol.detail.empty() ? "" : " (" + symbol.detail + ")") + '\n';
    draw(symbol.children, symbol.range, indent + "  ", out);
  }
}

void check(const std::string& note, const std::string& tree) {
  const Fixture fixture("%! a.md\n" + note);
  std::string drawn = "\n";
  draw(features::document_symbols(fixture.vault(), 0), {0, fixture.note("a.md").text().size()}, "",
       drawn);
  EXPECT_EQ(drawn, tree);
}

void check(const std::string& notes, const std::string& query, const std::vector<std::string>& want,
           size_t limit = 200) {
  const Fixture fixture(notes);
  std::vector<std::string> got;
  for (const auto& symbol : features::workspace_symbols(fixture.vault(), query, limit)) {
    got.push_back(symbol.name + " | " + symbol.container);
    EXPECT_EQ(fixture.vault()
                  .note(symbol.spot.note)
                  ->entry_titled_at(symbol.spot.range.begin)
                  .has_value(),
              true);
  }
  EXPECT_EQ(got, want);
}

TEST(DocumentSymbols, HeadingsInAPageEntrysCommentHoldNoOtherEntry) {
  check(R"(Page
[Paper Note] One, Ann+, ACL'20
Paper/Blog Link My Issue
#NLP Issue Date: 2020-01-01 Comment
# Method
## Detail
[Paper Note] Two, Bob+, ACL'21
Paper/Blog Link My Issue
#NLP Issue Date: 2021-01-01
)",
        R"(
One (Ann+, ACL'20)
  Method
    Detail
Two (Bob+, ACL'21)
)");
}

TEST(DocumentSymbols, NestHeadingsAndNameEntriesByAuthorsAndVenue) {
  check(R"(# 読書メモ
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
#Architecture
### Detail
text

## Other
# Last
)",
        R"(
読書メモ
  Hyper-Connections (Defa Zhu+, ICLR'25)
    Detail
  Other
Last
)");
}

TEST(DocumentSymbols, PutPageEntriesUnderTheHeadingAboveThem) {
  check(R"(# Page
[Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
Paper/Blog Link My Issue
#NLP Issue Date: 2026-01-02 GPT Summary- text Comment

[Paper Note] LoRA, Edward J. Hu+, ICLR'22
Paper/Blog Link My Issue
#NLP Issue Date: 2026-01-02 GPT Summary- text Comment
)",
        R"(
Page
  Hyper-Connections (Defa Zhu+, ICLR'25)
  LoRA (Edward J. Hu+, ICLR'22)
)");
}

TEST(DocumentSymbols, PutTheHeadingsOfAPaperFileUnderThePaper) {
  check(R"(---
title: Hyper-Connections
authors: [Defa Zhu, Hongzhi Huang]
venue: ICLR
year: 2025
---
# Summary
text
## Detail
# Comment
)",
        R"(
Hyper-Connections (Defa Zhu+, ICLR'25)
  Summary
    Detail
  Comment
)");
}

TEST(DocumentSymbols, LeaveOutHeadingsWithoutAName) {
  check("#\n\n##\n\n### Three\n#### \n# One\n", "\nThree\nOne\n");
  check("", "\n");
}

constexpr const char* kVault = R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
#LanguageModel #Architecture
## [Paper Note] Deep Residual Learning for Image Recognition, Kaiming He+, CVPR'16
#ComputerVision #Architecture
%! b.md
## [Paper Note] 混合専門家モデルの学習, 山田太郎+, NLP'24
#MoE(Mixture-of-Experts)
)";

TEST(WorkspaceSymbols, FindByWordsOfTheTitleAndByAuthor) {
  check(kVault, "recognition resid",
        {"Deep Residual Learning for Image Recognition | Kaiming He+, CVPR'16 · a.md"});
  check(kVault, "Defa zhu", {"Hyper-Connections | Defa Zhu+, ICLR'25 · a.md"});
  check(kVault, "hyper zhu", {"Hyper-Connections | Defa Zhu+, ICLR'25 · a.md"});
  check(kVault, "混合専門家", {"混合専門家モデルの学習 | 山田太郎+, NLP'24 · b.md"});
  check(kVault, "unheard of", {});
}

TEST(WorkspaceSymbols, FindByTag) {
  check(kVault, "#archi",
        {"Hyper-Connections | Defa Zhu+, ICLR'25 · a.md",
         "Deep Residual Learning for Image Recognition | Kaiming He+, CVPR'16 · a.md"});
  check(kVault, "＃ＭｏＥ", {"混合専門家モデルの学習 | 山田太郎+, NLP'24 · b.md"});
}

TEST(WorkspaceSymbols, AreCappedAndListTheNewestFirst) {
  check(kVault, "",
        {"Hyper-Connections | Defa Zhu+, ICLR'25 · a.md",
         "混合専門家モデルの学習 | 山田太郎+, NLP'24 · b.md"},
        2);
}

}  // namespace
