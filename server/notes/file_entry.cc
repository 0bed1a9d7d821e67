#include "notes/file_entry.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/bibliography.h"
#include "notes/body_lines.h"
#include "notes/fields.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/path.h"
#include "notes/path_facts.h"
#include "notes/section_word.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/title_wrap.h"
#include "notes/unicode.h"
#include "notes/whole_title.h"

namespace notes {
namespace {

const FrontMatter* front_matter_of(const Draft& draft) {
  const Section& first = *draft.sections[0];
  return first.kind == SectionKind::kFrontMatter ? &first.front_matter : nullptr;
}

bool has_letter(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_letter(c.code)) return true;
    at += std::max<uint32_t>(c.size, 1);
  }
  return false;
}

bool is_url(std::string_view value) {
  return value.find("://") != std::string_view::npos || value.starts_with("www.");
}

void take_front_matter(const FrontMatter& fields, Entry& entry) {
  for (const FrontMatterField& field : fields.fields) {
    std::string name = field.key;
    std::replace(name.begin(), name.end(), '_', ' ');
    const Field meaning = field_named(name);
    if (meaning == Field::kAuthors && field.is_list && entry.authors.empty()) {
      for (const FrontMatterValue& value : field.values) read_one_author(value.text, entry);
      continue;
    }
    for (const FrontMatterValue& value : field.values) {
      if (meaning != Field::kNone) {
        take_field(meaning, field.key, value.text, entry);
      } else if (field.key == "arxivid" || names_citekey(field.key)) {
        if (auto id = identifier_of_field(field.key, value.text))
          entry.identifiers.push_back(std::move(*id));
      } else if (field.key == "month" && !entry.month) {
        if (const std::optional<Date> date = read_date("2000-" + value.text);
            date && date->month > 0)
          entry.month = date->month;
      }
    }
  }
}

// `arXiv: 2505.10978 | Lang Feng et al. (NTU, 2025)`: parts behind a bar are said without a label.
void take_said(const FileHead::Said& said, Entry& entry) {
  const std::string_view value = said.value;
  const size_t bar = value.find(" | ");
  take_field(said.field, said.name, value.substr(0, bar), entry);
  if (bar == std::string_view::npos) return;
  const std::string_view rest = value.substr(bar + 3);
  const Label label = read_label(rest, {0, static_cast<uint32_t>(rest.size())});
  if (label.field != Field::kNone) {
    take_field(label.field, label.name(), view(rest, label.value), entry);
    return;
  }
  const std::string_view names = trim(rest.substr(0, rest.find('(')));
  if (entry.authors.empty() && rest.find("://") == std::string_view::npos && names.size() > 3)
    read_authors(names, entry);
  take_loose_fields(rest, entry);
}

// Commas in a title of its own field are the title's; only the full form gives more.
bool take_title(std::string_view written, Range range, Entry& entry) {
  written = trim(written);
  if (!has_words(written, 1) || is_placeholder(heading_name(written))) return false;
  if (written.starts_with('@')) written.remove_prefix(1);  // as pages of Logseq's Zotero import
  const TitleText text = read_title_text(written);
  const TitleLine line = read_title_line(text.title);
  const bool full = line.et_al || line.has_venue_year;
  entry.title = without_wrapping(full ? line.title : line.whole);
  if (entry.title.empty()) return false;
  entry.title_range = range;
  if (full && entry.authors.empty()) {
    entry.authors = line.authors;
    entry.et_al = line.et_al;
  }
  if (entry.venue.empty()) entry.venue = full && !line.venue.empty() ? line.venue : text.venue;
  if (!entry.year) entry.year = full && line.year ? line.year : text.year;
  if (!entry.month && full) entry.month = line.month;
  return true;
}

// `chen_big_2020: Big Self-Supervised Models`, as notes made from a bibliography are called.
bool take_keyed_title(std::string_view written, Range range, std::string_view name, Entry& entry) {
  const std::optional<KeyedTitle> keyed = read_keyed_title(trim(written), name);
  if (!keyed || !take_title(keyed->title, range, entry)) return false;
  entry.identifiers.push_back({IdentifierKind::kCitekey, std::string(keyed->key)});
  if (!entry.year && keyed->year > 0) entry.year = keyed->year;
  return true;
}

