#include "notes/title_text.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "notes/ascii.h"
#include "notes/byte_set.h"
#include "notes/cited_words.h"
#include "notes/key.h"
#include "notes/lines.h"
#include "notes/percent.h"
#include "notes/plain_latex.h"
#include "notes/title_line.h"
#include "notes/title_wrap.h"
#include "notes/unicode.h"
#include "notes/written_date.h"

namespace notes {
namespace {

constexpr std::string_view kSuffixes[] = {
    "阅读笔记",   "論文閱讀筆記", "论文阅读笔记",  "论文笔记",      "论文阅读",      "读书笔记",
    "学习笔记",   "详细笔记",     "精读笔记",      "论文解读",      "论文精读",      "paper review",
    "paper note", "paper notes",  "paper summary", "paper reading", "reading notes", "논문 리뷰",
    "논문 정리",  "論文読み",     "論文メモ",      "論文まとめ"};

// `b`, `/i`, `br/`, `a href="x"`, but not `b and c`.
bool is_html_tag(std::string_view inside) {
  const size_t space = inside.find(' ');
  if (space == std::string_view::npos || inside.find('=', space) != std::string_view::npos)
    return true;
  return trim(inside.substr(space)) == "/";
}

// Without HTML tags, and backslashes before punctuation.
std::string without_markup(std::string_view written) {
  if (written.find('<') == std::string_view::npos && written.find('\\') == std::string_view::npos)
    return std::string(written);
  const std::string text = with_latex(written);
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<' && (std::string_view(text).substr(i).starts_with("<span class=\"org-todo") ||
                           std::string_view(text).substr(i).starts_with(
                               "<span class=\"todo"))) {  // `TODO`, as Hugo shows it
      const size_t close = text.find("</span>", i);
      if (close != std::string_view::npos) {
        i = close + 6;
        continue;
      }
    }
    if (text[i] == '<' && i + 1 < text.size() && !(i > 0 && text[i - 1] == '(') &&
        (text[i + 1] == '/' || (text[i + 1] >= 'a' && text[i + 1] <= 'z'))) {
      const size_t close = text.find('>', i);
      if (close != std::string_view::npos && close - i < 300 &&
          is_html_tag(std::string_view(text).substr(i + 1, close - i - 1))) {
        i = close;
        continue;
      }
    }
    if (text[i] == '\\' && i + 1 < text.size() &&
        std::string_view("[]()*_#'\"`<>!&-.").find(text[i + 1]) != std::string_view::npos)
      continue;
    out += text[i];
  }
  return out;
}

// `CVPR 2025`, `NSDI '20`, `2019 CVPR`: what stands in brackets before a title.
bool take_venue(std::string_view inside, TitleText& out) {
  inside = trim(inside);
  if (const auto venue = read_venue_year(inside); venue && venue->end + 24 >= inside.size()) {
    out.venue = std::string(trim(venue->venue));
    out.year = venue->year;
    return true;
  }
  if (inside.size() > 5 && inside[4] == ' ') {
    const auto year = read_dotted_date(inside.substr(0, 4));
    if (year && inside.find(' ', 5) == std::string_view::npos) {
      out.venue = std::string(inside.substr(5));
      out.year = year->year;
      return true;
    }
  }
  return false;
}

std::string_view without_prefix(std::string_view text, TitleText& out) {
  static constexpr ByteSet kOpen("[(\xE3\xEF");
  if (text.empty() || !kOpen.has(text[0])) return text;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"[", "]"},
                                    {"【", "】"},
                                    {"(", ")"},
                                    {"（", "）"}}) {
    if (!text.starts_with(open)) continue;
    const size_t end = text.find(close);
    if (end == std::string_view::npos || end > 60) continue;
    const std::string_view inside = text.substr(open.size(), end - open.size());
    const std::string_view rest = trim(text.substr(end + close.size()));
    if (rest.empty() || rest[0] == '(') continue;
    if (take_venue(inside, out)) {
      out.is_marked = true;
      return rest;
    }
    if (const auto year = inside.size() == 4 ? read_dotted_date(inside) : std::nullopt) {
      out.year = year->year;
      return rest;
    }
  }
  return text;
}

// `[ViT] An image is worth …`, `【语音分离】…`: a short name or a category in brackets before a
// title.
std::string_view without_tag(std::string_view title) {
  if (!title.starts_with('[') && !title.starts_with('\xE3')) return title;
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"[", "]"}, {"【", "】"}}) {
    if (!title.starts_with(open)) continue;
    const size_t end = title.find(close);
    if (end == std::string_view::npos || end > 40) return title;
    const std::string_view rest = trim(title.substr(end + close.size()));
    if (rest.starts_with('(') || rest.starts_with('[')) return title;  // a link
    return word_count(rest) < 3 ? title : rest;
  }
  return title;
}

