#include "notes/cited_words.h"

#include <algorithm>
#include <vector>

#include "notes/lines.h"
#include "notes/person_names.h"
#include "notes/title_line.h"
#include "notes/title_text.h"
#include "notes/unicode.h"
#include "notes/written_date.h"

namespace notes {
namespace {

constexpr size_t kLongestLead = 200;
constexpr std::string_view kDashes[] = {" - ", " – ", " — ", " -- "};

// The first sentence: up to a period, a question mark or the like before a blank, but not that of
// an initial or an abbreviation. The size of all when there is one alone.
size_t sentence_end(std::string_view words) {
  for (size_t i = 1; i + 1 < words.size(); ++i) {
    if ((words[i] != '.' && words[i] != '?' && words[i] != '!') || !is_blank_char(words[i + 1]))
      continue;
    if (words[i] != '.') return i + 1;
    size_t begin = i;
    while (begin > 0 && !is_blank_char(words[begin - 1])) --begin;
    const std::string_view word = words.substr(begin, i - begin);
    if (word.size() <= 1 || word.find('.') != std::string_view::npos || word == "vs" ||
        word == "al" || word == "et" || word == "Proc" || word == "No" || word == "Vol" ||
        word == "St" || word == "Jr" || word == "Dr")
      continue;
    const Character next = character_at(words, i + 2);
    if (next.code >= 'a' && next.code <= 'z') continue;
    return i + 1;
  }
  return words.size();
}

// `rfind` of a mark of two bytes or more, which compares where the mark's second byte stands: its
// first is a blank in most, as many words have it.
size_t last_of(std::string_view words, std::string_view mark) {
  for (size_t at = words.size(); at-- > 1;)
    if (words[at] == mark[1] && words.substr(at - 1).starts_with(mark)) return at - 1;
  return std::string_view::npos;
}

bool has_digit(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// One of kDashes may stand in the words.
bool has_dash(std::string_view words) {
  for (size_t at = 1; at < words.size(); ++at)
    if (words[at - 1] == ' ' && (words[at] == '-' || words[at] == '\xE2')) return true;
  return false;
}

bool is_year(std::string_view words) {
  return words.size() == 4 && digits_of(words) == 4 && read_dotted_date(words).has_value();
}

// `NeurIPS 2021`, `In NeurIPS, 2021`, `*ICML* 2021 (Oral)`: few words, each of them a name's.
bool is_venue(std::string_view words) {
  words = without(words, kBlanksAndMarks, " \t*_`.");
  if (words.starts_with("In ")) words.remove_prefix(3);
  std::string plain(without(words, kBlanksAndMarks, " \t*_`."));
  std::erase_if(plain, [](char c) { return c == ',' || c == '*' || c == '_'; });
  const auto venue = read_venue_year(plain);
  if (!venue || word_count(venue->venue) > 4) return false;
  const std::string_view name = venue->venue,
                         tail = trim(std::string_view(plain).substr(venue->end));
  if (name.find_first_of("[](){}:") != std::string_view::npos) return false;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "of" || word == "on" || word == "arxiv" || word == "arXiv" ||
        word == "bioRxiv" || word == "medRxiv")
      continue;
    const Character first = character_at(word, 0);
    if (!is_upper(first.code) && !is_digit(first.code) && word[0] != '&') return false;
  }
  if (tail.empty() || tail[0] == '(') return true;
  const std::string folded = fold(tail);
  for (std::string_view known : {"oral", "spotlight", "poster", "workshop", "best paper",
                                 "findings", "long", "short", "highlight", "demo", "main"})
    if (folded.starts_with(known) && folded.size() <= known.size() + 8) return true;
  return false;
}

Range range_of(std::string_view all, std::string_view part) {
  const auto begin = static_cast<uint32_t>(part.data() - all.data());
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

// The title that `words` start with: what stands in quotes or emphasis, else the first sentence.
std::string_view title_in(std::string_view words) {
  words = trim(words);
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""},
                                    {"“", "”"},
                                    {"**", "**"},
                                    {"*", "*"},
                                    {"_", "_"},
                                    {"《", "》"}}) {
    if (!words.starts_with(open)) continue;
    const size_t end = words.find(close, open.size());
    if (end == std::string_view::npos) break;
    return without(words.substr(open.size(), end - open.size()), " ", " .,");
  }
  return without(words.substr(0, sentence_end(words)), " *_", " .,:*_");
}

