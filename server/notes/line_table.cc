#include "notes/line_table.h"

#include <algorithm>
#include <functional>

#include "notes/lines.h"
#include "notes/packed_number.h"
#include "notes/sixteen.h"
#include "notes/text.h"
#include "notes/unicode.h"
#include "notes/utf8.h"

namespace notes {
namespace {

uint32_t width_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Where the characters of one width end that begin at `at`. REQUIRES: valid UTF-8.
size_t end_of_run(std::string_view line, size_t at) {
  const uint32_t width = width_of(line[at]);
  if (width == 1) return at + ascii_run(line, at);
  if (width == 3)
    return first_where(line, at, [](const Sixteen& bytes, const Sixteen&) {
      return (bytes < 0x80) | ((bytes >= 0xC0) & (bytes < 0xE0)) | (bytes >= 0xF0);
    });
  do at += width;
  while (at < line.size() && width_of(line[at]) == width);
  return std::min(at, line.size());
}

// Replaces what is in `out`.
void put_runs(std::string_view line, std::string& out) {
  out.clear();
  for (size_t at = 0; at < line.size();) {
    const uint32_t width = width_of(line[at]);
    const size_t end = end_of_run(line, at);
    put_number(out, static_cast<uint32_t>((end - at) / width) << 2 | (width - 1));
    at = end;
  }
}

uint64_t hash_of(std::string_view bytes) { return std::hash<std::string_view>()(bytes); }

uint32_t units_of(uint32_t characters, uint32_t width, Encoding encoding) {
  if (encoding == Encoding::kUtf8) return characters * width;
  return encoding == Encoding::kUtf16 && width == 4 ? characters * 2 : characters;
}

}  // namespace

std::shared_ptr<const LineTable> LineTable::of(std::string_view bytes) {
  auto out = std::make_shared<LineTable>();
  out->size_ = static_cast<uint32_t>(bytes.size());
  out->hash_ = hash_of(bytes);
  uint32_t terminator = 0;
  constexpr size_t kUsualShare = 16;  // of the bytes
  std::string codes, runs;
  codes.reserve(bytes.size() / kUsualShare);
  for (uint32_t at = 0; at < bytes.size();) {
    const LineSpan line = line_at(bytes, at);
    const uint32_t ends = line.next - line.range.end;
    if (ends > 0) {
      if ((terminator != 0 && ends != terminator) || bytes[line.next - 1] != '\n') return nullptr;
      terminator = ends;
    }
    if (out->lines_ % kEvery == 0) out->marks_.push_back({at, static_cast<uint32_t>(codes.size())});
    const std::string_view whole = bytes.substr(at, line.next - at);
    const bool is_plain = is_ascii(whole);
    put_number(codes, static_cast<uint32_t>(whole.size()) << 1 | (is_plain ? 0 : 1));
    if (!is_plain) {
      put_runs(whole, runs);
      put_number(codes, static_cast<uint32_t>(runs.size()));
      codes += runs;
    }
    ++out->lines_;
    out->ends_line_ = ends > 0;
    at = line.next;
  }
  if (out->lines_ == 0 || out->ends_line_) ++out->lines_;
  out->terminator_ = std::max(terminator, 1u);
  out->marks_.shrink_to_fit();
  out->codes_ = codes;
  return out;
}

bool LineTable::is_of(std::string_view bytes) const {
  return bytes.size() == size_ && hash_of(bytes) == hash_;
}

// The first line from the mark on that `stop` is true of, or the last of all.
template <class Stop>
LineTable::Found LineTable::find(size_t mark, Stop stop) const {
  Found line;
  if (marks_.empty()) return line;
  line.number = static_cast<uint32_t>(mark) * kEvery;
  line.begin = marks_[mark].begin;
  const char* at = codes_.data() + marks_[mark].code;
  const char* const end = codes_.data() + codes_.size();
  for (;; ++line.number, line.begin += line.size) {
    const uint32_t code = take_number(at);
    line.size = code >> 1;
    line.runs = line.runs_end = nullptr;
    if (code & 1) {
      const uint32_t bytes = take_number(at);
      line.runs = at;
      line.runs_end = at += bytes;
    }
    if (stop(line) || at == end) return line;
  }
}

// REQUIRES: offset < size().
LineTable::Found LineTable::at_offset(uint32_t offset) const {
  const auto behind = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                       [](uint32_t o, const Mark& mark) { return o < mark.begin; });
  return find(static_cast<size_t>(behind - marks_.begin()) - 1,
              [&](const Found& line) { return offset < line.begin + line.size; });
}

// REQUIRES: the line has bytes.
LineTable::Found LineTable::at_line(uint32_t number) const {
  return find(number / kEvery, [&](const Found& line) { return line.number >= number; });
}

uint32_t LineTable::width_of_end(const Found& line) const {
  return line.begin + line.size < size_ || ends_line_ ? terminator_ : 0;
}

uint32_t LineTable::line_of(uint32_t offset) const {
  if (offset < size_) return at_offset(offset).number;
  return lines_ - 1;
}

Range LineTable::line(uint32_t number) const {
  if (size_ == 0 || number >= lines_ - (ends_line_ ? 1 : 0)) return {size_, size_};
  const Found line = at_line(number);
  return {line.begin, line.begin + line.size - width_of_end(line)};
}

std::pair<uint32_t, uint32_t> LineTable::position(uint32_t offset, Encoding encoding) const {
  if (size_ == 0 || (offset >= size_ && ends_line_)) return {lines_ - 1, 0};
  const Found line = at_offset(std::min(offset, size_ - 1));
  return {line.number, column(line, std::min(offset, size_), encoding)};
}

std::array<std::pair<uint32_t, uint32_t>, 2> LineTable::positions(Range range,
                                                                  Encoding encoding) const {
  if (range.end >= size_) return {position(range.begin, encoding), position(range.end, encoding)};
  const Found line = at_offset(range.begin);
  return {std::pair(line.number, column(line, range.begin, encoding)),
          range.end < line.begin + line.size
              ? std::pair(line.number, column(line, range.end, encoding))
              : position(range.end, encoding)};
}

// Of an offset in the line, or at the end of all.
uint32_t LineTable::column(const Found& line, uint32_t offset, Encoding encoding) const {
  uint32_t left = offset - line.begin;
  // Inside of what ends the line counts as before it.
  if (terminator_ == 2 && width_of_end(line) == 2) left = std::min(left, line.size - 2);
  if (!line.runs) return left;
  uint32_t column = 0;
  for (const char* at = line.runs; at < line.runs_end && left > 0;) {
    const uint32_t code = take_number(at), width = (code & 3) + 1;
    const uint32_t characters = std::min(code >> 2, left / width);
    column += units_of(characters, width, encoding);
    if (characters < code >> 2) break;
    left -= characters * width;
  }
  return column;
}

uint32_t LineTable::offset(uint32_t number, uint32_t column, Encoding encoding) const {
  const Range range = line(number);
  const uint32_t most = std::min(column, range.size());
  if (range.empty()) return range.begin;
  const Found found = at_line(number);
  if (!found.runs) return range.begin + most;
  uint32_t at = range.begin, left = most;
  for (const char* code_at = found.runs; code_at < found.runs_end && left > 0;) {
    const uint32_t code = take_number(code_at), width = (code & 3) + 1;
    const uint32_t wide = units_of(1, width, encoding);
    const uint32_t characters = std::min(code >> 2, left / wide);
    at += characters * width;
    if (characters < code >> 2) break;
    left -= characters * wide;
  }
  return std::min(at, range.end);
}

}  // namespace notes
