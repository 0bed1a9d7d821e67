// A heading per entry: `## [Paper Note] Title, First Author+, Venue'YY`, or a heading that links to
// a paper, with tag lines, summary and comment below it, up to the next heading of its level or
// above.
#include <algorithm>

#include "notes/bibliography.h"
#include "notes/body_lines.h"
#include "notes/cited_words.h"
#include "notes/fields.h"
#include "notes/label.h"
#include "notes/labelled_titles.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/section_word.h"
#include "notes/tags.h"
#include "notes/title_text.h"
#include "notes/title_wrap.h"
#include "notes/unicode.h"
#include "notes/written_date.h"

namespace notes {
namespace {

constexpr size_t kLabelLines = 12;
constexpr size_t kMostParts = 40;  // headings below a work's own; more are a list's

class HeadingEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "heading entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (!heading_of(section) || draft.in_reference_zone[first] || draft.survey.is_part) return {};
    const Heading& heading = section.headings.front();
    if (heading.text.starts_with("<%") || heading.text.starts_with("{{")) return {};  // a template
    const std::string_view text = draft.text_of(first);
    const std::vector<WrittenLink> links = links_in(text, heading.range);
    const WrittenLink* titled = titled_link(text, heading, links);
    const std::string shown = with_plain_blanks(titled ? without_emphasis(view(text, titled->text))
                                                       : view(text, heading.text_range));
    const TitleLine line = read_title_line(shown, draft.reading.title_markers);
    Row<Identifier> linked;
    for (const Reference& reference : section.references)
      if (reference.kind == ReferenceKind::kUrl && heading.range.covers(reference.range))
        linked.push_back(*reference.identifier);
    if (!has_words(line.title, 1) || line.title.starts_with("http") ||
        line.title.starts_with("<http"))
      return {};
    const int collected_level = draft.survey.collected_level();
    if (is_section_word(heading.name) || is_placeholder(heading.name) ||
        is_date_alone(heading.text) || names_queue(heading.name) ||
        names_reference_zone(heading.name) || (section.census.names_papers && collected_level > 0))
      return {};
    TitleText written = read_title_text(line.whole);
    const std::optional<CitedTitle> cited = read_cited_title(heading.text);
    if (cited) written.title = cited->title;
    if (!names_more_than_task(written.title)) return {};
    size_t count = 1;
    while (first + count < draft.sections.size() && !ends(draft, first + count, heading.level))
      ++count;
    const Body below{draft, first, 1, 1};
    const bool before = heading.text.starts_with('[') || heading.text.starts_with("\\[") ||
                        heading.text.starts_with("【");
    const bool said = (written.has_venue_year() || written.is_marked) &&
                      (before || has_words(written.title, 3)) &&
                      !is_section_word(fold(written.title));
    // On a page that collects papers its headings name them, or do so for short over the title.
    const Range below_short = collected_level == heading.level && !section.census.is_titled
                                  ? title_below(text, section)
                                  : Range{};
    const bool collected =
        collected_level == heading.level && (section.census.is_titled || !below_short.empty());
    bool is_sure = true;
    if (!line.is_bibliographic()) {
      // A heading over many papers is a category, whatever it links to.
      const bool leads = std::any_of(links.begin(), links.end(),
                                     [](const WrittenLink& link) { return link.is_paper(); });
      Claim none;  // which may depend on what stands below
      const bool is_one_of_many =
          heading.level == draft.survey.catalogue_level() && section.census.is_bare;
      is_sure = leads || cited || said || !find_identifiers(below).empty() || !collected;
      if (!leads && !cited && !said && !is_one_of_many && !collected && !has_facts(text, section) &&
          !section.census.has_labels && !section.census.has_address &&
          !has_own_link(below, word_count(written.title)) &&
          !has_parts_of_work(draft, first, count, none.looked))
        return none;
      if (!leads && !cited && !said && are_of_several(find_identifiers(below))) return none;
      if (holds_works(draft, first, count, none.looked)) return none;
    }
    Entry entry;
    entry.form = Form::kHeading;
    take_title_line(line, entry);
    if (!line.is_bibliographic()) {
      entry.title = written.title;
      entry.authors.clear();
      entry.et_al = false;
      entry.venue = written.venue;
      entry.year = written.year;
      if (cited) {
        read_authors(cited->authors, entry);
        entry.year = cited->year;
      }
      entry.month.reset();
    }
    entry.title_range = titled ? titled->text : heading.text_range;
    if (!below_short.empty()) {
      entry.title = read_title_text(view(text, below_short)).title;
      entry.title_range = below_short;
    }
    if (!is_sure) entry.strength = Strength::kWeak;
    if (titled)
      take_loose_fields(view(text, {heading.text_range.begin, titled->range.begin}), entry);
    entry.tags = find_tags(draft, first, count);
    const size_t title_lines = static_cast<size_t>(
        std::count_if(section.lines.begin(), section.lines.end(), [&](const Line& l) {
          return heading.range.covers(l.content) && l.content.begin >= heading.range.begin;
        }));
    const Body body{draft, first, count, std::max<size_t>(title_lines, 1)};
    take_labels(text, section, body.skip_lines, entry);
    const std::vector<BodyLine> lines = lines_of(body);
    const Summary summary = find_summary(lines);
    entry.summary = summary.text;
    entry.comment = find_comment(lines, summary);
    for (Identifier& id : linked) entry.identifiers.push_back(std::move(id));
    for (Identifier& id : find_identifiers(body, entry.title))
      entry.identifiers.push_back(std::move(id));
    if (entry.identifiers.empty()) entry.identifiers = called_paper(text, section);
    if (!entry.noted) entry.noted = noted(body);
    finish(draft, first, count, entry);
    Claim claim;
    claim.sections = count;
    claim.entries.push_back(std::move(entry));
    return claim;
  }

