#include "notes/word_match.h"

#include <gtest/gtest.h>

#include "notes/key.h"

namespace {

std::vector<notes::WorkWord> words(std::string_view title) {
  return notes::work_words(notes::title_key(title));
}

// The words of the one that are not in the other.
std::string alone(std::string_view one, std::string_view other) {
  const auto a = words(one), b = words(other);
  const notes::WordMatch match = notes::match_words(a, b);
  std::string out;
  for (size_t i = 0; i < a.size(); ++i)
    if (match.to_other[i] < 0) out += (out.empty() ? "" : " ") + a[i].text;
  return out;
}

TEST(WordMatch, FindsWordsWhateverTheirOrderCaseAndNumber) {
  EXPECT_EQ(alone("Streams of Graphs", "graph stream"), "of");
  EXPECT_EQ(alone("Query Processing", "Processing of queries"), "");
  EXPECT_EQ(alone("Models Naïve", "naive model"), "");
}

TEST(WordMatch, FindsWordsThatAreSplitOrJoined) {
  EXPECT_EQ(alone("Pretraining Encoders", "Pre-training Encoders"), "");
  EXPECT_EQ(alone("Strea- ming Series", "Streaming Series"), "");
}

TEST(WordMatch, FindsWhatIsAbbreviated) {
  EXPECT_EQ(alone("Tuning LLMs", "Tuning Large Language Models"), "");
  EXPECT_EQ(alone("Quality of Service", "QoS"), "");
  EXPECT_EQ(alone("Seq2Seq Learning", "Sequence-to-Sequence Learning"), "");
  EXPECT_EQ(alone("Peer to Peer Search", "P2P Search"), "");
  EXPECT_EQ(alone("Text2SQL", "Image to Text"), "text2sql");
}

TEST(WordMatch, ForgivesASlipOfThePenOnly) {
  EXPECT_TRUE(notes::is_typo("transformer", "transfomer"));
  EXPECT_TRUE(notes::is_typo("colour", "color"));
  EXPECT_FALSE(notes::is_typo("bert", "bart"));
  EXPECT_FALSE(notes::is_typo("unsupervised", "supervised"));
  EXPECT_EQ(alone("GPT 4", "GPT 5"), "4");
}

TEST(WordMatch, SkipsWhatIsLeftOfAQuotationMark) {
  EXPECT_EQ(alone("the 80-20 lawâ ??", "The \"80-20 Law\""), "");
}

TEST(WordMatch, MeasuresTheCommonStart) {
  const auto a = words("Mining Streams by Windows jia han vldb"),
             b = words("mining stream windows");
  const notes::WordMatch match = notes::match_words(a, b);
  EXPECT_FLOAT_EQ(notes::common_start(match, a, b), 2.5F);
}

}  // namespace
