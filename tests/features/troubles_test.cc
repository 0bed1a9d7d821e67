// What a person can put right in how a note is written, and silence about the rest.
#include "features/troubles.h"

#include <gtest/gtest.h>

namespace {

using features::Severity;

// One line for each finding: `line: text under the mark: code`, with `?` for a hint.
void check(const std::string& text, const std::vector<std::string>& want) {
  const auto note = notes::Note::parse("/vault/a.md", notes::Text(text));
  std::vector<std::string> got;
  for (const features::Diagnostic& found : features::troubles_in(*note)) {
    EXPECT_FALSE(found.message.empty());
    got.push_back(std::to_string(note->text().line_of(found.range.begin) + 1) + ": " +
                  std::string(note->text().slice(found.range)) + ": " + found.code +
                  (found.severity == Severity::kHint ? "?" : ""));
  }
  EXPECT_EQ(got, want) << text;
}

TEST(Troubles, FrontMatterThatCannotBeRead) {
  check("---\ntitle: A: b\nyear: 2015\n---\ntext\n", {"2: title: A: b: front-matter"});
  check("\uFEFF---\r\nx: [1\r\ny: 2\r\n---\r\ntext\r\n", {"3: y: 2: front-matter"});
  check("+++\ntitle = A\n+++\ntext\n", {"2: title = A: front-matter"});
  check("---\ntitle: A\ntitle: B\n---\n", {"3: title: front-matter-duplicate-key?"});
}

TEST(Troubles, FrontMatterThatNeverEnds) {
  check("---\ntitle: A\ntags:\n  - x\n- y\n\n# A\ntext\n", {"1: ---: front-matter-unclosed"});
  check("+++\ntitle = 'A'\n[taxonomies]\ntags = []\n", {"1: +++: front-matter-unclosed"});
}

TEST(Troubles, ARuleOnTheFirstLineIsNone) {
  for (const char* text :
       {"---\n", "---", "---\n\n# Title\n", "---\nprose\n", "---\nNote: prose that\nruns on\n",
        "---\nTwo words: prose\n", "---\n- item: x\n", "+++\nx\n", "", "\n---\ntitle: x\n",
        "---\nhttp://x.org/a:b\n"})
    check(text, {});
}

TEST(Troubles, CodeThatNeverEnds) {
  check("# A\n```cpp\nint x;\n\n# B\n", {"2: ```cpp: code-unclosed?"});
  check("~~~~\n~~~\n```\n", {"1: ~~~~: code-unclosed?"});
  check("```\na\n```\n````\nb\n```\nc\n", {"4: ````: code-unclosed?"});
  for (const char* text :
       {"```\na\n```\n", "    ```\n    a\n", "> ```\n> a\n\nafter\n", "- ```\n  a\n\nafter\n",
        "- ```\n  a\n- b\n", "```\na\n```\n\n    code\n", "```a`\nb\nc\n"})
    check(text, {});
  check("text\n\n```\n", {});
}

TEST(Troubles, CommentsThatNeverEnd) {
  check("a\n\n<!-- draft\n\n# B\n\nc\n", {"3: <!-- draft: comment-unclosed?"});
  for (const char* text : {"<!-- a -->\nb\n", "<!--\na\n\nb\n-->\nc\n", "a <!-- b\nc\n",
                           "<div>\n<!-- a -->\n</div>\n\nb\n", "<!-- a --> <!-- b\n\nc\n"})
    check(text, {});
}

TEST(Troubles, SilenceWhereNobodyCanAct) {
  for (const char* text : {"---\ntitle: {{title}}: x\n---\n", "$$\nx\n\n\n# A\n", "\xFF\xFE",
                           "---\ntitle: <% tp.title %>: y\n---\n", "[[open\n", "|a|\n|--|\n"})
    check(text, {});
}

TEST(Troubles, RecordsOfBibtexThatMakeNoSense) {
  const auto note = notes::Note::parse("/vault/a.bib", notes::Text("@a{k, title {x}}\n@b{l}\n# h"));
  const auto found = features::troubles_in(*note);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message, "This record was passed over: a field has no value");
}

}  // namespace
