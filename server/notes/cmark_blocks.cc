// blocks_by_cmark of block.h.
#include <cmark.h>

#include <algorithm>
#include <memory>
#include <string>

#include "notes/block.h"
#include "notes/lines.h"

namespace notes {
namespace {

using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

bool is_container(cmark_node_type type) {
  return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST ||
         type == CMARK_NODE_ITEM;
}

// The next block in the order of the text, without recursion: notes may be nested as deep as they
// like.
cmark_node* next_block(cmark_node* node) {
  if (is_container(cmark_node_get_type(node)))
    if (cmark_node* child = cmark_node_first_child(node)) return child;
  while (node && !cmark_node_next(node)) node = cmark_node_parent(node);
  return node ? cmark_node_next(node) : nullptr;
}

// cmark 0.30.2 takes a step for each open list at every blank line, so what is nested deeper than
// anybody nests is not shown to it: the same bytes, the markers beyond made letters. Empty when
// nothing is so deep.
std::string without_depth(std::string_view text, const Row<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    if (line.range.size() <= kLongestPrefix) continue;
    const size_t stop = view(text, line.range).find_first_not_of(kMarkerBytes);
    const uint32_t end = stop == std::string_view::npos
                             ? line.range.end
                             : line.range.begin + static_cast<uint32_t>(stop);
    for (uint32_t at = line.range.begin + kLongestPrefix; at < end; ++at) {
      const bool last = at + 1 == line.range.end || is_blank_char(text[at + 1]);
      if (text[at] != '>' && (is_blank_char(text[at]) || !last)) continue;
      if (out.empty()) out = text;
      out[at] = 'x';
    }
  }
  return out;
}

size_t line_count(std::string_view text) {
  size_t count = 0;
  for (uint32_t at = 0; at < text.size(); at = line_at(text, at).next) ++count;
  return count;
}

bool next_starts_at(cmark_node* node, size_t line) {
  cmark_node* next = next_block(node);
  return next && cmark_node_get_start_line(next) == static_cast<int>(line) + 1;
}

// cmark 0.30.2 says of a setext heading that it ends one line later, unless the text ends there.
size_t last_of_setext(std::string_view text, const Row<Line>& lines, size_t last,
                      cmark_node* heading) {
  const std::string_view line = view(text, lines[last].content);
  const bool underline = !line.empty() && (line[0] == '=' || line[0] == '-') &&
                         line.find_first_not_of(line[0]) == std::string_view::npos;
  return underline && !next_starts_at(heading, last) ? last : last - 1;
}

// And the same of a fence that ends because its item or quote does.
size_t last_of_code(std::string_view text, const Row<Line>& lines, size_t first, cmark_node* code) {
  const std::string_view fence = view(text, lines[first].content).substr(0, 3);
  const char* const given = cmark_node_get_literal(code);
  const std::string_view literal = given ? given : "";
  const size_t column = static_cast<size_t>(std::max(cmark_node_get_start_column(code), 1)) - 1;
  const Range line = lines[first].range;
  // Indented code that begins with what would be a fence is its own first line.
  const bool indented = *cmark_node_get_fence_info(code) == '\0' && column <= line.size() &&
                        view(literal, line_at(literal, 0).range) == view(text, line).substr(column);
  if (indented || (fence != "```" && fence != "~~~")) return lines.size();
  const size_t last = first + line_count(literal);
  const bool closed = last + 1 < lines.size() &&
                      view(text, lines[last + 1].content).starts_with(fence) &&
                      !next_starts_at(code, last + 1);
  return closed ? last + 1 : last;
}

}  // namespace

std::vector<Block> blocks_by_cmark(std::string_view text, const Row<Line>& lines) {
  std::vector<Block> out;
  const std::string shallow = without_depth(text, lines);
  const std::string_view source = shallow.empty() ? text : shallow;
  const Node document(cmark_parse_document(source.data(), source.size(), CMARK_OPT_DEFAULT),
                      &cmark_node_free);
  if (!document) return out;
  for (cmark_node* node = next_block(document.get()); node; node = next_block(node)) {
    const int start = cmark_node_get_start_line(node), stop = cmark_node_get_end_line(node);
    if (start < 1 || static_cast<size_t>(start) > lines.size()) continue;
    const size_t first = static_cast<size_t>(start) - 1;
    const size_t last = std::min(lines.size(), static_cast<size_t>(std::max(start, stop))) - 1;
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_ITEM:
        out.push_back({LineKind::kItem, first, first});
        break;
      case CMARK_NODE_CODE_BLOCK:
        out.push_back(
            {LineKind::kCode, first, std::min(last, last_of_code(text, lines, first, node))});
        break;
      case CMARK_NODE_HTML_BLOCK: {
        const char* literal = cmark_node_get_literal(node);
        // cmark leaves the line that closes a comment out of its positions.
        out.push_back({LineKind::kHtml, first,
                       first + std::max<size_t>(line_count(literal ? literal : ""), 1) - 1});
        break;
      }
      case CMARK_NODE_THEMATIC_BREAK:
        out.push_back({LineKind::kRule, first, first});
        break;
      case CMARK_NODE_HEADING:
        out.push_back({LineKind::kHeading, first,
                       last > first ? last_of_setext(text, lines, last, node) : last,
                       cmark_node_get_heading_level(node)});
        break;
      default:
        break;
    }
  }
  return out;
}

}  // namespace notes
