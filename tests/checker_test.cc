#include "checker.h"

#include <gtest/gtest.h>

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "documents.h"

namespace server {
namespace {

constexpr const char* kNote =
    "## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25\n#Architecture\n"
    "https://arxiv.org/abs/2409.19606\n";

size_t count(const std::string& diagnostics) {
  return diagnostics.empty() ? 0 : nlohmann::json::parse(diagnostics).size();
}

struct Bench {
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> stay{io.get_executor()};
  Work work{io};
  std::shared_ptr<Checker> checker = std::make_shared<Checker>(work);
  Documents documents;

  // What a look at the vault as it is now sees.
  std::pair<std::vector<notes::NoteId>, size_t> look() {
    std::optional<std::pair<std::vector<notes::NoteId>, size_t>> seen;
    checker->look(documents.view(), [&](Checker::Sight& sight) {
      auto found = std::pair(sight.changed(), count(sight.diagnostics_of(0)));
      work.on_io([&seen, found] { seen = found; });
    });
    while (!seen) io.run_one();
    return *seen;
  }
  void fail() {
    checker->look(documents.view(), [](Checker::Sight&) { throw std::runtime_error("a look"); });
  }
};

using Notes = std::vector<notes::NoteId>;

TEST(Checker, SeesWhatChangedSinceItLookedLast) {
  Bench bench;
  bench.documents.open("file:///v/a.md", 1, kNote);
  bench.documents.open("file:///v/b.md", 1, kNote);
  EXPECT_EQ(bench.look(), std::pair(Notes({0, 1}), size_t{1}));
  EXPECT_EQ(bench.look(), std::pair(Notes(), size_t{1}));
}

TEST(Checker, GoesOnAfterALookThatThrew) {
  Bench bench;
  bench.documents.open("file:///v/a.md", 1, kNote);
  bench.documents.open("file:///v/b.md", 1, kNote);
  bench.fail();
  // Whoever comes next begins anew, since nobody was told what the look before it saw.
  EXPECT_EQ(bench.look(), std::pair(Notes({0, 1}), size_t{1}));
  bench.fail();
  bench.fail();
  EXPECT_EQ(bench.look(), std::pair(Notes({0, 1}), size_t{1}));
}

}  // namespace
}  // namespace server
