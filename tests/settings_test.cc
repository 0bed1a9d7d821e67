#include "settings.h"

#include <gtest/gtest.h>

#include "notes/key.h"

namespace {

using server::Settings;

TEST(Settings, TheEditorsWordIsTakenOver) {
  Settings settings;
  EXPECT_TRUE(
      server::apply_json(R"({"diagnostics":{"enable":false,"delay":0},"completion":{"limit":7}})",
                         settings)
          .empty());
  EXPECT_FALSE(settings.diagnostics);
  EXPECT_EQ(settings.delay.count(), 0);
  EXPECT_EQ(settings.completion_limit, 7);
}

TEST(Settings, TheFileSaysTheSame) {
  Settings settings;
  EXPECT_TRUE(server::apply_toml(
                  "[diagnostics]\nenable = false\ndelay = 0\n[completion]\nlimit = 7\n", settings)
                  .empty());
  Settings same;
  server::apply_json(R"({"diagnostics":{"enable":false,"delay":0},"completion":{"limit":7}})",
                     same);
  EXPECT_EQ(settings, same);
}

TEST(Settings, WhatIsNotSaidStays) {
  Settings settings;
  settings.completion_limit = 5;
  server::apply_json(R"({"diagnostics":{"delay":1}})", settings);
  EXPECT_EQ(settings.completion_limit, 5);
  server::apply_json("null", settings);
  EXPECT_EQ(settings.delay.count(), 1);
}

TEST(Settings, NonsenseIsNamedAndChangesNothing) {
  for (const char* text : {R"({"diagnostics":{"delay":"soon"}})", R"({"diagnostics":{"delay":-1}})",
                           R"({"diagnostics":{"delay":1e99}})", R"({"completion":{"limit":0}})",
                           R"({"completions":{"limit":3}})", R"({"completion":3})", "[]", "{"}) {
    Settings settings;
    EXPECT_EQ(server::apply_json(text, settings).size(), 1u) << text;
    EXPECT_EQ(settings, Settings()) << text;
  }
  Settings settings;
  const auto trouble = server::apply_toml("[diagnostics\n", settings);
  ASSERT_EQ(trouble.size(), 1u);
  EXPECT_EQ(trouble[0].line, 0u);
}

TEST(Settings, WhatBelongsToTheEditorAloneIsNotATrouble) {
  Settings settings;
  EXPECT_TRUE(
      server::apply_json(
          R"({"trace":{"server":"off"},"server":{"path":""},"diagnosticMode":"push"})", settings)
          .empty());
}

TEST(Settings, PushedSettingsMayBeTheSectionOrAll) {
  EXPECT_EQ(server::section_of(R"({"papernotes":{"completion":{"limit":3}}})"),
            R"({"completion":{"limit":3}})");
  EXPECT_EQ(server::section_of(R"({"completion":{"limit":3}})"), R"({"completion":{"limit":3}})");
  EXPECT_EQ(server::section_of("17"), "null");
}

TEST(Settings, ReadingIsSaidBothWays) {
  Settings by_file, by_editor;
  EXPECT_TRUE(server::apply_toml("notes = {ignore = ['*.tmp.md'], gitignore = false, suffixes = "
                                 "['.MD', '.txt']}\n[tags]\ninline = false\nnever = ['#To-Do']\n"
                                 "[references]\nheadings = [' Reading List ']\n"
                                 "[titles]\nmarkers = ['[Read]']\n",
                                 by_file)
                  .empty());
  EXPECT_TRUE(server::apply_json(R"({"notes": {"ignore": ["*.tmp.md"], "gitignore": false,
      "suffixes": [".MD", ".txt"]}, "tags": {"inline": false, "never": ["#To-Do"]},
      "references": {"headings": [" Reading List "]}, "titles": {"markers": ["[Read]"]}})",
                                 by_editor)
                  .empty());
  EXPECT_EQ(by_file, by_editor);
  EXPECT_EQ(by_file.reading.ignored.decide("a.tmp.md", false), true);
  EXPECT_FALSE(by_file.reading.gitignore);
  EXPECT_EQ(by_file.reading.suffixes, (std::vector<std::string>{".md", ".txt"}));
  EXPECT_TRUE(by_file.reading.is_never_tag(notes::tag_key("to-do")));
  EXPECT_EQ(by_file.reading.reference_headings, std::vector<std::string>{"reading list"});
  EXPECT_EQ(by_file.reading.title_markers, std::vector<std::string>{"[Read]"});
}

TEST(Settings, DuplicatesAreSilencedByKindAndByPair) {
  using notes::Notice, notes::Relation;
  Settings settings;
  EXPECT_TRUE(server::apply_toml("[duplicates]\nother_version = 'off'\nsame_work = 'hint'\n"
                                 "different = [['arxiv:2401.00001', 'Some title']]\n",
                                 settings)
                  .empty());
  EXPECT_EQ(settings.reading.notices[Relation::kOtherVersion], Notice::kOff);
  EXPECT_EQ(settings.reading.notices[Relation::kSameWork], Notice::kHint);
  EXPECT_EQ(settings.reading.notices[Relation::kIdentifierConflict], Notice::kWarning);
  notes::Entry one, other;
  one.identifiers = {{notes::IdentifierKind::kArxiv, "2401.00001"}};
  other.title_key = notes::title_key("Some title");
  EXPECT_TRUE(settings.reading.different_works.hold(one, other));
  EXPECT_EQ(
      server::apply_toml("[duplicates]\ncross_listing = 'loud'\ndifferent = ['a', 'b']\n", settings)
          .size(),
      2u);
}

TEST(Settings, EachTroubleNamesItsLine) {
  Settings settings;
  const auto trouble = server::apply_toml(
      "diagnostics = 1\n[notes]\nsuffixes = ['md']\nignore = ['a', 1]\nIgnore = []\n\n"
      "[notes.more]\nx = 1\n[tag]\ninline = 0\n",
      settings);
  std::string shown;
  for (const server::Trouble& one : trouble)
    shown += std::to_string(one.line + 1) + " " + one.sentence + "\n";
  EXPECT_EQ(shown,
            "1 diagnostics is a table of settings, not 1\n"
            "3 notes.suffixes cannot be [\"md\"]\n"
            "4 notes.ignore cannot be [\"a\",1]\n"
            "5 unknown setting notes.Ignore\n"
            "7 unknown setting notes.more\n"
            "9 unknown setting tag\n");
  EXPECT_EQ(settings, Settings());
}

}  // namespace