std::optional<CitedWords> cited(std::string_view all, std::string_view title,
                                std::string_view authors) {
  if (!has_words(title, 2)) return std::nullopt;
  authors = without(authors, kBlanksAndMarks, " \t*_`,:");
  return CitedWords{range_of(all, title), authors.empty() ? Range{} : range_of(all, authors)};
}

// `Author, A., & Author, B. (2021). Title. Journal`, `A. Author and B. Author. 2021. Title.`
std::optional<CitedWords> behind_year(std::string_view words) {
  for (size_t at = 4; at + 8 < words.size() && at < kLongestNames; ++at) {
    const bool bracket = words[at] == '(';
    if (!bracket && !(words[at] == ' ' && words[at - 1] == '.')) continue;
    if (!is_year(words.substr(at + 1, 4))) continue;
    size_t end = at + 5;
    if (bracket && words[end] >= 'a' && words[end] <= 'e') ++end;  // `2021a`
    if (bracket ? words[end] != ')' : words[end] != '.') continue;
    const std::string_view before = trim(words.substr(0, at));
    const std::string_view behind = without(words.substr(end + 1), " .,:", "");
    const bool named = reads_like_names(before) || is_name(without(before, "", ".,"), true) ||
                       is_initial(before.substr(before.rfind(' ') + 1));
    if (!named || before.find(':') != std::string_view::npos) return std::nullopt;
    return cited(words, title_in(behind), before);
  }
  return std::nullopt;
}

// `A. Author and B. Author, "Title," Venue`
std::optional<CitedWords> in_quotes(std::string_view words) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}}) {
    const size_t begin = words.find(open);
    if (begin == std::string_view::npos || begin == 0) continue;
    const size_t end = words.find(close, begin + open.size());
    if (end == std::string_view::npos) continue;
    const std::string_view before = without(words.substr(0, begin), "", " ,.:");
    const std::string_view title =
        without(words.substr(begin + open.size(), end - begin - open.size()), " ", " ,.");
    if (has_words(title, 3) && reads_like_names(before)) return cited(words, title, before);
  }
  return std::nullopt;
}

// `Title. A. Author, B. Author. Venue, 2021`, `Title. Venue 2021`, `A. Author, B. Author. Title.`
std::optional<CitedWords> in_sentences(std::string_view words) {
  const size_t first_end = sentence_end(words);
  if (first_end == words.size()) return std::nullopt;
  const std::string_view first = without(words.substr(0, first_end), " ", " .");
  const std::string_view rest = trim(words.substr(first_end));
  const std::string_view second = without(rest.substr(0, sentence_end(rest)), " ", " ");
  if (reads_like_names(first) && first.find(", ") != std::string_view::npos)
    return word_count(second) >= 3 ? cited(words, title_in(rest), first) : std::nullopt;
  if (reads_like_names(second)) return cited(words, first, without(second, " ", " ."));
  if (is_venue(second) || is_venue(rest)) return cited(words, first, {});
  return std::nullopt;
}

// `Title - A. Author, B. Author (Venue 2021)`
std::optional<CitedWords> before_dash(std::string_view words) {
  for (std::string_view dash : kDashes) {
    const size_t at = last_of(words, dash);
    if (at == std::string_view::npos || at == 0) continue;
    std::string_view behind = trim(words.substr(at + dash.size()));
    const std::string_view title = trim(words.substr(0, at));
    if (is_venue(behind) || is_year(behind)) return cited(words, title, {});
    behind = trim(behind.substr(0, end_without_year(behind)));
    if (reads_like_names(behind)) return cited(words, title, behind);
  }
  return std::nullopt;
}

