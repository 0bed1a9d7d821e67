// Every layout merged into every other.
#include <gtest/gtest.h>

#include "features/merged.h"
#include "features/said.h"

namespace {

using testing_features::check_merge;
using testing_features::Merged;

// Every word of `words` is in `text`.
void expect_words(const std::string& words, const std::string& text) {
  const features::Said said(text);
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find_first_of(" \n", at), words.size());
    const std::string word = words.substr(at, end - at);
    EXPECT_TRUE(said.has_words(word)) << word << " is lost in\n" << text;
    at = end + 1;
  }
}

struct Sample {
  const char* name;
  std::string text;
  std::string words;  // of it, that may not be lost
};

// The same work in every way of writing; `n` makes what two of them say differ.
std::vector<Sample> samples(const std::string& n) {
  const std::string id = n == "one" ? "2401.00001" : "2402.00002";
  const std::string words = "summed" + n + " reason" + n;
  const std::string summary =
      "We summed" + n + " many streams in a long sentence that is a summary.";
  const std::string comment = "My reason" + n + " for reading it.";
  const std::string others =
      "- [Some other paper about things](https://arxiv.org/abs/2301.00001)\n"
      "- [Another other paper on matters](https://arxiv.org/abs/2301.00002)\n"
      "- [The third other paper of these](https://arxiv.org/abs/2301.00003)\n";
  return {
      {"heading",
       "## [Paper Note] Alpha beta gamma delta, Ada+, ICLR'25\n#Tag" + n +
           " #Two Words\n"
           "https://arxiv.org/abs/" +
           id + "\n\nSummary: " + summary + "\n\n" + comment + "\n\n" + "```\ncode " + n +
           "\n\nmore\n```\n\n### Deep\n- item" + n + "\n  - below\n- last\n",
       words + " code more item" + n + " below last Deep Two Words"},
      {"page",
       "Alpha beta gamma delta, Ada+, ICLR'25\nPaper/Blog Link My Issue\n#Tag" + n +
           " #Two Words Issue Date: 2025-01-0" + (n == "one" ? "1" : "2") + " GPT Summary- " +
           summary + " Comment\n\nhttps://arxiv.org/abs/" + id + "\n\n" + comment + "\n\n# Head" +
           n + "\n- item\n\n",
       words + " Head" + n + " item"},
      {"front matter",
       "---\ntitle: Alpha beta gamma delta\nauthors: [Ada Lovelace]\narxiv: \"" + id +
           "\"\ntags: [Tag" + n + ", Two Words]\nrating: five" + n +
           "\n---\n# Alpha beta gamma "
           "delta\n\nSummary: " +
           summary + "\n\n## Thoughts\n" + comment + "\n",
       words + " Lovelace five" + n + " Thoughts"},
      {"front matter list",
       "---\ntitle: Alpha beta gamma delta\nauthors:\n  - Ada Lovelace\nyear: 2025\narxiv: " + id +
           "\ntags:\n  - Tag" + n + "\n  - \"Two Words\"\n---\n" + summary + "\n\n" + comment +
           "\n\n## References\n- [Cited" + n + "](cited.md)\n",
       words + " Lovelace 2025 Cited" + n},
      {"toml",
       "+++\ntitle = \"Alpha beta gamma delta\"\nauthors = [\"Ada Lovelace\"]\nyear = 2025\n"
       "arxiv = \"" +
           id + "\"\ntags = [\"Tag" + n + "\"]\n+++\n" + summary + "\n\n" + comment + "\n",
       words + " Lovelace"},
      {"labelled",
       "# Alpha beta gamma delta\n\n- **Authors**: Ada Lovelace, Bo Bee\n- **Venue**: ICLR 2025\n"
       "- **Tags**: Tag" +
           n + ", Two Words\n- **Link**: https://arxiv.org/abs/" + id + "\n\n## Summary\n" +
           summary + "\n\n## Notes\n" + comment + "\n",
       words + " Lovelace Bee ICLR"},
      {"title label",
       "* **Title**: Alpha beta gamma delta\n* **Authors**: Ada Lovelace\n* **Tags**: Tag" + n +
           "\n* **Link**: https://arxiv.org/abs/" + id +
           "\n* **Year**: 2025\n\nSummary: " + summary + "\n\n" + comment + "\n",
       words + " Lovelace"},
      {"item",
       others + "- [Alpha beta gamma delta](https://arxiv.org/abs/" + id + ")\n  #Tag" + n +
           " #Two Words\n  - Summary: " + summary + "\n  - " + comment + "\n    - deeper" + n +
           "\n",
       words + " deeper" + n},
      {"row",
       "| Title | Authors | Year | Link | Summary |\n|---|---|---|---|---|\n"
       "| Other paper of the table | Cy Dee | 2020 | [pdf](https://arxiv.org/abs/2301.00004) | x "
       "|\n"
       "| Second paper of the table | Cy Dee | 2020 | [pdf](https://arxiv.org/abs/2301.00005) | x "
       "|\n"
       "| Third paper of the table | Cy Dee | 2020 | [pdf](https://arxiv.org/abs/2301.00006) | x "
       "|\n"
       "| Alpha beta gamma delta | Ada Lovelace | 2025 | [pdf](https://arxiv.org/abs/" +
           id + ") | " + summary + " " + comment + " |\n",
       words + " Lovelace"},
      {"bold",
       "**Other paper of this page** \\\n*Cy Dee* \\\nICLR 2020. "
       "[[Paper](https://arxiv.org/abs/2301.00007)]\n\n"
       "**More papers of this page** \\\n*Cy Dee* \\\nICLR 2020. "
       "[[Paper](https://arxiv.org/abs/2301.00008)]\n\n"
       "**Third paper of this page** \\\n*Cy Dee* \\\nICLR 2020. "
       "[[Paper](https://arxiv.org/abs/2301.00009)]\n\n"
       "**Alpha beta gamma delta** \\\n*Ada Lovelace, Bo Bee* \\\nICLR 2025. [[Paper](https://"
       "arxiv.org/abs/" +
           id + ")] [[Github](https://github.com/a/" + n + ")]\n#Tag" + n + "\n\n" + summary + "\n",
       "summed" + n + " Lovelace Bee Github"},
      {"html",
       "<a class=\"button\" href=\"articles/x.html\">#Tag" + n +
           "</a>\n"
           "<span class=\"issue_date\">Issue Date: 2025-01-0" +
           (n == "one" ? "1" : "2") +
           "</span>\n"
           "<a href=\"https://github.com/u/r/issues/" +
           (n == "one" ? "11" : "12") +
           "\">Alpha beta gamma delta, Ada+, ICLR'25</a>\n<span "
           "class=\"snippet\"><span>Summary</span>" +
           summary + "</span>\n<span class=\"snippet\"><span>Comment</span>" + comment +
           "</span>\n",
       words},
  };
}

TEST(Merge, LosesNothingFromAnyLayoutToAny) {
  for (const Sample& from : samples("one"))
    for (const Sample& to : samples("two")) {
      SCOPED_TRACE(std::string(from.name) + " into " + to.name);
      const Merged merged = check_merge("%! gone.md\n" + from.text + "%! into.md\n" + to.text);
      expect_words(from.words + " " + to.words, merged.into);
      if (merged.gone) {
        const auto left = notes::Note::parse("/vault/gone.md", notes::Text(*merged.gone));
        for (const auto& entry : left->entries()) EXPECT_FALSE(entry->title.starts_with("Alpha"));
      }
      EXPECT_TRUE(merged.change.warnings.empty());
    }
}

TEST(Merge, SaysNothingTwice) {
  for (const Sample& from : samples("one"))
    for (const Sample& to : samples("one")) {
      if (std::string_view(from.name) != to.name) continue;
      SCOPED_TRACE(from.name);
      const Merged merged = check_merge("%! gone.md\n" + from.text + "%! into.md\n" + to.text);
      EXPECT_EQ(merged.into, to.text);
    }
}

}  // namespace
