// What an edit changes of who is in a note: all that the index has to know. It costs what the
// chunks cost that the two versions do not share. Pure: any thread.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "notes/note.h"

namespace notes {

struct Changes {
  std::vector<Key> gone, come;  // sorted
  std::vector<TagSum> was,
      is;  // tags, as they were counted and as they are; sorted; views of the notes
};

// Either may be nullptr.
Changes changes(const Note* before, const Note* after);

// The chunks of either that the other has not.
struct Differing {
  std::span<const PlacedChunk> before, after;
  bool some_shared = false;
};
Differing differing(const Note* before, const Note* after);

}  // namespace notes
