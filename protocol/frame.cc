#include "protocol/frame.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace protocol {
namespace {

constexpr std::string_view kLengthField = "content-length";
// A length line is shorter than this wherever one is looked for in the middle of something else.
constexpr std::size_t kLengthLine = 64;
constexpr std::size_t kCompactFrom = std::size_t{64} << 10;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool starts_with_field(std::string_view text, std::string_view lower_name) {
  return text.size() >= lower_name.size() &&
         std::equal(lower_name.begin(), lower_name.end(), text.begin(), [](char want, char got) {
           return want == std::tolower(static_cast<unsigned char>(got));
         });
}

bool is_field_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c == '-' || c == '_' || std::isalnum(static_cast<unsigned char>(c));
  });
}

std::optional<std::size_t> parse_length(std::string_view digits) {
  std::size_t length = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, length);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return length;
}

enum class Match { kYes, kNo, kNeedsMore };

// Whether `text` starts with a complete Content-Length line. Such a line cannot stand inside a JSON
// body: JSON strings hold no raw line ends.
Match match_length_line(std::string_view text) {
  const std::string_view window = text.substr(0, kLengthLine);
  const Match at_end = window.size() < kLengthLine ? Match::kNeedsMore : Match::kNo;
  const std::size_t known = std::min(window.size(), kLengthField.size());
  if (!starts_with_field(window, kLengthField.substr(0, known))) return Match::kNo;
  const std::string_view value = window.substr(known);
  if (value.empty()) return at_end;
  if (value[0] != ':') return Match::kNo;
  const std::size_t line_end = value.find('\n');
  const std::string_view digits = trimmed(value.substr(1, line_end - 1));
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return Match::kNo;
  if (line_end == std::string_view::npos) return at_end;
  return digits.empty() ? Match::kNo : Match::kYes;
}

struct Header {
  std::optional<std::size_t> length;
  std::string trouble;
  bool is_header = true;  // rather than other text, in which a header may yet be found
};

Header parse_header(std::string_view block) {
  Header header;
  while (!block.empty()) {
    const std::size_t line_end = block.find('\n');
    const std::string_view line = trimmed(block.substr(0, line_end));
    block.remove_prefix(line_end == std::string_view::npos ? block.size() : line_end + 1);
    if (line.empty()) continue;
    const std::size_t colon = line.find(':');
    const std::string_view name = trimmed(line.substr(0, colon));
    if (colon == std::string_view::npos || !is_field_name(name)) {
      return {{}, "a header line is no field", false};
    }
    if (name.size() != kLengthField.size() || !starts_with_field(name, kLengthField)) continue;
    const auto length = parse_length(trimmed(line.substr(colon + 1)));
    if (!length) return {{}, "Content-Length is not a length"};
    if (header.length && *header.length != *length) return {{}, "two Content-Lengths differ"};
    header.length = length;
  }
  if (!header.length) header.trouble = "a header has no Content-Length";
  return header;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
  if (start_ > kCompactFrom && start_ > buffer_.size() / 2) {
    buffer_.erase(0, start_);
    start_ = 0;
  }
  buffer_.append(bytes);
}

std::optional<Frame> FrameReader::next() {
  if (state_ == State::kLost) find_header();
  if (state_ == State::kHeader) {
    if (std::optional<Frame> trouble = read_header()) return trouble;
  }
  return state_ == State::kBody ? read_body() : std::nullopt;
}

// Moves on to the body, or says what is wrong with the header.
std::optional<Frame> FrameReader::read_header() {
  // Some clients end a body with a line end of their own.
  while (!rest().empty() && (rest()[0] == '\n' || rest().substr(0, 2) == "\r\n")) {
    drop(rest()[0] == '\n' ? 1 : 2);
  }
  const std::string_view text = rest();
  std::size_t end = std::string_view::npos;
  for (std::size_t line_end = text.find('\n', scanned_); line_end != std::string_view::npos;
       line_end = text.find('\n', line_end + 1)) {
    const std::string_view after = text.substr(line_end + 1, 2);
    if (after.substr(0, 1) == "\n" || after == "\r\n") {
      end = line_end + 1 + (after[0] == '\n' ? 1 : 2);
      break;
    }
  }
  if (std::min(end, text.size()) > limits_.header) return lose("a header is too long", 1);
  if (end == std::string_view::npos) {
    scanned_ = text.size() < 3 ? 0 : text.size() - 3;  // the blank line may have begun
    return std::nullopt;
  }
  const Header header = parse_header(text.substr(0, end));
  if (!header.trouble.empty()) return lose(header.trouble, header.is_header ? end : 1);
  if (*header.length > limits_.body) return lose("a message is too long", end);
  drop(end);
  length_ = *header.length;
  state_ = State::kBody;
  return std::nullopt;
}

std::optional<Frame> FrameReader::read_body() {
  if (rest().size() < length_) return std::nullopt;
  Frame frame{std::string(rest().substr(0, length_)), {}};
  drop(length_);
  state_ = State::kHeader;
  return frame;
}

void FrameReader::find_header() {
  const std::string_view text = rest();
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const Match match = match_length_line(text.substr(at));
    if (match == Match::kYes) state_ = State::kHeader;
    if (match != Match::kNo) break;
  }
  drop(at);
}

Frame FrameReader::lose(std::string trouble, std::size_t count) {
  drop(count);
  state_ = State::kLost;
  return {{}, std::move(trouble)};
}

void FrameReader::drop(std::size_t count) {
  start_ += count;
  scanned_ = 0;
}

std::string_view FrameReader::rest() const { return std::string_view(buffer_).substr(start_); }

std::string header_of(std::size_t body_size) {
  return "Content-Length: " + std::to_string(body_size) + "\r\n\r\n";
}

std::string framed(std::string_view body) { return header_of(body.size()).append(body); }

}  // namespace protocol
