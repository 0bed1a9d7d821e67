#include "rules.h"

#include <gtest/gtest.h>

#include <set>

#include "features/troubles.h"

namespace {

TEST(Rules, HaveOneForEveryCode) {
  for (const std::string_view code :
       {features::kFrontMatter, features::kFrontMatterUnclosed, features::kDuplicateKey,
        features::kBrokenRecord, features::kCodeUnclosed, features::kCommentUnclosed,
        features::code_of(notes::Relation::kSameWork),
        features::code_of(notes::Relation::kOtherVersion),
        features::code_of(notes::Relation::kIdentifierConflict),
        features::code_of(notes::Relation::kCrossListing)})
    EXPECT_LT(server::rule_of(code), server::rules().size()) << code;
  std::set<std::string_view> codes;
  for (const server::Rule& rule : server::rules()) EXPECT_TRUE(codes.insert(rule.code).second);
}

TEST(Rules, AreChosenByKindOrCode) {
  EXPECT_TRUE(server::is_kind("duplicates"));
  EXPECT_TRUE(server::is_kind("identifier-conflict"));
  EXPECT_FALSE(server::is_kind("duplicate"));
  EXPECT_FALSE(server::is_kind(""));
  EXPECT_TRUE(server::is_of_kind("cross-listing", "duplicates"));
  EXPECT_FALSE(server::is_of_kind("code-unclosed", "duplicates"));
  EXPECT_FALSE(server::is_of_kind("unheard-of", "duplicates"));
}

}  // namespace
