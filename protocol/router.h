// Takes what the client calls to the handler bound to it, and sees to it that every request is
// answered exactly once, whatever the client sends: unknown methods, wrong params, calls out of
// season, duplicate ids, cancellation, handlers that throw. A method that is bound is advertised;
// what is not bound is not. Owned by the io thread: every function is called there, and handlers
// run there. Only a Reply leaves it. It knows nothing of sockets, so a test drives it with two
// lambdas.
#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "protocol/fields.h"
#include "protocol/reply.h"
#include "protocol/types_init.h"

namespace protocol {

struct Outgoing;
struct Response;

template <class M>
concept NotificationMethod = requires {
  typename M::Params;
  { M::name } -> std::convertible_to<std::string_view>;
};
template <class M>
concept RequestMethod = NotificationMethod<M> && requires {
  typename M::Result;
};
template <class M>
concept AdvertisedMethod = requires(ServerCapabilities& server) {
  M::advertise(server);
};

class Router {
 public:
  using Send = std::function<void(Outgoing message)>;  // queues it to the client
  using Post =
      std::function<void(std::function<void()> work)>;  // from any thread, runs on the io thread
  using Trouble = std::function<void(std::string_view sentence)>;

  Router(Send send, Post post);
  ~Router();
  Router(const Router&) = delete;
  Router& operator=(const Router&) = delete;

  template <RequestMethod M>
  void on_request(std::function<void(typename M::Params, Reply<typename M::Result>)> handler) {
    advertise<M>();
    add_request(M::name, [handler = std::move(handler)](const Json& json, Answer answer) {
      typename M::Params params{};
      if (const auto trouble = try_read(json, params)) {
        return answer.fail({ErrorCode::kInvalidParams, std::string(M::name) + ": " + *trouble, {}});
      }
      handler(std::move(params), Reply<typename M::Result>(std::move(answer)));
    });
  }

  template <NotificationMethod M>
  requires(!RequestMethod<M>) void on_notification(
      std::function<void(typename M::Params)> handler) {
    advertise<M>();
    add_notification(M::name, [handler = std::move(handler)](const Json& json) {
      typename M::Params params{};
      read_json(json, params);
      handler(std::move(params));
    });
  }

  // What the bindings made so far promise; the answer to initialize starts from it.
  const ServerCapabilities& capabilities() const { return capabilities_; }

  // Called with a sentence worth logging whenever something had to be dropped or refused.
  void on_trouble(Trouble trouble);
  void on_response(std::function<void(Response)> handler);

  void receive(std::string_view body);
  // Says to the client that bytes arrived which are no message.
  void receive_malformed(std::string_view trouble);

  std::size_t in_flight() const;
  // Whether shutdown was asked for: `exit` then means success.
  bool was_shut_down() const;

 private:
  using RequestHandler = std::function<void(const Json&, Answer)>;
  using NotificationHandler = std::function<void(const Json&)>;
  struct State;

  template <class M>
  void advertise() {
    if constexpr (AdvertisedMethod<M>) M::advertise(capabilities_);
  }
  void add_request(std::string_view method, RequestHandler handler);
  void add_notification(std::string_view method, NotificationHandler handler);

  ServerCapabilities capabilities_;
  std::shared_ptr<State> state_;  // answers that arrive after the router is gone find nobody
};

}  // namespace protocol
