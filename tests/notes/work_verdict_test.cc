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

// Catalogues let the venue, its number and the last authors slip into the title.
TEST(WorkVerdict, AnotherWordInItsPlaceMakesAnotherWork) {
  const std::string ade = ", Olu Ade+, ACL'20";
  not_same("Adapting Parsers to Legal Text" + ade, "Adapting Parsers to Medical Text" + ade);
  not_same("Probing Heads for Syntax in Small Models" + ade,
           "Probing Heads for Semantics in Small Models" + ade);
  not_same("Efficient Training of Mixtures on Phones" + ade,
           "Efficient Inference of Mixtures on Phones" + ade);
  same("Adapting Parsers to Legal Text" + ade, "Adapting Parsers to Legal Texts" + ade);
  same("Adapting Parsers to Legal Text" + ade, "Adapting Parsers to Leagl Text" + ade);
  same("Optimizing Parsers for Legal Text" + ade, "Optimized Parsers for Legal Text" + ade);
  same("Adapting Parsers to Legal Text" + ade, "Adapting Parsers to Text" + ade);
  // From memory, and by everybody who wrote it.
  same("Mining Rules from Large Baskets\nAuthors: Ana Silva, Bo Lind, Cy Marr\nYear: 2020",
       "Mining Rules of Large Stores\nAuthors: Ana Silva, Bo Lind, Cy Marr\nYear: 2020");
}

TEST(WorkVerdict, OtherPeopleMayGoOnFromATitle) {
  not_same("A Benchmark of Reading Old Letters, Ana Silva+, ACL'20",
           "A Benchmark of Reading Old Letters with Sparse Models, Bo Lind+, ACL'20");
  not_same("大規模言語モデルによる古文書の読解, 山田 太郎+, NLP'24",
           "大規模言語モデルによる古文書の読解支援の評価, 佐藤 花子+, NLP'24");
  same("A Benchmark of Reading Old Letters, Ana Silva+, ACL'20",
       "A benchmark of reading old letters, Bo Lind+, ACL'20");
}

TEST(WorkVerdict, NumbersBesideATitleAreNotOfIt) {
  const std::string by = "\n- authors: jan novak, eva mala, petr dlouhy\n- venue: VLDB";
  const std::string title = "lazy evaluation of recursive views";
  for (const char* end :
       {" . 26th intl", " , proceedings of the 21", " . 27thint conf", " . 134-145"})
    same(title + by, title + end + by);
  same(title + by, "1 . p. dlouhy , " + title + by);
  same("Third Letters on Views, I: Algebra" + by, "Third Letters on Views, Part I: Algebra" + by);
  same("Report on the 4th Views Workshop" + by, "Report on the 4 Views Workshop" + by);
  // But an edition, a part, and two ordinals are.
  for (const char* end : {", 2nd edition", ", part two", " part 2", " 3", " with 3 levels"})
    not_same(title + by, title + end + by);
  not_same("Report on the 4th Views Workshop" + by, "Report on the 5th Views Workshop" + by);
}

TEST(WorkVerdict, WhatIsWrittenApartIsNotTurned) {
  const std::string by = ", Kevin Wang+, ICLR'24";
  same("Storing Semistructured Graphs in Tables" + by,
       "Storing Semi-Structured Graphs in Tables" + by);
  not_same("Storing Semistructured Graphs in Tables" + by,
           "Storing Structured Graphs in Tables" + by);
}

TEST(WorkVerdict, AKindOfTalkInBracketsDoesNotMatter) {
  const std::string by =
      "\n- authors: jan novak, eva mala\n- venue: SIGMOD Conference\n- year: 1998";
  same("Lazy Views: A Warehouse System (tutorial)" + by, "Lazy Views: A Warehouse System" + by);
  not_same("A Tutorial on Lazy Views and Warehouses" + by, "Lazy Views and Warehouses" + by);
}

TEST(WorkVerdict, GivenNamesMayBeTakenForFamilyNames) {
  same("Lazy Views for Large Warehouses\n- authors: r rastogi, k shim\n- venue: SIGMOD Conference",
       "Lazy Views for Large Warehouses\n- authors: r rajeev, s kyuseok\n- venue: SIGMOD");
}

TEST(WorkVerdict, OneGroupWritesManyPapers) {
  const std::string by = "\n- authors: Jan Novak, Eva Mala, Petr Dlouhy\n- year: 2019";
  not_same("Deep Residual Learning for Compressed Sensing MRI" + by,
           "Deep Artifact Learning for Compressed Sensing and Parallel MRI" + by);
  not_same("TomoNet: An Unrolled Deep Network for Image Reconstruction" + by,
           "PET-Flow: An Unrolled Network for Fully 3D Image Reconstruction" + by);
}

