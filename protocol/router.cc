#include "protocol/router.h"

#include <cstdint>
#include <exception>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "protocol/message.h"
#include "protocol/methods.h"

namespace protocol {
namespace {

// The answers to a batch wait for each other and leave as one array.
struct Batch {
  std::size_t unanswered = 0;
  std::string answers{};
};

// A request that is not answered yet.
struct Flight {
  Id id;
  std::shared_ptr<std::atomic<bool>> cancelled;
  std::shared_ptr<Batch> batch;  // null outside of batches
  bool initializes = false;
};

enum class Season { kBeforeInitialize, kInitializing, kRunning, kShutDown };

std::optional<Error> out_of_season(Season season, std::string_view method) {
  const bool initializes = method == methods::Initialize::name;
  if (season == Season::kShutDown) {
    return Error{ErrorCode::kInvalidRequest, "the server is shut down", {}};
  }
  if (initializes && season != Season::kBeforeInitialize) {
    return Error{ErrorCode::kInvalidRequest, "initialize was already asked", {}};
  }
  if (!initializes && season != Season::kRunning) {
    return Error{ErrorCode::kServerNotInitialized, "the server is not initialized", {}};
  }
  return std::nullopt;
}

}  // namespace

struct Router::State : std::enable_shared_from_this<Router::State> {
  State(Send send_to, Post post_to) : send(std::move(send_to)), post(std::move(post_to)) {}

  void receive(std::string_view text);
  void call(Request request, const std::shared_ptr<Batch>& batch);
  void call(Notification notification);
  void cancel(const Json& params);
  Answer make_answer(Id id, const std::shared_ptr<Batch>& batch, bool initializes);
  void land(std::uint64_t number, Answer::Text text);
  void respond(const std::shared_ptr<Batch>& batch, Outgoing message);
  void refuse(const std::shared_ptr<Batch>& batch, const std::optional<Id>& id, const Error& error);
  void say(std::string sentence);

  template <class Work>
  void guarded(std::string_view what, Work work);

