// A JSON-RPC message, and how a body of text becomes messages. Whatever the text is, something
// comes out: what cannot be understood comes out as Invalid, which says how to answer it. Pure: any
// thread. Includes the JSON library; only sources that look into messages include this.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/error.h"

namespace protocol {

using Json = nlohmann::json;
using Id = std::variant<std::int64_t, std::string>;

struct Request {
  Id id;
  std::string method;
  Json params;  // null where there are none
};

struct Notification {
  std::string method;
  Json params;  // null where there are none
};

struct Response {
  Id id;
  std::variant<Json, Error> outcome;
};

struct Invalid {
  std::optional<Id> id;  // where it could be told
  Error error;
};

using Message = std::variant<Request, Notification, Response, Invalid>;

struct Body {
  std::vector<Message> messages;
  bool batch = false;  // the answers belong into one array
};

// Deeper JSON is refused: the JSON library reads it without recursion, but copies and writes it
// with one stack frame a level.
inline constexpr std::size_t kMaxDepth = 256;

Body parse(std::string_view text);

// Like the JSON library's, but tolerant of what editors really send: bytes that are not UTF-8 and
// half surrogate pairs
// (`"\ud83d"`, from an edit inside an emoji) are read as U+FFFD, which keeps the text's length in
// UTF-16. Nothing if `text` is not JSON or is too deep.
std::optional<Json> parse_json(std::string_view text);

// Never throws; bytes that are not UTF-8 become U+FFFD.
std::string dump(const Json& json);

// The text of a response. `result` is JSON already; an unknown id is null.
std::string response_text(const std::optional<Id>& id, std::string_view result);
std::string response_text(const std::optional<Id>& id, const Error& error);

// The text of a call to the other side; `params` is JSON already. Without an id it is a
// notification.
std::string call_text(const std::optional<Id>& id, std::string_view method,
                      std::string_view params);

}  // namespace protocol
