// Pages without metadata that may be about one paper.
#include "notes/weak_signs.h"

#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

TEST(WeakSigns, AFewWordsWithoutCapitalsNameATopic) {
  for (std::string_view topic :
       {"Cost model for distributed hearing", "small GEMM kernels", "AutoML on hardware search"})
    EXPECT_TRUE(names_topic(topic)) << topic;
  for (std::string_view title :
       {"Cost Model for Distributed Hearing", "GPTQ", "Quantizing BERT", "gates: a survey",
        "One wide network is all you need", "語 model", ""})
    EXPECT_FALSE(names_topic(title)) << title;
  const std::string_view text =
      "- https://arxiv.org/abs/2309.01826\n- it rounds one column after another\n";
  EXPECT_EQ(observed::titles(text, "/vault/pages/Cost model for distributed hearing.md"),
            "(Cost model for distributed hearing)");
  EXPECT_EQ(observed::titles(text, "/vault/pages/Cost Model for Distributed Hearing.md"),
            "Cost Model for Distributed Hearing");
  EXPECT_EQ(observed::titles("---\ntitle: small GEMM kernels\n---\n" + std::string(text),
                             "/vault/pages/small GEMM kernels.md"),
            "(small GEMM kernels)");
}

TEST(WeakSigns, TheOnePaperOfAPageMayStandFarBelow) {
  std::string text = "- Background\n";
  for (int i = 0; i < 50; ++i)
    text += "\t- what was known of it before " + std::to_string(i) + "\n";
  const std::string path = "/vault/pages/HearLLM.md";
  EXPECT_EQ(
      observed::titles(text + "- https://arxiv.org/pdf/2309.17453\n- Overall\n\t- text\n", path),
      "(HearLLM)");
  EXPECT_EQ(observed::titles(text + "\t- https://arxiv.org/pdf/2309.17453\n- Overall\n", path), "");
  EXPECT_EQ(observed::titles(text + "- see https://arxiv.org/pdf/2309.17453\n- Overall\n", path),
            "");
  EXPECT_EQ(
      observed::titles(
          text + "- https://arxiv.org/pdf/2309.17453\n- as https://arxiv.org/abs/2301.00001\n",
          path),
      "");
  EXPECT_EQ(observed::titles(text + "- https://arxiv.org/pdf/2309.17453\n- Overall\n",
                             "/vault/pages/caches.md"),
            "");
}

TEST(WeakSigns, AFileMayBeCalledByAKeyOfItsTitle) {
  const std::string_view text =
      "+++\ntitle = \"Hearing speakers with quiet gates\"\nauthor = [\"Site Owner\"]\n+++\n\n## "
      "Goal\n\ntext\n";
  EXPECT_EQ(observed::titles(text, "/vault/posts/doe19_quiet_gates.md"),
            "(Hearing speakers with quiet gates)");
  EXPECT_EQ(observed::titles(text, "/vault/posts/doe2019_hear_speak.md"),
            "(Hearing speakers with quiet gates)");
  EXPECT_EQ(observed::titles(text, "/vault/posts/doe2019_other_words.md"), "");
  EXPECT_EQ(observed::titles(text, "/vault/posts/quiet_gates.md"), "");
  EXPECT_EQ(observed::titles(text, "/vault/posts/week12_quiet.md"), "");
}

TEST(WeakSigns, AListOfDefinitionsMaySayWhichPaper) {
  const std::string head =
      "+++\ntitle = \"The Paths of Speakers\"\nauthor = [\"Site Owner\"]\n+++\n\n";
  const std::string path = "/vault/posts/paths.md";
  EXPECT_EQ(observed::titles(head + "source\n: <https://distill.pub/2019/paths/>\n\ntext\n", path),
            "(The Paths of Speakers)");
  EXPECT_EQ(observed::titles(head + "paper\n: ([Doe et al., n.d.](#org1))\n\ntext\n", path),
            "(The Paths of Speakers)");
  EXPECT_EQ(
      observed::titles(head + "source\n: <https://blog.example.org/2019/paths/>\n\ntext\n", path),
      "");
  EXPECT_EQ(observed::titles(head + "source\n: ([Doe et al., n.d.](#org1))\n\ntext\n", path), "");
}

}  // namespace
