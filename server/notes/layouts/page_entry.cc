// The page layout: a title line, the links line, then hash tags, `Issue Date:`, `GPT Summary-` and
// `Comment` on one line, and the comment below it. Headings inside the comment belong to it; the
// entry ends where the next one starts.
#include "notes/fields.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/tags.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::string_view kSummary = "GPT Summary-";
constexpr std::string_view kComment = "Comment";

class PageEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "page entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (section.kind != SectionKind::kPageEntry) return {};
    size_t count = 1;
    while (first + count < draft.sections.size() &&
           draft.sections[first + count]->kind != SectionKind::kPageEntry)
      ++count;

    const std::string_view text = draft.text_of(first);
    const Line& title = section.lines.front();
    Entry entry;
    entry.form = Form::kPage;
    take_title_line(read_title_line(view(text, title.content), draft.reading.title_markers), entry);
    if (entry.title.empty()) return {};  // a marker alone
    entry.title_range = title.content;
    entry.tags = find_tags(draft, first, 1);
    size_t body = 2;
    if (section.lines.size() > 2 && read_facts(text, section.lines[2].content, entry)) body = 3;
    const Body rest{draft, first, count, body};
    entry.comment = find_comment(rest);
    entry.identifiers = find_identifiers(rest);
    finish(draft, first, count, entry);
    Claim claim;
    claim.sections = count;
    claim.entries.push_back(std::move(entry));
    return claim;
  }

 private:
  // `#tags Issue Date: 2026-01-12 GPT Summary- … Comment`
  static bool read_facts(std::string_view text, Range content, Entry& entry) {
    const std::string_view line = view(text, content);
    const size_t date = line.find(kIssueDate);
    if (date == std::string_view::npos) return is_tag_line(text, content);
    std::string_view rest = trim(line.substr(date + kIssueDate.size()));
    entry.noted = read_date(rest);
    if (rest.ends_with(kComment) && rest.size() > kComment.size() &&
        is_blank_char(rest[rest.size() - kComment.size() - 1]))
      rest.remove_suffix(kComment.size());
    if (const size_t summary = rest.find(kSummary); summary != std::string_view::npos)
      entry.summary = trim(rest.substr(summary + kSummary.size()));
    return true;
  }
};

}  // namespace

const SectionLayout& page_entry_layout() {
  static const PageEntryLayout layout;
  return layout;
}

}  // namespace notes
