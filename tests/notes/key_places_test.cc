#include "notes/key_places.h"

#include <gtest/gtest.h>

#include "notes/note.h"

namespace {

using namespace notes;

std::string page(int entries) {
  std::string out;
  for (int i = 0; i < entries; ++i)
    out += "## [Paper Note] Title " + std::to_string(i % 900) + ", A. Author+, ICLR'25\n#tag\n\n";
  return out;
}

std::vector<EntryKey> looked_through(const Note& note, Key key) {
  std::vector<EntryKey> out;
  for (const PlacedChunk& in : note.chunks())
    for (const EntryKey& held : in.chunk->entry_keys)
      if (held.key == key) out.push_back({key, in.before.entries + held.entry});
  return out;
}

TEST(KeyPlaces, AreWhereLookingThroughAllChunksFindsTheKey) {
  auto note = Note::parse("/a.md", Text(page(1000)));
  ASSERT_GT(note->chunks().size(), KeyPlaces::kShortNote);
  const auto check = [&] {
    for (int i = 0; i < 1000; i += 7) {
      const Key key = make_key(KeyKind::kTitle, "title " + std::to_string(i));
      ASSERT_EQ(note->entries_with(key), looked_through(*note, key)) << i;
    }
  };
  check();
  // Words, lines, entries; much is taken away and put in again, at the start and at the end.
  const uint32_t size = note->text().size();
  note = note->edited({size / 2, size / 2}, "1");
  check();
  note = note->edited({size / 3, size / 2}, "");
  check();
  note = note->edited({0, 5}, page(300));
  check();
  note = note->edited({note->text().size(), note->text().size()}, page(100));
  check();
  note = note->edited({200, note->text().size() - 300}, "");
  check();
  note = note->edited({100, 100}, page(700));
  check();
}

}  // namespace
