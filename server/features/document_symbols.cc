#include "features/outline.h"
#include "features/symbols.h"

namespace features {

using notes::Note;
using notes::NoteId;
using notes::PlacedChunk;
using notes::Snapshot;

namespace {

// Makes the tree of what a walk opens and closes.
class Tree {
 public:
  void open(const OutlineItem& item, const PlacedChunk& in, bool) {
    open_.push_back({item.kind,
                     item.name,
                     item.detail,
                     {in.base + item.begin, 0},
                     item.selection.shifted(in.base),
                     {}});
  }
  void close(const OutlineItem&, const PlacedChunk&, uint32_t end, bool) {
    DocumentSymbol done = std::move(open_.back());
    open_.pop_back();
    done.range.end = end;
    open_.back().children.push_back(std::move(done));
  }

  std::vector<DocumentSymbol> take() && { return std::move(open_.front().children); }

 private:
  std::vector<DocumentSymbol> open_{DocumentSymbol{}};  // the first is the note
};

}  // namespace

std::vector<DocumentSymbol> document_symbols(const Snapshot& vault, NoteId id) {
  const Note* note = vault.note(id);
  if (!note) return {};
  std::vector<std::vector<OutlineItem>> items;
  for (const PlacedChunk& in : note->chunks()) items.push_back(outline_in(*note, in));
  Tree tree;
  OutlineWalk<OutlineItem, Tree> walk(note->text(), tree);
  for (size_t i = 0; i < items.size(); ++i)
    for (const OutlineItem& item : items[i]) walk.add(item, note->chunks()[i]);
  walk.end();
  return std::move(tree).take();
}

}  // namespace features
