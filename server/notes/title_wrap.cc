#include "notes/title_wrap.h"

#include <algorithm>
#include <iterator>

#include "notes/ascii.h"
#include "notes/byte_set.h"
#include "notes/find.h"
#include "notes/first_letters.h"
#include "notes/lines.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

struct NoteWord {
  std::string_view word;  // folded
  bool is_sure;           // else a title may start with it, too
};
constexpr NoteWord kNoteWords[] = {
    {"paper review", true},   {"paper reviews", true}, {"paper note", true},
    {"paper notes", true},    {"paper summary", true}, {"paper reading", true},
    {"paper notes on", true}, {"reading notes", true}, {"literature note", true},
    {"review", false},        {"notes", false},        {"note", false},
    {"summary", false},       {"notes on", false},     {"review of", false},
    {"summary of", false},    {"论文阅读笔记", true},  {"论文阅读", true},
    {"论文笔记", true},       {"论文解读", true},      {"论文精读", true},
    {"论文", true},           {"文献阅读", true},      {"阅读笔记", true},
    {"論文", true},           {"論文メモ", true},      {"論文読み", true},
    {"論文まとめ", true},     {"論文紹介", true},      {"논문 리뷰", true},
    {"논문리뷰", true},       {"논문 정리", true},     {"논문 요약", true}};

constexpr FirstLetters kNoteLetters = [] {
  FirstLetters out;
  for (const NoteWord& known : kNoteWords) out.add(known.word);
  return out;
}();

constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {
    {"\"", "\""}, {"“", "”"}, {"《", "》"}, {"`", "`"}, {"「", "」"}, {"『", "』"}, {"[[", "]]"}};

bool is_mark_of_width_none(char32_t c) {
  return c == 0x200B || c == 0xFEFF || c == 0xAD || c == 0xFE0F || c == 0x200D;
}

// `⭐ `, `:star: `
std::string_view without_emoji(std::string_view text) {
  for (;;) {
    const Character c = character_at(text, 0);
    if (c.code > 0x7f && (is_emoji(c.code) || is_mark_of_width_none(c.code))) {
      text = trim(text.substr(c.size));
      continue;
    }
    const size_t close = text.starts_with(':') ? text.find(": ", 1) : std::string_view::npos;
    if (close == std::string_view::npos || close > 32 ||
        text.substr(1, close - 1).find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") !=
            std::string_view::npos)
      return text;
    text = trim(text.substr(close + 2));
  }
}

// `TODO Title`
std::string_view without_state(std::string_view text) {
  static constexpr ByteSet kStarts("TDWR");
  if (text.empty() || !kStarts.has(text[0])) return text;
  for (std::string_view state : {"TODO ", "DONE ", "WIP ", "TO-READ ", "READING "})
    if (text.starts_with(state)) return trim(text.substr(state.size()));
  return text;
}

std::string_view without_quotes(std::string_view text) {
  static constexpr ByteSet kStarts("\"\xE2\xE3`[");
  if (text.empty() || !kStarts.has(text[0])) return text;
  for (const auto& [open, close] : kQuotes)
    if (text.starts_with(open) && text.ends_with(close) && has_words(text, 3)) {
      const std::string_view inside =
          text.substr(open.size(), text.size() - open.size() - close.size());
      if (inside.find(open) == std::string_view::npos) return trim(inside);
    }
  return text;
}

// Where the title ends before `arXiv:1901.00001`, `(arXiv:1901.00001)`.
size_t end_before_identifier(std::string_view text) {
  size_t end = text.size();
  if (text.ends_with(')')) --end;
  if (text.ends_with("）")) end -= 3;
  size_t at = end;
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == 'v'; };
  while (at > 0 && is_part(text[at - 1])) --at;
  if (end - at < 9 || at < 12) return text.size();
  if (text[at - 1] == ' ') --at;
  if (ascii_lower(text.substr(at - 6, 6)) != "arxiv:") return text.size();
  at -= 6;
  if (end < text.size()) {
    if (text.substr(0, at).ends_with('('))
      --at;
    else if (text.substr(0, at).ends_with("（"))
      at -= 3;
    else
      return text.size();
  }
  while (at > 0 && std::string_view(" ,-|[").find(text[at - 1]) != std::string_view::npos) --at;
  return at > 0 ? at : text.size();
}

