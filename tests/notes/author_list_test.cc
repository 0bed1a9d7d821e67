// Who wrote a work and when it came out, in the ways in which labels and title lines say it.
#include "notes/author_list.h"

#include <gtest/gtest.h>

#include "notes/bibliography.h"
#include "notes/observed.h"
#include "notes/title_line.h"

namespace {

using namespace notes;

std::string authors(std::string_view written) {
  Entry entry;
  take_field(Field::kAuthors, "authors", written, entry);
  std::string out;
  for (const notes::Phrase& author : entry.authors) out += (out.empty() ? "" : "|") + author;
  return out + (entry.et_al ? "+" : "");
}

std::string when(Field field, std::string_view written) {
  Entry entry;
  take_field(field, "", written, entry);
  std::string out = entry.venue.str();
  if (entry.year) out += (out.empty() ? "" : " ") + std::to_string(*entry.year);
  if (entry.month) out += "." + std::to_string(*entry.month);
  return out;
}

TEST(AuthorList, NamesInScriptsOfEastAsia) {
  EXPECT_EQ(authors("김철수, 이영희"), "김철수|이영희");
  EXPECT_EQ(authors("김철수, 이영희 외"), "김철수|이영희+");
  EXPECT_EQ(authors("김철수 외 3명"), "김철수+");
  EXPECT_EQ(authors("山田太郎 他"), "山田太郎+");
  EXPECT_EQ(authors("山田太郎・鈴木花子"), "山田太郎|鈴木花子");
  EXPECT_EQ(authors("ジェーン・ドウ"), "ジェーン・ドウ");
  EXPECT_EQ(authors("张三，李四；王五"), "张三|李四|王五");
  EXPECT_EQ(authors("张三、李四等"), "张三|李四+");
}

TEST(AuthorList, NamesBesideLinksAndMarksOfFootnotes) {
  EXPECT_EQ(authors("[Jane Doe](https://x.org/j), Rob Roe"), "Jane Doe|Rob Roe");
  EXPECT_EQ(authors("Jane Doe<sup>1,2</sup>, Rob Roe^2, Ann Lee$^{3}$"),
            "Jane Doe|Rob Roe|Ann Lee");
  EXPECT_EQ(authors("Jane Doe1, Rob Roe2"), "Jane Doe|Rob Roe");
  EXPECT_EQ(authors("Doe, Jane; Roe, Rob"), "Doe, Jane|Roe, Rob");
  EXPECT_EQ(authors("https://x.org/authors"), "");
}

TEST(AuthorList, YearsHoweverTheyAreWritten) {
  EXPECT_EQ(when(Field::kYear, "２０２０"), "2020");
  EXPECT_EQ(when(Field::kYear, "令和3年"), "2021");
  EXPECT_EQ(when(Field::kYear, "平成元年"), "1989");
  EXPECT_EQ(when(Field::kYear, "3 May 2021"), "2021.5");
  EXPECT_EQ(when(Field::kYear, "May 3, 2021"), "2021.5");
  EXPECT_EQ(when(Field::kYear, "CVPR 2019"), "CVPR 2019");
  EXPECT_EQ(when(Field::kVenue, "言語処理学会第27回年次大会 (2021)"),
            "言語処理学会第27回年次大会 2021");
  EXPECT_EQ(when(Field::kVenue, "JMLR, 2003"), "JMLR 2003");
}

std::string line(std::string_view written) {
  const TitleLine read = read_title_line(written);
  std::string out = read.title;
  for (const std::string& author : read.authors) out += "|" + author;
  out += "|" + read.venue + "|" + std::to_string(read.year.value_or(0));
  if (read.month) out += "." + std::to_string(*read.month);
  return out;
}

TEST(TitleLine, IsTakenApartAtFullWidthCommas) {
  EXPECT_EQ(line("Quiet Gates，Jane Doe+，ICLR＇25"), "Quiet Gates|Jane Doe|ICLR|2025");
  EXPECT_EQ(line("静かな門、そして部屋、山田太郎+、言語処理学会'22"),
            "静かな門、そして部屋|山田太郎|言語処理学会|2022");
  EXPECT_EQ(line("[Paper Note] Quiet Gates, Jane Doe+, arXiv'23, 2023.1"),
            "Quiet Gates|Jane Doe|arXiv|2023.1");
  EXPECT_FALSE(is_bibliographic("研究图像，语音等"));
  EXPECT_FALSE(is_bibliographic("其他"));
  EXPECT_FALSE(is_bibliographic("모델 그 외"));
}

TEST(TitleLine, MayHaveItsVenueInBrackets) {
  const auto check = [](std::string_view text) {
    const auto note = Note::parse("/vault/a.md", Text(std::string(text)));
    std::string out;
    for (const auto& entry : note->entries())
      out += entry->title + "|" + entry->venue + "|" + std::to_string(entry->year.value_or(0));
    return out;
  };
  EXPECT_EQ(check("# [Paper Note] Quiet Gates in Rooms (NeurIPS 2020)\n\ntext\n"),
            "Quiet Gates in Rooms|NeurIPS|2020");
  EXPECT_EQ(
      check("# Quiet Gates in Rooms（ACL 2020）\n\n- Link: https://arxiv.org/abs/1901.00001\n"),
      "Quiet Gates in Rooms|ACL|2020");
}

TEST(FieldHeadings, HoldListsAndValues) {
  const auto note = Note::parse(
      "/vault/a.md",
      Text("### Paper: Quiet Gates in Rooms\n\n### Author: Jane Doe\n\n### Year: 2020\n\nText.\n"));
  ASSERT_EQ(note->entries().size(), 1u);
  EXPECT_EQ(note->entries()[0]->title, "Quiet Gates in Rooms");
  EXPECT_EQ(note->entries()[0]->authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_EQ(note->entries()[0]->year, 2020);
  const auto listed =
      Note::parse("/vault/b.md",
                  Text("# Title\n\nQuiet Gates in Rooms\n\n# Authors\n\n- Jane Doe\n- Rob Roe\n"));
  ASSERT_EQ(listed->entries().size(), 1u);
  EXPECT_EQ(listed->entries()[0]->authors, (std::vector<std::string>{"Jane Doe", "Rob Roe"}));
  EXPECT_EQ(observed::titles("## 論文タイトル：静かな門の研究\n\n- 著者：山田太郎\n"),
            "静かな門の研究");
}

}  // namespace
