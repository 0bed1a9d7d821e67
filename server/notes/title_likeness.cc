// Of title_text.h: what reads like a title.
#include <algorithm>

#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// What the first word of a title is not, nor with an ending of a letter or two.
constexpr std::string_view kNoTitles[] = {
    "how",      "what",     "why",    "when",         "where",   "who",     "question", "questions",
    "thoughts", "plan",     "plans",  "meeting",      "idea",    "ideas",   "notes",    "note",
    "my",       "todo",     "setup",  "installing",   "chapter", "lecture", "week",     "day",
    "part",     "tutorial", "guide",  "introduction", "intro",   "list",    "overview", "talk",
    "video",    "book",     "course", "script",       "email",   "draft"};

}  // namespace

bool reads_like_title(std::string_view text) {
  if (text.size() < 9 || text.size() > 300) return false;  // five words are that long
  const size_t words = word_count(text);
  if (words < 5 || words > 40) return false;
  if (text.find("://") != std::string_view::npos || text.starts_with('!')) return false;
  return !text.ends_with("。") && !text.ends_with("；") && !text.ends_with(':') &&
         !text.ends_with("：") && !text.ends_with(';');
}

bool is_written_as_title(std::string_view text) {
  if (std::count(text.begin(), text.end(), ' ') < 2) return false;  // of three words at least
  if (!reads_like_title(text) || text.ends_with('?')) return false;
  const std::string folded = fold(text);
  const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
  for (std::string_view word : kNoTitles)
    if (!first.empty() && first[0] == word[0] && first.starts_with(word) &&
        first.size() <= word.size() + 2)
      return false;
  size_t words = 0, capitals = 0;
  bool small = false;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (word.size() <= 4 && word[0] >= 'a' && word[0] <= 'z') {
      small = true;
      continue;
    }
    ++words;
    capitals += is_upper(character_at(word, 0).code);
  }
  const size_t colon = text.find(": ");
  const bool split = colon != std::string_view::npos && has_words(text.substr(colon), 3);
  return words >= 3 && capitals * 3 >= words * 2 && (small || split);
}

}  // namespace notes
