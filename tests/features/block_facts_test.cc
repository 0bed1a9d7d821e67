#include "features/block_facts.h"

#include <gtest/gtest.h>

#include <random>

#include "features/best_entries.h"
#include "notes/fuzzy.h"
#include "support/fixture.h"

namespace features {
namespace {

using support::Fixture;

constexpr const char* kSyllables[] = {"ka", "re", "to", "qui", "ll", "翻訳", "研究", "x", "🦙"};

std::string word(std::mt19937& random, size_t most) {
  std::string out;
  for (size_t i = 0; i <= random() % most; ++i) out += kSyllables[random() % std::size(kSyllables)];
  return out;
}

std::string some_notes(std::mt19937& random, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i)
    out += "%! " + word(random, 4) + ' ' + word(random, 2) + std::to_string(i) +
           ".md\n---\ntitle: " + word(random, 5) + ' ' + word(random, 3) + "\nauthors: [" +
           word(random, 2) + " Lee]\nyear: 2020\narxiv: 2001." + std::to_string(10000 + i) +
           "\n---\ntext\n";
  return out;
}

std::vector<bool> as_list(const FeatureRows::Columns& columns, size_t count) {
  std::vector<bool> out(count);
  for_each_column(columns, [&](size_t at) { out.at(at) = true; });
  return out;
}

// No name that fits is passed over, and few that do not are looked at.
TEST(BlockFacts, TellWhichNamesMayFit) {
  std::mt19937 random(5);
  const Fixture fixture(some_notes(random, 300));
  size_t fitting = 0, looked_at = 0, all = 0;
  for (int i = 0; i < 200; ++i) {
    std::string query = word(random, 2);
    if (i % 3 == 0) query += ' ' + word(random, 2);
    const QueryFeatures sought(query);
    fixture.vault().for_each_block([&](const notes::NoteTable::Block& block, notes::NoteId first) {
      const NameFacts& names = names_in(block, first);
      const size_t count = names.notes.size();
      const QueryFeatures::Fitting fit = sought.in(names.rows, count);
      const auto may_fit = as_list(fit.letters, count);
      for (size_t at = 0; at < count; ++at) {
        const std::string_view name = fixture.vault().note(names.notes[at])->folded_name();
        EXPECT_EQ(names.sizes[at], name.size());
        EXPECT_GE(names.sizes[at], names.shortest);
        const auto score = notes::fuzzy_score(query, name);
        fitting += score ? 1 : 0;
        looked_at += may_fit[at] ? 1 : 0;
        ++all;
        EXPECT_TRUE(may_fit[at] || !score) << query << " in " << name;
        if (!score) continue;
        EXPECT_LE(*score, sought.bound(fit, at, name.size())) << query << " in " << name;
        EXPECT_LE(*score, sought.bound(names.shortest));
      }
    });
  }
  EXPECT_GT(fitting, 100U);
  EXPECT_LT(looked_at, all / 2);
}

struct Found {
  int score = 0;
  uint64_t date = 0;
  notes::EntryId id;
  bool operator<(const Found& other) const {
    return score != other.score ? score > other.score : id < other.id;
  }
};

TEST(BlockFacts, PassOverNoChunkThatHoldsTheWords) {
  std::mt19937 random(6);
  const Fixture fixture(some_notes(random, 300));
  size_t wanted = 0, given = 0, all = 0;
  for (int i = 0; i < 200; ++i) {
    const WordsOfEntries words(word(random, 3));
    const Best<Found> best(10);
    const BestEntries sought(words, best, [](int score, uint64_t date, notes::EntryId id) {
      return Found{score, date, id};
    });
    fixture.vault().for_each_block([&](const notes::NoteTable::Block& block, notes::NoteId first) {
      for (const ChunkFacts& facts : chunks_in(block, first)) {
        std::vector<notes::NoteId> notes;
        sought.for_each_wanted(
            facts, [&](const ChunkFacts::One& one) { notes.push_back(one.first.note); });
        given += notes.size();
        for (const ChunkFacts::One& one : facts.chunks) {
          const notes::Digest& digest = *one.digest;
          EXPECT_EQ(one.newest, digest.newest());
          ++all;
          if (!words.is_wanted(digest) || words.next_in(digest, 0) >= digest.size()) continue;
          ++wanted;
          EXPECT_TRUE(std::ranges::binary_search(notes, one.first.note)) << words.all();
        }
      }
    });
  }
  EXPECT_GT(wanted, 100U);
  EXPECT_LT(given, all / 2);
}

TEST(BlockFacts, AreOfTheBlockAsItIs) {
  Fixture fixture("%! one.md\ntext\n%! two.md\ntext\n");
  const auto names = [](const notes::Snapshot& vault) {
    std::vector<uint32_t> out;
    vault.for_each_block([&](const notes::NoteTable::Block& block, notes::NoteId first) {
      out = names_in(block, first).sizes;
    });
    return out;
  };
  const notes::Snapshot before = fixture.vault();
  EXPECT_EQ(names(before), (std::vector<uint32_t>{3, 3}));
  fixture.workspace().open("/vault/three.md", "text\n");
  EXPECT_EQ(names(fixture.vault()), (std::vector<uint32_t>{3, 3, 5}));
  EXPECT_EQ(names(before), (std::vector<uint32_t>{3, 3}));
  fixture.workspace().open("/vault/four.md", "text\n");
  EXPECT_EQ(names(fixture.vault()), (std::vector<uint32_t>{3, 3, 5, 4}));
}

}  // namespace
}  // namespace features
