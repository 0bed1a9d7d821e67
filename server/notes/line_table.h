// Where the lines of a text begin and how wide its characters are: all that positions need of it,
// in a twentieth of its bytes, for notes whose text is not kept. Immutable: any thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notes/phrase.h"
#include "notes/range.h"
#include "notes/row.h"

namespace notes {

enum class Encoding : uint8_t;
template <class T>
struct Members;  // archive.h

class LineTable {
 public:
  // Nothing when lines end in more than one way. REQUIRES: valid UTF-8.
  static std::shared_ptr<const LineTable> of(std::string_view bytes);

  uint32_t size() const { return size_; }
  uint32_t line_count() const { return lines_; }
  bool has_crlf() const { return terminator_ == 2; }
  // Whether these are the bytes that it was made of, or those of another; as good as sure.
  bool is_of(std::string_view bytes) const;
  bool is_of_what(const LineTable& other) const {
    return size_ == other.size_ && hash_ == other.hash_;
  }

  uint32_t line_of(uint32_t offset) const;
  Range line(uint32_t number) const;  // without its terminator; empty at the end for no line
  // The line and the column of what begins at or before the offset; see Text::position().
  std::pair<uint32_t, uint32_t> position(uint32_t offset, Encoding encoding) const;
  // Of both ends of a range; looks for the line once where they are on one.
  std::array<std::pair<uint32_t, uint32_t>, 2> positions(Range range, Encoding encoding) const;
  uint32_t offset(uint32_t line, uint32_t column, Encoding encoding) const;
  // Fetches what says the position of about this offset.
  void prefetch(uint32_t offset) const {
    if (size_ == 0 || marks_.empty()) return;
    const uint64_t share = std::min(offset, size_ - 1);
    __builtin_prefetch(marks_.data() + share * marks_.size() / size_);
    __builtin_prefetch(codes_.data() + share * codes_.size() / size_);
  }

 private:
  friend struct Members<LineTable>;

  // One line, as it is found on the way through the codes.
  struct Found {
    uint32_t number = 0;
    uint32_t begin = 0;
    uint32_t size = 0;      // with its terminator
    const char* runs = {};  // of its characters of one width; nullptr where all are one byte wide
    const char* runs_end = {};
  };
  template <class Stop>
  Found find(size_t mark, Stop stop) const;
  Found at_offset(uint32_t offset) const;
  Found at_line(uint32_t number) const;
  uint32_t width_of_end(const Found& line) const;  // of its terminator
  uint32_t column(const Found& line, uint32_t offset, Encoding encoding) const;

  struct Mark {  // each kEvery lines
    uint32_t begin = 0;
    uint32_t code = 0;
  };
  static constexpr uint32_t kEvery = 16;

  uint32_t size_ = 0;
  uint32_t lines_ = 0;
  uint32_t terminator_ = 1;  // bytes
  bool ends_line_ = false;
  uint64_t hash_ = 0;
  Row<Mark> marks_;
  // Of each line: its size, twice, and one more where it has wide characters; those are followed by
  // the size of the runs, and the runs: how many characters, four times, and their bytes less one.
  Phrase codes_;
};

}  // namespace notes
