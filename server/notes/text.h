// The text of one note: its bytes (valid UTF-8, always) and where its lines start. Lines end at LF,
// CRLF or a lone CR, as LSP counts them. Positions are converted here and nowhere else. Immutable:
// any thread may read one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "notes/range.h"

namespace notes {

// What a column counts. kUtf8 counts bytes, kUtf16 code units (an astral character is two), kUtf32
// characters.
enum class Encoding : uint8_t { kUtf8, kUtf16, kUtf32 };

// Both from zero.
struct Position {
  uint32_t line = 0;
  uint32_t column = 0;

  auto operator<=>(const Position&) const = default;
};

class Text {
 public:
  Text() : Text(std::string()) {}
  // Bytes that are not UTF-8 become U+FFFD, one for each maximal bad part, as editors show them.
  explicit Text(std::string bytes);

  std::string_view bytes() const { return bytes_; }
  std::string_view slice(Range range) const;  // clamped to the text
  uint32_t size() const { return static_cast<uint32_t>(bytes_.size()); }

  // At least 1: an empty text has one empty line.
  uint32_t line_count() const { return static_cast<uint32_t>(starts_.size()); }
  uint32_t line_of(uint32_t offset) const;
  // Without its terminator; an empty range at the end for a line that is not there.
  Range line(uint32_t number) const;

  // An offset inside a character or inside a CRLF counts as the place before it; past the end as
  // the end.
  Position position(uint32_t offset, Encoding encoding) const;
  // A column past its line's end means that end; a line past the last means the end of the text; a
  // column inside a surrogate pair or a UTF-8 sequence means the place before the character
  // (LSP 3.17, Position).
  uint32_t offset(Position position, Encoding encoding) const;

  // The same text with `range` replaced. The line index is patched, not rebuilt.
  Text replaced(Range range, std::string_view with) const;

 private:
  std::string bytes_;
  std::vector<uint32_t> starts_;
};

}  // namespace notes
