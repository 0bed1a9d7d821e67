// What every piece of work takes by the clock, beside what cmark alone takes for the same bytes:
//   build/release/tests/bench FOLDER [Google Benchmark's options]
#include <benchmark/benchmark.h>
#include <cmark.h>

#include <cstdio>

#include "bench/pieces.h"

namespace {

void cmark_alone(benchmark::State& state, const bench::Vault& vault) {
  for (auto _ : state)
    for (const bench::File& file : vault.files)
      cmark_node_free(
          cmark_parse_document(file.bytes.data(), file.bytes.size(), CMARK_OPT_DEFAULT));
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count != 2) {
    std::fprintf(stderr, "usage: %s FOLDER\n", arguments[0]);
    return 2;
  }
  bench::Vault vault(bench::files_below(arguments[1]));
  benchmark::RegisterBenchmark("cmark alone", [&](benchmark::State& state) {
    cmark_alone(state, vault);
  })->Unit(benchmark::kMillisecond);
  for (const bench::Piece& piece : bench::pieces())
    benchmark::RegisterBenchmark(piece.name, [&](benchmark::State& state) {
      for (auto _ : state) piece.run(vault);
    })->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
}
