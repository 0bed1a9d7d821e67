#include "protocol/frame.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace protocol {
namespace {

constexpr FrameLimits kSmall{64, 100};

void take(FrameReader& reader, std::vector<std::string>& out) {
  while (const auto frame = reader.next()) {
    out.push_back(frame->trouble.empty() ? frame->body : "!" + frame->trouble);
  }
}

std::vector<std::string> read_whole(std::string_view bytes, FrameLimits limits) {
  FrameReader reader(limits);
  std::vector<std::string> out;
  reader.feed(bytes);
  take(reader, out);
  return out;
}

std::vector<std::string> read_bytewise(std::string_view bytes, FrameLimits limits) {
  FrameReader reader(limits);
  std::vector<std::string> out;
  for (const char& byte : bytes) {
    reader.feed({&byte, 1});
    take(reader, out);
  }
  return out;
}

// Bodies as they are, troubles with a `!` before them, however the bytes arrive.
void check(std::string_view bytes, const std::vector<std::string>& expected,
           FrameLimits limits = kSmall) {
  EXPECT_EQ(read_whole(bytes, limits), expected) << bytes;
  EXPECT_EQ(read_bytewise(bytes, limits), expected) << "byte by byte: " << bytes;
}

TEST(Frame, CutsBodiesOutOfTheStream) {
  check("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", {"{}", "[1]"});
  check(framed("{\"a\":1}") + framed("") + framed("x"), {"{\"a\":1}", "", "x"});
}

TEST(Frame, CountsBytesNotCharacters) { check("Content-Length: 6\r\n\r\n日本", {"日本"}); }

TEST(Frame, WaitsForTheWholeBody) { check("Content-Length: 3\r\n\r\n{}", {}); }

TEST(Frame, ReadsHeaderNamesInAnyCaseAndIgnoresOtherHeaders) {
  check("content-LENGTH:2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}",
        {"{}"}, {});
  check("Content-Type: x\r\nContent-Length:  2 \r\n\r\n{}", {"{}"});
}

TEST(Frame, AcceptsBareLineFeedsAndBlankLinesBetweenFrames) {
  check("Content-Length: 2\n\n{}\r\n\nContent-Length: 2\r\n\r\n[]", {"{}", "[]"});
}

TEST(Frame, AcceptsOneLengthSaidTwiceButNotTwoLengths) {
  check("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
  check("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" + framed("[]"),
        {"!two Content-Lengths differ", "[]"});
}

TEST(Frame, FindsTheNextHeaderAfterOneWithoutLength) {
  check("Content-Type: x\r\n\r\n{\"lost\":1}" + framed("[]"),
        {"!a header has no Content-Length", "[]"});
}

TEST(Frame, FindsTheNextHeaderAfterAMalformedLength) {
  for (const std::string length : {"-1", "x", "", "1.5", "0x10", "99999999999999999999999"}) {
    check("Content-Length: " + length + "\r\n\r\n{}" + framed("[]"),
          {"!Content-Length is not a length", "[]"});
  }
}

TEST(Frame, FindsTheHeaderAfterOtherText) {
  check("Starting up\nContent-Length: 2\r\n\r\n{}", {"!a header line is no field", "{}"});
  check("{\"no\":\"header\"}\n" + framed("[]"), {"!a header line is no field", "[]"});
}

TEST(Frame, SkipsABodyThatIsTooLong) {
  check(framed(std::string(101, 'x')) + framed("[]"), {"!a message is too long", "[]"});
  check(framed(std::string(100, 'x')), {std::string(100, 'x')});
}

TEST(Frame, IsNotMisledByAHeaderQuotedInALostBody) {
  check("X: y\r\n\r\n{\"t\":\"Content-Length: 2\\r\\n\\r\\n{}\"}" + framed("[]"),
        {"!a header has no Content-Length", "[]"});
}

TEST(Frame, LimitsTheHeader) {
  check(std::string(200, 'x') + framed("[]"), {"!a header is too long", "[]"});
}

TEST(Frame, SurvivesAnySplitOfAnything) {
  const std::vector<std::string> pieces = {"Content-Length",
                                           ":",
                                           " ",
                                           "2",
                                           "10",
                                           "\r\n",
                                           "\n",
                                           "\r",
                                           "{}",
                                           "Content-Length: 2\r\n\r\n{}",
                                           "x",
                                           std::string(70, 'y'),
                                           "-",
                                           "content-length: 1\n\n1"};
  std::mt19937 random(1);
  for (int round = 0; round < 1000; ++round) {
    std::string bytes;
    for (std::size_t left = random() % 12; left > 0; --left)
      bytes += pieces[random() % pieces.size()];
    FrameReader reader(kSmall);
    std::vector<std::string> out;
    for (std::string_view rest = bytes; !rest.empty();) {
      const std::size_t size = std::min<std::size_t>(1 + random() % 9, rest.size());
      reader.feed(rest.substr(0, size));
      rest.remove_prefix(size);
      take(reader, out);
    }
    ASSERT_EQ(out, read_whole(bytes, kSmall)) << bytes;
    ASSERT_EQ(read_bytewise(bytes, kSmall), read_whole(bytes, kSmall)) << bytes;
  }
}

TEST(Frame, ReadsOnAfterManyMessages) {
  FrameReader reader;
  std::vector<std::string> out;
  for (int i = 0; i < 200; ++i) {
    reader.feed(framed(std::string(5000, static_cast<char>('a' + i % 26))));
    take(reader, out);
  }
  ASSERT_EQ(out.size(), 200U);
  EXPECT_EQ(out.back(), std::string(5000, static_cast<char>('a' + 199 % 26)));
}

}  // namespace
}  // namespace protocol
