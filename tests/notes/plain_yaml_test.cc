// Where the quick reader of YAML takes a text, it gives what the library gives.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "notes/front_matter_language.h"

namespace {

using namespace notes;

std::string show(const FrontMatter& front_matter) {
  std::string out;
  const auto range = [](Range r) {
    return "[" + std::to_string(r.begin) + "," + std::to_string(r.end) + ")";
  };
  for (const FrontMatterField& field : front_matter.fields) {
    out += field.key + range(field.key_range) + (field.is_list ? "*" : "");
    for (const FrontMatterValue& value : field.values)
      out += " <" + value.text + ">" + range(value.range);
    out += "\n";
  }
  return out;
}

// No fields when it cannot be read.
FrontMatter by_library(std::string_view text) {
  try {
    return read_yaml_fields(text);
  } catch (const FrontMatterError&) {
    return {};
  }
}

// The share of the texts that are plain.
double check(std::initializer_list<std::string_view> pieces, unsigned seed) {
  std::mt19937 random(seed);
  constexpr int kTexts = 4000;
  int taken = 0;
  for (int n = 0; n < kTexts; ++n) {
    std::string text;
    for (size_t left = 1 + random() % 12; left > 0; --left)
      text += pieces.begin()[random() % pieces.size()];
    const auto plain = plain_yaml(text);
    if (!plain) continue;
    ++taken;
    const std::string wanted = show(by_library(text));
    EXPECT_EQ(show(*plain), wanted) << text;
    if (show(*plain) != wanted) break;
  }
  return double(taken) / kTexts;
}

TEST(PlainYaml, IsWhatTheLibraryReads) {
  EXPECT_GT(check({"title: A Study\n", "tags: [a, \"b: c\", 'd']\n", "authors:\n  - Ann Bee\n",
                   "authors:\n- 'Ann'\n- \"Bee, C\"\n", "year: 2024\n", "date: 2024-01-02\n",
                   "url: https://a.b/c?d=1#e\n", "venue:\n", "doi: \"\"\n", "x: null\n", "\n",
                   "Key Words: []\n", "题目: 注意力 [a]\n", "a-b: (x) $y\n"},
                  1),
            0.95);
  EXPECT_GT(check({"a: b\n", "a", ": ", "\n", " ", "- ", "[", "]", ", ", "\"", "'", "x", "c:\n",
                   "論", "1", "~", ":"},
                  2),
            0.02);
  check({"k: ",
         "a",
         "\n",
         "  ",
         "- ",
         "[",
         "]",
         ",",
         "\"",
         "'",
         "#",
         "&",
         "*",
         "!",
         "|",
         ">",
         "%",
         "@",
         "`",
         "{",
         "}",
         "?",
         "<",
         "=",
         "\\",
         "null",
         "---",
         "...",
         "k:\n",
         "\t",
         "/",
         "(",
         "$",
         "+",
         "\xC2\x85",
         "\xEF\xBC\x8C",
         "\xF0\x9F\x99\x82"},
        3);
}

}  // namespace
