#include "notes/key_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace {

using notes::Key;
using notes::KeyTable;
using notes::NoteId;

std::set<NoteId> holders(const KeyTable& table, Key key) {
  const auto found = table.holders(key);
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
  return {found.begin(), found.end()};
}

TEST(KeyTable, HoldsWhatWasAddedAndNotRemoved) {
  std::minstd_rand random(1);
  KeyTable table;
  std::map<Key, std::set<NoteId>> wanted;
  for (int step = 0; step < 50000; ++step) {
    // Few places, so that many keys want the same, around the end of the table too; 0 among them.
    const Key key = Key{random() % 40} << 8 | random() % 3 << 60 | random() % 4;
    const NoteId note = static_cast<NoteId>(random() % 5);
    if (random() % 2 == 0) {
      table.add(key, note);
      wanted[key].insert(note);
    } else {
      table.remove(key, note);
      wanted[key].erase(note);
    }
    if (step % 100 != 0) continue;
    bool is_empty = true;
    for (const auto& [held, notes] : wanted) {
      ASSERT_EQ(holders(table, held), notes) << held << " at " << step;
      is_empty = is_empty && notes.empty();
    }
    ASSERT_EQ(table.empty(), is_empty);
  }
}

TEST(KeyTable, KnowsNothingWhileItIsEmpty) {
  KeyTable table;
  EXPECT_TRUE(table.holders(0).empty());
  table.remove(7, 1);
  table.add(7, 1);
  table.remove(7, 2);
  EXPECT_EQ(holders(table, 7), std::set<NoteId>{1});
}

}  // namespace
