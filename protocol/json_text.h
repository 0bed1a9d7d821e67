// JSON text in and out, safe against whatever the other side sends. Pure: any thread. Includes the
// JSON library; only sources that look into JSON include this.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace protocol {

using Json = nlohmann::json;

// The JSON library reads and destroys JSON without recursion, but copies and writes it with a stack
// frame a level, so what is deeper than this is refused.
inline constexpr std::size_t kMaxDepth = 256;

bool is_too_deep(std::string_view text);

// Tolerant of what editors really send: bytes that are not UTF-8 and half surrogate pairs
// (`"\ud83d"`, from an edit inside an emoji) are read as U+FFFD, which keeps the text's length in
// UTF-16. Nothing if `text` is not JSON. REQUIRES: where `text` is too deep, the result is neither
// copied nor written.
std::optional<Json> parse_any_json(std::string_view text);

// The same, and nothing if `text` is too deep.
std::optional<Json> parse_json(std::string_view text);

// Never throws for what `json` holds; bytes that are not UTF-8 become U+FFFD.
std::string dump(const Json& json);
// Appends a string as dump() writes it.
void append_quoted(std::string& out, std::string_view text);

}  // namespace protocol
