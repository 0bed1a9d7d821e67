#include "notes/work_line.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/cited_words.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/person_names.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr std::string_view kStates[] = {"TODO ", "DONE ",    "DOING ", "LATER ",
                                        "NOW ",  "WAITING ", "READ "};

constexpr std::string_view kWrittenBlank = "&#x20;";

class Reader {
 public:
  Reader(std::string_view text, Range content) : text_(text), line_(content) {
    out_.links = links_in(text, content);
  }

  WorkLine read() {
    at_ = line_.begin;
    skip_prefixes();
    if (!link() && !bold() && !quoted()) plain();
    if (out_.shape != TitleShape::kNone) {
      out_.title = trimmed(text_, out_.title);
      if (out_.title.empty()) out_.shape = TitleShape::kNone;
    }
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_, line_.end - at_); }

  const WrittenLink* link_at(uint32_t offset) const {
    for (const WrittenLink& link : out_.links)
      if (link.range.begin == offset) return &link;
    return nullptr;
  }

  void skip_blanks() {
    while (at_ < line_.end && is_blank_char(text_[at_])) ++at_;
  }

  // `12.`, `3)`, `[NLP]`, `【综述】`, `(new)`, check marks and emoji.
  void skip_prefixes() {
    for (uint32_t before = UINT32_MAX; before != at_ && at_ < line_.end;) {
      before = at_;
      skip_blanks();
      const std::string_view here = rest();
      for (std::string_view state : kStates)
        if (here.starts_with(state)) at_ += static_cast<uint32_t>(state.size());
      if (here.starts_with("~~")) at_ += 2;  // struck out when it was read
      if (here.starts_with(kWrittenBlank)) at_ += static_cast<uint32_t>(kWrittenBlank.size());
      skip_shown_state(here);
      const size_t digits = here.find_first_not_of("0123456789");
      if (digits != std::string_view::npos && digits > 0 && digits <= 4 &&
          (here[digits] == '.' || here[digits] == ')') && digits + 1 < here.size() &&
          is_blank_char(here[digits + 1]))
        at_ += static_cast<uint32_t>(digits) + 1;
      if (before != at_ || link_at(at_)) continue;
      for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"[", "]"},
                                        {"【", "】"},
                                        {"(", ")"},
                                        {"（", "）"}}) {
        if (!here.starts_with(open)) continue;
        const size_t end = here.find(close);
        if (end == std::string_view::npos || end > 40) break;
        const uint32_t next = at_ + static_cast<uint32_t>(end + close.size());
        if (next < line_.end && (text_[next] == '(' || here.starts_with("[["))) break;
        at_ = next;
        break;
      }
      // `#tag `
      if (here.starts_with('#') && here.size() > 1 && here[1] != '#' && !is_blank_char(here[1]))
        if (const size_t space = here.find(' '); space < 40) at_ += static_cast<uint32_t>(space);
      const Character c = character_at(text_, at_);
      if (before == at_ && c.code > 0x7f && is_emoji(c.code)) at_ += c.size;
    }
    skip_blanks();
  }

  // `<span class="org-todo todo TODO">TODO</span>`, and what a site adds to each of its links.
  void skip_shown_state(std::string_view here) {
    if (here.starts_with("<span class=\"org-todo"))
      if (const size_t close = here.find("</span>"); close != std::string_view::npos)
        at_ += static_cast<uint32_t>(close) + 7;
    if (!here.starts_with('[')) return;
    const WrittenLink* link = link_at(at_);
    if (!link || !is_added_by_site(view(text_, link->text))) return;
    at_ = link->range.end;
    // It shows nothing, so nobody sees where it leads: often to the work of another line.
    std::erase_if(out_.links, [&](const WrittenLink& other) { return other.range.end == at_; });
  }

  bool take(TitleShape shape, Range title, uint32_t after) {
    out_.shape = shape;
    out_.title = title;
    out_.after = after;
    return true;
  }

  bool link() {
    const WrittenLink* link = link_at(at_);
    if (!link || link->text.empty()) return false;
    Range shown = trimmed(text_, link->text);
    while (shown.size() > 4 && view(text_, shown).starts_with("**") &&
           view(text_, shown).ends_with("**"))
      shown = {shown.begin + 2, shown.end - 2};
    if (is_generic_link_text(view(text_, shown)) ||
        view(text_, shown).find("\\\n") != std::string_view::npos)
      return false;  // or it goes on with names behind a hard break
    return take(TitleShape::kLink, shown, link->range.end);
  }

  bool bold() {
    const std::string_view mark = rest().starts_with("**")   ? "**"
                                  : rest().starts_with("__") ? "__"
                                                             : "";
    if (mark.empty()) return false;
    const size_t close = text_.substr(0, line_.end).find(mark, at_ + 2);
    if (close == std::string_view::npos) return false;
    const uint32_t after = static_cast<uint32_t>(close) + 2;
    Range inside = trimmed(text_, {at_ + 2, static_cast<uint32_t>(close)});
    if (const WrittenLink* link = link_at(inside.begin); link && !link->text.empty())
      return !is_generic_link_text(view(text_, link->text)) &&
             take(TitleShape::kBold, link->text, std::max(after, link->range.end));
    if (view(text_, inside).ends_with('.')) --inside.end;
    if (view(text_, inside).ends_with(" -"))
      inside = trimmed(text_, {inside.begin, inside.end - 1});
    if (is_generic_link_text(view(text_, inside))) return false;
    if (word_count(view(text_, inside)) <= 3 && behind_name(inside, after)) return true;
    return take(TitleShape::kBold, inside, after);
  }

  // `**Name**: [Title](url)`, `**CVPR 2021** [Title](url)`, and `**Name**: Title [pdf](url)`, which
  // is a title whose first word is bold.
  bool behind_name(Range name, uint32_t after) {
    uint32_t from = after;
    while (from < line_.end &&
           std::string_view(" \t:|-").find(text_[from]) != std::string_view::npos)
      ++from;
    const bool colon = text_.substr(after, from - after).find(':') != std::string_view::npos ||
                       view(text_, name).ends_with(':');
    for (const WrittenLink& link : out_.links) {
      if (link.range.begin < from) continue;
      if (link.range.begin == from)
        return (has_words(view(text_, link.text), 3) && !is_generic(link) && link.is_paper() &&
                !is_lower_case(view(text_, link.text)) &&
                take(TitleShape::kLink, trimmed(text_, link.text), link.range.end)) ||
               behind_names(link.range.end);
      Range words = trimmed(text_, {from, link.range.begin});
      while (!words.empty() &&
             std::string_view(" ([|,.-").find(text_[words.end - 1]) != std::string_view::npos)
        --words.end;
      if (!colon) return behind_names(after);
      if (!is_generic(link) || !is_written_as_title(view(text_, words))) return false;
      return take(TitleShape::kBold, {name.begin, words.end}, link.range.begin);
    }
    return behind_names(after) || ends_title(name, from, colon);
  }

  // `**Name** …` and on a line of its own `A. Author, B. Author. [Title](url)`
  bool behind_names(uint32_t from) {
    for (const WrittenLink& link : out_.links) {
      if (link.range.begin < from) continue;
      const std::string_view before = view(text_, {from, link.range.begin});
      const std::string_view lead = trim(before.substr(before.find_last_of("\r\n") + 1));
      const std::string_view names = without(lead, "_* ", "_*,. ");
      const std::string_view shown = without_site(view(text_, link.text));
      const bool titled = link.is_paper() || is_written_as_title(without(shown, "*", "*., "));
      const bool named =
          reads_like_names(names) || is_name(names, false) || starts_with_initials(names);
      const bool marked = shown.size() < link.text.size();  // by a site that lists papers
      if (has_words(shown, 3) && titled && !is_generic_link_text(shown) && (named || marked)) {
        const auto begin = static_cast<uint32_t>(names.data() - text_.data());
        if (named) out_.authors = {begin, begin + static_cast<uint32_t>(names.size())};
        return take(TitleShape::kLink, trimmed(text_, link.text), link.range.end);
      }
      from = link.range.end;
    }
    return false;
  }

  // `**Name**: rest of the title`
  bool ends_title(Range name, uint32_t from, bool colon) {
    const std::string_view rest = text_.substr(from, line_.end - from);
    const Range words = trimmed(
        text_, {from, from + static_cast<uint32_t>(std::min(rest.find("<br"), rest.size()))});
    return colon && !view(text_, words).ends_with('.') && is_written_as_title(view(text_, words)) &&
           take(TitleShape::kBold, {name.begin, words.end}, words.end);
  }

  // `code and models of it`: says what a link is of, as no title does.
  static bool is_lower_case(std::string_view words) { return words[0] >= 'a' && words[0] <= 'z'; }

  // `C.A.R. Hoare`
  static bool starts_with_initials(std::string_view name) {
    const size_t space = name.find(' ');
    return space != std::string_view::npos && space >= 4 && name[1] == '.' &&
           name[space - 1] == '.' && is_name(name.substr(space + 1), true);
  }

  bool quoted() {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""},
                                      {"“", "”"},
                                      {"「", "」"},
                                      {"『", "』"},
                                      {"《", "》"},
                                      {"*", "*"},
                                      {"_", "_"}}) {
      if (!rest().starts_with(open)) continue;
      const uint32_t from = at_ + static_cast<uint32_t>(open.size());
      const size_t end = open == close && open == "\""
                             ? end_of_quote(from)
                             : text_.substr(0, line_.end).find(close, from);
      if (end == std::string_view::npos || end == from) continue;
      if (const WrittenLink* link = link_at(from); link && !link->text.empty())
        return !is_generic_link_text(view(text_, link->text)) &&
               take(TitleShape::kQuoted, link->text,
                    std::max(link->range.end, static_cast<uint32_t>(end + close.size())));
      return take(TitleShape::kQuoted, {from, static_cast<uint32_t>(end)},
                  static_cast<uint32_t>(end + close.size()));
    }
    return false;
  }

  // `"What Models "Learn" in Context"`: the words within may be quoted in their turn.
  size_t end_of_quote(uint32_t from) const {
    const std::string_view line = text_.substr(0, line_.end);
    int depth = 1;
    for (size_t at = line.find('"', from); at != std::string_view::npos;
         at = line.find('"', at + 1)) {
      const bool opens =
          is_blank_char(line[at - 1]) && at + 1 < line.size() && is_ascii_alnum(line[at + 1]);
      depth += opens ? 1 : -1;
      if (depth == 0) return at;
    }
    return line.find('"', from);
  }

  bool is_bracketed(const WrittenLink& link) const {
    return link.range.begin > line_.begin &&
           (text_[link.range.begin - 1] == '[' || text_[link.range.begin - 1] == '(');
  }
  bool is_generic(const WrittenLink& link) const {
    return link.text.empty() || is_generic_link_text(view(text_, link.text));
  }

  // Words before the first link that is called `pdf` or stands in brackets of its own.
  void plain() {
    for (const WrittenLink& link : out_.links) {
      if (link.range.begin < at_) continue;
      const bool bracketed = is_bracketed(link), generic = is_generic(link);
      if (!bracketed && !generic) return behind_lead(link);
      Range words{at_, link.range.begin};
      const auto ends_in_mark = [&] {
        return words.end > words.begin &&
               std::string_view(" \t\r\n[(|:-,`*\\").find(text_[words.end - 1]) !=
                   std::string_view::npos;
      };
      while (ends_in_mark()) --words.end;
      // A line that announces what follows.
      if (const auto behind = text_.substr(words.end, 2); behind == ":\n" || behind == ":\r")
        return;
      if (words.empty()) return behind_links();
      const std::string_view title = view(text_, words);
      if (word_count(title) < (bracketed && generic ? 1u : 2u) || is_generic_link_text(title))
        return;
      take(TitleShape::kPlain, words, link.range.begin);
      narrow();
      return;
    }
    behind_links();
  }

  // `A. Author et al. (2021): [Title](url)`, `2021-05-01: [Title](url)`
  void behind_lead(const WrittenLink& link) {
    const Range lead = trimmed(text_, {at_, link.range.begin});
    if (!has_words(view(text_, link.text), 3) || lead.empty() || !leads_to_title(view(text_, lead)))
      return;
    take(TitleShape::kLink, trimmed(text_, link.text), link.range.end);
    if (reads_like_names(view(text_, lead))) out_.authors = lead;
  }

  // `[[pdf](url)] [[code](url)] Title`, `https://… Title`
  void behind_links() {
    uint32_t from = line_.begin;
    bool linked = false;
    const auto skip_marks = [&] {
      while (from < line_.end &&
             std::string_view(" \t[]()|,:-/").find(text_[from]) != std::string_view::npos)
        ++from;
    };
    size_t next = 0;
    for (skip_marks(); next < out_.links.size() && out_.links[next].range.begin <= from; ++next) {
      if (!is_generic(out_.links[next]) && !is_bracketed(out_.links[next])) return;
      from = std::max(from, out_.links[next].range.end);
      linked = true;
      skip_marks();
    }
    if (!linked || from >= line_.end) return;
    const uint32_t end = next < out_.links.size() ? out_.links[next].range.begin : line_.end;
    Range words = trimmed(text_, {from, std::max(from, end)});
    if (view(text_, words).starts_with("**"))
      if (const size_t close = view(text_, words).find("**", 2); close != std::string_view::npos)
        words = {words.begin + 2, words.begin + static_cast<uint32_t>(close)};
    const Character start = character_at(text_, words.begin);
    if (!has_words(view(text_, words), 3) ||
        !(is_upper(start.code) || is_cjk(start.code) || is_digit(start.code)))
      return;
    out_.is_behind_links = take(TitleShape::kPlain, words, end);
    narrow();
  }

  // Plain words without what bibliographies write beside a title.
  void narrow() {
    Range& title = out_.title;
    title.begin += static_cast<uint32_t>(begin_without_lead(view(text_, title)));
    const std::string_view lines = view(text_, title);
    if (const size_t line = line_end(lines, 0); line < lines.size()) {
      const std::string_view behind = lines.substr(line + 1);
      const std::string_view below = trim(behind.substr(0, line_end(behind, 0)));
      const auto begin = static_cast<uint32_t>(below.data() - text_.data());
      if (const Range names = read_names_and_venue(below).names; !names.empty()) {
        out_.authors = names.shifted(begin);
        title.end = title.begin + static_cast<uint32_t>(line);
      }
    }
    if (const auto cited = read_cited_words(view(text_, title))) {
      if (!cited->authors.empty()) out_.authors = cited->authors.shifted(title.begin);
      title = cited->title.shifted(title.begin);
    }
    title.end = title.begin + static_cast<uint32_t>(end_without_year(view(text_, title)));
    title = trimmed(text_, title);
    for (std::string_view arrow : {"→", "➜", "➡", "⇒", "»", "—", "–"})
      if (view(text_, title).ends_with(arrow))
        title = trimmed(text_, {title.begin, title.end - static_cast<uint32_t>(arrow.size())});
    if (view(text_, title).ends_with('.') && !view(text_, title).ends_with("..")) --title.end;
  }

  std::string_view text_;
  Range line_;
  uint32_t at_ = 0;
  WorkLine out_;
};

}  // namespace

bool WorkLine::has_paper_link() const {
  return std::any_of(links.begin(), links.end(),
                     [](const WrittenLink& link) { return link.is_paper(); });
}

WorkLine read_work_line(std::string_view text, Range content) {
  return Reader(text, content).read();
}

}  // namespace notes
