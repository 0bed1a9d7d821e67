#include "notes/tag_html.h"

#include <algorithm>

#include "notes/lines.h"
#include "notes/tags.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestName = 80;
constexpr std::string_view kElements[] = {"a", "button", "span", "code", "kbd", "li", "div", "p"};

std::string_view element_of(std::string_view opening) {
  return opening.substr(0, opening.find_first_of(" \t/"));
}

std::string_view attribute(std::string_view opening, std::string_view name) {
  for (const std::string_view quote : {"=\"", "='"}) {
    const std::string start = ' ' + std::string(name) + std::string(quote);
    const size_t at = opening.find(start);
    if (at == std::string_view::npos) continue;
    const size_t begin = at + start.size();
    return opening.substr(begin, opening.find(quote[1], begin) - begin);
  }
  return {};
}

// `class="tag is-small"` says so itself, without a `#`.
bool is_said_a_tag(std::string_view opening) {
  std::string_view classes = attribute(opening, "class");
  while (!classes.empty()) {
    const size_t space = std::min(classes.find(' '), classes.size());
    const std::string_view one = classes.substr(0, space);
    if (one == "tag" || one == "hashtag") return true;
    classes.remove_prefix(std::min(space + 1, classes.size()));
  }
  return false;
}

}  // namespace

void scan_html_tags(std::string_view text, Range line, const Inline& found, Row<TagUse>& out) {
  const std::string_view bytes = text.substr(0, line.end);
  for (size_t open = bytes.find('<', line.begin); open != std::string_view::npos;
       open = bytes.find('<', open + 1)) {
    const size_t close = bytes.find_first_of("<>", open + 1);
    if (close == std::string_view::npos) return;
    if (bytes[close] != '>') continue;
    const std::string_view opening = bytes.substr(open + 1, close - open - 1);
    if (std::find(std::begin(kElements), std::end(kElements), element_of(opening)) ==
        std::end(kElements))
      continue;
    const size_t end = bytes.find('<', close);
    if (end == std::string_view::npos || !bytes.substr(end).starts_with("</")) continue;
    Range whole = trimmed(text, {static_cast<uint32_t>(close) + 1, static_cast<uint32_t>(end)});
    Range name = whole;
    const bool hash = !name.empty() && text[name.begin] == '#';
    if (hash) ++name.begin;
    const std::string_view word = view(text, name);
    // A link to a place in this page that shows a `#` is a heading's anchor.
    if ((!hash && !is_said_a_tag(opening)) || word.size() > kLongestName || word.empty() ||
        !starts_tag(character_at(word, 0).code) ||
        word.find_first_not_of("0123456789") == std::string_view::npos ||
        attribute(opening, "href").starts_with('#') || found.is_masked(name.begin))
      continue;
    out.push_back({whole, std::string(word), TagSource::kHtml});
  }
}

}  // namespace notes
