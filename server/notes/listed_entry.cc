#include "notes/listed_entry.h"

#include <algorithm>

#include "notes/bibliography.h"
#include "notes/cited_words.h"
#include "notes/fields.h"
#include "notes/lines.h"
#include "notes/section_word.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
std::optional<Entry> entry_of_line(std::string_view text, const WorkLine& line, uint32_t line_end) {
  if (line.shape == TitleShape::kNone) return std::nullopt;
  std::string shown = one_line(view(text, line.title));
  if (shown.starts_with("&#x20;")) shown.erase(0, 6);  // as some editors write a space
  for (size_t mark; (mark = shown.find("**")) != std::string::npos;) shown.erase(mark, 2);
  if (const size_t size = without_site(shown).size(); size < shown.size()) {
    shown.resize(size);
    shown.erase(0, shown.find_first_not_of("_*"));  // which closed behind it
  }
  if (is_generic_link_text(shown)) return std::nullopt;
  const TitleText written = read_title_text(shown);
  const TitleLine read = read_title_line(written.title);
  if (read.title.empty() || !has_words(read.title, 1) || read.title.size() > 400)
    return std::nullopt;
  Entry entry;
  take_title_line(read, entry);
  if (!read.et_al && !read.has_venue_year) {
    // Commas are the title's as long as nothing else says that fields follow.
    entry.title = read.whole;
    entry.authors.clear();
    entry.venue.clear();
    entry.year.reset();
    entry.month.reset();
  }
  entry.title_range = line.title;
  if (entry.venue.empty()) entry.venue = written.venue;
  if (!entry.year) entry.year = written.year;
  if (!line.authors.empty() && entry.authors.empty()) read_authors(view(text, line.authors), entry);
  if (entry.authors.empty() && line.shape != TitleShape::kPlain && line.after < line_end) {
    const std::string beside = words_beside_links(text, {line.after, line_end}, line.links);
    const Range names = names_at_begin(beside);
    if (!names.empty()) read_authors(view(beside, names), entry);
  }
  const uint32_t behind = line.shape == TitleShape::kPlain ? line.title.end : line.after;
  if (behind < line_end)
    take_loose_fields(words_beside_links(text, {behind, line_end}, line.links), entry);
  return entry;
}

std::optional<Alias> alias_of_line(std::string_view text, const WorkLine& line, Range range) {
  const WrittenLink* target = nullptr;
  for (const WrittenLink& link : line.links)
    if (!target && link.is_local_note()) target = &link;
  if (!target || line.shape == TitleShape::kNone) return std::nullopt;
  Alias alias;
  alias.range = range;
  alias.title = read_title_text(view(text, line.title)).title;
  alias.path = target->to;
  alias.is_wiki = target->is_wiki;
  take_identifiers(line.links, alias.identifiers);
  return alias;
}

void take_identifiers(const std::vector<WrittenLink>& links, Row<Identifier>& out) {
  for (const WrittenLink& link : links) {
    if (!link.is_url()) continue;
    std::optional<Identifier> id = identifier_of_url(link.to);
    if (id && is_of_work(id->kind) && std::find(out.begin(), out.end(), *id) == out.end())
      out.push_back(std::move(*id));
  }
}

void finish_listed(const Draft& draft, size_t section, size_t first, size_t end, Entry& entry) {
  const Row<Line>& lines = draft.sections[section]->lines;
  while (end > first + 1 && lines[end - 1].kind == LineKind::kBlank) --end;
  entry.range = {lines[first].content.begin, lines[end - 1].range.end};
  entry.tags = find_tags(*draft.sections[section], {lines[first].range.begin, entry.range.end});
  const Heading* const heading = heading_of(*draft.sections[section]);
  const bool is_in_contents =
      heading && names_contents(heading->name) &&
      view(draft.text_of(section), entry.range).find("://") == std::string_view::npos;
  if (!draft.survey.is_list() || is_in_contents) entry.strength = Strength::kWeak;
  finish_fields(entry);
}

std::string words_beside_links(std::string_view text, Range line,
                               const std::vector<WrittenLink>& links) {
  std::string out;
  uint32_t at = line.begin;
  for (const WrittenLink& link : links) {
    if (link.range.begin >= line.end || link.range.end <= at) continue;
    out += text.substr(at, std::max(link.range.begin, at) - at);
    at = std::min(link.range.end, line.end);
  }
  out += text.substr(at, line.end - at);
  // What is left of `[[pdf](url)] | [code](url)`.
  std::string clean;
  for (size_t i = 0; i < out.size(); ++i) {
    const char c = out[i];
    if (c == '[' || c == ']' || c == '|' || (c == '(' && i + 1 < out.size() && out[i + 1] == ')'))
      continue;
    if (c == ')' && i > 0 && out[i - 1] == '(') continue;
    clean += c;
  }
  return std::string(trim(clean));
}

}  // namespace notes