 private:
  // `FRCRN` over `Boosting Features using Recurrence for Hearing: what it does`.
  static Range title_below(std::string_view text, const Section& section) {
    constexpr size_t kMostWords = 14;  // of a title that a colon does not split
    const Heading& heading = section.headings.front();
    for (size_t i = 1; i < section.lines.size(); ++i) {
      const Line& line = section.lines[i];
      if (heading.range.covers(line.range)) continue;
      if (line.kind != LineKind::kText || has_words(heading.text, 4)) return {};
      std::string_view words = view(text, line.content);
      const auto is_title = [](std::string_view part) {
        return is_written_as_title(with_plain_blanks(part));
      };
      const size_t colon = std::min(words.find(": "), words.find(":\xC2\xA0"));
      if (word_count(words) > kMostWords && is_title(words.substr(0, colon)))
        words = words.substr(0, colon);
      if (!is_title(words) || words.find("](") != words.npos) return {};
      return {line.content.begin, line.content.begin + static_cast<uint32_t>(words.size())};
    }
    return {};
  }

  static bool ends(const Draft& draft, size_t at, int level) {
    const Section& section = *draft.sections[at];
    if (section.kind == SectionKind::kPageEntry) return true;
    return !section.headings.empty() && section.headings.front().level <= level;
  }

  // `2021-05-03: [Title](url)`, `📝 [Title](url)`, `**[Title](url)**`: the link is the title, and
  // what stands before it is not.
  static const WrittenLink* titled_link(std::string_view text, const Heading& heading,
                                        const std::vector<WrittenLink>& links) {
    for (const WrittenLink& link : links) {
      if (!link.is_paper() || link.range.begin < heading.text_range.begin) continue;
      const std::string_view shown = view(text, link.text);
      if (is_count(view(text, {heading.text_range.begin, link.range.begin})) &&
          has_words(shown, 1) && !is_generic_link_text(shown) && !shown.starts_with('!'))
        return &link;
      if (!has_words(shown, 3) || is_generic_link_text(shown) || shown.starts_with('!')) continue;
      const std::string_view before = view(text, {heading.text_range.begin, link.range.begin});
      if (before.empty() || marker_size(before) > 0) return nullptr;
      if (before.find("class=\"org-todo") != before.npos && before.ends_with("</span> "))
        return &link;
      return word_count(before) <= 4 || leads_to_title(before) ? &link : nullptr;
    }
    return nullptr;
  }

