#include "notes/recheck.h"

#include <algorithm>

namespace notes {

std::vector<NoteId> notes_sharing_works(const Snapshot& vault, const Note* before,
                                        const Note* after) {
  std::vector<NoteId> out;
  for (const Note* note : {before, after}) {
    if (!note) continue;
    for (Key key : note->keys()) {
      if (kind_of(key) != KeyKind::kIdentifier && kind_of(key) != KeyKind::kTitle) continue;
      const auto holders = vault.index().notes_with(key);
      out.insert(out.end(), holders.begin(), holders.end());
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace notes
