#include "notes/mirrors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "notes/names.h"
#include "notes/resolve.h"
#include "notes/workspace.h"

namespace {

using notes::KeyKind;
using notes::Note;
using notes::NoteId;
using notes::Snapshot;
using notes::Workspace;

// A list of papers, of more than a few lines.
std::string list(const std::string& word = "Rivers") {
  std::string out = "# Reading\n\n";
  for (const char* of : {"Sand", "Stones", "Reeds", "Herons", "Boats"})
    out += "## [Paper Note] " + word + " of " + of + ", Ann Lee+, ACL'24, 2024.08\n#" + word +
           "\nWhat was found there by those who looked for a long while.\n\n";
  return out + "Made by hand, and kept in two places; nobody remembers why that was done so.\n";
}

void load(Workspace& workspace, const std::string& path, std::string text) {
  workspace.load(Note::parse(path, notes::Text(std::move(text))));
}

NoteId id_of(const Workspace& workspace, const std::string& path) {
  return workspace.snapshot().find(path).value();
}

// The notes that stand aside.
std::set<std::string> aside(const Workspace& workspace) {
  std::set<std::string> out;
  const Snapshot& vault = workspace.snapshot();
  for (NoteId id = 0; id < vault.note_limit(); ++id)
    if (vault.note(id) && vault.stands_aside(id)) out.insert(vault.note(id)->path());
  return out;
}

using Paths = std::set<std::string>;

Workspace in_vault() {
  Workspace workspace;
  workspace.set_roots({"/v"});
  return workspace;
}

TEST(Mirrors, StandAsideForTheNoteNearestToTheRoot) {
  const std::vector<std::string> best_first = {
      "/v/README.md",      "/v/index.md",      "/v/all.md",  "/v/list.md",   "/v/papers.md",
      "/v/docs/README.md", "/v/docs/index.md", "/v/en/a.md", "/elsewhere.md"};
  for (size_t best = 0; best < best_first.size(); ++best) {
    std::vector<std::string> paths(best_first.begin() + static_cast<long>(best), best_first.end());
    const Paths others(paths.begin() + 1, paths.end());
    for (int turn = 0; turn < 4; ++turn) {
      Workspace workspace = in_vault();
      for (const std::string& path : paths) load(workspace, path, list());
      EXPECT_EQ(aside(workspace), others);
      std::shuffle(paths.begin(), paths.end(), std::minstd_rand(static_cast<unsigned>(turn)));
    }
  }
}

TEST(Mirrors, AreNotToBeFoundFromElsewhere) {
  Workspace workspace = in_vault();
  load(workspace, "/v/docs/index.md", list());
  EXPECT_EQ(workspace.snapshot().index().tag("rivers")->count, 5u);
  load(workspace, "/v/README.md", list());
  const Snapshot& vault = workspace.snapshot();
  EXPECT_EQ(vault.index().tag("rivers")->count, 5u);
  const NoteId counting = id_of(workspace, "/v/README.md");
  for (const notes::Key key : vault.note(counting)->keys())
    EXPECT_EQ(std::vector<NoteId>(vault.index().notes_with(key).begin(),
                                  vault.index().notes_with(key).end()),
              std::vector<NoteId>{counting});
  EXPECT_EQ(mirrored_by(vault, id_of(workspace, "/v/docs/index.md")), counting);
}

TEST(Mirrors, AreMeantByPathAndByANameThatIsTheirsAlone) {
  Workspace workspace = in_vault();
  load(workspace, "/v/README.md", list());
  load(workspace, "/v/docs/overview.md", list());
  load(workspace, "/v/seas.md", list("Seas"));
  load(workspace, "/v/old/seas.md", list("Seas"));
  load(workspace, "/v/old/from.md",
       "[[overview]] [x](../docs/overview.md) [[seas]] [y](seas.md)\n");
  const Snapshot& vault = workspace.snapshot();
  const NoteId from = id_of(workspace, "/v/old/from.md");
  std::vector<std::string> meant;
  for (const auto& reference : vault.note(from)->references()) {
    const auto targets = resolve(vault, from, reference).targets;
    ASSERT_EQ(targets.size(), 1u);
    meant.push_back(vault.display_path(targets[0].note));
  }
  EXPECT_EQ(meant, (std::vector<std::string>{"docs/overview.md", "docs/overview.md", "seas.md",
                                             "old/seas.md"}));
}

TEST(Mirrors, AreNotesOfTheirOwnWhileTheySaySomethingElse) {
  Workspace workspace = in_vault();
  load(workspace, "/v/README.md", list());
  load(workspace, "/v/docs/index.md", list());
  workspace.open("/v/docs/index.md", list());
  EXPECT_EQ(aside(workspace), Paths{"/v/docs/index.md"});
  const Snapshot before = workspace.snapshot();
  const notes::Change typed = workspace.edit("/v/docs/index.md", {2, 3}, "r");
  EXPECT_FALSE(typed.keys.empty());
  EXPECT_TRUE(typed.turned.empty());
  EXPECT_EQ(aside(workspace), Paths());
  EXPECT_EQ(workspace.snapshot().changed_since(before), std::vector<NoteId>{typed.note});
  EXPECT_EQ(workspace.snapshot().index().tag("rivers")->count, 10u);
  workspace.edit("/v/docs/index.md", {2, 3}, "R");
  EXPECT_EQ(aside(workspace), Paths{"/v/docs/index.md"});
  EXPECT_EQ(workspace.snapshot().index().tag("rivers")->count, 5u);
}

TEST(Mirrors, TakeThePlaceOfTheNoteThatCounted) {
  Workspace workspace = in_vault();
  for (const char* path : {"/v/README.md", "/v/docs/index.md", "/v/site/index.md"})
    load(workspace, path, list());
  const NoteId docs = id_of(workspace, "/v/docs/index.md");
  workspace.open("/v/README.md", list());
  const notes::Change typed = workspace.edit("/v/README.md", {0, 0}, "x");
  EXPECT_EQ(typed.turned, std::vector<NoteId>{docs});
  EXPECT_EQ(aside(workspace), Paths{"/v/site/index.md"});
  EXPECT_EQ(workspace.edit("/v/README.md", {0, 1}, "").turned, std::vector<NoteId>{docs});
  EXPECT_EQ(aside(workspace), (Paths{"/v/docs/index.md", "/v/site/index.md"}));
  workspace.close("/v/README.md");
  EXPECT_EQ(workspace.unload("/v/README.md")->turned, std::vector<NoteId>{docs});
  EXPECT_EQ(aside(workspace), Paths{"/v/site/index.md"});
  workspace.unload("/v/docs/index.md");
  EXPECT_EQ(aside(workspace), Paths());
  EXPECT_EQ(workspace.snapshot().index().tag("rivers")->count, 5u);
}

TEST(Mirrors, CountWhereTheOtherIsNoPartOfTheVault) {
  Workspace workspace = in_vault();
  load(workspace, "/v/docs/index.md", list());
  workspace.open("/v/README.md", list());
  EXPECT_EQ(workspace.set_aside("/v/README.md", true).turned,
            std::vector<NoteId>{id_of(workspace, "/v/docs/index.md")});
  EXPECT_EQ(aside(workspace), Paths{"/v/README.md"});
  workspace.set_aside("/v/README.md", false);
  EXPECT_EQ(aside(workspace), Paths{"/v/docs/index.md"});
  workspace.set_roots({"/v/docs"});
  EXPECT_EQ(aside(workspace), Paths{"/v/README.md"});
}

TEST(Mirrors, NoteTheSamePapersInTheSameBytes) {
  const auto stand_aside = [](const std::string& one, const std::string& first,
                              const std::string& other, const std::string& second) {
    Workspace workspace = in_vault();
    load(workspace, one, first);
    load(workspace, other, second);
    return !aside(workspace).empty();
  };
  EXPECT_TRUE(stand_aside("/v/a.md", list(), "/v/b.md", list()));
  std::string other = list();
  other.back() = ' ';
  EXPECT_FALSE(stand_aside("/v/a.md", list(), "/v/b.md", other));
  other = list();
  std::swap(other[other.size() - 2], other[other.size() - 3]);  // every line begins where it did
  EXPECT_FALSE(stand_aside("/v/a.md", list(), "/v/b.md", other));
  const std::string short_list = "# [Paper Note] Rivers of Sand, Ann Lee+, ACL'24\n#Rivers\n";
  EXPECT_FALSE(stand_aside("/v/a.md", short_list, "/v/b.md", short_list));
  // What is no paper is nobody's mirror.
  std::string words;
  for (int i = 0; i < 40; ++i) words += "Nothing about any of them.\n";
  EXPECT_FALSE(stand_aside("/v/a.md", words, "/v/b.md", words));
  // A form that was filled in by its file's name alone.
  std::string form = "---\nauthors: []\nyear:\ntags: [paper]\nvenue:\n---\n";
  for (const char* part : {"Summary", "Method", "Results", "Comments"})
    form += std::string("## ") + part +
            "\n- What is to be written here is not written yet, by far, "
            "though it should have been written long ago, by anybody at all who was there.\n\n";
  EXPECT_FALSE(
      stand_aside("/v/Rivers of Sand in Winter.md", form, "/v/Seas of Stone at Night.md", form));
  EXPECT_TRUE(stand_aside("/v/x/Rivers of Sand in Winter.md", form,
                          "/v/Rivers of Sand in Winter.md", form));
}

// Files that nobody has opened keep no text.
TEST(Mirrors, AreKnownAtRestToo) {
  const auto nowhere = std::make_shared<notes::RealDisk>();
  Workspace workspace = in_vault();
  for (const char* path : {"/v/docs/index.md", "/v/README.md"})
    workspace.load(
        Note::parse_at_rest(path, notes::Text(list()), notes::default_reading(), {nowhere, {}}));
  ASSERT_TRUE(workspace.snapshot().note(0)->is_at_rest());
  EXPECT_EQ(aside(workspace), Paths{"/v/docs/index.md"});
  workspace.open("/v/docs/index.md", list());
  EXPECT_EQ(aside(workspace), Paths{"/v/docs/index.md"});
  workspace.open("/v/README.md", list());
  EXPECT_EQ(aside(workspace), Paths{"/v/docs/index.md"});
  workspace.edit("/v/README.md", {2, 3}, "r");
  EXPECT_EQ(aside(workspace), Paths());
}

// Whatever happened before, what stands aside, and what the index knows, is as if all had just
// come.
TEST(Mirrors, AreWhatTheyAreFromScratch) {
  const std::vector<std::string> paths = {"/v/README.md", "/v/docs/index.md", "/v/a.md",
                                          "/v/x/a.md", "/w/a.md"};
  const std::vector<std::string> texts = {list(), list("Seas"), list() + "And more.\n", "short\n"};
  std::minstd_rand random(7);
  const auto pick = [&](size_t count) { return random() % count; };
  Workspace workspace = in_vault();
  std::set<std::string> left_out;
  for (int step = 0; step < 1000; ++step) {
    const std::string& path = paths[pick(paths.size())];
    switch (pick(7)) {
      case 0:
      case 1:
        if (!workspace.is_open(path)) {
          load(workspace, path, texts[pick(texts.size())]);
          left_out.erase(path);
        }
        break;
      case 2:
        workspace.unload(path);
        break;
      case 3:
        workspace.open(path, texts[pick(texts.size())]);
        break;
      case 4:
        if (workspace.is_open(path)) workspace.edit(path, {2, 3}, pick(2) == 0 ? "R" : "r");
        break;
      case 5:
        if (workspace.is_open(path) && left_out.erase(path) == 0) left_out.insert(path);
        if (workspace.is_open(path)) workspace.set_aside(path, left_out.contains(path));
        break;
      case 6:
        workspace.close(path);
        break;
    }
    const Snapshot& vault = workspace.snapshot();
    Workspace fresh = in_vault();
    std::set<notes::Key> keys;
    for (const std::string& one : paths) {
      const NoteId id = fresh.open(one, "").note;  // so that ids are those of `paths`
      fresh.close(one);
      const auto held = vault.find(one);
      if (!held) {
        fresh.unload(one);
        continue;
      }
      fresh.open(one, std::string(vault.note(*held)->text().bytes()));
      fresh.set_aside(one, left_out.contains(one));
      for (const notes::Key key : fresh.snapshot().note(id)->keys()) keys.insert(key);
    }
    ASSERT_EQ(aside(workspace), aside(fresh)) << step;
    const auto holders = [](const Workspace& of, notes::Key key) {
      std::set<std::string> out;
      for (const NoteId id : of.snapshot().index().notes_with(key))
        out.insert(of.snapshot().note(id)->path());
      return out;
    };
    for (const notes::Key key : keys)
      ASSERT_EQ(holders(workspace, key), holders(fresh, key)) << step;
    for (const char* tag : {"rivers", "seas"}) {
      const notes::TagTotal* one = vault.index().tag(tag);
      const notes::TagTotal* other = fresh.snapshot().index().tag(tag);
      ASSERT_EQ(one ? one->count : 0, other ? other->count : 0) << step;
    }
  }
}

}  // namespace
