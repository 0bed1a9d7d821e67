#include "notes/fields.h"

#include <algorithm>
#include <utility>

#include "notes/bibliography.h"
#include "notes/body_lines.h"
#include "notes/callout.h"
#include "notes/key.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/shown_title.h"
#include "notes/title_blocks.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {

std::string find_comment(const Body& body) { return find_comment(lines_of(body), {}); }

std::string find_comment(const std::vector<BodyLine>& lines, const Summary& summary) {
  std::string found;
  bool labelled = false;
  for (size_t i = 0; i < lines.size() && found.size() <= Entry::kCommentHead; ++i) {
    const BodyLine& at = lines[i];
    if (!is_prose(at.line()) || is_tag_line(at)) continue;
    if (summary.first_line <= i && i < summary.end_line) continue;
    const Label label = read_label(at.text, at.line().content);
    std::string_view words = at.content();
    if (may_be_callout(words))
      if (const auto callout = callout_at(at.text, at.line().content))
        words = view(at.text, callout->title);
    if (label.field == Field::kComment && !labelled) {  // what stood before it was something else
      labelled = true;
      found.clear();
      words = view(at.text, label.value);
    }
    if (words.empty() || label.field == Field::kSummary) continue;
    if (!found.empty()) found += '\n';
    if (at.line().kind == LineKind::kItem) found += "- ";
    found += words;
  }
  return shortened(found, Entry::kCommentHead);
}

// `[paper](url)`, which says so wherever it stands.
static bool is_called_paper(std::string_view link) {
  const size_t close = link.find("](");
  return link.starts_with('[') && close != std::string_view::npos &&
         is_paper_link_text(link.substr(1, close - 1));
}

// `[the title of another work](url)`
static bool names_another(std::string_view link, std::string_view title) {
  const size_t close = link.find("](");
  if (title.empty() || !link.starts_with('[') || close == std::string_view::npos) return false;
  const std::string_view shown = link.substr(1, close - 1);
  return has_words(shown, 3) && !is_generic_link_text(shown) && words_in_common(shown, title) < 0.6;
}

Row<Identifier> find_identifiers(const Body& body, std::string_view title) {
  constexpr size_t kLongestLabel = 60;
  Row<Identifier> out;
  bool prose_before = false;  // a bare URL that follows prose is about what the prose says
  bool is_behind_blank = false;
  for (const BodyLine& at : lines_of(body)) {
    if (at.line().kind == LineKind::kBlank) is_behind_blank = !out.empty();
    if (at.is_cited || !is_prose(at.line()) || is_tag_line(at)) continue;
    const Range content = at.line().content;
    bool is_links = false;
    const Row<Reference>& references = at.section->references;
    auto it = std::partition_point(references.begin(), references.end(), [&](const Reference& r) {
      return r.range.begin < content.begin;
    });
    for (; it != references.end() && it->range.end <= content.end; ++it) {
      const Reference& reference = *it;
      if (reference.kind != ReferenceKind::kUrl) continue;
      const std::string_view before = trim(view(at.text, {content.begin, reference.range.begin}));
      if (before.size() > kLongestLabel) break;
      const bool ends = trim(view(at.text, {reference.range.end, content.end})).size() <= 40;
      const std::string_view written = view(at.text, reference.range);
      const bool bare = before.empty() && written.find("://") != std::string_view::npos;
      if (names_another(written, title)) continue;
      const Field label = field_named(heading_name(before));
      const bool labelled = label == Field::kPaper || label == Field::kLink;
      const bool own =
          bare ? !prose_before || is_called_paper(written) : before.empty() || labelled;
      // A second one of its kind, behind a blank line, is another work's.
      const bool another =
          bare && is_behind_blank && !title.empty() &&
          std::any_of(out.begin(), out.end(), [&](const Identifier& id) {
            return id.kind == reference.identifier->kind && id.value != reference.identifier->value;
          });
      if (!ends || !own || another || !is_of_work(reference.identifier->kind)) continue;
      out.push_back(*reference.identifier);
      is_links = true;
      is_behind_blank = false;
    }
    prose_before = prose_before || !is_links;
  }
  return out;
}

// The tags as they were first written, each once.
static Row<Phrase> named_once(std::vector<const TagUse*> uses) {
  const auto is_before = [](const TagUse* a, const TagUse* b) { return a->key < b->key; };
  std::vector<const TagUse*> firsts = uses;  // of each key
  std::stable_sort(firsts.begin(), firsts.end(), is_before);
  firsts.erase(std::unique(firsts.begin(), firsts.end(),
                           [](const TagUse* a, const TagUse* b) { return a->key == b->key; }),
               firsts.end());
  Row<Phrase> out;
  out.reserve(firsts.size());
  for (const TagUse* use : uses)
    if (*std::lower_bound(firsts.begin(), firsts.end(), use, is_before) == use)
      out.push_back(use->name);
  return out;
}

Row<Phrase> find_tags(const Draft& draft, size_t first, size_t count) {
  std::vector<const TagUse*> uses;
  for (size_t s = first; s < first + count; ++s)
    for (const TagUse& tag : draft.sections[s]->tags)
      if (tag.is_sure) uses.push_back(&tag);
  return named_once(std::move(uses));
}

Row<Phrase> find_tags(const Section& section, Range range) {
  std::vector<const TagUse*> uses;
  for (const TagUse& tag : section.tags)
    if (range.covers(tag.range)) uses.push_back(&tag);
  return named_once(std::move(uses));
}

void take_title_line(const TitleLine& line, Entry& entry) {
  entry.title = line.title;
  entry.authors = line.authors;
  entry.et_al = line.et_al;
  entry.venue = line.venue;
  entry.year = line.year;
  entry.month = line.month;
  // `[Paper Note] Title (NeurIPS 2020)`
  if (line.is_bibliographic() && entry.venue.empty() &&
      (entry.title.ends_with(')') || entry.title.ends_with("）")))
    if (TitleText read = read_title_text(entry.title); read.has_venue_year()) {
      entry.title = std::move(read.title);
      entry.venue = std::move(read.venue);
      if (!entry.year) entry.year = read.year;
    }
}

void finish_fields(Entry& entry) {
  std::sort(entry.identifiers.begin(), entry.identifiers.end());
  entry.identifiers.erase(std::unique(entry.identifiers.begin(), entry.identifiers.end()),
                          entry.identifiers.end());
  for (const Identifier& id : entry.identifiers) {
    if (entry.year) break;
    entry.year = year_of(id);
    if (const auto date = date_of(id)) entry.month = date->month;
  }
  entry.title = shown_title(entry.title.str());
  entry.title_key = title_key(entry.title);
  entry.author_key = entry.authors.empty() ? std::string() : author_key(entry.authors.front());
  entry.title_blocks = title_blocks(entry.title_key, entry.author_key, project_key(entry.title));
}

void finish(const Draft& draft, size_t first, size_t count, Entry& entry) {
  finish_fields(entry);
  const uint32_t base = draft.sections[first].base;
  entry.range = {entry.title_range.begin, entry.title_range.end};
  for (size_t s = first + count; s-- > first;) {
    const Row<Line>& lines = draft.sections[s]->lines;
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const Line& line) {
      return line.kind != LineKind::kBlank && !line.range.empty();
    });
    if (last == lines.rend()) continue;
    entry.range.end = std::max(entry.range.end, last->range.end + draft.sections[s].base - base);
    return;
  }
}

std::string shortened(std::string_view text, size_t limit) {
  if (text.size() <= limit) return std::string(text);
  size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(trim(text.substr(0, end))) + "…";
}

}  // namespace notes
