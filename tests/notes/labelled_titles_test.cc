// Small lists of works in every mixture of how a title is written, which labels stand below it and
// how: the entries are the works that are listed, none lost, and nothing else is one.
#include <gtest/gtest.h>

#include "notes/observed.h"

namespace {

using namespace notes;

constexpr std::string_view kTitles[] = {
    "Quiet Gates for Lost Sensors", "Loud Fields: Moving Speakers in Rooms",
    "静かな門の学習について", "Learning to Hear in Small Rooms", "Slow Kernels of Long Echoes"};

std::string filled(std::string words, size_t i) {
  const auto put = [&](std::string_view what, const std::string& with) {
    for (size_t at; (at = words.find(what)) != std::string::npos;)
      words.replace(at, what.size(), with);
  };
  put("{t}", std::string(kTitles[i]));
  put("{u}", "https://arxiv.org/abs/2205.0427" + std::to_string(i));
  put("{i}", "2205.0427" + std::to_string(i));
  put("{n}", std::to_string(i + 1));
  return words;
}

using Labels = std::vector<std::string>;
const std::vector<Labels> kLabels = {
    {"Link: {u}"},
    {"URL: {u}", "Code: https://github.com/doe/gates"},
    {"Paper: {u}", "Tags: sound, rooms"},
    {"PDF: {u}"},
    {"arXiv: {i}"},
    {"DOI: 10.1000/gates.{n}"},
    {"リンク：{u}", "年：2021"},
    {"作者：张三，李四", "会议：CVPR 2020", "链接：{u}"},
    {"Authors: Jane Doe, John Roe"},
    {"Authors: Jane Doe, John Roe", "Venue: ICML 2020", "Year: 2020", "Link: {u}"},
    {"Summary: It hears what nobody said.", "Link: {u}"},
};

std::string written(const Labels& labels, const std::string& before, size_t i) {
  std::string out;
  for (const std::string& label : labels) out += before + filled(label, i) + "\n";
  return out;
}

struct Start {
  std::string_view title;  // with the line breaks behind it
  std::string indent;      // of what stands below
};

// What is not as it should be, for the first such list; empty when all are.
std::string first_flaw(std::string_view path, std::string_view before,
                       const std::vector<Start>& starts) {
  for (const Start& start : starts)
    for (const Labels& labels : kLabels)
      for (std::string_view mark : {"- ", "", "* "})
        for (size_t works : {size_t{2}, size_t{3}, size_t{5}}) {
          std::string text(before), expected, found;
          for (size_t i = 0; i < works; ++i) {
            text += filled(std::string(start.title), i);
            text += written(labels, start.indent + std::string(mark), i) + "\n";
            expected += std::string(kTitles[i]) + "\n";
          }
          const auto note = Note::parse(std::string(path), Text(text));
          const bool named = labels[0].starts_with("Authors") || labels[0].starts_with("作者");
          for (const auto& entry : note->entries()) {
            found += entry->title + "\n";
            if (named && entry->authors.size() != 2) found += "(authors lost)\n";
          }
          if (found != expected || !observed::flaws(*note).empty())
            return text + "gives\n" + found + observed::flaws(*note);
        }
  return "";
}

const std::vector<Start> kListed = {{"- {t}\n", "  "},         {"- [{t}]({u})\n", "  "},
                                    {"- **{t}**\n", "  "},     {"{n}. [{t}]({u})\n", "   "},
                                    {"{n}. **{t}**\n", "   "}, {"**{t}**\n", ""},
                                    {"**{t}**\n\n", ""},       {"**[{t}]({u})**\n\n", ""}};

TEST(LabelledTitles, EachOfAListIsAnEntry) {
  for (std::string_view path : {"/vault/notes/hearing.md", "/vault/README.md", "/vault/index.md"}) {
    EXPECT_EQ(first_flaw(path, "# Papers\n\n", kListed), "") << path;
    EXPECT_EQ(first_flaw(path, "# Papers\n\n## Vision\n\n", kListed), "") << path;
    EXPECT_EQ(first_flaw(path, "# Reading\n\nSome that I mean to read.\n\n", kListed), "") << path;
  }
}

TEST(LabelledTitles, EachOfSeveralHeadingsIsAnEntry) {
  const std::vector<Start> headings = {
      {"## {t}\n\n", ""}, {"## {n}. {t}\n", ""}, {"## [{t}]({u})\n\n", ""}};
  for (std::string_view path : {"/vault/notes/hearing.md", "/vault/README.md"}) {
    EXPECT_EQ(first_flaw(path, "# Papers\n\n", headings), "") << path;
    EXPECT_EQ(first_flaw(path, "# Papers\n\n# Vision\n\n", {{"### {t}\n", ""}}), "") << path;
    EXPECT_EQ(first_flaw(path, "", headings), "") << path;
  }
}

std::string titles(std::string_view text) {
  const auto note = Note::parse("/vault/notes/hearing.md", Text(std::string(text)));
  std::string out;
  for (const auto& entry : note->entries()) out += entry->title + "\n";
  return out;
}

TEST(LabelledTitles, OneAmongLinkedTitles) {
  EXPECT_EQ(
      titles("# Papers\n\n## Vision\n\n"
             "- [Quiet Gates for Lost Sensors](https://arxiv.org/abs/2205.04270)\n"
             "- [Loud Fields in Rooms](https://arxiv.org/abs/2205.04271)\n"
             "- Learning to Hear in Small Rooms\n"
             "  - Link: https://arxiv.org/abs/2205.04272\n"
             "  - Authors: Jane Doe\n"),
      "Quiet Gates for Lost Sensors\nLoud Fields in Rooms\nLearning to Hear in Small Rooms\n");
}

TEST(LabelledTitles, AFileWithLabelsOfItsOwnStaysOne) {
  // Works it compares with below its own labels.
  EXPECT_EQ(titles("# Quiet Gates for Lost Sensors\n\n"
                   "- Authors: Jane Doe, John Roe\n- Link: https://arxiv.org/abs/2205.04270\n\n"
                   "## Baseline of echoes\n\n- Paper: https://arxiv.org/abs/2205.04271\n\n"
                   "## Baseline of walls\n\n- Paper: https://arxiv.org/abs/2205.04272\n"),
            "Quiet Gates for Lost Sensors\n");
  // An outline, with all that it says nested in parts.
  EXPECT_EQ(titles("# Quiet Gates for Lost Sensors\n\n"
                   "- Information\n  - Authors: Jane Doe, John Roe\n"
                   "  - Link: https://arxiv.org/abs/2205.04270\n- Summary\n  - It hears.\n"),
            "Quiet Gates for Lost Sensors\n");
}

}  // namespace
