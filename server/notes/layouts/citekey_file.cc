// A file named by its citation key, `@Vaswani2017.md`, as Zotero's plugins for Obsidian and Logseq
// make them.
#include "notes/file_entry.h"
#include "notes/path.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class CitekeyFileLayout final : public FileLayout {
 public:
  std::string_view name() const override { return "citation key file"; }

  Claim claim(const Draft& draft, const FileHead& head) const override {
    if (!last_component(draft.path).starts_with('@')) return {};
    if (draft.text.is_blank()) return {};  // a page that others link to and nobody wrote yet
    return claim_file(draft, head);
  }
};

}  // namespace

const FileLayout& citekey_file_layout() {
  static const CitekeyFileLayout layout;
  return layout;
}

}  // namespace notes
