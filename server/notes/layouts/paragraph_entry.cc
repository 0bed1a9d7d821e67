// A paragraph that is a paper without any mark of a list: a plain title with the paper's address on
// the next line, or a linked title with authors and venue behind it, apart by line breaks.
#include <algorithm>
#include <optional>

#include "notes/fields.h"
#include "notes/label.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/listed_entry.h"
#include "notes/title_text.h"
#include "notes/titled_paper.h"
#include "notes/unicode.h"

namespace notes {
namespace {

class ParagraphEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "paragraph entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (section.kind == SectionKind::kFrontMatter || draft.in_reference_zone[first] ||
        draft.survey.is_part)
      return {};
    Claim out{1, {}, {}, true};
    const std::string_view text = draft.text_of(first);
    for (size_t i = 0; i < section.lines.size(); ++i)
      if (is_paper_paragraph(text, section.lines, i)) read(draft, first, text, i, out);
    return out.entries.empty() ? Claim{} : out;
  }

 private:
  static void read(const Draft& draft, size_t section, std::string_view text, size_t first,
                   Claim& out) {
    const Row<Line>& lines = draft.sections[section]->lines;
    size_t end = first + 1;
    while (end < lines.size() && lines[end].kind == LineKind::kText) ++end;
    const Range content{lines[first].content.begin, lines[end - 1].content.end};
    WorkLine line;
    line.links = links_in(text, content);
    if (line.links.empty()) return;
    const bool linked = line.links[0].range.begin == content.begin;
    line.shape = linked ? TitleShape::kLink : TitleShape::kPlain;
    line.title = linked ? line.links[0].text
                        : Range{content.begin,
                                std::min(lines[first].content.end, line.links[0].range.begin)};
    line.title = trimmed(text, line.title);
    while (!linked && !line.title.empty() &&
           std::string_view(" ([|,:-").find(text[line.title.end - 1]) != std::string_view::npos)
      --line.title.end;
    line.after = linked ? line.links[0].range.end : line.links[0].range.begin;
    if (!draft.survey.is_list() && !reads_like_title(view(text, line.title))) return;
    std::optional<Entry> entry = entry_of_line(text, line, content.end);
    if (!entry) return;
    entry->form = Form::kItem;
    take_identifiers(line.links, entry->identifiers);
    finish_listed(draft, section, first, end, *entry);
    out.entries.push_back(std::move(*entry));
  }
};

}  // namespace

const SectionLayout& paragraph_entry_layout() {
  static const ParagraphEntryLayout layout;
  return layout;
}

}  // namespace notes
