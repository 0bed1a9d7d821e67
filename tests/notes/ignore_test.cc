// The rules of gitignore(5), each as its documentation states it.
#include "notes/ignore.h"

#include <gtest/gtest.h>

#include "notes/disk.h"

namespace {

using notes::IgnoreRules;
using notes::MemoryDisk;
using notes::Reading;
using Names = std::vector<std::string>;

// Which of the paths the rules ignore, each alone; one that ends in `/` is a folder.
Names check(std::string_view rules, const Names& paths) {
  const IgnoreRules parsed(rules);
  Names out;
  for (const std::string& path : paths) {
    const bool folder = path.ends_with('/');
    if (parsed.decide(folder ? path.substr(0, path.size() - 1) : path, folder).value_or(false))
      out.push_back(path);
  }
  return out;
}

TEST(Ignore, ANameFitsAtAnyDepth) {
  EXPECT_EQ(check("a.md", {"a.md", "x/a.md", "x/y/a.md", "a.md/", "ba.md", "a.mdx"}),
            (Names{"a.md", "x/a.md", "x/y/a.md", "a.md/"}));
}

TEST(Ignore, ASlashBeforeOrWithinMeansTheWholePath) {
  EXPECT_EQ(check("/a", {"a", "x/a"}), Names{"a"});
  EXPECT_EQ(check("x/a", {"x/a", "y/x/a", "a"}), Names{"x/a"});
  EXPECT_EQ(check("doc/frotz/", {"doc/frotz/", "a/doc/frotz/", "doc/frotz"}), Names{"doc/frotz/"});
}

TEST(Ignore, ASlashBehindMeansFoldersOnly) {
  EXPECT_EQ(check("frotz/", {"frotz/", "a/frotz/", "frotz"}), (Names{"frotz/", "a/frotz/"}));
}

TEST(Ignore, AStarStopsAtASlash) {
  EXPECT_EQ(check("*.md", {"a.md", "x/b.md", ".md", "a.txt"}), (Names{"a.md", "x/b.md", ".md"}));
  EXPECT_EQ(check("foo/*", {"foo/test.json", "foo/bar/", "foo/bar/hello.c", "foo/"}),
            (Names{"foo/test.json", "foo/bar/"}));
  EXPECT_EQ(check("a*c*e", {"ace", "abcde", "a/c/e", "abd"}), (Names{"ace", "abcde"}));
  EXPECT_EQ(check("x/a?c", {"x/abc", "x/a/c", "x/ac"}), Names{"x/abc"});
}

TEST(Ignore, TwoStarsReachOverFolders) {
  EXPECT_EQ(check("**/foo", {"foo", "a/foo", "a/b/foo", "xfoo"}),
            (Names{"foo", "a/foo", "a/b/foo"}));
  EXPECT_EQ(check("**/foo/bar", {"foo/bar", "a/foo/bar", "foo/a/bar"}),
            (Names{"foo/bar", "a/foo/bar"}));
  EXPECT_EQ(check("abc/**", {"abc/x", "abc/x/y", "abc/", "x/abc/y"}), (Names{"abc/x", "abc/x/y"}));
  EXPECT_EQ(check("a/**/b", {"a/b", "a/x/b", "a/x/y/b", "ab", "a/xb"}),
            (Names{"a/b", "a/x/b", "a/x/y/b"}));
  EXPECT_EQ(check("a**b", {"ab", "axb", "a/b"}), (Names{"ab", "axb"}));
  EXPECT_EQ(check("x/a**b", {"x/ab", "x/axb", "x/a/b"}), (Names{"x/ab", "x/axb"}));
  EXPECT_EQ(check("/**", {"a", "a/b"}), (Names{"a", "a/b"}));
}

TEST(Ignore, SetsHoldRangesClassesAndTheirOpposites) {
  EXPECT_EQ(check("[a-c]x", {"ax", "cx", "dx"}), (Names{"ax", "cx"}));
  EXPECT_EQ(check("[!a-c]x", {"ax", "dx"}), Names{"dx"});
  EXPECT_EQ(check("[^a]x", {"ax", "dx"}), Names{"dx"});
  EXPECT_EQ(check("[]-]x", {"]x", "-x", "ax"}), (Names{"]x", "-x"}));
  EXPECT_EQ(check("[[:digit:]a]x", {"1x", "ax", "bx"}), (Names{"1x", "ax"}));
  EXPECT_EQ(check("[\\]]x", {"]x", "\\x"}), Names{"]x"});
  EXPECT_EQ(check("a[!b]c/d", {"axc/d", "a/c/d"}), Names{"axc/d"});
}

TEST(Ignore, TheLastThatFitsDecides) {
  EXPECT_EQ(check("*.md\n!keep.md\n", {"a.md", "keep.md", "x/keep.md"}), Names{"a.md"});
  EXPECT_EQ(check("!keep.md\n*.md\n", {"a.md", "keep.md"}), (Names{"a.md", "keep.md"}));
}

TEST(Ignore, CommentsBlanksAndBackslashes) {
  EXPECT_EQ(check("# a\n\n \n\\#b\r\n\\!c\nd  \ne\\ \n\\f\n",
                  {"a", "# a", "#b", "!c", "d", "d  ", "e ", "e", "f", " ", ""}),
            (Names{"#b", "!c", "d", "e ", "f"}));
}

TEST(Ignore, WhatIsBrokenFitsNothing) {
  EXPECT_EQ(check("[a\nb\\\n/\n!\n!/\n[]\n", {"[a", "a", "b\\", "b", "/", "", "!", "[]"}), Names{});
}

TEST(Ignore, ManyStarsTakeNoLongerThanFew) {
  std::string stars;
  for (int i = 0; i < 200; ++i) stars += "*a";
  const std::string path(4000, 'a');
  EXPECT_EQ(check(stars + "b\n" + stars, {path}), Names{path});
}

Names listed(const std::map<std::string, std::string>& files, const Reading& reading = {}) {
  MemoryDisk disk;
  for (const auto& [name, text] : files) disk.files["/v/" + name] = text;
  Names out;
  for (const std::string& path : disk.list("/v", reading)) out.push_back(path.substr(3));
  return out;
}

TEST(IgnoredPaths, NearerFilesAreStronger) {
  EXPECT_EQ(listed({{".gitignore", "draft*\n/out/\n"},
                    {"a.md", ""},
                    {"draft.md", ""},
                    {"out/b.md", ""},
                    {"x/.gitignore", "!draft2.md\n/c.md\n"},
                    {"x/c.md", ""},
                    {"x/y/c.md", ""},
                    {"x/draft1.md", ""},
                    {"x/draft2.md", ""},
                    {"x/out/d.md", ""}}),
            (Names{"a.md", "x/draft2.md", "x/out/d.md", "x/y/c.md"}));
}

TEST(IgnoredPaths, WhatIsInAnIgnoredFolderIsNotTakenBack) {
  EXPECT_EQ(listed({{".gitignore", "out/\n!out/a.md\n"}, {"out/a.md", ""}}), Names{});
  EXPECT_EQ(listed({{".gitignore", "out/*\n!out/a.md\n"}, {"out/a.md", ""}, {"out/b.md", ""}}),
            Names{"out/a.md"});
}

TEST(IgnoredPaths, SettingsAreStrongerThanAnyFile) {
  Reading reading;
  reading.ignored = IgnoreRules("!templates/\n!kept.md\nx/\n");
  EXPECT_EQ(listed({{".gitignore", "kept.md\nout.md\n!x/\n"},
                    {"kept.md", ""},
                    {"out.md", ""},
                    {"templates/a.md", ""},
                    {"x/b.md", ""}},
                   reading),
            (Names{"kept.md", "templates/a.md"}));
  reading = {};
  reading.gitignore = false;
  EXPECT_EQ(listed({{".gitignore", "*"}, {"a.md", ""}, {"Templates/a.md", ""}}, reading),
            Names{"a.md"});
}

TEST(IgnoredPaths, OtherSuffixesAreOtherNotes) {
  Reading reading;
  reading.suffixes = {".txt", ".md"};
  EXPECT_EQ(listed({{"a.TXT", ""}, {"b.md", ""}, {"c.markdown", ""}}, reading),
            (Names{"a.TXT", "b.md"}));
}

TEST(IgnoredPaths, AFileIsAskedWithAllFoldersAboveIt) {
  MemoryDisk disk;
  disk.files["/v/.gitignore"] = "out/\n";
  const Reading reading;
  notes::IgnoredPaths ignored(disk, "/v", reading);
  EXPECT_TRUE(ignored.ignores_file("/v/out/a/b.md"));
  EXPECT_TRUE(ignored.ignores_file("/v/.obsidian/x/b.md"));
  EXPECT_FALSE(ignored.ignores_file("/v/a/b.md"));
  EXPECT_FALSE(ignored.ignores_file("/elsewhere/out/a.md"));
  EXPECT_FALSE(ignored.ignores_file("/v"));
  notes::IgnoredPaths all(disk, "/", reading);
  EXPECT_TRUE(all.ignores_file("/v/out/a.md"));
  EXPECT_FALSE(all.ignores_file("/v/a.md"));
}

}  // namespace
