#include "notes/duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "notes/verdict_reason.h"
#include "support/fixture.h"

namespace {

using notes::DuplicateGroup;
using notes::EntryId;
using support::Fixture;
using Strings = std::vector<std::string>;

std::string show(const notes::Snapshot& vault, EntryId id) {
  const auto& entry = vault.entry(id);
  const uint32_t line = vault.note(id.note)->text().line_of(entry.at(entry->title_range).begin) + 1;
  return vault.display_path(id.note) + ":" + std::to_string(line);
}

// `a.md:1 b.md:2 (same title, same first author)`
Strings show(const notes::Snapshot& vault, const std::vector<DuplicateGroup>& groups) {
  Strings out;
  for (const DuplicateGroup& group : groups) {
    std::string& line = out.emplace_back();
    for (const EntryId id : group.entries) line += show(vault, id) + " ";
    line += "(";
    if (group.relation != notes::Relation::kSameWork)
      line += std::string(name_of(group.relation)) + ": ";
    line += group.reason + ")";
  }
  return out;
}

void check(std::string_view text, const Strings& groups) {
  const Fixture fixture(text);
  EXPECT_EQ(show(fixture.vault(), all_duplicates(fixture.vault())), groups);
}

TEST(Duplicates, AreEntriesThatShareAnIdentifier) {
  check(R"(
%! b.md
## [Paper Note] Colorful Image Colorization, Richard Zhang+, ECCV'16
- arXiv: https://arxiv.org/pdf/1603.08511v5
%! a.md
---
title: Colourful Images
arxiv: 1603.08511
---
)",
        {"a.md:2 b.md:1 (same arXiv id 1603.08511, same title (0.75))"});
}

TEST(Duplicates, AreEntriesThatShareTitleAndFirstAuthor) {
  check(R"(
## [Paper Note] NEFTune: Noisy Embeddings, Neel Jain+, ICLR'24
## Other things
## [Paper Note] NEFTune - noisy embeddings, N. Jain+, arXiv'23
)",
        {"a.md:1 a.md:3 (same title, same first author, arXiv'23 and ICLR'24)"});
}

TEST(Duplicates, NeedTheSameFirstAuthorOnBothSides) {
  check(R"(
%! a.md
## [Paper Note] Attention, Ann Lee+, ACL'20
## [Paper Note] Attention, Bob Ray+, ACL'20
%! b.md
---
title: Attention
year: 2020
---
%! c.md
---
title: Attention
year: 2020
---
)",
        {});
}

// Their titles have two neighbouring words in common, but not four.
TEST(Duplicates, OfOneAuthorNeedShareLittleToBeCompared) {
  const auto text = [](const std::string& author) {
    return R"(
## discovery of multilevel patterns from wide sparse tables
- authors: jan novak, eva mala
- venue: VLDB
- year: 1998
## discovery ofmultilevel patterns fromwide sparse tables
- authors: )" +
           author + R"(, eva mala
- venue: VLDB
)";
  };
  check(text("jan novak"), {"a.md:1 a.md:5 (same title (0.99), same first author)"});
  check(text("eva mala"), {});
}

TEST(Duplicates, HangTogetherByDifferentBonds) {
  check(R"(
%! a.md
## [Paper Note] Learning from Demonstrations, Todd Hester+, arXiv'17
- arXiv: https://arxiv.org/abs/1704.03732
%! b.md
## [Paper Note] Deep Q-learning from Demonstrations, Todd Hester+, AAAI'18
- arXiv: https://arxiv.org/abs/1704.03732
%! c.md
## [Paper Note] Deep Q-Learning from Demonstrations, T. Hester+, AAAI'18
)",
        {"a.md:1 b.md:1 c.md:1 (same arXiv id 1704.03732, same title (0.80), same first author, "
         "arXiv'17 and AAAI'18)"});
}

TEST(Duplicates, DoNotCountOneEntryTwice) {
  check(R"(
---
title: "Hyper-Connections"
authors: [Defa Zhu]
arxiv: 2409.19606
url: https://arxiv.org/abs/2409.19606v2
---
# Hyper-Connections
- arXiv: https://arxiv.org/abs/2409.19606
%! b.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
)",
        {"a.md:2 b.md:1 (same title, same first author, 2024 and ICLR'25)"});
}

