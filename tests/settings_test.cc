#include "settings.h"

#include <gtest/gtest.h>

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

}  // namespace
