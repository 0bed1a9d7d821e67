#include "notes/first_look.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "notes/key.h"
#include "notes/work_verdict.h"

namespace {

using notes::Entry;
using notes::FirstLook;

struct Said {
  std::string title;
  std::vector<std::string> authors;
  std::string venue{};
  int year = 0;
  std::string arxiv{};
};

Entry entry(const Said& said) {
  Entry out;
  out.title = said.title;
  out.title_key = notes::title_key(said.title);
  for (const std::string& author : said.authors) out.authors.push_back(author);
  if (!said.authors.empty()) out.author_key = notes::author_key(said.authors.front());
  out.venue = said.venue;
  if (said.year > 0) out.year = said.year;
  if (!said.arxiv.empty())
    out.identifiers.push_back({notes::IdentifierKind::kArxiv, notes::Phrase(said.arxiv)});
  return out;
}

bool may_be_related(const Said& one, const Said& other) {
  const Entry a = entry(one), b = entry(other);
  const FirstLook here(a), there(b);
  EXPECT_EQ(here.may_be_related(there), there.may_be_related(here));
  return here.may_be_related(there);
}

TEST(FirstLook, TellsOthersWorksApartByTheirWords) {
  const Said harbors{"Charting Sparse Harbors with Lanterns", {"Ada Moreau"}};
  EXPECT_FALSE(may_be_related(harbors, {"Sounding Sparse Harbors with Nets", {"Ben Okafor"}}));
  EXPECT_FALSE(may_be_related(harbors, {"Sounding Sparse Harbors", {"B. Okafor", "C. Lind"}}));
  EXPECT_FALSE(may_be_related({"疎な港の測量", {"Ada Moreau"}}, {"港の疎な記録", {"Ben Okafor"}}));
  EXPECT_FALSE(may_be_related(harbors, {"Charting Sparse Piers with Nets", {"Ben Okafor"}}));
  EXPECT_FALSE(may_be_related({"Harbors", {"Ada Moreau"}}, {"Harbors", {"Ben Okafor"}}));
}

TEST(FirstLook, TellsOthersWorksApartByAWordMoreWhereBothAreDated) {
  const auto may_be = [&](int year, int other_year) {
    return may_be_related({"Charting Sparse Harbors", {"Ada Moreau"}, "", year},
                          {"Charting Sparse Harbors Anew", {"Ben Okafor"}, "", other_year});
  };
  EXPECT_TRUE(may_be(0, 0));
  EXPECT_TRUE(may_be(2020, 0));
  EXPECT_FALSE(may_be(2020, 2021));
}

TEST(FirstLook, LooksTwiceWherePeopleMayBeTheSame) {
  const std::string one = "Charting Sparse Harbors", other = "Sounding Sparse Harbors";
  const auto may_be = [&](std::vector<std::string> here, std::vector<std::string> there) {
    return may_be_related({one, std::move(here)}, {other, std::move(there)});
  };
  EXPECT_TRUE(may_be({"Ada Moreau"}, {"C. Moreau"}));
  EXPECT_TRUE(may_be({"Ada Moreau"}, {"Ada Morreau"}));
  EXPECT_TRUE(may_be({"Ada Moreau"}, {"Moreau A."}));
  EXPECT_TRUE(may_be({"K. Shim"}, {"S. Kyuseok"}));
  EXPECT_TRUE(may_be({"Ada Moreau"}, {}));
  EXPECT_TRUE(may_be({"Ada Moreau"}, {"ACMS Anthology"}));
  EXPECT_TRUE(may_be({"Ada Moreau", "Ben Okafor"}, {"Chris Lind", "Ada Moreau"}));
}

TEST(FirstLook, LooksTwiceWhereTitlesMayBeginAlike) {
  const auto may_be = [&](const std::string& one, const std::string& other) {
    return may_be_related({one, {"Ada Moreau"}}, {other, {"Ben Okafor"}});
  };
  EXPECT_TRUE(may_be("Charting Sparse Harbors", "Charting Sparse Harbors"));
  EXPECT_TRUE(may_be("Charting Sparse Harbors", "Chartign Sparse Harbors"));
  EXPECT_TRUE(may_be("Pre-dawn Charting of Harbors", "Predawn Charting of Harbors"));
  EXPECT_TRUE(may_be("LLMs in Sparse Harbors", "Large Language Models in Sparse Harbors"));
  EXPECT_TRUE(may_be("P2P Sparse Harbors", "Peer to Peer Sparse Harbors"));
  EXPECT_TRUE(may_be("The Sparse Harbors of Lanterns", "Sparse Harbors of Lanterns"));
  EXPECT_TRUE(may_be("港の疎な測量", "港の疎な測量の記録"));
}

TEST(FirstLook, LooksTwiceWhereAnIdentifierIsShared) {
  EXPECT_TRUE(may_be_related({"Charting Sparse Harbors", {"Ada Moreau"}, "", 0, "2001.00001"},
                             {"Sounding Nets", {"Ben Okafor"}, "", 0, "2001.00001"}));
  EXPECT_FALSE(may_be_related({"Charting Sparse Harbors", {"Ada Moreau"}, "", 0, "2001.00001"},
                              {"Sounding Nets", {"Ben Okafor"}, "", 0, "2001.00002"}));
}

// Entries that are spelled, and begin, in all the ways that the verdict sees through.
class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  Said work() {
    Said out{title(), {}};
    for (size_t i = below(4); i > 0; --i) out.authors.push_back(name());
    if (below(2) == 0) out.venue = pick({"ICLR", "arXiv", "Harbor Letters", "Proc. of Lanterns"});
    if (below(2) == 0) out.year = 2015 + static_cast<int>(below(4));
    if (below(4) == 0) out.arxiv = "2001.0000" + std::to_string(below(10));
    return out;
  }

