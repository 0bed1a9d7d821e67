#include "notes/quotation.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "notes/packed_number.h"
#include "notes/sixteen.h"

namespace notes {
namespace {

constexpr size_t kMostParts = 40;
constexpr uint32_t kGlueBits = 3;

// What stands before a part and is not in the text. A part of no size is all glue.
constexpr std::array<std::string_view, 6> kGlue = {"", " ", "\n", "\n- ", "- ", "…"};
// The longer first; nothing at last.
constexpr uint32_t kTried[] = {5, 3, 4, 2, 1, 0};

// How many bytes both begin with.
size_t same_start(std::string_view a, std::string_view b) {
  const size_t most = std::min(a.size(), b.size());
  size_t at = 0;
  for (; at + sizeof(Sixteen) <= most; at += sizeof(Sixteen)) {
    const Outcome differs(sixteen_at(a, at) != sixteen_at(b, at));
    if (!differs.none()) return at + differs.first();
  }
  while (at < most && a[at] == b[at]) ++at;
  return at;
}

// Where the words begin in the text, from `from` on: as many of them as are in one place.
size_t start_of(std::string_view words, std::string_view text, size_t from) {
  const std::string_view line = words.substr(0, words.find('\n'));
  for (const size_t size : {size_t{24}, line.find(' '), size_t{8}, size_t{3}})
    if (const size_t at = text.find(line.substr(0, size), from); at != std::string_view::npos)
      return at;
  return std::string_view::npos;
}

}  // namespace

// One number says size and glue of a part, the next how far it begins behind the last; 0 ends all.
std::optional<std::string> Quotation::of(std::string_view words, std::string_view text,
                                         Range within) {
  std::string code;
  text = text.substr(0, within.end);
  size_t last = within.begin, parts = 0;
  put_number(code, within.begin);
  while (!words.empty()) {
    if (++parts > kMostParts) return std::nullopt;
    bool is_found = false;
    for (const uint32_t glue : kTried) {
      if (is_found || !words.starts_with(kGlue[glue])) continue;
      const std::string_view sought = words.substr(kGlue[glue].size());
      const size_t at = sought.empty() ? last : start_of(sought, text, last);
      if (at == std::string_view::npos) continue;
      const size_t size = same_start(sought, text.substr(at));
      if (size == 0 && !sought.empty()) continue;
      put_number(code, static_cast<uint32_t>(size) << kGlueBits | glue);
      put_number(code, static_cast<uint32_t>(at - last));
      last = at + size;
      words = sought.substr(size);
      is_found = true;
    }
    if (!is_found) return std::nullopt;
  }
  put_number(code, 0);
  return code;
}

// Calls f with the glue and the range of each part; returns where the code ends.
template <class F>
const char* Quotation::for_each_part(F f) const {
  const char* at = code_;
  uint32_t last = take_number(at);
  while (const uint32_t head = take_number(at)) {
    const uint32_t begin = last + take_number(at);
    last = begin + (head >> kGlueBits);
    f(kGlue[head & ((1U << kGlueBits) - 1)], Range{begin, last});
  }
  return at;
}

Quotation::Quotation(std::string_view code) : code_(code.data()) {
  const char* end = for_each_part([&](std::string_view, Range part) {
    if (part.empty()) return;
    range_ = {range_.empty() ? part.begin : range_.begin, part.end};
  });
  behind_ = code.substr(static_cast<size_t>(end - code.data()));
}

std::string Quotation::words(std::string_view text, uint32_t begin) const {
  std::string out;
  for_each_part([&](std::string_view glue, Range part) {
    out += glue;
    if (!part.empty()) out += text.substr(part.begin - begin, part.size());
  });
  return out;
}

}  // namespace notes
