#include "baseline.h"

#include <gtest/gtest.h>

#include "vault.h"

namespace {

using Files = std::map<std::string, std::string>;

std::vector<server::Finding> found(Files files) {
  notes::MemoryDisk disk;
  disk.files = std::move(files);
  return server::find_all(server::read_vault(disk, {"/vault"}).snapshot());
}

// How many of `now` are new to who wrote a baseline of `before`, also by way of its file.
size_t check(Files before, Files now) {
  const server::Baseline written(found(std::move(before)));
  const server::Baseline read = server::Baseline::from_text(written.to_text());
  EXPECT_EQ(read.to_text(), written.to_text());
  std::set<std::string, std::less<>> notes;
  for (const auto& [path, text] : now) notes.insert(path.substr(std::string("/vault/").size()));
  return read.new_in(found(std::move(now)), notes).size();
}

const std::string kAdam = "## [Paper Note] Adam, Kingma+, ICLR'15\n";
const std::string kBert = "## [Paper Note] BERT, Devlin+, NAACL'19\n";

TEST(Baseline, KnowsAgainWhatMovedWithinItsNote) {
  const Files before{{"/vault/a.md", kAdam + kBert}, {"/vault/b.md", kAdam + kBert}};
  EXPECT_EQ(found(before).size(), 4u);
  EXPECT_EQ(check(before, before), 0u);
  EXPECT_EQ(check(before, {{"/vault/a.md", "new\n\n" + kBert + "#NLP\n" + kAdam},
                           {"/vault/b.md", kAdam + "text\n\n" + kBert}}),
            0u);
}

TEST(Baseline, TellsANewDuplicateAndANewPlaceOfAnOldOne) {
  const Files before{{"/vault/a.md", kAdam}, {"/vault/b.md", kAdam}};
  EXPECT_EQ(check({}, before), 2u);
  EXPECT_EQ(check(before, {{"/vault/a.md", kAdam + kBert}, {"/vault/b.md", kAdam + kBert}}), 2u);
  EXPECT_EQ(check(before, {{"/vault/a.md", kAdam}, {"/vault/b.md", kAdam}, {"/vault/c.md", kAdam}}),
            3u);
  EXPECT_EQ(check({{"/vault/a.md", kAdam}, {"/vault/b.md", kAdam}, {"/vault/c.md", kAdam}}, before),
            0u);
}

TEST(Baseline, KnowsAgainANoteThatMoved) {
  const Files before{{"/vault/a.md", kAdam}, {"/vault/b.md", kAdam}};
  EXPECT_EQ(check(before, {{"/vault/old/a 1.md", kAdam}, {"/vault/b.md", kAdam}}), 0u);
  EXPECT_EQ(check(before, {{"/vault/c.md", kAdam}, {"/vault/d.md", kAdam}}), 0u);
  // A note that is still there has not moved.
  EXPECT_EQ(
      check(before, {{"/vault/a.md", "None.\n"}, {"/vault/b.md", kAdam}, {"/vault/c.md", kAdam}}),
      2u);
  EXPECT_EQ(check(before, {{"/vault/c.md", kAdam + kBert}, {"/vault/b.md", kAdam + kBert}}), 2u);
}

TEST(Baseline, CountsWhatLooksAlike) {
  EXPECT_EQ(check({{"/vault/a.md", kAdam + kAdam}}, {{"/vault/a.md", kAdam + kAdam}}), 0u);
  EXPECT_GT(check({{"/vault/a.md", kAdam + kAdam}}, {{"/vault/a.md", kAdam + kAdam + kAdam}}), 0u);
}

TEST(Baseline, KnowsMoreThanDuplicates) {
  const std::string open = "---\ntitle: x\n\n# Y\n";
  EXPECT_EQ(check({{"/vault/a.md", open}}, {{"/vault/a.md", open}}), 0u);
  EXPECT_EQ(check({{"/vault/a.md", open}}, {{"/vault/a.md", open}, {"/vault/b.md", open}}), 1u);
}

TEST(Baseline, RefusesWhatIsNone) {
  for (const char* text : {"", "[]", "{}", R"({"version":2,"known":[]})",
                           R"({"version":1,"known":[3]})", R"({"version":1})"})
    EXPECT_THROW(server::Baseline::from_text(text), std::runtime_error) << text;
}

}  // namespace