constexpr std::string_view kTails[] = {"| arxiv",      "- arxiv",      "(arxiv.org)",
                                       "| openreview", "- openreview", "(oral)",
                                       "(spotlight)",  "(highlight)",  "(poster)"};

// `… | arXiv`, `… (arxiv.org)`, and the bracket that a link left behind.
std::string_view without_tail(std::string_view text) {
  static constexpr ByteSet kSites("vVwW)"), kOpen("([).\x88");
  const auto ends_in = [&](const ByteSet& bytes) {
    return !text.empty() && bytes.has(text.back());
  };
  for (std::string_view site : kTails)
    if (ends_in(kSites) && text.size() > site.size() + 3 &&
        fold(text.substr(text.size() - site.size())) == site)
      text = trim(text.substr(0, text.size() - site.size()));
  if (const size_t end = end_before_identifier(text); end < text.size())
    text = trim(text.substr(0, end));
  if (!ends_in(kOpen)) return text;
  for (std::string_view open : {"(", "[", "（", "( )", "()"})
    if (text.size() > open.size() && text.ends_with(open))
      text = trim(text.substr(0, text.size() - open.size()));
  // `Title (read )`, where an address was cut.
  for (std::string_view left : {"(read )", "(see )", "( )", "()"})
    if (text.size() > left.size() && text.ends_with(left))
      text = trim(text.substr(0, text.size() - left.size()));
  // The end of a sentence, but not of an abbreviation.
  if (text.ends_with('.') && !text.ends_with("..") && has_words(text, 3)) {
    const std::string_view last = text.substr(text.rfind(' ') + 1);
    const bool small = std::all_of(last.begin(), last.end() - 1,
                                   [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (last.size() > 4 || (last.size() == 4 && small && last != "etc.")) text.remove_suffix(1);
  }
  return text;
}

}  // namespace

std::string_view without_wrapping(std::string_view text) {
  for (size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = without_tail(without_quotes(without_state(without_emoji(trim(text)))));
  }
  return text;
}

NoteWords note_words_before(std::string_view text) {
  if (text.size() < 6 || !kNoteLetters.may_start(text)) return {};
  const std::string head = fold(text.substr(0, 40));
  NoteWords out;
  for (const NoteWord& known : kNoteWords) {
    if (!head.starts_with(known.word)) continue;
    // What is folded may differ in size, but not of these words.
    const std::string_view rest = text.substr(known.word.size());
    size_t mark = 0;
    bool marked = false;
    for (std::string_view between : {": ", "：", " - ", " – ", " | ", "|"})
      if (!marked && rest.starts_with(between)) mark = between.size(), marked = true;
    const std::string_view quoted = trim(rest);
    for (const auto& [open, close] : kQuotes)
      if (!marked && open != "[[" && quoted.starts_with(open) && quoted.ends_with(close))
        mark = static_cast<size_t>(quoted.data() - rest.data()), marked = true;
    if (!marked || rest.size() <= mark || word_count(rest.substr(mark)) < (known.is_sure ? 2 : 3))
      continue;
    if (known.word.size() + mark > out.end) out = {known.word.size() + mark, known.is_sure};
  }
  return out;
}

std::string with_plain_blanks(std::string_view text) {
  if (is_ascii(text) && !text.starts_with(' ') && text.find('\t') == std::string_view::npos &&
      notes::find(text, "  ") == std::string_view::npos)
    return std::string(text);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const uint32_t size = std::max<uint32_t>(c.size, 1);
    if (c.code == 0xA0 || c.code == 0x2009 || c.code == 0x202F || c.code == 0x3000 ||
        c.code == '\t' || c.code == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (!is_mark_of_width_none(c.code) || c.code == 0x200D || c.code == 0xFE0F) {
      out += text.substr(at, size);
    }
    at += size;
  }
  return out;
}

}  // namespace notes