TEST(Duplicates, OfANoteReachIntoOtherNotesOnly) {
  const Fixture fixture(R"(
%! a.md
## [Paper Note] Mamba, Albert Gu+, COLM'24
%! b.md
## [Paper Note] Hyena, Michael Poli+, ICML'23
## [Paper Note] Mamba, Albert Gu+, COLM'24
%! c.md
## [Paper Note] Hyena, Michael Poli+, ICML'23
## [Paper Note] RWKV, Bo Peng+, EMNLP'23
%! d.md
## [Paper Note] RWKV, Bo Peng+, EMNLP'23
)");
  const auto in = [&](std::string_view path) {
    return show(fixture.vault(), duplicates_in(fixture.vault(), fixture.id(path)));
  };
  const std::string mamba = "a.md:1 b.md:2 (same title, same first author)",
                    hyena = "b.md:1 c.md:1 (same title, same first author)",
                    rwkv = "c.md:2 d.md:1 (same title, same first author)";
  EXPECT_EQ(in("a.md"), (Strings{mamba}));
  EXPECT_EQ(in("b.md"), (Strings{mamba, hyena}));
  EXPECT_EQ(in("c.md"), (Strings{hyena, rwkv}));
  EXPECT_EQ(show(fixture.vault(), all_duplicates(fixture.vault())), (Strings{mamba, hyena, rwkv}));
  const std::vector<EntryId> others = duplicates_of(fixture.vault(), {fixture.id("b.md"), 0});
  ASSERT_EQ(others.size(), 1u);
  EXPECT_EQ(show(fixture.vault(), others.front()), "c.md:1");
}

TEST(Duplicates, OfEachNoteAreThoseOfTheVault) {
  std::mt19937 random(7);
  const auto below = [&](unsigned limit) { return std::to_string(random() % limit); };
  for (int round = 0; round < 30; ++round) {
    std::string text;
    for (char name = 'a'; name < 'h'; ++name) {
      text += std::string("%! ") + name + ".md\n";
      for (int i = 0; i < 5; ++i) {
        text += "## [Paper Note] Titles of Papers " + below(40) + ", A. Name" + below(3) +
                "+, ACL'" + below(3) + "0\n";
        if (random() % 2 == 0)
          text += "- arXiv: https://arxiv.org/abs/2001.000" + below(40) + "0\n";
      }
    }
    const Fixture fixture(text);
    const Strings all = show(fixture.vault(), all_duplicates(fixture.vault()));
    std::set<std::string> in_notes;
    for (notes::NoteId note = 0; note < fixture.vault().note_limit(); ++note)
      for (const std::string& line : show(fixture.vault(), duplicates_in(fixture.vault(), note)))
        in_notes.insert(line);
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()), in_notes) << text;
  }
}

TEST(Duplicates, AreNotWhatPeopleSayIsDifferent) {
  notes::Reading reading;
  reading.different_works.add("arxiv:2409.19606", "Hyper-Connections");
  Fixture fixture("");
  fixture.workspace().set_readings(
      {{"/vault", std::make_shared<const notes::Reading>(std::move(reading))}});
  fixture.workspace().open("/vault/b.md",
                           "## Hyper-Connections, Defa Zhu+, ICLR'25\n"
                           "https://arxiv.org/abs/2409.19606\n");
  fixture.workspace().open("/vault/c.md", "## Hyper-Connections, Defa Zhu+, ICLR'25\n");
  EXPECT_EQ(show(fixture.vault(), all_duplicates(fixture.vault())), Strings());
}

