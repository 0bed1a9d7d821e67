// Whatever the bytes are: reading ends, what it says lies inside the text, and an edit gives what
// reading from scratch gives. The seeds are fixed, so a failure can be seen again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "notes/observed.h"

namespace {

using namespace notes;

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(engine_() >> 8) % limit; }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[below(static_cast<uint32_t>(all.size()))];
  }

 private:
  std::mt19937 engine_;
};

// Reads the text, and changes it in a few places.
void check(const std::string& text, Random& random, const std::vector<std::string>& pieces,
           int edits) {
  const std::string path =
      random.below(2) == 0 ? "/vault/papers/@some 2019 name.md" : "/vault/a.md";
  std::shared_ptr<const Note> note = Note::parse(path, Text(text));
  ASSERT_EQ(observed::flaws(*note), "") << "<" << text << ">";
  for (int i = 0; i < edits; ++i) {
    const uint32_t begin = random.below(note->text().size() + 1);
    const uint32_t size = random.below(3) == 0 ? random.below(60) : random.below(3);
    const std::string with = random.below(4) == 0 ? "" : random.one_of(pieces);
    const std::string before(note->text().bytes());
    note = note->edited({begin, begin + size}, with);
    const auto again = Note::parse(path, note->text());
    ASSERT_EQ(observed::flaws(*note), "");
    ASSERT_EQ(observed::show(*note), observed::show(*again))
        << "[" << begin << "," << begin + size << ") with <" << with << "> in <" << before << ">";
  }
}

std::vector<std::string> constructs() {
  return {"---\n",
          "+++\n",
          "title: A: b\n",
          "tags:\n  - x\n",
          "tags = ['x', \"y z\"]\n",
          "[taxonomies]\n",
          "arxiv: 1412.6980\n",
          "authors: [\"Last, First\", B]\n",
          "\t",
          "# ",
          "## [Paper Note] A: B, C+, ICLR'15, 2015.01\n",
          "### Paper:\n",
          "### [T](https://doi.org/10.1/a(b))\n",
          "- [T](https://arxiv.org/abs/1412.6980v2) [[code](x)]\n",
          "1. **Bold.** *A, B*, 2019\n",
          "**Title**\\\n*Authors*\\\n[[Paper](https://arxiv.org/abs/1412.6980)]\n",
          "| Title | Paper |\n|---|:-:|\n",
          "| 1) **N** - s | [Paper](https://arxiv.org/abs/2301.00001) |\n",
          "\\|",
          "title:: T\ntags:: [[a b]], #c\n",
          "- authors:: X\n",
          "> [!abstract] x\n> y\n",
          "<a class=\"button\" href=\"articles/X.html\">#X/Y</a>\n",
          "<span class=\"issue_date\">Issue Date: 2024-01-02</span>\n",
          "<article class=\"paper-entry\">",
          "<h3 class=\"title-link\">",
          "</article>",
          "<!--",
          "-->",
          "<div>\n",
          "</div>\n",
          "A, B+, C'15\nPaper/Blog Link My Issue\n#a b #c Issue Date: 2024-01-02 GPT Summary- s "
          "Comment\n",
          "```\n",
          "~~~\n",
          "$$\n",
          "$x$",
          "`",
          "[[",
          "]]",
          "[[@key|alias]]",
          "[@a; @b]",
          "@key",
          "![[x#^b]]",
          "](",
          ")",
          "<https://x.org>",
          "https://openreview.net/forum?id=x#y ",
          "{{relref \"a\"}}",
          "<% x %>",
          "{#id}",
          "#tag ",
          "#a/b-",
          "＃全角 ",
          "#[[a b]]",
          "\\#no ",
          "C# ",
          "#12 ",
          "#ff6666 ",
          "Summary: s\n",
          "TL;DR\n",
          "Comment\n",
          "どんなもの？\n",
          "論文：注意機構、山田+、言語処理'20\n",
          "著者: 山田 太郎\n",
          "\n",
          "\n\n",
          "\r",
          "\r\n",
          " ",
          "    ",
          "\\",
          "\\\n",
          "===\n",
          "---",
          "word ",
          "文",
          "🙂",
          "e\u0301",
          "\uFEFF",
          "\u200B",
          "ﬁ",
          std::string("\0", 1),
          "\xFF",
          "\xC3",
          "\xE3\x81",
          "\xF0\x9F"};
}

TEST(Nonsense, MixturesOfEverything) {
  const std::vector<std::string> pieces = constructs();
  for (uint32_t seed = 1; seed <= 250; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    std::string text;
    for (uint32_t i = random.below(seed % 5 == 0 ? 8 : 60); i > 0; --i)
      text += random.one_of(pieces);
    check(text, random, pieces, 8);
    if (HasFatalFailure()) return;
  }
}

TEST(Nonsense, AnyBytes) {
  const std::vector<std::string> pieces = constructs();
  // Few different bytes meet more often than many.
  const std::string few = "#-+=:`$[]()<>!|*_~\\'\", \t\r\n\n0a:A\xE3\x81\x82";
  for (uint32_t seed = 1; seed <= 250; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    std::string text;
    for (uint32_t i = random.below(300); i > 0; --i)
      text += seed % 3 == 0 ? static_cast<char>(random.below(256))
                            : few[random.below(static_cast<uint32_t>(few.size()))];
    check(text, random, pieces, 5);
    if (HasFatalFailure()) return;
  }
}

TEST(Nonsense, NotesCutShort) {
  const std::vector<std::string> pieces = constructs();
  uint32_t seed = 0;
  for (const auto& file :
       std::filesystem::recursive_directory_iterator(SOURCE_DIR "/editors/notes")) {
    if (file.path().extension() != ".md") continue;
    std::ostringstream whole;
    whole << std::ifstream(file.path(), std::ios::binary).rdbuf();
    for (int cut = 0; cut < 6; ++cut) {
      SCOPED_TRACE(file.path().string());
      Random random(++seed);
      const uint32_t size = static_cast<uint32_t>(whole.str().size());
      const uint32_t begin = random.below(2) == 0 ? 0 : random.below(size + 1);
      check(whole.str().substr(begin, random.below(std::min(size, 6000u) + 1)), random, pieces, 3);
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(seed, 10u);
}

}  // namespace
