// A heading per entry: `## [Paper Note] Title, First Author+, Venue'YY`, or a heading that links to
// a paper, with tag lines, summary and comment below it, up to the next heading of its level or
// above.
#include <algorithm>

#include "notes/fields.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/tags.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class HeadingEntryLayout final : public Layout {
 public:
  std::string_view name() const override { return "heading entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (section.kind != SectionKind::kHeading || section.headings.empty()) return {};
    const Heading& heading = section.headings.front();
    const std::string_view text = draft.text_of(first);
    const TitleLine line = read_title_line(view(text, heading.text_range));
    std::vector<Identifier> linked;
    for (const Reference& reference : section.references)
      if (reference.kind == ReferenceKind::kUrl && heading.range.covers(reference.range))
        linked.push_back(*reference.identifier);
    if (line.title.empty() ||
        (!line.is_bibliographic() && linked.empty() && !has_facts(text, section)))
      return {};

    size_t count = 1;
    while (first + count < draft.sections.size() && !ends(draft, first + count, heading.level))
      ++count;
    Entry entry;
    take_title_line(line, entry);
    entry.title_range = heading.text_range;
    entry.tags = find_tags(draft, first, count);
    const size_t title_lines = static_cast<size_t>(
        std::count_if(section.lines.begin(), section.lines.end(), [&](const Line& l) {
          return heading.range.covers(l.content) && l.content.begin >= heading.range.begin;
        }));
    const Body body{draft, first, count, std::max<size_t>(title_lines, 1)};
    const Summary summary = find_summary(body);
    entry.summary = summary.text;
    entry.comment = find_comment(body, summary);
    entry.identifiers = std::move(linked);
    for (Identifier& id : find_identifiers(body)) entry.identifiers.push_back(std::move(id));
    entry.noted = noted(body);
    finish(draft, first, count, entry);
    return {count, {std::move(entry)}};
  }

 private:
  static bool ends(const Draft& draft, size_t at, int level) {
    const Section& section = *draft.sections[at];
    if (section.kind == SectionKind::kPageEntry) return true;
    return !section.headings.empty() && section.headings.front().level <= level;
  }

  // A line of tags with a date directly below the heading says as much as an author would.
  static bool has_facts(std::string_view text, const Section& section) {
    for (size_t i = 1; i < section.lines.size() && i < 4; ++i)
      if (view(text, section.lines[i].content).find(kIssueDate) != std::string_view::npos &&
          read_tag_line(text, section.lines[i].content))
        return true;
    return false;
  }

  static std::optional<Date> noted(const Body& body) {
    const std::string_view text = body.draft.text_of(body.first);
    for (const Line& line : body.draft.sections[body.first]->lines) {
      const std::string_view content = view(text, line.content);
      if (const size_t at = content.find(kIssueDate); at != std::string_view::npos)
        return read_date(content.substr(at + kIssueDate.size()));
    }
    return std::nullopt;
  }
};

}  // namespace

const Layout& heading_entry_layout() {
  static const HeadingEntryLayout layout;
  return layout;
}

}  // namespace notes
