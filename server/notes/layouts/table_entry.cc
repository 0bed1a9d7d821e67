// A row of a table: the title in the column that is headed so, or in the longest of the first
// cells; authors, venue and year in theirs; the summary behind a bold name.
#include <algorithm>

#include "notes/bibliography.h"
#include "notes/cited_words.h"
#include "notes/fields.h"
#include "notes/label.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/listed_entry.h"
#include "notes/section_word.h"
#include "notes/table_row.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"
#include "notes/written_date.h"

namespace notes {
namespace {

constexpr size_t kFirstCells = 4;

struct Columns {
  size_t title = SIZE_MAX;
  std::vector<Field> fields;
  std::vector<std::string> names;
  bool has_bibliography = false;  // authors, a venue or a year
};

class TableEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "table entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (draft.in_reference_zone[first] || draft.survey.is_part) return {};
    Claim out{1, {}, {}, true};
    const std::string_view text = draft.text_of(first);
    for (size_t i = 0; i < section.lines.size(); ++i) {
      if (section.lines[i].kind != LineKind::kTable) continue;
      const Columns columns = read_header(text, section.lines[i].content);
      size_t row = i + 1;
      if (row < section.lines.size() && is_delimiter(text, section.lines[row].content)) ++row;
      size_t end = row, evident = 0;
      for (; end < section.lines.size() && section.lines[end].kind == LineKind::kTable; ++end)
        evident += is_evident(text, section.lines[end].content, columns);
      // Where most rows are papers the others are, too, whatever their links are called.
      const bool all = columns.title != SIZE_MAX && evident >= 3 && evident * 5 >= (end - row) * 4;
      for (; row < end; ++row)
        if (all || is_evident(text, section.lines[row].content, columns))
          read_row(draft, first, text, row, columns, out);
      i = row;
    }
    return out.entries.empty() && out.aliases.empty() ? Claim{} : out;
  }

 private:
  static bool is_delimiter(std::string_view text, Range row) {
    return view(text, row).find_first_not_of("|-: \t") == std::string_view::npos;
  }

  static Columns read_header(std::string_view text, Range row) {
    Columns out;
    for (Range cell : cells_of(text, row)) {
      const std::string name = heading_name(view(text, cell));
      Field field = field_named(name);
      if (name == "name" || name == "papers" || name == "paper name") field = Field::kPaper;
      if ((field == Field::kTitle || field == Field::kPaper) && out.title == SIZE_MAX)
        out.title = out.fields.size();
      if (field == Field::kTitle) out.title = out.fields.size();
      out.has_bibliography = out.has_bibliography || field == Field::kAuthors ||
                             field == Field::kVenue || field == Field::kYear;
      out.fields.push_back(field);
      out.names.push_back(name);
    }
    return out;
  }

  static bool is_evident(std::string_view text, Range row, const Columns& columns) {
    if (columns.title != SIZE_MAX && columns.has_bibliography) return true;
    const std::vector<WrittenLink> links = links_in(text, row);
    return std::any_of(links.begin(), links.end(),
                       [&](const WrittenLink& link) {
                         return link.is_paper() || (link.is_url() && !link.text.empty() &&
                                                    is_paper_link_text(view(text, link.text)));
                       }) ||
           (columns.title != SIZE_MAX && !bare_identifiers(text, row, columns).empty());
  }

  // Of columns called `arXiv`, `DOI`, `PMID`, in which no address stands.
  static Row<Identifier> bare_identifiers(std::string_view text, Range row,
                                          const Columns& columns) {
    Row<Identifier> out;
    if (std::find(columns.fields.begin(), columns.fields.end(), Field::kLink) ==
        columns.fields.end())
      return out;
    const std::vector<Range> cells = cells_of(text, row);
    for (size_t i = 0; i < cells.size() && i < columns.fields.size(); ++i) {
      const std::string_view cell = view(text, cells[i]);
      if (columns.fields[i] != Field::kLink || cell.find_first_of("/.0123456789") == cell.npos ||
          cell.find("](") != cell.npos)
        continue;
      if (auto id = identifier_of_field(columns.names[i], cell); id && is_of_work(id->kind))
        out.push_back(std::move(*id));
    }
    return out;
  }

  static void read_row(const Draft& draft, size_t section, std::string_view text, size_t row,
                       const Columns& columns, Claim& out) {
    const Line& line = draft.sections[section]->lines[row];
    const std::vector<Range> cells = cells_of(text, line.content);
    size_t at = columns.title;
    if (at >= cells.size()) {
      if (at != SIZE_MAX || cells.size() < 2) return;
      at = 0;
      for (size_t i = 1; i < cells.size() && i < kFirstCells; ++i)
        if (shown_size(text, cells[i]) > shown_size(text, cells[at])) at = i;
    }
    std::vector<WrittenLink> links = links_in(text, line.content);
    WorkLine work = read_work_line(text, cells[at]);
    if (work.shape != TitleShape::kLink && work.shape != TitleShape::kBold)
      take_cell(text, cells[at], work);
    work.links = std::move(links);
    if (work.shape == TitleShape::kNone) return;
    if (auto alias = alias_of_line(text, work, line.content)) {
      out.aliases.push_back(std::move(*alias));
      return;
    }
    WorkLine alone = work;
    alone.links.clear();
    std::optional<Entry> entry = entry_of_line(text, alone, 0);
    if (!entry || is_section_word(fold(entry->title)) || are_names(entry->title)) return;
    entry->form = Form::kRow;
    take_identifiers(work.links, entry->identifiers);
    if (entry->identifiers.empty())
      entry->identifiers = bare_identifiers(text, line.content, columns);
    for (size_t i = 0; i < cells.size() && i < columns.fields.size(); ++i) {
      if (i == at) continue;
      const Field field = columns.fields[i];
      if (field == Field::kSummary)
        entry->summary = without_breaks(view(text, cells[i]));
      else if (field != Field::kLink && field != Field::kPaper)
        take_field(field, "", view(text, cells[i]), *entry);
    }
    if (entry->summary.empty()) take_summary(text, cells[at], work, *entry);
    finish_listed(draft, section, row, row + 1, *entry);
    out.entries.push_back(std::move(*entry));
  }

