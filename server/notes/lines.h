// Walking over lines of bytes: LF, CRLF and a lone CR end a line. Pure: any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "notes/range.h"
#include "notes/sixteen.h"

namespace notes {

// The first LF or CR from `at` on, or the end of the text.
inline size_t line_end(std::string_view text, size_t at) {
  return at < text.size() ? first_of<'\n', '\r'>(text, at) : at;
}

// The line that starts at `begin`, without its terminator; `next` is where the following one
// starts.
struct LineSpan {
  Range range;
  uint32_t next = 0;
};

inline LineSpan line_at(std::string_view text, uint32_t begin) {
  const size_t end = line_end(text, begin);
  size_t next = end;
  if (next < text.size())
    next += text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n' ? 2 : 1;
  return {{begin, static_cast<uint32_t>(end)}, static_cast<uint32_t>(next)};
}

inline std::string_view view(std::string_view text, Range range) {
  return text.substr(range.begin, range.size());
}

inline bool is_blank_char(char c) { return c == ' ' || c == '\t'; }
inline bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// How many blanks `text` starts with; its size when there is nothing else.
inline size_t blanks_of(std::string_view text) {
  size_t size = 0;
  while (size < text.size() && is_blank_char(text[size])) ++size;
  return size;
}

inline size_t digits_of(std::string_view text) {
  size_t size = 0;
  while (size < text.size() && text[size] >= '0' && text[size] <= '9') ++size;
  return size;
}

// Without ASCII space and tabs at both ends.
inline Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && is_blank_char(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_blank_char(text[range.end - 1])) --range.end;
  return range;
}

// The first colon, `:` or `：`, and how many bytes it has; none has 0. Every line is asked for one.
struct Colon {
  size_t at = std::string_view::npos;
  size_t width = 0;
};
inline Colon first_colon(std::string_view text) {
  // The lead byte of the wide one is that of most punctuation in Chinese and Japanese.
  for (size_t at = 0; (at = first_of<':', '\xEF'>(text, at)) < text.size(); ++at) {
    if (text[at] == ':') return {at, 1};
    if (text.substr(at, 3) == "：") return {at, 3};
  }
  return {};
}

// With each line break, and the blanks around it, as one space.
inline std::string one_line(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = line_end(text, at);
    out += text.substr(at, end - at);
    if (end == text.size()) break;
    while (!out.empty() && is_blank_char(out.back())) out.pop_back();
    at = text.find_first_not_of("\r\n \t", end);
    if (at == std::string_view::npos) break;
    if (!out.empty()) out += ' ';
  }
  return out;
}

// Columns of white space that the line starts with; a tab goes to the next multiple of four.
inline uint32_t indent_of(std::string_view line) {
  uint32_t columns = 0;
  for (char c : line) {
    if (c == ' ')
      ++columns;
    else if (c == '\t')
      columns += 4 - columns % 4;
    else
      break;
  }
  return columns;
}

}  // namespace notes
