#include "protocol/reply.h"

namespace protocol {

Answer::Answer(Answer&& other) noexcept
    : deliver_(std::exchange(other.deliver_, nullptr)), cancelled_(std::move(other.cancelled_)) {}

Answer& Answer::operator=(Answer&& other) noexcept {
  if (this != &other) {
    abandon();
    deliver_ = std::exchange(other.deliver_, nullptr);
    cancelled_ = std::move(other.cancelled_);
  }
  return *this;
}

Answer::~Answer() { abandon(); }

void Answer::succeed(LongText result) { settle({true, std::move(result)}); }

void Answer::fail(const Error& error) { settle({false, to_text(error)}); }

void Answer::settle(Text text) {
  if (const Deliver deliver = std::exchange(deliver_, nullptr)) deliver(std::move(text));
}

void Answer::abandon() noexcept {
  if (!deliver_) return;
  try {
    fail({ErrorCode::kInternalError, "the request was dropped without an answer", {}});
  } catch (...) {
    // Only for want of memory, when there is no answering either.
  }
}

}  // namespace protocol