// Sites of notes cut long titles: `A Very Long...`, and `...Title` as the description.
std::string_view tail_of_title(const FrontMatter* fields, std::string_view title) {
  if (!fields || !title.ends_with("...")) return {};
  const std::string_view description = fields->text_of({"description"});
  return description.starts_with("...") ? trim(description.substr(3)) : std::string_view();
}

// `aliases: [The Title]` of a note that is named by a key.
bool take_alias(const Draft& draft, Entry& entry) {
  const FrontMatter* fields = front_matter_of(draft);
  if (!fields || reads_like_title(title_of_name(draft.name()).title)) return false;
  for (std::string_view key : {"aliases", "alias"})
    if (const FrontMatterField* field = fields->find(key))
      for (const FrontMatterValue& value : field->values)
        if (reads_like_title(value.text) && !value.range.empty() &&
            take_title(value.text, value.range, entry))
          return true;
  return false;
}

bool find_title(const Draft& draft, const FileHead& head, Entry& entry) {
  if (const FrontMatter* fields = front_matter_of(draft))
    if (const FrontMatterField* title = fields->find("title")) {
      const FrontMatterValue& value = title->values.front();
      const Range range = value.range.empty() ? title->key_range : value.range;
      if (take_keyed_title(value.text, range, draft.name(), entry)) return true;
      if (!trim(value.text).empty() && take_title(value.text, range, entry)) return true;
    }
  if (const FrontMatter* fields = front_matter_of(draft))
    for (const FrontMatterField& field : fields->fields)
      if (field_named(field.key) == Field::kTitle || field_named(field.key) == Field::kPaper)
        for (const FrontMatterValue& value : field.values)
          if (!is_url(value.text) && has_words(value.text, 3) &&
              take_title(value.text, value.range.empty() ? field.key_range : value.range, entry))
            return true;
  for (Field field : {Field::kTitle, Field::kPaper})
    for (const FileHead::Said& said : head.labels) {
      if (said.field != field) continue;
      const std::vector<WrittenLink> links =
          links_in(said.value, {0, static_cast<uint32_t>(said.value.size())});
      std::string_view value = said.value;
      if (!links.empty() && links[0].range.begin == 0) {
        value = view(said.value, links[0].text);
        if (is_generic_link_text(value)) continue;
      }
      if (!is_url(value) && has_words(value, 1) && take_title(value, said.range, entry))
        return true;
    }
  // A letter alone is a slip where the file has a name.
  const bool slip = head.heading && has_words(title_of_name(draft.name()).title, 3) &&
                    read_title_text(read_title_line(head.heading->text).title).title.size() < 2;
  if (head.heading && !slip) {
    const uint32_t base = draft.sections[head.heading_section].base;
    std::string written = head.heading->text.str();
    if (const auto tail = tail_of_title(front_matter_of(draft), written); !tail.empty())
      written.replace(written.size() - 3, 3, " " + std::string(tail));
    if (take_title(written, head.heading->text_range.shifted(base), entry)) {
      if (draft.name().find(' ') == std::string_view::npos) return true;
      if (TitleText named = title_of_name(draft.name()); says_in_full(named.title, entry.title))
        entry.title = std::move(named.title);
      return true;
    }
  }
  if (!head.spelled_name.empty() &&
      take_title(draft.text.copy(head.spelled_name), head.spelled_name, entry))
    return true;
  if (take_alias(draft, entry)) return true;
  // The first line that is not front matter stands for the name of the file.
  const size_t first = front_matter_of(draft) && draft.sections.size() > 1 ? 1 : 0;
  const Section& section = *draft.sections[first];
  const Range line = section.lines.empty() ? Range{} : section.lines.front().content;
  entry.title_range = line.shifted(draft.sections[first].base);
  // `The Title/summary.md`: the folder has the name.
  const TitleText text = title_of_name(
      is_name_in_folder(draft.name()) ? last_component(folder_of(draft.path)) : draft.name());
  entry.title = text.title;
  if (entry.venue.empty()) entry.venue = text.venue;
  if (!entry.year) entry.year = text.year;
  return has_letter(entry.title);  // no `2023 12 12` of a diary, and no `@`
}

