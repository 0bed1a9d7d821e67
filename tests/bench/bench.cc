// What reading, editing and asking cost, beside what cmark alone costs on the same bytes. The page
// is made up here, the same in every run: entries in the page layout, a third of them Japanese,
// tags as uneven as people's.
#include <benchmark/benchmark.h>
#include <cmark.h>

#include <cstdlib>
#include <string>

#include "features/completion.h"
#include "features/diagnostics.h"
#include "features/hover.h"
#include "notes/workspace.h"

namespace {

std::string page(int entries) {
  const char* const tags[] = {"#LanguageModel", "#Selected Papers/Blogs",
                              "#Supervised-FineTuning (SFT)", "#NLP", "#機械学習"};
  std::string out = "Papers\n";
  uint32_t random = 1;
  for (int i = 0; i < entries; ++i) {
    random = random * 1664525 + 1013904223;
    const std::string number = std::to_string(i);
    out += "[Paper Note] A Study of Subject " + number + ", Author" + std::to_string(i % 97) +
           "+, arXiv'25, 2025.10\n";
    out += "Paper/Blog Link My Issue\n#Common";
    for (uint32_t t = 0; t < 5; ++t)
      if ((random >> (8 + t)) % (t + 1) == 0) out += std::string(" ") + tags[t];
    out += " Issue Date: 2025-11-12 GPT Summary- ";
    out += i % 3 == 0 ? "層の間のつながりを学習によって決める手法を提案し、深いモデルでも学習が安定"
                        "することを示す。"
                      : "Learns how layers are joined, and shows that deep models then train as "
                        "steadily as shallow ones.";
    out += " Comment\nfollows\n- [Paper Note] A Study of Subject " +
           std::to_string(random % static_cast<uint32_t>(entries)) +
           ", Author+, arXiv'25, 2025.10\nsee https://arxiv.org/abs/2501." +
           std::to_string(10000 + i % 80000) + "\n";
  }
  return out;
}

constexpr int kEntries = 1000;
constexpr int kVaultNotes = 20;

notes::Workspace vault() {
  notes::Workspace workspace;
  workspace.set_roots({"/vault"});
  for (int i = 0; i < kVaultNotes; ++i)
    workspace.load(
        notes::Note::parse("/vault/" + std::to_string(i) + ".md", notes::Text(page(kEntries))));
  workspace.open("/vault/open.md", page(kEntries) + "\n#Sel");
  return workspace;
}

void CmarkAlone(benchmark::State& state) {
  const std::string text = page(kEntries);
  for (auto _ : state)
    cmark_node_free(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void ReadNote(benchmark::State& state) {
  const std::string text = page(kEntries);
  for (auto _ : state)
    benchmark::DoNotOptimize(notes::Note::parse("/vault/a.md", notes::Text(text)));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void EditOneEntry(benchmark::State& state) {
  notes::Workspace workspace = vault();
  const uint32_t middle =
      workspace.snapshot().note(*workspace.snapshot().find("/vault/open.md"))->text().size() / 2;
  for (auto _ : state) {
    workspace.edit("/vault/open.md", {middle, middle}, "x");
    workspace.edit("/vault/open.md", {middle, middle + 1}, "");
  }
}

template <class F>
void ask(benchmark::State& state, F question) {
  const notes::Workspace workspace = vault();
  const notes::Snapshot snapshot = workspace.snapshot();
  const notes::NoteId note = *snapshot.find("/vault/open.md");
  for (auto _ : state) question(snapshot, note);
}

void CompleteTag(benchmark::State& state) {
  ask(state, [](const notes::Snapshot& vault, notes::NoteId note) {
    benchmark::DoNotOptimize(features::complete(vault, {note, vault.note(note)->text().size()}));
  });
}

void HoverReference(benchmark::State& state) {
  ask(state, [](const notes::Snapshot& vault, notes::NoteId note) {
    benchmark::DoNotOptimize(
        features::hover(vault, {note, vault.note(note)->references()[kEntries].range().begin + 1}));
  });
}

void DiagnoseNote(benchmark::State& state) {
  ask(state, [](const notes::Snapshot& vault, notes::NoteId note) {
    benchmark::DoNotOptimize(features::diagnose(vault, note));
  });
}

BENCHMARK(CmarkAlone)->Unit(benchmark::kMillisecond);
BENCHMARK(ReadNote)->Unit(benchmark::kMillisecond);
BENCHMARK(EditOneEntry)->Unit(benchmark::kMillisecond);
BENCHMARK(CompleteTag)->Unit(benchmark::kMillisecond);
BENCHMARK(HoverReference)->Unit(benchmark::kMillisecond);
BENCHMARK(DiagnoseNote)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
