#include "notes/text.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>
#include <limits>
#include <utility>

#include "notes/find.h"
#include "notes/lines.h"
#include "notes/sixteen.h"
#include "notes/unicode.h"

namespace notes {
namespace {

bool continues(char byte) { return (byte & 0xC0) == 0x80; }

// Back to where the character begins that `offset` may be inside of.
uint32_t snapped(std::string_view bytes, uint32_t offset) {
  while (offset > 0 && offset < bytes.size() && continues(bytes[offset])) --offset;
  return offset;
}

// Units in whole characters: a character is one, and in UTF-16 four bytes are two. A line may be
// the whole of a large file, so eight bytes are counted at once: their highest bits say what they
// are.
uint32_t units(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::kUtf8) return static_cast<uint32_t>(bytes.size());
  constexpr uint64_t kHighest = 0x8080808080808080;
  int inner = 0, astral = 0;  // bytes that go on, and those that start four
  const auto count = [&](uint64_t eight) {
    inner += std::popcount(eight & ~(eight << 1) & kHighest);
    astral += std::popcount(eight & eight << 1 & eight << 2 & eight << 3 & kHighest);
  };
  size_t at = 0;
  for (uint64_t eight; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    count(eight);
  }
  uint64_t rest = 0;
  std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
  count(rest);
  const auto characters = static_cast<uint32_t>(bytes.size()) - static_cast<uint32_t>(inner);
  return encoding == Encoding::kUtf16 ? characters + static_cast<uint32_t>(astral) : characters;
}

bool ends_in_terminator(std::string_view bytes) {
  return bytes.ends_with('\n') || bytes.ends_with('\r');
}

}  // namespace

uint32_t utf16_units(std::string_view bytes) { return units(bytes, Encoding::kUtf16); }

Text::Piece::Piece(std::string text)
    : bytes(std::move(text)), ends_line(ends_in_terminator(bytes)) {
  starts.reserve(count_of<'\n'>(bytes) + 1);
  starts.push_back(0);
  for (uint32_t at = line_at(bytes, 0).next; at < bytes.size(); at = line_at(bytes, at).next)
    starts.push_back(at);
  constexpr uint32_t kEvery = 1024;
  for (size_t line = 0; line < starts.size(); ++line) {
    const uint32_t begin = starts[line];
    const auto end =
        line + 1 < starts.size() ? starts[line + 1] : static_cast<uint32_t>(bytes.size());
    if (end - begin < 2 * kEvery) continue;
    Mark last{begin, 0, 0};
    for (uint32_t at = begin + kEvery; at < end; at += kEvery) {
      const uint32_t next = snapped(bytes, at);
      const std::string_view between = std::string_view(bytes).substr(last.at, next - last.at);
      last = {next, last.utf16 + units(between, Encoding::kUtf16),
              last.characters + units(between, Encoding::kUtf32)};
      marks.push_back(last);
    }
  }
}

uint32_t Text::Piece::column(uint32_t line_start, uint32_t at, Encoding encoding) const {
  if (encoding == Encoding::kUtf8) return at - line_start;
  uint32_t from = line_start, before = 0;
  const auto behind = std::upper_bound(marks.begin(), marks.end(), at,
                                       [](uint32_t o, const Mark& mark) { return o < mark.at; });
  if (behind != marks.begin() && behind[-1].at > line_start) {
    from = behind[-1].at;
    before = encoding == Encoding::kUtf16 ? behind[-1].utf16 : behind[-1].characters;
  }
  return before + units(std::string_view(bytes).substr(from, at - from), encoding);
}

Text::Text(std::string bytes) {
  bytes = valid_utf8(std::move(bytes));
  constexpr uint32_t kLargest = std::numeric_limits<uint32_t>::max();
  if (bytes.size() > kLargest) bytes.resize(snapped(bytes, kLargest));
  append(std::make_shared<const Piece>(std::move(bytes)));
  seal();
}

std::optional<Text> Text::at_rest() const {
  if (rest_) return *this;
  std::shared_ptr<const LineTable> table = LineTable::of(bytes());
  if (!table) return std::nullopt;
  return at_rest(std::move(table));
}

Text Text::at_rest(std::shared_ptr<const LineTable> lines) {
  static const auto nothing = std::make_shared<const Piece>(std::string());
  Text out{Empty()};
  out.append(nothing);
  out.size_ = lines->size();
  out.lines_ = lines->line_count();
  out.rest_ = std::move(lines);
  return out;
}

bool Text::says_the_same(const Text& other) const {
  if (size_ != other.size_) return false;
  if (rest_ && other.rest_) return rest_->is_of_what(*other.rest_);
  if (rest_) return rest_->is_of(other.bytes());
  return other.rest_ ? other.rest_->is_of(bytes()) : bytes() == other.bytes();
}

bool Text::has_crlf() const {
  return rest_ ? rest_->has_crlf() : bytes().find("\r\n") != std::string_view::npos;
}

