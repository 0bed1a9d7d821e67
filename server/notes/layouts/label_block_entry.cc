// A block of labels that begins with a title, in a file that notes other works, too: up to the next
// such block or heading.
#include <algorithm>

#include "notes/bibliography.h"
#include "notes/fields.h"
#include "notes/label_block.h"
#include "notes/lines.h"
#include "notes/listed_entry.h"
#include "notes/title_text.h"

namespace notes {
namespace {

constexpr size_t kLabelLines = 12;

class LabelBlockEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "label block entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (section.census.title_blocks == 0 || section.kind == SectionKind::kFrontMatter ||
        draft.in_reference_zone[first] || draft.survey.is_part)
      return {};
    Claim out{1, {}, {}, true};
    const std::string_view text = draft.text_of(first);
    for (size_t i = 0; i < section.lines.size(); ++i) {
      const std::optional<Label> title = title_block_at(text, section.lines, i);
      if (!title) continue;
      size_t end = i + 1;
      while (end < section.lines.size() && !title_block_at(text, section.lines, end)) ++end;
      out.entries.push_back(read(draft, first, text, *title, i, end));
      i = end - 1;
    }
    return out.entries.empty() ? Claim{} : out;
  }

 private:
  static Entry read(const Draft& draft, size_t section, std::string_view text, const Label& title,
                    size_t first, size_t end) {
    Entry entry;
    entry.form = Form::kItem;
    const TitleText written = read_title_text(view(text, title.value));
    entry.title = written.title;
    entry.title_range = title.value;
    const Row<Line>& lines = draft.sections[section]->lines;
    for (size_t i = first + 1; i < end && i < first + kLabelLines; ++i) {
      if (lines[i].kind == LineKind::kBlank) continue;
      const Label label = read_label(text, lines[i].content);
      if (label.field != Field::kNone && label.field != Field::kTitle)
        take_field(label.field, label.name(), view(text, label.value), entry);
    }
    if (entry.venue.empty()) entry.venue = written.venue;
    if (!entry.year) entry.year = written.year;
    entry.summary = find_summary({draft, section, 1, first + 1, end}).text;
    finish_listed(draft, section, first, end, entry);
    entry.strength = Strength::kStrong;
    return entry;
  }
};

}  // namespace

const SectionLayout& label_block_entry_layout() {
  static const LabelBlockEntryLayout layout;
  return layout;
}

}  // namespace notes
