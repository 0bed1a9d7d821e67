// Completing what stands in `[[`: a note by its name or path, an entry by any words of its title.
// What is put there is what resolve() leads back from, tried out before it is offered: for a note
// `[[name]]`, or the shortest path where the name is another's too; for an entry that has its file
// to itself the link to that file, `[[name|Title]]`; for one of several `[[note#Title]]`, else
// `[[note#slug|Title]]`, else `[[Title]]`. Pure: any thread.
#pragma once

#include <optional>

#include "features/completion.h"
#include "features/cursor.h"

namespace features {

struct LinkQuestion {
  notes::Range edit;  // from behind `[[` to behind the `]]`, or to the cursor where there is none
  uint32_t cursor = 0;

  LinkQuestion shifted(uint32_t by) const { return {edit.shifted(by), cursor + by}; }
};

// Nothing behind `#` or `|`: what is named there is known already.
// Whether a wiki link is open at the cursor, whatever may be offered there.
bool is_in_link(const CursorLine& line);
std::optional<LinkQuestion> link_at(const CursorLine& line);

Completions offer_links(const notes::Snapshot& vault, notes::Place place, const LinkQuestion& asked,
                        const CompletionOptions& options);

// Its card. The entry is where it was, or another of the note that has the title.
std::string documentation_of_entry(const notes::Snapshot& vault, notes::EntryId id,
                                   const std::string& title);

}  // namespace features