 private:
  size_t below(size_t limit) { return random_() % limit; }
  std::string pick(std::initializer_list<const char*> of) { return of.begin()[below(of.size())]; }

  std::string title() {
    std::string out = pick({"", "", "", "The ", "On the ", "Tide: ", "TideNet: ", "Tide-Net: "});
    out += pick({"Predawn Charting", "Pre-dawn Charting", "Predwan Charting", "LLM", "LLMs",
                 "Large Language Models", "Seq2Seq", "Sequence to Sequence", "深層港の", "深い港の",
                 "Écoles", "Ecoles", "W/o Nets", "Without Nets", "Unlit Piers", "Lit Piers"});
    out += pick({" for Harbor", " for Harbour", " of Harbors", " in Harbors", "による測量"});
    out += pick({" with Sparse Lanterns", " with Sparse Lantern", " and Sparse Lanterns", "", " 2",
                 ": A Survey", " (Extended Version)", "の評価", "の評価方法"});
    return out;
  }
  std::string name() {
    return pick({"Ada Moreau", "A. Moreau", "Moreau, Ada", "Ada Morreau", "Ben Okafor",
                 "van der Berg, Chris", "Chris Vanderberg", "K. Shim", "S. Kyuseok", "山田 太郎",
                 "山田太郎", "José Núñez", "Jose Nunez", "ACMS Anthology", "Chris Lind",
                 "C. Ling"});
  }

  std::mt19937 random_;
};

TEST(FirstLook, NeverDeniesWhatTheVerdictFinds) {
  size_t related = 0, by_others = 0, denied = 0, unrelated = 0;
  for (unsigned seed = 0; seed < 8; ++seed) {
    Author author(seed);
    std::vector<Said> said;
    for (int i = 0; i < 160; ++i) said.push_back(author.work());
    std::vector<Entry> entries;
    for (const Said& one : said) entries.push_back(entry(one));
    std::vector<FirstLook> looks;
    std::vector<notes::WorkProfile> works;
    for (const Entry& one : entries) {
      looks.emplace_back(one);
      works.push_back(profile_of(one));
    }
    for (size_t i = 0; i < entries.size(); ++i) {
      for (size_t k = 0; k < i; ++k) {
        const notes::Verdict verdict = verdict_on(works[i], works[k]);
        const notes::Verdict brief = verdict_if_related(works[i], works[k]);
        ASSERT_EQ(verdict.relation, brief.relation) << said[i].title << " | " << said[k].title;
        const bool may_be = looks[i].may_be_related(looks[k]);
        if (!verdict.relation) {
          ++unrelated;
          denied += !may_be;
          continue;
        }
        ++related;
        ASSERT_TRUE(may_be) << said[i].title << " | " << said[k].title;
        EXPECT_EQ(verdict.score, brief.score);
        EXPECT_EQ(verdict.title_share, brief.title_share);
        EXPECT_EQ(verdict.shared, brief.shared);
        EXPECT_EQ(verdict.is_of_two_preprints, brief.is_of_two_preprints);
        by_others += !works[i].people.empty() && !works[k].people.empty() &&
                     same_first_author(works[i], works[k]) == 0 && !verdict.shared;
      }
    }
  }
  EXPECT_GT(related, 1000u);
  EXPECT_GT(by_others, 50u);
  EXPECT_GT(denied, unrelated / 10);
}

}  // namespace
