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
#include "protocol/json_text.h"
#include "protocol/long_text.h"

namespace protocol {

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
  std::optional<Id> id;  // null where the other side could not read what it answers
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

Body parse(std::string_view text);

// The id that `json` is, if it is one: an integer or a string.
std::optional<Id> to_id(const Json& json);

// A message to the other side, in parts, so that an answer of megabytes is not copied to stand
// behind what comes before it.
struct Outgoing {
  std::string opening;
  LongText rest;

  std::string text() const { return opening + rest.str(); }
};

// A response. `result` and `error` are JSON already; an unknown id is null.
Outgoing result_message(const Id& id, LongText result);
Outgoing error_message(const std::optional<Id>& id, LongText error);

// The text of a call to the other side; `params` is JSON already. Without an id it is a
// notification.
std::string call_text(std::optional<std::int64_t> id, std::string_view method,
                      std::string_view params);

}  // namespace protocol
