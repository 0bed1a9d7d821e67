#include "progress.h"

#include "protocol/methods.h"

namespace server {

std::shared_ptr<Progress> Progress::begin(std::shared_ptr<protocol::Peer> peer, std::string token,
                                          std::string title) {
  std::shared_ptr<Progress> out(new Progress(std::move(peer), std::move(token), std::move(title)));
  out->peer_->request<protocol::methods::WorkDoneProgressCreate>(
      {out->token_}, [out](const auto& outcome) {
        if (std::holds_alternative<protocol::Error>(outcome)) {
          out->refused_ = true;
          return;
        }
        out->agreed_ = true;
        protocol::WorkDoneProgressBegin begin;
        begin.title = out->title_;
        begin.cancellable = true;
        begin.percentage = out->percentage_;
        out->say(begin);
        if (!out->ended_.empty()) out->say(protocol::WorkDoneProgressEnd{"end", out->ended_});
      });
  return out;
}

template <class Value>
void Progress::say(Value value) {
  peer_->notify<protocol::methods::Progress>({token_, std::move(value)});
}

void Progress::report(size_t done, size_t all) {
  const uint32_t percentage = all == 0 ? 100 : static_cast<uint32_t>(done * 100 / all);
  if (percentage == percentage_) return;
  percentage_ = percentage;
  if (!agreed_ || refused_) return;
  protocol::WorkDoneProgressReport report;
  report.message = std::to_string(done) + " of " + std::to_string(all) + " notes";
  report.percentage = percentage;
  say(report);
}

void Progress::end(std::string message) {
  ended_ = std::move(message);
  if (agreed_ && !refused_) say(protocol::WorkDoneProgressEnd{"end", ended_});
}

}  // namespace server
