#include "notes/titled_paper.h"

#include "notes/cited_words.h"
#include "notes/label.h"
#include "notes/lines.h"
#include "notes/links.h"
#include "notes/title_text.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kLongestTitle = 300;
constexpr size_t kNested = 6;

bool ends_as_title(std::string_view words) {
  for (std::string_view mark : {".", ",", ";", ":", "：", "。", "，", "；", "\\"})
    if (words.ends_with(mark)) return false;
  return true;
}

bool is_words_alone(std::string_view words) {
  return words.find("](") == std::string_view::npos && words.find("://") == std::string_view::npos;
}

// `[[paper](url)] Title`, `[arXiv](url) Title`
bool is_behind_address(std::string_view text, Range content) {
  const std::optional<WrittenLink> first = first_link_in(text, content);
  if (!first || first->range.begin > content.begin + 1 || !first->is_paper() ||
      !is_generic_link_text(view(text, first->text)))
    return false;
  const std::vector<WrittenLink> links = links_in(text, content);
  std::string_view behind = view(text, {links.back().range.end, content.end});
  while (!behind.empty() && std::string_view(" ])|,:-*").find(behind[0]) != std::string_view::npos)
    behind.remove_prefix(1);
  return may_be_title(behind);
}

bool is_linked_title(std::string_view text, Range content) {
  const std::optional<WrittenLink> first = first_link_in(text, content);
  if (!first || first->range.begin != content.begin || !first->is_paper()) return false;
  const std::string_view shown = view(text, first->text);
  if (!has_words(shown, 3) || is_generic_link_text(shown)) return false;
  const std::string_view behind = trim(view(text, {first->range.end, content.end}));
  return behind.empty() || leads_to_title(behind) || behind.starts_with("<br") ||
         behind.starts_with('\\') || behind.starts_with("[[");
}

}  // namespace

bool is_address(std::string_view text, Range content) {
  const std::string_view words = view(text, content);
  if (words.find("://") == std::string_view::npos) return false;
  const std::optional<WrittenLink> link = first_link_in(text, content);
  return link && link->range == content && link->is_paper() &&
         !view(text, link->text).starts_with("![") &&  // a badge
         (link->text.empty() || is_generic_link_text(view(text, link->text)));
}

// `Title [[pdf](url)] [[code](url)]`, and no word behind.
static bool is_title_before_address(std::string_view text, Range content) {
  const std::optional<WrittenLink> first = first_link_in(text, content);
  if (!first || !first->is_paper()) return false;
  const std::vector<WrittenLink> links = links_in(text, content);
  std::string_view before = view(text, {content.begin, links[0].range.begin});
  while (!before.empty() && std::string_view(" ([|,:-").find(before.back()) != before.npos)
    before.remove_suffix(1);
  for (const WrittenLink& link : links)
    if (!link.text.empty() && !is_generic_link_text(view(text, link.text))) return false;
  const std::string_view behind = view(text, {links.back().range.end, content.end});
  return may_be_title(before) && before.find(". ") == before.npos && !has_words(behind, 1);
}

// `For what it does, see`: a sentence that an address ends.
static bool leads_on(std::string_view words) {
  const std::string last = fold(words.substr(words.rfind(' ') + 1));
  for (std::string_view word : {"see", "at", "in", "on", "from", "to", "of", "the", "is", "read",
                                "and", "here", "with", "by", "this", "for", "are"})
    if (last == word) return true;
  return false;
}

bool may_be_title(std::string_view words) {
  for (std::string_view quote : {"\"", "“", "《"})
    if (words.starts_with(quote)) words.remove_prefix(quote.size());
  const Character start = character_at(words, 0);
  if (!is_upper(start.code) && !is_digit(start.code) && !is_cjk(start.code)) return false;
  return words.size() <= kLongestTitle && ends_as_title(words) && has_words(words, 3) &&
         !leads_on(words);
}

bool is_paper_paragraph(std::string_view text, const Row<Line>& lines, size_t line) {
  if (lines[line].kind != LineKind::kText) return false;
  if (line > 0 && lines[line - 1].kind != LineKind::kBlank &&
      lines[line - 1].kind != LineKind::kHeading && lines[line - 1].kind != LineKind::kRule)
    return false;
  const Range content = lines[line].content;
  const std::string_view words = view(text, content);
  if (words.starts_with('[')) return is_linked_title(text, content);
  if (!is_words_alone(words)) return is_title_before_address(text, content);
  return line + 1 < lines.size() && lines[line + 1].kind == LineKind::kText &&
         may_be_title(words) && is_address(text, lines[line + 1].content) &&
         read_label(text, content).field == Field::kNone;
}

bool is_titled_item(std::string_view text, const Row<Line>& lines, size_t line) {
  if (lines[line].kind != LineKind::kItem) return false;
  const Range content = lines[line].content;
  std::string_view words = view(text, content);
  while (words.ends_with('\\')) words = trim(words.substr(0, words.size() - 1));  // a hard break
  if (words.starts_with('[')) return is_behind_address(text, content);
  if (!is_words_alone(words) || line + 1 == lines.size() || !may_be_title(words)) return false;
  const Line& below = lines[line + 1];
  const auto column = [](const Line& at) { return at.content.begin - at.range.begin; };
  if (below.kind == LineKind::kItem ? column(below) <= column(lines[line])
                                    : below.kind != LineKind::kText)
    return false;
  if (read_label(text, content).field != Field::kNone) return false;
  for (size_t i = line + 1; i < lines.size() && i < line + kNested; ++i) {
    if (lines[i].kind == LineKind::kItem && column(lines[i]) <= column(lines[line])) break;
    if (lines[i].kind != LineKind::kItem && lines[i].kind != LineKind::kText) break;
    const Field field = read_label(text, lines[i].content).field;
    if (is_address(text, lines[i].content)) return true;
    if ((field == Field::kLink || field == Field::kPaper) &&
        view(text, lines[i].content).find("://") != std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace notes
