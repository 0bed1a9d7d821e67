#include "features/diagnostics.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using support::Fixture;

// One line for each finding in a.md and for each place it names.
void check(const std::string& notes, const std::vector<std::string>& want) {
  const Fixture fixture(notes);
  std::vector<std::string> got;
  for (const auto& found : diagnose(fixture.vault(), fixture.id("a.md"))) {
    EXPECT_EQ(found.severity, features::Severity::kWarning);
    got.push_back(fixture.show(fixture.id("a.md"), found.range) + ' ' + found.code + ": " +
                  found.message);
    for (const auto& other : found.related) {
      got.push_back("  " + fixture.show(other.note, other.range) + ' ' + other.message);
    }
  }
  EXPECT_EQ(got, want);
}

TEST(Diagnostics, WarnOfAPaperNotedTwice) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
https://arxiv.org/abs/2409.19606
%! b.md
# 超接続
## [Paper Note] Hyper-Connections, Defa Zhu+, arXiv'24
https://arxiv.org/pdf/2409.19606v2
)",
        {"a.md:1 \"Hyper-Connections\" duplicate-entry: Noted more than once: same arXiv id "
         "2409.19606",
         "  b.md:2 \"Hyper-Connections\" Also noted in b.md:2: Hyper-Connections"});
}

TEST(Diagnostics, WarnOnBothTitlesOfOneNote) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
## [Paper Note] Hyper-connections, Defa Zhu+, arXiv'24
)",
        {"a.md:1 \"Hyper-Connections\" duplicate-entry: Noted more than once: same title and first "
         "author",
         "  a.md:2 \"Hyper-connections\" Also noted in a.md:2: Hyper-connections",
         "a.md:2 \"Hyper-connections\" duplicate-entry: Noted more than once: same title and first "
         "author",
         "  a.md:1 \"Hyper-Connections\" Also noted in a.md:1: Hyper-Connections"});
}

TEST(Diagnostics, AreSilentAboutDifferentPapers) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
%! b.md
## [Paper Note] Hyper-Connections, Ann Other+, ACL'23
- [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
)",
        {});
}

}  // namespace
