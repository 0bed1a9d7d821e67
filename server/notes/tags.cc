#include "notes/tags.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/lines.h"
#include "notes/sixteen.h"
#include "notes/tag_words.h"
#include "notes/unicode.h"

namespace notes {
namespace {

constexpr char32_t kFullWidthHash = 0xFF03;  // ＃
constexpr size_t kMostWords = 4;             // of one tag; more is a sentence

uint32_t hash_size(std::string_view text, uint32_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '#') return 1;
  const Character c = character_at(text, at);
  return c.code == kFullWidthHash ? c.size : 0;
}

// `ff6666`; `fff` and `ddeeff`, too, but not `facade`.
bool is_hex_colour(std::string_view name) {
  if (name.size() != 3 && name.size() != 6 && name.size() != 8) return false;
  bool has_digit = false, is_doubled = true;
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = ascii_lower(name[i]);
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(c >= 'a' && c <= 'f')) return false;
    has_digit = has_digit || digit;
    is_doubled = is_doubled && c == ascii_lower(name[name.size() == 3 ? 0 : i & ~size_t{1}]);
  }
  return has_digit || is_doubled;
}

// `color: #facade`: the word before it says so.
bool is_said_to_be_colour(std::string_view before) {
  while (!before.empty() && std::string_view(" :=('\"`*").find(before.back()) != before.npos)
    before.remove_suffix(1);
  const std::string word =
      ascii_lower(before.substr(before.size() - std::min<size_t>(before.size(), 10)));
  for (std::string_view known :
       {"color", "colour", "background", "fill", "stroke", "hex", "colors"})
    if (word.ends_with(known)) return true;
  return before.ends_with("色") || before.ends_with("カラー");
}

bool is_hex(std::string_view name) {
  return (name.size() == 3 || name.size() == 6) &&
         name.find_first_not_of("0123456789abcdefABCDEF") == name.npos;
}

// What follows a tag's first word in a tag line: `Papers/Blogs`, `(SFT)`, `2`. A word that goes on
// in lower case, or in a script without case, is prose.
bool continues_tag(std::string_view word) {
  const Character c = character_at(word, 0);
  return is_upper(c.code) || is_digit(c.code) || c.code == '(' || c.code == '&' || c.code == '/';
}

bool ends_sentence(std::string_view name) {
  const Character last = character_before(name, name.size());
  return std::u32string_view(U".,;:!?。、，；：！？…").find(last.code) != std::u32string_view::npos;
}

// `#12` is an issue or a rank.
bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

// In a script without case, or in lower case, a second word may be part of a tag only where the
// whole line is tags; a sentence has words of grammar and goes on.
bool may_be_tag_of_words(std::string_view name) {
  constexpr size_t kLongestIdeographs = 8;
  const size_t space = std::min(name.find(' '), name.find("　"));
  const std::string_view behind = trim(name.substr(space));
  if (behind.find(' ') != behind.npos || behind.find("　") != behind.npos) return false;
  size_t ideographs = 0;
  for (size_t at = 0; at < behind.size();) {
    const Character c = character_at(behind, at);
    if (!is_tag_character(c.code) || (c.code >= 0x3041 && c.code <= 0x309F)) return false;
    ideographs += is_cjk(c.code);
    at += std::max<uint32_t>(c.size, 1);
  }
  for (std::string_view tail :
       {"다", "요", "를", "을", "는", "은", "이", "가", "了", "的", "吧", "吗"})
    if (behind.ends_with(tail)) return false;
  for (std::string_view word :
       {"the", "a",   "an",  "of",  "is",   "are",  "was",  "to",    "and", "or",   "in",   "on",
        "at",  "by",  "for", "it",  "this", "that", "with", "from",  "as",  "vs",   "be",   "see",
        "not", "has", "my",  "but", "also", "here", "uses", "using", "via", "more", "than", "when"})
    if (behind == word || name.substr(0, space) == word) return false;
  return ideographs <= kLongestIdeographs && !is_number(behind);
}

bool is_tag_text(std::string_view name, bool certain, bool is_of_tags) {
  if (name.empty() || !starts_tag(character_at(name, 0).code) || is_hex_colour(name)) return false;
  if (certain) return true;
  if (ends_sentence(name) || is_number(name.substr(0, name.find(' ')))) return false;
  size_t words = 1;
  for (size_t space = name.find(' '); space != std::string_view::npos;
       space = name.find(' ', space + 1)) {
    if (++words > kMostWords || space + 1 >= name.size() || !continues_tag(name.substr(space + 1)))
      return is_of_tags && may_be_tag_of_words(name);
  }
  return true;
}

}  // namespace

bool is_tag_character(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '/';
  return c != kFullWidthHash && !is_space(c) && !is_cjk_punctuation(c) &&
         (is_letter(c) || is_digit(c) || is_emoji(c) || c == 0x200D || c == 0xFE0F);
}

bool starts_tag(char32_t c) {
  if (c < 0x80) return is_letter(c) || c == '_' || is_digit(c);
  return is_tag_character(c);
}