bool is_count(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!is_digit(c.code) && c.code != ' ' &&
        std::u32string_view(U"一二三四五六七八九十第篇").find(c.code) == std::u32string_view::npos)
      return false;
    at += std::max<uint32_t>(c.size, 1);
  }
  return true;
}

// `一、`, `3、`, `论文一：` before a title count it.
std::string_view without_count(std::string_view text) {
  for (std::string_view word : {"论文", "論文", "논문"})
    if (text.starts_with(word)) {
      const size_t colon = text.find("：");
      if (colon != std::string_view::npos && colon > word.size() && colon <= word.size() + 6 &&
          is_count(text.substr(word.size(), colon - word.size())))
        return trim(text.substr(colon + 3));
    }
  const size_t mark = text.substr(0, 12).find("、");
  if (mark == std::string_view::npos || mark == 0) return text;
  return is_count(text.substr(0, mark)) ? trim(text.substr(mark + 3)) : text;
}

// `ICML 2021: Title`, `Paper 3: Title`, `Title (2021)`
std::string_view without_year(std::string_view text, TitleText& out) {
  if (const size_t begin = begin_without_lead(text); begin > 0) {
    const std::string_view lead = trim(text.substr(0, begin));
    if (fold(lead.substr(0, 6)) == "paper ") out.is_marked = true;
    if (take_venue(lead.substr(0, lead.find_last_not_of(" :-|") + 1), out)) out.is_marked = true;
    text = text.substr(begin);
  }
  if (const size_t end = end_without_year(text); end < text.size()) {
    std::string_view when = trim(text.substr(end));
    if (when.starts_with("（") && when.ends_with("）")) when = when.substr(3, when.size() - 6);
    const size_t last = when.find_last_of("0123456789");
    const size_t first = when.find_first_not_of(" -–—([");
    when = when.substr(first, when.find_last_not_of(")]") + 1 - first);
    if (const size_t comma = when.rfind(", "); comma != std::string_view::npos) {
      out.is_marked = true;  // its authors are named
      when = when.substr(comma + 2);
    }
    if (!out.year && !take_venue(when, out) && last >= 3 && when.size() >= 4)
      if (const auto year = read_dotted_date(when.substr(when.size() - 4))) out.year = year->year;
    text = trim(text.substr(0, end));
  }
  return text;
}

std::string_view without_suffix(std::string_view text, TitleText& out) {
  const char last = text.empty() ? '\0' : ascii_lower(text.back());
  const bool is_plain = static_cast<unsigned char>(last) < 0x80;
  for (std::string_view suffix : kSuffixes) {
    // An ASCII letter at the end is folded to one, so most titles need no folding here.
    if (text.size() <= suffix.size() || (is_plain && suffix.back() != last)) continue;
    if (fold(text.substr(text.size() - suffix.size())) != suffix) continue;
    std::string_view rest = trim(text.substr(0, text.size() - suffix.size()));
    while (!rest.empty() && std::string_view("-_|:").find(rest.back()) != std::string_view::npos)
      rest = trim(rest.substr(0, rest.size() - 1));
    if (rest.ends_with("：")) rest = trim(rest.substr(0, rest.size() - 3));
    if (rest.empty()) continue;
    out.is_marked = true;
    return rest;
  }
  return text;
}

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) out.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
}

}  // namespace

TitleText read_title_text(std::string_view written) {
  TitleText out;
  const std::string plain = with_plain_blanks(without_markup(written));
  std::string_view text = without_wrapping(plain);
  while (text.starts_with("**") && text.ends_with("**") && text.size() > 4)
    text = trim(text.substr(2, text.size() - 4));
  if (const uint32_t marker = marker_size(text)) {
    out.is_marked = true;
    text = trim(text.substr(marker));
  }
  static constexpr std::string_view kLabels[] = {
      "Paper: ", "paper: ", "Paper：", "论文：", "論文：", "p: ", "P: ", "Title: ", "Title："};
  static constexpr ByteSet kFirst("Pp\xE8T");
  for (std::string_view label : kLabels)
    if (!text.empty() && kFirst.has(text[0]) && text.starts_with(label) &&
        text.size() > label.size()) {
      out.is_marked = true;
      text = trim(text.substr(label.size()));
    }
  if (text.starts_with('@') && text.find(' ') != std::string_view::npos) text.remove_prefix(1);
  text = without_prefix(without_count(text), out);
  text = without_suffix(without_tag(without_year(text, out)), out);
  if (const NoteWords words = note_words_before(text); words.end > 0) {
    out.is_marked = out.is_marked || words.is_sure;
    text = text.substr(words.end);
  }
  out.title = std::string(without_wrapping(text));
  if (out.title.empty()) out.title = std::string(trim(text));
  return out;
}

std::optional<Date> date_of_name(std::string_view name) {
  const std::optional<Date> date = read_date(name.substr(0, 10));
  const bool ends = name.size() > 10 && !is_digit(character_at(name, 10).code);
  if (!ends || !date || date->day == 0) return std::nullopt;
  return date;
}

