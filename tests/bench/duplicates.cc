// What it costs to find every duplicate among 100,000 entries, and to decide anew after a
// keystroke. Titles are drawn from words as uneven as people's; one entry in twenty is noted again
// with a slip.
//
//   build/release/tests/bench_duplicates [ENTRIES PER NOTE]
#include "notes/duplicates.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "features/diagnostics.h"
#include "notes/duplicate_book.h"
#include "notes/workspace.h"

namespace {

constexpr int kEntries = 100000;
constexpr int kWords = 8000;
constexpr int kEdits = 4000;

class Author {
 public:
  std::string entry() {
    if (!last_.empty() && random_() % 20 == 0) {
      std::string again = last_[random_() % last_.size()];
      const size_t at = 16 + random_() % 20;
      return again.erase(at, 1);
    }
    std::string title;
    const size_t length = 4 + random_() % 7;
    for (size_t i = 0; i < length; ++i) title += (i ? " " : "") + word();
    std::string out = "## [Paper Note] " + title + ", First" + std::to_string(random_() % 20) +
                      " " + word() + "+, ICLR'" + std::to_string(10 + random_() % 15) + "\n";
    if (random_() % 2 == 0)
      out += "https://arxiv.org/abs/" + std::to_string(1001 + random_() % 1500) + "." +
             std::to_string(10000 + random_() % 9999) + "\n";
    last_.push_back(out);
    return out;
  }

 private:
  // Zipf's law: the first words are met everywhere.
  std::string word() {
    const double at = std::pow(kWords, std::uniform_real_distribution<>(0, 1)(random_));
    uint32_t number = static_cast<uint32_t>(at) * 2654435761U;
    std::string out;
    for (int i = 0; i < 7; ++i, number /= 20) out += "bcdfaghijeklmonprstu"[number % 20];
    return out;
  }

  std::mt19937 random_{1};
  std::vector<std::string> last_;
};

double cpu_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void print(const char* what, std::vector<double>& times) {
  std::sort(times.begin(), times.end());
  std::printf("%-19s%8.2f ms, at most %8.2f ms\n", what, times[times.size() / 2], times.back());
}

}  // namespace

int main(int argc, char** argv) {
  const int per_note = argc > 1 ? std::atoi(argv[1]) : 1000;
  notes::Workspace workspace;
  workspace.set_roots({"/vault"});
  Author author;
  double start = cpu_ms();
  for (int i = 0; i < kEntries / per_note; ++i) {
    std::string text;
    for (int k = 0; k < per_note; ++k) text += author.entry();
    workspace.load(
        notes::Note::parse("/vault/" + std::to_string(i) + ".md", notes::Text(std::move(text))));
  }
  std::printf("reading            %8.1f ms\n", cpu_ms() - start);
  start = cpu_ms();
  const size_t groups = all_duplicates(workspace.snapshot()).size();
  std::printf("all groups         %8.1f ms, %zu groups\n", cpu_ms() - start, groups);

  notes::DuplicateBook book;
  start = cpu_ms();
  const auto follow = [&] {
    return book.follow(std::make_shared<const notes::Snapshot>(workspace.snapshot()));
  };
  follow();
  std::printf("kept               %8.1f ms\n", cpu_ms() - start);

  const std::string path = "/vault/0.md";
  const notes::NoteId id = *workspace.snapshot().find(path);
  workspace.open(path, std::string(workspace.snapshot().note(id)->text().bytes()));
  std::vector<double> edits, followed, diagnosed;
  for (int i = 0; i < kEdits; ++i) {
    const auto before = workspace.snapshot().shared_note(id);
    const auto& entry = before->entries()[static_cast<size_t>(i * 37) % before->entries().size()];
    const uint32_t at = entry.at(entry->title_range).begin + 20;
    start = cpu_ms();
    workspace.edit(path, {at, at}, i % 10 == 0 ? "\n" : "x");
    edits.push_back(cpu_ms() - start);
    start = cpu_ms();
    follow();
    followed.push_back(cpu_ms() - start);
    start = cpu_ms();
    const notes::Snapshot& now = workspace.snapshot();
    features::diagnose_the_rest(now, id, features::noted_already(now, id));
    for (const notes::DuplicateBook::Said& said : book.in(id))
      for (const notes::EntryId in : said.entries)
        if (in.note == id) features::diagnose(now, said.group(), in);
    diagnosed.push_back(cpu_ms() - start);
  }
  print("an edit", edits);
  print("decided anew", followed);
  print("its note's warnings", diagnosed);
  return 0;
}