TEST(WorkVerdict, APlusMakesAnotherWork) {
  const std::string by = "\n- authors: Jan Novak, Eva Mala\n- venue: NeurIPS\n- year: 2017";
  not_same("TreeNet: Learning on Sparse Trees" + by, "TreeNet++: Learning on Sparse Trees" + by);
  same("TreeNet++: Learning on Sparse Trees" + by, "TreeNet++ - learning on sparse trees" + by);
}

TEST(WorkVerdict, AnAnswerIsAnotherWork) {
  const std::string title = "Forecasting Errors and the Value of Expert Judgement";
  const std::string by = "\n- authors: Jan Novak\n- year: 1975";
  for (const char* end : {": Comment", ": A reply", ": Supplementary material"})
    not_same(title + by, title + end + by);
  same(title + by, title + ": Evidence from Five Weather Stations" + by);
}

TEST(WorkVerdict, OneFieldHasManyBooks) {
  not_same("Lattice Economics\n- authors: Jan Novak, Petr Dlouhy\n- year: 2007",
           "Lattice economics: The grower's view of human things\n"
           "- authors: Jan Novak, Eva Mala\n- year: 2007");
  not_same(
      "Sparse Trees for Text: A Survey\n- authors: Jan Novak, Petr Dlouhy, Ota Ryba\n"
      "- arXiv: 2303.00001",
      "Sparse Trees for Text: A Survey\n- authors: Eva Mala, Ivo Kos\n- arXiv: 2305.00002");
}

TEST(WorkVerdict, TitlesThatNobodySignedMustBeginAlike) {
  not_same("End-to-End Multi-Channel Tree Growing\n- https://arxiv.org/abs/1905.00001",
           "On End-to-End Multi-Channel Long Range Tree Growing in Windy Places\n"
           "- venue: ICASSP\n- year: 2020");
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
  EXPECT_EQ(verdict(with("Mamba, Albert Gu+, COLM'24"), with("Gardens Watered, Bo Liu+, arXiv'24")),
            "identifier-conflict");
  same(with("Mamba, Albert Gu+, COLM'24"), with("選択的状態空間, 山田太郎+, arXiv'24"));
}

TEST(WorkVerdict, TwoPreprintsAreTwoWorks) {
  not_same("Diffusion for Depth, Ann Lee+, arXiv'23\n- https://arxiv.org/abs/2301.00001",
           "Diffusion for Depths, Ann Lee+, arXiv'23\n- https://arxiv.org/abs/2302.00002");
}

TEST(WorkVerdict, YearsLaterByMorePeopleAndWithAWordMoreItIsAFollowUp) {
  const auto with = [](const std::string& title, const std::string& authors, int year) {
    return title + "\n- authors: " + authors + "\n- year: " + std::to_string(year);
  };
  const std::string few = "Tom Paing, Regan Zane",
                    many = "Tom Paing, Jason Shin, Regan Zane, Zoya Pope";
  const std::string title = "Quiet Emulation Approach to Low-Power Energy Hearing";
  const std::string longer = "Quiet Emulation Approach to Low-Power RF Energy Hearing";
  EXPECT_EQ(verdict(with(title, few, 2006), with(longer, many, 2008)), "other-version");
  EXPECT_EQ(verdict(with(title, few, 2007), with(longer, many, 2008)), "same-work");
  EXPECT_EQ(verdict(with(title, few, 2006), with(longer, few, 2008)), "same-work");
  EXPECT_EQ(verdict(with(title, few, 2006), with(title, many, 2008)), "same-work");
}

TEST(WorkVerdict, OfTitlesAloneTheOrderOfWordsCounts) {
  const auto files = [](const std::string& one, const std::string& other) {
    const Fixture fixture("%! papers/a.md\n# " + one + " Paper Review\n%! papers/b.md\n# " + other +
                          " Paper Review\n");
    if (fixture.note("papers/a.md").entries().empty() ||
        fixture.note("papers/b.md").entries().empty())
      return std::string("?");
    const auto found = notes::verdict_on(notes::profile_of(*fixture.vault().entry({0, 0})),
                                         notes::profile_of(*fixture.vault().entry({1, 0})));
    return found.relation ? std::string(name_of(*found.relation)) : std::string();
  };
  EXPECT_EQ(files("Funnel Deep Complex U-net for Phase-Aware Speech Enhancement",
                  "Phase-aware Speech Enhancement with Deep Complex U-Net"),
            "");
  EXPECT_EQ(
      files("Sound Event Localization and Detection of Overlapping Sources Using Convolutional "
            "Recurrent Neural Networks",
            "Localization, detection and tracking of multiple moving sound sources with a "
            "convolutional recurrent neural network"),
      "");
  EXPECT_EQ(verdict("Location-based training for many talkers and their separation, ICASSP'22",
                    "Separation for many talkers and their location-based training, TASLP'22"),
            "");
  EXPECT_EQ(files("Phase-Aware Speech Enhancement with Deep Complex U-Net",
                  "Phase-aware speech enhancement with a deep complex U-Net"),
            "same-work");
}

}  // namespace