  // `2、`, `三、`, `（3）`
  static bool is_count(std::string_view before) {
    constexpr size_t kLongest = 16;
    if (before.empty() || before.size() > kLongest) return false;
    bool counts = false, marks = false;
    for (size_t at = 0; at < before.size();) {
      const Character c = character_at(before, at);
      const bool is_mark =
          std::u32string_view(U"、．（）()").find(c.code) != std::u32string_view::npos;
      const bool is_number =
          is_digit(c.code) ||
          std::u32string_view(U"一二三四五六七八九十").find(c.code) != std::u32string_view::npos;
      if (!is_mark && !is_number && c.code != ' ') return false;
      counts = counts || is_number;
      marks = marks || is_mark;
      at += std::max<uint32_t>(c.size, 1);
    }
    return counts && marks;
  }

  static std::string_view without_emphasis(std::string_view words) {
    while (words.size() > 4 && words.starts_with("**") && words.ends_with("**"))
      words = words.substr(2, words.size() - 4);
    return words;
  }

  // A label or a line of links right below it says which paper it is. An address alone could be of
  // slides or a book, below few words.
  static bool has_own_link(const Body& below, size_t title_words) {
    const Section& section = *below.draft.sections[below.first];
    const std::string_view text = below.draft.text_of(below.first);
    const uint32_t labelled = section.census.labelled_titles.works();
    const bool many = labelled > 0 && labelled + section.census.paper_items >= 2;
    size_t seen = 0;
    uint32_t outermost = UINT32_MAX;  // of the items: what is nested in one is about that
    for (size_t i = 1; i < section.lines.size() && seen < 3; ++i) {
      const Line& line = section.lines[i];
      if (line.kind == LineKind::kBlank || section.headings[0].range.covers(line.range)) continue;
      ++seen;
      if (many && labels_below(text, section.lines, i).any()) return false;  // of that title
      if (line.kind == LineKind::kTable)
        return title_words >= 4 && leads_from_table(text, section, i);
      if (line.kind != LineKind::kText && line.kind != LineKind::kItem) return false;
      const uint32_t column = line.content.begin - line.range.begin;
      if (line.kind == LineKind::kItem) outermost = std::min(outermost, column);
      if (column > outermost) continue;
      const Label label = read_label(text, line.content);
      const std::vector<WrittenLink> links = links_in(text, line.content);
      const bool says = label.field == Field::kPaper || label.field == Field::kLink;
      const bool alone = !links.empty() && links[0].range.begin <= line.content.begin + 1 &&
                         !view(text, links[0].text).starts_with("![") &&  // a badge
                         !is_added_by_site(view(text, links[0].text)) &&
                         (links[0].text.empty() || is_generic_link_text(view(text, links[0].text)));
      // `A. Author, B. Author - CVPR 2021 - [paper](url)`
      if (!links.empty() && is_paper_link_text(view(text, links[0].text)) && title_words >= 3 &&
          links[0].range.begin > line.content.begin &&
          leads_to_title(view(text, {line.content.begin, links[0].range.begin})))
        return true;
      for (const WrittenLink& link : links)
        if ((says || alone) && link.is_paper())
          return says || !link.text.empty() || title_words >= 4 ||
                 identifier_of_url(link.to).has_value();
    }
    return false;
  }

  // Of the one link below the heading that is called `paper` and the like, wherever it stands.
  static Row<Identifier> called_paper(std::string_view text, const Section& section) {
    Row<Identifier> out;
    for (const Reference& reference : section.references) {
      if (reference.kind != ReferenceKind::kUrl || !is_of_work(reference.identifier->kind))
        continue;
      const std::vector<WrittenLink> links = links_in(text, reference.range);
      if (links.size() == 1 && is_paper_link_text(view(text, links[0].text)) &&
          std::find(out.begin(), out.end(), *reference.identifier) == out.end())
        out.push_back(*reference.identifier);
    }
    return out.size() == 1 ? out : Row<Identifier>{};
  }

  // A table that says more of the work has one row with its address.
  static bool leads_from_table(std::string_view text, const Section& section, size_t first) {
    size_t rows = 0;
    for (size_t i = first; i < section.lines.size() && section.lines[i].kind == LineKind::kTable;
         ++i)
      for (const WrittenLink& link : links_in(text, section.lines[i].content))
        if (link.is_paper()) {
          if (!link.text.empty() && !is_generic_link_text(view(text, link.text))) return false;
          ++rows;
          break;
        }
    return rows == 1;
  }

