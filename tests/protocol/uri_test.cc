#include "protocol/uri.h"

#include <gtest/gtest.h>

#include <random>

namespace protocol {
namespace {

TEST(Uri, GivesThePathOfAFile) {
  EXPECT_EQ(path_of_uri("file:///notes/a.md"), "/notes/a.md");
  EXPECT_EQ(path_of_uri("file:///n%20o/%E6%97%A5%E6%9C%AC.md"), "/n o/日本.md");
  EXPECT_EQ(path_of_uri("file:///日本 語.md"), "/日本 語.md");
  EXPECT_EQ(path_of_uri("file:///a%23b%3Fc%5Bd%5D%25.md"), "/a#b?c[d]%.md");
  EXPECT_EQ(path_of_uri("file:///a[b].md"), "/a[b].md");
  EXPECT_EQ(path_of_uri("FILE://LocalHost/a.md"), "/a.md");
  EXPECT_EQ(path_of_uri("file:/a.md"), "/a.md");
  EXPECT_EQ(path_of_uri("file:///c%3A/a.md"), "/c:/a.md");
  EXPECT_EQ(path_of_uri("file:///a.md#L3"), "/a.md");
  EXPECT_EQ(path_of_uri("file:///a.md?x=1"), "/a.md");
}

TEST(Uri, TakesBrokenEscapesLiterally) {
  EXPECT_EQ(path_of_uri("file:///100%.md"), "/100%.md");
  EXPECT_EQ(path_of_uri("file:///%zz%4"), "/%zz%4");
  EXPECT_EQ(path_of_uri("file:///%"), "/%");
}

TEST(Uri, HasNoPathForWhatIsNoFileHere) {
  for (const char* uri : {"untitled:Untitled-1", "vscode-notebook-cell:/a.md#x", "git:/a.md?{}",
                          "file://server/share/a.md", "file:a.md", "file:", "file://", "", "/a.md",
                          "file:///a%00b", "http://x/a.md"}) {
    EXPECT_EQ(path_of_uri(uri), std::nullopt) << uri;
  }
}

TEST(Uri, SpellsPathsAsUris) {
  EXPECT_EQ(uri_of_path("/notes/a.md"), "file:///notes/a.md");
  EXPECT_EQ(uri_of_path("/a b/#?[%]日.md"), "file:///a%20b/%23%3F%5B%25%5D%E6%97%A5.md");
  EXPECT_EQ(uri_of_path("C:/a.md"), "file:///C%3A/a.md");
}

TEST(Uri, NormalisesSpellingsOfOneFile) {
  const auto same = [](std::string_view a, std::string_view b) {
    EXPECT_EQ(normalise_uri(a), normalise_uri(b));
  };
  same("file:///a%20b/%e6%97%a5.md", "file:///a b/%E6%97%A5.md");
  same("file://localhost/a.md", "file:///a.md");
  same("file:/a.md", "File:///a.md");
  same("file:///c%3A/a.md", "file:///C:/a.md");
  same("file:///a%2Eb", "file:///a.b");
}

TEST(Uri, KeepsDifferentFilesDifferent) {
  EXPECT_NE(normalise_uri("file:///a.md"), normalise_uri("file:///A.md"));
  EXPECT_NE(normalise_uri("file:///a%2520b"), normalise_uri("file:///a%20b"));
  EXPECT_NE(normalise_uri("file://server/a.md"), normalise_uri("file:///a.md"));
}

TEST(Uri, KeepsOtherUrisAsTheyAre) {
  for (const char* uri : {"untitled:Untitled-1", "vscode-notebook-cell:/a%20b.md#x", "git:/a?{}",
                          "file://server/s%20/a.md", ""}) {
    EXPECT_EQ(normalise_uri(uri), uri);
  }
}

TEST(Uri, ReturnsEveryPathUnharmed) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    std::string path = "/";
    for (std::size_t left = random() % 20; left > 0; --left) {
      path += static_cast<char>(1 + random() % 255);
    }
    const std::string uri = uri_of_path(path);
    ASSERT_EQ(path_of_uri(uri), path) << uri;
    ASSERT_EQ(normalise_uri(normalise_uri(uri)), normalise_uri(uri)) << uri;
  }
}

}  // namespace
}  // namespace protocol
