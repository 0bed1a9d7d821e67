#include "notes/duplicate_book.h"

#include <gtest/gtest.h>

#include <random>

#include "notes/duplicate_candidates.h"
#include "support/fixture.h"

namespace {

using notes::DuplicateBook;
using notes::NoteId;
using notes::Snapshot;
using Strings = std::vector<std::string>;

std::string line_of(const Snapshot& vault, notes::EntryId id) {
  const auto entry = vault.entry(id);
  return std::to_string(vault.note(id.note)->text().line_of(entry.at(entry->title_range).begin));
}

Strings show(const Snapshot& vault, const std::vector<notes::DuplicateGroup>& groups) {
  Strings out;
  for (const notes::DuplicateGroup& group : groups) {
    std::string& line = out.emplace_back(std::string(name_of(group.relation)) + ": ");
    for (const notes::EntryId id : group.entries)
      line += vault.display_path(id.note) + ":" + line_of(vault, id) + " ";
    line += group.reason;
  }
  return out;
}

Strings show(const Snapshot& vault, const std::vector<DuplicateBook::Said>& all) {
  std::vector<notes::DuplicateGroup> groups;
  for (const DuplicateBook::Said& said : all) groups.push_back(said.group());
  return show(vault, groups);
}

// A vault that is edited, and a book that follows it.
class Followed {
 public:
  explicit Followed(const std::string& text) : fixture_(text) { follow(); }

  // The paths of the notes that may have other duplicates.
  Strings follow() {
    const auto before = shown();
    const auto vault = std::make_shared<const Snapshot>(fixture_.vault());
    const std::vector<NoteId> notes = book_.follow(vault).notes;
    Strings out;
    for (const NoteId id : notes)
      out.push_back(vault->note(id) ? vault->display_path(id) : "(gone)");
    for (NoteId id = 0; id < vault->note_limit(); ++id) {
      if (!vault->note(id)) continue;
      EXPECT_EQ(show(*vault, book_.in(id)), show(*vault, duplicates_in(*vault, id)))
          << vault->display_path(id) << "\n"
          << text();
      const auto was = before.find(id);
      if (was != before.end() && std::find(notes.begin(), notes.end(), id) == notes.end()) {
        EXPECT_EQ(show(*vault, book_.in(id)), was->second) << "not told of " << id;
      }
    }
    last_ = vault;
    return out;
  }

  void edit(const std::string& path, const std::string& old, const std::string& now) {
    if (!workspace().is_open("/vault/" + path)) open(path, bytes(path));
    const auto at = static_cast<uint32_t>(bytes(path).find(old));
    workspace().edit("/vault/" + path, {at, at + static_cast<uint32_t>(old.size())}, now);
  }
  void open(const std::string& path, std::string text) {
    workspace().open("/vault/" + path, std::move(text));
  }
  std::string bytes(const std::string& path) {
    return std::string(fixture_.note(path).text().bytes());
  }
  notes::Workspace& workspace() { return fixture_.workspace(); }

 private:
  std::map<NoteId, Strings> shown() const {
    std::map<NoteId, Strings> out;
    for (NoteId id = 0; last_ && id < last_->note_limit(); ++id)
      if (last_->note(id)) out[id] = show(*last_, book_.in(id));
    return out;
  }
  std::string text() const {
    std::string out;
    for (NoteId id = 0; id < fixture_.vault().note_limit(); ++id)
      if (const notes::Note* note = fixture_.vault().note(id))
        out += "%! " + note->path() + "\n" + std::string(note->text().bytes());
    return out;
  }

  support::Fixture fixture_;
  DuplicateBook book_;
  std::shared_ptr<const Snapshot> last_;
};

constexpr const char* kVault = R"(
%! a.md
## [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, COLM'24
## [Paper Note] Hyena Hierarchy for Long Convolutions, Michael Poli+, ICML'23
words
%! b.md
## [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, arXiv'23
%! c.md
## [Paper Note] Hyena Hierarchy for Long Convolutions, Michael Poli+, ICML'23
)";

TEST(DuplicateBook, ConcernsNotesThatHoldTheEntryEdited) {
  Followed vault(kVault);
  vault.edit("a.md", "COLM'24", "ICLR'24");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
  vault.edit("a.md", "Mamba: Linear", "Zebra: Quadratic");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
  vault.edit("a.md", "Zebra: Quadratic", "Mamba: Linear");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
}

TEST(DuplicateBook, ConcernsNotesThatNameAPlaceThatMoves) {
  Followed vault(kVault);
  vault.edit("c.md", "## ", "# List\n\n## ");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "c.md"}));
}

TEST(DuplicateBook, ConcernsNobodyElseWhereNothingOfAWorkChanges) {
  Followed vault(kVault + std::string("%! d.md\nwords\n"));
  vault.edit("d.md", "words", "word");
  EXPECT_EQ(vault.follow(), (Strings{"d.md"}));
  EXPECT_EQ(vault.follow(), Strings());
}

TEST(DuplicateBook, FollowsNotesThatGoAndComeAndStandAside) {
  Followed vault(kVault);
  vault.workspace().unload("/vault/b.md");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "(gone)"}));
  vault.open("b.md",
             "## [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, arXiv'23\n");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
  vault.workspace().set_aside("/vault/b.md", true);
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
}

