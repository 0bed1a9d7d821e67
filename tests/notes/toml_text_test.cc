#include "notes/toml_text.h"

#include <gtest/gtest.h>

namespace {

using notes::bare_character_in;
using notes::parse_toml;

TEST(TomlText, MayHaveAnyCharacterInStringsAndComments) {
  for (const std::string_view text :
       {"title = \"Łódź\" # 注\n'é' = 1\n", "\uFEFFa = '''\nŁ 'x' \n'''\n", "a = \"\\\"Ł\"\n",
        "a = \"\"\"\nŁ \\\"\"\" Ł\n\"\"\"\n", "a = \"\"\nb = ''\n", "a = \"\"\"\"Ł\"\"\"\"\n",
        ""}) {
    EXPECT_FALSE(bare_character_in(text)) << text;
    EXPECT_NO_THROW(parse_toml(text)) << text;
  }
}

TEST(TomlText, SaysWhereACharacterIsThatNeedsQuotes) {
  for (const std::string_view text :
       {"a = 1\ntitŁe = \"x\"\n", "a = 1\nbc  、\n", "\n[ \u0301x]\n"}) {
    try {
      parse_toml(text);
      FAIL() << text;
    } catch (const toml::parse_error& error) {
      EXPECT_EQ(error.source().begin.line, 2u) << text;
      EXPECT_GE(error.source().begin.column, 3u) << text;
    }
  }
}

}  // namespace
