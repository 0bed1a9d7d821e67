// Ends with the editor: an editor that crashes cannot say goodbye, so the server watches its
// process. POSIX; the only file that knows how. Used on the io thread.
#pragma once

#include <functional>
#include <memory>

namespace asio {
class io_context;
}

namespace server {

class ParentWatch {
 public:
  // Calls `gone` once when the process is no more, also when it is not there to begin with. Costs
  // no wake-ups where the system can tell (Linux 5.3); else it looks every few seconds.
  ParentWatch(asio::io_context& io, int process_id, std::function<void()> gone);
  ~ParentWatch();

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace server
