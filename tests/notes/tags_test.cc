// Hash tags and all that only looks like one.
#include "notes/tags.h"

#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

// The tags of a note, ` / ` between them; those of a tag line in brackets.
std::string check(std::string_view text) {
  const auto note = Note::parse("/note.md", Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& tag : note->tags()) {
    const std::string_view written = note->text().slice(tag.range());
    if (tag->source != TagSource::kFrontMatter) {
      EXPECT_TRUE(written == "#" + tag->name || written == "＃" + tag->name ||
                  written == "#[[" + tag->name + "]]")
          << written;
    }
    out += out.empty() ? "" : " / ";
    out += tag->source == TagSource::kTagLine ? "[" + tag->name + "]" : tag->name;
  }
  return out;
}

TEST(TagLine, HoldsTagsWithSpacesSlashesAndParentheses) {
  EXPECT_EQ(check("#Selected Papers/Blogs #Supervised-FineTuning (SFT) #MoE(Mixture-of-Experts)"),
            "[Selected Papers/Blogs] / [Supervised-FineTuning (SFT)] / [MoE(Mixture-of-Experts)]");
  EXPECT_EQ(check("#NLP"), "[NLP]");
  EXPECT_EQ(check("#文献ログ #机器学习 #자연어"), "[文献ログ] / [机器学习] / [자연어]");
  EXPECT_EQ(check("＃全角 #half"), "[全角] / [half]");
  EXPECT_EQ(check("- #a #b\n> #c\n"), "[a] / [b] / [c]");
}

TEST(TagLine, EndsAtTheIssueDate) {
  EXPECT_EQ(check("T, A+\nPaper/Blog Link My Issue\n#Multi lingual #3D #x Issue Date: 2026-01-12 "
                  "GPT Summary- About #y. Comment\n"),
            "[Multi lingual] / [3D] / [x]");
}

TEST(TagLine, IsNoSentenceAndNoSloppyHeading) {
  EXPECT_EQ(check("#Introduction to things"), "");
  EXPECT_EQ(check("#1 Introduction"), "");
  EXPECT_EQ(check("#12"), "");
  EXPECT_EQ(check("#12 #34"), "");
  EXPECT_EQ(check("#! https://zhuanlan.example/p/1"), "");
  EXPECT_EQ(check("#??**会议**"), "");
  EXPECT_EQ(check("#"), "");
  EXPECT_EQ(check("##"), "");
  EXPECT_EQ(check("##Foo"), "");
}

TEST(InlineTag, EndsAtASpaceOrPunctuation) {
  EXPECT_EQ(check("about #attention, (#moe) and #a/b-c_d."), "attention / moe / a/b-c_d");
  EXPECT_EQ(check("これは #注意機構、そして#拡散モデル。"), "注意機構 / 拡散モデル");
  EXPECT_EQ(check("x #tag/ y #tag- z"), "tag / tag");
  EXPECT_EQ(check("x ＃全角　y"), "全角");
  EXPECT_EQ(check("- see #deep-learning now"), "deep-learning");
  EXPECT_EQ(check("x #🔥hot y"), "🔥hot");
  EXPECT_EQ(check("**#bold** x"), "bold");
  EXPECT_EQ(check("a #[[several words]] b"), "several words");
}

TEST(InlineTag, IsNoneOfWhatOnlyLooksLikeOne) {
  for (std::string_view text : {"# Heading #in",
                                "uses C# and F# daily",
                                "see #12 and #3",
                                "the #1 paper",
                                "#2nd place",
                                "colour #ff6666 and #fff000 here",
                                "a # b",
                                "a ## b",
                                "- ## heading in a list",
                                "https://x.y/z#fragment",
                                "[t](a.md#b)",
                                "[t](#anchor)",
                                "[[page#heading]]",
                                "a `#b` c",
                                "x $a #b$ y",
                                "a \\#b",
                                "```\n#include <x>\n```",
                                "    #code",
                                "$$\n#m\n$$",
                                "<a href=\"#b\">c</a>",
                                "<!-- #b -->",
                                "<!--\n#b\n#c -->",
                                "file.md#anchor",
                                "a#b",
                                "| #Params | # |\n|---|---|\n| #Tokens | 7 |",
                                "&#39; &#x27;",
                                "x #!y",
                                "x #-a",
                                "## Title {#id}",
                                "x # y",
                                "x #",
                                "x ＃"})
    EXPECT_EQ(check(text), "") << text;
}

TEST(FrontMatterTag, IsReadHoweverItIsWritten) {
  EXPECT_EQ(check("---\ntags: [a, b c, \"d\"]\n---\n"), "a / b c / d");
  EXPECT_EQ(check("---\ntags:\n  - \"CVPR 2025\"\n  - 3D视觉\n---\n"), "CVPR 2025 / 3D视觉");
  EXPECT_EQ(check("---\nkeywords: a, b c; d\n---\n"), "a / b c / d");
  EXPECT_EQ(check("---\ntags: [\"#review\"]\ntopics: [\"[[x y]]\"]\n---\n"), "review / x y");
  EXPECT_EQ(check("---\ntags: []\ntitle: \"#no\"\n---\n"), "");
}

TEST(Tags, AreCountedUnderTheirFirstSpelling) {
  const auto note = Note::parse("/n.md", Text("---\ntags: [NLP]\n---\nx #nlp and #ＮＬＰ, #b\n"));
  ASSERT_EQ(note->tag_counts().size(), 2u);
  EXPECT_EQ(note->tag_counts()[0].display, "b");
  EXPECT_EQ(note->tag_counts()[1].display, "NLP");
  EXPECT_EQ(note->tag_counts()[1].count, 3u);
}

TEST(Tags, AreFoundUnderTheCursor) {
  const auto note = Note::parse("/n.md", Text("a #b c"));
  EXPECT_EQ(note->tag_at(1), nullptr);
  for (uint32_t at : {2u, 3u, 4u}) EXPECT_NE(note->tag_at(at), nullptr) << at;
  EXPECT_EQ(note->tag_at(5), nullptr);
}

}  // namespace
