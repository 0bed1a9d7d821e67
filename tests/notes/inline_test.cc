// Links, wiki links and identifiers in running text. Every test reads a whole note, so that what is
// found is where it is claimed to be.
#include "notes/inline.h"

#include <gtest/gtest.h>

#include "notes/lines.h"
#include "notes/observed.h"

namespace {

using namespace notes;

// `kind path#anchor identifier <text>` for each reference but bare titles.
std::string check(std::string_view text) {
  const auto note = Note::parse("/note.md", Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& reference : note->references()) {
    if (reference->kind == ReferenceKind::kTitle) continue;
    EXPECT_EQ(one_line(note->text().slice(reference.range())), reference->text);
    out += out.empty() ? "" : "; ";
    out += reference->kind == ReferenceKind::kWiki   ? "wiki "
           : reference->kind == ReferenceKind::kLink ? "link "
           : reference->kind == ReferenceKind::kCite ? "cite "
                                                     : "url ";
    out += reference->path;
    if (!reference->anchor.empty()) out += "#" + reference->anchor;
    if (reference->identifier) out += to_string(*reference->identifier);
  }
  return out;
}

// What is masked, each between bars.
std::string masks(std::string_view text) {
  Inline found;
  scan_inline(text, {0, static_cast<uint32_t>(text.size())}, found);
  std::string out;
  for (Range mask : found.masks) out += "|" + std::string(text.substr(mask.begin, mask.size()));
  return out;
}

TEST(WikiLink, IsReadWithAliasHeadingAndEmbed) {
  EXPECT_EQ(check("see [[Adam]] and [[a b/c]]"), "wiki Adam; wiki a b/c");
  EXPECT_EQ(check("[[Adam|the optimiser]]"), "wiki Adam");
  EXPECT_EQ(check("[[Adam#Results|r]] [[#Here]]"), "wiki Adam#Results; wiki #Here");
  EXPECT_EQ(check("![[Adam]]"), "wiki Adam");
  EXPECT_EQ(check("[[@Kingma2015]]"), "wiki @Kingma2015");
  EXPECT_EQ(check("日本語[[注意機構]]🙂[[x]]"), "wiki 注意機構; wiki x");
}

TEST(WikiLink, MayHaveItsBarEscapedInATable) {
  EXPECT_EQ(check("| a | b |\n|---|---|\n| [[Adam\\|x]] | [[B#h\\|y]] |\n"), "wiki Adam; wiki B#h");
}

TEST(WikiLink, IsNoneWhenItDoesNotClose) {
  for (std::string_view text : {"[[a", "[[a]", "[[a\nb]]", "[[]]", "[[ ]]", "`[[a]]`", "\\[[a]]",
                                "$[[a]]$", "```\n[[a]]\n```\n", "    [[a]]", "<!-- [[a]] -->"})
    EXPECT_EQ(check(text), "") << text;
  EXPECT_EQ(check("[[a [[b]]"), "wiki b");
}

TEST(Link, IsReadWithPathAndAnchor) {
  EXPECT_EQ(check("[a](b.md) [c](../d/e.md#f)"), "link b.md; link ../d/e.md#f");
  EXPECT_EQ(check("[a](#here)"), "link #here");
  EXPECT_EQ(check("[a](My%20Note.md#%E6%B3%A8)"), "link My Note.md#注");
  EXPECT_EQ(check("[a](My Note.md)"), "link My Note.md");
  EXPECT_EQ(check("[a](<My Note.md>)"), "link My Note.md");
  EXPECT_EQ(check("[a](b.md \"title\") [a](b.md 'title')"), "link b.md; link b.md");
  EXPECT_EQ(check("[a](b_(c).md)"), "link b_(c).md");
  EXPECT_EQ(check("[a [b] c](d.md)"), "link d.md");
  EXPECT_EQ(check("[over\ntwo lines](d.md)"), "link d.md");
  EXPECT_EQ(check("[100%](100%.md)"), "link 100%.md");
}

TEST(Link, IsNoneToAnImageOrToNothing) {
  for (std::string_view text : {"![a](b.png)", "[]()", "[a]()", "[a](b", "[a] (b)", "`[a](b.md)`",
                                "[a](mailto:x@y.z)", "\\[a](b.md)", "[a](b\nc.md)"})
    EXPECT_EQ(check(text), "") << text;
}

TEST(Link, ToAPaperCarriesItsIdentifier) {
  EXPECT_EQ(check("[a](https://arxiv.org/abs/1706.03762)"), "url arxiv:1706.03762");
  EXPECT_EQ(check("a [[arXiv](https://arxiv.org/abs/1706.03762)] [[code](https://x.y)]"),
            "url arxiv:1706.03762");
  EXPECT_EQ(check("[![badge](b.svg)](https://arxiv.org/abs/1706.03762)"), "url arxiv:1706.03762");
  EXPECT_EQ(check("[a](https://example.com)"), "");
}

TEST(Link, MayLeadToWhatIsDefinedBelow) {
  EXPECT_EQ(check("[Title][1] and [Other][]\n\n[1]: https://arxiv.org/abs/1706.03762 \"x\"\n"
                  "[other]: <b.md>\n"),
            "url arxiv:1706.03762; link b.md; url arxiv:1706.03762");
  EXPECT_EQ(check("a[i][j] and [x][y]\n"), "");
}

TEST(Link, MayBeWrittenCarelessly) {
  EXPECT_EQ(check("[Title] (https://arxiv.org/abs/1706.03762)"), "url arxiv:1706.03762");
  EXPECT_EQ(check("[Title](arxiv.org/abs/1706.03762)"), "url arxiv:1706.03762");
  EXPECT_EQ(check("see arxiv.org/abs/1706.03762v2, and doi.org/10.1145/3442188.3445922"),
            "url arxiv:1706.03762; url doi:10.1145/3442188.3445922");
  EXPECT_EQ(check("[a] (b)"), "");
}

TEST(Url, CarriesAnIdentifierWhereverItStands) {
  EXPECT_EQ(check("(https://arxiv.org/abs/1706.03762)."), "url arxiv:1706.03762");
  EXPECT_EQ(check("論文はhttps://arxiv.org/abs/1706.03762。次"), "url arxiv:1706.03762");
  EXPECT_EQ(check("<https://arxiv.org/abs/1706.03762>"), "url arxiv:1706.03762");
  EXPECT_EQ(check("arXiv:1706.03762 and ArXiv: 1412.6980v9, doi:10.1145/3442188.3445922"),
            "url arxiv:1706.03762; url arxiv:1412.6980; url doi:10.1145/3442188.3445922");
  EXPECT_EQ(check("`arXiv:1706.03762`"), "");
  EXPECT_EQ(check("xhttps://arxiv.org/abs/1706.03762"), "");
}

TEST(References, KeepTheirPlacesAfterCrLfAndAByteOrderMark) {
  EXPECT_EQ(check("\xEF\xBB\xBF[[a]]\r\n🙂 [b](c.md)\r\r\n- arXiv:1706.03762"),
            "wiki a; link c.md; url arxiv:1706.03762");
}

TEST(Masks, HideCodeMathHtmlAndEscapes) {
  EXPECT_EQ(masks("a `b #c` d"), "|`b #c`");
  EXPECT_EQ(masks("a ``b ` c`` d ` e"), "|``b ` c``");
  EXPECT_EQ(masks("$x_#$ and $$y #z$$"), "|$x_#$|$$y #z$$");
  EXPECT_EQ(masks("a \\# b"), "|\\#");
  EXPECT_EQ(masks("<a href=\"x>#y\" b=c d>e</a> <br/>"), "|<a href=\"x>#y\" b=c d>e</a>|<br/>");
  EXPECT_EQ(masks("a <!-- #b > c --> d"), "|<!-- #b > c -->");
  EXPECT_EQ(masks("{{ #x }} # H {#id}"), "|{{ #x }}|{#id}");
}

TEST(Masks, HideNoProse) {
  for (std::string_view text : {"costs $5 and $6", "$ a $", "a < b #c > d", "x <y, #z> w",
                                "i <3 you", "{a} {{b", "a ` b", "5$", "<a b=\"", "{#x\ny}"})
    EXPECT_EQ(masks(text), "") << text;
}

// Every one of these takes minutes when the time grows with the square of the size.
TEST(Masks, AreFoundInTimeThatGrowsWithTheText) {
  for (std::string_view unit :
       {"[", "](((", "[[", "{{", "<a ", "<!--", "`", "``a", "$a ", "$$a ", "[a](", "doi:10.",
        "doi:10.48550/arxiv.", "<a b=\"", "\\", "{#", "[x](<"}) {
    std::string text;
    while (text.size() < 100000) text += unit;
    check(text);
  }
}

TEST(InlineCitation, IsWhatPandocReads) {
  EXPECT_EQ(check("as [@kingma2015] showed"), "cite citekey:kingma2015");
  EXPECT_EQ(check("[see @Adam:2015, pp. 3-4; -@bert_b]"),
            "cite citekey:Adam:2015; cite citekey:bert_b");
  EXPECT_EQ(check("@vaswani17 says. And @he.2016."),
            "cite citekey:vaswani17; cite citekey:he.2016");
}

TEST(InlineCitation, IsNotEveryAtSign) {
  for (const char* text : {"me@example2.org", "ask @someone", "`@key2020`", "[a@b2](x.md)",
                           "https://x.org/@user1", "@@key1", "@", "[@]", "@-x1", "\\@key2020"})
    EXPECT_EQ(check(text).find("cite"), std::string::npos) << text;
}

}  // namespace
