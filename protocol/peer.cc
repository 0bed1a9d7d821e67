#include "protocol/peer.h"

#include <array>
#include <asio/buffer.hpp>
#include <asio/dispatch.hpp>
#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <asio/write.hpp>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "protocol/frame.h"
#include "protocol/message.h"

namespace protocol {

// The only line that ties peers to POSIX; elsewhere Asio has stream handles with the same face.
// Asio lets a descriptor that epoll refuses (a regular file, /dev/null) through, since reading one
// never waits.
using Stream = asio::posix::stream_descriptor;

struct Peer::Impl {
  Impl(asio::io_context& context, int in_descriptor, int out_descriptor)
      : io(context),
        in(context, in_descriptor),
        out(context, out_descriptor),
        stay(asio::make_work_guard(context)),
        router(
            [this](Outgoing message) { send(std::move(message)); },
            [&context](std::function<void()> work) { asio::dispatch(context, std::move(work)); }) {
    router.on_response([this](const Response& response) { settle(response); });
  }

  void read();
  void take_frames();
  void end();
  void send(Outgoing message);
  void write();
  void finish_if_done();
  void finish();
  void settle(const Response& response);

  asio::io_context& io;
  Stream in;
  Stream out;
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> stay;  // until closed
  Router router;
  FrameReader frames{};
  std::array<char, std::size_t{64} << 10> chunk{};
  std::deque<Outgoing> queue{};  // framed; the front is being written
  bool ended = false;            // nothing more is read
  bool closed = false;           // nor written
  Tap tap{};
  std::function<void()> on_end{};
  std::function<void()> on_close{};
  std::unordered_map<std::int64_t, Settled> asked{};  // of the client, by id
  std::int64_t last_id = 0;
  std::weak_ptr<Peer> self{};
};

// Every pending operation holds the peer, so that `this` lives until it has completed.
void Peer::Impl::read() {
  in.async_read_some(asio::buffer(chunk),
                     [this, peer = self.lock()](std::error_code error, std::size_t size) {
                       if (ended) return;
                       frames.feed({chunk.data(), size});
                       take_frames();
                       if (error) end();
                       if (!ended) read();
                     });
}

void Peer::Impl::take_frames() {
  while (!ended) {
    const std::optional<Frame> frame = frames.next();
    if (!frame) return;
    if (!frame->trouble.empty()) {
      router.receive_malformed(frame->trouble);
      continue;
    }
    if (tap) tap(Direction::kFromClient, frame->body);
    router.receive(frame->body);
  }
}

// Callbacks are posted, never called from within a handler: their owner may destroy the handler in
// them.
void Peer::Impl::end() {
  if (ended) return;
  ended = true;
  std::error_code ignored;
  in.cancel(ignored);
  asio::post(io, [this, peer = self.lock()] {
    if (on_end) on_end();
    finish_if_done();
  });
}

void Peer::Impl::send(Outgoing message) {
  if (closed) return;
  if (tap) tap(Direction::kToClient, message.text());
  message.opening.insert(0, header_of(message.opening.size() + message.rest.size()));
  queue.push_back(std::move(message));
  if (queue.size() == 1) write();
}

void Peer::Impl::write() {
  std::vector<asio::const_buffer> buffers{asio::buffer(queue.front().opening)};
  for (const LongText::Piece& piece : queue.front().rest.pieces())
    buffers.push_back(asio::buffer(*piece));
  // As much at once as Asio lets, which is sixteen pieces, and not in parts of 64 KiB.
  const auto at_once = [](std::error_code error, std::size_t) {
    return error ? std::size_t{0} : std::size_t{1} << 20;
  };
  asio::async_write(out, buffers, at_once,
                    [this, peer = self.lock()](std::error_code error, std::size_t) {
                      if (closed) return;
                      if (error) return finish();
                      queue.pop_front();
                      queue.empty() ? finish_if_done() : write();
                    });
}

void Peer::Impl::finish_if_done() {
  if (ended && queue.empty() && router.in_flight() == 0) finish();
}

void Peer::Impl::finish() {
  if (closed) return;
  ended = closed = true;
  std::error_code ignored;
  in.close(ignored);
  out.close(ignored);
  asio::post(io, [this, peer = self.lock()] {
    const Error gone{ErrorCode::kServerCancelled, "the connection is closed", {}};
    for (const auto& [id, settled] : std::exchange(asked, {})) settled(nullptr, gone);
    if (const auto callback = std::exchange(on_close, nullptr)) callback();
    stay.reset();
  });
}

void Peer::Impl::settle(const Response& response) {
  const auto* id = response.id ? std::get_if<std::int64_t>(&*response.id) : nullptr;
  auto found = id ? asked.extract(*id) : decltype(asked)::node_type();
  if (found.empty()) return;
  if (const auto* error = std::get_if<Error>(&response.outcome)) {
    found.mapped()(nullptr, *error);
  } else {
    found.mapped()(&std::get<Json>(response.outcome), {});
  }
}

std::shared_ptr<Peer> Peer::make(asio::io_context& io, int in, int out) {
  std::shared_ptr<Peer> peer(new Peer(io, in, out));
  peer->impl_->self = peer;
  return peer;
}

Peer::Peer(asio::io_context& io, int in, int out) : impl_(std::make_unique<Impl>(io, in, out)) {}

Peer::~Peer() = default;

Router& Peer::router() { return impl_->router; }
void Peer::tap(Tap tap) { impl_->tap = std::move(tap); }
void Peer::on_end(std::function<void()> callback) { impl_->on_end = std::move(callback); }
void Peer::on_close(std::function<void()> callback) { impl_->on_close = std::move(callback); }
void Peer::start() { impl_->read(); }
void Peer::close() { impl_->end(); }

void Peer::send_notification(std::string_view method, std::string params) {
  impl_->send({call_text(std::nullopt, method, params), {}});
}

void Peer::send_request(std::string_view method, std::string params, Settled settled) {
  if (impl_->closed) return settled(nullptr, {ErrorCode::kServerCancelled, "closed", {}});
  const std::int64_t id = ++impl_->last_id;
  impl_->asked.emplace(id, std::move(settled));
  impl_->send({call_text(id, method, params), {}});
}

}  // namespace protocol
