// Hash tags and all that only looks like one.
#include "notes/tags.h"

#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

// The tags of a note, ` / ` between them; those of a tag line in brackets, those in doubt with `?`.
std::string check(std::string_view text) {
  const auto note = Note::parse("/note.md", Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& tag : note->tags()) {
    const std::string_view written = note->text().slice(tag.range());
    if (tag->source != TagSource::kFrontMatter && tag->source != TagSource::kLabel &&
        tag->source != TagSource::kHtml) {
      EXPECT_TRUE(written == "#" + tag->name || written == "＃" + tag->name ||
                  written == "#[[" + tag->name + "]]")
          << written;
    }
    out += out.empty() ? "" : " / ";
    if (tag->source == TagSource::kTagLine)
      out += "[" + tag->name + "]";
    else
      out += tag->is_sure ? tag->name : tag->name + "?";
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

TEST(InlineTag, IsInDoubtWhereItCountsOrNamesSomethingElse) {
  for (std::string_view text :
       {"with more #params than", "where n = #nodes are", "specify #GPUs", "the #tokens of it",
        "a #2nd place", "in #3d again", "then #pragma omp for", "it is #P-hard to",
        "up to 100 #step here", "m: #step = 10", "for #epoch: 10 we", "a #filter \\* time",
        "& #disk blocks", "the #参数 量"})
    EXPECT_TRUE(check(text).ends_with("?")) << text << ": " << check(text);
  for (std::string_view text : {"see #analysis for", "see #tweets #articles now",
                                "category:: #tweets", "What are they? #cards", "What is it? #card",
                                "In 2024, #moe grew", "about #loss here", "x #机器学习 y"})
    EXPECT_EQ(check(text).find('?'), std::string::npos) << text << ": " << check(text);
}

TEST(InlineTag, NamesTheWordsThatMayBelongToIt) {
  const auto note = Note::parse("/n.md", Text("see #Selected Papers/Blogs, (SFT) and #b\n"));
  ASSERT_EQ(note->tags().size(), 2u);
  ASSERT_EQ(note->tags()[0]->longer.size(), 1u) << "a comma ends it";
  EXPECT_EQ(note->tags()[0]->longer[0].key, "selected papers/blogs");
  EXPECT_TRUE(note->tags()[1]->longer.empty());
  const auto long_one = Note::parse("/n.md", Text("a #b c d e f g `h`\n"));
  EXPECT_EQ(long_one->tags()[0]->longer.size(), 3u);
  const auto masked = Note::parse("/n.md", Text("a #b `c` d and #MoE(Mixture-of-Experts) now\n"));
  EXPECT_TRUE(masked->tags()[0]->longer.empty());
  EXPECT_EQ(masked->tags()[1]->longer[0].key, "moe(mixture-of-experts)");
}

TEST(FrontMatterTag, IsReadHoweverItIsWritten) {
  EXPECT_EQ(check("---\ntags: [a, b c, \"d\"]\n---\n"), "a / b c / d");
  EXPECT_EQ(check("---\ntags:\n  - \"CVPR 2025\"\n  - 3D视觉\n---\n"), "CVPR 2025 / 3D视觉");
  EXPECT_EQ(check("---\nkeywords: a, b c; d\n---\n"), "a / b c / d");
  EXPECT_EQ(check("---\ntags: [\"#review\"]\ntopics: [\"[[x y]]\"]\n---\n"), "review / x y");
  EXPECT_EQ(check("---\ntags: []\ntitle: \"#no\"\n---\n"), "");
  EXPECT_EQ(check("---\ntags: nlp vision\ntopic: Reinforcement Learning\n---\n"),
            "nlp / vision / Reinforcement Learning");
  EXPECT_EQ(check("---\ntopic: deep-learning nlp\n---\n"), "deep-learning / nlp");
  EXPECT_EQ(check("---\ntags: \"#a #b\"\nkeywords: [\"A / B\", CI/CD]\n---\n"),
            "a / b / A / B / CI/CD");
  EXPECT_EQ(check("---\n标签: [视觉, 语言]\n---\n"), "视觉 / 语言");
  EXPECT_EQ(check("+++\n[taxonomies]\ntags = [\"a b\", \"c\"]\n+++\n"), "a b / c");
}

TEST(Tags, AreCountedUnderTheirFirstSpelling) {
  const auto note = Note::parse("/n.md", Text("---\ntags: [NLP]\n---\nx #nlp and #ＮＬＰ, #b\n"));
  const auto counts = note->tag_counts();
  ASSERT_EQ(counts.size(), 3u);
  EXPECT_EQ(counts[0].key, "b");
  EXPECT_EQ(counts[0].count, 0u) << "one letter is in doubt";
  EXPECT_EQ(counts[1].display, "NLP");
  EXPECT_EQ(counts[1].count, 3u);
  EXPECT_EQ(counts[2].key, "nlp and") << "what may be a tag is held, but not counted";
  EXPECT_EQ(counts[2].count, 0u);
}

TEST(Tags, AreFoundUnderTheCursor) {
  const auto note = Note::parse("/n.md", Text("a #b c"));
  EXPECT_FALSE(note->tag_at(1));
  for (uint32_t at : {2u, 3u, 4u}) EXPECT_TRUE(note->tag_at(at)) << at;
  EXPECT_FALSE(note->tag_at(5));
}

}  // namespace
