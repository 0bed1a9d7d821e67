// The combined title line, read from the right.
#include "notes/title_line.h"

#include <gtest/gtest.h>

#include "notes/citation.h"

namespace {

using namespace notes;

// `title; author, author+; venue year-month`, `*` in front for a marker.
std::string check(std::string_view text) {
  const TitleLine line = read_title_line(text);
  EXPECT_LE(line.title_range.begin, line.title_range.end);
  EXPECT_LE(line.title_range.end, text.size());
  std::string out = (line.has_marker ? "*" : "") + line.title + ";";
  for (const std::string& author : line.authors) out += " " + author;
  if (line.et_al) out += "+";
  out += "; " + line.venue;
  if (line.year) out += (line.venue.empty() ? "" : " ") + std::to_string(*line.year);
  if (line.month) out += "-" + std::to_string(*line.month);
  return out;
}

TEST(TitleLine, ReadsAllParts) {
  EXPECT_EQ(check("[Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09"),
            "*Hyper-Connections; Defa Zhu+; ICLR 2025-9");
  EXPECT_EQ(check("Adam, Diederik P. Kingma+, ICLR'15"), "Adam; Diederik P. Kingma+; ICLR 2015");
  EXPECT_EQ(check("GQA, Joshua Ainslie+, N/A, EMNLP'23"), "GQA; Joshua Ainslie+; EMNLP 2023");
  EXPECT_EQ(check("GQA, Joshua Ainslie+, N/A"), "GQA; Joshua Ainslie+; ");
  EXPECT_EQ(check("LoRA, Edward J. Hu+, 2021.06"), "LoRA; Edward J. Hu+; 2021-6");
}

TEST(TitleLine, FamilyNamesMayStandFirst) {
  EXPECT_EQ(check("Attention, Wang, K., ICLR'25"), "Attention; Wang, K.; ICLR 2025");
  EXPECT_EQ(check("Attention, van Dyk, K.-J., 2025"), "Attention; van Dyk, K.-J.; 2025");
  EXPECT_EQ(check("Red, Green, Wang, K., Silva, A. B., ACL'21"),
            "Red, Green; Wang, K. Silva, A. B.; ACL 2021");
  EXPECT_EQ(check("Attention, Kevin Wang, et al., ACL'21"), "Attention; Kevin Wang+; ACL 2021");
  EXPECT_EQ(check("Attention, Wang, K., et al., ACL'21"), "Attention; Wang, K.+; ACL 2021");
  EXPECT_FALSE(is_bibliographic("Kevin Wang, Ana Silva, et al"));
  EXPECT_EQ(check("Red, Green, Kevin Wang, ACL'21"), "Red, Green; Kevin Wang; ACL 2021");
}

TEST(TitleLine, KeepsCommasAndColonsOfTheTitle) {
  EXPECT_EQ(check("[Paper Note] Attention, Please: A Study, in Parts, Ann Lee+, ACL'20"),
            "*Attention, Please: A Study, in Parts; Ann Lee+; ACL 2020");
  EXPECT_EQ(check("A Title (with, commas), Lee+, ACL'20"),
            "A Title (with, commas); Lee+; ACL 2020");
  EXPECT_EQ(check("An open (bracket, Lee+, ACL'20"), "An open (bracket; Lee+; ACL 2020");
  EXPECT_EQ(check("Only a title, with a comma"), "Only a title, with a comma;; ");
}

TEST(TitleLine, KnowsQuotesYearsAndMarkersAsPeopleWriteThem) {
  for (std::string_view venue :
       {"ICLR'25", "ICLR’25", "ICLR‘25", "ICLR25", "ICLR2025", "ICLR 2025"})
    EXPECT_EQ(check("T, A. Lee+, " + std::string(venue)), "T; A. Lee+; ICLR 2025") << venue;
  EXPECT_EQ(check("T, Lee+, NeurIPS'98"), "T; Lee+; NeurIPS 1998");
  EXPECT_EQ(check("T, Lee+, ACL'20 Findings"), "T; Lee+; ACL 2020");
  EXPECT_EQ(check("[论文解读] T, Lee+, ACL'20"), "*T; Lee+; ACL 2020");
  EXPECT_EQ(check("<論文ログ> T, 山田+, NLP'24"), "*T; 山田+; NLP 2024");
}

TEST(TitleLine, TakesNoMonthForAVenue) {
  EXPECT_FALSE(read_venue_year("March 2005"));
  EXPECT_FALSE(read_venue_year("Spring 2024"));
  EXPECT_FALSE(read_venue_year("Circa 2049"));
  EXPECT_TRUE(read_venue_year("Nature 2020"));
  EXPECT_EQ(read_venue_year("arxiv 2026")->venue, "arxiv");
  EXPECT_TRUE(read_venue_year("Proc. of Something 2020"));
  EXPECT_FALSE(read_title_line("Results, March 2005").is_bibliographic());
}

TEST(TitleLine, LeavesLinksNumbersAndMarkupOutOfTheTitle) {
  EXPECT_EQ(read_title_line("[A Title](https://arxiv.org/abs/1706.03762)").title, "A Title");
  EXPECT_EQ(read_title_line("A Title [[pdf](https://x.y/z.pdf)] [[code](u)]").title, "A Title");
  EXPECT_EQ(read_title_line("2. A Title | [`[x.pdf]`](https://x.y)").title, "A Title");
  EXPECT_EQ(read_title_line("**A Title**").title, "A Title");
  EXPECT_EQ(read_title_line("A \\[Title\\]").title, "A [Title]");
}

TEST(TitleLine, SurvivesAnything) {
  for (std::string_view text :
       {"", " ", ",", ", ", ", , ,", "+", ", +", "[Paper Note]", "'25", ", '25", "a, 2025.13",
        "[](", "((((", ", et al.", "、。+", "[Paper Note] [Paper Note] x"})
    check(text);
}

TEST(Author, LooksLikeAName) {
  for (std::string_view name :
       {"Lee", "Ann B. Lee", "Laurens van der Maaten", "山田太郎", "J. Lee"})
    EXPECT_TRUE(looks_like_author(name)) << name;
  for (std::string_view name : {"", "the method", "a list of words for the reader", "C++", "GPT-4",
                                "auctions (Edelman", "x/Y", "2020", "What?"})
    EXPECT_FALSE(looks_like_author(name)) << name;
}

TEST(Date, NeedsAMonthThatExists) {
  EXPECT_TRUE(read_dotted_date("2025.10"));
  EXPECT_TRUE(read_dotted_date("2025-10-31"));
  EXPECT_TRUE(read_dotted_date("2025"));
  for (std::string_view text : {"2025.13", "2025.00", "2025.1", "1.2025", "20251", "3025", "v2025"})
    EXPECT_FALSE(read_dotted_date(text)) << text;
}

TEST(Citation, IsNoListAndNoField) {
  for (std::string_view text : {"**Tags**: Neural Network, Object Detection, ECCV 2018",
                                "数据源: A Lib, B Challenge, CC 2025",
                                "First Symposium on Design, Monterey CA, November 1994",
                                "A (B, C & D, 2007", "Ann Lee, Bo Li [**T**](http://x.y), SOSP'01"})
    EXPECT_FALSE(citation_of_line(text, true) && citation_of_line(text, false)) << text;
  for (std::string_view text : {"in C, C++ and more", "bread, butter, Vitamin C+ and salt",
                                "Six (three each, two with 14), Royal Holloway, March 2005"})
    EXPECT_FALSE(citation_in(text)) << text;
}

TEST(TitleLine, IsBibliographicWhetherReadOrNot) {
  for (std::string_view line :
       {"", "Method", "Zhang+", "Zhang et al.", "Can it Search? Zhang+", "[Paper Note] A", " A+ ",
        "A, B+", "A, ICLR'25", "A, 2024.10", "Fast, cheap and good", "张三等", "A, B, ICLR 2025"})
    EXPECT_EQ(is_bibliographic(line), read_title_line(line).is_bibliographic()) << line;
}

}  // namespace
