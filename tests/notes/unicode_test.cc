#include "notes/unicode.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>

namespace {

using namespace notes;

TEST(Fold, IgnoresCaseWidthLigaturesAndWhatCannotBeSeen) {
  EXPECT_EQ(fold("FlashAttention"), "flashattention");
  EXPECT_EQ(fold("ＦｌａｓｈＡｔｔｅｎｔｉｏｎ"), "flashattention");
  EXPECT_EQ(fold("eﬃcient ﬁne"), "efficient fine");
  EXPECT_EQ(fold("zero\u200Bwidth\u00AD\uFEFF"), "zerowidth");
  EXPECT_EQ(fold("ﾃﾞｰﾀ"), "データ");
  EXPECT_EQ(fold("Lo\u0308we"), "löwe");
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_NE(fold("Löwe"), fold("Lowe"));
  EXPECT_EQ(fold(std::string_view("A\0B", 3)), std::string("a\0b", 3));
}

TEST(Fold, RepairsWhatIsNotUtf8) {
  EXPECT_EQ(fold("A\xFF"), "a\uFFFD");
  EXPECT_EQ(fold("\xED\xA0\x80 Ａ"), "\uFFFD\uFFFD\uFFFD a");
}

TEST(Fold, OfAFoldIsTheFold) {
  for (char32_t c = 0; c < 0xE1000; ++c) {
    if (c == 0x20000) c = 0x2F800;  // what lies between folds to itself or is not assigned
    if (c == 0x30000) c = 0xE0000;
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(fold(fold(text)), fold(text)) << std::hex << static_cast<uint32_t>(c);
  }
}

TEST(Fold, OfAFoldIsTheFoldForAnyMixture) {
  std::minstd_rand random(1);
  constexpr std::pair<char32_t, char32_t> kBlocks[] = {
      {0x20, 0x7E},     {0xA0, 0x24F},    {0x300, 0x36F},   {0x370, 0x3FF},   {0x1100, 0x11FF},
      {0x1F00, 0x1FFF}, {0x2000, 0x206F}, {0x3040, 0x30FF}, {0x3130, 0x318F}, {0xAC00, 0xAC80},
      {0xFF00, 0xFFEF}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}, {0x345, 0x345},   {0x1D400, 0x1D4FF}};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 6; ++i) {
      auto [first, last] = kBlocks[random() % std::size(kBlocks)];
      append_utf8(text, static_cast<char32_t>(first + random() % (last - first + 1)));
    }
    ASSERT_EQ(fold(fold(text)), fold(text)) << text;
    ASSERT_EQ(nfc(nfc(text)), nfc(text)) << text;
    ASSERT_EQ(fold_case(fold_case(text)), fold_case(text)) << text;
  }
}

TEST(FoldCase, KeepsWhatOnlyLooksAlike) {
  EXPECT_EQ(fold_case("Ｌo\u0308WE ﬃ"), "ｌöwe ffi");
  EXPECT_EQ(fold_case("①"), "①");
}

// What follows has it folded by the tables, whatever it is.
void check_with_tables(std::string (*folded)(std::string_view)) {
  for (char32_t c = 0; c < 0x20000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(folded(text) + "ω", folded(text + "Ω")) << std::hex << static_cast<uint32_t>(c);
  }
}

TEST(Fold, IsTheSameWithTheTablesAndWithout) { check_with_tables(fold); }
TEST(FoldCase, IsTheSameWithTheTablesAndWithout) { check_with_tables(fold_case); }

TEST(AppendUtf8, WritesWhatIsReadAgain) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(character_at(text, 0).code, c) << std::hex << static_cast<uint32_t>(c);
    ASSERT_EQ(character_at(text, 0).size, text.size());
    ASSERT_EQ(valid_utf8(text), text);
  }
}

TEST(Nfc, ComposesAndChangesNothingElse) {
  EXPECT_EQ(nfc("Lo\u0308we Ａ ﬁ"), "Löwe Ａ ﬁ");
  EXPECT_EQ(nfc("か\u3099"), "が");
}

TEST(ValidUtf8, ReplacesEveryMaximalBadPart) {
  auto check = [](std::string bytes, std::string_view expected) {
    EXPECT_EQ(valid_utf8(std::move(bytes)), expected);
  };
  check("", "");
  check("日本語 🙂 ok", "日本語 🙂 ok");
  check("a\xFF\xFE z", "a\uFFFD\uFFFD z");
  check("\xE3\x81", "\uFFFD");
  check("\xE3\x81 a", "\uFFFD a");
  check("\xF0\x9F\x99\xE3\x81\x82", "\uFFFDあ");
  check("\xC0\xAF", "\uFFFD\uFFFD");
  check("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD");
  check("\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD");
  check("\x80 a", "\uFFFD a");
  // The example of the Unicode standard, table 3-8.
  check("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
        "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
}

TEST(ValidUtf8, GivesTheSameWhenReadForwardsAndBackwards) {
  std::minstd_rand random(2);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes;
    for (size_t i = random() % 12; i > 0; --i)
      bytes += "a\x80\xBF\xC2\xE3\x81\x82\xF0\x9F\x99\xED\xFF"[random() % 12];
    std::string good = valid_utf8(bytes);
    ASSERT_EQ(valid_utf8(good), good);
    std::u32string forwards, backwards;
    for (size_t at = 0; at < good.size();) {
      Character c = character_at(good, at);
      forwards += c.code;
      at += c.size;
    }
    for (size_t at = good.size(); at > 0;) {
      Character c = character_before(good, at);
      backwards.insert(backwards.begin(), c.code);
      at -= c.size;
    }
    ASSERT_EQ(forwards, backwards);
    // Bytes that are bad never stop a scan.
    for (size_t at = 0; at < bytes.size();) {
      Character c = character_at(bytes, at);
      ASSERT_GE(c.size, 1u);
      ASSERT_LE(at += c.size, bytes.size());
    }
  }
}