  // Headings that every paper has stand below it, and an address below one of them.
  static bool has_parts_of_work(const Draft& draft, size_t first, size_t count, size_t& looked) {
    const Section& section = *draft.sections[first];
    const Heading& heading = section.headings.front();
    if (heading.level < 2 || !has_words(heading.text, 4)) return false;
    looked = std::max(looked, std::min(count, kMostParts) + 1);
    if (count > kMostParts) return false;
    size_t parts = 0, addresses = 0;
    for (size_t s = first + 1; s < first + count; ++s) {
      parts += draft.sections[s]->census.is_section_word;
      const Heading* part = heading_of(*draft.sections[s]);
      if (!part || field_named(part->name) != Field::kLink) continue;
      for (const Reference& reference : draft.sections[s]->references)
        addresses += reference.kind == ReferenceKind::kUrl;
    }
    return parts >= 1 && addresses == 1;
  }

  // Two addresses of one kind are of two works.
  static bool are_of_several(const Row<Identifier>& ids) {
    for (size_t i = 1; i < ids.size(); ++i)
      if (ids[i].kind == ids[0].kind && !(ids[i] == ids[0])) return true;
    return false;
  }

  static bool holds_works(const Draft& draft, size_t first, size_t count, size_t& looked) {
    uint32_t items = 0, titled = 0, headings = 0;
    for (size_t s = first; s < first + count && items < 4 && titled < 2 && headings == 0; ++s) {
      looked = std::max(looked, s - first + 1);
      if (draft.in_reference_zone[s]) continue;
      items += draft.sections[s]->census.paper_items;
      titled += draft.sections[s]->census.titled_papers;
      headings += s > first && (draft.sections[s]->census.has_work_heading ||
                                draft.sections[s]->census.has_labels);
    }
    return items >= 4 || titled >= 2 || headings > 0;
  }

  static void take_labels(std::string_view text, const Section& section, size_t from,
                          Entry& entry) {
    size_t seen = 0;
    for (size_t i = from; i < section.lines.size() && seen < kLabelLines; ++i) {
      const Line& line = section.lines[i];
      if (line.kind == LineKind::kBlank) continue;
      ++seen;
      if (line.kind != LineKind::kText && line.kind != LineKind::kItem &&
          line.kind != LineKind::kTable)
        continue;
      const Label label = read_label(text, line.content);
      const std::string_view value = view(text, label.value);
      if (label.field == Field::kTitle && has_words(value, 3) &&
          value.find("://") == std::string_view::npos) {
        entry.title = read_title_text(value).title;  // the heading is its name for short
      } else if (label.field != Field::kNone && label.field != Field::kTitle) {
        take_field(label.field, label.name(), value, entry);
      }
      for (Range rest = label.rest; !rest.empty();) {
        const Label next = read_label(text, rest);
        take_field(next.field, next.name(), view(text, next.value), entry);
        rest = next.rest;
      }
      if (seen > 1 || !entry.authors.empty()) continue;
      const std::string_view words = view(text, line.content);
      const Byline byline = read_names_and_venue(words);
      if (read_byline(words, entry) || byline.names.empty()) continue;
      read_authors(view(words, byline.names), entry);
      take_loose_fields(view(words, byline.rest), entry);
    }
  }

  // `TODO read`: nothing but what to do.
  static bool names_more_than_task(std::string_view title) {
    const std::string folded = fold(title);
    for (std::string_view task :
         {"", "todo", "to read", "read", "done", "todo read", "to-read", "later"})
      if (folded == task) return false;
    return true;
  }

  // A line of tags with a date directly below the heading says as much as an author would.
  static bool has_facts(std::string_view text, const Section& section) {
    for (size_t i = 1; i < section.lines.size() && i < 4; ++i)
      if (view(text, section.lines[i].content).find(kIssueDate) != std::string_view::npos &&
          is_tag_line(text, section.lines[i].content))
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

const SectionLayout& heading_entry_layout() {
  static const HeadingEntryLayout layout;
  return layout;
}

}  // namespace notes
