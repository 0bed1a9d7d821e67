#include "notes/layout.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "notes/file_entry.h"
#include "notes/key.h"
#include "notes/label.h"
#include "notes/label_block.h"
#include "notes/lines.h"
#include "notes/packed_number.h"
#include "notes/path.h"
#include "notes/section_word.h"
#include "notes/title_text.h"
#include "notes/unicode.h"
#include "notes/written_date.h"

namespace notes {
namespace {

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

// `Notes (copy).md`, `Notes - コピー.md`, `Notes.sync-conflict-20240101.md`: what a tool or a
// careful hand put beside a note.
bool is_backup(std::string_view name) {
  for (std::string_view end :
       {" (copy)", " copy", " - copy", " - コピー", "のコピー", " - 副本", ".bak", ".orig"})
    if (name.ends_with(end) && name.size() > end.size()) return true;
  return name.find(".sync-conflict-") != name.npos || name.find("(conflicted copy") != name.npos ||
         (name.ends_with(')') && name.find("'s conflicted copy") != name.npos);
}

// In a folder of backups of the vault, which itself may lie in one.
bool is_in_backups(std::string_view path, std::string_view root) {
  if (root.empty()) return false;
  for (std::string_view at = folder_of(path); at.size() > root.size(); at = folder_of(at)) {
    const std::string folder = fold(last_component(at));
    for (std::string_view word : {"backup", "backups", "bak", "バックアップ", "备份"})
      if (folder == word) return true;
  }
  return false;
}

// `02_method.md`
bool is_numbered_part(std::string_view name) {
  if (digits_of(name) != 2 || name.size() < 4 || (name[2] != '_' && name[2] != '-')) return false;
  const std::string rest = fold(name.substr(3));
  for (std::string_view word :
       {"abstract",     "intro",      "introduction", "method",        "methods",    "methodology",
        "architecture", "experiment", "experiments",  "results",       "conclusion", "conclusions",
        "appendix",     "ablation",   "limitations",  "preliminaries", "引言",       "方法",
        "实验",         "结论",       "附录",         "手法",          "実験"})
    if (rest == word) return true;
  return false;
}

}  // namespace

bool is_part_of_work(std::string_view path, std::string_view root) {
  const bool is_below = folder_of(path).size() > root.size();
  const std::string folder = is_below ? fold(last_component(folder_of(path))) : std::string();
  for (std::string_view word : {"sections", "parts", "chapters", "_templates"})
    if (folder == word) return true;
  const std::string_view file = last_component(path);
  const std::string name = fold(file.substr(0, file.rfind('.')));
  // `X/auto/X.md`, as converters of PDFs lay out the text of a work.
  if (folder == "auto" && fold(last_component(folder_of(folder_of(path)))) == name) return true;
  for (std::string_view word :
       {"full", "full_text", "full text", "fulltext", "translation", "annotated", "template",
        "todo", "changelog", "license", "contributing", "glossary", "翻訳", "翻译", "译文", "全文"})
    if (name == word) return true;
  if (is_backup(name) || is_in_backups(path, root) || is_numbered_part(name)) return true;
  return name.size() > 4 && name[0] == 's' && is_digit_char(name[1]) && is_digit_char(name[2]) &&
         (name[3] == '_' || name[3] == '-');
}

namespace {

void count_heading(const Heading& heading, const Census& census, Survey& out) {
  const size_t level = static_cast<size_t>(heading.level);
  if (level >= out.levels.size()) return;
  ++out.levels[level].all;
  out.levels[level].labelled += census.has_labels;
  out.levels[level].addressed += census.has_address;
  out.levels[level].bare += census.is_bare && !census.has_labels;
  out.levels[level].titled += census.is_titled;
  out.levels[level].collecting += census.names_papers;
}

// REQUIRES: no two that are taken overlap. The last that begins before the wanted one ends, ends
// last, too: a section may hold thousands, and each is asked about.
bool is_free(const std::set<Range>& taken, Range wanted) {
  const auto behind = taken.lower_bound({wanted.end, 0});
  return behind == taken.begin() || std::prev(behind)->end <= wanted.begin;
}

// A README of many is none, nor a part of one, a template or an empty file.
bool may_be_one_work(const Draft& draft) {
  if (draft.survey.is_part || draft.survey.page_entries > 0) return false;
  if (draft.survey.title_blocks >= 2 && have_different_titles(draft)) return false;
  // A clipping of something read online, and the highlights of a PDF.
  if (draft.name().ends_with("(highlights)") || draft.name().starts_with("hls__")) return false;
  return !draft.text.is_blank() && !draft.text.contains("<%");
}

}  // namespace

std::string_view Draft::name() const {
  const std::string_view file = last_component(path);
  const size_t dot = file.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? file : file.substr(0, dot);
}

int Survey::catalogue_level() const {
  constexpr uint32_t kFewest = 5;
  for (size_t level = 1; level < levels.size(); ++level) {
    const Level& at = levels[level];
    if (at.labelled >= kFewest && at.labelled * 3 >= at.all &&
        (at.labelled + at.bare) * 10 >= at.all * 9)
      return static_cast<int>(level);
  }
  return 0;
}

int Survey::addressed_level() const {
  for (size_t level = 1; level < levels.size(); ++level) {
    if (levels[level].addressed >= 2) return static_cast<int>(level);
    if (levels[level].addressed + levels[level].labelled > 0) return 0;
  }
  return 0;
}

int Survey::collected_level() const {
  for (size_t level = 1; level + 1 < levels.size(); ++level) {
    if (levels[level].collecting == 0) continue;
    // A page's own heading may be one of one paper, `Title Paper Summary`, over its parts.
    const size_t named = level == 1 && levels[1].titled > 0 ? 1 : level + 1;
    const uint32_t titled = levels[named].titled;
    if (titled >= (level == 1 ? 2 : 1) && titled * 4 >= levels[named].all)
      return static_cast<int>(named);
  }
  return 0;
}

bool Survey::collects_papers() const {
  return collected_level() > 0 ||
         std::any_of(levels.begin() + 2, levels.end(),
                     [](const Level& level) { return level.collecting > 0; });
}

namespace {

template <class F>
void for_each_count(auto& survey, F f) {
  for (auto* count :
       {&survey.paper_items, &survey.titled_papers, &survey.work_headings,
        &survey.labelled_sections, &survey.page_entries, &survey.labelled_parts,
        &survey.title_blocks, &survey.labelled_titles.authors, &survey.labelled_titles.venues,
        &survey.labelled_titles.years, &survey.labelled_titles.addresses, &survey.venued_headings})
    f(*count);
  for (auto& level : survey.levels)
    for (auto* count : {&level.all, &level.labelled, &level.addressed, &level.bare, &level.titled,
                        &level.collecting})
      f(*count);
}

}  // namespace

std::string pack(const Survey& survey) {
  std::string counts;
  uint32_t skipped = 0;
  for_each_count(survey, [&](uint32_t count) {
    if (count == 0) {
      ++skipped;
      return;
    }
    put_number(counts, skipped);
    put_number(counts, count);
    skipped = 0;
  });
  return counts.empty() && !survey.is_part ? "" : (survey.is_part ? '1' : '0') + counts;
}

void add_packed(Survey& to, std::string_view packed) {
  if (packed.empty()) return;
  to.is_part = to.is_part || packed.front() == '1';
  const char *at = packed.data() + 1, *const end = packed.data() + packed.size();
  if (at == end) return;
  uint32_t skipped = take_number(at);
  for_each_count(to, [&](uint32_t& count) {
    if (skipped-- > 0) return;
    count += take_number(at);
    skipped = at == end ? UINT32_MAX : take_number(at);
  });
}

Survey& Survey::operator+=(const Survey& behind) {
  for (size_t level = 0; level < levels.size(); ++level) {
    levels[level].all += behind.levels[level].all;
    levels[level].labelled += behind.levels[level].labelled;
    levels[level].addressed += behind.levels[level].addressed;
    levels[level].bare += behind.levels[level].bare;
    levels[level].titled += behind.levels[level].titled;
    levels[level].collecting += behind.levels[level].collecting;
  }
  paper_items += behind.paper_items;
  titled_papers += behind.titled_papers;
  work_headings += behind.work_headings;
  labelled_sections += behind.labelled_sections;
  labelled_parts += behind.labelled_parts;
  title_blocks += behind.title_blocks;
  labelled_titles += behind.labelled_titles;
  page_entries += behind.page_entries;
  venued_headings += behind.venued_headings;
  is_part = is_part || behind.is_part;
  return *this;
}

int survey(Draft& draft, int zone) {
  draft.survey = {};
  draft.survey.is_part = is_part_of_work(draft.path, draft.reading.root);
  const bool all = names_reference_zone(fold(draft.name()));
  draft.in_reference_zone.assign(draft.sections.size(), all);
  for (size_t i = 0; i < draft.sections.size(); ++i) {
    const Section& section = *draft.sections[i];
    if (const Heading* heading = heading_of(section)) {
      count_heading(*heading, section.census, draft.survey);
      if (zone >= heading->level) zone = 0;
      if (zone == 0 && section.census.is_reference_zone) zone = heading->level;
    }
    if (section.kind == SectionKind::kPageEntry) ++draft.survey.page_entries, zone = 0;
    if (zone > 0 || section.census.is_loose_zone) draft.in_reference_zone[i] = true;
    if (draft.in_reference_zone[i]) continue;
    draft.survey.paper_items += section.census.paper_items;
    draft.survey.titled_papers += section.census.titled_papers;
    draft.survey.work_headings += section.census.has_work_heading;
    const Heading* heading = heading_of(section);
    (heading && is_page_word(heading->name) && section.census.title_blocks == 0
         ? draft.survey.labelled_parts
         : draft.survey.labelled_sections) += section.census.has_labels;
    draft.survey.title_blocks += section.census.title_blocks;
    draft.survey.labelled_titles += section.census.labelled_titles;
    draft.survey.venued_headings += section.census.has_venue_behind;
  }
  return zone;
}

std::span<const FileLayout* const> file_layouts() {
  static const std::array<const FileLayout*, 7> kLayouts{
      &front_matter_file_layout(), &logseq_page_layout(),        &citekey_file_layout(),
      &labelled_file_layout(),     &field_heading_file_layout(), &linked_heading_file_layout(),
      &bare_title_file_layout()};
  return kLayouts;
}

std::span<const SectionLayout* const> section_layouts() {
  static const std::array<const SectionLayout*, 9> kLayouts{
      &page_entry_layout(), &heading_entry_layout(), &label_block_entry_layout(),
      &html_entry_layout(), &table_entry_layout(),   &bold_entry_layout(),
      &item_entry_layout(), &html_list_layout(),     &paragraph_entry_layout()};
  return kLayouts;
}

bool may_claim_whole(const Section& first, std::string_view path, const Survey& survey) {
  if (first.kind == SectionKind::kBibtex) return true;
  // Only front matter or a key for its name can make one work of a file that notes several; for the
  // others its head need not be read, so that an edit in a long one stays cheap.
  const bool says_so =
      first.kind == SectionKind::kFrontMatter || last_component(path).starts_with('@');
  return !survey.is_part && (says_so || !survey.is_collection());
}

namespace {

Claim claim_as_one(const Draft& draft) {
  FileHead head = read_file_head(draft);
  if (head.heading && (names_queue(head.heading->name) || is_date_alone(head.heading->text)))
    return {};
  head.may_be_one_work = may_be_one_work(draft);
  for (const FileLayout* layout : file_layouts())
    if (Claim claim = layout->claim(draft, head); claim.sections > 0) return claim;
  return {};
}

// One title, or the beginning of it.
bool is_same_title(std::string_view a, std::string_view b) {
  const std::string one = title_key(a), other = title_key(b);
  return one.starts_with(other) || other.starts_with(one);
}

// The section whose heading names another work than the file's, with its venue and year.
size_t other_work(const Draft& draft, const Entry& own) {
  for (size_t i = 1; i < draft.sections.size(); ++i) {
    const Section& section = *draft.sections[i];
    if (section.census.has_venue_behind && !draft.in_reference_zone[i] &&
        !is_same_title(read_title_text(heading_of(section)->text).title, own.title))
      return i;
  }
  return draft.sections.size();
}

// A note on one work may go on with one on another.
Claim with_other_works(const Draft& draft, Claim whole) {
  const size_t first = other_work(draft, whole.entries.front());
  if (first == draft.sections.size()) return whole;
  Draft part{draft.path, draft.text, draft.sections.first(first), draft.reading};
  survey(part);
  Claim out = claim_as_one(part);
  if (out.entries.empty()) return whole;
  for (size_t i = first; i < draft.sections.size();) {
    Claim other = claim_at(draft, i);
    for (Entry& entry : other.entries) {
      const uint32_t base = draft.sections[i].base;
      entry.range = entry.range.shifted(base);
      entry.title_range = entry.title_range.shifted(base);
      out.entries.push_back(std::move(entry));
    }
    i += other.sections;
  }
  out.sections = draft.sections.size();
  return out;
}

}  // namespace

Claim claim_whole(const Draft& draft) {
  if (draft.sections[0]->kind == SectionKind::kBibtex) return claim_bibtex(draft);
  if (!may_claim_whole(*draft.sections[0], draft.path, draft.survey)) return {};
  Claim claim = claim_as_one(draft);
  if (claim.entries.empty() || draft.survey.venued_headings == 0) return claim;
  return with_other_works(draft, std::move(claim));
}

Claim claim_at(const Draft& draft, size_t first) {
  Claim all;
  all.sections = 1;
  const Range cited = draft.sections[first]->census.cited;
  std::set<Range> taken;
  for (const SectionLayout* layout : section_layouts()) {
    Claim claim = layout->claim(draft, first);
    claim.looked = all.looked = std::max(all.looked, claim.looked);
    if (claim.sections == 0) continue;
    if (!claim.shares) return claim;
    for (Entry& entry : claim.entries)
      if (!cited.overlaps(entry.title_range) && is_free(taken, entry.range)) {
        taken.insert(entry.range);
        all.entries.push_back(std::move(entry));
      }
    for (Alias& alias : claim.aliases)
      if (!cited.overlaps(alias.range)) all.aliases.push_back(std::move(alias));
  }
  std::sort(all.entries.begin(), all.entries.end(),
            [](const Entry& a, const Entry& b) { return a.range < b.range; });
  return all;
}

}  // namespace notes
