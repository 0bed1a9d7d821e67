// Work-done progress of one piece of work, told to a client that can show it and nobody else. Owned
// by the io thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "protocol/peer.h"
#include "protocol/types_workspace.h"

namespace server {

class Progress : public std::enable_shared_from_this<Progress> {
 public:
  // Asks the client for a token; what is said before it agrees is said then.
  static std::shared_ptr<Progress> begin(std::shared_ptr<protocol::Peer> peer, std::string token,
                                         std::string title);

  const std::string& token() const { return token_; }
  void report(size_t done, size_t all);
  void end(std::string message);

 private:
  Progress(std::shared_ptr<protocol::Peer> peer, std::string token, std::string title)
      : peer_(std::move(peer)), token_(std::move(token)), title_(std::move(title)) {}
  template <class Value>
  void say(Value value);

  std::shared_ptr<protocol::Peer> peer_;
  std::string token_;
  std::string title_;
  bool agreed_ = false;
  bool refused_ = false;
  std::string ended_;  // the last message, when the end came before the client's agreement
  uint32_t percentage_ = 0;
};

}  // namespace server
