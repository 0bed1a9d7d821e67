#include "notes/note_table.h"

#include <gtest/gtest.h>

namespace {

using namespace notes;

std::shared_ptr<const Note> note(const std::string& path) { return Note::parse(path, Text()); }

TEST(NoteTable, KeepsCopiesAsTheyWere) {
  NoteTable table;
  for (int i = 0; i < 700; ++i) {
    const NoteId id = table.add();
    table.own(id) = note("/" + std::to_string(id));
  }
  const NoteTable before = table;
  table.own(300) = nullptr;
  table.own(table.add()) = note("/new");
  EXPECT_EQ(before.size(), 700u);
  EXPECT_EQ(before.at(300)->path(), "/300");
  EXPECT_EQ(before.at(700), nullptr);
  EXPECT_EQ(table.at(300), nullptr);
  EXPECT_EQ(table.at(700)->path(), "/new");
  EXPECT_EQ(table.at(299), before.at(299));
}

TEST(PathTable, KeepsCopiesAsTheyWere) {
  NoteTable notes;
  PathTable table;
  const auto add = [&](const std::string& path) {
    const NoteId id = notes.add();
    notes.own(id) = note(path);
    table.add(path, id);
  };
  for (NoteId id = 0; id < 500; ++id) add("/" + std::to_string(id));
  const PathTable before = table;
  add("/new");
  EXPECT_FALSE(before.find("/new", notes));
  EXPECT_EQ(table.find("/new", notes), 500u);
  for (NoteId id = 0; id < 500; ++id) EXPECT_EQ(before.find("/" + std::to_string(id), notes), id);
}

TEST(PathTable, FindsNoNoteThatIsGone) {
  NoteTable notes;
  PathTable table;
  const NoteId id = notes.add();
  table.add("/a", id);
  EXPECT_FALSE(table.find("/a", notes));
  notes.own(id) = note("/a");
  EXPECT_EQ(table.find("/a", notes), id);
  notes.own(id) = note("/b");  // as where the keys of two paths are the same
  EXPECT_FALSE(table.find("/a", notes));
}

}  // namespace
