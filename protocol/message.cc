#include "protocol/message.h"

#include <utility>

#include "protocol/fields.h"

namespace protocol {
namespace {

Message invalid(std::optional<Id> id, std::string why) {
  return Invalid{std::move(id), {ErrorCode::kInvalidRequest, std::move(why), {}}};
}

std::optional<Id> id_of(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto id = json.find("id");
  return id == json.end() ? std::nullopt : to_id(*id);
}

Error to_error(const Json& json) {
  Error error;
  if (const auto trouble = try_read(json, error)) {
    return {ErrorCode::kInternalError, "malformed error: " + *trouble, {}};
  }
  return error;
}

Message to_call(Json& json, std::optional<Id> id) {
  Json& method = json["method"];
  if (!method.is_string()) return invalid(std::move(id), "method is not a string");
  Json params;
  if (const auto found = json.find("params"); found != json.end()) params = std::move(*found);
  if (!params.is_structured() && !params.is_null()) {
    return invalid(std::move(id), "params are neither an object nor an array");
  }
  auto& name = method.get_ref<std::string&>();
  if (!json.contains("id")) return Notification{std::move(name), std::move(params)};
  if (!id) return invalid(std::nullopt, "the id is neither an integer nor a string");
  return Request{std::move(*id), std::move(name), std::move(params)};
}

Message to_message(Json& json) {
  if (!json.is_object()) return invalid(std::nullopt, "a message is an object");
  std::optional<Id> id = id_of(json);
  const auto version = json.find("jsonrpc");
  if (version == json.end() || *version != "2.0") {
    return invalid(std::move(id), "jsonrpc is not \"2.0\"");
  }
  if (json.contains("method")) return to_call(json, std::move(id));
  if (const auto error = json.find("error"); error != json.end() && !error->is_null()) {
    return Response{std::move(id), to_error(*error)};
  }
  if (const auto result = json.find("result"); result != json.end()) {
    return Response{std::move(id), std::move(*result)};
  }
  return invalid(std::move(id), "neither a call nor a response");
}

std::string id_text(const Id& id) {
  if (const auto* number = std::get_if<std::int64_t>(&id)) return std::to_string(*number);
  return dump(std::get<std::string>(id));
}

Outgoing response(std::string_view id, std::string_view outcome, LongText value) {
  Outgoing out{R"({"jsonrpc":"2.0","id":)", std::move(value)};
  out.opening.append(id).append(",\"").append(outcome).append("\":");
  out.rest.add("}");
  return out;
}

}  // namespace

std::optional<Id> to_id(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
  if (json.is_number_integer()) return json.get<std::int64_t>();
  return std::nullopt;
}

Body parse(std::string_view text) {
  Body body;
  std::optional<Json> json = parse_any_json(text);
  if (!json) {
    body.messages.push_back(Invalid{std::nullopt, {ErrorCode::kParseError, "not JSON", {}}});
  } else if (is_too_deep(text)) {
    body.messages.push_back(invalid(id_of(*json), "nested too deeply"));
  } else if (json->is_array() && !json->empty()) {
    body.batch = true;
    for (Json& element : *json) body.messages.push_back(to_message(element));
  } else {
    body.messages.push_back(to_message(*json));
  }
  return body;
}

Outgoing result_message(const Id& id, LongText result) {
  return response(id_text(id), "result", std::move(result));
}

Outgoing error_message(const std::optional<Id>& id, LongText error) {
  return response(id ? id_text(*id) : "null", "error", std::move(error));
}

std::string call_text(std::optional<std::int64_t> id, std::string_view method,
                      std::string_view params) {
  std::string text = R"({"jsonrpc":"2.0",)";
  if (id) text += "\"id\":" + std::to_string(*id) + ",";
  text += "\"method\":" + dump(Json(method));
  if (!params.empty()) text.append(",\"params\":").append(params);
  return text + "}";
}

}  // namespace protocol