// Every word that is not small starts with one.
static bool has_capitals(std::string_view title) {
  for (std::string_view word : words_of(title))
    if (word.size() > 3 && !is_upper(character_at(word, 0).code)) return false;
  return true;
}

std::optional<CitedTitle> read_cited_title(std::string_view heading) {
  const size_t open = heading.rfind("([");
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  // `Example 2: a case`, and where it was told.
  for (std::string_view part : {"Example ", "Case ", "Step ", "Read "})
    if (heading.starts_with(part) && digits_of(heading.substr(part.size())) > 0)
      return std::nullopt;
  const size_t close = heading.find("](#", open);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view cited = heading.substr(open + 2, close - open - 2);
  const size_t comma = cited.rfind(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view when = cited.substr(comma + 2);
  const auto year = read_dotted_date(when.substr(0, 4));
  if (when != "n.d." && !year) return std::nullopt;
  CitedTitle out{read_title_text(heading.substr(0, open)).title, trim(cited.substr(0, comma)), {}};
  if (year) out.year = year->year;
  // A concept, and who came up with it.
  if (!has_words(out.title, 4) && !has_capitals(out.title)) return std::nullopt;
  return word_count(out.title) < 2 ? std::nullopt : std::optional(out);
}

TitleText title_of_name(std::string_view file_name) {
  std::string name = percent_decoded(file_name);
  replace_all(name, "：", ": ");
  replace_all(name, "／", "/");
  replace_all(name, "？", "?");
  replace_all(name, "___", "/");
  replace_all(name, "_ ", ": ");
  // `Short--The Long Title`, where a colon may not stand; a slug has no spaces.
  if (name.find(' ') != std::string::npos) replace_all(name, "--", ": ");
  replace_all(name, ":  ", ": ");
  std::string_view text = trim(name);
  // `2019-08-15-Title`, `12_Title`, `12. Title`
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (text.size() > 11 && digits(text.substr(0, 4)) && text[4] == '-' &&
      digits(text.substr(5, 2)) && text[7] == '-' && digits(text.substr(8, 2)))
    text = trim(text.substr(text[10] == '-' || text[10] == '_' ? 11 : 10));
  const size_t number = text.find_first_not_of("0123456789");
  if (number != std::string_view::npos && number > 0 && number <= 3 && number + 1 < text.size() &&
      (text[number] == '_' || (text[number] == '.' && digits_of(text.substr(number + 1)) == 0)))
    text = trim(text.substr(number + 1));
  // `paper.2017.attention-is-all-you-need`: the last of a hierarchy of names.
  if (const size_t dot = text.rfind('.'); dot != std::string_view::npos && dot + 1 < text.size() &&
                                          text.find(' ') == std::string_view::npos &&
                                          digits_of(text.substr(dot + 1)) == 0 &&
                                          text.find('-', dot) != std::string_view::npos)
    text = text.substr(dot + 1);
  // `a-title-of-some-words-220602`: the day on which it was noted.
  if (text.find(' ') == std::string_view::npos) {
    const size_t dash = text.rfind('-');
    const size_t last = dash == text.npos ? 0 : digits_of(text.substr(dash + 1));
    if ((last == 6 || last == 8) && dash + 1 + last == text.size() &&
        std::count(text.begin(), text.end(), '-') >= 4)
      text = text.substr(0, dash);
  }
  std::string spaced(text);
  if (spaced.find(' ') == std::string::npos)
    for (char& c : spaced)
      if (c == '-' || c == '_') c = ' ';
  return read_title_text(spaced);
}

size_t word_count(std::string_view text, size_t enough) {
  size_t words = 0, cjk = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size() && words + cjk / 2 < enough;) {
    const Character c = character_at(text, at);
    at += std::max<uint32_t>(c.size, 1);
    if (c.code < 0x80 && is_ascii_alnum(static_cast<char>(c.code))) {  // as most are
      words += !inside;
      inside = true;
    } else if (is_cjk(c.code)) {
      ++cjk;
      inside = false;
    } else if (is_letter(c.code) || is_digit(c.code)) {
      if (!inside) ++words;
      inside = true;
    } else if (c.code != '-' && c.code != '\'' && c.code != 0x2019) {
      inside = false;
    }
  }
  return words + cjk / 2;
}

bool has_words(std::string_view text, size_t count) { return word_count(text, count) >= count; }

double words_in_common(std::string_view a, std::string_view b) {
  const std::string first = title_key(a), second = title_key(b);
  const std::vector<std::string_view> left = words_of(first), right = words_of(second);
  const std::set<std::string_view> all_left(left.begin(), left.end());
  const std::set<std::string_view> all_right(right.begin(), right.end());
  size_t both = 0;
  for (std::string_view word : all_left) both += all_right.count(word);
  const size_t either = all_left.size() + all_right.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace notes
