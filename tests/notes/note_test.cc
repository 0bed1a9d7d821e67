// Notes as a whole: what an edit gives is what reading the new text from scratch gives, and what
// it did not touch is shared.
#include "notes/note.h"

#include <gtest/gtest.h>

#include <random>

#include "notes/changes.h"
#include "notes/observed.h"

namespace {

using namespace notes;

std::shared_ptr<const Note> parse(std::string_view text) {
  return Note::parse("/vault/note.md", Text(std::string(text)));
}

// The one caller of edited().
std::shared_ptr<const Note> check(const Note& note, Range range, std::string_view with) {
  std::shared_ptr<const Note> edited = note.edited(range, with);
  const Text text = note.text().replaced(range, with);
  EXPECT_EQ(edited->text().bytes(), text.bytes());
  EXPECT_EQ(observed::show(*edited), observed::show(*parse(text.bytes())));
  EXPECT_EQ(observed::flaws(*edited), "");
  return edited;
}

const char* const kFragments[] = {
    "# Heading\n",
    "## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09\n",
    "### [Adam](https://arxiv.org/abs/1412.6980)\n",
    "Attention Is All You Need, Ashish Vaswani+, NeurIPS'17\n",
    "Paper/Blog Link My Issue\n",
    "\nPaper/Blog Link My Issue\n",
    "#NLP #Selected Papers/Blogs #MoE(Mixture-of-Experts) Issue Date: 2026-01-12 GPT Summary- "
    "Short. "
    "Comment\n",
    "#NLP #LanguageModel\n",
    "Summary: a sentence that is long enough to be taken for the summary of an entry.\n",
    "Comment: so so\n",
    "```\n",
    "~~~~\n",
    "  ```cpp\n",
    "<!--",
    "-->",
    "<pre>\n",
    "</pre>\n",
    "<div>\n",
    "---\n",
    "---",
    "===\n",
    "...\n",
    "+++\n",
    "title: Adam\n",
    "arxiv: 1412.6980\n",
    "tags: [a, b c]\n",
    "- item #tag\n",
    "  - [ ] nested [[Note#heading|text]]\n",
    "1. one\n",
    "> quote\n",
    "| a | b |\n|---|---|\n| #x | y |\n",
    "[[",
    "]]",
    "](",
    ")",
    "$$",
    "$",
    "`",
    "\\",
    "\n",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    " ",
    "    ",
    "\t",
    "#",
    "＃",
    "日本語の文。",
    "実験",
    "🙂",
    "e\u0301",
    "\uFEFF",
    "word ",
    "https://arxiv.org/abs/1706.03762v2 ",
    "[text](papers/adam.md#heading) ",
    "- [Paper Note] Adam, Kingma+, ICLR'15\n",
    "Setext\n---\n",
    "Setext\n===\n",
};

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(engine_() % limit); }
  std::string text(uint32_t most) {
    std::string out;
    for (uint32_t i = below(most + 1); i > 0; --i) out += kFragments[below(std::size(kFragments))];
    return out;
  }

 private:
  std::minstd_rand engine_;
};

// What changes the meaning of many lines, or of the line before.
const char* const kSmallEdits[] = {
    "#",  "# ", "\n", "```\n", "<!--", "-->", "---\n",
    "- ", ">",  "\r", "$$\n",  "==",   "",    "Paper/Blog Link My Issue\n"};

// Where an edit may begin: anywhere, but often at the start of a line.
uint32_t place(const Note& note, Random& random) {
  if (random.below(3) == 0) return random.below(note.text().size() + 1);
  return note.text().line(random.below(note.text().line_count())).begin;
}

// A page of many entries, each a section of a few lines.
std::string page(int entries) {
  std::string out;
  for (int i = 0; i < entries; ++i) {
    const std::string n = std::to_string(i);
    out += i % 2 == 0 ? "Title " + n + ", A. Author+, ICLR'25\nPaper/Blog Link My Issue\n"
                      : "## [Paper Note] Title " + n + ", A. Author+, ICLR'25\n";
    out += "#tag #t" + n + "\n\nSome words, see [[note " + n + "]].\n\n";
  }
  return out;
}

TEST(Edited, IsWhatReadingFromScratchGives) {
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    std::shared_ptr<const Note> note = parse(random.text(seed % 4 == 0 ? 12 : 80));
    for (int step = 0; step < 40; ++step) {
      const uint32_t begin = place(*note, random);
      const bool small = random.below(2) == 0;
      const uint32_t size = small                 ? random.below(3)
                            : random.below(3) > 0 ? 0
                                                  : random.below(random.below(4) > 0 ? 12 : 200);
      const std::string with =
          small ? kSmallEdits[random.below(std::size(kSmallEdits))] : random.text(2);
      const std::string before(note->text().bytes());
      note = check(*note, {begin, begin + size}, with);
      if (testing::Test::HasFailure()) {
        FAIL() << "seed " << seed << " step " << step << "\n[" << begin << "," << begin + size
               << ") with <" << with << "> in\n<" << before << ">";
      }
    }
  }
}

