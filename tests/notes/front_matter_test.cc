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
  EXPECT_EQ(check("---\n\ttitle: a: b\nx: y\n---\n"), "x=y");
  EXPECT_EQ(check("---\ntitle: \"never closed\nyear: 1\n---\n"), "title=\"never closed year=1");
  EXPECT_EQ(check("---\ntitle: {{title}}\nyear: <% y %>\n---\n"), "title= year=<% y %>");
}

TEST(FrontMatter, ReadsToml) {
  EXPECT_EQ(check("+++\ntitle = \"A = b\"\n[taxonomies]\ntags = [\"x\", \"y z\"]\n+++\n"),
            "title=A = b tags=[x|y z]");
  EXPECT_EQ(check("+++\ntags = [\n  \"x\",\n  \"y, z\",\n]\nyear = 1\n+++\n"),
            "tags=[x|y, z] year=1");
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
