#include "protocol/reply.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace protocol {
namespace {

class ReplyTest : public testing::Test {
 protected:
  Reply<std::string> reply() {
    return Reply<std::string>(Answer(
        [this](Answer::Text text) { answers.push_back((text.ok ? "" : "!") + text.json.str()); },
        cancelled));
  }

  std::vector<std::string> answers;
  std::shared_ptr<std::atomic<bool>> cancelled = std::make_shared<std::atomic<bool>>(false);
};

TEST_F(ReplyTest, DeliversTheResult) {
  reply()("x");
  EXPECT_EQ(answers, std::vector<std::string>{"\"x\""});
}

TEST_F(ReplyTest, DeliversAnError) {
  reply().fail(ErrorCode::kRequestFailed, "no");
  reply().fail({ErrorCode::kServerCancelled, "later", RawJson{R"({"retriggerRequest":true})"}});
  EXPECT_EQ(answers,
            (std::vector<std::string>{
                R"(!{"code":-32803,"message":"no"})",
                R"(!{"code":-32802,"message":"later","data":{"retriggerRequest":true}})"}));
}

TEST_F(ReplyTest, AnswersOnlyOnce) {
  {
    auto once = reply();
    once("first");
    once("second");
    once.fail(ErrorCode::kRequestFailed, "third");
  }
  EXPECT_EQ(answers, std::vector<std::string>{"\"first\""});
}

TEST_F(ReplyTest, AnswersWhenDropped) {
  { const auto dropped = reply(); }
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_NE(answers[0].find("-32603"), std::string::npos);
}

TEST_F(ReplyTest, AnswersOnceHoweverOftenItMoves) {
  {
    auto first = reply();
    auto second = std::move(first);
    std::vector<Reply<std::string>> third;
    third.push_back(std::move(second));
    EXPECT_TRUE(answers.empty());
  }
  EXPECT_EQ(answers.size(), 1U);
}

TEST_F(ReplyTest, AnswersForTheReplyItReplaces) {
  auto kept = reply();
  kept = reply();
  EXPECT_EQ(answers.size(), 1U);
  kept("x");
  EXPECT_EQ(answers.size(), 2U);
}

TEST_F(ReplyTest, AnswersWhenItsHolderThrows) {
  EXPECT_THROW(
      {
        const auto held = reply();
        throw std::runtime_error("x");
      },
      std::runtime_error);
  EXPECT_EQ(answers.size(), 1U);
}

TEST_F(ReplyTest, KnowsWhetherItWasCancelled) {
  const auto asked = reply();
  EXPECT_FALSE(asked.cancelled());
  cancelled->store(true);
  EXPECT_TRUE(asked.cancelled());
}

}  // namespace
}  // namespace protocol
