#include "features/change.h"

#include <algorithm>
#include <tuple>

namespace features {

void put_in_order(const notes::Snapshot& vault, Change& change) {
  const auto key = [](const Edit& edit) {
    return std::tuple(edit.note, edit.range.begin, !edit.range.empty());
  };
  std::stable_sort(change.edits.begin(), change.edits.end(),
                   [&](const Edit& a, const Edit& b) { return key(a) < key(b); });
  for (Edit& edit : change.edits) {
    if (!vault.note(edit.note)->text().has_crlf()) continue;
    std::string text;
    for (const char c : edit.text) {
      if (c == '\n' && !text.ends_with('\r')) text += '\r';
      text += c;
    }
    edit.text = std::move(text);
  }
}

}  // namespace features
