#include "notes/key.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "notes/unicode.h"

namespace {

using namespace notes;

TEST(TitleKey, IsReadable) {
  EXPECT_EQ(title_key("[Paper Note] FlashAttention： Fast…"), "flashattention fast");
  EXPECT_EQ(title_key("flashattention - fast …"), "flashattention fast");
  EXPECT_EQ(title_key("[Paper Note] [CVPR 2025]"), "cvpr 2025");
  EXPECT_EQ(title_key("[MASK] is all you need"), "mask is all you need");
  EXPECT_EQ(title_key("The C++ Programming Language"), "the c++ programming language");
  EXPECT_EQ(title_key("機械学習による 反応経路 の GPT 4 予測"),
            "機械学習による反応経路のgpt 4予測");
}

TEST(TitleKey, IsOneForSpellingsOfOneTitle) {
  constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"[Paper Note] Hyper-Connections", "Hyper-Connections"},
      {"[paper notes]Hyper-Connections", "Hyper Connections"},
      {"［Paper Note］ Hyper-Connections", "Hyper–Connections"},
      {"【論文解読】Attention Is All You Need", "Attention is all you need."},
      {"[论文解读] Attention Is All You Need", "ATTENTION IS ALL YOU NEED"},
      {"<論文ログ> Attention Is All You Need", "Attention Is All You Need"},
      {"[CVPR 2025] Gaussian Splatting", "Gaussian Splatting"},
      {"[CVPR2025] Gaussian Splatting", "Gaussian Splatting"},
      {"[ICLR 2024 Oral] Gaussian Splatting", "Gaussian Splatting"},
      {"\\[NSDI '20\\] Gandiva", "Gandiva"},
      {"[NSDI ’20] Gandiva", "Gandiva"},
      {"[OSDI'18] Gandiva", "Gandiva"},
      {"[OSDI '2018] Gandiva", "Gandiva"},
      {"[Paper Note] [CVPR 2025] Gandiva", "Gandiva"},
      {"[CVPR 2025] 【論文】Gandiva", "Gandiva"},
      {"BERT: Pre-training", "BERT Pre training"},
      {"BERT：Pre-training", "{BERT}: Pre-training"},
      {"Selected Papers/Blogs", "Selected Papers_Blogs"},
      {"Mamba$^2$", "Mamba²"},
      {"$k$NN-LM", "kNN-LM"},
      {"$L_2$ Loss", "L_2 Loss"},
      {"$\\ell_1$ Loss", "ℓ1 Loss"},
      {"\\textbf{Mamba}: Linear", "Mamba: Linear"},
      {"$\\infty$-former", "∞-former"},
      {"$\\epsilon$-Greedy", "ε-Greedy"},
      {"What’s in a name", "What's in a name"},
      {"“Why Should I Trust You?”", "\"Why Should I Trust You?\""},
      {"Ｃ＋＋ in Ｎｕｍｂｅｒｓ", "C++ in numbers"},
      {"C\\+\\+ and C\\#", "C++ and C#"},
      {"C/C++", "C, C++"},
      {"C++17", "C++ 17"},
      {"最新C++による 設計", "最新 C++ による設計"},
      {"Whatʼs in a name", "What's in a name"},
      {"A + B", "A+B"},
      {"An Image is Worth 16×16 Words", "An Image is Worth 16x16 Words"},
      {"eﬃcient", "efficient"},
      {"Lo\u0308we", "Löwe"},
      {"機械学習による 反応経路", "機械学習による反応経路"},
      {"機械学習：概観", "機械学習 概観"},
      {"LLM による評価", "LLMによる評価"},
      {"ﾃﾞｨｰﾌﾟ・ラーニング", "ディープラーニング"},
      {"🔥 Hot Title ✨", "Hot Title"},
      {"**Bold** `code`", "Bold code"},
      {"zero\u200Bwidth", "zerowidth"},
      {"  spaces\t\u3000here ", "spaces here"},
  };
  for (auto [a, b] : kSame) EXPECT_EQ(title_key(a), title_key(b)) << a << " | " << b;
}