// `2021 | ICML | **Title** | A. Author | …`
std::optional<CitedWords> between_bars(std::string_view words) {
  if (words.find(" | ") == std::string_view::npos) return std::nullopt;
  std::string_view title, authors;
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find('|', at), words.size());
    const std::string_view part = without(words.substr(at, end - at), " *_", " *_.");
    at = end + 1;
    if (reads_like_names(part))
      authors = part;
    else if (word_count(part) > word_count(title) && !is_venue(part))
      title = part;
  }
  if (!has_words(title, 3)) return std::nullopt;
  return cited(words, title, authors);
}

}  // namespace

Range names_at_begin(std::string_view words) {
  const std::string_view all = without(words, " \t\r\n.,:;-*_()\\|", "");
  if (all.empty() || !is_upper(character_at(all, 0).code)) return {};
  const std::string_view line = all.substr(0, line_end(all, 0));
  const size_t ends[] = {sentence_end(line), line.find('*'),  line.find('('), line.find(')'),
                         line.find('|'),     line.find("_,"), line.size()};
  for (size_t end : ends) {
    if (end > line.size()) continue;
    const std::string_view part = without(line.substr(0, end), "", " \t.,:;-_\\");
    if (const Range names = read_names_and_venue(part).names; !names.empty())
      return names.shifted(static_cast<uint32_t>(part.data() - words.data()));
  }
  // `Jane Doe, ICML 2021`: one alone needs what follows to tell it from other words.
  const size_t comma = line.find(", ");
  if (comma != std::string_view::npos && is_name(line.substr(0, comma), true) &&
      is_venue(line.substr(comma + 2)))
    return range_of(words, line.substr(0, comma));
  return {};
}

bool leads_to_title(std::string_view words) {
  if (words.size() > kLongestLead) return false;
  words = without(words, kBlanksAndMarks, " \t*_`,.:-|");
  if (words.ends_with("–") || words.ends_with("—")) words = trim(words.substr(0, words.size() - 3));
  if (words.empty()) return true;
  const std::string folded = fold(words);
  for (std::string_view task : {"read", "reading", "re-read", "reread", "skim", "to read"})
    if (folded == task) return true;
  if (is_year(words) || is_venue(words) || read_named_date(words)) return true;
  if (const auto date = read_date(words); date && words.size() <= 10) return true;
  const size_t end = end_without_year(words);
  std::string_view names = without(words.substr(0, end), "", " ,");
  if (end == words.size() && names.size() > 5 && is_year(names.substr(names.size() - 4)))
    names = without(names.substr(0, names.size() - 4), "", " ,");
  if (is_year(names.substr(0, 4)) && names.size() > 6) names = without(names.substr(4), " ,|", "");
  if (reads_like_names(names) || (names.size() < words.size() && is_name(names, true))) return true;
  // `Doe, Roe & Li`: before a linked title surnames are enough.
  const std::vector<std::string_view> parts = parts_of(names);
  return parts.size() >= 2 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           return is_name(part, true);
         });
}

Byline read_names_and_venue(std::string_view words) {
  Byline out;
  const std::string_view all = without(words, kBlanksAndMarks, " \t*_`.\\");
  if (all.size() > kLongestNames || !may_start_names(all) ||
      all.find("](") != std::string_view::npos)
    return out;
  std::string_view names = all;
  if (has_digit(all)) {
    names = all.substr(0, end_without_year(all));
    size_t end = 0;  // the last that a venue or year stands behind
    for (std::string_view mark : {". ", ", ", "; ", " - ", " – ", " | "}) {
      const size_t at = last_of(names, mark);
      if (at == std::string_view::npos || at < end) continue;
      const std::string_view when = names.substr(at + mark.size());
      if (is_venue(when) || is_year(trim(when))) end = at;
    }
    if (end > 0) names = names.substr(0, end);
  }
  names = without(names, "", kBlanksAndMarks);
  if (!reads_like_names(names)) return out;
  out.names = range_of(words, names);
  out.rest = {out.names.end, static_cast<uint32_t>(words.size())};
  return out;
}