  // Of the words alone: addresses are long.
  static size_t shown_size(std::string_view text, Range cell) {
    size_t size = cell.size();
    for (const WrittenLink& link : links_in(text, cell))
      size -= link.range.size() - link.text.size();
    return size;
  }

  // Of people, whose column is no title's; two names could be words of a title.
  static bool are_names(std::string_view title) {
    return title.find(" et al") != title.npos ||
           (std::count(title.begin(), title.end(), ',') >= 2 && reads_like_names(title));
  }

  // `A Title This paper presents …`: nothing but the first words of what follows tells them apart.
  static size_t end_before_sentence(std::string_view words) {
    constexpr size_t kLongestTitle = 120, kFewestWords = 3;
    size_t end = words.size();
    if (end <= kLongestTitle) return end;
    for (std::string_view start :
         {" This paper ", " This work ", " This study ", " This survey ", " The paper ",
          " The authors ", " We ", " Introduces ", " Proposes ", " Presents ", " Explores "})
      if (const size_t at = words.find(start);
          at < end && has_words(words.substr(0, at), kFewestWords))
        end = at;
    return end;
  }

  // Without `(2021)`, `(ICML 2021)`, `(Doe et al.)`, `(oral)` behind it; other brackets are the
  // title's.
  static size_t end_without_remark(std::string_view words) {
    const std::string_view title = trim(words);
    if (!title.ends_with(')')) return words.size();
    const size_t open = title.rfind('(');
    if (open == std::string_view::npos || open == 0) return words.size();
    const std::string_view inside = trim(title.substr(open + 1, title.size() - open - 2));
    const bool says_when = read_venue_year(inside) || read_dotted_date(inside) || read_date(inside);
    const bool says_who = read_et_al(inside) || reads_like_names(inside);
    if (!says_when && !says_who && !is_status(fold(inside))) return words.size();
    return static_cast<size_t>(title.data() - words.data()) + open;
  }

  static bool is_status(std::string_view folded) {
    for (std::string_view word : {"oral", "spotlight", "poster", "best paper", "award", "preprint",
                                  "accepted", "under review", "new", "survey", "workshop"})
      if (folded.starts_with(word) && folded.size() <= word.size() + 12) return true;
    return false;
  }

  // Plain words up to a line break, a double space or a dash.
  static void take_cell(std::string_view text, Range cell, WorkLine& work) {
    const std::string_view words = view(text, cell);
    size_t begin = 0;
    const size_t digits = words.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0 && digits <= 3 &&
        (words[digits] == ')' || words[digits] == '.'))
      begin = digits + 1;
    size_t end = words.size();
    for (std::string_view stop : {"<br", "  ", " - ", " – ", " — ", "["})
      end = std::min(end, words.find(stop, begin + 1));
    end = begin + end_before_sentence(words.substr(begin, end - begin));
    end = begin + end_without_remark(words.substr(begin, end - begin));
    work.shape = TitleShape::kPlain;
    work.title = trimmed(
        text, {cell.begin + static_cast<uint32_t>(begin), cell.begin + static_cast<uint32_t>(end)});
    work.after = work.title.end;
    if (work.title.empty() || !has_words(view(text, work.title), 1)) work.shape = TitleShape::kNone;
  }

  static void take_summary(std::string_view text, Range cell, const WorkLine& work, Entry& entry) {
    if (work.after >= cell.end) return;
    std::string words(view(text, {work.after, cell.end}));
    size_t mark = 0;
    while (mark < words.size() &&
           std::string_view("-:* ").find(words[mark]) != std::string_view::npos)
      ++mark;
    for (std::string_view dash : {"–", "—", "<br>", "<br/>"})
      if (std::string_view(words).substr(mark).starts_with(dash)) mark += dash.size();
    const bool is_apart = words.substr(0, mark).find_first_not_of(' ') != std::string::npos;
    words.erase(0, mark);
    if (words.size() >= 20 || (is_apart && has_words(words, 2)))
      entry.summary = without_breaks(trim(words));
  }

  // Cells hold lines apart with tags.
  static std::string without_breaks(std::string_view words) {
    std::string out;
    for (size_t at = 0; at < words.size();) {
      const size_t tag = std::min(words.find("<br", at), words.size());
      out += words.substr(at, tag - at);
      const size_t close = words.find('>', tag);
      if (close == std::string_view::npos) {
        out += words.substr(tag);
        break;
      }
      if (!out.empty() && out.back() != ' ') out += ' ';
      at = close + 1;
    }
    return std::string(trim(out));
  }
};

}  // namespace

const SectionLayout& table_entry_layout() {
  static const TableEntryLayout layout;
  return layout;
}

}  // namespace notes
