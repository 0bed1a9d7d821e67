#include "loader.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <atomic>
#include <filesystem>
#include <functional>
#include <future>

#include "notes/observed.h"

namespace server {
namespace {

namespace fs = std::filesystem;

// In memory, and counts how often a file's bytes are asked for.
class CountingDisk final : public notes::Disk {
 public:
  notes::MemoryDisk memory;
  mutable std::atomic<int> reads{0};

  std::vector<std::string> list(const std::string& root,
                                const notes::Reading& reading) const override {
    return memory.list(root, reading);
  }
  std::optional<std::string> read(const std::string& path, notes::Stamp* stamp) const override {
    ++reads;
    return memory.read(path, stamp);
  }
  std::optional<std::string> read_part(const std::string& path, notes::Range part,
                                       const notes::Stamp& as) const override {
    return memory.read_part(path, part, as);
  }
  bool exists(const std::string& path) const override { return memory.exists(path); }
  // A file that `touched` names has another stamp than its bytes had.
  std::optional<notes::Stamp> stamp(const std::string& path) const override {
    auto stamp = memory.stamp(path);
    if (stamp && path == touched) ++stamp->time;
    return stamp;
  }
  int64_t now() const override { return memory.now(); }

  std::string touched;
};

class Loading : public testing::Test {
 protected:
  Loading() {
    fs::remove_all(folder);
    for (int i = 0; i < 200; ++i)
      disk->memory.files["/v/" + std::to_string(i) + ".md"] =
          "# [Work number " + std::to_string(i) + " of many](https://arxiv.org/abs/2409.19606)\n";
  }
  ~Loading() override { fs::remove_all(folder); }

  // Loads all, as a server that has just been started, and shows what came.
  std::string load(const std::string& cache) {
    asio::io_context io;
    asio::executor_work_guard<asio::io_context::executor_type> stay{io.get_executor()};
    Work work{io};
    const auto loader = std::make_shared<Loader>(work, disk, cache);
    std::string seen;
    bool is_over = false, is_kept = cache.empty();
    auto reading = std::make_shared<notes::Reading>();
    reading->root = "/v";
    disk->reads = 0;
    loader->load({{"/v", reading}},
                 {[&](auto notes, size_t, size_t) {
                    for (const auto& note : notes)
                      seen += note->path() + "\n" + observed::show(*note) + "\n";
                  },
                  [&](size_t, bool) { is_over = true; }, [&] { is_kept = true; }});
    while (!is_over || !is_kept) io.run_one();
    return seen;
  }

  std::string folder = testing::TempDir() + "papernotes-loader-" + std::to_string(getpid());
  std::shared_ptr<CountingDisk> disk = std::make_shared<CountingDisk>();
};

TEST_F(Loading, ReadsNoFileAgainThatHasNotChanged) {
  const std::string first = load(folder);
  EXPECT_EQ(disk->reads, 200);
  EXPECT_EQ(load(folder), first);
  EXPECT_EQ(disk->reads, 0);
  EXPECT_EQ(load(""), first);
  EXPECT_EQ(disk->reads, 200);
}

TEST_F(Loading, SeesEveryChangeMadeMeanwhile) {
  load(folder);
  disk->memory.files["/v/7.md"] += "#Tag\n";
  disk->memory.files["/v/new.md"] = "# [A new work](https://arxiv.org/abs/2409.19607)\n";
  disk->memory.files.erase("/v/8.md");
  EXPECT_EQ(load(folder), load(""));
  load(folder);
  EXPECT_EQ(disk->reads, 0);
}

TEST_F(Loading, ComparesTheBytesOfAFileThatWasTouched) {
  const std::string first = load(folder);
  disk->touched = "/v/9.md";
  EXPECT_EQ(load(folder), first);
  EXPECT_EQ(disk->reads, 1);
}

TEST_F(Loading, NeedsNoCache) {
  const std::string first = load("");
  EXPECT_EQ(load("/dev/null/nowhere"), first);
}

TEST_F(Loading, ReadsNoFurtherThanWhatHasArrivedMayBeJoined) {
  constexpr int kFiles = 10'000;
  for (int i = 0; i < kFiles; ++i) disk->memory.files["/v/more" + std::to_string(i) + ".md"] = "-";
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> stay{io.get_executor()};
  Work work{io, 1};
  const auto loader = std::make_shared<Loader>(work, disk, "");
  size_t arrived = 0;
  bool is_over = false;
  loader->load({{"/v", std::make_shared<notes::Reading>()}},
               {[&](auto notes, size_t, size_t) { arrived += notes.size(); },
                [&](size_t, bool) { is_over = true; },
                {}});
  io.run_one();  // they are listed
  // Long enough for all of them, if nothing else is waited for.
  std::promise<void> hopped;
  std::function<void(int)> hop = [&](int left) {
    left == 0 ? hopped.set_value() : work.on_readers([&hop, left] { hop(left - 1); });
  };
  hop(kFiles);
  hopped.get_future().wait();
  EXPECT_GT(disk->reads, 0);
  EXPECT_LT(disk->reads, kFiles / 2);
  while (!is_over) io.run_one();
  EXPECT_EQ(arrived, kFiles + 200u);
}

}  // namespace
}  // namespace server
