#include "notes/inline_start.h"

#include <algorithm>
#include <cstring>

#include "notes/sixteen.h"

namespace notes {
namespace {

// Where a construct may start: at one of the signs, or where a word starts with the first two
// letters of an address or a label. `before` and `behind` are what stands before and behind each of
// the bytes.
[[gnu::always_inline]] inline auto may_start(const Sixteen& before, const Sixteen& bytes,
                                             const Sixteen& behind) {
  const auto is = [](const Sixteen& one, char c) { return one == static_cast<unsigned char>(c); };
  const Sixteen last = before | 0x20, first = bytes | 0x20, second = behind | 0x20;  // lower case
  const auto in_word = ((last >= 'a') & (last <= 'z')) | ((before >= '0') & (before <= '9'));
  // http, arXiv, alphaXiv, ACL, DOI, dx.doi.org, ISBN, PMID
  const auto word = (is(first, 'h') & is(second, 't')) |
                    (is(first, 'a') & (is(second, 'r') | is(second, 'l') | is(second, 'c'))) |
                    (is(first, 'd') & (is(second, 'o') | is(second, 'x'))) |
                    (is(first, 'i') & is(second, 's')) | (is(first, 'p') & is(second, 'm'));
  return is(bytes, '\\') | is(bytes, '`') | is(bytes, '$') | is(bytes, '<') | is(bytes, '{') |
         is(bytes, '[') | is(bytes, '@') | (word & ~in_word);
}

size_t first_start(std::string_view text, size_t at) {
  return Outcome(
             may_start(sixteen_at(text, at - 1), sixteen_at(text, at), sixteen_at(text, at + 1)))
      .first();
}

}  // namespace

uint32_t inline_start(std::string_view text, uint32_t at, uint32_t end) {
  constexpr uint32_t kSixteen = sizeof(Sixteen);
  for (; at < end; at += kSixteen) {
    size_t found = kSixteen;
    if (at + kSixteen < text.size()) {
      found = first_start(text, at);
    } else {
      char last[kSixteen + 2] = {};  // with what is before and behind
      std::memcpy(last, text.data() + at - 1, text.size() - at + 1);
      found = first_start({last, sizeof last}, 1);
    }
    if (found < kSixteen) return std::min(end, at + static_cast<uint32_t>(found));
  }
  return end;
}

}  // namespace notes
