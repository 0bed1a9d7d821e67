#include "notes/bibliography.h"

#include <gtest/gtest.h>

namespace {

using namespace notes;

std::string shown(const Entry& entry) {
  std::string out;
  for (const notes::Phrase& author : entry.authors) out += (out.empty() ? "" : "; ") + author;
  if (entry.et_al) out += " +";
  if (entry.year) out += " " + std::to_string(*entry.year);
  return out;
}

std::string authors(std::string_view text) {
  Entry entry;
  read_authors(text, entry);
  return shown(entry);
}

std::string byline(std::string_view text) {
  Entry entry;
  return read_byline(text, entry) ? shown(entry) : "none";
}

std::string venue(std::string_view text) {
  Entry entry;
  take_field(Field::kVenue, "venue", text, entry);
  return entry.venue + (entry.year ? " " + std::to_string(*entry.year) : "");
}

TEST(Authors, AreSeparatedInEveryWay) {
  EXPECT_EQ(authors("A. Author, B. Author and C. Author"), "A. Author; B. Author; C. Author");
  EXPECT_EQ(authors("Kingma, Diederik and Ba, Jimmy"), "Kingma, Diederik; Ba, Jimmy");
  EXPECT_EQ(authors("[[people/Ann Author|Ann]], [[people/Bob Writer]]"), "Ann; Bob Writer");
  EXPECT_EQ(authors("张三、李四"), "张三; 李四");
}

TEST(Authors, MayBeOneWithTheLastNameFirst) {
  EXPECT_EQ(authors("Van Den Oord, Aäron, et al."), "Van Den Oord, Aäron +");
  EXPECT_EQ(authors("Park, Hyun Sang"), "Park, Hyun Sang");
  EXPECT_EQ(authors("Jane Doe, John Roe"), "Jane Doe; John Roe");
}

TEST(Authors, LoseTheMarksOfFootnotes) {
  EXPECT_EQ(authors("Tian Lan†, Dagan Feng 5, Yajun Ma b"), "Tian Lan; Dagan Feng; Yajun Ma");
  EXPECT_EQ(authors("Daniel\u00a0A. Ackerberg and Bob\u00a0Writer"),
            "Daniel A. Ackerberg; Bob Writer");
}

TEST(Authors, MayGoOnHoweverThatIsSpelt) {
  for (std::string_view text : {"Yang et al.", "Yang et al", "Yang et. al.", "Yang et el", "Yang+"})
    EXPECT_EQ(authors(text), "Yang +") << text;
}

TEST(Byline, IsALineOfNamesAndAYear) {
  EXPECT_EQ(byline("Thurein S. Paing and Regan Zane, 2006"), "Thurein S. Paing; Regan Zane 2006");
  EXPECT_EQ(byline("Ping-Hsuan Hsieh, et al, 2018"), "Ping-Hsuan Hsieh + 2018");
  EXPECT_EQ(byline("[[authors/Zaixing He]], and [[authors/Miki Haseyama]], 2010"),
            "Zaixing He; Miki Haseyama 2010");
  EXPECT_EQ(byline("*Jane Doe, John Roe*"), "Jane Doe; John Roe");
}

TEST(Byline, IsNoOtherLine) {
  for (std::string_view text :
       {"CVPR 2020", "Object Detection, Image Segmentation", "We met in March, 2020",
        "Attention Is All You Need", "Results: A, B, 2020", ""})
    EXPECT_EQ(byline(text), "none") << text;
}

TEST(Venue, MayHaveWordsBehindItsYear) {
  EXPECT_EQ(venue("ICLR 2026 Oral"), "ICLR 2026");
  EXPECT_EQ(venue("ICLR2026 Workshop"), "ICLR 2026");
  EXPECT_EQ(venue("NeurIPS 2025（Workshop）"), "NeurIPS 2025");
  EXPECT_EQ(venue("Nature Machine Intelligence"), "Nature Machine Intelligence");
}

TEST(Venue, IsNothingWhileThereIsNone) {
  for (std::string_view text : {"投稿中", "Under review", "N/A"})
    EXPECT_EQ(venue(text), "") << text;
}

}  // namespace
