// Ways in which people write tags, and what only looks like one, each as small as it can be.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

// The names of the tags, in their order.
std::string check(std::string_view text, const std::string& path = "/vault/notes/gates.md") {
  const auto note = Note::parse(path, Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& tag : note->tags())
    if (tag->is_sure) out += (out.empty() ? "" : "|") + tag->name;
  return out;
}

TEST(TagKinds, ColoursAreNone) {
  EXPECT_EQ(check("white #ffffff, #fff, #FFF and #aabbcc\n"), "");
  EXPECT_EQ(check("color: #facade and `#bad`, background=\"#decade\", 颜色 #fed\n"), "");
  EXPECT_EQ(check("the #facade, a #decade, #fed by #abc\n"), "facade|decade|fed|abc");
}

TEST(TagKinds, WhatStandsBetweenDollarsIsNone) {
  EXPECT_EQ(check("y $$ #in $$ z #out\n"), "out");
  EXPECT_EQ(check("x $$\n#in\n$$ y #out\n"), "out");
  EXPECT_EQ(check("it costs $$ more #out\n"), "out");
}

TEST(TagKinds, MarksMayStandBefore) {
  EXPECT_EQ(check("so “#quoted” ‘#half’ ~~#struck~~ → #led **#bold** _#em_ x\n"),
            "quoted|half|struck|led|bold|em");
}

TEST(TagKinds, ALineOfTagsHoldsTwoWordsInAnyScript) {
  EXPECT_EQ(check("#自然 言語 #深層\n"), "自然 言語|深層");
  EXPECT_EQ(check("#NLP　#深層 学習\n"), "NLP|深層 学習");
  EXPECT_EQ(check("#quiet gates #rooms\n"), "quiet gates|rooms");
  EXPECT_EQ(check("#자연어 처리 #논문\n"), "자연어 처리|논문");
}

TEST(TagKinds, ASentenceIsNoLineOfTags) {
  EXPECT_EQ(check("#todo read this one #later\n"), "later");
  EXPECT_EQ(check("#メモ 今日は #NLP を読んだ\n"), "NLP");
  EXPECT_EQ(check("#gates are #quiet\n"), "quiet");
  EXPECT_EQ(check("#gates open\n"), "");
}

TEST(TagKinds, HeadingsAndItemsNameLists) {
  EXPECT_EQ(check("# A\n\n## Keywords\n\n- quiet gates\n- rooms\n\ntext\n"), "quiet gates|rooms");
  EXPECT_EQ(check("# A\n\n## Tags\n\nquiet gates, rooms\n\nMore text, of it\n"),
            "quiet gates|rooms");
  EXPECT_EQ(check("- Tags\n  - quiet gates\n  - rooms\n- other\n"), "quiet gates|rooms");
  EXPECT_EQ(check("- [[keyword]]\n  - private\n  - public\n"), "");
  EXPECT_EQ(check("# A\n\n## Topics\n\n- [Gates](#gates)\n- Rooms\n"), "");
  EXPECT_EQ(check("# A\n\n## Tags\n\nThis page says what each tag of the vault means.\n"), "");
}

TEST(TagKinds, ALineOfCodeMarksBelowATitleIsOne) {
  EXPECT_EQ(check("## Quiet Gates\n\n`Gates` `2018`\n\ntext `code` and `more`\n"), "Gates|2018");
  EXPECT_EQ(check("## Quiet Gates\n`Gates`, `Small Rooms`\n"), "Gates|Small Rooms");
  EXPECT_EQ(check("## Run\n\n`make -j` `ls`\n"), "");
  EXPECT_EQ(check("## Run\n\n`make`\n"), "");
  EXPECT_EQ(check("text\n\n`make` `test`\n"), "");
}

TEST(TagKinds, EachMayHaveBrackets) {
  EXPECT_EQ(check("Tags: [gates], [quiet rooms]\n"), "gates|quiet rooms");
  EXPECT_EQ(check("Tags: [gates, quiet rooms]\n"), "gates|quiet rooms");
}

TEST(TagKinds, BibliographiesHaveKeywords) {
  const auto note = Note::parse(
      "/vault/my.bib", Text("@article{a, title={Gates}, keywords={quiet gates; {NLP}}}\n"));
  ASSERT_EQ(note->entries().size(), 1u);
  EXPECT_EQ(note->entries()[0]->tags, (std::vector<std::string>{"quiet gates", "NLP"}));
}

}  // namespace