TEST(Edited, IsWhatReadingFromScratchGivesInALongNote) {
  for (uint32_t seed = 1; seed <= 6; ++seed) {
    Random random(seed);
    std::shared_ptr<const Note> note = parse(page(150) + random.text(80) + page(150));
    ASSERT_GT(note->chunks().size(), 5u);
    for (int step = 0; step < 25; ++step) {
      const uint32_t begin = place(*note, random);
      const uint32_t size = random.below(4) > 0 ? random.below(3) : random.below(6000);
      const std::string with = random.below(6) == 0 ? "# References\n"
                               : random.below(2) == 0
                                   ? kSmallEdits[random.below(std::size(kSmallEdits))]
                                   : random.text(3);
      note = check(*note, {begin, begin + size}, with);
      ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed << " step " << step;
    }
  }
}

TEST(Edited, SharesEveryChunkButTheFewItTouches) {
  const auto before = parse(page(1000));
  ASSERT_FALSE(before->entries().empty());
  const uint32_t place = before->entries()[before->entries().size() / 2].range().end;
  const auto after = before->edited({place, place}, " more");
  const auto differing = notes::differing(before.get(), after.get());
  EXPECT_LE(differing.before.size(), 3u);
  EXPECT_LE(differing.after.size(), 3u);
  for (const PlacedChunk& in : after->chunks()) {
    const std::string_view text = after->text().slice({in.base, in.end()});
    EXPECT_EQ(text.data(), after->text().slice({in.base, in.base + 1}).data()) << "in one piece";
    EXPECT_LE(in.chunk->sections.size(), 128u);
  }
}

TEST(Edited, SharesEverySectionAndEntryItDidNotTouch) {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text +=
        "## [Paper Note] Title " + std::to_string(i) + ", A. Author+, ICLR'25\n#tag\n\nwords\n\n";
  const auto before = parse(text);
  ASSERT_EQ(before->entries().size(), 1000u);
  const uint32_t place = before->entries()[500].range().end;
  const auto after = check(*before, {place, place}, " more");
  ASSERT_EQ(after->sections().size(), before->sections().size());
  for (size_t i = 0; i < 1000; ++i) {
    EXPECT_EQ(after->sections()[i].value == before->sections()[i].value, i != 500) << i;
    // What the layouts say of an entry may depend on the section behind it.
    if (i != 499) {
      EXPECT_EQ(after->entries()[i].value == before->entries()[i].value, i != 500) << i;
    }
  }
}

TEST(Edited, ReadsOnInsideAPageOfEntries) {
  const auto before = parse(page(200));
  const uint32_t place = before->sections()[100].base + 30;
  for (std::string_view with : {"\n```\n", "<!--", "\n# New\n", "\nT\nPaper/Blog Link My Issue\n"})
    check(*before, {place, place}, with);
  check(*before, {before->sections()[50].base, before->sections()[150].base}, "");
}

// Inserts `with` before the first `at` of the text.
void check_insertion(std::string_view text, std::string_view at, std::string_view with) {
  const auto note = parse(text);
  const uint32_t place = static_cast<uint32_t>(note->text().bytes().find(at));
  check(*note, {place, place}, with);
}

TEST(Edited, ClosesFrontMatterFarBelowItsStart) {
  check_insertion("---\narxiv: 1412.6980\n# 1\n# 2\n# 3\n# 4\n# 5\nend", "end", "---\n");
  check_insertion("---\narxiv: 1412.6980\n# 1\n# 2\n# 3\n# 4\n# 5\n---\nend", "---\nend", "x");
}

TEST(Edited, ExtendsTheEntryBeforeAHeadingThatMovesDown) {
  check_insertion("# 1\n# 2\n# 3\n## A, B+, ICLR'25\ntext\n## C\nmore\n", "## C", "#");
  check_insertion("# 1\n# 2\n# 3\n## A, B+, ICLR'25\ntext\n### C\nmore\n", "## C", "\n");
}

TEST(Edited, TakesAnyRange) {
  const auto note = parse("# A\n日本🙂\n");
  for (uint32_t begin = 0; begin < note->text().size() + 3; ++begin)
    for (uint32_t end = 0; end < note->text().size() + 3; ++end) check(*note, {begin, end}, "é\n");
}

TEST(Edited, AsksTheFrontMatterAgainWhenAHeadingFarBelowChanges) {
  check_insertion("---\narxiv: 1412.6980\n---\ntext\n\n# [Paper Note]\n\n# Other\n", "\n\n# Other",
                  " Adam");
}

