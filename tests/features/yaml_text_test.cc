#include "features/yaml_text.h"

#include <gtest/gtest.h>

namespace {

TEST(YamlText, QuotesWhatWouldBeReadOtherwise) {
  using features::yaml_scalar;
  for (const char* plain : {"NLP", "Two Words", "C++", "深層学習", "a/b", "it's"})
    EXPECT_EQ(yaml_scalar(plain), plain);
  for (const char* odd :
       {"a: b", "a #b",       "#a",  "a, b", "[x]", "{x}", "yes", "No", "null", "2017",
        "1.5",  "2024-01-02", "- x", "",     " x",  "@a",  "x:",  "*x", "&x",   "\"x"})
    EXPECT_EQ(yaml_scalar(odd).front(), '"') << odd;
  EXPECT_EQ(yaml_scalar("say \"a: b\" \\"), R"("say \"a: b\" \\")");
}

TEST(YamlText, TomlIsAlwaysQuoted) {
  EXPECT_EQ(features::toml_string("a \"b\"\n"), R"("a \"b\" ")");
}

}  // namespace
