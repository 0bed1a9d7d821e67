#include "protocol/json_text.h"

#include <gtest/gtest.h>

namespace protocol {
namespace {

// What `text` reads as, written out again.
std::string check(std::string_view text) {
  const auto json = parse_json(text);
  return json ? dump(*json) : "nothing";
}

TEST(JsonText, ReadsJson) {
  EXPECT_EQ(check(R"({"a":[1,"日本",null]})"), R"({"a":[1,"日本",null]})");
  EXPECT_EQ(check(""), "nothing");
  EXPECT_EQ(check("{"), "nothing");
  EXPECT_EQ(check("{} {}"), "nothing");
}

TEST(JsonText, ReplacesHalfSurrogatePairs) {
  EXPECT_EQ(check(R"("a\ud83db")"),
            "\"a\xEF\xBF\xBD"
            "b\"");
  EXPECT_EQ(check(R"("\uDE00")"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(check(R"("\ud83d\ud83d\ude00")"), "\"\xEF\xBF\xBD😀\"");
  EXPECT_EQ(check(R"("\\ud83d \ud83d")"), "\"\\\\ud83d \xEF\xBF\xBD\"");
  EXPECT_EQ(check(R"("\ud83d\n")"), "\"\xEF\xBF\xBD\\n\"");
}

TEST(JsonText, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(check("\"a\xFF\xC0\x80z\""), "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\"");
  EXPECT_EQ(check("\"\xED\xA0\xBD\""), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(check("\"\xFF 日\xF0\x9F\x98\x80\""), "\"\xEF\xBF\xBD 日😀\"");
  EXPECT_EQ(check("\"\xE6\""), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(
      check("\"\xF4\x90\x80\x80\xE0\x80\x80\""), "\"" + [] {
        std::string seven;
        for (int i = 0; i < 7; ++i) seven += "\xEF\xBF\xBD";
        return seven;
      }() + "\"");
}

TEST(JsonText, WritesBytesThatAreNotUtf8) { EXPECT_EQ(dump(Json("\xFF")), "\"\xEF\xBF\xBD\""); }

TEST(JsonText, QuotesAsItDumps) {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  for (const std::string& text : {std::string(), all, std::string("a\"\\ 日本 😀"),
                                  std::string("\xFF"), std::string("x\xE6")}) {
    std::string quoted;
    append_quoted(quoted, text);
    EXPECT_EQ(quoted, dump(Json(text)));
  }
}

TEST(JsonText, RefusesDepthThatWouldOverflowTheStack) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(check(nested(kMaxDepth)), nested(kMaxDepth));
  EXPECT_EQ(check(nested(kMaxDepth + 1)), "nothing");
  EXPECT_EQ(check(nested(100000)), "nothing");
  EXPECT_TRUE(parse_any_json(nested(1000000)).has_value());
  const std::string quoted = "\"\\\"" + std::string(1000, '[') + "\"";
  EXPECT_EQ(check(quoted), quoted);
  std::string wide = "[";
  for (int i = 0; i < 1000; ++i) wide += "[],";
  EXPECT_NE(check(wide + "{}]"), "nothing");
}

}  // namespace
}  // namespace protocol
