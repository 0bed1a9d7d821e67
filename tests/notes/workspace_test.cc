#include "notes/workspace.h"

#include <gtest/gtest.h>

#include <future>
#include <set>
#include <utility>

#include "notes/observed.h"

namespace {

using notes::Note;
using notes::NoteId;
using notes::Snapshot;
using notes::Workspace;

std::shared_ptr<const Note> from_disk(std::string path, std::string text) {
  return Note::parse(std::move(path), notes::Text(std::move(text)));
}

// The text that the workspace has under a path, or `gone`.
std::string text_of(const Snapshot& vault, std::string_view path) {
  const auto id = vault.find(path);
  return id ? std::string(vault.note(*id)->text().bytes()) : "gone";
}
std::string text_of(const Workspace& workspace, std::string_view path) {
  return text_of(workspace.snapshot(), path);
}

TEST(Workspace, PrefersWhatIsOpenToWhatIsOnDisk) {
  Workspace workspace;
  EXPECT_TRUE(workspace.load(from_disk("/v/a.md", "disk")));
  workspace.open("/v/a.md", "editor");
  EXPECT_FALSE(workspace.load(from_disk("/v/a.md", "disk, later")));
  EXPECT_FALSE(workspace.unload("/v/a.md"));
  EXPECT_EQ(text_of(workspace, "/v/a.md"), "editor");
  EXPECT_TRUE(workspace.is_open("/v/a.md"));
}

TEST(Workspace, GoesBackToTheDiskAfterClosing) {
  Workspace workspace;
  workspace.open("/v/a.md", "editor");
  workspace.close("/v/a.md");
  EXPECT_FALSE(workspace.is_open("/v/a.md"));
  EXPECT_EQ(text_of(workspace, "/v/a.md"), "editor");
  EXPECT_TRUE(workspace.load(from_disk("/v/a.md", "disk")));
  EXPECT_EQ(text_of(workspace, "/v/a.md"), "disk");
  EXPECT_TRUE(workspace.unload("/v/a.md"));
  EXPECT_EQ(text_of(workspace, "/v/a.md"), "gone");
  EXPECT_FALSE(workspace.unload("/v/a.md"));
}

TEST(Workspace, KeepsTheIdOfAPathForGood) {
  Workspace workspace;
  const NoteId a = workspace.open("/v/a.md", "1").note;
  const NoteId b = workspace.load(from_disk("/v/b.md", "2"))->note;
  EXPECT_NE(a, b);
  workspace.close("/v/a.md");
  workspace.unload("/v/a.md");
  EXPECT_EQ(workspace.snapshot().note(a), nullptr);
  EXPECT_EQ(workspace.open("/v/c.md", "3").note, 2u);
  EXPECT_EQ(workspace.open("/v/a.md", "4").note, a);
}

TEST(Workspace, AppliesEditsInOrder) {
  Workspace workspace;
  workspace.open("/v/a.md", "one two\n");
  workspace.edit("/v/a.md", {4, 7}, "three");
  workspace.edit("/v/a.md", {0, 3}, "four");
  EXPECT_EQ(text_of(workspace, "/v/a.md"), "four three\n");
  workspace.replace("/v/a.md", "all new\n");
  EXPECT_EQ(text_of(workspace, "/v/a.md"), "all new\n");
}

TEST(Workspace, ReadsNothingAgainWhenTheEditorOpensWhatIsOnDisk) {
  Workspace workspace;
  workspace.load(from_disk("/v/a.md", "same\n"));
  const Snapshot before = workspace.snapshot();
  EXPECT_TRUE(workspace.open("/v/a.md", "same\n").keys.empty());
  EXPECT_EQ(workspace.snapshot().note(0), before.note(0));
  EXPECT_TRUE(workspace.is_open("/v/a.md"));
}

TEST(Workspace, HandsOutSnapshotsThatStay) {
  Workspace workspace;
  workspace.open("/v/a.md", "then");
  const Snapshot then = workspace.snapshot();
  workspace.replace("/v/a.md", "now");
  workspace.open("/v/b.md", "new");
  workspace.set_roots({"/elsewhere"});
  EXPECT_EQ(text_of(then, "/v/a.md"), "then");
  EXPECT_EQ(text_of(then, "/v/b.md"), "gone");
  EXPECT_TRUE(then.roots().empty());
  EXPECT_EQ(then.note_limit(), 1u);
}

// ThreadSanitizer sees here whether what a reader just let go of is written too early.
TEST(Workspace, IsWrittenWhileOthersReadItsSnapshots) {
  Workspace workspace;
  workspace.open("/v/a.md", "#zero\n");
  std::vector<std::future<bool>> readers;
  for (int i = 0; i < 200; ++i) {
    const std::string tag = "t" + std::to_string(i % 3);
    workspace.replace("/v/a.md", "#" + tag + "\n");
    readers.push_back(std::async(std::launch::async, [tag, vault = workspace.snapshot()]() mutable {
      const Snapshot mine = std::exchange(vault, {});
      return mine.index().tag(tag) && mine.find("/v/a.md") &&
             mine.index().notes_with(make_key(notes::KeyKind::kTag, tag)).size() == 1;
    }));
  }
  for (std::future<bool>& reader : readers) EXPECT_TRUE(reader.get());
}

TEST(Workspace, DropsClosedNotesThatAreBelowNoRootAnyMore) {
  Workspace workspace;
  workspace.set_roots({"/v", "/w/"});
  for (const char* path : {"/v/a.md", "/w/b.md", "/v2/c.md"}) workspace.load(from_disk(path, "x"));
  workspace.open("/w/d.md", "x");
  workspace.open("/alone.md", "x");
  workspace.set_roots({"/v"});
  EXPECT_EQ(text_of(workspace, "/v/a.md"), "x");
  EXPECT_EQ(text_of(workspace, "/w/b.md"), "gone");
  EXPECT_EQ(text_of(workspace, "/v2/c.md"), "gone");
  EXPECT_EQ(text_of(workspace, "/w/d.md"), "x");
  EXPECT_EQ(text_of(workspace, "/alone.md"), "x");
  EXPECT_TRUE(
      workspace.snapshot().index().notes_with(make_key(notes::KeyKind::kName, "b")).empty());
}

TEST(Workspace, ShowsPathsFromTheNearestRoot) {
  Workspace workspace;
  workspace.set_roots({"/v", "/v/deep/", "/v/one.md"});
  const auto shown = [&](std::string path) {
    return workspace.snapshot().display_path(workspace.open(std::move(path), "").note);
  };
  EXPECT_EQ(shown("/v/a.md"), "a.md");
  EXPECT_EQ(shown("/v/x/a.md"), "x/a.md");
  EXPECT_EQ(shown("/v/deep/x/a.md"), "x/a.md");
  EXPECT_EQ(shown("/v/one.md"), "one.md");
  EXPECT_EQ(shown("/vv/a.md"), "/vv/a.md");
  EXPECT_EQ(shown("untitled:Untitled-1"), "untitled:Untitled-1");
  workspace.set_roots({"/"});
  EXPECT_EQ(shown("/v/a.md"), "v/a.md");
}

// Clients may tell the whole text at every letter.
TEST(Workspace, ReplacesOnlyWhatDiffers) {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += "## [Paper Note] Number " + std::to_string(i) + " of Them, Ann Lee+, ACL'24\n#NLP\n\n" +
            "Words あ about it.\n\n";
  Workspace workspace;
  const NoteId id = workspace.open("/v/a.md", text).note;
  const auto held = [&] { return workspace.snapshot().shared_note(id); };
  const auto becomes = [&](const std::string& now) {
    const auto before = held();
    workspace.replace("/v/a.md", now);
    const auto after = held();
    EXPECT_EQ(observed::show(*after), observed::show(*from_disk("/v/a.md", now)));
    std::set<const notes::Chunk*> kept;
    for (const auto& in : before->chunks()) kept.insert(in.chunk.get());
    size_t shared = 0;
    for (const auto& in : after->chunks()) shared += kept.count(in.chunk.get());
    return shared + 3 >= before->chunks().size();
  };
  ASSERT_GT(held()->chunks().size(), 5u);
  const size_t middle = text.find("あ", text.size() / 2);
  std::string other = text;
  EXPECT_TRUE(becomes(other.replace(middle, 3, "い")));  // shares two bytes of three
  EXPECT_TRUE(becomes(other.replace(middle, 3, "")));
  EXPECT_TRUE(becomes(other.insert(middle, "亂😀")));
  EXPECT_TRUE(becomes(text));
  EXPECT_TRUE(becomes("x" + text));
  EXPECT_TRUE(becomes(text));
  EXPECT_TRUE(becomes(text + "y"));
  EXPECT_TRUE(becomes(text));
  becomes("");
  becomes(text);
  const auto before = held();
  workspace.replace("/v/a.md", text);
  EXPECT_EQ(held(), before);
}

}  // namespace
