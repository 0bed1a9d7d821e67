// Papers listed in HTML, as readmes do: an item, row, heading or folded passage (`<details>` with
// the title as its `<summary>`) that links to a paper. The title is the link's text, else the
// longest cell or the summary.
#include <algorithm>
#include <optional>

#include "notes/bibliography.h"
#include "notes/cited_words.h"
#include "notes/fields.h"
#include "notes/html.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool is_unit(std::string_view name) {
  for (std::string_view unit :
       {"li", "tr", "details", "p", "h1", "h2", "h3", "h4", "h5", "h6", "dt"})
    if (name == unit) return true;
  return false;
}
bool is_part(std::string_view name) {
  return name == "td" || name == "summary" || name == "b" || name == "strong";
}

class Reader {
 public:
  explicit Reader(std::string_view text)
      : text_(text), reader_(text, 0, static_cast<uint32_t>(text.size())) {}

  Row<Entry> read() {
    for (HtmlToken token; reader_.next(token);) {
      if (!token.is_tag) {
        markdown(token.range);
      } else if (is_unit(token.name)) {
        if (!token.is_closing)
          open(token);
        else if (token.name == unit_)
          close(token.range.end);
      } else if (is_part(token.name)) {
        part(token);
      } else if (token.name == "a") {
        anchor(token);
      }
    }
    return std::move(out_);
  }

 private:
  void open(const HtmlToken& token) {
    if (unit_ == "details" && token.name != "details") return;        // a list of what it says
    if (token.name == "p" && !unit_.empty() && unit_ != "p") return;  // of a cell or an item
    unit_ = token.name;
    begin_ = token.range.begin;
    title_ = part_ = {};
    behind_ = 0;
    href_from_ = 0;
    ids_.clear();
    is_paper_ = false;
  }

  void part(const HtmlToken& token) {
    if (unit_.empty()) return;
    if (!token.is_closing) {
      part_.begin = token.range.end;
      return;
    }
    const Range inside = trimmed(text_, {part_.begin, token.range.begin});
    if (part_.begin == 0 || is_linked_ || href_from_ != 0) return;
    const std::string words = html_text(view(text_, inside));
    if (word_count(words) > word_count(html_text(view(text_, title_))) &&
        !is_generic_link_text(words) && !reads_like_names(words))
      title_ = inside;
  }

  void anchor(const HtmlToken& token) {
    if (unit_.empty()) return;
    if (!token.is_closing) {
      href_ = token.attribute("href");
      href_from_ = token.range.end;
      return;
    }
    if (href_from_ == 0) return;
    const Range shown = trimmed(text_, {href_from_, token.range.begin});
    link({{}, shown, href_, false});
    href_from_ = 0;
    if (title_ == shown) behind_ = token.range.end;
  }

  // Links of markdown stand between the tags of a folded passage.
  void markdown(Range range) {
    if (unit_ != "details") return;
    for (const WrittenLink& link : links_in(text_, range)) this->link(link);
  }

  void link(const WrittenLink& link) {
    const std::string words = html_text(view(text_, link.text));
    const bool generic = link.text.empty() || is_generic_link_text(words);
    if (!link.is_paper() && !(link.is_url() && !link.text.empty() && is_paper_link_text(words)))
      return;
    if (!generic && has_words(words, 3) && title_.empty()) {
      title_ = link.text;
      is_linked_ = true;
    } else if (!generic) {
      return;  // another work, which this one cites
    }
    is_paper_ = true;
    if (auto id = identifier_of_url(link.to); id && is_of_work(id->kind))
      if (ids_.empty()) ids_.push_back(std::move(*id));
  }

  void close(uint32_t end) {
    const std::string words = html_text(view(text_, title_));
    if (is_paper_ && !title_.empty() && has_words(words, 2)) {
      const TitleText written = read_title_text(words);
      Entry entry;
      entry.form = Form::kHtml;
      entry.title = written.title;
      entry.venue = written.venue;
      entry.year = written.year;
      entry.title_range = title_;
      entry.identifiers = std::move(ids_);
      entry.range = {begin_, end};
      if (behind_ != 0 && unit_ != "details")
        take_names(html_text(view(text_, {behind_, end})), entry);
      finish_fields(entry);
      if (!entry.title.empty()) out_.push_back(std::move(entry));
    }
    unit_ = {};
    is_linked_ = false;
  }

  static void take_names(std::string_view words, Entry& entry) {
    const size_t begin = words.find_first_not_of(" ,.-:");
    if (begin == std::string_view::npos) return;
    words = trim(words.substr(begin));
    if (reads_like_names(words)) read_authors(words, entry);
    take_loose_fields(words, entry);
  }

  std::string_view text_;
  HtmlReader reader_;
  Row<Entry> out_;

  std::string_view unit_;  // the name of the open one, or empty
  uint32_t begin_ = 0;
  Range title_;
  Range part_;
  uint32_t behind_ = 0;  // the title's link
  bool is_linked_ = false;
  bool is_paper_ = false;
  Row<Identifier> ids_;
  std::string_view href_;
  uint32_t href_from_ = 0;  // where its text starts
};

class HtmlListLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "html list"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const Section& section = *draft.sections[first];
    const auto is_html = [](const Line& line) { return line.kind == LineKind::kHtml; };
    if (draft.in_reference_zone[first] || draft.survey.is_part ||
        std::none_of(section.lines.begin(), section.lines.end(), is_html))
      return {};
    const std::string_view text = draft.text_of(first);
    if (text.find("://") == std::string_view::npos) return {};
    Row<Entry> entries = Reader(text).read();
    erase_if(entries, [&](const Entry& entry) {  // in code, say
      return std::none_of(section.lines.begin(), section.lines.end(), [&](const Line& line) {
        return is_html(line) && line.range.begin <= entry.range.begin &&
               entry.range.begin <= line.range.end;
      });
    });
    if (entries.empty()) return {};
    if (!draft.survey.is_list() && entries.size() < 3)
      for (Entry& entry : entries) entry.strength = Strength::kWeak;
    return {1, std::move(entries), {}, true};
  }
};

}  // namespace

const SectionLayout& html_list_layout() {
  static const HtmlListLayout layout;
  return layout;
}

}  // namespace notes
