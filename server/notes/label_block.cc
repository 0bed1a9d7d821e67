#include "notes/label_block.h"

#include <algorithm>

#include "notes/lines.h"
#include "notes/section_word.h"
#include "notes/title_text.h"

namespace notes {
namespace {

constexpr size_t kNearLines = 3;  // in which a second label has to stand

// `Title`, `**Title**`: most lines are told apart by one letter.
bool may_name_title(std::string_view words) {
  size_t at = 0;
  while (at < words.size() && (words[at] == '*' || words[at] == '_')) ++at;
  return at + 5 < words.size() && (words[at] == 'T' || words[at] == 't') &&
         words.substr(at + 1, 4) == "itle";
}

bool says_of_work(Field field) {
  return field == Field::kAuthors || field == Field::kVenue || field == Field::kYear ||
         field == Field::kLink || field == Field::kPaper;
}

}  // namespace

std::optional<Label> title_block_at(std::string_view text, const Row<Line>& lines, size_t line) {
  const Line& at = lines[line];
  if ((at.kind != LineKind::kText && at.kind != LineKind::kItem) ||
      !may_name_title(view(text, at.content)))
    return std::nullopt;
  const Label label = read_label(text, at.content);
  const std::string_view value = view(text, label.value);
  if (label.field != Field::kTitle || label.is_property || !has_words(value, 3) ||
      value.find("://") != std::string_view::npos || value.find("{{") != std::string_view::npos ||
      is_placeholder(heading_name(value)))
    return std::nullopt;
  size_t seen = 0;
  for (size_t i = line + 1; i < lines.size() && seen < kNearLines; ++i) {
    if (lines[i].kind == LineKind::kBlank) continue;
    if (lines[i].kind != LineKind::kText && lines[i].kind != LineKind::kItem) break;
    ++seen;
    const Label next = read_label(text, lines[i].content);
    if (says_of_work(next.field) && !next.value.empty()) return label;
  }
  return std::nullopt;
}

bool have_different_titles(const Draft& draft) {
  std::string first;
  for (size_t s = 0; s < draft.sections.size(); ++s) {
    const Section& section = *draft.sections[s];
    if (section.census.title_blocks == 0) continue;
    const std::string_view text = draft.text_of(s);
    for (size_t i = 0; i < section.lines.size(); ++i) {
      const std::optional<Label> label = title_block_at(text, section.lines, i);
      if (!label) continue;
      const std::string_view title = view(text, label->value);
      if (first.empty())
        first = title;
      else if (words_in_common(first, title) < 0.6)
        return true;
    }
  }
  return false;
}

}  // namespace notes
