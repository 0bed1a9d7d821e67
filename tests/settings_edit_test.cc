#include "settings_edit.h"

#include <gtest/gtest.h>

#include "settings.h"

namespace {

// What becomes of the text when `a` and `b` are declared different works.
std::string check(const std::string& before, const std::string& after) {
  const auto edit = server::declare_different(before, {"a", "b"});
  EXPECT_TRUE(edit.has_value()) << before;
  if (!edit) return "";
  EXPECT_EQ(edit->text, after);
  std::string applied = before;
  applied.replace(edit->range.begin, edit->range.size(), edit->with);
  EXPECT_EQ(applied, edit->text);
  server::Settings settings;
  EXPECT_TRUE(server::apply_toml(edit->text, settings).empty()) << edit->text;
  EXPECT_FALSE(settings.reading.different_works.empty());
  return edit->text;
}

TEST(SettingsEdit, MakesTheListWhereThereIsNone) {
  check("", "[duplicates]\ndifferent = [\n  [\"a\", \"b\"],\n]\n");
  check("[notes]\ngitignore = true",
        "[notes]\ngitignore = true\n\n[duplicates]\ndifferent = [\n  [\"a\", \"b\"],\n]\n");
  check("[duplicates] # mine\ncross_listing = \"off\"\n[notes]\n",
        "[duplicates] # mine\ndifferent = [\n  [\"a\", \"b\"],\n]\ncross_listing = "
        "\"off\"\n[notes]\n");
  check("[duplicates]", "[duplicates]\ndifferent = [\n  [\"a\", \"b\"],\n]\n");
  check("duplicates.same_work = \"hint\"\n",
        "duplicates.same_work = \"hint\"\nduplicates.different = [\n  [\"a\", \"b\"],\n]\n");
}

TEST(SettingsEdit, AddsToTheListAsItIsWritten) {
  check("[duplicates]\ndifferent = []\n", "[duplicates]\ndifferent = [[\"a\", \"b\"]]\n");
  check("[duplicates]\ndifferent = [[\"c\", \"d\"]] # two\n",
        "[duplicates]\ndifferent = [[\"c\", \"d\"], [\"a\", \"b\"]] # two\n");
  check("[duplicates]\ndifferent = [['c', 'd'], ]\n",
        "[duplicates]\ndifferent = [['c', 'd'], [\"a\", \"b\"], ]\n");
  check("[duplicates]\ndifferent = [\n\t[\"c\", \"d\"],  # 猫\n\t# more\n]\n",
        "[duplicates]\ndifferent = [\n\t[\"c\", \"d\"],  # 猫\n\t[\"a\", \"b\"],\n\t# more\n]\n");
  check("[duplicates]\ndifferent = [\n  [\"猫\", \"d\"] # no comma\n]\n",
        "[duplicates]\ndifferent = [\n  [\"猫\", \"d\"], # no comma\n  [\"a\", \"b\"],\n]\n");
  check("[duplicates]\ndifferent = [\n  [\"c\", \"d\"]]\n",
        "[duplicates]\ndifferent = [\n  [\"c\", \"d\"],\n  [\"a\", \"b\"]]\n");
}

TEST(SettingsEdit, QuotesWhatTomlWouldNotTake) {
  const auto edit = server::declare_different("", {"say \"x\" \\ y", "b"});
  ASSERT_TRUE(edit.has_value());
  EXPECT_NE(edit->text.find(R"(["say \"x\" \\ y", "b"])"), std::string::npos) << edit->text;
}

TEST(SettingsEdit, LeavesAloneWhatItCannotAddTo) {
  for (const char* text : {"[duplicates", "duplicates = { same_work = \"off\" }\n",
                           "[duplicates]\ndifferent = 3\n", "duplicates = 3\n"})
    EXPECT_FALSE(server::declare_different(text, {"a", "b"}).has_value()) << text;
}

}  // namespace