void Text::append(std::shared_ptr<const Piece> piece) {
  const uint32_t begin = size_, line = lines_;
  size_ += static_cast<uint32_t>(piece->bytes.size());
  lines_ += static_cast<uint32_t>(piece->starts.size());
  held_.push_back({std::move(piece), begin, line});
}

void Text::seal() {
  if (held_.back().piece->ends_line) ++lines_;
  if (held_.size() > 1) whole_ = std::make_shared<Whole>();
}

size_t Text::piece_at(uint32_t offset) const {
  const auto after =
      std::upper_bound(held_.begin() + 1, held_.end(), offset,
                       [](uint32_t at, const Held& held) { return at < held.begin; });
  return static_cast<size_t>(after - held_.begin()) - 1;
}

const Text::Held& Text::held_at(uint32_t offset) const { return held_[piece_at(offset)]; }

std::string_view Text::bytes() const {
  if (held_.size() == 1) return held_.front().piece->bytes;
  const std::string* made = whole_->made.load(std::memory_order_acquire);
  if (made) return *made;
  const auto* fresh = new std::string(copy({0, size_}));
  if (whole_->made.compare_exchange_strong(made, fresh, std::memory_order_acq_rel)) return *fresh;
  delete fresh;  // another thread was faster
  return *made;
}

std::string_view Text::slice(Range range) const {
  if (rest_) return {};
  const uint32_t begin = std::min(range.begin, size_);
  const uint32_t end = std::clamp(range.end, begin, size_);
  const Held& held = held_at(begin);
  const std::string_view piece = held.piece->bytes;
  if (end - held.begin > piece.size()) return bytes().substr(begin, end - begin);
  return piece.substr(begin - held.begin, end - begin);
}

std::string Text::copy(Range range) const {
  if (rest_) return {};
  const uint32_t begin = std::min(range.begin, size_);
  const uint32_t end = std::clamp(range.end, begin, size_);
  std::string out;
  out.reserve(end - begin);
  for (size_t i = piece_at(begin); i < held_.size() && held_[i].begin < end; ++i) {
    const uint32_t from = std::max(begin, held_[i].begin) - held_[i].begin;
    out += std::string_view(held_[i].piece->bytes).substr(from, end - held_[i].begin - from);
  }
  return out;
}

bool Text::contains(std::string_view words) const {
  return std::any_of(held_.begin(), held_.end(), [&](const Held& held) {
    return notes::find(held.piece->bytes, words) != std::string::npos;
  });
}

bool Text::is_blank() const {
  return std::all_of(held_.begin(), held_.end(),
                     [](const Held& held) { return trim(held.piece->bytes).empty(); });
}

uint32_t Text::line_of(uint32_t offset) const {
  if (rest_) return rest_->line_of(offset);
  if (offset >= size_ && held_.back().piece->ends_line) return lines_ - 1;
  const Held& held = held_at(offset);
  const std::vector<uint32_t>& starts = held.piece->starts;
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset - held.begin);
  return held.first_line + static_cast<uint32_t>(after - starts.begin()) - 1;
}

uint32_t Text::start_of(uint32_t line) const {
  if (line >= held_.back().first_line + held_.back().piece->starts.size()) return size_;
  const auto after =
      std::upper_bound(held_.begin() + 1, held_.end(), line,
                       [](uint32_t at, const Held& held) { return at < held.first_line; });
  const Held& held = *(after - 1);
  return held.begin + held.piece->starts[line - held.first_line];
}

Range Text::line(uint32_t number) const {
  if (rest_) return rest_->line(number);
  const uint32_t begin = start_of(number);
  if (number + 1 >= lines_) return {begin, size_};
  // A line and what ends it are in one piece.
  const std::string_view whole = slice({begin, start_of(number + 1)});
  const uint32_t marks = whole.ends_with("\r\n") ? 2 : 1;
  return {begin, begin + static_cast<uint32_t>(whole.size()) - marks};
}

Position Text::position(uint32_t offset, Encoding encoding) const {
  if (rest_) {
    const auto [line, column] = rest_->position(offset, encoding);
    return {line, column};
  }
  offset = std::min(offset, size_);
  const Held& held = held_at(offset);
  const std::string_view bytes = held.piece->bytes;
  uint32_t at = snapped(bytes, offset - held.begin);
  if (at > 0 && at < bytes.size() && bytes[at - 1] == '\r' && bytes[at] == '\n') --at;
  if (held.begin + at >= size_ && held_.back().piece->ends_line) return {lines_ - 1, 0};
  const std::vector<uint32_t>& starts = held.piece->starts;
  const auto line = std::upper_bound(starts.begin(), starts.end(), at) - 1;
  return {held.first_line + static_cast<uint32_t>(line - starts.begin()),
          held.piece->column(*line, at, encoding)};
}

