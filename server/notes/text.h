// The text of one note: its bytes (valid UTF-8, always) and where its lines start. Lines end at LF,
// CRLF or a lone CR, as LSP counts them. Positions are converted here and nowhere else. It is kept
// in pieces of whole lines, which an edited text shares with the one before, so that an edit costs
// what its piece costs. Of a text at rest only the lines and positions are known, and no bytes.
// Immutable but for cut(), which whoever made it may call before others know of it: any thread may
// read one.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notes/line_table.h"
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

// REQUIRES: whole characters.
uint32_t utf16_units(std::string_view bytes);

class Text {
 public:
  Text() : Text(std::string()) {}
  // Bytes that are not UTF-8 become U+FFFD, one for each maximal bad part, as editors show them.
  explicit Text(std::string bytes);

  // The same lines and positions, without the bytes: all that gives or needs bytes takes it for
  // empty. Nothing where lines end in more than one way.
  std::optional<Text> at_rest() const;
  static Text at_rest(std::shared_ptr<const LineTable> lines);
  bool is_at_rest() const { return rest_ != nullptr; }
  // REQUIRES: is_at_rest().
  const std::shared_ptr<const LineTable>& line_table() const { return rest_; }
  // Whether both have the same bytes, at rest or not.
  bool says_the_same(const Text& other) const;
  bool has_crlf() const;

  // Clamped to the text. What lies in one piece is given as it stands, at no cost; what crosses a
  // border makes bytes().
  std::string_view slice(Range range) const;
  std::string copy(Range range) const;  // as slice(), but never makes bytes()
  // Joined when first asked for, which costs a copy of all pieces where there are several.
  std::string_view bytes() const;
  uint32_t size() const { return size_; }
  // Whether some line holds this. REQUIRES: no line end in it.
  bool contains(std::string_view words) const;
  bool is_blank() const;  // nothing but white space

  // At least 1: an empty text has one empty line.
  uint32_t line_count() const { return lines_; }
  uint32_t line_of(uint32_t offset) const;
  // Without its terminator; an empty range at the end for a line that is not there.
  Range line(uint32_t number) const;

  // An offset inside a character or inside a CRLF counts as the place before it; past the end as
  // the end.
  Position position(uint32_t offset, Encoding encoding) const;
  // Of both ends; looks for the line once where they are on one.
  std::pair<Position, Position> positions(Range range, Encoding encoding) const;
  // A column past its line's end means that end; a line past the last means the end of the text; a
  // column inside a surrogate pair or a UTF-8 sequence means the place before the character
  // (LSP 3.17, Position).
  uint32_t offset(Position position, Encoding encoding) const;

  // Fetches what positions are told by; then, what one near the offset is told by.
  void prefetch() const;
  void prefetch(uint32_t offset) const;

  // The same text with `range` replaced. Makes anew only the pieces that the range touches, as one.
  Text replaced(Range range, std::string_view with) const;
  // Keeps `range` of the text in pieces that begin at its start and at each of `inside`; those that
  // already do stay, and the bytes do. REQUIRES: lines begin there, sorted.
  void cut(Range range, std::span<const uint32_t> inside);

 private:
  // How wide a long line is up to a byte of it: a line may be the whole of a large file.
  struct Mark {
    uint32_t at = 0;
    uint32_t utf16 = 0;
    uint32_t characters = 0;
  };
  struct Piece {
    explicit Piece(std::string text);
    uint32_t column(uint32_t line_start, uint32_t at, Encoding encoding) const;
    std::string bytes;
    std::vector<uint32_t> starts;  // of its lines, without the one that its last terminator begins
    std::vector<Mark> marks;       // sorted; of long lines only
    bool ends_line = false;
  };
  struct Held {
    std::shared_ptr<const Piece> piece;
    uint32_t begin = 0;
    uint32_t first_line = 0;
  };
  struct Whole {  // made by whoever asks first
    std::atomic<const std::string*> made{nullptr};
    ~Whole() { delete made.load(); }
  };

  struct Empty {};
  explicit Text(Empty) {}
  void append(std::shared_ptr<const Piece> piece);
  void seal();  // after the last append()
  const Held& held_at(uint32_t offset) const;
  size_t piece_at(uint32_t offset) const;
  uint32_t start_of(uint32_t line) const;

  std::vector<Held> held_;  // at least one
  uint32_t size_ = 0;
  uint32_t lines_ = 0;
  std::shared_ptr<Whole> whole_;           // where there are several pieces
  std::shared_ptr<const LineTable> rest_;  // of a text at rest, which has one empty piece
};

}  // namespace notes
