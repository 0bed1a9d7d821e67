#include "protocol/record.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "protocol/sockets.h"

namespace protocol {
namespace {

TEST(Record, WritesOneMessageALine) {
  const TemporaryFolder folder;
  Recorder record(folder / "session.jsonl");
  record(Peer::Direction::kFromClient, "{\"a\":\n\r\n 1}");
  record(Peer::Direction::kToClient, "[\"\\n\"]");
  record(Peer::Direction::kFromClient, "{broken");
  std::ifstream file(folder / "session.jsonl");
  std::vector<Json> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(Json::parse(line));
  EXPECT_EQ(lines, (std::vector<Json>{{{"d", "c"}, {"m", {{"a", 1}}}},
                                      {{"d", "s"}, {"m", Json::array({"\n"})}},
                                      {{"d", "c"}, {"m", {{"framing", "not JSON"}}}}}));
}

TEST(Record, SaysThatItCannotWrite) {
  EXPECT_THROW(Recorder("/nowhere/at/all"), std::runtime_error);
}

}  // namespace
}  // namespace protocol