TEST(Note, FindsHeadingsByTextAndByAnchor) {
  const auto note = parse("# Two Words\n## 注意 機構\n## Own {#own}\n> # Quoted\n");
  for (std::string_view anchor :
       {"Two Words", "two-words", "TWO WORDS", "注意 機構", "注意-機構", "own", "quoted"})
    EXPECT_TRUE(note->heading_named(anchor)) << anchor;
  for (std::string_view anchor : {"", "Two", "words", "?"})
    EXPECT_FALSE(note->heading_named(anchor)) << anchor;
}

TEST(Note, FindsWhatIsUnderTheCursor) {
  const auto note = parse("a [[b]][[c]] d\n");
  EXPECT_FALSE(note->reference_at(1));
  EXPECT_EQ(note->reference_at(2)->value->path, "b");
  EXPECT_EQ(note->reference_at(7)->value->path, "c");
  EXPECT_EQ(note->reference_at(12)->value->path, "c");
  EXPECT_FALSE(note->reference_at(13));
}

// What a heading over others is depends on them, however far away they are.
TEST(NoteEdit, AHeadingOverWorksIsOneWhenTheyGo) {
  for (const int between : {0, 1, 40, 300})
    for (const std::string_view others : {"## Part of it\ntext\n", "### Nested\n- item\n"}) {
      std::string text = "text\n\n# A title of its own\nAuthor: Ada\n\n";
      for (int i = 0; i < between; ++i) text += others;
      const uint32_t begin = static_cast<uint32_t>(text.size());
      const auto alone = parse(text);
      const auto over = check(*alone, {begin, begin}, "## Another work\nAuthor: Charles\n");
      EXPECT_EQ(alone->entries()[0]->title, "A title of its own");
      EXPECT_EQ(over->entries()[0]->title, "Another work");
      check(*over, {begin, over->text().size()}, "");
      check(*over, {begin, begin + 3}, "");
      check(*parse(text + "## Another work\nAuthor: Charles\n"), {begin, begin + 6}, "#### A");
    }
}

TEST(NoteEdit, AHeadingOverPartsOfItsWorkIsOneWhileTheyAreThere) {
  for (const int between : {0, 1, 10, 39, 40, 60}) {
    std::string text = "## A title of its own\ntext\n\n";
    for (int i = 0; i < between; ++i) text += "### Part of it\ntext\n";
    const uint32_t begin = static_cast<uint32_t>(text.size());
    const auto bare = parse(text);
    const auto with = check(*bare, {begin, begin},
                            "### Introduction\ntext\n### Link\nhttps://arxiv.org/abs/1412.6980\n");
    check(*with, {begin, with->text().size()}, "");
    check(*with, {begin + 4, begin + 5}, "x");
  }
}

TEST(Note, HasTheNameOfItsFile) {
  for (const auto& [path, name] :
       std::vector<std::pair<std::string, std::string>>{{"/a/b.md", "b"},
                                                        {"/a/b.c.markdown", "b.c"},
                                                        {"/B.MD", "B"},
                                                        {"untitled:1", "untitled:1"}})
    EXPECT_EQ(Note::parse(path, Text())->name(), name);
}

TEST(Note, IsSoundWhateverItsBytesAre) {
  for (const std::string& text :
       {std::string(), std::string("\0", 1), std::string("#\0 a", 4), std::string("\xFF\xFE#a"),
        std::string("\xEF\xBB\xBF"), std::string("\r"), std::string("---\n"), std::string("---"),
        std::string("\xEF\xBB\xBF---\na: b\n---"), std::string("+++\n+++")})
    EXPECT_EQ(observed::flaws(*parse(text)), "") << text;
}

// In an entry, those that begin their line: they may be of the next work.
TEST(Note, KnowsWhichReferencesAreNotOfTheirEntryAndMayBeAlone) {
  const auto note =
      notes::Note::parse("/v/a.md", notes::Text("https://arxiv.org/abs/1706.03762\n\n"
                                                "## [Paper Note] Adam, Kingma+, ICLR'15\n"
                                                "https://arxiv.org/abs/1412.6980\n\n"
                                                "<https://arxiv.org/abs/1512.03385>\n"
                                                "- [x] <https://arxiv.org/abs/1607.06450>\n"
                                                "It follows https://arxiv.org/abs/1409.1556\n"
                                                "https://arxiv.org/abs/1409.0473 is older.\n"));
  std::vector<std::string> loose;
  for (const notes::PlacedChunk& in : note->chunks())
    for (const uint32_t i : in.chunk->loose_references)
      loose.push_back(in.chunk->references[i]->identifier->value.str());
  EXPECT_EQ(loose, (std::vector<std::string>{"1706.03762", "1512.03385"}));
}

}  // namespace