bool may_precede_tag(char32_t c) {
  if (c == 0 || is_space(c)) return true;
  if (c < 0x80)
    return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == ',' || c == ';' ||
           c == '|' || c == '*' || c == '_' || c == '~';
  if (std::u32string_view(U"“‘«→⇒•").find(c) != std::u32string_view::npos) return true;
  return is_cjk(c) || is_cjk_punctuation(c);
}

namespace {

// Calls f with the size of the `#` and the range in the line of each tag of a line of tags; false
// where it is none, perhaps in the middle of it.
template <class F>
bool for_each_in_tag_line(std::string_view line, F f) {
  if (hash_size(line, 0) == 0) return false;
  size_t end = line.size();
  bool certain = false, is_any = false;
  if (const size_t date = line.find(kIssueDate);
      date != std::string_view::npos && date > 0 && is_blank_char(line[date - 1])) {
    end = date;
    certain = true;
  }
  for (uint32_t at = 0; at < end;) {
    const uint32_t hash = hash_size(line, at);
    // The next tag starts at a `#` after white space.
    auto stop = static_cast<uint32_t>(first_of<'#', '\xEF'>(line, at + std::max(hash, 1u)));
    while (stop < end &&
           !(hash_size(line, stop) != 0 && is_space(character_before(line, stop).code)))
      stop = static_cast<uint32_t>(first_of<'#', '\xEF'>(line, stop + 1));
    stop = std::min(stop, static_cast<uint32_t>(end));
    const std::string_view raw = line.substr(at + hash, stop - at - hash);
    const std::string_view name = trim(raw);
    if (hash == 0 || name.empty() || name.data() != raw.data() ||
        !is_tag_text(name, certain, at > 0 || stop < end)) {
      if (!certain) return false;
    } else {
      f(hash, Range{at, at + hash + static_cast<uint32_t>(name.size())});
      is_any = true;
    }
    at = stop;
  }
  return is_any;
}

}  // namespace

std::optional<Row<TagUse>> read_tag_line(std::string_view text, Range content) {
  const std::string_view line = view(text, content);
  Row<TagUse> out;
  const auto add = [&](uint32_t hash, Range tag) {
    out.push_back(
        {tag.shifted(content.begin), view(line, {tag.begin + hash, tag.end}), TagSource::kTagLine});
  };
  if (!for_each_in_tag_line(line, add)) return std::nullopt;
  return out;
}

bool is_tag_line(std::string_view text, Range content) {
  return for_each_in_tag_line(view(text, content), [](uint32_t, Range) {});
}

bool is_sloppy_heading(std::string_view text, Range content) {
  const std::string_view line = view(text, content);
  if (hash_size(line, 0) == 0) return false;
  const size_t space = line.find_first_of(" \t");
  if (space == std::string_view::npos) return false;
  const size_t next = line.find_first_not_of(" \t", space);
  return next != std::string_view::npos && hash_size(line, static_cast<uint32_t>(next)) == 0;
}

bool may_hold_hash(std::string_view text) {
  // The wide one by its last bytes: its first are those of most punctuation in Chinese.
  const auto is_hash = [](const Sixteen& bytes, const Sixteen& behind) {
    return (bytes == '#') | ((bytes == 0xBC) & (behind == 0x83));
  };
  return first_where(text, 0, is_hash) < text.size();
}

void scan_inline_tags(std::string_view text, Range line, const Inline& found, Row<TagUse>& out) {
  if (!may_hold_hash(view(text, line))) return;  // as most lines
  for (uint32_t at = line.begin; at < line.end;) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte != '#' && byte != 0xEF) {
      ++at;
      continue;
    }
    const uint32_t hash = hash_size(text, at);
    if (hash == 0 || found.is_masked(at)) {
      ++at;
      continue;
    }
    const char32_t before = at == line.begin ? 0 : character_before(text, at).code;
    const uint32_t from = at + hash;
    uint32_t end = from;
    bool all_digits = true;
    while (end < line.end && !found.is_masked(end)) {
      const Character c = character_at(text, end);
      if (!is_tag_character(c.code)) break;
      all_digits = all_digits && is_digit(c.code);
      end += c.size;
    }
    while (end > from && (text[end - 1] == '/' || text[end - 1] == '-' ||
                          (text[end - 1] == '_' && before == '_')))  // `_#a_` is emphasis
      --end;
    const std::string_view name = text.substr(from, end - from);
    if (!name.empty() && !all_digits && may_precede_tag(before) &&
        starts_tag(character_at(name, 0).code) && !is_hex_colour(name) &&
        !(is_hex(name) && is_said_to_be_colour(text.substr(line.begin, at - line.begin)))) {
      TagUse tag{{at, end}, std::string(name), TagSource::kInline};
      tag.is_sure = !is_doubtful_tag(text, line, tag.range, name);
      tag.longer = longer_readings(text, line, tag.range, found);
      out.push_back(std::move(tag));
    }
    at = std::max(end, from);
  }
}

}  // namespace notes
