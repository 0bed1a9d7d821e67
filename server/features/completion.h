// What may be typed here: tags after `#` or `＃` and in the lists of front matter; notes and
// entries after `[[`. Nothing anywhere else. Reads the index and the entries' fields, never the
// vault's text, so that it answers between two keystrokes. Pure: any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "notes/snapshot.h"

namespace features {

enum class CompletionKind : uint8_t { kTag, kNote, kEntry };

struct Completion {
  CompletionKind kind = CompletionKind::kTag;
  std::string label;                    // `#Selected Papers/Blogs`, or a title
  std::string detail;                   // `12 uses`, `Defa Zhu+, ICLR'25`
  std::string documentation;            // inert markdown, may be empty; see document()
  std::optional<notes::EntryId> entry;  // that is offered, in the snapshot it was asked about
  notes::Range edit;                    // on one line, touching the cursor
  std::string text;                     // what the edit puts there
  // What the client compares with the text between the edit's start and the cursor. Always fits it,
  // even where the match was made by folding or by words out of order.
  std::string filter;
};

struct Completions {
  std::vector<Completion> items;  // the best first
  // Ask again as typing goes on: some were left out, or what is typed may go on with a space, where
  // clients would stop asking.
  bool incomplete = false;
};

struct CompletionOptions {
  size_t limit = 100;
  // Document the first of the items at once, for who will not ask for it.
  bool documented = true;
};

Completions complete(const notes::Snapshot& vault, notes::Place place,
                     const CompletionOptions& options = {});

// The documentation of an item that was offered, maybe from an earlier snapshot: by its label, and
// where its entry was, if it is one. Empty when there is nothing to say, or no such thing any more.
std::string document(const notes::Snapshot& vault, CompletionKind kind, const std::string& label,
                     std::optional<notes::EntryId> entry);

}  // namespace features
