#include "notes/work_verdict.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using notes::Relation;
using support::Fixture;

// The verdict on two title lines, each with labels if need be: `same-work`, or empty; `?` where one
// was not read.
std::string verdict(const std::string& one, const std::string& other) {
  const Fixture fixture("%! a.md\n## " + one + "\n%! b.md\n## " + other + "\n");
  if (fixture.note("a.md").entries().empty() || fixture.note("b.md").entries().empty()) return "?";
  const auto first = notes::profile_of(*fixture.vault().entry({0, 0}));
  const auto second = notes::profile_of(*fixture.vault().entry({1, 0}));
  const auto there = notes::verdict_on(first, second), back = notes::verdict_on(second, first);
  EXPECT_EQ(there.relation, back.relation) << one << " | " << other;
  EXPECT_EQ(there.score, back.score) << one << " | " << other;
  return there.relation ? std::string(name_of(*there.relation)) : std::string();
}

void same(const std::string& one, const std::string& other) {
  EXPECT_EQ(verdict(one, other), "same-work") << one << " | " << other;
}
void not_same(const std::string& one, const std::string& other) {
  const std::string found = verdict(one, other);
  EXPECT_TRUE(found != "same-work" && found != "?") << one << " | " << other;
}

TEST(WorkVerdict, SpellingDoesNotMatter) {
  const std::string wang = ", Kevin Wang+, ICLR'24";
  same("Chain-of-Thought Prompting Elicits Reasoning" + wang,
       "Chain of thought prompting elicits reasoning" + wang);
  same("Pre-training Word Vectors for Search" + wang, "Pretraining Word Vectors for Search" + wang);
  same("Online Modeling of Streaming Time Series" + wang,
       "Online Modeling of Strea- ming Time Series" + wang);
  same("Detecting Pretraining Data from Large Language Models" + wang,
       "Detecting Pretraining Data from LLMs" + wang);
  same("Searching Latent Program Spaces" + wang, "Searching Laent Program Space" + wang);
  same("Kronig-Penney Models Naïve and Otherwise" + wang,
       "Kronig-Penney models naive and otherwise" + wang);
  same("RankMe： Assessing Representations by Rank" + wang,
       "RankMe - Assessing Representations by Rank" + wang);
}

TEST(WorkVerdict, FirstAuthorsAgreeHoweverTheyAreWritten) {
  for (const char* author : {"Wang+", "Kevin Wang+", "K. Wang et al."})
    same("Scaling Depth Can Enable New Goals, Kevin Wang+, ICLR'24",
         "Scaling Depth Can Enable New Goals, " + std::string(author) + ", ICLR'24");
}

TEST(WorkVerdict, APreprintIsItsPublication) {
  same("NEFTune: Noisy Embeddings Improve Finetuning, Neel Jain+, ICLR'24",
       "NEFTune: Noisy Embeddings Improve Finetuning, Neel Jain+, arXiv'23");
}

TEST(WorkVerdict, ADroppedSubtitleDoesNotMatter) {
  same("FlashAttention: Fast and Memory-Efficient Exact Attention, Tri Dao+, arXiv'22",
       "FlashAttention, Tri Dao+, arXiv'22");
}

TEST(WorkVerdict, WhatMattersTellsTitlesApart) {
  const std::string end = ", Kevin Wang+, ICLR'24";
  const std::string title = "Parameter-Free Learners Are Scalable";
  for (const char* other :
       {"Parameter-Free Learners Are Scalable II", "Parameter-Free Learners Are Scalable 2",
        "Parameter-Free Learners Are Scalable v2",
        "A Survey of Parameter-Free Learners Are Scalable",
        "Revisiting Parameter-Free Learners Are Scalable",
        "Parameter-Free Learners Are Not Scalable"})
    not_same(title + end, other + end);
  not_same("GPT-4 Technical Report, OpenAI, arXiv'23", "GPT-5 Technical Report, OpenAI, arXiv'25");
  not_same("Understanding R1-Zero-Like Training" + end,
           "Understanding R2-Zero-Like Training" + end);
  not_same("The C Programming Language, Ritchie+, arXiv'88",
           "The C++ Programming Language, Ritchie+, arXiv'88");
  not_same("Reasoning with Lifelong Memory for Agents" + end,
           "Reasoning without Lifelong Memory for Agents" + end);
  not_same("Unsupervised Learning of Visual Features" + end,
           "Supervised Learning of Visual Features" + end);
  not_same("Forecasting Contest Overview 2019" + end, "Forecasting Contest Overview 2020" + end);
}

TEST(WorkVerdict, TitlesWithoutSpacesAreComparedByCharacters) {
  same("大規模言語モデル入門, 山田太郎+, arXiv'23", "大規模言語モデル 入門, 山田太郎+, arXiv'23");
  not_same("深層学習による画像認識の基礎, 山田太郎+, arXiv'20",
           "深層学習による音声認識の基礎, 山田太郎+, arXiv'20");
}

TEST(WorkVerdict, AJournalExtensionIsAnotherVersion) {
  EXPECT_EQ(verdict("Mining Frequent Patterns in Streams\n- authors: Jia Han, Bo Pei\n"
                    "- venue: SIGMOD Conference\n- year: 2000",
                    "Mining Frequent Patterns in Streams\n- authors: Jia Han, Bo Pei\n"
                    "- venue: VLDB Journal\n- year: 2004"),
            "other-version");
}

TEST(WorkVerdict, AFollowUpOfOneProjectIsAnotherVersion) {
  EXPECT_EQ(verdict("FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness, "
                    "Tri Dao+, NeurIPS'22",
                    "FlashAttention-2: Faster Attention with Better Parallelism and Work "
                    "Partitioning, Tri Dao+, ICLR'24"),
            "other-version");
}

TEST(WorkVerdict, OneIdentifierIsStrongEvidenceButNoProof) {
  const auto with = [](const std::string& title) {
    return title + "\n- arXiv: https://arxiv.org/abs/1704.03732";
  };
  same(with("Learning from Demonstrations, Todd Hester+, arXiv'17"),
       with("Deep Q-learning from Demonstrations, Todd Hester+, AAAI'18"));
  EXPECT_EQ(verdict(with("Scaling Test-Time Compute Optimally, Ann Snell+, arXiv'24"),
                    with("Survey of Natural Language to Tables, Bo Liu+, arXiv'24")),
            "identifier-conflict");
}

TEST(WorkVerdict, TwoPreprintsAreTwoWorks) {
  not_same("Diffusion for Depth, Ann Lee+, arXiv'23\n- https://arxiv.org/abs/2301.00001",
           "Diffusion for Depths, Ann Lee+, arXiv'23\n- https://arxiv.org/abs/2302.00002");
}

}  // namespace
