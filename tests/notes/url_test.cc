// Where URLs end, and what they are made of.
#include "notes/url.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace notes;

TEST(Url, EndsWhereTheSentenceGoesOn) {
  const auto end = [](std::string_view text) {
    return std::string(text.substr(0, url_end(text, 0)));
  };
  EXPECT_EQ(end("https://a.b/c). Next"), "https://a.b/c");
  EXPECT_EQ(end("https://a.b/c_(d)) e"), "https://a.b/c_(d)");
  EXPECT_EQ(end("https://a.b/c、次"), "https://a.b/c");
  EXPECT_EQ(end("https://a.b/c次"), "https://a.b/c");
  EXPECT_EQ(end("https://a.b/c?d=e&f#g, h"), "https://a.b/c?d=e&f#g");
  EXPECT_EQ(end("https://a.b/\"x"), "https://a.b/");
}

}  // namespace
