// What in a note can be opened: the page of an identifier (arXiv, DOI, OpenReview, ACL), and the
// note that a wiki link, a relative link or a bare title leads to. Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/tags.h"
#include "notes/snapshot.h"

namespace features {

// Either `url` or `target` is given.
struct DocumentLink {
  notes::Range range;
  std::string url;
  std::optional<Spot> target;
  std::string tooltip;
};

// In the order of the text. What leads nowhere is left out.
std::vector<DocumentLink> document_links(const notes::Snapshot& vault, notes::NoteId note);

}  // namespace features
