// Notes as a whole: what an edit gives is what reading the new text from scratch gives, and what
// it did not touch is shared.
#include "notes/note.h"

#include <gtest/gtest.h>

#include <random>

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

// Where an edit may begin: anywhere, but often at the start of a line.
uint32_t place(const Note& note, Random& random) {
  if (random.below(3) > 0) return random.below(note.text().size() + 1);
  return note.text().line(random.below(note.text().line_count())).begin;
}

TEST(Edited, IsWhatReadingFromScratchGives) {
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    std::shared_ptr<const Note> note = parse(random.text(30));
    for (int step = 0; step < 40; ++step) {
      const uint32_t begin = place(*note, random);
      const uint32_t size = random.below(3) > 0 ? 0 : random.below(random.below(4) > 0 ? 12 : 200);
      const std::string with = random.below(4) > 0 ? random.text(2) : "";
      const std::string before(note->text().bytes());
      note = check(*note, {begin, begin + size}, with);
      if (testing::Test::HasFailure()) {
        FAIL() << "seed " << seed << " step " << step << "\n[" << begin << "," << begin + size
               << ") with <" << with << "> in\n<" << before << ">";
      }
    }
  }
}

}  // namespace
