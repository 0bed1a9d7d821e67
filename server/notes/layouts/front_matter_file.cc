// A file per paper: front matter that names a work, and the whole file is about it.
#include <algorithm>

#include "notes/fields.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::string_view kIdentifierKeys[] = {
    "arxiv", "arxiv_id", "arxivid", "eprint", "doi",       "openreview", "acl",
    "url",   "link",     "pdf",     "paper",  "paper_url", "source"};

bool is_paper_type(std::string_view type) {
  const std::string word = fold(type);
  for (std::string_view known : {"paper", "literature", "article", "journalarticle",
                                 "conferencepaper", "preprint", "論文", "论文"})
    if (word == known) return true;
  return false;
}

class FrontMatterFileLayout final : public Layout {
 public:
  std::string_view name() const override { return "front matter file"; }

  Claim claim(const Draft& draft, size_t first) const override {
    if (first != 0 || draft.sections[0]->kind != SectionKind::kFrontMatter) return {};
    const FrontMatter& fields = draft.sections[0]->front_matter;
    Entry entry;
    read_identifiers(fields, entry);
    read_names(fields, entry);
    // A blog's pages name their one `author`, too; that alone makes no paper of them.
    const bool named =
        entry.year || !entry.venue.empty() || (!entry.authors.empty() && !fields.find("author"));
    const bool evidence = !entry.identifiers.empty() || fields.find("citekey") ||
                          is_paper_type(fields.text_of({"type", "item_type", "itemtype"})) ||
                          (named && fields.find("title"));
    if (!evidence || !read_title(draft, entry)) return {};
    entry.tags = find_tags(draft, 0, draft.sections.size());
    const Body body{draft, 1, draft.sections.size() - 1, 0};
    entry.summary = fields.text_of(
        {"summary", "description", "tldr", "tl;dr", "abstract", "要約", "概要", "摘要"});
    Summary summary = find_summary(body);
    if (entry.summary.empty())
      entry.summary = summary.text;
    else if (!summary.labelled)  // the first paragraph is the comment's
      summary = {};
    entry.comment = find_comment(body, summary);
    finish(draft, 0, draft.sections.size(), entry);
    return {draft.sections.size(), {std::move(entry)}};
  }

 private:
  static void read_identifiers(const FrontMatter& fields, Entry& entry) {
    for (std::string_view key : kIdentifierKeys)
      if (const FrontMatterField* field = fields.find(key))
        for (const FrontMatterValue& value : field->values)
          if (auto id = identifier_of_field(key, value.text))
            entry.identifiers.push_back(std::move(*id));
  }

  static void read_names(const FrontMatter& fields, Entry& entry) {
    for (std::string_view key : {"authors", "author", "著者", "作者"}) {
      const FrontMatterField* field = fields.find(key);
      if (!field) continue;
      for (const FrontMatterValue& value : field->values)
        read_authors(value.text, field->is_list, entry);
      break;
    }
    entry.venue = fields.text_of(
        {"venue", "journal", "conference", "booktitle", "publication", "会议", "期刊", "学会"});
    if (const auto venue = read_venue_year(entry.venue);
        venue && venue->end == entry.venue.size()) {
      entry.year = venue->year;
      entry.venue = std::string(trim(venue->venue));
    }
    for (std::string_view key : {"published", "publication_date", "pubdate", "year"}) {
      const std::optional<Date> published = read_date(fields.text_of({key}));
      if (!published) continue;
      entry.year = published->year;
      if (published->month > 0) entry.month = published->month;
    }
    if (const std::optional<Date> month =
            read_date("2000-" + std::string(fields.text_of({"month"})));
        month && month->month > 0)
      entry.month = month->month;
    // A whole day is when the note was made; a month is when the paper was.
    const std::optional<Date> date =
        read_date(fields.text_of({"noted", "date", "created", "date_noted", "read", "date_read"}));
    if (date && date->day > 0) {
      entry.noted = date;
    } else if (date && !entry.year) {
      entry.year = date->year;
      if (date->month > 0) entry.month = date->month;
    }
  }

  // A list has one author an item, each perhaps `Last, First`; a string separates them by `;`, `
  // and ` or commas.
  static void read_authors(std::string_view text, bool is_list, Entry& entry) {
    text = trim(text);
    if (text.empty()) return;
    const auto add = [&](std::string_view name) {
      name = trim(name);
      while (name.starts_with('[')) name.remove_prefix(1);
      while (name.ends_with(']')) name.remove_suffix(1);
      if (const auto plus = read_et_al(name)) {
        entry.et_al = true;
        name = *plus;
      }
      if (name == "et al." || name == "et al" || name == "others")
        entry.et_al = true;
      else if (!name.empty())
        entry.authors.emplace_back(name);
    };
    if (is_list) return add(text);
    const std::string_view separator = text.find(';') != std::string_view::npos       ? ";"
                                       : text.find(" and ") != std::string_view::npos ? " and "
                                       : text.find("、") != std::string_view::npos    ? "、"
                                                                                      : ",";
    for (size_t at = 0; at <= text.size();) {
      const size_t end = std::min(text.find(separator, at), text.size());
      add(text.substr(at, end - at));
      at = end + separator.size();
    }
  }

  static bool read_title(const Draft& draft, Entry& entry) {
    const FrontMatterField* title = draft.sections[0]->front_matter.find("title");
    if (title && !trim(title->values.front().text).empty()) {
      take_title(read_title_line(title->values.front().text), entry);
      entry.title_range =
          title->values.front().range.empty() ? title->key_range : title->values.front().range;
      return true;
    }
    for (size_t s = 1; s < draft.sections.size(); ++s) {
      const Section& section = *draft.sections[s];
      if (section.headings.empty()) continue;
      const Heading& heading = section.headings.front();
      take_title(read_title_line(heading.text), entry);
      entry.title_range = heading.text_range.shifted(draft.sections[s].base);
      return !entry.title.empty();
    }
    const size_t slash = draft.path.rfind('/') + 1;
    entry.title = draft.path.substr(slash, draft.path.rfind('.') - slash);
    entry.title_range = {0, draft.sections[0]->lines.front().range.end};
    return true;
  }

  // Commas in a title of its own field are the title's; only the full form gives more.
  static void take_title(const TitleLine& line, Entry& entry) {
    if (!line.et_al && !line.has_venue_year) {
      entry.title = line.whole;
      return;
    }
    entry.title = line.title;
    if (entry.authors.empty()) {
      entry.authors = line.authors;
      entry.et_al = line.et_al;
    }
    if (entry.venue.empty()) entry.venue = line.venue;
    if (!entry.year) entry.year = line.year;
    if (!entry.month) entry.month = line.month;
  }
};

}  // namespace

const Layout& front_matter_file_layout() {
  static const FrontMatterFileLayout layout;
  return layout;
}

}  // namespace notes
