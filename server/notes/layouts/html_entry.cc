// The raw HTML of a site of paper notes, in two forms. Buttons with hash tags, a date, and below
// them a link whose text is the title line and which leads to the note's issue:
//   <a class="button" href="…">#NLP</a> <span class="issue_date">Issue Date: …</span>
//   <a href="…/issues/12">Title, First Author+, Venue'YY</a>
// Or an article with a title of its own before its buttons:
//   <article class="paper-entry"><h3 class="title-link"><a href="…">Title, …</a></h3> …
// Snippets labelled Summary and Comment follow in both. Links inside a comment cite other papers.
#include <algorithm>
#include <optional>

#include "notes/fields.h"
#include "notes/html.h"
#include "notes/layout.h"
#include "notes/lines.h"
#include "notes/tags.h"
#include "notes/title_line.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool is_issue(std::string_view href) {
  const size_t at = href.rfind("/issues/");
  return at != std::string_view::npos && at + 8 < href.size() &&
         href.find_first_not_of("0123456789", at + 8) == std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view text)
      : text_(text), reader_(text, 0, static_cast<uint32_t>(text.size())) {}

  Row<Entry> read() {
    for (HtmlToken token; reader_.next(token);) {
      if (!token.is_tag) {
        words(token.range);
        continue;
      }
      if (token.name == "article") {
        close();
        in_article_ = !token.is_closing;
      } else if (token.is_closing) {
        leave(token);
      } else {
        enter(token);
      }
    }
    close();
    return std::move(out_);
  }

 private:
  void enter(const HtmlToken& token) {
    if (token.name == "a" || token.name == "button") {
      href_ = token.attribute("href");
      text_from_ = token.range.end;
      is_link_ = true;
      starts_ = token.range.begin;
    } else if (token.name == "span" || token.name == "div" || token.name == "p") {
      if (token.has_class("snippet")) {
        finish_snippet(token.range.begin);
        snippet_ = token.range.end;
        depth_ = 0;
      } else if (snippet_ != 0 && token.name == "span") {
        ++depth_;
      }
    } else if (token.name.size() == 2 && token.name[0] == 'h' && in_article_) {
      heading_from_ = token.range.end;
    }
  }

  void leave(const HtmlToken& token) {
    if ((token.name == "a" || token.name == "button") && is_link_) {
      is_link_ = false;
      link({text_from_, token.range.begin});
    } else if (token.name == "span" && snippet_ != 0 && depth_-- == 0) {
      finish_snippet(token.range.begin);
    } else if (token.name.size() == 2 && token.name[0] == 'h' && heading_from_ != 0) {
      const Range shown{heading_from_, token.range.begin};
      heading_from_ = 0;
      if (!entry_ || entry_->title.empty()) title(shown);
    }
  }

  // A link's text: a hash tag, a title, or something else.
  void link(Range shown) {
    const std::string words = html_text(view(text_, shown));
    if (words.starts_with('#') && words.size() > 1) {
      if (!in_article_ && entry_ && snippet_ == 0 && titled_) close();
      if (!pending_) pending_ = starts_;
      tags_.push_back(words.substr(1));
      return;
    }
    if (snippet_ != 0) return;  // cited in a summary or comment
    if (in_article_ ? heading_from_ != 0 : is_issue(href_) && !tags_.empty()) {
      Range bytes = shown;  // without the tags around the words
      title(bytes);
      if (auto id = identifier_of_url(href_)) entry_->identifiers.push_back(std::move(*id));
      return;
    }
    if (entry_)
      if (auto id = identifier_of_url(href_)) entry_->identifiers.push_back(std::move(*id));
  }

  void title(Range shown) {
    const std::string words = html_text(view(text_, shown));
    const TitleLine line = read_title_line(words);
    if (line.title.empty()) return;
    if (titled_) close();
    if (!entry_) entry_.emplace();
    const std::optional<Date> noted = entry_->noted;
    take_title_line(line, *entry_);
    entry_->noted = noted;
    entry_->title_range = trimmed(text_, shown);
    begin_ = pending_.value_or(starts_);
    titled_ = true;
  }

  void words(Range range) {
    const std::string_view said = view(text_, range);
    const size_t date = said.find(kIssueDate);
    if (date == std::string_view::npos || snippet_ != 0) return;
    if (!in_article_ && titled_) close();
    if (!entry_) entry_.emplace();
    entry_->noted = read_date(said.substr(date + kIssueDate.size()));
  }

  // `<span class="snippet"><span>Summary</span>…</span>`
  void finish_snippet(uint32_t end) {
    if (snippet_ == 0) return;
    std::string said = html_text(view(text_, {snippet_, end}));
    snippet_ = 0;
    last_ = end;
    if (!entry_) return;
    for (std::string_view label : {"GPT Summary", "Summary"})
      if (said.starts_with(label) && entry_->summary.empty()) {
        said.erase(0, label.size());
        entry_->summary = words_after_mark(said);
        return;
      }
    if (said.starts_with("Comment") && entry_->comment.empty())
      entry_->comment = shortened(words_after_mark(said.substr(7)), Entry::kCommentHead);
  }

  static std::string words_after_mark(std::string_view said) {
    const size_t begin = said.find_first_not_of("-: ");
    return begin == std::string_view::npos ? std::string() : std::string(said.substr(begin));
  }

  void close() {
    finish_snippet(std::max(last_, snippet_));
    if (entry_ && titled_) {
      for (const std::string& tag : tags_)
        if (std::find(entry_->tags.begin(), entry_->tags.end(), tag) == entry_->tags.end())
          entry_->tags.push_back(tag);
      entry_->range = {std::min(begin_, entry_->title_range.begin),
                       std::max(last_, entry_->title_range.end)};
      entry_->form = Form::kHtml;
      finish_fields(*entry_);
      out_.push_back(std::move(*entry_));
    }
    entry_.reset();
    pending_.reset();
    tags_.clear();
    titled_ = false;
    last_ = 0;
  }

  std::string_view text_;
  HtmlReader reader_;
  Row<Entry> out_;

  std::optional<Entry> entry_;
  bool titled_ = false;
  bool in_article_ = false;
  std::vector<std::string> tags_;
  std::optional<uint32_t> pending_;  // where the first button before the title starts
  uint32_t begin_ = 0;
  uint32_t last_ = 0;

  bool is_link_ = false;
  std::string_view href_;
  uint32_t starts_ = 0;     // of the link
  uint32_t text_from_ = 0;  // of its text
  uint32_t heading_from_ = 0;
  uint32_t snippet_ = 0;  // where the text of the open snippet starts; 0 when none is open
  int depth_ = 0;
};

class HtmlEntryLayout final : public SectionLayout {
 public:
  std::string_view name() const override { return "html entry"; }

  Claim claim(const Draft& draft, size_t first) const override {
    const std::string_view text = draft.text_of(first);
    if (text.find("</a>") == std::string_view::npos ||
        (text.find("class=\"button") == std::string_view::npos &&
         text.find("<article") == std::string_view::npos))
      return {};
    Row<Entry> entries = Reader(text).read();
    if (entries.empty()) return {};
    return {1, std::move(entries), {}, false};
  }
};

}  // namespace

const SectionLayout& html_entry_layout() {
  static const HtmlEntryLayout layout;
  return layout;
}

}  // namespace notes
