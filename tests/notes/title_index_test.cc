#include "notes/title_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

#include "notes/fuzzy.h"
#include "notes/key.h"
#include "notes/workspace.h"

namespace {

using notes::NoteId;
using notes::PlacedChunk;
using notes::TitleIndex;

// What an entry is offered as: the better comes first.
using Offer = std::tuple<int, uint64_t, NoteId, uint32_t>;
Offer offer(int score, uint64_t date, NoteId note, size_t entry) {
  return {-score, ~date, note, static_cast<uint32_t>(entry)};
}

bool holds_all(std::string_view title, const std::string& words) {
  for (size_t begin = 0; begin < words.size();) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    if (title.find(words.substr(begin, end - begin)) == std::string_view::npos) return false;
    begin = end + 1;
  }
  return true;
}

// Each title looked at.
void look_at(const std::string& words, NoteId note, const PlacedChunk& in,
             std::vector<Offer>& out) {
  const notes::Digest& digest = in.chunk->digest;
  for (size_t i = 0; i < digest.size(); ++i) {
    if (digest.title(i).empty() || !holds_all(digest.title(i), words)) continue;
    if (const auto score = notes::fuzzy_score(words, digest.title(i)))
      out.push_back(offer(*score, digest.date(i), note, in.before.entries + i));
  }
}

std::vector<Offer> all_of(const notes::Snapshot& vault, const std::string& words) {
  std::vector<Offer> out;
  for (NoteId id = 0; id < vault.note_limit(); ++id)
    if (const notes::Note* note = vault.note(id); note && !vault.stands_aside(id))
      for (const PlacedChunk& in : note->chunks()) look_at(words, id, in, out);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Offer> found_in(const TitleIndex& index, const notes::Snapshot& vault,
                            const std::string& words) {
  const TitleIndex::Sight titles(index, vault);
  std::vector<Offer> out;
  titles.find(words, [&](const TitleIndex::Hit& hit) {
    out.push_back(offer(hit.score, hit.in->chunk->digest.date(hit.entry), hit.note,
                        hit.in->before.entries + hit.entry));
    return true;
  });
  EXPECT_TRUE(std::is_sorted(out.begin(), out.end())) << words;
  titles.for_each_unknown(
      [&](NoteId note, const PlacedChunk& in) { look_at(words, note, in, out); });
  std::sort(out.begin(), out.end());
  return out;
}

std::string some_title(std::mt19937& random) {
  static const char* const kWords[] = {
      "attention", "attend",   "at",  "Graph", "graphs", "BERTによる", "要約",
      "要約文の",  "深層学習", "C++", "é",     "ét",     "x",          "self-attention"};
  std::string out;
  for (size_t i = 1 + random() % 4; i > 0; --i)
    out += (out.empty() ? "" : " ") + std::string(kWords[random() % std::size(kWords)]);
  return out;
}

std::string some_note(std::mt19937& random) {
  std::string out;
  for (size_t i = random() % 60; i > 0; --i)
    out += "## [Paper Note] " + some_title(random) + ", Ana Lind+, arXiv'2" +
           std::to_string(random() % 5) + "\n- #LLM\n\n";
  return out;
}

notes::Workspace some_vault(std::mt19937& random) {
  notes::Workspace out;
  for (int i = 0; i < 12; ++i) out.open("/v/" + std::to_string(i) + ".md", some_note(random));
  return out;
}

const char* const kQueries[] = {
    "",       "a", "at", "att",          "attention", "tent", "graph",  "phs",  "要",
    "約",     "é", "x",  "attention at", "at x",      "x x",  "要約文", "gr t", "self attention",
    "nothing"};

TEST(TitleIndex, FindsWhatEachTitleLookedAtSaysInTheSameOrder) {
  std::mt19937 random(7);
  const notes::Workspace workspace = some_vault(random);
  const TitleIndex index(workspace.snapshot());
  for (const char* const typed : kQueries) {
    const std::string words = notes::title_key(typed);
    ASSERT_TRUE(notes::PartIndex::can_find(words)) << typed;
    EXPECT_EQ(found_in(index, workspace.snapshot(), words), all_of(workspace.snapshot(), words))
        << typed;
  }
}

TEST(TitleIndex, AnswersForLaterSnapshots) {
  std::mt19937 random(11);
  notes::Workspace workspace = some_vault(random);
  const TitleIndex index(workspace.snapshot());
  size_t unknown = 0;
  for (int turn = 0; turn < 60; ++turn) {
    const std::string path = "/v/" + std::to_string(random() % 14) + ".md";
    const auto id = workspace.snapshot().find(path);
    const notes::Note* note = id ? workspace.snapshot().note(*id) : nullptr;
    if (turn % 7 == 0) {
      workspace.close(path);
      workspace.unload(path);
    } else if (!note) {
      workspace.open(path, some_note(random));
    } else if (turn % 11 == 0) {
      workspace.set_aside(path, true);
    } else {
      const auto at = static_cast<uint32_t>(random() % (note->text().size() + 1));
      const uint32_t end = std::min(note->text().size(), at + static_cast<uint32_t>(random() % 30));
      workspace.edit(path, {std::min(at, end), end}, "\n## " + some_title(random) + "\n");
    }
    const std::string words = notes::title_key(kQueries[random() % std::size(kQueries)]);
    EXPECT_EQ(found_in(index, workspace.snapshot(), words), all_of(workspace.snapshot(), words))
        << "turn " << turn << ": " << words;
    unknown = TitleIndex::Sight(index, workspace.snapshot()).unknown_entries();
  }
  EXPECT_GT(unknown, 0u);
  const TitleIndex anew(workspace.snapshot());
  EXPECT_EQ(TitleIndex::Sight(anew, workspace.snapshot()).unknown_entries(), 0u);
}

TEST(TitleIndex, SaysWhichWordsItCannotTell) {
  EXPECT_TRUE(notes::PartIndex::can_find("bert 要約"));
  EXPECT_FALSE(notes::PartIndex::can_find("bertによる"));
  EXPECT_FALSE(notes::PartIndex::can_find("c++"));
}

}  // namespace
