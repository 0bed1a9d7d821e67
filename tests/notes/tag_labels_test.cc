// Tags behind labels, in tables and in HTML.
#include "notes/tag_labels.h"

#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

// The tags that stand behind labels or in HTML, ` | ` between them. Each range is what it says.
std::string check(std::string_view text) {
  const auto note = Note::parse("/note.md", Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "") << text;
  std::string out;
  for (const auto& tag : note->tags()) {
    const std::string_view written = note->text().slice(tag.range());
    const std::string bare = tag->name.str();
    EXPECT_TRUE(written == bare || written == "#" + bare ||
                (written.starts_with("[[") && written.ends_with("]]")) ||
                written.starts_with("#[["))
        << written;
    if (tag->source != TagSource::kLabel && tag->source != TagSource::kHtml) continue;
    out += (out.empty() ? "" : " | ") + bare;
  }
  return out;
}

TEST(TagLabel, IsReadInEveryLanguageAndForm) {
  for (std::string_view text : {"Tags: a b, c",
                                "**Tags**: a b, c",
                                "**Tags:** a b, c",
                                "- Tags: a b, c",
                                "* **Tags**: a b, c",
                                "> Tags: a b, c",
                                "> **Keywords:** a b; c",
                                "Keywords：a b；c",
                                "Topics: a b | c",
                                "**关键词**: a b、c",
                                "关键词（Keywords）：a b，c",
                                "標籤: a b, c",
                                "标签：a b，c",
                                "タグ: a b、c",
                                "キーワード：a b、c",
                                "태그: a b, c",
                                "키워드: a b, c",
                                "**领域**: a b / c",
                                "- **分类**：a b/c",
                                "분류: a b / c",
                                "🏷️ **Tags**: a b, c",
                                "Tags: [a b, c]",
                                "Tags: [[a b]] [[c]]",
                                "Tags: [[a b]], [[tags/c]]",
                                "Tags: [[x|a b]], c",
                                "tags:: [[a b]], c",
                                "Tags: `a b` `c`",
                                "Tags: #a b #c",
                                "Tags: #[[a b]] #c",
                                "- [[Keywords]]: [[a b]] [[c]]",
                                "Tags: [a b](x.md), [c](y.md)",
                                "Tags: a b, c.  ",
                                "Tags:\n- a b\n- c\n",
                                "- Tags:\n  - a b\n  - c\n- no\n",
                                "tags\n: [a b]({{< relref \"x\" >}}), [c](y)\n",
                                "| Title | Tags |\n|---|---|\n| T | a b, c |\n",
                                "| Key | Value |\n|---|---|\n| Tags | a b, c |\n"})
    EXPECT_EQ(check(text), "a b | c") << text;
}

TEST(TagLabel, LeavesOutWhatIsNoTag) {
  for (std::string_view text :
       {"Tags:", "Tags: ", "Tags: N/A", "**关键词**: 待补充", "Topic: https://example.org/x",
        "Tags: (link to pages under the directory here)", "Tags are: a, b", "C: a, b",
        "tag: used to distinguish between different messages",
        "Topics: the one thing that we want to discuss here with everybody, b", "`tags:` a, b",
        "```\nTags: a, b\n```\n", "# Tags: a, b", "Tags: {{tags}}", "- Tags:\n- no\n",
        "| Tag | Value |\n|---|---|\n| a | b |\n"})
    EXPECT_EQ(check(text), "") << text;
}

TEST(TagLabel, SeparatesBySlashOnlyWhereItSeparates) {
  EXPECT_EQ(check("Tags: CI/CD, A / B"), "CI/CD | A | B");
  EXPECT_EQ(check("领域: 视觉/语言"), "视觉 | 语言");
  EXPECT_EQ(check("Keywords: MoE (a, b), C#, C++"), "MoE (a, b) | C# | C++");
  EXPECT_EQ(check("**领域**: 生成（注：原分类有误）"), "生成");
}

TEST(TagTable, HasTagsInAColumnOfThemOnly) {
  EXPECT_EQ(check("| Title | #Params | 标签 |\n|---|---|---|\n| #x | #12 | #a [[b\\|c]] |\n"),
            "a | c");
  EXPECT_EQ(check("| Title | #Params |\n|---|---|\n| #x | #y |\n"), "");
}

TEST(TagHtml, IsTheTextOfALinkOrButtonWithAHash) {
  EXPECT_EQ(check("<a class=\"button\" href=\"articles/Zero_Few-shot.html\">#Zero/Few-shot</a>"
                  "<a class=\"button\" href=\"articles/x.html\">#Selected Papers/Blogs</a><br>\n"),
            "Zero/Few-shot | Selected Papers/Blogs");
  EXPECT_EQ(check("<div>\n<button onclick=\"f('x')\">#Tag</button>\n</div>\n"), "Tag");
  EXPECT_EQ(check("x <span class=\"tag\">#A b</span> <span class='tag x'>C</span> y"), "A b | C");
}

TEST(TagHtml, IsNoAnchorNumberOrComment) {
  for (std::string_view text :
       {"<a href=\"#sec\">#sec</a>", "<a href=\"issues/12\">#12</a>", "<a href=\"x\">#</a>",
        "<!--\n<a href=\"x\">#a</a>\n-->", "`<a href=\"x\">#a</a>`", "<b>#a</b>",
        "<a href=\"x\">a</a>", "<a href=\"x\">#a"})
    EXPECT_EQ(check(text), "") << text;
}

}  // namespace
