#include "notes/different_works.h"

#include <gtest/gtest.h>

#include "notes/key.h"

namespace {

using notes::DifferentWorks;
using notes::Entry;
using notes::IdentifierKind;

Entry entry(std::string_view title, notes::Row<notes::Identifier> identifiers = {}) {
  Entry out;
  out.title = title;
  out.title_key = notes::title_key(title);
  out.identifiers = std::move(identifiers);
  return out;
}

TEST(DifferentWorks, GoByIdentifierOrTitleInEitherOrder) {
  DifferentWorks works;
  EXPECT_TRUE(works.add("arxiv:2401.00001", "Mamba: Linear-Time"));
  const Entry one = entry("Mamba", {{IdentifierKind::kArxiv, "2401.00001"}});
  const Entry other = entry("mamba - linear time");
  EXPECT_TRUE(works.hold(one, other));
  EXPECT_TRUE(works.hold(other, one));
  EXPECT_FALSE(works.hold(one, entry("Mamba")));
}

TEST(DifferentWorks, GoByWhatPeopleWriteForAnIdentifier) {
  const Entry one = entry("Mamba", {{IdentifierKind::kArxiv, "2401.00001"}});
  const Entry other = entry("Viper", {{IdentifierKind::kDoi, "10.1145/x"}});
  for (const char* name : {"arXiv:2401.00001v1", "https://arxiv.org/pdf/2401.00001v2", "2401.00001",
                           "arxiv: 2401.00001"})
    for (const char* its : {"10.1145/X", "DOI:10.1145/x", "https://doi.org/10.1145/x"}) {
      DifferentWorks works;
      EXPECT_TRUE(works.add(name, its));
      EXPECT_TRUE(works.hold(one, other)) << name << " " << its;
    }
}

TEST(DifferentWorks, OfOneTitleGoByItTwice) {
  DifferentWorks works;
  EXPECT_TRUE(works.add("Letter from the editor", "Letter from the editor"));
  EXPECT_TRUE(works.hold(entry("Letter from the Editor"), entry("Letter From the Editor")));
}

TEST(DifferentWorks, AreNotToldApartByWhatBothAreCalled) {
  DifferentWorks works;
  works.add("doi:10.1/x", "Mamba");
  const Entry both = entry("Mamba", {{IdentifierKind::kDoi, "10.1/x"}});
  EXPECT_TRUE(works.hold(both, entry("Mamba")));
  EXPECT_FALSE(works.hold(both, both));
}

TEST(DifferentWorks, NeedANameThatSaysSomething) {
  DifferentWorks works;
  EXPECT_FALSE(works.add("Mamba", "!?"));
  EXPECT_TRUE(works.empty());
}

}  // namespace
