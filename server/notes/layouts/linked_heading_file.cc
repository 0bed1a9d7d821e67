// A file whose one title links to its paper: `# [Title](https://arxiv.org/abs/…)`, `# Title
// [[pdf](…)]`.
#include "notes/file_entry.h"
#include "notes/path.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class LinkedHeadingFileLayout final : public FileLayout {
 public:
  std::string_view name() const override { return "linked heading file"; }

  Claim claim(const Draft& draft, const FileHead& head) const override {
    if (!head.may_be_one_work || draft.survey.work_headings != 1) return {};
    if (!head.heading || head.heading_links.empty() || draft.survey.paper_items >= 5) return {};
    return claim_file(draft, head);
  }
};

}  // namespace

const FileLayout& linked_heading_file_layout() {
  static const LinkedHeadingFileLayout layout;
  return layout;
}

}  // namespace notes
