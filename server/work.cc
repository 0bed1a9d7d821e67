#include "work.h"

#include <algorithm>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/strand.hpp>
#include <asio/thread_pool.hpp>
#include <thread>

namespace server {

struct Work::Pool {
  explicit Pool(size_t threads) : threads(threads), order(asio::make_strand(this->threads)) {}

  asio::thread_pool threads;
  asio::strand<asio::thread_pool::executor_type> order;
};

Work::Work(asio::io_context& io, size_t threads)
    : io_(io),
      threads_(threads != 0 ? threads : std::max(2u, std::thread::hardware_concurrency())),
      pool_(std::make_unique<Pool>(threads_)) {}

Work::~Work() {
  pool_->threads.stop();
  pool_->threads.join();
}

void Work::on_io(std::function<void()> work) { asio::post(io_, std::move(work)); }
void Work::on_pool(std::function<void()> work) { asio::post(pool_->threads, std::move(work)); }
void Work::in_order(std::function<void()> work) { asio::post(pool_->order, std::move(work)); }

}  // namespace server
