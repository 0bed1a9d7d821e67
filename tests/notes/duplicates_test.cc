#include "notes/duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

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

// `a.md:1 b.md:2 (same title and first author)`
Strings show(const notes::Snapshot& vault, const std::vector<DuplicateGroup>& groups) {
  Strings out;
  for (const DuplicateGroup& group : groups) {
    std::string& line = out.emplace_back();
    for (const EntryId id : group.entries) line += show(vault, id) + " ";
    line += "(" + group.reason + ")";
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
        {"a.md:2 b.md:1 (same arXiv id 1603.08511)"});
}

TEST(Duplicates, AreEntriesThatShareTitleAndFirstAuthor) {
  check(R"(
## [Paper Note] NEFTune: Noisy Embeddings, Neel Jain+, ICLR'24
## Other things
## [Paper Note] NEFTune - noisy embeddings, N. Jain+, arXiv'23
)",
        {"a.md:1 a.md:3 (same title and first author)"});
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
        {"a.md:1 b.md:1 c.md:1 (same arXiv id 1704.03732, same title and first author)"});
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
        {"a.md:2 b.md:1 (same title and first author)"});
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
  const std::string mamba = "a.md:1 b.md:2 (same title and first author)",
                    hyena = "b.md:1 c.md:1 (same title and first author)",
                    rwkv = "c.md:2 d.md:1 (same title and first author)";
  EXPECT_EQ(in("a.md"), (Strings{mamba}));
  EXPECT_EQ(in("b.md"), (Strings{mamba, hyena}));
  EXPECT_EQ(in("c.md"), (Strings{hyena, rwkv}));
  EXPECT_EQ(show(fixture.vault(), all_duplicates(fixture.vault())), (Strings{mamba, hyena, rwkv}));
  const std::vector<EntryId> others = duplicates_of(fixture.vault(), {fixture.id("b.md"), 0});
  ASSERT_EQ(others.size(), 1u);
  EXPECT_EQ(show(fixture.vault(), others.front()), "c.md:1");
}

// The obvious way: every pair of entries, and whatever hangs together.
std::vector<std::vector<EntryId>> by_all_pairs(const notes::Snapshot& vault) {
  std::vector<std::vector<EntryId>> groups;
  for (notes::NoteId note = 0; note < vault.note_limit(); ++note) {
    for (uint32_t i = 0; i < vault.note(note)->entries().size(); ++i) {
      std::vector<EntryId> group = {{note, i}};
      std::erase_if(groups, [&](const std::vector<EntryId>& other) {
        const bool joined = std::ranges::any_of(other, [&](EntryId id) {
          const notes::Entry &a = *vault.entry(id), &b = *vault.entry({note, i});
          return (!a.author_key.empty() && a.title_key == b.title_key &&
                  a.author_key == b.author_key) ||
                 std::ranges::any_of(a.identifiers, [&](const notes::Identifier& own) {
                   return std::ranges::find(b.identifiers, own) != b.identifiers.end();
                 });
        });
        if (joined) group.insert(group.end(), other.begin(), other.end());
        return joined;
      });
      groups.push_back(std::move(group));
    }
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  for (auto& group : groups) std::sort(group.begin(), group.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

TEST(Duplicates, AreWhatComparingAllPairsFinds) {
  std::mt19937 random(7);
  const auto below = [&](unsigned limit) { return std::to_string(random() % limit); };
  for (int round = 0; round < 30; ++round) {
    std::string text;
    for (char name = 'a'; name < 'h'; ++name) {
      text += std::string("%! ") + name + ".md\n";
      for (int i = 0; i < 5; ++i) {
        text += "## [Paper Note] Title " + below(40) + ", A. Name" + below(3) + "+, ACL'20\n";
        if (random() % 2 == 0)
          text += "- arXiv: https://arxiv.org/abs/2001.000" + below(40) + "0\n";
      }
    }
    const Fixture fixture(text);
    std::vector<std::vector<EntryId>> found;
    for (DuplicateGroup& group : all_duplicates(fixture.vault())) {
      found.push_back(std::move(group.entries));
    }
    EXPECT_EQ(found, by_all_pairs(fixture.vault())) << text;
  }
}

}  // namespace
