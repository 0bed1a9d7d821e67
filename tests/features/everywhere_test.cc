// Every feature asked at every place of the sample notes, and of notes that nobody would write:
// whatever the answer is, editors must be able to use it.
#include <gtest/gtest.h>

#include <random>

#include "features/completion.h"
#include "features/definition.h"
#include "features/diagnostics.h"
#include "features/hover.h"
#include "features/links.h"
#include "features/references.h"
#include "features/symbols.h"
#include "notes/disk.h"
#include "notes/workspace.h"

namespace {

using notes::Place;
using notes::Range;
using notes::Snapshot;

void check_range(const Snapshot& vault, notes::NoteId id, Range range) {
  const notes::Note* note = vault.note(id);
  ASSERT_NE(note, nullptr);
  ASSERT_LE(range.begin, range.end);
  ASSERT_LE(range.end, note->text().size());
  for (const uint32_t end : {range.begin, range.end}) {
    const std::string_view rest = note->text().bytes().substr(end);
    ASSERT_FALSE(!rest.empty() && (rest[0] & 0xC0) == 0x80) << "inside a character";
  }
}

void check_at(const Snapshot& vault, Place place) {
  if (const auto card = features::hover(vault, place)) {
    check_range(vault, place.note, card->range);
    ASSERT_FALSE(card->markdown.empty());
    ASSERT_LT(card->markdown.size(), 8000u);
  }
  if (const auto found = features::definition(vault, place)) {
    check_range(vault, place.note, found->origin);
    for (const auto& target : found->targets) {
      check_range(vault, target.note, target.range);
      ASSERT_TRUE(target.range.covers(target.selection));
    }
  }
  for (const auto& spot : features::references(vault, place, true)) {
    check_range(vault, spot.note, spot.range);
  }
  const notes::Text& text = vault.note(place.note)->text();
  for (const auto& item : features::complete(vault, place, {.limit = 5}).items) {
    check_range(vault, place.note, item.edit);
    ASSERT_TRUE(item.edit.touches(place.offset));
    ASSERT_EQ(text.line_of(item.edit.begin), text.line_of(item.edit.end));
    ASSERT_FALSE(item.label.empty() || item.text.empty() || item.filter.empty());
  }
}

void check_tree(const std::vector<features::DocumentSymbol>& symbols, Range within) {
  uint32_t last = within.begin;
  for (const auto& symbol : symbols) {
    ASSERT_FALSE(symbol.name.empty());
    ASSERT_TRUE(within.covers(symbol.range) && symbol.range.covers(symbol.selection));
    ASSERT_LE(last, symbol.range.begin);
    last = symbol.range.end;
    check_tree(symbol.children, symbol.range);
  }
}

// `every`: how many bytes lie between two places asked about.
void check(const Snapshot& vault, uint32_t every) {
  for (notes::NoteId id = 0; id < vault.note_limit(); ++id) {
    if (!vault.note(id)) continue;
    const uint32_t size = vault.note(id)->text().size();
    for (uint32_t offset = 0; offset <= size; offset += every) {
      // An editor's position is never inside a character.
      const auto at = vault.note(id)->text().position(offset, notes::Encoding::kUtf32);
      check_at(vault, {id, vault.note(id)->text().offset(at, notes::Encoding::kUtf32)});
      if (testing::Test::HasFatalFailure()) FAIL() << vault.display_path(id) << " at " << offset;
    }
    check_tree(features::document_symbols(vault, id), {0, size});
    if (testing::Test::HasFatalFailure()) FAIL() << vault.note(id)->text().bytes();
    for (const auto& found : features::diagnose(vault, id)) check_range(vault, id, found.range);
    for (const auto& link : features::document_links(vault, id)) check_range(vault, id, link.range);
  }
}

TEST(Everywhere, AnswersAreUsableInTheSampleNotes) {
  const notes::RealDisk disk;
  const std::string root = SOURCE_DIR "/editors/notes";
  notes::Workspace workspace;
  workspace.set_roots({root});
  for (const std::string& path : disk.list(root)) {
    workspace.load(notes::Note::parse(path, notes::Text(disk.read(path).value_or(""))));
  }
  ASSERT_GT(workspace.snapshot().note_limit(), 10u);
  check(workspace.snapshot(), 17);
}

TEST(Everywhere, AnswersAreUsableInNonsense) {
  const std::vector<std::string> pieces = {"#",
                                           "＃",
                                           "[[",
                                           "]]",
                                           "|",
                                           "\n",
                                           "\r\n",
                                           "\r",
                                           " ",
                                           "---\n",
                                           "tags:",
                                           "- ",
                                           "[",
                                           "]",
                                           ",",
                                           "\"",
                                           "'",
                                           "`",
                                           "混合",
                                           "🎉",
                                           "Papers",
                                           "a",
                                           "+++\n",
                                           "tags = ",
                                           "## ",
                                           "[Paper Note] T, A+, B'25\n",
                                           "Paper/Blog Link My Issue\n",
                                           "https://arxiv.org/abs/2409.19606",
                                           "#NLP #Selected Papers\n",
                                           "title: x\narxiv: 2409.19606\n",
                                           "$$",
                                           "```\n",
                                           "\xCC\x81",
                                           "　"};
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    notes::Workspace workspace;
    workspace.set_roots({"/vault"});
    for (const char* path : {"/vault/a.md", "/vault/sub/a.md"}) {
      std::string text = round % 3 == 0 ? "---\n" : "";
      for (int i = 0; i < 40; ++i) text += pieces[random() % pieces.size()];
      workspace.open(path, text);
    }
    check(workspace.snapshot(), 1);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
