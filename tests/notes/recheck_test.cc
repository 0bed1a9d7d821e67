#include "notes/recheck.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using support::Fixture;

// The notes that an edit of a.md concerns: `old` there becomes `now`.
std::vector<std::string> concerned(const std::string& text, const std::string& old,
                                   const std::string& now) {
  Fixture fixture(text);
  notes::Workspace& workspace = fixture.workspace();
  workspace.open("/vault/a.md", std::string(fixture.note("a.md").text().bytes()));
  const auto before = workspace.snapshot().shared_note(fixture.id("a.md"));
  const auto at = static_cast<uint32_t>(before->text().bytes().find(old));
  workspace.edit("/vault/a.md", {at, at + static_cast<uint32_t>(old.size())}, now);
  const notes::Snapshot& vault = workspace.snapshot();
  std::vector<std::string> out;
  for (const notes::NoteId note :
       notes::notes_sharing_works(vault, before.get(), vault.note(fixture.id("a.md"))))
    if (note != fixture.id("a.md")) out.push_back(vault.display_path(note));
  return out;
}

constexpr const char* kVault = R"(
%! a.md
## [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, COLM'24
## [Paper Note] Hyena Hierarchy for Long Convolutions, Michael Poli+, ICML'23
%! b.md
## [Paper Note] Mamba: Linear-Time Sequence Modeling, Albert Gu+, arXiv'23
%! c.md
## [Paper Note] Hyena Hierarchy for Long Convolutions, Michael Poli+, ICML'23
)";

TEST(Recheck, ConcernsNotesThatHoldTheEntryEdited) {
  EXPECT_EQ(concerned(kVault, "COLM'24", "ICLR'24"), (std::vector<std::string>{"b.md"}));
  EXPECT_EQ(concerned(kVault, "Mamba", "Mambo"), (std::vector<std::string>{"b.md"}));
}

TEST(Recheck, ConcernsNotesThatNameAPlaceThatMoves) {
  EXPECT_EQ(concerned(kVault, "\n## [Paper Note] Hyena", "\n\n## [Paper Note] Hyena"),
            (std::vector<std::string>{"c.md"}));
}

TEST(Recheck, ConcernsNobodyWhenProseIsTyped) {
  EXPECT_EQ(concerned("%! a.md\n## [Paper Note] Mamba, Albert Gu+, COLM'24\nwords\n"
                      "## [Paper Note] Hyena, Michael Poli+, ICML'23\n%! b.md\n"
                      "## [Paper Note] Hyena, Michael Poli+, ICML'23\n",
                      "words", "word"),
            std::vector<std::string>());
}

}  // namespace
