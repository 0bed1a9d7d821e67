#include "protocol/json_text.h"

#include <algorithm>
#include <array>

namespace protocol {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEscapedReplacement = "\\ufffd";
constexpr std::size_t kEscapeSize = 6;  // of \uXXXX

struct Sequence {
  std::size_t size;
  bool valid;
};

// The UTF-8 sequence that starts `text`. A surrogate encoded as three bytes is one invalid
// sequence, so that it is replaced by one character; any other error is one byte long.
Sequence sequence_at_start(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {1, true};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {1, false};
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {1, false};
  }
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
  if (overlong || beyond) return {1, false};
  const bool surrogate = lead == 0xED && byte(1) > 0x9F;
  return {size, !surrogate};
}

// ASCII that a string holds as it is.
constexpr auto kStandsForItself = [] {
  std::array<bool, 256> out{};
  for (std::size_t c = 0x20; c < 0x80; ++c) out[c] = c != '"' && c != '\\';
  return out;
}();

enum class Surrogate { kNone, kHigh, kLow };

Surrogate surrogate_at_start(std::string_view text) {
  if (text.size() < kEscapeSize || text[0] != '\\' || text[1] != 'u') return Surrogate::kNone;
  if (text[2] != 'd' && text[2] != 'D') return Surrogate::kNone;
  if (std::string_view("89abAB").find(text[3]) != std::string_view::npos) return Surrogate::kHigh;
  if (std::string_view("cdefCDEF").find(text[3]) != std::string_view::npos) return Surrogate::kLow;
  return Surrogate::kNone;
}

// `text` with what is no Unicode replaced. Backslashes only stand in strings, so escapes need no
// more context than each other.
std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size() + kReplacement.size());
  while (!text.empty()) {
    std::size_t taken = 0;
    if (text[0] == '\\') {
      const Surrogate first = surrogate_at_start(text);
      if (first == Surrogate::kNone) {
        taken = std::min<std::size_t>(2, text.size());
        out += text.substr(0, taken);
      } else if (first == Surrogate::kHigh &&
                 surrogate_at_start(text.substr(kEscapeSize)) == Surrogate::kLow) {
        taken = 2 * kEscapeSize;
        out += text.substr(0, taken);
      } else {
        taken = kEscapeSize;
        out += kEscapedReplacement;
      }
    } else {
      const Sequence sequence = sequence_at_start(text);
      taken = sequence.size;
      out += sequence.valid ? text.substr(0, taken) : kReplacement;
    }
    text.remove_prefix(taken);
  }
  return out;
}

}  // namespace

bool is_too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

std::optional<Json> parse_any_json(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) json = Json::parse(repaired(text), nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

std::optional<Json> parse_json(std::string_view text) {
  if (is_too_deep(text)) return std::nullopt;
  return parse_any_json(text);
}

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (kStandsForItself[c]) {
      ++at;
      continue;
    }
    const Sequence sequence = sequence_at_start(text.substr(at));
    if (c >= 0x80 && sequence.valid) {
      at += sequence.size;
      continue;
    }
    out += text.substr(done, at - done);
    if (c >= 0x80) {
      out += kReplacement;
    } else if (c == '"' || c == '\\') {
      (out += '\\') += static_cast<char>(c);
    } else if (const auto known = std::string_view("\b\t\n\f\r").find(static_cast<char>(c));
               known != std::string_view::npos) {
      (out += '\\') += "btnfr"[known];
    } else {
      out += "\\u00";
      (out += kHex[c >> 4]) += kHex[c & 15];
    }
    done = at += sequence.size;
  }
  out += text.substr(done);
  out += '"';
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace protocol
