#include "title_keeper.h"

#include <gtest/gtest.h>

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>

#include "notes/title_index.h"

namespace server {
namespace {

constexpr const char* kNote = "file:///v/a.md";
constexpr size_t kMany = 2001;

std::string entries(size_t count, const std::string& word) {
  std::string out;
  for (size_t i = 0; i < count; ++i)
    out += "## [Paper Note] " + word + " " + std::to_string(i) + ", Ana Lind+, arXiv'24\n\n";
  return out;
}

struct Bench {
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> stay{io.get_executor()};
  Work work{io, 1};
  Documents documents;
  std::shared_ptr<TitleKeeper> keeper = std::make_shared<TitleKeeper>(work, documents);

  const notes::TitleIndex* titles() { return documents.view().vault->titles(); }
  void run_until(const std::function<bool()>& done) {
    while (!done()) io.run_one();
  }
  // All that was to be done before, on the pool or in the background, is done, and has arrived.
  void settle() {
    bool is_over = false;
    work.on_pool([&] { work.in_background([&] { work.on_io([&is_over] { is_over = true; }); }); });
    run_until([&] { return is_over; });
  }
  void type(const std::string& text) {  // into the first title
    Documents::Touched touched;
    documents.change(kNote, 1, {{{{{0, 20}, {0, 20}}}, text}}, touched);
    keeper->follow();
  }
};

TEST(TitleKeeper, MakesAnIndexWhereThereAreMany) {
  Bench bench;
  bench.documents.open(kNote, 1, entries(5, "Few"));
  bench.keeper->make();
  bench.settle();
  EXPECT_EQ(bench.titles(), nullptr);
  bench.documents.open(kNote, 2, entries(kMany, "Many"));
  bench.keeper->make();
  bench.settle();
  ASSERT_NE(bench.titles(), nullptr);
  EXPECT_EQ(bench.titles()->size(), kMany);
}

TEST(TitleKeeper, MakesItAnewWhenMuchIsOther) {
  Bench bench;
  bench.documents.open(kNote, 1, entries(kMany, "Before"));
  bench.keeper->make();
  bench.settle();
  for (int i = 0; i < 200; ++i) bench.type("x");
  EXPECT_EQ(bench.titles()->size(), kMany);  // one entry is little
  bench.documents.open(kNote, 2, entries(kMany + 500, "After"));
  for (int i = 0; i < 64; ++i) bench.type("x");
  bench.run_until([&] { return bench.titles()->size() == kMany + 500; });
}

TEST(TitleKeeper, TakesNothingThatComesTooLate) {
  Bench bench;
  bench.documents.open(kNote, 1, entries(kMany, "Many"));
  bench.keeper->make();
  bench.keeper->forget();
  bench.settle();
  EXPECT_EQ(bench.titles(), nullptr);
}

}  // namespace
}  // namespace server