TEST(TitleKey, KeepsDifferentTitlesApart) {
  constexpr std::pair<std::string_view, std::string_view> kDifferent[] = {
      {"The C Programming Language", "The C++ Programming Language"},
      {"The C Programming Language", "The C# Programming Language"},
      {"The C++ Programming Language", "The C# Programming Language"},
      {"GPT-4 Technical Report", "GPT-5 Technical Report"},
      {"Part II", "Part 2"},
      {"Textbooks Are All You Need", "Textbooks Are All You Need II"},
      {"Löwe", "Lowe"},
      {"Llama 2", "Llama 3"},
      {"GPT-3.5", "GPT-35"},
      {"∞-former", "former"},
      {"[MASK] is all you need", "is all you need"},
      {"[Re] Neural Collapse", "Neural Collapse"},
      {"[VGG16] Networks", "Networks"},
      {"[Top 2000 words of a long list] Networks", "Networks"},
      {"Attention", "Attention?!s"},
      {"機械学習", "機械 学習 2"},
      {"データ", "テータ"},
      {"A B", "AB"},
      {"最新Cによる設計", "最新C++による設計"},
  };
  for (auto [a, b] : kDifferent) EXPECT_NE(title_key(a), title_key(b)) << a << " | " << b;
}

TEST(TitleKey, IsEmptyOnlyWhenNothingCounts) {
  for (std::string_view title :
       {"", " ", "…", "[]", "【】", "$$", "\\", "🙂", "\xCC\x81", "+", "#"})
    EXPECT_EQ(title_key(title), "") << title;
  for (std::string_view title :
       {"[Paper Note]", "[CVPR 2025]", "【論文】", "[Paper Note] [CVPR 2025]", "[MASK]", "C"})
    EXPECT_NE(title_key(title), "") << title;
}

TEST(TitleKey, OfAKeyIsTheKey) {
  const char* const kPieces[] = {
      "C",  "c",  "+", "#", " ",  "-",  "'",    "[",    "]", "[Paper Note]",
      "機", "カ", "é", "7", "\\", "$",  "🙂", "\xFF", "/", "[ACL 2024]",
      "Ａ", "〇", "…", "x", "×",  "【", "】",   "²",    "∞", "\u200B"};
  std::minstd_rand random(5);
  for (int round = 0; round < 10000; ++round) {
    std::string title;
    for (size_t i = random() % 9; i > 0; --i) title += kPieces[random() % std::size(kPieces)];
    std::string key = title_key(title);
    ASSERT_EQ(title_key(key), key) << title;
    ASSERT_EQ(title_key(" " + title + " …"), key) << title;
  }
}

TEST(Keys, TakeAnyBytes) {
  std::minstd_rand random(6);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes;
    for (size_t i = random() % 16; i > 0; --i)
      bytes += "aK.,+#[]'\\-_ (\xE3\x81\x82\xCC\x81\xF0\xFF\0"[random() % 22];
    for (auto key : {title_key, tag_key, author_key, name_key}) {
      std::string once = key(bytes);
      ASSERT_EQ(valid_utf8(once), once);
    }
    ASSERT_EQ(tag_key(tag_key(bytes)), tag_key(bytes));
  }
}

TEST(TagKey, IgnoresCaseWidthHashAndSpaceAround) {
  EXPECT_EQ(tag_key("#Selected  Papers/Blogs "), "selected papers/blogs");
  EXPECT_EQ(tag_key("＃ＭｏＥ（Mixture-of-Experts）"), "moe(mixture-of-experts)");
  EXPECT_EQ(tag_key("Supervised-FineTuning\u3000(SFT)"), "supervised-finetuning (sft)");
  EXPECT_EQ(tag_key("# #x"), "x");
  EXPECT_EQ(tag_key("C#"), "c#");
  EXPECT_EQ(tag_key("#"), "");
  EXPECT_EQ(tag_key("#自然言語処理"), "自然言語処理");
}

