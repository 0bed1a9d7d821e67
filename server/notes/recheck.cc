#include "notes/recheck.h"

#include <algorithm>
#include <span>

#include "notes/changes.h"

namespace notes {

std::vector<NoteId> notes_sharing_works(const Snapshot& vault, const Note* before,
                                        const Note* after) {
  std::vector<NoteId> out;
  const auto add = [&](std::span<const PlacedChunk> chunks) {
    for (const PlacedChunk& in : chunks)
      for (const EntryKey& held : in.chunk->entry_keys) {
        if (kind_of(held.key) == KeyKind::kShortTitle) continue;
        const auto holders = vault.index().notes_with(held.key);
        out.insert(out.end(), holders.begin(), holders.end());
      }
  };
  const Differing chunks = differing(before, after);
  add(chunks.before);
  add(chunks.after);
  if (before && after && before->text().line_count() != after->text().line_count()) {
    const std::span<const PlacedChunk> all = after->chunks();
    const size_t same = static_cast<size_t>(chunks.after.data() - all.data());
    add(all.subspan(same + chunks.after.size()));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace notes
