#include "notes/all_candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "notes/duplicate_candidates.h"
#include "support/fixture.h"

namespace {

using notes::EntryId;
using support::Fixture;
using Candidates = std::map<EntryId, std::vector<EntryId>>;

Candidates at_once(const notes::Snapshot& vault) {
  notes::AllCandidates all(vault);
  Candidates out;
  for (notes::AllCandidates::Number i = 0; i < all.size(); ++i) {
    out[all.id_of(i)];
    for (const auto j : all.behind(i)) {
      out[all.id_of(i)].push_back(all.id_of(j));
      out[all.id_of(j)].push_back(all.id_of(i));
    }
  }
  for (auto& [entry, others] : out) std::sort(others.begin(), others.end());
  return out;
}

Candidates one_by_one(const notes::Snapshot& vault) {
  Candidates out;
  for (notes::NoteId note = 0; note < vault.note_limit(); ++note) {
    for (uint32_t i = 0; i < vault.note(note)->entries().size(); ++i) {
      std::vector<EntryId>& others = out[{note, i}];
      others = candidates_of(vault, *vault.entry({note, i}));
      std::erase(others, EntryId{note, i});
    }
  }
  return out;
}

// Titles of few words, so that many are candidates of many, and some keys are held too often.
std::string crowded(unsigned seed) {
  std::mt19937 random(seed);
  const char* words[] = {"Sparse", "Graphs",  "Prompt", "Flow", "Reading", "Noise",
                         "Camera", "Kernels", "Vision", "Tree", "Music",   "Proofs"};
  const size_t known = 2 + random() % 11;
  std::string text;
  for (char name = 'a'; name < 'e'; ++name) {
    text += std::string("%! ") + name + ".md\n";
    for (int i = 0; i < 40; ++i) {
      text += "## [Paper Note] ";
      const size_t length = 1 + random() % 5;
      for (size_t k = 0; k < length; ++k) {
        text += words[random() % known];
        text += random() % 8 == 0 ? ": " : " ";
      }
      text += ", A. Name" + std::to_string(random() % 5) + "+, ACL'20\n";
      if (random() % 4 == 0)
        text +=
            "- arXiv: https://arxiv.org/abs/2001.000" + std::to_string(10 + random() % 50) + "\n";
    }
  }
  return text;
}

TEST(AllCandidates, AreThoseOfEachEntry) {
  size_t pairs = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Fixture fixture(crowded(seed));
    const Candidates all = at_once(fixture.vault());
    EXPECT_EQ(all, one_by_one(fixture.vault())) << crowded(seed);
    for (const auto& [entry, others] : all) pairs += others.size();
  }
  EXPECT_GT(pairs, 10000u);
}

TEST(AllCandidates, LeaveOutWeakEntriesAndWhatStandsAside) {
  Fixture fixture(R"(
%! a.md
## [Paper Note] Mamba, Albert Gu+, COLM'24
%! b.md
## [Paper Note] Mamba, Albert Gu+, COLM'24
%! c.md
# Mamba
)");
  const auto count = [&] {
    notes::AllCandidates all(fixture.vault());
    size_t out = 0;
    for (notes::AllCandidates::Number i = 0; i < all.size(); ++i) out += all.behind(i).size();
    return out;
  };
  EXPECT_EQ(count(), 1u);
  fixture.workspace().open("/vault/b.md", "## [Paper Note] Mamba, Albert Gu+, COLM'24\n");
  fixture.workspace().set_aside("/vault/b.md", true);
  EXPECT_EQ(count(), 0u);
}

}  // namespace
