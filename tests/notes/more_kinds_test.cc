// More kinds of notes that people write, each as small as it can be.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

TEST(MoreKinds, ColumnsOfBareIdentifiers) {
  const auto note = Note::parse("/vault/t.md", Text("# T\n\n| Name | arXiv | DOI |\n|--|--|--|\n"
                                                    "| Quiet Gates in Rooms | 1501.00012 | |\n"
                                                    "| Loud Gates in Rooms | | 10.1234/abc.1 |\n"
                                                    "| Soft Gates | | |\n"));
  ASSERT_EQ(note->entries().size(), 2u);
  EXPECT_EQ(to_string(note->entries()[0]->identifiers.front()), "arxiv:1501.00012");
  EXPECT_EQ(to_string(note->entries()[1]->identifiers.front()), "doi:10.1234/abc.1");
}

TEST(MoreKinds, HeadingsThatLinkInEveryWay) {
  for (const char* heading :
       {"# [Quiet Gates in Rooms](<https://arxiv.org/abs/1901.00009>)",
        "# Quiet Gates in Rooms arXiv:1901.00009", "# Quiet Gates in Rooms (arXiv:1901.00009)",
        "# Quiet Gates in Rooms（arXiv:1901.00009v2）",
        "# [Quiet Gates in Rooms][1]\n\n[1]: https://arxiv.org/abs/1901.00009"}) {
    const auto note = Note::parse("/vault/a.md", Text(std::string(heading) + "\n\nText of it.\n"));
    ASSERT_EQ(note->entries().size(), 1u) << heading;
    EXPECT_EQ(note->entries()[0]->title, "Quiet Gates in Rooms") << heading;
    ASSERT_EQ(note->entries()[0]->identifiers.size(), 1u) << heading;
  }
}

TEST(MoreKinds, AFolderNamesTheNoteInIt) {
  const char* text =
      "## どんなもの？\n\n静かな門。\n\n## 論文情報\n\n- 論文: https://arxiv.org/abs/1810.04805\n"
      "- 著者: 山田太郎, 鈴木花子\n- 会議: NAACL 2019\n";
  EXPECT_EQ(observed::titles(text, "/vault/Quiet Gates: in Rooms/summary.md"),
            "Quiet Gates: in Rooms");
  EXPECT_EQ(
      observed::titles("- Link: https://arxiv.org/abs/1810.04805\n", "/vault/notes/README.md"), "");
}

TEST(MoreKinds, MarksThatSayWhatANoteIs) {
  EXPECT_EQ(observed::titles("# 论文解读：一个好方法\n\n正文\n"), "一个好方法");
  EXPECT_EQ(
      observed::titles("type:: #paper\nurl:: https://arxiv.org/abs/1706.03763\n\n- it listens\n",
                       "/vault/pages/Quiet Gates.md"),
      "Quiet Gates");
  EXPECT_EQ(observed::titles("# 深層学習\n\n本文\n", "/vault/論文.深層学習.md"), "深層学習");
}

TEST(MoreKinds, AStruckItemIsStillNoted) {
  EXPECT_EQ(
      observed::titles("# L\n\n- ~~[Quiet Gates in Rooms](https://arxiv.org/abs/1501.00001)~~\n"
                       "- [Loud Gates in Rooms](https://arxiv.org/abs/1501.00002)\n"
                       "- ~~Soft Gates in Rooms [[pdf](https://arxiv.org/abs/1501.00003)]~~\n"),
      "Quiet Gates in Rooms\nLoud Gates in Rooms\nSoft Gates in Rooms");
}

TEST(MoreKinds, PartsAndCopiesAreNone) {
  const char* text = "# Quiet Gates in Rooms\n\nAuthors: Jane Doe, Rob Roe\nYear: 2020\n";
  EXPECT_EQ(observed::titles(text, "/vault/X/note.md"), "Quiet Gates in Rooms");
  for (const char* name :
       {"02_method.md", "full_text.md", "翻訳.md", "note copy.md", "01-introduction.md"})
    EXPECT_EQ(observed::titles(text, "/vault/X/" + std::string(name)), "") << name;
}

}  // namespace
