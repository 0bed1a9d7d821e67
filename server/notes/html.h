// HTML as notes hold it: a flat sequence of tags and texts, enough to find links, buttons and
// snippets. Nothing is decoded but the five named entities. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

#include "notes/range.h"

namespace notes {

struct HtmlToken {
  Range range;
  bool is_tag = false;
  bool is_closing = false;  // `</a>`
  std::string_view name;    // of a tag, as written: `a`, `span`
  std::string_view rest;    // of a tag: its attributes

  // An attribute's value as written, without quotes; empty when it is not there.
  std::string_view attribute(std::string_view name) const;
  bool has_class(std::string_view name) const;
};

class HtmlReader {
 public:
  HtmlReader(std::string_view text, uint32_t from, uint32_t to)
      : text_(text.substr(0, to)), at_(from) {}
  bool next(HtmlToken& token);  // false at the end

 private:
  std::string_view text_;
  uint32_t at_;
};

// The text between tags, entities decoded, white space as single spaces.
std::string html_text(std::string_view html);

// The end of the HTML tag that starts at `at`, before `limit`; 0 when there is none (CommonMark
// 0.30, 6.6).
uint32_t html_tag_end(std::string_view text, uint32_t at, uint32_t limit);

}  // namespace notes