TEST(Duplicates, OfOneListUnderTwoHeadingsAreCrossListed) {
  check(R"(
## Vision
- [An Image is Worth 16x16 Words](https://arxiv.org/abs/2010.11929)
- [Masked Autoencoders Are Scalable Vision Learners](https://arxiv.org/abs/2111.06377)
- [Swin Transformer: Hierarchical Vision Transformer](https://arxiv.org/abs/2103.14030)
## Transformers
- [An Image is Worth 16x16 Words](https://arxiv.org/abs/2010.11929)
- [Swin Transformer: Hierarchical Vision Transformer](https://arxiv.org/abs/2103.14030)
- [Swin Transformer: Hierarchical Vision Transformer](https://arxiv.org/abs/2103.14030)
)",
        {"a.md:2 a.md:6 (cross-listing: same arXiv id 2010.11929, same title)",
         "a.md:4 a.md:7 a.md:8 (same arXiv id 2103.14030, same title)"});
}

// Whoever keeps a list of the notes names each paper once more.
TEST(Duplicates, OfANoteAndItsLineInAListOfNotesAreCrossListed) {
  const auto text = [](const std::string& list, const std::string& more) {
    return "%! " + list + "\n# Papers\n" +
           R"(- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/2301.00001))" + more + R"(
- [Watering Trees by Moonlight](https://arxiv.org/abs/2301.00002)
- [Long Rivers and Short Ferries](https://arxiv.org/abs/2301.00003)
- [Counting Boats at Night](https://arxiv.org/abs/2301.00004)
- [Weaving Nets from Reeds](https://arxiv.org/abs/2301.00005)
%! notes/lattices.md
---
title: Sparse Lattices for Ancient Text
arxiv: 2301.00001
---
)";
  };
  const std::string reason = ":2 (same arXiv id 2301.00001, same title)";
  const std::string reason_listed = ":2 (cross-listing: same arXiv id 2301.00001, same title)";
  check(text("README.md", ""), {"README.md:2 notes/lattices.md" + reason_listed});
  check(text("a-course-reading-list.md", ""),
        {"a-course-reading-list.md:2 notes/lattices.md" + reason_listed});
  check(text("Vision Index.md", ""), {"Vision Index.md:2 notes/lattices.md" + reason_listed});
  check(text("reading.md", ""), {"notes/lattices.md:2 reading.md" + reason});
}

TEST(Duplicates, OfANoteAndItsLineMayLeaveOutAPartOfTheTitle) {
  check(R"(
%! systems-reading-list.md
# Systems
- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/2301.00001)
- [Watering Trees by Moonlight](https://arxiv.org/abs/2301.00002)
- [Long Rivers and Short Ferries](https://arxiv.org/abs/2301.00003)
- [Counting Boats at Night](https://arxiv.org/abs/2301.00004)
- [Weaving Nets from Reeds](https://arxiv.org/abs/2301.00005)
%! notes/lattices.md
---
title: "Clay: Sparse Lattices for Ancient Text"
arxiv: 2301.00001
---
)",
        {"notes/lattices.md:2 systems-reading-list.md:2 (cross-listing: same arXiv id 2301.00001, "
         "same title (0.89))"});
}

TEST(Duplicates, AreNotLinesOfATableOfContents) {
  check(R"(
%! index.md
# Systems

## Table of Contents

| Title | Venue |
| --- | --- |
| Clay: Sparse Lattices for Ancient Text | ICLR '21 |
| Reeds: Weaving Nets by the River | ICML '21 |
| Ferries: Long Rivers and Short Nights | |

## To Read

- [Clay: Sparse Lattices for Ancient Text](https://arxiv.org/abs/2301.00001)
- [Reeds: Weaving Nets by the River](https://arxiv.org/abs/2301.00002)
- [Ferries: Long Rivers and Short Nights](https://arxiv.org/abs/2301.00003)
)",
        {});
}

TEST(Duplicates, AreNotPartsOfThePapersOwnFolder) {
  const auto text = [](const std::string& part) {
    return R"(
%! lattices/README.md
---
title: Sparse Lattices for Ancient Text
arxiv: 2301.00001
---
%! )" + part +
           R"(
---
title: Sparse Lattices for Ancient Text
arxiv: 2301.00001
---
)";
  };
  check(text("lattices/auto/lattices.md"), {});
  check(text("others/lattices.md"), {"lattices/README.md:2 others/lattices.md:2 (same arXiv id "
                                     "2301.00001, same title)"});
}

TEST(Duplicates, AlwaysSayWhy) {
  const Fixture fixture(R"(
# Themelio, NSDI'20
%! b.md
# Themelio: Fair and Efficient Cluster Gardening, NSDI'20
%! c.md
# Fairer Themelio Gardens, NSDI'20
)");
  std::vector<notes::WorkProfile> works;
  for (notes::NoteId note = 0; note < 3; ++note)
    works.push_back(notes::profile_of(*fixture.vault().entry({note, 0})));
  const auto reason = [&](size_t other) {
    const notes::WorkProfile* two[] = {&works[0], &works[other]};
    return reason_in_words(two, notes::Relation::kSameWork, 0.3F);
  };
  EXPECT_EQ(reason(1), "one title begins the other");
  EXPECT_EQ(reason(2), "similar title (0.30)");
}

TEST(Duplicates, AreNotToldOfMirroredLists) {
  const std::string list =
      "- [Alpha of Beta Gamma](https://arxiv.org/abs/2010.11921)\n"
      "- [Delta of Epsilon Zeta](https://arxiv.org/abs/2010.11922)\n"
      "- [Eta of Theta Iota](https://arxiv.org/abs/2010.11923)\n"
      "- [Kappa of Lambda My](https://arxiv.org/abs/2010.11924)\n"
      "- [Ny of Xi Omikron](https://arxiv.org/abs/2010.11925)\n";
  check("%! README.md\n" + list + "%! docs/index.md\n" + list, {});
}

TEST(Duplicates, AreNotWorksOfWhollyOtherPeople) {
  const auto note = [](const std::string& people) {
    return "---\ntitle: Quick and Structurally Random Matrices for Compressed Sensing\nauthors: [" +
           people + "]\nyear: 2012\n---\n";
  };
  const std::string some = "Thong Do, Lu Gan, Nam Nguyen, Trac Tran";
  check(
      "%! a.md\n" + note(some) + "%! b.md\n" + note("Jo Katine, Fay Albert, Bob Buhrman, Ed Myers"),
      {});
  check("%! a.md\n" + note(some) + "%! b.md\n" + note("Thong Do, Lu Gan, Nam Nguyen"),
        {"a.md:2 b.md:2 (same title, same first author)"});
}

TEST(Duplicates, AreNotTranslationsOfANote) {
  const std::string note = "---\ntitle: Sparse Lattices for Ancient Text\narxiv: 2301.00001\n---\n";
  const auto two = [&](const std::string& one, const std::string& other) {
    const Fixture fixture("%! " + one + "\n" + note + "some words\n%! " + other + "\n" + note +
                          "何か書いた\n");
    return all_duplicates(fixture.vault()).size();
  };
  EXPECT_EQ(two("lattices.md", "lattices.zh-CN.md"), 0u);
  EXPECT_EQ(two("lattices_en.md", "lattices_ja.md"), 0u);
  EXPECT_EQ(two("docs/en/lattices.md", "docs/zh/lattices.md"), 0u);
  EXPECT_EQ(two("docs/lattices.md", "docs/ja/lattices.md"), 0u);
  EXPECT_EQ(two("docs/lattices.md", "other/lattices.md"), 1u);
  EXPECT_EQ(two("lattices.md", "lattices-v2.md"), 1u);
  EXPECT_EQ(two("docs/en/lattices.md", "docs/zh/ladders.md"), 1u);
}

TEST(Duplicates, AreNotToldOfCopiesOfANote) {
  std::string note = "# [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, COLM'24\n\n";
  while (note.size() < 600) note += "A state that is kept small, and chosen by what is read.\n";
  check("%! a.md\n" + note + "%! b.md\n" + note, {});
  check("%! a.md\n" + note + "%! b.md\n" + note + "So it is said.\n",
        {"a.md:1 b.md:1 (other-version: same title, same first author, nearly the same text)"});
  check("%! a.md\n" + note + "%! b.md\n" + note + "So it is said.\nAnd done.\n",
        {"a.md:1 b.md:1 (same title, same first author)"});
}

TEST(Duplicates, OfTwoPreprintsAreVersions) {
  const auto list = [](const std::string& one, const std::string& other) {
    return "- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/" + one +
           ")\n- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/" + other +
           ")\n- [Watering Trees by Moonlight](https://arxiv.org/abs/2301.00002)\n";
  };
  check(list("2301.00001", "2309.10505"), {"a.md:1 a.md:2 (other-version: same title)"});
  // One digit is wrong, or two changed places.
  check(list("2301.00001", "2301.00007"), {"a.md:1 a.md:2 (same title)"});
  check(list("2301.00013", "2301.00031"), {"a.md:1 a.md:2 (same title)"});
  // It was taken from the line below.
  check(list("2309.10505", "2301.00002"),
        {"a.md:1 a.md:2 (same title)",
         "a.md:2 a.md:3 (identifier-conflict: same arXiv id 2301.00002, different titles)"});
}

TEST(Duplicates, OfOneIdentifierAndTwoTitlesAreConflicts) {
  check(R"(
- [Colorful Image Colorization](https://arxiv.org/abs/1603.08983)
- [Adaptive Computation Time for Recurrent Neural Networks](https://arxiv.org/abs/1603.08983)
- [Neural GPUs Learn Algorithms](https://arxiv.org/abs/1511.08228)
)",
        {"a.md:1 a.md:2 (identifier-conflict: same arXiv id 1603.08983, different titles)"});
}

}  // namespace
