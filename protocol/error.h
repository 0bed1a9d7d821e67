// What can go wrong with a call, in the words of JSON-RPC and LSP. A value; any thread may hold
// one.
#pragma once

#include <optional>
#include <string>

#include "protocol/raw_json.h"

namespace protocol {

enum class ErrorCode : int {
  kParseError = -32700,
  kInvalidRequest = -32600,
  kMethodNotFound = -32601,
  kInvalidParams = -32602,
  kInternalError = -32603,
  kServerNotInitialized = -32002,
  kRequestCancelled = -32800,
  kContentModified = -32801,
  kServerCancelled = -32802,
  kRequestFailed = -32803,
};

struct Error {
  ErrorCode code = ErrorCode::kInternalError;
  std::string message{};
  std::optional<RawJson> data{};

  void fields(auto& io) {
    io("code", code);
    io("message", message);
    io("data", data);
  }
};

}  // namespace protocol
