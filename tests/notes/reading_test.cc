// What a vault's settings change in how its notes are read, and that an edit keeps to them.
#include "notes/reading.h"

#include <gtest/gtest.h>

#include "notes/key.h"
#include "notes/observed.h"

namespace {

using namespace notes;

// Entries, references by title, and tags; the same after an edit that changes nothing else.
std::string check(const std::string& text, const Reading& reading) {
  const auto shared = std::make_shared<const Reading>(reading);
  const auto parsed = Note::parse("/vault/a.md", Text(text), shared);
  const auto note =
      Note::parse("/vault/a.md", Text(text + "x"), shared)
          ->edited({static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size()) + 1},
                   "");
  EXPECT_EQ(observed::show(*note), observed::show(*parsed));
  EXPECT_EQ(observed::flaws(*note), "");
  EXPECT_EQ(note->reading(), shared);
  std::string out;
  for (const auto& entry : note->entries()) out += "<" + entry->title + ">";
  for (const auto& reference : note->references())
    if (!reference->titles.empty()) out += "[" + reference->titles[0].title + "]";
  for (const auto& tag : note->tags()) out += "#" + tag->name;
  return out;
}

TEST(Reading, InlineTagsCanBeTurnedOff) {
  const std::string text = "---\ntags: [a]\n---\n# h\n#b #c\n\nwords #d\n";
  EXPECT_EQ(check(text, {}), "#a#b#c#d");
  Reading reading;
  reading.inline_tags = false;
  EXPECT_EQ(check(text, reading), "#a#b#c");
}

TEST(Reading, SomethingMayNeverBeATag) {
  Reading reading;
  reading.never_tags = {tag_key("TODO")};
  EXPECT_EQ(check("---\ntags: [todo, a]\n---\n#b #Todo\n\nx #ToDo #todos\n", reading),
            "#a#b#todos");
}

TEST(Reading, TheVaultMayHaveMarkersOfItsOwn) {
  const std::string text =
      "## [Read] Adam, Kingma\n\n- [Read] Deep Learning for All\n- see [Read] Other Paper, Bo+, "
      "ACL'20 and "
      "[Read] Third Paper, Cy+, ACL'21\n";
  Reading reading;
  reading.title_markers = {"[Read]"};
  EXPECT_EQ(check(text, reading), "<Adam>[Deep Learning for All][Other Paper][Third Paper]");
  EXPECT_EQ(check("## [Paper Note] A b, C+, ACL'20\n- [Paper Note] D e, F+, ACL'21\n", reading),
            "<A b>[D e]");
}

TEST(Reading, MoreHeadingsMayMeanReferences) {
  const std::string text =
      "# Notes\n\n## To Read Next\n- [A Paper of Many Words](https://arxiv.org/abs/1412.6980)\n";
  EXPECT_EQ(check(text, {}), "<A Paper of Many Words>");
  Reading reading;
  reading.reference_headings = {Reading::heading_key(" To read next ")};
  EXPECT_EQ(check(text, reading), "");
}

TEST(Reading, SuffixesAreTakenOffNames) {
  Reading reading;
  reading.suffixes = {".note.md", ".txt"};
  EXPECT_EQ(note_name("/a/b.Note.MD", reading), "b");
  EXPECT_EQ(note_name("/a/b.txt", reading), "b");
  EXPECT_EQ(note_name("/a/b.md", reading), "b.md");
  EXPECT_FALSE(is_note_path("/a/.txt", reading));
  EXPECT_FALSE(is_note_path("/a/b.md", reading));
}

}  // namespace
