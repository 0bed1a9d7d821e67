#include "protocol/message.h"

#include <gtest/gtest.h>

namespace protocol {
namespace {

std::string say(const std::optional<Id>& id) {
  if (!id) return "null";
  if (const auto* number = std::get_if<std::int64_t>(&*id)) return std::to_string(*number);
  return "'" + std::get<std::string>(*id) + "'";
}

std::string say(const Message& message) {
  if (const auto* request = std::get_if<Request>(&message)) {
    return "request " + say(request->id) + " " + request->method + " " + dump(request->params);
  }
  if (const auto* notification = std::get_if<Notification>(&message)) {
    return "notification " + notification->method + " " + dump(notification->params);
  }
  if (const auto* response = std::get_if<Response>(&message)) {
    const auto* error = std::get_if<Error>(&response->outcome);
    return "response " + say(response->id) + " " +
           (error ? std::to_string(static_cast<int>(error->code)) + " " + error->message
                  : dump(std::get<Json>(response->outcome)));
  }
  const auto& invalid = std::get<Invalid>(message);
  return "invalid " + say(invalid.id) + " " + std::to_string(static_cast<int>(invalid.error.code));
}

void check(std::string_view text, const std::vector<std::string>& expected, bool batch = false) {
  const Body body = parse(text);
  std::vector<std::string> got;
  for (const Message& message : body.messages) got.push_back(say(message));
  EXPECT_EQ(got, expected) << text.substr(0, 200);
  EXPECT_EQ(body.batch, batch) << text.substr(0, 200);
}

TEST(Message, TellsTheFourKindsApart) {
  check(R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1}})", {"request 1 m {\"a\":1}"});
  check(R"({"jsonrpc":"2.0","id":"x","method":"m"})", {"request 'x' m null"});
  check(R"({"jsonrpc":"2.0","id":-7,"method":"m","params":[]})", {"request -7 m []"});
  check(R"({"jsonrpc":"2.0","method":"m","params":null})", {"notification m null"});
  check(R"({"jsonrpc":"2.0","id":3,"result":null})", {"response 3 null"});
  check(R"({"jsonrpc":"2.0","id":3,"error":{"code":-5,"message":"no"}})", {"response 3 -5 no"});
  check(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no"}})",
        {"response null -32700 no"});
  check(R"({"jsonrpc":"2.0","id":3,"error":[1]})",
        {"response 3 -32603 malformed error: expected an object, got array"});
}

TEST(Message, AnswersWhatIsNotJsonWithAParseError) {
  for (const char* text : {"", "{", "nonsense", "{\"jsonrpc\":\"2.0\",}", "\xFF\xFE", "[1,"}) {
    check(text, {"invalid null -32700"});
  }
}

TEST(Message, AnswersJsonThatIsNoMessageAsInvalid) {
  for (const char* text :
       {"1", "null", "\"x\"", "[]", "{}", R"({"jsonrpc":"2.0"})", R"({"jsonrpc":"2.0","method":5})",
        R"({"method":"m"})", R"({"jsonrpc":"2.0","method":"m","params":5})"}) {
    check(text, {"invalid null -32600"});
  }
}

TEST(Message, KeepsTheIdOfAnInvalidRequestWhereItCanBeTold) {
  for (const char* text :
       {R"({"id":9,"method":"m"})", R"({"jsonrpc":"1.0","id":9,"method":"m"})",
        R"({"jsonrpc":"2.0","id":9,"method":null})",
        R"({"jsonrpc":"2.0","id":9,"method":"m","params":"p"})", R"({"jsonrpc":"2.0","id":9})"}) {
    check(text, {"invalid 9 -32600"});
  }
}

TEST(Message, RefusesIdsThatAreNeitherIntegerNorString) {
  for (const char* id : {"null", "1.5", "1.0", "true", "[1]", "{}", "18446744073709551615"}) {
    check(R"({"jsonrpc":"2.0","method":"m","id":)" + std::string(id) + "}",
          {"invalid null -32600"});
  }
  check(R"({"jsonrpc":"2.0","method":"m","id":9223372036854775807})",
        {"request 9223372036854775807 m null"});
}

TEST(Message, TakesBatchesApart) {
  check(R"([{"jsonrpc":"2.0","id":1,"method":"a"},7,{"jsonrpc":"2.0","method":"b"}])",
        {"request 1 a null", "invalid null -32600", "notification b null"}, true);
}

TEST(Message, SurvivesDeepNesting) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  check(deep, {"invalid null -32600"});
  check(std::string(100000, '['), {"invalid null -32700"});
  check(R"({"jsonrpc":"2.0","id":4,"method":"m","params":)" + deep + "}", {"invalid 4 -32600"});
}

TEST(Message, WritesResponsesAndCalls) {
  EXPECT_EQ(result_message(Id(1), std::string("[2]")).text(),
            R"({"jsonrpc":"2.0","id":1,"result":[2]})");
  EXPECT_EQ(result_message(Id("a\"b"), std::string("null")).text(),
            R"({"jsonrpc":"2.0","id":"a\"b","result":null})");
  EXPECT_EQ(error_message(std::nullopt, std::string("{}")).text(),
            R"({"jsonrpc":"2.0","id":null,"error":{}})");
  EXPECT_EQ(call_text(3, "m", "{}"), R"({"jsonrpc":"2.0","id":3,"method":"m","params":{}})");
  EXPECT_EQ(call_text(std::nullopt, "n", ""), R"({"jsonrpc":"2.0","method":"n"})");
}

}  // namespace
}  // namespace protocol
