#include "notes/cited_lines.h"

#include "notes/ascii.h"
#include "notes/label.h"
#include "notes/lines.h"

namespace notes {
namespace {

constexpr size_t kLongest = 60;

enum class Mark : uint8_t { kNone, kBold, kColon, kHtml };
struct Caption {
  Mark mark = Mark::kNone;
  std::string_view words;
};

// A line that stands over others as a heading does.
Caption caption_of(std::string_view text, const Line& line) {
  if (line.kind != LineKind::kText && line.kind != LineKind::kHtml) return {};
  if (line.content.size() < 5 || line.content.size() > kLongest) return {};
  const std::string_view words = view(text, line.content);
  constexpr std::string_view kEnds = ":\x9A";  // the last of `：`
  if (words[0] != '*' && words[0] != '_' && words[0] != '<' && words.back() != kEnds[0] &&
      words.back() != kEnds[1])
    return {};
  if (line.kind == LineKind::kHtml) {
    const size_t open = words.find('>'), close = words.rfind("</h");
    if (!starts_with_folded(words, "<h") || words[2] < '1' || words[2] > '6' ||
        close == std::string_view::npos || close <= open)
      return {};
    return {Mark::kHtml, words.substr(open + 1, close - open - 1)};
  }
  for (std::string_view mark : {"**", "__"})
    if (words.starts_with(mark)) {
      const size_t close = words.find(mark, 2);
      const std::string_view behind = close == words.npos ? words : words.substr(close + 2);
      if (!behind.empty() && behind != ":" && behind != "：") return {};
      return {Mark::kBold, words.substr(2, close - 2)};
    }
  if (words.ends_with(':') || words.ends_with("："))
    return {Mark::kColon, words.substr(0, words.size() - (words.ends_with(':') ? 1 : 3))};
  return {};
}

bool says_cited(const Caption& caption) {
  return caption.mark != Mark::kNone && may_name_reference_zone(caption.words) &&
         names_reference_zone(heading_name(caption.words));
}

}  // namespace

Range find_cited_lines(std::string_view text, const Row<Line>& lines) {
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!says_cited(caption_of(text, lines[i]))) continue;
    size_t end = i + 1;
    for (; end < lines.size(); ++end) {
      const Caption next = caption_of(text, lines[end]);
      if (next.mark == Mark::kHtml || (next.mark == Mark::kBold && !says_cited(next))) break;
    }
    return {lines[i].range.begin, lines[end - 1].range.end};
  }
  return {};
}

}  // namespace notes
