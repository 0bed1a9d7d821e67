// A paragraph whose first line is a bold title: `**Title** \`, `*authors* \`, `NeurIPS 2023.
// [[Paper](…)]`, up to the next such line, or a blank line and no more of it.
#include <algorithm>

#include "notes/bibliography.h"
#include "notes/fields.h"
#include "notes/label.h"
#include "notes/labelled_titles.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/listed_entry.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLines = 12;

class BoldEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "bold entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (section.kind == SectionKind::kFrontMatter || draft.in_reference_zone[first] ||
        draft.survey.is_part)
      return {};
    Claim out{1, {}, {}, true};
    const std::string_view text = draft.text_of(first);
    const Row<Line>& lines = section.lines;
    for (size_t i = 0; i < lines.size();) {
      if (!starts(text, lines, i)) {
        ++i;
        continue;
      }
      size_t end = i + 1;
      while (end < lines.size() && end < i + kLines && !starts(text, lines, end) &&
             lines[end].kind != LineKind::kHeading && lines[end].kind != LineKind::kRule)
        ++end;
      read(draft, first, text, i, end, out);
      i = end;
    }
    return out.entries.empty() && out.aliases.empty() ? Claim{} : out;
  }

 private:
  // A paragraph that starts in bold, with little behind it on its line.
  static bool starts(std::string_view text, const Row<Line>& lines, size_t i) {
    if (lines[i].kind != LineKind::kText) return false;
    const std::string_view words = view(text, lines[i].content);
    if (!words.starts_with("**") && !words.starts_with("__")) return false;
    if (i > 0 && lines[i - 1].kind != LineKind::kBlank && lines[i - 1].kind != LineKind::kHeading)
      return false;
    return words.find(words.substr(0, 2), 2) != std::string_view::npos &&
           read_label(text, lines[i].content).field == Field::kNone;
  }

  static void read(const Draft& draft, size_t section, std::string_view text, size_t first,
                   size_t end, Claim& out) {
    const Row<Line>& lines = draft.sections[section]->lines;
    const WorkLine line = read_work_line(text, lines[first].content);
    if (line.shape != TitleShape::kBold || !has_words(view(text, line.title), 1) ||
        view(text, line.title).find(" et al") != std::string_view::npos)
      return;
    if (auto alias = alias_of_line(text, line, lines[first].content)) {
      out.aliases.push_back(std::move(*alias));
      return;
    }
    Row<Identifier> ids;
    take_identifiers(line.links, ids);
    bool evident = line.has_paper_link(), slanted = false, dated = false;
    size_t titled = 0;  // of the lines below, each a work of its own
    for (size_t i = first + 1; i < end; ++i) {
      const std::vector<WrittenLink> links = links_in(text, lines[i].content);
      titled += lines[i].kind == LineKind::kItem && !links.empty() && links[0].is_paper() &&
                links[0].range.begin == lines[i].content.begin &&
                has_words(view(text, links[0].text), 4);
      for (const WrittenLink& link : links)
        evident =
            evident || link.is_paper() ||
            (link.is_url() && !link.text.empty() && is_paper_link_text(view(text, link.text)));
      if (ids.empty()) take_identifiers(links, ids);
      const std::string_view words = without_break(view(text, lines[i].content));
      slanted = slanted || is_slanted(words);
      dated = dated || read_named_date(words).has_value();
    }
    if (titled >= 2 && !line.has_paper_link() && !slanted) return;  // a caption over works
    // Authors in italics and a date name a work as well as a link does.
    if (!evident && !(slanted && dated)) {
      const LabelsBelow labels = labels_below(text, lines, first);
      if (!labels.authors && !labels.address) return;
    }
    std::optional<Entry> entry = entry_of_line(text, line, lines[first].content.end);
    if (!entry) return;
    entry->form = Form::kBold;
    entry->identifiers = std::move(ids);
    for (size_t i = first + 1; i < end; ++i) read_line(text, lines[i], *entry);
    const Summary summary = find_summary(Body{draft, section, 1, first + 1, end});
    if (summary.labelled ||
        links_in(summary.text, {0, static_cast<uint32_t>(summary.text.size())}).empty())
      entry->summary = summary.text;
    finish_listed(draft, section, first, end, *entry);
    out.entries.push_back(std::move(*entry));
  }

  static std::string_view without_break(std::string_view words) {
    while (words.ends_with('\\')) words = trim(words.substr(0, words.size() - 1));
    return words;
  }
  static bool is_slanted(std::string_view words) {
    return words.size() > 2 && words[0] == '*' && words[1] != '*' && words.ends_with('*');
  }

  // `*authors*`, `Venue 2023. [[Paper](url)]`, `Label: value`, `4 Oct 2023`.
  static void read_line(std::string_view text, const Line& line, Entry& entry) {
    const std::string_view words = without_break(view(text, line.content));
    if (is_slanted(words)) {
      if (entry.authors.empty()) read_authors(words.substr(1, words.size() - 2), entry);
      return;
    }
    if (const Label label = read_label(text, line.content); label.field != Field::kNone) {
      take_field(label.field, label.name(), view(text, label.value), entry);
      return;
    }
    if (const auto date = read_named_date(words)) {
      if (!entry.year) entry.year = date->year;
      if (!entry.month && entry.year == date->year) entry.month = date->month;
      return;
    }
    const std::vector<WrittenLink> links = links_in(text, line.content);
    if (links.empty()) return;
    const std::string_view before = view(text, {line.content.begin, links[0].range.begin});
    take_loose_fields(before, entry);
    if (entry.venue.empty() && !entry.authors.empty()) take_venue_before_links(before, entry);
  }

  // Behind the authors the venue needs no acronym to be known for one: `Visual Computer 2023. [`.
  static void take_venue_before_links(std::string_view words, Entry& entry) {
    words = trim(words);
    while (words.ends_with('[') || words.ends_with('.'))
      words = trim(words.substr(0, words.size() - 1));
    if (const size_t bracket = words.find(" ("); bracket != std::string_view::npos)
      words = words.substr(0, bracket);
    if (words.size() < 7 || words.size() > 60 || words[words.size() - 5] != ' ') return;
    const auto year = read_dotted_date(words.substr(words.size() - 4));
    if (!year) return;
    entry.venue = trim(words.substr(0, words.size() - 5));
    if (!entry.year) entry.year = year->year;
  }
};

}  // namespace

const SectionLayout& bold_entry_layout() {
  static const BoldEntryLayout layout;
  return layout;
}

}  // namespace notes