std::pair<Position, Position> Text::positions(Range range, Encoding encoding) const {
  if (rest_) {
    const auto [begin, end] = rest_->positions(range, encoding);
    return {{begin.first, begin.second}, {end.first, end.second}};
  }
  const Position begin = position(range.begin, encoding);
  const Held& held = held_at(range.begin);
  const uint32_t at = range.begin - held.begin;
  const std::string_view inside =
      std::string_view(held.piece->bytes)
          .substr(std::min<size_t>(at, held.piece->bytes.size()), range.size());
  const bool is_whole = inside.size() == range.size() && !inside.empty() &&
                        !continues(inside.front()) && range.end < size_ &&
                        !continues(slice({range.end, range.end + 1}).front());
  if (!is_whole || line_end(inside, 0) < inside.size())
    return {begin, position(range.end, encoding)};
  return {begin, {begin.line, begin.column + units(inside, encoding)}};
}

void Text::prefetch() const {
  __builtin_prefetch(held_.data());
  if (!rest_) return;
  const auto* table = reinterpret_cast<const char*>(rest_.get());
  __builtin_prefetch(table);
  __builtin_prefetch(table + sizeof(LineTable) - 1);
}

void Text::prefetch(uint32_t offset) const {
  if (rest_) rest_->prefetch(offset);
}

uint32_t Text::offset(Position position, Encoding encoding) const {
  if (rest_) return rest_->offset(position.line, position.column, encoding);
  const Range range = line(position.line);
  const std::string_view bytes = slice(range);
  const uint32_t column = std::min(position.column, range.size());
  if (encoding == Encoding::kUtf8) return range.begin + snapped(bytes, column);
  if (is_ascii(bytes.substr(0, column))) return range.begin + column;
  uint32_t at = 0;
  for (uint32_t left = column; left > 0 && at < bytes.size();) {
    const Character next = character_at(bytes, at);
    const uint32_t wide = encoding == Encoding::kUtf16 && next.size == 4 ? 2 : 1;
    if (wide > left) break;
    left -= wide;
    at += next.size;
  }
  return range.begin + at;
}

Text Text::replaced(Range range, std::string_view with) const {
  auto [begin, end] = std::minmax({std::min(range.begin, size_), std::min(range.end, size_)});
  begin = held_at(begin).begin + snapped(held_at(begin).piece->bytes, begin - held_at(begin).begin);
  end = held_at(end).begin + snapped(held_at(end).piece->bytes, end - held_at(end).begin);
  const std::string middle = valid_utf8(std::string(with));
  const uint64_t whole = uint64_t{size_} - (end - begin) + middle.size();
  if (whole > std::numeric_limits<uint32_t>::max())
    return Text(copy({0, begin}) + middle + copy({end, size_}));

  // With the piece before, whose last CR may get an LF, and the one behind, which may lose what
  // made it begin a line.
  const size_t first = piece_at(begin > 0 ? begin - 1 : 0), last = piece_at(end);
  const uint32_t behind = last + 1 < held_.size() ? held_[last + 1].begin : size_;
  std::string joined;
  joined.reserve(begin - held_[first].begin + middle.size() + (behind - end));
  joined.append(copy({held_[first].begin, begin})).append(middle).append(copy({end, behind}));
  Text out{Empty()};
  out.held_.reserve(held_.size());
  for (size_t i = 0; i < first; ++i) out.append(held_[i].piece);
  out.append(std::make_shared<const Piece>(std::move(joined)));
  for (size_t i = last + 1; i < held_.size(); ++i) out.append(held_[i].piece);
  out.seal();
  return out;
}

void Text::cut(Range range, std::span<const uint32_t> inside) {
  const size_t first = piece_at(range.begin);
  const size_t last = piece_at(range.end) + 1;  // the first piece that stays behind
  std::vector<uint32_t> begins = {held_[first].begin};
  if (begins.back() < range.begin) begins.push_back(range.begin);
  begins.insert(begins.end(), inside.begin(), inside.end());
  if (range.end < size_ && begins.back() < range.end) begins.push_back(range.end);

  const uint32_t end = last < held_.size() ? held_[last].begin : size_;
  std::vector<Held> made;
  made.reserve(begins.size());
  uint32_t line = held_[first].first_line;
  for (size_t i = 0; i < begins.size(); ++i) {
    const Range piece{begins[i], i + 1 < begins.size() ? begins[i + 1] : end};
    const Held& held = held_at(piece.begin);
    const bool stays = held.begin == piece.begin && held.piece->bytes.size() == piece.size();
    made.push_back(
        {stays ? held.piece : std::make_shared<const Piece>(copy(piece)), piece.begin, line});
    line += static_cast<uint32_t>(made.back().piece->starts.size());
  }
  const auto at = held_.erase(held_.begin() + static_cast<std::ptrdiff_t>(first),
                              held_.begin() + static_cast<std::ptrdiff_t>(last));
  held_.insert(at, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
  if (held_.size() > 1 && !whole_) whole_ = std::make_shared<Whole>();
}

}  // namespace notes
