// A file per paper whose fields are headings: `### Paper:` and the title below it, `### Author:`,
// `### Year:`, `### Notes:`.
#include "notes/file_entry.h"
#include "notes/path.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class FieldHeadingFileLayout final : public FileLayout {
 public:
  std::string_view name() const override { return "field heading file"; }

  Claim claim(const Draft& draft, const FileHead& head) const override {
    if (!head.may_be_one_work) return {};
    const bool titled = head.has(Field::kTitle) || head.has(Field::kPaper);
    const bool more = head.has(Field::kAuthors) || head.has(Field::kYear) ||
                      head.has(Field::kVenue) || head.has(Field::kLink);
    if (head.field_headings == 0 || !(titled || head.heading) || !(more || titled)) return {};
    return claim_file(draft, head);
  }
};

}  // namespace

const FileLayout& field_heading_file_layout() {
  static const FieldHeadingFileLayout layout;
  return layout;
}

}  // namespace notes
