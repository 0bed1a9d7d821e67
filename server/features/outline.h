// The outline of a note, chunk by chunk, and how it nests: what document_symbols() makes a tree of,
// and what is else written straight away. Pure: any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "features/symbols.h"
#include "notes/note.h"

namespace features {

// A symbol before it is known what lies in it. Ranges are relative to the chunk's start.
struct OutlineItem {
  uint32_t begin = 0;
  int level = 0;
  notes::Range selection;
  // Where it ends if nothing lies in it; kOpen of the last of a chunk, for what follows decides.
  uint32_t end = kOpen;
  SymbolKind kind = SymbolKind::kHeading;
  std::string name;    // never empty
  std::string detail;  // see DocumentSymbol

  static constexpr uint32_t kOpen = std::numeric_limits<uint32_t>::max();
};

// Those that begin in the chunk, in their order. `in` is one of the note's.
std::vector<OutlineItem> outline_in(const notes::Note& note, const notes::PlacedChunk& in);
// Whether they are what they are whatever else is in the note.
bool is_outlined_alone(const notes::Note& note, const notes::PlacedChunk& in);

// Where a symbol ends that is followed by what begins at `stop` and holds all up to `floor`.
uint32_t end_before(const notes::Text& text, uint32_t stop, uint32_t floor);

// Nests symbols that are given in their order. `Item` has of OutlineItem what is compared; it and
// its chunk stay as they are until the end. Belongs to one call.
//   sink.open(item, in, is_first)     lies in the last that is open, and is the first that does
//   sink.close(item, in, end, is_leaf)  the last that is open ends there
template <class Item, class Sink>
class OutlineWalk {
 public:
  OutlineWalk(const notes::Text& text, Sink& sink) : text_(text), sink_(sink) {}

  void add(const Item& item, const notes::PlacedChunk& in) {
    const uint32_t begin = in.base + item.begin;
    close(item.level, begin);
    Open& around = open_.back();
    if (around.holds_some && begin < around.end_of_last) return;  // lies over the one before
    sink_.open(item, in, !around.holds_some);
    around.holds_some = true;
    open_.push_back({&item, &in});
  }

  bool is_last_open(const Item& item) const { return open_.back().item == &item; }
  // As though all of a row had been added, of which the first is the last that is open: each ends
  // where the next begins or before, `before_last` too. The sink is told of none.
  void pass(const Item& before_last, const Item& last, const notes::PlacedChunk& in) {
    open_.back() = {&last, &in};
    Open& around = open_[open_.size() - 2];
    around.end_of_last = in.base + before_last.end;
    around.stop_of_last = in.base + last.begin;
  }

  // After the last.
  void end() { close(0, text_.size()); }

 private:
  struct Open {
    const Item* item = nullptr;
    const notes::PlacedChunk* in = nullptr;
    bool holds_some = false;
    uint32_t end_of_last = 0;   // of what it holds
    uint32_t stop_of_last = 0;  // what followed that
  };

  void close(int level, uint32_t stop) {
    while (open_.size() > 1 && open_.back().item->level >= level) {
      const Open done = open_.back();
      open_.pop_back();
      const uint32_t end = end_of(done, stop);
      sink_.close(*done.item, *done.in, end, !done.holds_some);
      open_.back().end_of_last = end;
      open_.back().stop_of_last = stop;
    }
  }

  uint32_t end_of(const Open& done, uint32_t stop) const {
    const uint32_t base = done.in->base;
    if (!done.holds_some && done.item->end != OutlineItem::kOpen) return base + done.item->end;
    uint32_t end = base + done.item->selection.end;
    if (done.holds_some) end = std::max(end, done.end_of_last);
    // Nothing but white space is between what it holds and what follows that.
    if (done.holds_some && done.stop_of_last == stop) return end;
    return end_before(text_, std::max(stop, end), end);
  }

  const notes::Text& text_;
  Sink& sink_;
  std::vector<Open> open_{Open{}};  // the first is the note
};

}  // namespace features
