// The kinds of threads: the io thread, which owns everything that changes; the pool, which answers
// and sees only values and snapshots; those that read a vault, one beside the pool and one behind,
// which see the same.
// Callable from any thread. The Asio headers stay in work.cc.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace asio {
class io_context;
class thread_pool;
}  // namespace asio

namespace server {

class Work {
 public:
  explicit Work(asio::io_context& io, size_t threads = 0);  // 0: one a core
  ~Work();                                                  // waits for what the pool has begun

  void on_io(std::function<void()> work);
  void on_pool(std::function<void()> work);
  // For what a vault is read with: as many threads again, so that no request stands behind it.
  void on_readers(std::function<void()> work);
  // One after another, in the order given: reading files, so that the last look at a path is the
  // one that counts.
  void in_order(std::function<void()> work);
  // One after another, by a thread of its own that requests go before: what somebody waits for
  // while there is much to do in the background.
  void beside_pool(std::function<void()> work);
  // The same for what takes long, and may itself wait for a disk, a little at a time.
  void in_background(std::function<void()> work);

  size_t threads() const { return threads_; }  // of the pool, and readers
  asio::io_context& io() { return io_; }

 private:
  struct Pool;
  asio::io_context& io_;
  size_t threads_;
  std::unique_ptr<Pool> pool_;
};

}  // namespace server