TEST(DuplicateBook, FollowsCopiesThatAreNoLonger) {
  std::string note = "# [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, COLM'24\n\n";
  while (note.size() < 600) note += "A state that is kept small, and chosen by what is read.\n";
  Followed vault("%! a.md\n" + note + "%! b.md\n" + note);
  vault.edit("a.md", "A state", "The state");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
  vault.edit("a.md", "The state", "A state");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
}

TEST(DuplicateBook, FollowsLinksFromOneToTheOther) {
  Followed vault(R"(
%! own.md
# Sparse Lattices for Ancient Text
https://arxiv.org/abs/2301.00001
words
%! record.md
---
title: Sparse Lattices for Ancient Text
arxiv: 2301.00001
permalink: /lattices/
---
)");
  vault.edit("own.md", "words", "[[record]]");
  EXPECT_EQ(vault.follow(), (Strings{"own.md", "record.md"}));
  vault.edit("own.md", "[[record]]", "https://example.org/lattices");
  vault.follow();
  vault.edit("record.md", "/lattices/", "/letters/");
  EXPECT_EQ(vault.follow(), (Strings{"own.md", "record.md"}));
}

TEST(DuplicateBook, FollowsWhatBecomesALineOfAList) {
  const std::string note = "---\ntitle: Sparse Lattices for Ancient Text\narxiv: 2301.00001\n---\n";
  Followed vault("%! a.md\n" + note + "one\n%! b.md\n" + note +
                 "two\n%! README.md\n"
                 "- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/2301.00001)\n"
                 "- [Watering Trees by Moonlight](https://arxiv.org/abs/2301.00002)\n"
                 "- [Long Rivers and Short Ferries](https://arxiv.org/abs/2301.00003)\n"
                 "- [Counting Boats at Night](https://arxiv.org/abs/2301.00004)\n");
  vault.edit("README.md", "- [Watering",
             "- [Weaving Nets from Reeds](https://arxiv.org/abs/2301.00005)\n- [Watering");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md", "README.md"}));
  vault.edit("b.md", "Lattices", "Ladders");
  vault.follow();
}

// A link leads to a note only where that is about one work.
TEST(DuplicateBook, FollowsNotesThatComeToHoldMore) {
  Followed vault(R"(
%! own.md
# Sparse Lattices for Ancient Text
https://arxiv.org/abs/2301.00001
[[record]]
%! record.md
## Sparse Lattices for Ancient Text
https://arxiv.org/abs/2301.00001
words
)");
  vault.edit("record.md", "words",
             "## Watering Trees by Moonlight\nhttps://arxiv.org/abs/2301.00002\n");
  EXPECT_EQ(vault.follow(), (Strings{"own.md", "record.md"}));
}

// Two slips leave nothing to find a title by but its author with a word, until too many have both.
TEST(DuplicateBook, FollowsBlocksThatCloseAndOpen) {
  const auto line = [](const std::string& title) {
    return "## [Paper Note] " + title + " Lattices, Ana Silva+, ACL'20\n";
  };
  const auto other = [&](size_t i) {
    const auto at = [](size_t k) { return static_cast<char>('b' + k); };
    return line(std::string{at(i % 20), 'u', at(i / 20), 'w', 'y', 'x'} + ' ' +
                std::string{at(i / 20), 'a', at(i % 20), 'q', 'e', 'z'});
  };
  std::string text = "%! many.md\n" + line("Gobirmel Fobarnixol") + line("Hobirmel Vobarnixol");
  for (size_t i = 2; i < notes::kMostInBlock; ++i) text += other(i);
  Followed vault(text + "%! last.md\nwords\n");
  const auto groups = [&] { return all_duplicates(vault.workspace().snapshot()).size(); };
  ASSERT_EQ(groups(), 1u);
  vault.edit("last.md", "words\n", other(notes::kMostInBlock));
  vault.follow();
  ASSERT_EQ(groups(), 0u);
  vault.edit("last.md", "Lattices", "Brooks");
  vault.follow();
  EXPECT_EQ(groups(), 1u);
}

