#include "notes/unlinked_items.h"

#include <algorithm>

#include "notes/cited_words.h"
#include "notes/fields.h"
#include "notes/item_lines.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/listed_entry.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLinkedSiblings = 3;

// The file or the heading says what its titles are for.
bool names_reading_list(const Draft& draft, size_t section) {
  const Heading* heading = heading_of(*draft.sections[section]);
  const std::string names[] = {heading ? heading->name : std::string(),
                               fold(title_of_name(draft.name()).title)};
  for (std::string_view words : {"to read", "toread", "reading list", "reading queue",
                                 "want to read", "papers to", "待读", "読みたい", "읽을"})
    for (const std::string& name : names)
      if (name.find(words) != std::string::npos) return true;
  return false;
}

// What has items below it is a heading of its own.
bool holds_items(std::string_view text, const Section& section, size_t item) {
  const size_t end = end_of_item(text, section, item);
  for (size_t i = item + 1; i < end; ++i)
    if (section.lines[i].kind == LineKind::kItem) return true;
  return false;
}

}  // namespace

void read_unlinked_items(const Draft& draft, size_t section, std::optional<uint32_t> mark,
                         std::vector<size_t>& others, Claim& out) {
  const std::string_view text = draft.text_of(section);
  const std::vector<Line>& lines = draft.sections[section]->lines;
  const size_t linked = out.entries.size() + out.aliases.size();
  if (!names_reading_list(draft, section)) {
    if (!mark) return;
    std::erase_if(others, [&](size_t i) { return indent(text, lines[i]) != *mark; });
    if (linked < kLinkedSiblings || linked < others.size()) return;
  }
  for (size_t i : others) {
    const std::string_view words = view(text, lines[i].content);
    if (words.find_first_of("[]<>|`_\\\"") != std::string_view::npos ||
        holds_items(text, *draft.sections[section], i) ||
        read_label(text, lines[i].content).field != Field::kNone)
      continue;
    WorkLine line;
    line.shape = TitleShape::kPlain;
    line.title = lines[i].content;
    if (const auto cited = read_cited_words(words); cited && !cited->authors.empty()) {
      line.title = cited->title.shifted(lines[i].content.begin);
      line.authors = cited->authors.shifted(lines[i].content.begin);
    }
    line.after = line.title.end;
    const std::string_view title = view(text, line.title);
    if (title.ends_with('.') || !is_written_as_title(title) || reads_like_names(title)) continue;
    std::optional<Entry> entry = entry_of_line(text, line, line.title.end);
    if (!entry) continue;
    finish_listed(draft, section, i, i + 1, *entry);
    entry->strength = Strength::kWeak;
    out.entries.push_back(std::move(*entry));
  }
}

}  // namespace notes