TEST(AuthorKey, IsTheFamilyName) {
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"Kevin Wang+", "wang"},
      {"Wang, K.", "wang"},
      {"K. Wang et al.", "wang"},
      {"Wang+", "wang"},
      {"Wang K.", "wang"},
      {"WANG, Kevin, et al", "wang"},
      {"Ｗａｎｇ，Ｋ．", "wang"},
      {"K. Wang, J. Li", "wang"},
      {"Wang, Kevin; Li, Jane", "wang"},
      {"Kevin Wang and Jane Li", "wang"},
      {"Kevin Wang¹*†", "wang"},
      {"Kevin Wang (Example University)", "wang"},
      {"Nelson F. Liu+", "liu"},
      {"J.Smith", "smith"},
      {"Jean-Luc Picard Jr.", "picard"},
      {"van der Maaten, L.", "van der maaten"},
      {"Maaten, L. van der", "van der maaten"},
      {"Laurens van der Maaten", "van der maaten"},
      {"van der Maaten", "van der maaten"},
      {"van der maaten", "van der maaten"},
      {"kevin wang", "wang"},
      {"N/A", ""},
      {"Enrique Queipo-de-Llano+", "queipo-de-llano"},
      {"Brian O’Neil", "o'neil"},
      {"Hal Daum'e III", "daum'e"},
      {"Andreas Lo\u0308we", "löwe"},
      {"岡野原 大輔", "岡野原大輔"},
      {"岡野原大輔+", "岡野原大輔"},
      {"岡野原大輔 他", "岡野原大輔"},
      {"岡野原ら", "岡野原"},
      {"山田さくら", "山田さくら"},
      {"王伟等", "王伟"},
      {"山田さくら等", "山田さくら"},
      {"Chen等人", "chen"},
      {"岡野原, 大輔", "岡野原"},
      {"王伟 (Wei Wang)", "wang"},
      {"Wei Wang (王伟)", "wang"},
      {"和地瞭良_ Akifumi Wachi", "wachi"},
      {"王伟/Wei Wang", "wang"},
      {"王伟 Lab Blog", "王伟labblog"},
      {"Webb+ [Example Lab]", "webb"},
      {"김 철수", "김철수"},
      {"DeepSeek-AI+", "deepseek-ai"},
      {"", ""},
      {"+", ""},
      {", ,", ""},
      {"et al.", "al"},
      {"等", "等"},
      {"-'-", ""},
  };
  for (auto [name, family] : kNames) EXPECT_EQ(author_key(name), family) << name;
}

TEST(NameKey, IsTheNameWithoutItsEnding) {
  EXPECT_EQ(name_key("Hyper-Connections.md"), "hyper-connections");
  EXPECT_EQ(name_key("Hyper-Connections.MARKDOWN"), "hyper-connections");
  EXPECT_EQ(name_key(" v1.md.md "), "v1.md");
  EXPECT_EQ(name_key("か\u3099.md"), "が");
  EXPECT_EQ(name_key("ﬁ①"), "fi①");
  EXPECT_EQ(name_key(".md"), ".md");
  EXPECT_EQ(name_key(""), "");
}

TEST(MakeKey, KeepsKindsAndTextsApart) {
  EXPECT_NE(make_key(KeyKind::kTag, "moe"), make_key(KeyKind::kTitle, "moe"));
  EXPECT_EQ(make_key(KeyKind::kTag, "moe"), make_key(KeyKind::kTag, "moe"));
  std::set<Key> keys;
  std::set<Key> shards;
  for (int i = 0; i < 20000; ++i) {
    Key key = make_key(KeyKind::kTitle, std::to_string(i));
    keys.insert(key);
    shards.insert(key >> 48);
  }
  EXPECT_EQ(keys.size(), 20000u);
  EXPECT_GT(shards.size(), 16500u);  // about 17,200 are expected of an even spread
}

TEST(MakeKey, TellsItsKind) {
  for (KeyKind kind : {KeyKind::kIdentifier, KeyKind::kTitle, KeyKind::kRefersToPath})
    for (std::string_view text : {"", "moe", "機械学習"})
      EXPECT_EQ(kind_of(make_key(kind, text)), kind) << text;
}

TEST(MakeKey, IsTheSameInEveryRun) {
  EXPECT_EQ(make_key(KeyKind::kTitle, "attention is all you need"), 18220710349841107937u);
}

}  // namespace