TEST(DuplicateBook, FollowsHeadingsOverPosts) {
  Followed vault(R"(
# Signals
**Sparse Lattices for Ancient Text** \
*Jane Doe* \
[[Website](https://jane.example.org/lattices)] \
5 May 2023

**Counting Boats at Night** \
*Jane Doe* \
[[Website](https://jane.example.org/boats)] \
6 May 2023

# Letters
**Long Rivers and Short Ferries** \
*Jane Doe, John Roe* \
ICLR 2023. [[Paper](https://arxiv.org/abs/2301.00003)] \
1 Jan 2023

**Weaving Nets from Reeds** \
*Jane Doe, John Roe* \
ICLR 2023. [[Paper](https://arxiv.org/abs/2301.00005)] \
1 Jan 2023

**Sparse Lattices for Ancient Text** \
*Jane Doe, John Roe* \
ICLR 2023. [[Paper](https://arxiv.org/abs/2301.00001)] \
1 Jan 2023
)");
  for (const auto& [old, now] : {std::pair("Signals", "Posts"), std::pair("Posts", "Signals"),
                                 std::pair("Signals", "Blog")}) {
    vault.edit("a.md", old, now);
    EXPECT_EQ(vault.follow(), (Strings{"a.md"}));
  }
}

TEST(DuplicateBook, FollowsPreprintsWhoseNumberAnotherPaperHas) {
  Followed vault(R"(
- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/2301.00001)
- [Watering Trees by Moonlight](https://arxiv.org/abs/2301.00002)
- [Long Rivers and Short Ferries](https://arxiv.org/abs/2301.00003)
%! b.md
- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/2309.10505)
- [Counting Boats at Night](https://arxiv.org/abs/2301.00004)
- [Weaving Nets from Reeds](https://arxiv.org/abs/2301.00005)
)");
  vault.edit("a.md", "2301.00002", "2301.00001");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
  vault.edit("a.md", "2301.00001)\n- [Long", "2301.00002)\n- [Long");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
}

TEST(DuplicateBook, FollowsNearCopiesThatAreEditedApart) {
  std::string note = "# [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, COLM'24\n\n";
  for (int i = 0; i < 30; ++i) note += "State " + std::to_string(i) + " is kept small.\n";
  Followed vault("%! a.md\n" + note + "%! b.md\n" + note + "So it is said.\n");
  vault.edit("a.md", "State", std::string(400, 's'));
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
  vault.edit("a.md", std::string(400, 's'), "State");
  EXPECT_EQ(vault.follow(), (Strings{"a.md", "b.md"}));
}

// Titles of few words, so that many are one work, and everything hangs together.
class Typist {
 public:
  explicit Typist(unsigned seed) : random_(seed), words_(3 + below(20)) {}

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::string line() {
    if (below(6) == 0) return below(2) == 0 ? "# List " + std::to_string(below(3)) + "\n" : "\n";
    std::string out = below(2) == 0 ? "## [Paper Note] " : "- [Paper Note] ";
    const unsigned length = 2 + below(4);
    for (unsigned i = 0; i < length; ++i) {
      out += kWords[below(words_)];
      out += below(9) == 0 ? ": " : " ";
    }
    out += ", Ann Name" + std::to_string(below(3)) + "+, " + (below(2) == 0 ? "ACL" : "arXiv") +
           "'2" + std::to_string(below(3)) + "\n";
    if (below(3) == 0)
      out += "    - arXiv: https://arxiv.org/abs/2001.000" + std::to_string(10 + below(40)) + "\n";
    return out;
  }
  std::string note(unsigned lines) {
    std::string out;
    for (unsigned i = 0; i < lines; ++i) out += line();
    return out;
  }
  void change(Followed& vault) {
    const std::string path = std::string(1, static_cast<char>('a' + below(4))) + ".md";
    notes::Workspace& workspace = vault.workspace();
    const std::string absolute = "/vault/" + path;
    if (!workspace.is_open(absolute)) {
      if (!workspace.snapshot().find(absolute) || below(4) == 0) return vault.open(path, note(20));
      vault.open(path, vault.bytes(path));
    }
    const std::string text = vault.bytes(path);
    switch (below(12)) {
      case 0:
        workspace.close(absolute);
        workspace.unload(absolute);
        return;
      case 1:
        workspace.set_aside(
            absolute, !workspace.snapshot().stands_aside(*workspace.snapshot().find(absolute)));
        return;
      case 2:
        return vault.open(path, vault.bytes(path) + note(30));
      default:
        break;
    }
    const auto at = below(static_cast<unsigned>(text.size()) + 1);
    const auto end = static_cast<unsigned>(std::min<size_t>(text.size(), at + below(60)));
    const size_t start = below(3) == 0 ? text.find('\n', at) : at;
    const auto from = static_cast<uint32_t>(start == std::string::npos ? at : start + 1);
    workspace.edit(absolute, {from, std::max(from, end)}, below(2) == 0 ? line() : "");
  }

 private:
  static constexpr const char* kWords[] = {
      "Sparse", "Graphs", "Prompt", "Flow",   "Reading", "Noise", "Camera", "Kernels",
      "Vision", "Tree",   "Music",  "Proofs", "Rivers",  "Salt",  "Clouds", "Bridges",
      "Paper",  "Ink",    "Copper", "Glass",  "Wool",    "Sand",  "Amber"};
  std::mt19937 random_;
  unsigned words_;
};

TEST(DuplicateBook, SaysWhatIsFoundFromScratch) {
  for (unsigned seed = 0; seed < 15; ++seed) {
    Typist typist(seed);
    std::string text;
    for (char name = 'a'; name < 'e'; ++name)
      text += std::string("%! ") + name + ".md\n" + typist.note(5 + typist.below(25));
    Followed vault(text);
    for (int step = 0; step < 40; ++step) {
      for (unsigned changes = 1 + typist.below(3); changes > 0; --changes) typist.change(vault);
      vault.follow();
      if (testing::Test::HasFailure()) FAIL() << "seed " << seed << ", step " << step;
    }
  }
}

}  // namespace
