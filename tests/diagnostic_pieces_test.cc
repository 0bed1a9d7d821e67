#include "diagnostic_pieces.h"

#include <gtest/gtest.h>

#include <random>

#include "documents.h"
#include "features/diagnostics.h"
#include "protocol/fields.h"

namespace server {
namespace {

// What is said of it from scratch.
std::string written(const View& view, notes::NoteId note) {
  const auto all = to_lsp(view, note, features::diagnose(*view.vault, note));
  return all.empty() ? std::string() : protocol::to_text(all);
}

// A vault that is edited, and what is told of it look after look.
struct Bench {
  Documents documents;
  notes::DuplicateBook book;
  DiagnosticPieces pieces;

  Bench() {
    auto client = std::make_shared<Client>();
    client->capabilities.textDocument.publishDiagnostics.relatedInformation = true;
    documents.set_client(client);
  }
  std::string told(notes::NoteId note) {
    const View view = documents.view();
    book.follow(view.vault);
    return pieces.join(view, note, book.in(note), features::noted_already(*view.vault, note));
  }
  void check() {
    const View view = documents.view();
    for (notes::NoteId note = 0; note < view.vault->note_limit(); ++note) {
      if (!view.vault->note(note)) continue;
      EXPECT_EQ(told(note), written(view, note)) << view.note(note).path();
    }
  }
  void edit(const std::string& uri, uint32_t line, uint32_t column, uint32_t size,
            const std::string& with) {
    Documents::Touched touched;
    documents.change(uri, 2, {{{{{line, column}, {line, column + size}}}, with}}, touched);
  }
};

std::string page(int from, int to, const std::string& more) {
  std::string out;
  for (int i = from; i < to; ++i) {
    const std::string n = std::to_string(i);
    out += "## [Paper Note] Spectral Routing of Mixtures " + n + n + ", Ada Quill+, ICLR'25\n" +
           "https://arxiv.org/abs/2501." + std::to_string(10000 + i) + "\n" + more + "\n";
  }
  return out;
}

TEST(DiagnosticPieces, AreWhatIsWrittenFromScratch) {
  std::minstd_rand random(7);
  const auto below = [&](uint32_t limit) { return static_cast<uint32_t>(random() % limit); };
  Bench bench;
  const std::string a = "file:///v/a.md", b = "file:///v/b.md";
  bench.documents.open(a, 1, page(0, 60, "words 🙂\n") + "\nhttps://arxiv.org/abs/2501.10007\n");
  bench.documents.open(b, 1, page(20, 80, "日本語\n"));
  bench.check();
  const std::vector<std::string> with = {"x", "🙂", "\n", "",      "\n\n",     "# Heading\n",
                                         "7", ",",    "#t", "---\n", "```\nb\n", "https://x.y/\n"};
  for (int step = 0; step < 150; ++step) {
    const std::string& uri = below(2) == 0 ? a : b;
    const notes::Text& text = bench.documents.view().note(*bench.documents.find(uri)).text();
    bench.edit(uri, below(text.line_count()), below(60), below(4) == 0 ? below(50) : 0,
               with[below(static_cast<uint32_t>(with.size()))]);
    // Several changes between two looks are one step.
    if (below(4) > 0) bench.check();
    ASSERT_FALSE(HasFailure()) << step;
  }
  ASSERT_NE(bench.told(0), "");
}

TEST(DiagnosticPieces, FollowWhatNotesAreCalled) {
  Bench bench;
  bench.documents.open("file:///v/a.md", 1, page(0, 40, ""));
  bench.documents.open("file:///v/b.md", 1, page(10, 60, ""));
  bench.check();
  bench.documents.open("file:///v/%62.md", 1, page(10, 60, ""));
  bench.check();
  EXPECT_NE(bench.told(0).find("%62"), std::string::npos);
  bench.documents.set_roots({"/v"});
  bench.check();
}

// Told by what only a client that shows less would be told: a session has one client, so what was
// written for it stands.
TEST(DiagnosticPieces, AreNotWrittenAgain) {
  Bench bench;
  bench.documents.open("file:///v/a.md", 1, page(0, 100, ""));
  bench.documents.open("file:///v/b.md", 1, page(20, 140, ""));
  const std::string before = bench.told(0);
  bench.documents.set_client(std::make_shared<Client>());
  EXPECT_EQ(bench.told(0), before);
  EXPECT_NE(written(bench.documents.view(), 0), before);
}

TEST(DiagnosticPieces, AreTakenAgainWhereNothingOfTheirsChanged) {
  Bench bench;
  bench.documents.open("file:///v/a.md", 1, page(0, 100, ""));
  bench.documents.open("file:///v/b.md", 1, page(20, 140, ""));
  const auto revisions = [&] {
    bench.told(0);
    std::vector<uint64_t> out;
    for (const DiagnosticPieces::Said& said : bench.book.in(0)) out.push_back(said.revision);
    return out;
  };
  const std::vector<uint64_t> before = revisions();
  bench.edit("file:///v/a.md", 1, 0, 0, "words ");
  const std::vector<uint64_t> after = revisions();
  ASSERT_EQ(after.size(), before.size());
  size_t same = 0;
  for (size_t i = 0; i < before.size(); ++i) same += before[i] == after[i];
  EXPECT_GT(same, before.size() / 2);
  EXPECT_LT(same, before.size());
}

}  // namespace
}  // namespace server
