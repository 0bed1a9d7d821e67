#include "features/said.h"

#include <utility>

#include "notes/lines.h"
#include "notes/unicode.h"

namespace features {
namespace {

constexpr size_t kTelling = 12;  // bytes

template <class F>
void for_each_word(std::string_view text, F f) {
  const std::string folded = notes::fold(text);
  std::string word;
  for (size_t at = 0; at < folded.size();) {
    const notes::Character c = notes::character_at(folded, at);
    if (notes::is_letter(c.code) || notes::is_digit(c.code))
      word.append(folded, at, c.size);
    else if (!word.empty())
      f(std::exchange(word, {}));
    at += c.size;
  }
  if (!word.empty()) f(std::move(word));
}

// Each line trimmed and ended, with a line end before the first.
std::string as_lines(std::string_view text) {
  std::string out = "\n";
  for (uint32_t at = 0; at < text.size();) {
    const notes::LineSpan line = notes::line_at(text, at);
    out += notes::trim(notes::view(text, line.range));
    out += '\n';
    at = line.next;
  }
  return out;
}

}  // namespace

Said::Said(std::string_view text) : text_(text), lines_(as_lines(text)) { also(text); }

void Said::also(std::string_view text) {
  for_each_word(text, [&](std::string word) { words_.insert(std::move(word)); });
}

bool Said::has_words(std::string_view text) const {
  bool all = true;
  for_each_word(text, [&](const std::string& word) { all = all && words_.contains(word); });
  return all;
}

bool Said::has_text(std::string_view text) const {
  return text.size() >= kTelling && text_.find(text) != std::string::npos;
}

bool Said::has_lines(std::string_view text) const {
  return lines_.find(as_lines(text)) != std::string::npos;
}

}  // namespace features
