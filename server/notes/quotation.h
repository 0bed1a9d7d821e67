// Where a text holds words that were put together from its lines, so that they need not be kept:
// whoever has those bytes again says the words again. Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "notes/range.h"

namespace notes {

// Some words, in the order they stand in the text; between them a space, a line end or `- `, and
// `…` behind the last. In a string that is small, and never empty.
class Quotation {
 public:
  // Nothing when the words are not there, or in too many places.
  static std::optional<std::string> of(std::string_view words, std::string_view text, Range within);

  // Reads one from its beginning; more may stand behind it.
  explicit Quotation(std::string_view code);
  Range range() const { return range_; }  // of all that is quoted
  // `text` holds at least the range, and begins at `begin`.
  std::string words(std::string_view text, uint32_t begin) const;
  std::string_view behind() const { return behind_; }

 private:
  template <class F>
  const char* for_each_part(F f) const;

  const char* code_;
  Range range_;
  std::string_view behind_;
};

}  // namespace notes
