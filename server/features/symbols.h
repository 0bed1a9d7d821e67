// What a note consists of, as a tree for outlines, and where in the vault something is by its
// title, author or tag. Pure: any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "features/tags.h"
#include "notes/snapshot.h"

namespace features {

enum class SymbolKind : uint8_t { kHeading, kEntry };

struct DocumentSymbol {
  SymbolKind kind = SymbolKind::kHeading;
  std::string name;    // never empty
  std::string detail;  // `Defa Zhu+, ICLR'25` of an entry
  notes::Range range;  // holds the selection and all children; siblings do not overlap
  notes::Range selection;
  std::vector<DocumentSymbol> children;
};

// Headings nest by their level; an entry is its own heading, or lies in the one above it.
std::vector<DocumentSymbol> document_symbols(const notes::Snapshot& vault, notes::NoteId note);

struct WorkspaceSymbol {
  std::string name;
  std::string container;  // who and where: `Defa Zhu+, ICLR'25 · papers/hyper.md`
  Spot spot;              // the title
};

// Entries whose title and authors have all words of the query; behind `#` or `＃` entries that
// carry a tag like it. The best match first, then the newest; an empty query lists the newest.
std::vector<WorkspaceSymbol> workspace_symbols(const notes::Snapshot& vault, std::string_view query,
                                               size_t limit = 200);

}  // namespace features
