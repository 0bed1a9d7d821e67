#include "notes/tag_words.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/key.h"
#include "notes/lines.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr size_t kMostWordsBehind = 3;
constexpr size_t kLongestReading = 80;  // bytes

constexpr std::u32string_view kOperators = U"=<>≤≥≈×+&^~";
constexpr std::u32string_view kClosing = U".,;:!?)]}*_\"'”’";

// What the C preprocessor has after its `#`.
constexpr std::string_view kDirectives[] = {"pragma", "include", "define", "ifdef",
                                            "ifndef", "endif",   "undef",  "elif"};
// What is counted with `#` where there is no plural to see.
constexpr std::string_view kCounted[] = {"param", "参数", "参数量", "參數", "帧", "幀",
                                         "帧数",  "样本", "层",     "層数", "類", "类"};

bool is_one_of(std::string_view word, auto& known) {
  return std::find(std::begin(known), std::end(known), word) != std::end(known);
}

// `tokens`, `GPUs`; not `analysis`, `class`, `corpus`, `OS`.
bool is_plural(std::string_view name) {
  if (name.size() < 3 || name.back() != 's' || !is_ascii_letter(name[name.size() - 2]))
    return false;
  return std::string_view("suiSUI").find(name[name.size() - 2]) == std::string_view::npos ||
         name.ends_with("Us");
}

bool is_number_or_operator(char32_t c) {
  return is_digit(c) || kOperators.find(c) != std::u32string_view::npos;
}

bool counts_before(std::string_view line, uint32_t at) {
  const std::string_view before = trim(line.substr(0, at));
  if (before.ends_with("\\*")) return true;
  if (before.ends_with("~~")) return false;  // struck out
  const Character last = character_before(before, before.size());
  if (last.size == 0) return false;
  if (last.code == '/' && before.size() == at) return true;  // `#a/#b` is read as one word
  // A footnote or a year ends a sentence as well, so a number counts only where it is a word.
  if (is_digit(last.code)) {
    const size_t space = before.find_last_of(" \t");
    const std::string_view word =
        space == std::string_view::npos ? before : before.substr(space + 1);
    return word.find_first_not_of("0123456789.,") == std::string_view::npos &&
           space != std::string_view::npos;
  }
  return is_number_or_operator(last.code);
}

bool counts_behind(std::string_view line, uint32_t end) {
  std::string_view rest = trim(line.substr(end));
  if (rest.starts_with("~~")) return false;
  if (rest.starts_with("of ") || rest.starts_with("\\*") || rest.starts_with("* ")) return true;
  if (rest.starts_with("x #") || rest.starts_with("/#") || rest.starts_with("/ #")) return true;
  const bool names = rest.starts_with(':') || rest.starts_with("：");
  if (names) {  // `#epochs: 10`
    rest = trim(rest.substr(rest.front() == ':' ? 1 : 3));
    return !rest.empty() && is_digit(character_at(rest, 0).code);
  }
  if (rest.empty()) return false;
  return kOperators.find(character_at(rest, 0).code) != std::u32string_view::npos;
}

// Beside another tag, a tag is one of a list; behind a whole sentence or a property it is no part
// of one.
bool stands_beside_tag(std::string_view line, uint32_t begin, uint32_t end) {
  const std::string_view before = line.substr(0, begin), behind = line.substr(end);
  const std::string_view next = trim(behind);
  if (!behind.empty() && is_space(character_at(behind, 0).code) && next.size() > 1 &&
      next[0] == '#' && next[1] != ' ' && next[1] != '#')
    return true;
  const std::string_view last = trim(before);
  if (last.size() == before.size()) return false;
  if (last.ends_with("::")) return true;  // Logseq's `category:: #articles`
  const Character end_before = character_before(last, last.size());
  if (next.empty() &&
      std::u32string_view(U".?!。？！").find(end_before.code) != std::u32string_view::npos)
    return true;  // behind the sentence that it is put on
  const size_t space = last.find_last_of(" \t");
  const std::string_view word = space == std::string_view::npos ? last : last.substr(space + 1);
  return word.size() > 1 && word[0] == '#' && word[1] != '#';
}

}  // namespace

bool is_doubtful_tag(std::string_view text, Range line, Range tag, std::string_view name) {
  const Character first = character_at(name, 0);
  if (is_digit(first.code)) return true;
  const bool one_letter = first.size == 1 && (name.size() == 1 || name[1] == '-');
  if (one_letter || is_one_of(name, kDirectives) || is_one_of(name, kCounted)) return true;
  const std::string_view bytes = view(text, line);
  const uint32_t begin = tag.begin - line.begin, end = tag.end - line.begin;
  if (counts_before(bytes, begin) || counts_behind(bytes, end)) return true;
  return is_plural(name) && !stands_beside_tag(bytes, begin, end);
}

Row<LongerTag> longer_readings(std::string_view text, Range line, Range tag, const Inline& found) {
  Row<LongerTag> out;
  uint32_t at = tag.end;
  for (size_t words = 0; words <= kMostWordsBehind && at < line.end; ++words) {
    // The first pass ends the word that the tag itself is part of: `#MoE(Mixture-of-Experts)`.
    if (words > 0) {
      if (text[at] != ' ') break;
      ++at;
    }
    uint32_t end = at;
    bool masked = false;
    while (end < line.end && !masked) {
      const Character c = character_at(text, end);
      if (is_space(c.code) || is_cjk_punctuation(c.code)) break;
      masked = found.is_masked(end);
      end += std::max<uint32_t>(c.size, 1);
    }
    if (masked || (words > 0 && (end == at || text[at] == '#'))) break;
    uint32_t stop = end;
    const std::string_view from_tag = text.substr(tag.begin, end - tag.begin);
    const bool is_open = std::count(from_tag.begin(), from_tag.end(), '(') >=
                         std::count(from_tag.begin(), from_tag.end(), ')');
    while (stop > tag.end) {
      const Character c = character_before(text, stop);
      if (kClosing.find(c.code) == std::u32string_view::npos || (c.code == ')' && is_open)) break;
      stop -= c.size;
    }
    if (stop - tag.begin > kLongestReading) break;
    if (stop > tag.end && (out.empty() || stop > out.back().end)) {
      std::string key = tag_key(view(text, {tag.begin, stop}));
      if (!key.empty()) out.push_back({stop, std::move(key)});
    }
    if (stop < end) break;  // the clause ends here
    at = end;
  }
  return out;
}

}  // namespace notes
