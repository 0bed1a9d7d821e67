// Writes down a session, one JSON object {"d": "c" or "s", "m": message} a line, so that it can be
// checked or replayed later. Meant as a peer's tap; used on the io thread.
#pragma once

#include <fstream>
#include <string>

#include "protocol/peer.h"

namespace protocol {

class Recorder {
 public:
  // Throws std::runtime_error if the file cannot be written.
  explicit Recorder(const std::string& path);

  void operator()(Peer::Direction direction, std::string_view body);

 private:
  std::ofstream file_;
};

}  // namespace protocol