// Short text is read one by one, long text many bytes at once; what a character separates is read
// as if it stood alone.
TEST(ValidUtf8, GivesTheSameInLongTextAndInShort) {
  const std::string parts[] = {"a",
                               "é",
                               "あ",
                               "한",
                               "ह",
                               "🙂",
                               "\xC0",
                               "\xED\xA0",
                               "\xF4\x90",
                               "\xE3\x81",
                               "\x80",
                               "\xF5",
                               "\xE0\x9F",
                               "\xF0\x8F",
                               "\xED\x9F\xBF",
                               "\xF4\x8F\xBF\xBF",
                               "\xE0\xA0\x80",
                               "\xC1\x80"};
  std::minstd_rand random(5);
  for (int round = 0; round < 5000; ++round) {
    const size_t known = round % 2 == 0 ? std::size(parts) : 6;  // all good, or not
    std::string whole, expected;
    for (size_t i = random() % 30; i > 0; --i) {
      std::string part;
      for (size_t k = random() % 4; k > 0; --k) part += parts[random() % known];
      const std::string_view between = random() % 2 == 0 ? "か" : " ";
      ASSERT_LT(part.size(), 16u);
      (whole += part) += between;
      (expected += valid_utf8(part)) += between;
    }
    ASSERT_EQ(valid_utf8(whole), expected);
  }
}

TEST(Character, EndsAtTheEnds) {
  EXPECT_EQ(character_at("a", 1).size, 0u);
  EXPECT_EQ(character_at("a", 99).size, 0u);
  EXPECT_EQ(character_before("a", 0).size, 0u);
  EXPECT_EQ(character_before("a", 99).code, U'a');
  EXPECT_EQ(character_at("あ", 1).code, 0xFFFDu);
  EXPECT_EQ(character_before("あ", 2).size, 1u);
}

TEST(AppendUtf8, NeverWritesWhatIsNotUtf8) {
  std::string out;
  for (char32_t c :
       {U'a', U'あ', U'🙂', char32_t{0xD800}, char32_t{0x110000}, char32_t{0xFFFFFFFF}})
    append_utf8(out, c);
  EXPECT_EQ(out, "aあ🙂\uFFFD\uFFFD\uFFFD");
}

using Class = bool (*)(char32_t);
void all(Class is, std::u32string_view characters) {
  for (char32_t c : characters) EXPECT_TRUE(is(c)) << "U+" << std::hex << uint32_t{c};
}
void none(Class is, std::u32string_view characters) {
  for (char32_t c : characters) EXPECT_FALSE(is(c)) << "U+" << std::hex << uint32_t{c};
}

TEST(Classes, AreWhatScanningNeeds) {
  all(is_letter, U"aZéあー漢々〇한ㄅϖяก\u0301");
  none(is_letter, U"0 #-_、。🙂\uFE0F\u200D+");
  all(is_digit, U"09０٣");
  none(is_digit, U"a²Ⅱ①");
  all(is_space, U" \t\n\r\v\f\u0085\u00A0\u2003\u2028\u3000");
  none(is_space, U"a_\u200B\u0000");
  all(is_upper, U"AÖЯＡ");
  none(is_upper, U"aö1あ");
  all(is_cjk, U"漢かカー々ｶ한ᄀㄅ𠮷");
  none(is_cjk, U"aＡ、・é🙂\u3000");
  all(is_cjk_punctuation, U"、。「」（）：！？・…【】＃～｡");
  none(is_cjk_punctuation, U"aＡ.,あー\u3000０");
  all(is_emoji, U"🙂🔥⭐✅🇯🏽\uFE0F");
  none(is_emoji, U"a1#*©™→あ〇");
}

TEST(Classes, TakeAnyNumber) {
  for (Class is : {is_letter, is_digit, is_space, is_upper, is_cjk, is_cjk_punctuation, is_emoji})
    none(is, std::u32string{0xD800, 0x110000, 0x7FFFFFFF, 0xFFFFFFFF});
}

TEST(Trim, TakesSpaceOfAnyScriptFromBothEnds) {
  EXPECT_EQ(trim("\u3000\t a b\u00A0\r\n"), "a b");
  EXPECT_EQ(trim(" \u3000"), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("あ"), "あ");
}

// What needs no table takes a short cut; a ligature sends the same text the long way.
TEST(Fold, IsTheSameWithAndWithoutTables) {
  const auto check = [](const std::string& text) {
    EXPECT_EQ(fold(text) + "fi", fold(text + "\uFB01")) << text;
  };
  std::string run;
  for (char32_t c = 0xA0; c < 0x1F700; c += c == 0xD7A3 ? 0x2000 : c == 0x10000 ? 0xF300 : 1) {
    std::string text = "aB";
    append_utf8(text, c);
    check(text);
    // Kana, hangul and their marks compose with what is beside them.
    constexpr std::pair<uint32_t, uint32_t> kBlocks[] = {
        {0, 0x80}, {0x3040, 0x100}, {0x3040, 0x100}, {0xA0, 0x60}, {0x2010, 0x20}, {0x300, 0x70}};
    const auto [first, size] = kBlocks[c % (c % 4 == 0 ? 6 : 5)];
    append_utf8(run, first + (c * 2654435761u >> 8) % size);
    if (c % 8 != 0) continue;
    check(run);
    run.clear();
  }
}

}  // namespace
