// A list item, numbered or not, that is a paper: `- [Title](paper)`, `- Title [[pdf](…)]`, `1.
// **Title.** …`, with what it says in its own lines and in the items below it. An item that leads
// to a note is that note's alias.
#include <algorithm>
#include <optional>

#include "notes/bibliography.h"
#include "notes/cited_words.h"
#include "notes/fields.h"
#include "notes/item_lines.h"
#include "notes/label.h"
#include "notes/labelled_titles.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/listed_entry.h"
#include "notes/title_text.h"
#include "notes/unicode.h"
#include "notes/unlinked_items.h"

namespace notes {
namespace {

constexpr size_t kNestedLines = 12;
constexpr size_t kShortestSummary = 30;
constexpr size_t kYear = 8;  // `: 2021`, ` (2021)`

class ItemEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "item entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    if (section.kind == SectionKind::kFrontMatter || draft.in_reference_zone[first] ||
        draft.survey.is_part)
      return {};
    Claim out{1, {}, {}, true};
    const std::string_view text = draft.text_of(first);
    std::optional<uint32_t> mark;  // where the items that are papers start
    std::vector<size_t> others;
    for (size_t i = 0; i < section.lines.size();) {
      // Lines of a paragraph that are links alone are items that somebody forgot to mark.
      const bool lone = is_lone_link(text, section.lines, i) &&
                        ((i > 0 && is_lone_link(text, section.lines, i - 1)) ||
                         is_lone_link(text, section.lines, i + 1));
      // The heading of a list may stand in an item of its own.
      const bool headed = section.lines[i].kind == LineKind::kHeading &&
                          column(section.lines[i]) > indent(text, section.lines[i]);
      if (headed && !names_zone(text, section.lines[i])) {  // or that of a work
        read_titled_below(draft, first, text, i, i + 1, end_of_item(text, section, i), out);
        ++i;
        continue;
      }
      if (section.lines[i].kind != LineKind::kItem && !lone && !headed) {
        ++i;
        continue;
      }
      const size_t end = lone ? i + 1 : end_of_item(text, section, i);
      if (names_zone(text, section.lines[i])) {
        i = end;
        continue;
      }
      const size_t aliases = out.aliases.size();
      const bool taken = read_item(draft, first, text, i, end, out);
      if (taken && !mark) mark = indent(text, section.lines[i]);
      if (!taken) others.push_back(i);
      // What is nested in the name of a page may be works.
      i = taken && out.aliases.size() == aliases ? end : i + 1;
    }
    read_unlinked_items(draft, first, mark, others, out);
    return out.entries.empty() && out.aliases.empty() ? Claim{} : out;
  }

 private:
  // `[Title](paper)`, and next to nothing else on the line.
  static bool is_lone_link(std::string_view text, const Row<Line>& lines, size_t i) {
    if (i >= lines.size() || lines[i].kind != LineKind::kText ||
        !view(text, lines[i].content).starts_with('['))
      return false;
    const std::vector<WrittenLink> links = links_in(text, lines[i].content);
    return links.size() == 1 && links[0].range.begin == lines[i].content.begin &&
           lines[i].content.end - links[0].range.end <= kYear && links[0].is_paper() &&
           has_words(view(text, links[0].text), 3);
  }

  static bool read_item(const Draft& draft, size_t section, std::string_view text, size_t first,
                        size_t end, Claim& out) {
    const Row<Line>& lines = draft.sections[section]->lines;
    const Range content = lines[first].content;
    const std::string_view words = view(text, content);
    const Label label = read_label(text, content);
    if (label.field == Field::kPaper && first + 1 <= end)
      return read_labelled(draft, section, text, first, label, out);
    if (label.field != Field::kNone && label.field != Field::kTitle) return false;
    size_t own_end = first + 1;  // its lines before anything is nested in it
    while (own_end < end && lines[own_end].kind == LineKind::kText &&
           quotes(text, lines[own_end]) == quotes(text, lines[first]) &&
           read_label(text, lines[own_end].content).field == Field::kNone) {
      if (starts_work(text, lines[own_end])) {
        end = own_end;
        break;
      }
      ++own_end;
    }
    const Range own_lines{content.begin, lines[own_end - 1].content.end};
    const std::string_view all = view(text, own_lines);
    const bool prefixed = starts_with_venue(words);
    if (all.find("](") == std::string_view::npos && all.find("][") == std::string_view::npos &&
        all.find("://") == std::string_view::npos && all.find("[[") == std::string_view::npos &&
        all.find("<a ") == std::string_view::npos && !starts_title(words) && !prefixed)
      return read_titled_below(draft, section, text, first, own_end, end, out);
    WorkLine line = read_work_line(text, own_lines);
    if (line.shape == TitleShape::kNone && prefixed) take_words(text, own_lines, line);
    if (line.shape == TitleShape::kNone) return false;
    if (leads_to_note(line)) {
      if (auto alias = alias_of_line(text, line, {content.begin, lines[own_end - 1].range.end}))
        out.aliases.push_back(std::move(*alias));
      return true;
    }
    Row<Identifier> ids;
    take_identifiers(line.links, ids);
    const bool own = prefixed || is_evident(draft, text, line);
    if (!own &&
        (line.shape == TitleShape::kPlain || (!nested_identifiers(text, lines, own_end, end, ids) &&
                                              !labels_below(text, lines, first).authors)))
      return false;
    if (!is_title(draft, text, line)) return false;
    std::optional<Entry> entry = entry_of_line(text, line, lines[own_end - 1].content.end);
    if (!entry) return false;
    entry->form = Form::kItem;
    entry->identifiers = std::move(ids);
    take_nested_labels(text, lines, own_end, end, *entry);
    take_summary(draft, section, text, line, own_end, end, *entry);
    finish_listed(draft, section, first, end, *entry);
    out.entries.push_back(std::move(*entry));
    return true;
  }

  // `- Paper: [Title](url)`
  static bool read_labelled(const Draft& draft, size_t section, std::string_view text, size_t first,
                            const Label& label, Claim& out) {
    WorkLine line;
    line.links = links_in(text, label.value);
    if (line.links.empty() || line.links[0].range.begin != label.value.begin ||
        !line.links[0].is_paper() || !has_words(view(text, line.links[0].text), 3))
      return false;
    line.shape = TitleShape::kLink;
    line.title = trimmed(text, line.links[0].text);
    line.after = line.links[0].range.end;
    std::optional<Entry> entry = entry_of_line(text, line, label.value.end);
    if (!entry) return false;
    entry->form = Form::kItem;
    take_identifiers(line.links, entry->identifiers);
    finish_listed(draft, section, first, first + 1, *entry);
    out.entries.push_back(std::move(*entry));
    return true;
  }

  // `- Title` over `- https://…` or `- Link: https://…`: words alone, and what stands below says
  // that they are a work's. Or its link is the next item.
  static bool read_titled_below(const Draft& draft, size_t section, std::string_view text,
                                size_t first, size_t own_end, size_t end, Claim& out) {
    const Row<Line>& lines = draft.sections[section]->lines;
    WorkLine line;
    Range own{lines[first].content.begin, lines[own_end - 1].content.end};
    if (lines[first].kind == LineKind::kHeading)
      while (own.begin < own.end && (text[own.begin] == '#' || is_blank_char(text[own.begin])))
        ++own.begin;
    Row<Identifier> ids;
    const Row<Reference>& all = draft.sections[section]->references;
    const auto in = std::partition_point(all.begin(), all.end(), [&](const Reference& reference) {
      return reference.range.begin < own.begin;
    });
    if (in != all.end() && in->kind == ReferenceKind::kUrl && own.covers(in->range)) {
      if (!is_apart(text, own, in->range)) return false;
      own.end = in->range.begin;  // `Title (arXiv:2101.00001)`
      ids.push_back(*in->identifier);
    }
    while (!ids.empty() && own.end > own.begin &&
           std::string_view(" \t\r\n([,:;-").find(text[own.end - 1]) != std::string_view::npos)
      --own.end;
    // A line that announces what follows.
    if (const auto behind = text.substr(own.end, 2); behind == ":\n" || behind == ":\r")
      return false;
    take_words(text, own, line);
    const std::string_view words = view(text, line.title);
    const Character start = character_at(words, 0);
    if (words.size() > 300 || !has_words(words, 3) || words.ends_with('.') ||
        words.ends_with(':') || words.ends_with("：") || words.ends_with("。") ||
        !(is_upper(start.code) || is_digit(start.code) || is_cjk(start.code)))
      return false;
    if (!ids.empty()) {
      if (!draft.survey.is_list() && !reads_like_title(words)) return false;
    } else if (own_end == end && reads_like_title(words) &&
               is_address_beside(text, lines, first, end, ids)) {
      ++end;
    } else if (reads_like_title(words) && first > 0 &&
               (first < 2 || lines[first - 2].kind != LineKind::kItem ||
                indent(text, lines[first - 2]) != indent(text, lines[first])) &&
               is_address_beside(text, lines, first, first - 1, ids)) {
      // The address stands before it, and nothing before that.
    } else if (!nested_identifiers(text, lines, own_end, end, ids) &&
               !labels_below(text, lines, first).authors) {
      return false;
    }
    std::optional<Entry> entry = entry_of_line(text, line, line.title.end);
    if (!entry) return false;
    entry->form = Form::kItem;
    entry->identifiers = std::move(ids);
    take_nested_labels(text, lines, own_end, end, *entry);
    take_summary(draft, section, text, line, own_end, end, *entry);
    finish_listed(draft, section, first, end, *entry);
    out.entries.push_back(std::move(*entry));
    return true;
  }

  // The item at `other`, as deep as that at `first`, is an address and nothing else.
  static bool is_address_beside(std::string_view text, const Row<Line>& lines, size_t first,
                                size_t other, Row<Identifier>& ids) {
    if (other >= lines.size() || lines[other].kind != LineKind::kItem ||
        indent(text, lines[other]) != indent(text, lines[first]))
      return false;
    const std::vector<WrittenLink> links = links_in(text, lines[other].content);
    if (links.size() != 1 || links[0].range != lines[other].content || !links[0].text.empty())
      return false;
    take_identifiers(links, ids);
    return !ids.empty();
  }

  // A mark stands before the identifier, and no sentence goes on behind it.
  static bool is_apart(std::string_view text, Range line, Range id) {
    const std::string_view before = trim(view(text, {line.begin, id.begin}));
    return !before.empty() && std::string_view("([,:-.").find(before.back()) != before.npos &&
           word_count(view(text, {id.end, line.end})) <= 2;
  }

  // `- Authors: …`, `- Year: …` below a title.
  static void take_nested_labels(std::string_view text, const Row<Line>& lines, size_t own_end,
                                 size_t end, Entry& entry) {
    for (size_t i = own_end; i < end && i < own_end + kNestedLines; ++i) {
      if (lines[i].kind != LineKind::kItem && lines[i].kind != LineKind::kText) continue;
      const Label label = read_label(text, lines[i].content);
      if (label.field == Field::kAuthors || label.field == Field::kVenue ||
          label.field == Field::kYear)
        take_field(label.field, label.name(), view(text, label.value), entry);
    }
  }

  // How deep in quotes the line stands.
  static size_t quotes(std::string_view text, const Line& line) {
    const std::string_view before = view(text, {line.range.begin, line.content.begin});
    return static_cast<size_t>(std::count(before.begin(), before.end(), '>'));
  }

  // A line of the item that is a work of its own: `[Title](paper)`.
  static bool starts_work(std::string_view text, const Line& line) {
    if (!view(text, line.content).starts_with('[')) return false;
    const std::vector<WrittenLink> links = links_in(text, line.content);
    return !links.empty() && links[0].range.begin == line.content.begin && links[0].is_paper() &&
           has_words(view(text, links[0].text), 3);
  }

  // `\[SOSP '09] FAWN: …`, `[2019 arXiv] …`: a venue and its year before a title.
  static bool starts_with_venue(std::string_view words) {
    if (!words.starts_with('[') && !words.starts_with("\\[")) return false;
    return read_title_text(words.substr(0, 200)).has_venue_year();
  }

  // All of an item without links is its title.
  static void take_words(std::string_view text, Range lines, WorkLine& line) {
    line.shape = TitleShape::kPlain;
    line.title = lines;
    for (const WrittenLink& link : line.links)
      if (link.range.begin > lines.begin)
        line.title.end = std::min(line.title.end, link.range.begin);
    line.title = trimmed(text, line.title);
    line.after = line.title.end;
  }

  static bool starts_title(std::string_view words) {
    return words.starts_with("**") || words.starts_with('"') || words.starts_with("“") ||
           words.starts_with("《");
  }

  // The title itself leads to a note, or a link beside a paper's title does.
  static bool leads_to_note(const WorkLine& line) {
    return std::any_of(line.links.begin(), line.links.end(),
                       [](const WrittenLink& link) { return link.is_local_note(); });
  }

  // Its links say that it is a paper: one leads to a publisher; or, in a list of papers, it is
  // called one, or stands in brackets behind a plain title.
  static bool is_evident(const Draft& draft, std::string_view text, const WorkLine& line) {
    for (const WrittenLink& link : line.links) {
      if (link.is_paper()) return true;
      if (!draft.survey.is_list()) continue;
      if (!link.text.empty() && is_paper_link_text(view(text, link.text))) return true;
      if (!link.is_url() || line.is_behind_links) continue;
      if (line.shape == TitleShape::kPlain && link.range.begin > 1 &&
          text[link.range.begin - 1] == '[')
        return true;
    }
    return false;
  }

  // `- Title` and below it `- paper: https://…`: at most two, or they are papers of their own.
  static bool nested_identifiers(std::string_view text, const Row<Line>& lines, size_t own_end,
                                 size_t end, Row<Identifier>& ids) {
    Row<Identifier> below;
    for (size_t i = own_end; i < end && i < own_end + kNestedLines; ++i) {
      // What is nested deeper belongs to what it is nested in.
      if (indent(text, lines[i]) > indent(text, lines[own_end])) continue;
      const Label label = read_label(text, lines[i].content);
      const std::vector<WrittenLink> links = links_in(text, lines[i].content);
      if (label.field == Field::kPaper && !links.empty() &&  // of another work
          has_words(view(text, links[0].text), 3))
        continue;
      const bool says = label.field == Field::kPaper || label.field == Field::kLink ||
                        (!links.empty() && links[0].range.begin <= lines[i].content.begin + 1 &&
                         (links[0].text.empty() || is_paper_link_text(view(text, links[0].text))));
      if (says) take_identifiers(links, below);
      if (links.empty() && says_address(text, label)) {  // `DOI: 10.1000/1`
        Entry said;
        take_field(label.field, label.name(), view(text, label.value), said);
        for (Identifier& id : said.identifiers) below.push_back(std::move(id));
      }
    }
    if (below.empty() || below.size() > 2) return false;
    ids.insert(ids.end(), below.begin(), below.end());
    return true;
  }

  // `see [this](url) for more` names nothing: a title has words of its own, and what follows a
  // linked one is no sentence that goes on.
  static bool is_title(const Draft& draft, std::string_view text, const WorkLine& line) {
    const std::string_view title = view(text, line.title);
    const size_t words = word_count(title);
    if (words == 0 || title.ends_with(':') || title.ends_with("：")) return false;
    // `you can get it online: https://…`: a sentence before an address.
    if (line.shape == TitleShape::kPlain && text.substr(line.title.end, 1) == ":" &&
        !draft.survey.is_list())
      return false;
    if (!draft.survey.is_list()) return words >= 3 && !line.is_behind_links;
    if (line.is_behind_links) return words <= 30 && title.find(". ") == std::string_view::npos;
    if (line.shape == TitleShape::kPlain)
      return words >= 3 || text.substr(line.title.end, 3).find('[') != std::string_view::npos;
    if (line.shape == TitleShape::kQuoted)  // a link right behind tells it from a word in quotes
      return words >= 3 || trim(text.substr(line.after, 4)).starts_with('[');
    if (words >= 4) return true;
    const Character next = character_at(text, line.after);
    const Character word = character_at(text, line.after + 1);
    return !(next.code == ' ' && word.code >= 'a' && word.code <= 'z');
  }

  static void take_summary(const Draft& draft, size_t section, std::string_view text,
                           const WorkLine& line, size_t own_end, size_t end, Entry& entry) {
    const Body nested{draft, section, 1, own_end, end};
    const Summary labelled = find_summary(nested);
    if (labelled.labelled) {
      entry.summary = labelled.text;
      return;
    }
    const Row<Line>& lines = draft.sections[section]->lines;
    std::string beside = words_beside_links(
        text, {std::max(line.after, line.title.end), lines[own_end - 1].content.end}, line.links);
    size_t mark = 0;
    while (mark < beside.size() &&
           std::string_view("*_-:.,;) ").find(beside[mark]) != std::string_view::npos)
      ++mark;
    const bool is_led = std::string_view(beside).substr(0, mark).find(':') != std::string::npos;
    beside.erase(0, mark);
    if (beside.starts_with("：")) beside.erase(0, 3);
    if (entry.authors.empty() && (beside.size() >= kShortestSummary || is_led) &&
        word_count(beside) >= (is_led ? 3 : 6)) {
      entry.summary = one_line(beside);
      return;
    }
    const auto is_of_work = [&](const Line& at) {
      if (at.kind != LineKind::kItem && at.kind != LineKind::kText) return false;
      const Label label = read_label(text, at.content);
      return label.field == Field::kNone && !names_others(label.name());
    };
    for (size_t i = own_end; i < end && entry.summary.size() < kShortestSummary; ++i)
      if (is_of_work(lines[i]) &&
          words_beside_links(text, lines[i].content, links_in(text, lines[i].content)).size() >=
              kShortestSummary)
        entry.summary = view(text, lines[i].content);
    if (entry.summary.size() < kShortestSummary) entry.summary = {};
  }
};

}  // namespace

const SectionLayout& item_entry_layout() {
  static const ItemEntryLayout layout;
  return layout;
}

}  // namespace notes
