#include "work.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <algorithm>
#include <array>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/strand.hpp>
#include <asio/thread_pool.hpp>
#include <exception>
#include <string>
#include <thread>

#include "log.h"

namespace server {

struct Work::Pool {
  explicit Pool(size_t count) : threads(count), readers(count), order(asio::make_strand(threads)) {}

  asio::thread_pool threads, readers;
  asio::strand<asio::thread_pool::executor_type> order;
  asio::thread_pool beside{1};
  asio::thread_pool background{1};

  std::array<asio::thread_pool*, 4> all() { return {&threads, &readers, &beside, &background}; }
};

Work::Work(asio::io_context& io, size_t threads)
    : io_(io),
      threads_(threads != 0 ? threads : std::max(2u, std::thread::hardware_concurrency())),
      pool_(std::make_unique<Pool>(threads_)) {}

Work::~Work() {
  for (asio::thread_pool* threads : pool_->all()) threads->stop();
  for (asio::thread_pool* threads : pool_->all()) threads->join();
}

namespace {

// The one catch at the edge of every thread. What a request held answers for itself as it is let
// go.
auto guarded(std::function<void()> work) {
  return [work = std::move(work)] {
    try {
      work();
    } catch (const std::exception& error) {
      log_error(std::string("something that should never fail did: ") + error.what());
    }
  };
}

// The thread, and none of the others: Linux gives each its own priority. Once is enough.
void step_back() {
#ifdef __linux__
  constexpr int kBehind = 10;
  thread_local const int done = ::setpriority(PRIO_PROCESS, 0, kBehind);
  static_cast<void>(done);
#endif
}

auto behind_others(std::function<void()> work) {
  return [work = guarded(std::move(work))] {
    step_back();
    work();
  };
}

}  // namespace

void Work::on_io(std::function<void()> work) { asio::post(io_, guarded(std::move(work))); }
void Work::on_pool(std::function<void()> work) {
  asio::post(pool_->threads, guarded(std::move(work)));
}
void Work::on_readers(std::function<void()> work) {
  asio::post(pool_->readers, guarded(std::move(work)));
}
void Work::beside_pool(std::function<void()> work) {
  asio::post(pool_->beside, behind_others(std::move(work)));
}
void Work::in_background(std::function<void()> work) {
  asio::post(pool_->background, behind_others(std::move(work)));
}
void Work::in_order(std::function<void()> work) {
  asio::post(pool_->order, guarded(std::move(work)));
}

}  // namespace server
