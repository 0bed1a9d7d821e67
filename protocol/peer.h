// One connected client, over a pair of file descriptors: stdio, a TCP or Unix socket, or a test's
// socketpair. Reads and frames what arrives, hands it to its router, and writes in order what is
// sent. When the input ends, or `close` is asked for, no more is read, but requests in flight are
// still answered and everything queued is written; then on_close is called, once. When writing
// fails nobody is left to answer, so it closes at once. Everything happens on the io thread; only a
// Reply is for other threads. The io_context must outlive the peer and every Reply; the process
// must ignore SIGPIPE.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "protocol/fields.h"
#include "protocol/router.h"

namespace asio {
class io_context;
}

namespace protocol {

template <class Result>
using Outcome = std::variant<Result, Error>;

class Peer : public std::enable_shared_from_this<Peer> {
 public:
  enum class Direction : char { kFromClient = 'c', kToClient = 's' };
  // Sees each message's text as it is read or queued.
  using Tap = std::function<void(Direction, std::string_view body)>;

  // Takes both descriptors, which must differ, and closes them.
  static std::shared_ptr<Peer> make(asio::io_context& io, int in, int out);
  ~Peer();
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  // Bind handlers and set callbacks before `start`.
  Router& router();
  void tap(Tap tap);
  // The input has ended or `close` was called: the owner should let go of replies it holds back, or
  // they hold up the close.
  void on_end(std::function<void()> callback);
  // Over: nothing is read or written any more. The owner may let go of the peer here.
  void on_close(std::function<void()> callback);

  void start();
  void close();

  template <NotificationMethod M>
  requires(!RequestMethod<M>) void notify(const typename M::Params& params) {
    send_notification(M::name, to_text(params));
  }

  // The callback gets the client's answer, or an error, also when the connection ends first. It may
  // be empty.
  template <RequestMethod M>
  void request(const typename M::Params& params,
               std::function<void(Outcome<typename M::Result>)> callback) {
    send_request(M::name, to_text(params),
                 [callback = std::move(callback)](const Json* result, const Error& error) {
                   if (!callback) return;
                   if (!result) return callback(error);
                   typename M::Result value{};
                   const auto trouble = try_read(*result, value);
                   if (trouble) return callback(Error{ErrorCode::kInternalError, *trouble, {}});
                   callback(std::move(value));
                 });
  }

 private:
  // A null result means the error.
  using Settled = std::function<void(const Json* result, const Error& error)>;
  struct Impl;

  Peer(asio::io_context& io, int in, int out);
  void send_notification(std::string_view method, std::string params);
  void send_request(std::string_view method, std::string params, Settled settled);

  std::unique_ptr<Impl> impl_;
};

}  // namespace protocol