  Send send;
  Post post;
  Trouble trouble;
  std::function<void(Response)> on_response;
  std::unordered_map<std::string_view, RequestHandler> requests;  // keyed by methods' own names
  std::unordered_map<std::string_view, NotificationHandler> notifications;
  Season season = Season::kBeforeInitialize;
  // A flight has a number of its own, because a client may use the id of a cancelled request again
  // while the work on it still runs; that work's answer must not become the new request's.
  std::unordered_map<std::uint64_t, Flight> flights;
  std::map<Id, std::uint64_t> numbers;
  std::uint64_t last_number = 0;
};

void Router::State::receive(std::string_view text) {
  Body body = parse(text);
  std::shared_ptr<Batch> batch;
  if (body.batch) {
    batch = std::make_shared<Batch>();
    for (const Message& message : body.messages) {
      const bool answered =
          std::holds_alternative<Request>(message) || std::holds_alternative<Invalid>(message);
      batch->unanswered += answered ? 1 : 0;
    }
  }
  for (Message& message : body.messages) {
    if (auto* request = std::get_if<Request>(&message)) {
      call(std::move(*request), batch);
    } else if (auto* notification = std::get_if<Notification>(&message)) {
      call(std::move(*notification));
    } else if (auto* response = std::get_if<Response>(&message)) {
      guarded("a response", [&] {
        if (on_response) on_response(std::move(*response));
      });
    } else {
      const auto& invalid = std::get<Invalid>(message);
      say("invalid message: " + invalid.error.message);
      refuse(batch, invalid.id, invalid.error);
    }
  }
}

void Router::State::call(Request request, const std::shared_ptr<Batch>& batch) {
  if (const auto error = out_of_season(season, request.method)) {
    return refuse(batch, request.id, *error);
  }
  if (numbers.contains(request.id)) {
    return refuse(batch, request.id,
                  {ErrorCode::kInvalidRequest, "a request with this id is still unanswered", {}});
  }
  const auto handler = requests.find(request.method);
  if (handler == requests.end()) {
    return refuse(batch, request.id,
                  {ErrorCode::kMethodNotFound, "unknown method: " + request.method, {}});
  }
  const bool initializes = request.method == methods::Initialize::name;
  if (initializes) season = Season::kInitializing;
  if (request.method == methods::Shutdown::name) season = Season::kShutDown;
  guarded(handler->first, [&] {
    handler->second(request.params, make_answer(std::move(request.id), batch, initializes));
  });
}

void Router::State::call(Notification notification) {
  if (notification.method == methods::CancelRequest::name) return cancel(notification.params);
  if (season != Season::kRunning && notification.method != methods::Exit::name) return;
  const auto handler = notifications.find(notification.method);
  if (handler == notifications.end()) {
    if (!notification.method.starts_with("$/")) say("ignored notification " + notification.method);
    return;
  }
  guarded(handler->first, [&] { handler->second(notification.params); });
}

void Router::State::cancel(const Json& params) {
  const auto id = params.is_object() ? params.find("id") : params.end();
  if (id == params.end()) return;
  const auto key = to_id(*id);
  const auto number = key ? numbers.find(*key) : numbers.end();
  if (number == numbers.end()) return;
  flights.at(number->second).cancelled->store(true, std::memory_order_relaxed);
  land(number->second,
       {false, to_text(Error{ErrorCode::kRequestCancelled, "cancelled by the client", {}})});
}

Answer Router::State::make_answer(Id id, const std::shared_ptr<Batch>& batch, bool initializes) {
  const std::uint64_t number = ++last_number;
  auto cancelled = std::make_shared<std::atomic<bool>>(false);
  numbers.emplace(id, number);
  flights.emplace(number, Flight{std::move(id), cancelled, batch, initializes});
  Answer::Deliver deliver = [post = post, router = weak_from_this(), number](Answer::Text text) {
    post([router, number, text = std::move(text)]() mutable {
      if (const auto state = router.lock()) state->land(number, std::move(text));
    });
  };
  return Answer(std::move(deliver), std::move(cancelled));
}

// The first text that arrives for a flight is its answer; what arrives later finds it gone.
void Router::State::land(std::uint64_t number, Answer::Text text) {
  const auto found = flights.find(number);
  if (found == flights.end()) return;
  const Flight flight = std::move(found->second);
  flights.erase(found);
  numbers.erase(flight.id);
  if (flight.initializes && season == Season::kInitializing) {
    season = text.ok ? Season::kRunning : Season::kBeforeInitialize;
  }
  respond(flight.batch, text.ok ? result_message(flight.id, std::move(text.json))
                                : error_message(flight.id, std::move(text.json)));
}

void Router::State::respond(const std::shared_ptr<Batch>& batch, Outgoing message) {
  if (!batch) return send(std::move(message));
  batch->answers += (batch->answers.empty() ? "[" : ",") + message.text();
  if (--batch->unanswered == 0) send({std::move(batch->answers), std::string("]")});
}

void Router::State::refuse(const std::shared_ptr<Batch>& batch, const std::optional<Id>& id,
                           const Error& error) {
  respond(batch, error_message(id, to_text(error)));
}

void Router::State::say(std::string sentence) {
  if (trouble) trouble(sentence);
}

// A handler that throws has dropped its Reply by then, and that has answered.
template <class Work>
void Router::State::guarded(std::string_view what, Work work) {
  try {
    work();
  } catch (const std::exception& error) {
    say(std::string(what) + ": " + error.what());
  } catch (...) {
    say(std::string(what) + ": unknown exception");
  }
}

Router::Router(Send send, Post post)
    : state_(std::make_shared<State>(std::move(send), std::move(post))) {}

Router::~Router() = default;

void Router::on_trouble(Trouble trouble) { state_->trouble = std::move(trouble); }

void Router::on_response(std::function<void(Response)> handler) {
  state_->on_response = std::move(handler);
}

void Router::receive(std::string_view body) { state_->receive(body); }

void Router::receive_malformed(std::string_view trouble) {
  const Error error{ErrorCode::kParseError, std::string(trouble), {}};
  state_->say("malformed message: " + error.message);
  state_->refuse(nullptr, std::nullopt, error);
}

std::size_t Router::in_flight() const { return state_->flights.size(); }

bool Router::was_shut_down() const { return state_->season == Season::kShutDown; }

void Router::add_request(std::string_view method, RequestHandler handler) {
  state_->requests.insert_or_assign(method, std::move(handler));
}

void Router::add_notification(std::string_view method, NotificationHandler handler) {
  state_->notifications.insert_or_assign(method, std::move(handler));
}

}  // namespace protocol
