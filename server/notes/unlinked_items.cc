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
  const std::string names[] = {heading ? heading->name.str() : std::string(),
                               fold(title_of_name(draft.name()).title)};
  for (std::string_view words :
       {"to read", "toread", "reading list", "reading queue", "want to read", "papers to",
        "need to download", "待读", "要读", "要下载", "読みたい", "읽을"})
    for (const std::string& name : names)
      if (name.find(words) != std::string::npos) return true;
  return false;
}

// A list of what is to be done, each of it called as works are: `- [ ] Name: A Long Title`.
bool is_list_of_titled_tasks(std::string_view text, const Row<Line>& lines,
                             const std::vector<size_t>& others) {
  size_t titled = 0;
  for (size_t i : others) {
    const std::string_view mark = view(text, {lines[i].range.begin, lines[i].content.begin});
    titled += (mark.find("[ ]") != mark.npos || mark.find("[x]") != mark.npos) &&
              is_written_as_title(view(text, lines[i].content));
  }
  return titled >= kLinkedSiblings && titled * 5 >= others.size() * 4;
}

// What has items below it is a heading of its own.
bool holds_items(std::string_view text, const Section& section, size_t item) {
  const size_t end = end_of_item(text, section, item);
  for (size_t i = item + 1; i < end; ++i)
    if (section.lines[i].kind == LineKind::kItem) return true;
  return false;
}

// Without `14) ` and `[28] ` before it, and a remark in CJK letters behind it.
Range without_number_and_remark(std::string_view text, Range line) {
  const auto skip = [&](std::string_view open, std::string_view close) {
    const std::string_view words = view(text, line);
    if (!words.starts_with(open)) return;
    const size_t digits = digits_of(words.substr(open.size()));
    const size_t end = open.size() + digits;
    if (digits > 0 && digits <= 3 && words.substr(end).starts_with(close))
      line = trimmed(text, {line.begin + static_cast<uint32_t>(end + close.size()), line.end});
  };
  skip("", ") ");
  skip("", ". ");
  skip("[", "] ");
  for (uint32_t at = line.begin; at < line.end;) {
    const Character c = character_at(text, at);
    if (is_cjk(c.code)) return trimmed(text, {line.begin, at});
    at += std::max<uint32_t>(c.size, 1);
  }
  return line;
}

bool says_when(std::string_view words) {
  for (size_t at = 0; at + 4 <= words.size(); ++at)
    if ((words.substr(at, 2) == "19" || words.substr(at, 2) == "20") &&
        digits_of(words.substr(at)) == 4)
      return true;
  return words.find("to be published") != words.npos || words.find("in press") != words.npos ||
         words.find("to appear") != words.npos;
}

// `14) A. Author and B. Author, “Title,” Journal, 2020.`: names, a title, and where it came out.
std::optional<Entry> entry_of_citation(std::string_view text, Range written) {
  const Range cited = without_number_and_remark(text, written);
  const std::string_view words = view(text, cited);
  const auto parts = read_cited_words(words);
  if (!parts || parts->authors.empty() || parts->title.begin < parts->authors.begin ||
      !has_words(view(words, parts->title), 3) || !says_when(words.substr(parts->title.end)))
    return std::nullopt;
  WorkLine line;
  line.shape = TitleShape::kPlain;
  line.title = parts->title.shifted(cited.begin);
  line.authors = parts->authors.shifted(cited.begin);
  line.after = line.title.end;
  return entry_of_line(text, line, cited.end);
}

// On a page of what is to be read, citations are what it is about, in items or paragraphs.
void read_citations(const Draft& draft, size_t section, std::vector<size_t>& others, Claim& out) {
  const std::string_view text = draft.text_of(section);
  const Row<Line>& lines = draft.sections[section]->lines;
  const auto read = [&](size_t first, size_t end) {
    std::optional<Entry> entry =
        entry_of_citation(text, {lines[first].content.begin, lines[end - 1].content.end});
    if (!entry) return false;
    entry->form = Form::kItem;
    finish_listed(draft, section, first, end, *entry);
    entry->strength = Strength::kWeak;
    out.entries.push_back(std::move(*entry));
    return true;
  };
  std::erase_if(others, [&](size_t i) {
    size_t end = i + 1;
    while (end < lines.size() && lines[end].kind == LineKind::kText) ++end;
    return read(i, end);
  });
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind != LineKind::kText) continue;
    size_t end = i + 1;
    while (end < lines.size() && lines[end].kind == LineKind::kText) ++end;
    const bool begins =
        i == 0 || lines[i - 1].kind == LineKind::kBlank || lines[i - 1].kind == LineKind::kHeading;
    if (begins && view(text, lines[i].content).find("://") == std::string_view::npos) read(i, end);
    i = end - 1;
  }
  std::sort(out.entries.begin(), out.entries.end(),
            [](const Entry& a, const Entry& b) { return a.range < b.range; });
}

}  // namespace

void read_unlinked_items(const Draft& draft, size_t section, std::optional<uint32_t> mark,
                         std::vector<size_t>& others, Claim& out) {
  const std::string_view text = draft.text_of(section);
  const Row<Line>& lines = draft.sections[section]->lines;
  const size_t linked = out.entries.size() + out.aliases.size();
  const bool tasks = is_list_of_titled_tasks(text, lines, others);
  const bool reading = names_reading_list(draft, section);
  if (reading) read_citations(draft, section, others, out);
  if (!tasks && !reading) {
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
    // Among so many a name and a few words are enough.
    const bool named = tasks && title.find(": ") != title.npos && has_words(title, 4) &&
                       is_upper(character_at(title, 0).code);
    if (title.ends_with('.') || !(named || is_written_as_title(title)) || reads_like_names(title))
      continue;
    std::optional<Entry> entry = entry_of_line(text, line, line.title.end);
    if (!entry) continue;
    finish_listed(draft, section, i, i + 1, *entry);
    entry->strength = Strength::kWeak;
    out.entries.push_back(std::move(*entry));
  }
}

}  // namespace notes
