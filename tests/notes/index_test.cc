#include "notes/index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "notes/workspace.h"

namespace {

using notes::Index;
using notes::Key;
using notes::KeyKind;
using notes::Note;
using notes::NoteId;
using notes::Snapshot;
using notes::Workspace;

std::vector<NoteId> holders(const Index& index, KeyKind kind, std::string_view folded) {
  const auto ids = index.notes_with(make_key(kind, folded));
  return {ids.begin(), ids.end()};
}

// Everything that an index says about these keys and about all tags.
struct Contents {
  std::map<Key, std::vector<NoteId>> holders;
  std::map<std::string, std::tuple<std::string, uint32_t, uint32_t>> tags;

  bool operator==(const Contents&) const = default;
};

Contents contents(const Index& index, const std::set<Key>& keys) {
  Contents out;
  for (const Key key : keys) {
    const auto ids = index.notes_with(key);
    if (!ids.empty()) out.holders[key] = {ids.begin(), ids.end()};
  }
  index.for_each_tag([&](const std::string& key, const notes::TagTotal& total) {
    out.tags[key] = {total.display, total.count, total.notes};
  });
  return out;
}

Index from_scratch(const Snapshot& vault) {
  Index index;
  for (NoteId id = 0; id < vault.note_limit(); ++id) index.change(id, nullptr, vault.note(id));
  return index;
}

constexpr std::string_view kPapers = R"(## [Paper Note] Mamba, Albert Gu+, COLM'24
#SSM #Selected Papers

Comment: fast, see [[hyper]].
)";

TEST(Index, NamesTheNotesThatHoldAKey) {
  Workspace workspace;
  const NoteId a = workspace.open("/a.md", std::string(kPapers)).note;
  const NoteId b = workspace.open("/b.md", "#SSM\n").note;
  const Index& index = workspace.snapshot().index();
  EXPECT_EQ(holders(index, KeyKind::kTitle, "mamba"), std::vector<NoteId>{a});
  EXPECT_EQ(holders(index, KeyKind::kTag, "ssm"), (std::vector<NoteId>{a, b}));
  EXPECT_EQ(holders(index, KeyKind::kName, "b"), std::vector<NoteId>{b});
  EXPECT_EQ(holders(index, KeyKind::kRefersToName, "hyper"), std::vector<NoteId>{a});
  EXPECT_TRUE(holders(index, KeyKind::kTag, "mamba").empty());
}

TEST(Index, IsSharedWhenAnEditChangesNoKey) {
  Workspace workspace;
  workspace.open("/a.md", std::string(kPapers));
  const Snapshot before = workspace.snapshot();
  const uint32_t at = static_cast<uint32_t>(kPapers.find("fast"));
  EXPECT_TRUE(workspace.edit("/a.md", {at, at + 4}, "very fast").keys.empty());
  EXPECT_TRUE(workspace.snapshot().index().shares_all_with(before.index()));
  EXPECT_NE(workspace.snapshot().note(0), before.note(0));
}

TEST(Index, OfAnOldSnapshotStaysAsItWas) {
  Workspace workspace;
  workspace.open("/a.md", std::string(kPapers));
  const Snapshot before = workspace.snapshot();
  const uint32_t at = static_cast<uint32_t>(kPapers.find("#SSM"));
  const notes::Change change = workspace.edit("/a.md", {at, at + 4}, "#RNN");
  EXPECT_FALSE(workspace.snapshot().index().shares_all_with(before.index()));
  EXPECT_EQ(holders(before.index(), KeyKind::kTag, "ssm"), std::vector<NoteId>{0});
  EXPECT_TRUE(holders(before.index(), KeyKind::kTag, "rnn").empty());
  EXPECT_NE(before.index().tag("ssm"), nullptr);
  EXPECT_EQ(before.index().tag("rnn"), nullptr);
  EXPECT_EQ(workspace.snapshot().index().tag("ssm"), nullptr);
  std::vector<Key> keys = {make_key(KeyKind::kTag, "rnn"), make_key(KeyKind::kTag, "ssm")};
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(change.keys, keys);
}

TEST(Index, ShowsATagAsItIsSpeltMost) {
  Workspace workspace;
  workspace.open("/a.md", "#moe\n");
  workspace.open("/b.md", "#MoE\n\ntext\n\n#moe\n");
  const auto tag = [&] { return *workspace.snapshot().index().tag("moe"); };
  EXPECT_EQ(tag().display, "MoE");
  EXPECT_EQ(tag().count, 3u);
  EXPECT_EQ(tag().notes, 2u);
  workspace.open("/c.md", "#moe\n");
  EXPECT_EQ(tag().display, "MoE") << "the first in order among equals";
  workspace.open("/d.md", "#moe\n");
  EXPECT_EQ(tag().display, "moe");
}

// A vault that many hands work on at once.
class Hands {
 public:
  explicit Hands(unsigned seed) : random_(seed) {}

  void work(Workspace& workspace) {
    const std::string path = "/vault" + std::to_string(below(2)) + "/n" + std::to_string(below(6));
    const std::string file = path + ".md";
    switch (below(8)) {
      case 0:
        workspace.open(file, text());
        break;
      case 1:
        workspace.load(Note::parse(file, notes::Text(text())));
        break;
      case 2:
        workspace.unload(file);
        break;
      case 3:
        workspace.close(file);
        break;
      case 4:
        if (below(6) == 0) workspace.set_roots({"/vault" + std::to_string(below(2)), "/vault0"});
        break;
      default:
        if (workspace.is_open(file)) edit(workspace, file);
    }
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  std::string text() {
    static constexpr std::string_view kLines[] = {
        "## [Paper Note] Mamba, Albert Gu+, COLM'24",
        "## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25",
        "#MoE #Selected Papers",
        "#moe",
        "see [[n1]] and #MoE and [x](n2.md)",
        "- arXiv: https://arxiv.org/abs/2409.19606",
        "---",
        "",
        "words",
        "- [Paper Note] Mamba, Albert Gu+, COLM'24"};
    std::string out;
    for (unsigned i = below(8); i > 0; --i) {
      out.append(kLines[below(std::size(kLines))]).push_back('\n');
    }
    return out;
  }

  void edit(Workspace& workspace, const std::string& file) {
    const Snapshot& now = workspace.snapshot();
    const uint32_t size = now.note(*now.find(file))->text().size();
    const uint32_t begin = below(size + 1);
    const uint32_t end = std::min(size, begin + below(12));
    workspace.edit(file, {begin, end}, below(2) == 0 ? text() : "#x");
  }

  std::mt19937 random_;
};

TEST(Index, EqualsOneBuiltFromScratchAfterAnyWork) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Hands hands(seed);
    Workspace workspace;
    workspace.set_roots({"/vault0", "/vault1"});
    std::set<Key> keys;
    std::vector<std::pair<Snapshot, Contents>> kept;
    for (int step = 0; step < 120; ++step) {
      hands.work(workspace);
      const Snapshot& now = workspace.snapshot();
      for (NoteId id = 0; id < now.note_limit(); ++id) {
        if (const Note* note = now.note(id))
          for (const Key key : note->keys()) keys.insert(key);
      }
      const Contents found = contents(now.index(), keys);
      ASSERT_EQ(found, contents(from_scratch(now), keys)) << "seed " << seed << ", step " << step;
      if (step % 10 == 0) kept.emplace_back(now, found);
    }
    for (const auto& [snapshot, then] : kept) {
      ASSERT_EQ(contents(snapshot.index(), keys), then) << "a snapshot changed, seed " << seed;
    }
  }
}

}  // namespace
