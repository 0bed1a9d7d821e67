// `papernotes lsp`: finds its clients in one of four ways and serves them until they are gone. Runs
// on the thread that calls it, which becomes the io thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace server {

struct ServeOptions {
  std::string listen;  // HOST:PORT or unix:PATH; empty: not
  bool allow_remote = false;
  std::optional<uint16_t> socket;     // connect to this port of this machine
  std::string pipe;                   // connect to this Unix socket
  std::optional<int> client_process;  // end with it
  bool cache = true;                  // keep what was understood of notes for the next time
  std::string record;                 // write the session down; empty: not
};

// The exit code: 0 after `shutdown` and `exit`, or when told to stop; 1 when the client just went
// away, or it never came.
int serve(const ServeOptions& options);

}  // namespace server
