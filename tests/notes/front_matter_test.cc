// Fields before the text.
#include "notes/front_matter.h"

#include <gtest/gtest.h>

#include "notes/lines.h"

namespace {

using namespace notes;

// `key=value` or `key=[a|b]` for each field; a value whose range does not hold its text is marked
// by `~`.
std::string check(std::string_view text) {
  std::string out;
  for (const FrontMatterField& field : read_front_matter(text).fields) {
    EXPECT_LE(field.range.end, text.size());
    EXPECT_TRUE(field.range.covers(field.key_range)) << field.key;
    out += (out.empty() ? "" : " ") + field.key + "=" + (field.is_list ? "[" : "");
    for (size_t i = 0; i < field.values.size(); ++i) {
      const FrontMatterValue& value = field.values[i];
      out += (i > 0 ? "|" : "") + value.text;
      if (view(text, value.range) != value.text) out += "~";
    }
    if (field.is_list) out += "]";
  }
  return out;
}

TEST(FrontMatter, ReadsScalarsAndLists) {
  EXPECT_EQ(check("---\ntitle: Adam\nyear: 2015\n---\n"), "title=Adam year=2015");
  EXPECT_EQ(check("---\ntags: [a, b c, \"d, e\"]\n---\n"), "tags=[a|b c|d, e]");
  EXPECT_EQ(check("---\ntags:\n  - a\n  - 'b c'\n- d\n---\n"), "tags=[a|b c|d]");
  EXPECT_EQ(check("---\nDate Read: x\nARXIV-ID: 1412.6980\n---\n"),
            "date_read=x arxiv_id=1412.6980");
  EXPECT_EQ(check("---\nempty:\nother: ''\n---\n"), "empty= other=");
}

TEST(FrontMatter, ReadsBlockScalarsWithoutARangeOfTheirOwn) {
  EXPECT_EQ(check("---\nabstract: >-\n  one\n  two\nyear: 1\n---\n"), "abstract=one two~ year=1");
  EXPECT_EQ(check("---\nabstract: |\n  one\n  two\n---\n"), "abstract=one\ntwo\n~");
}

TEST(FrontMatter, ReadsPeopleAndLinksInLists) {
  EXPECT_EQ(check("---\nauthors:\n  - name: Ada\n  - {name: Bo}\n---\n"), "authors=[Ada|Bo]");
  EXPECT_EQ(check("---\ntopics: [[[x]], \"[[y]]\"]\n---\n"), "topics=[x|[[y]]]");
}

TEST(FrontMatter, KeepsAColonInATitle) {
  EXPECT_EQ(check("---\ntitle: BERT: Pre-training\ntags: [a, \"b, c\"]\n---\n"),
            "title=BERT: Pre-training tags=[a|b, c]");
}

TEST(FrontMatter, ReadsBrokenYamlLineByLine) {
  EXPECT_EQ(check("---\ntitle: a: b\ntags:\n- x\n- 'y z'\n---\n"), "title=a: b tags=[x|y z]");
  EXPECT_EQ(check("---\ntitle: a: b\nabstract: >-\n  one\n  two\nyear: 1\n---\n"),
            "title=a: b abstract=one two~ year=1");
  EXPECT_EQ(check("---\n\ttitle: a: b\nx: y\n---\n"), "title=a: b x=y");
  EXPECT_EQ(check("---\ntitle: \"never closed\nyear: 1\n---\n"), "title=\"never closed year=1");
  EXPECT_EQ(check("---\ntitle: {{title}}\nyear: <% y %>\n---\n"), "title= year=<% y %>");
}

TEST(FrontMatter, ReadsToml) {
  EXPECT_EQ(check("+++\ntitle = \"A = b\"\n[taxonomies]\ntags = [\"x\", \"y z\"]\n+++\n"),
            "title=A = b tags=[x|y z]");
  EXPECT_EQ(check("+++\ntags = [\n  \"x\",\n  'y, z', # why\n]\nyear = 1\n+++\n"),
            "tags=[x|y, z] year=1");
  EXPECT_EQ(check("+++\ndate = 2024-05-06T07:08:09Z\ndraft = true\nn = 1.5\n+++\n"),
            "date=2024-05-06T07:08:09Z draft=true n=1.5");
  EXPECT_EQ(
      check("+++\r\ntitle = '注意 🙂'\r\n[extra]\r\n  authors = [{name = '山田'}, \"B\"]\r\n"
            "  taxonomies.tags = []\r\n+++\r\n"),
      "title=注意 🙂 authors=[山田|B] tags=[]");
  EXPECT_EQ(check("\xEF\xBB\xBF+++\na = 1 # b\n\"c d\" = 2\n+++\n"), "a=1 c_d=2");
}

TEST(FrontMatter, ReadsTomlStringsOfSeveralLinesAndWithEscapes) {
  EXPECT_EQ(check("+++\nabstract = \"\"\"\none\ntwo\"\"\"\ny = 1\n+++\n"), "abstract=one\ntwo y=1");
  EXPECT_EQ(check("+++\na = \"b\\tc\"\nd = ''\n+++\n"), "a=b\tc~ d=");
}

TEST(FrontMatter, ReadsBrokenTomlLineByLine) {
  EXPECT_EQ(check("+++\ntitle = A: b = c\n[taxonomies]\n  tags = [\"x\", \"y\"]\n+++\n"),
            "title=A: b = c tags=[x|y]");
  EXPECT_EQ(check("+++\ntitle = \"open\nyear = 1\n+++\n"), "title=\"open year=1");
  EXPECT_EQ(check("+++\ntitle = \"a\"\ntitle = \"b\"\n+++\n"), "title=a title=b");
}

// `line: why` for each trouble.
std::string troubles(std::string_view text) {
  std::string out;
  for (const FrontMatterTrouble& trouble : read_front_matter(text).troubles) {
    EXPECT_LE(trouble.range.end, text.size());
    const bool twice = trouble.kind == FrontMatterTrouble::Kind::kDuplicateKey;
    out += "<" + std::string(view(text, trouble.range)) + ">" + (twice ? " twice" : "");
  }
  return out;
}

TEST(FrontMatter, SaysWhatCouldBePutRight) {
  EXPECT_EQ(troubles("---\ntitle: a: b\nyear: 1\n---\n"), "<title: a: b>");
  EXPECT_EQ(troubles("---\ntitle: a\nx: [1\nyear: 1\n---\n"), "<year: 1>");
  EXPECT_EQ(troubles("---\na: 1\n\tb: 2\n---\n"), "<b: 2>");
  EXPECT_EQ(troubles("---\ntitle: a\nTitle: b\n---\n"), "<Title> twice");
  EXPECT_EQ(troubles("---\ntitle: x: {{title}}\n---\n"), "");
  EXPECT_EQ(troubles("---\n# nothing\n---\n"), "");
  EXPECT_EQ(troubles("---\ntitle:a\n---\n"), "<title:a>");
  EXPECT_EQ(troubles("+++\na = 1\nb = c\n+++\n"), "<b = c>");
  EXPECT_EQ(troubles("---\ntitle: a\ntags: [x]\n---\n"), "");
}

TEST(FrontMatter, TakesTheFirstOfDuplicateKeys) {
  const FrontMatter fields = read_front_matter("---\ntitle: a\ntitle: b\n---\n");
  EXPECT_EQ(fields.text_of({"title"}), "a");
}

TEST(FrontMatter, KnowsWhereThingsAreAfterWideCharactersAndCrLf) {
  EXPECT_EQ(check("\xEF\xBB\xBF---\r\ntitle: 注意 🙂\r\ntags: [日本, \"b\"]\r\n---\r\n"),
            "title=注意 🙂 tags=[日本|b]");
  EXPECT_EQ(check("---\n作者: 山田\n---\n"), "作者=山田");
}

TEST(FrontMatter, SurvivesAnything) {
  std::string nested(3000, '[');
  const std::vector<std::string> bodies{"[[[",
                                        "&a [*a]",
                                        "a: *b",
                                        "? x",
                                        "- a",
                                        "plain",
                                        "\uFFFE",
                                        "{{{{",
                                        "=: x",
                                        ": x",
                                        "[a",
                                        "a: " + nested,
                                        "%YAML 9.9",
                                        "a: !!x y",
                                        std::string("a: \0b", 5),
                                        std::string("\0\0\0a: b", 7)};
  for (const std::string& body : bodies) check("---\n" + body + "\n---\n");
}

TEST(FrontMatter, FindsNoFieldThatHasNoValue) {
  const FrontMatter fields = read_front_matter("---\ntags: []\ntitle: \" \"\nname: x\n---\n");
  EXPECT_EQ(fields.find("tags"), nullptr);
  EXPECT_EQ(fields.find("missing"), nullptr);
  EXPECT_EQ(fields.text_of({"title", "name"}), "x");
}

}  // namespace
