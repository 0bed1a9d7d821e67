// Writes the outline of one document as JSON, for whoever asks after each keystroke: in a note of
// many thousands of entries it is megabytes, so what was written of a chunk is kept, and written
// again only where the chunk is another or stands on other lines. Any thread; of two that ask at
// once, one writes everything.
#pragma once

#include <atomic>
#include <memory>

#include "convert.h"

namespace server {

class Outliner {
 public:
  Outliner() = default;
  ~Outliner();
  Outliner(const Outliner&) = delete;
  Outliner& operator=(const Outliner&) = delete;

  // The outline of the document as it is in the view: a tree, where the client takes one.
  protocol::DocumentSymbolResult write(const View& view, notes::NoteId note) const;

 private:
  struct Kept;
  protocol::LongJson write_tree(const View& view, notes::NoteId note) const;
  mutable std::atomic<Kept*> kept_{nullptr};  // nullptr while somebody has it
};

}  // namespace server
