#include "notes/weak_signs.h"

#include <algorithm>
#include <optional>

#include "notes/lines.h"
#include "notes/links.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// A bare address of a paper in an item that is nested in none, with more of the page behind it.
bool is_lone_block(std::string_view text, const Section& section, Range address) {
  const auto line =
      std::partition_point(section.lines.begin(), section.lines.end(),
                           [&](const Line& at) { return at.range.end < address.end; });
  if (line == section.lines.end() || line->content != address || line->kind != LineKind::kItem)
    return false;
  const char first = text[address.begin];  // a link has a title of its own
  return (first == 'h' || first == '<') && !is_blank_char(text[line->range.begin]) &&
         line + 1 != section.lines.end();
}

}  // namespace

bool names_topic(std::string_view title) {
  if (has_words(title, 6) || title.find(' ') == std::string_view::npos ||
      title.find(':') != std::string_view::npos)
    return false;
  const bool small = title[0] >= 'a' && title[0] <= 'z';
  for (size_t at = title.find(' '); at != std::string_view::npos; at = title.find(' ', at + 1)) {
    const std::string_view word = title.substr(at + 1, title.find(' ', at + 1) - at - 1);
    if (word.empty() || static_cast<unsigned char>(word[0]) > 0x7f) return false;
    const auto capitals = std::count_if(word.begin(), word.end(), is_capital);
    if (capitals > 0 && (!small || capitals < 2)) return false;
  }
  return static_cast<unsigned char>(title[0]) < 0x80;
}

bool has_lone_paper(const Draft& draft) {
  std::optional<Identifier> only;
  bool lone = false;
  for (size_t s = 0; s < draft.sections.size(); ++s)
    for (const Reference& reference : draft.sections[s]->references) {
      if (reference.kind != ReferenceKind::kUrl || !is_of_work(reference.identifier->kind))
        continue;
      if (only && !(*only == *reference.identifier)) return false;
      only = reference.identifier;
      lone = lone || is_lone_block(draft.text_of(s), *draft.sections[s], reference.range);
    }
  return lone;
}

bool is_key_of_title(std::string_view name, std::string_view title) {
  const size_t letters = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
  if (letters == std::string_view::npos || letters < 3) return false;
  const size_t digits = digits_of(name.substr(letters));
  if ((digits != 2 && digits != 4) || name.substr(letters + digits, 1) != "_") return false;
  const std::string folded = " " + fold(title) + " ";
  size_t words = 0, known = 0;
  for (size_t at = letters + digits; at < name.size();) {
    const size_t end = std::min(name.find('_', at + 1), name.size());
    const std::string_view word = name.substr(at + 1, end - at - 1);
    at = end;
    ++words;
    // Keys cut their words: `framew` of `framework`.
    known += word.size() >= 3 && folded.find(" " + std::string(word)) != std::string::npos;
  }
  return words >= 2 && known >= 1;
}

bool defines_paper(const Draft& draft) {
  constexpr size_t kMostLines = 30;
  size_t seen = 0;
  for (size_t s = 0; s < draft.sections.size() && seen < kMostLines; ++s) {
    const Row<Line>& lines = draft.sections[s]->lines;
    const std::string_view text = draft.text_of(s);
    for (size_t i = 0; i + 1 < lines.size() && seen < kMostLines; ++i, ++seen) {
      const std::string_view word = view(text, lines[i].content);
      if (word != "paper" && word != "source" && word != "Paper" && word != "Source") continue;
      const std::string_view said = view(text, lines[i + 1].content);
      if (!said.starts_with(": ")) continue;
      const std::vector<WrittenLink> links = links_in(text, lines[i + 1].content);
      if (links.size() != 1) continue;
      if (links[0].is_paper()) return true;
      // `: ([Doe et al., n.d.](#org1))`
      if ((word == "paper" || word == "Paper") && links[0].to.starts_with('#')) return true;
    }
  }
  return false;
}

}  // namespace notes