size_t begin_of_led_link(std::string_view words) {
  const size_t open = words.find('[');
  if (open == std::string_view::npos || open == 0 || open > 60) return 0;
  const size_t close = words.find("](", open);
  if (close == std::string_view::npos || !has_words(words.substr(open, close - open), 3)) return 0;
  const std::string_view lead = words.substr(0, open);
  bool letters = false;
  for (size_t at = 0; at < lead.size() && !letters;) {
    const Character c = character_at(lead, at);
    letters = is_letter(c.code) || c.code == '!' || c.code == '[';
    at += std::max<uint32_t>(c.size, 1);
  }
  return !letters || leads_to_title(lead) ? open : 0;
}

size_t end_without_year(std::string_view words) {
  if (!has_digit(words)) return words.size();
  const std::string_view rest = trim(words);
  if (has_dash(words))
    for (std::string_view dash : kDashes)
      if (const size_t at = last_of(words, dash); at != std::string_view::npos && at > 0)
        if (is_venue(words.substr(at + dash.size()))) return at;
  if (rest.ends_with("）")) {
    const size_t wide = words.rfind("（");
    const std::string_view inside =
        wide == std::string_view::npos || wide == 0
            ? std::string_view()
            : trim(words.substr(wide + 3, words.rfind("）") - wide - 3));
    return is_year(inside) || is_venue(inside) ? wide : words.size();
  }
  const bool square = rest.ends_with(']');  // `Title [CVPR 2021]`
  if (!square && !rest.ends_with(')')) return words.size();
  const size_t open = last_of(words, square ? " [" : " (");
  if (open == std::string_view::npos || open == 0) return words.size();
  const std::string_view inside = trim(rest.substr(open + 2, rest.size() - open - 3));
  if (is_year(inside) || is_venue(inside)) return open;
  // `(Author et al., 2021)`, `(A. Author and B. Author, ICML 2021)`
  const size_t comma = inside.rfind(", ");
  if (comma == std::string_view::npos) return words.size();
  const std::string_view when = trim(inside.substr(comma + 2));
  const std::string_view names = inside.substr(0, comma);
  if ((is_year(when) || is_venue(when)) && (reads_like_names(names) || is_name(names, true)))
    return open;
  return words.size();
}

size_t begin_without_lead(std::string_view words) {
  constexpr size_t kLongest = 40;
  if (!has_digit(words.substr(0, kLongest))) return 0;
  for (std::string_view mark : {": ", "：", " - ", " – ", " — ", " | "}) {
    const size_t at = words.substr(0, kLongest + mark.size()).find(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view lead = trim(words.substr(0, at));
    if (!has_digit(lead)) continue;
    const auto date = read_date(lead);
    const bool numbered = lead.size() > 6 && fold(lead.substr(0, 6)) == "paper " &&
                          digits_of(lead.substr(6)) + 6 == lead.size();
    // `AVEC 2016 - …` may be what a workshop is called.
    const bool venue = is_venue(lead) && mark.find('-') == std::string_view::npos;
    if (numbered || is_year(lead) || venue || (date && lead.size() <= 10))
      return at + mark.size() + blanks_of(words.substr(at + mark.size()));
  }
  // A whole date needs no mark behind it.
  if (const auto date = read_date(words.substr(0, 10)); date && date->day > 0 && words.size() > 12)
    if (is_blank_char(words[10])) return 10 + blanks_of(words.substr(10));
  return 0;
}

std::optional<CitedWords> read_cited_words(std::string_view words) {
  if (const auto found = in_quotes(words)) return found;
  if (const auto found = behind_year(words)) return found;
  if (const auto found = between_bars(words)) return found;
  if (const auto found = in_sentences(words)) return found;
  return before_dash(words);
}

}  // namespace notes
