// A page of Logseq whose properties are those of a paper: `item-type:: journalArticle`,
// `authors::`, `doi::`, as its Zotero import writes them.
#include "notes/file_entry.h"
#include "notes/path.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class LogseqPageLayout final : public FileLayout {
 public:
  std::string_view name() const override { return "logseq page"; }

  Claim claim(const Draft& draft, const FileHead& head) const override {
    if (!head.may_be_one_work) return {};
    for (const FileHead::Said& said : head.labels) {
      if (!said.is_property) continue;
      const bool typed =
          (said.name == "item type" || said.name == "type") && is_work_type(said.value);
      const bool named = said.field == Field::kAuthors || said.name == "doi" ||
                         said.name == "arxiv" || names_citekey(said.name);
      if (typed || named) return claim_file(draft, head);
    }
    return {};
  }

 private:
  static bool is_work_type(std::string_view value) {
    std::string type = fold(value);
    std::erase_if(type, [](char c) { return c == '[' || c == ']' || c == '#'; });
    for (std::string_view known : {"journalarticle", "conferencepaper", "preprint", "report",
                                   "booksection", "thesis", "manuscript", "paper"})
      if (trim(type) == known) return true;
    return false;
  }
};

}  // namespace

const FileLayout& logseq_page_layout() {
  static const LogseqPageLayout layout;
  return layout;
}

}  // namespace notes
