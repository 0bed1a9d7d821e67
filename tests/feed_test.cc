#include "feed.h"

#include <gtest/gtest.h>

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <future>

namespace server {
namespace {

constexpr const char* kNote =
    "## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25\n#Architecture\n"
    "https://arxiv.org/abs/2409.19606\n";

std::string text(const protocol::PublishDiagnosticsParams& told) {
  return std::get<protocol::RawJson>(told.diagnostics).text;
}

struct Bench {
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> stay{io.get_executor()};
  Work work{io, 2};
  std::shared_ptr<Checker> checker = std::make_shared<Checker>(work);
  Documents documents;
  std::vector<protocol::PublishDiagnosticsParams> told;
  std::shared_ptr<Feed> feed = std::make_shared<Feed>(
      work, documents, checker,
      [this](protocol::PublishDiagnosticsParams params) { told.push_back(std::move(params)); });

  Bench() {
    feed->set_delay(std::chrono::milliseconds(0));
    documents.open("file:///v/a.md", 1, kNote);
    documents.open("file:///v/b.md", 1, kNote);
  }
  void run_until(const std::function<bool()>& done) {
    while (!done()) io.run_one();
  }
};

TEST(Feed, TellsOfWhatIsOpenBeforeTheFirstLookIsOver) {
  Bench bench;
  std::promise<void> may_end;
  bool ended = false;
  bench.checker->look(bench.documents.view(), [&, gate = may_end.get_future().share()](auto&) {
    gate.wait();
    bench.work.on_io([&ended] { ended = true; });
  });
  bench.feed->touch({0});
  bench.run_until([&] { return bench.told.size() == 1; });
  EXPECT_FALSE(ended);
  EXPECT_FALSE(bench.checker->knows_all());
  EXPECT_EQ(bench.told[0].uri, "file:///v/a.md");
  EXPECT_EQ(bench.told[0].version, 1);
  EXPECT_EQ(text(bench.told[0]), Checker::glance(bench.documents.view(), 0));

  // What is typed meanwhile is told, too.
  Documents::Touched touched;
  bench.documents.change("file:///v/a.md", 2, {{{{{0, 0}, {3, 0}}}, "nothing\n"}}, touched);
  bench.feed->touch(touched);
  bench.run_until([&] { return bench.told.size() == 2; });
  EXPECT_FALSE(ended);
  EXPECT_EQ(bench.told[1].version, 2);
  EXPECT_EQ(text(bench.told[1]), "[]");
  may_end.set_value();
  bench.run_until([&] { return bench.checker->knows_all() && !bench.checker->is_at_work(); });
}

TEST(Feed, SaysOnceWhatAGlanceAndALookBothSay) {
  Bench bench;
  bench.feed->touch({0});
  bench.run_until([&] { return bench.told.size() == 2; });  // both notes: one work
  bench.run_until([&] { return bench.checker->knows_all() && !bench.checker->is_at_work(); });
  bool is_over = false;
  bench.checker->look(bench.documents.view(),
                      [&](auto&) { bench.work.on_io([&is_over] { is_over = true; }); });
  bench.run_until([&] { return is_over; });
  EXPECT_EQ(bench.told.size(), 2U);
}

}  // namespace
}  // namespace server
