// The one answer that a request gets. A Reply is moved along with the work; whoever holds it last
// answers, from any thread, and if nobody does its destructor answers InternalError, so that no
// request waits forever. Only the first answer counts, and none counts after the client has
// cancelled: the io thread, which owns the table of requests in flight, decides.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "protocol/error.h"
#include "protocol/fields.h"

namespace protocol {

// What a Reply is without its type. Move-only; one thread at a time.
class Answer {
 public:
  // What is delivered: the text of a result, or of an error.
  struct Text {
    bool ok;
    LongText json;
  };
  using Deliver = std::function<void(Text)>;  // must be callable from any thread

  Answer(Deliver deliver, std::shared_ptr<const std::atomic<bool>> cancelled)
      : deliver_(std::move(deliver)), cancelled_(std::move(cancelled)) {}
  Answer(Answer&& other) noexcept;
  Answer& operator=(Answer&& other) noexcept;
  ~Answer();

  void succeed(LongText result);
  void fail(const Error& error);
  bool cancelled() const { return cancelled_ && cancelled_->load(std::memory_order_relaxed); }

 private:
  void settle(Text text);
  void abandon() noexcept;

  Deliver deliver_;  // empty once answered or moved from
  std::shared_ptr<const std::atomic<bool>> cancelled_;
};

template <class Result>
class Reply {
 public:
  explicit Reply(Answer answer) : answer_(std::move(answer)) {}

  // Converts on the calling thread, so that a large result costs the io thread nothing.
  void operator()(Result result) { answer_.succeed(to_text_of(std::move(result))); }
  void fail(ErrorCode code, std::string message) { answer_.fail({code, std::move(message), {}}); }
  void fail(const Error& error) { answer_.fail(error); }

  // Whether the client no longer wants it; long work looks now and then, and drops the Reply.
  bool cancelled() const { return answer_.cancelled(); }

 private:
  Answer answer_;
};

}  // namespace protocol