// The heading of a note that was copied for the next one stays behind: where the name of the file
// is a whole title, too, and quite another, neither is sure.
bool is_left_over(const Draft& draft, const FileHead& head, const Entry& entry) {
  constexpr double kUnlike = 0.15;
  if (!head.heading || !entry.identifiers.empty() ||
      draft.name().find(' ') == std::string_view::npos)
    return false;
  const std::string named = title_of_name(draft.name()).title;
  const auto is_ascii_title = [](std::string_view title) {
    return is_ascii(title) && reads_like_title(title);  // a translation has no words in common
  };
  return is_ascii_title(named) && is_ascii_title(entry.title) &&
         read_title_text(head.heading->text).title == entry.title &&
         words_in_common(named, entry.title) < kUnlike;
}

// What the lines below the title, the folders and the tags say, where nothing else did.
void take_loose_facts(const Draft& draft, const FileHead& head, Entry& entry) {
  if (entry.authors.empty()) {
    entry.authors = head.byline.authors;
    entry.et_al = head.byline.et_al;
  }
  if (!entry.year) entry.year = head.byline.year;
  if (entry.venue.empty()) entry.venue = head.byline.venue;
  if (entry.venue.empty())
    for (const Phrase& tag : entry.tags)
      if (const auto venue = read_venue_year(tag); venue && venue->end == tag.size()) {
        entry.venue = trim(venue->venue);
        if (!entry.year) entry.year = venue->year;
        break;
      }
  const PathFacts filed = read_path(draft.path);
  if (entry.venue.empty() && (!entry.year || entry.year == filed.year)) entry.venue = filed.venue;
  if (!entry.year) entry.year = filed.year;
  if (!entry.noted) entry.noted = filed.noted;
}

// The one `author` of a site's pages wrote the notes; front matter about a paper says more of it.
bool is_writer(const FrontMatter& fields, const Entry& said) {
  return fields.find("author") && !fields.find("authors") && said.venue.empty() && !said.year &&
         said.identifiers.empty();
}

}  // namespace

bool is_index_name(std::string_view name) {
  const std::string folded = fold(name);
  for (std::string_view word : {"readme", "index", "_index", "summary", "home", "toc", "contents"})
    if (folded == word) return true;
  return false;
}

bool is_name_in_folder(std::string_view name) {
  const std::string folded = fold(name);
  for (std::string_view word : {"readme", "summary", "index", "paper", "note", "notes"})
    if (folded == word) return true;
  return false;
}

bool is_below_papers(std::string_view name) {
  const size_t dot = name.find('.');
  if (dot == std::string_view::npos || name.find(' ') != std::string_view::npos) return false;
  const std::string first = fold(name.substr(0, dot));
  for (std::string_view word : {"paper", "papers", "literature", "lit", "article", "articles",
                                "ref", "refs", "reading", "pub", "論文", "论文", "文献", "논문"})
    if (first == word) return true;
  return false;
}

Claim claim_file(const Draft& draft, const FileHead& head, Strength strength) {
  Entry entry;
  entry.strength = strength;
  const FrontMatter* fields = front_matter_of(draft);
  if (fields) {
    take_front_matter(*fields, entry);
    if (is_writer(*fields, entry)) entry.authors.clear();
  }
  for (const FileHead::Said& said : head.labels)
    if (said.field != Field::kTitle) take_said(said, entry);
  if (entry.identifiers.empty()) entry.identifiers = head.identifiers;
  if (!find_title(draft, head, entry) || entry.title.find("{{") != std::string::npos) return {};

  if (is_left_over(draft, head, entry)) entry.strength = Strength::kWeak;
  entry.tags = find_tags(draft, 0, draft.sections.size());
  take_loose_facts(draft, head, entry);
  const size_t first = fields ? 1 : 0;
  const size_t skip = !fields && head.heading && head.heading_section == 0 ? 1 : 0;
  const Body body{draft, first, draft.sections.size() - first, skip};
  if (fields)
    entry.summary = fields->text_of(
        {"summary", "description", "tldr", "tl;dr", "abstract", "要約", "概要", "摘要"});
  if (entry.summary.starts_with("...")) entry.summary = {};  // the end of the title
  const std::vector<BodyLine> lines = lines_of(body);
  Summary summary = find_summary(lines);
  if (entry.summary.empty())
    entry.summary = summary.text;
  else if (!summary.labelled)  // the first paragraph is the comment's
    summary = {};
  entry.comment = find_comment(lines, summary);
  finish(draft, 0, draft.sections.size(), entry);
  Claim claim;
  claim.sections = draft.sections.size();
  claim.entries.push_back(std::move(entry));
  return claim;
}

}  // namespace notes
