#include "notes/resolve.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace {

using notes::EntryId;
using notes::NoteId;
using notes::ReferenceId;
using support::Fixture;
using Strings = std::vector<std::string>;

// `papers/hyper.md:1 = Hyper-Connections` for an entry, `papers/hyper.md:4` for a heading or note.
std::string show(const notes::Snapshot& vault, const notes::Target& target) {
  const notes::Note& note = *vault.note(target.note);
  std::string out = vault.display_path(target.note) + ":" +
                    std::to_string(note.text().line_of(target.range.begin) + 1);
  if (target.entry) out += " = " + vault.entry({target.note, *target.entry})->title;
  return out;
}

Strings resolved(const notes::Snapshot& vault, NoteId from, uint32_t offset) {
  const auto reference = vault.note(from)->reference_at(offset);
  if (!reference) return {"no reference here"};
  Strings out;
  for (const auto& target : resolve(vault, from, *reference).targets) {
    out.push_back(show(vault, target));
  }
  return out;
}

void check(std::string_view text, const Strings& targets) {
  const Fixture fixture(text);
  const notes::Place cursor = fixture.cursor();
  EXPECT_EQ(resolved(fixture.vault(), cursor.note, cursor.offset), targets);
}

// What stands in reading.md, and what it means beside `others`.
void check_written(std::string_view written, std::string_view others, const Strings& targets) {
  SCOPED_TRACE(written);
  const Fixture fixture("%! reading.md\n- " + std::string(written) + "\n" + std::string(others));
  EXPECT_EQ(resolved(fixture.vault(), fixture.id("reading.md"), 4), targets);
}

constexpr std::string_view kHyper = R"(%! papers/hyper.md
---
title: "Hyper-Connections"
authors: [Defa Zhu]
arxiv: 2409.19606
---
## What it says
)";
const Strings kToHyper = {"papers/hyper.md:2 = Hyper-Connections"};

TEST(Resolve, AnIdentifierMeansTheEntryThatHasIt) {
  for (const std::string_view written :
       {"https://arxiv.org/abs/2409.19606", "<https://arxiv.org/pdf/2409.19606v2>",
        "[its page](http://arxiv.org/abs/2409.19606v3)", "arXiv:2409.19606",
        "https://doi.org/10.48550/arXiv.2409.19606"}) {
    check_written(written, kHyper, kToHyper);
  }
  check_written("https://arxiv.org/abs/2409.19607", kHyper, {});
}

TEST(Resolve, AnEntrysOwnIdentifierMeansTheOtherNotesOfItFirst) {
  check(R"(
%! a.md
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
- arXiv: https://arxiv.org/abs/2409.19606
%| https
%! b.md
## [Paper Note] Hyper-Connections, Defa Zhu+, arXiv'24
- arXiv: https://arxiv.org/abs/2409.19606
)",
        {"b.md:1 = Hyper-Connections", "a.md:1 = Hyper-Connections"});
}

TEST(Resolve, ALinkMeansTheNoteAtItsPath) {
  for (const std::string_view written :
       {"[x](papers/hyper.md)", "[x](./papers/hyper)", "[x](/papers/hyper.md)",
        "[x](papers/hyper.html)", "[x](papers/../papers//hyper.md)", "[x](<papers/hyper.md>)",
        "[x](papers/%68yper.md)", "[x](Papers/Hyper.md)"}) {
    check_written(written, kHyper, kToHyper);
  }
  for (const std::string_view written : {"[x](papers)", "[x](hypo.md)"}) {
    check_written(written, kHyper, {});
  }
}

TEST(Resolve, ALinkToAFileThatMovedMeansTheOnlyOneOfItsName) {
  check_written("[x](hyper.md)", kHyper, kToHyper);
  check_written("[x](../old/hyper.md)", kHyper, kToHyper);
  check_written("[x](hyper.md)", std::string(kHyper) + "%! b/hyper.md\n2\n", {});
  check_written("[x](old/README.md)", "%! b/README.md\n2\n", {});
}

TEST(Resolve, ALinkIsRelativeToItsFolderAndThenToItsRoot) {
  const std::string_view others = R"(
%! a/reading.md
see [one](x.md)
%| [one
%! x.md
in the root
)";
  check(others, {"x.md:1"});
  check(std::string(others) + "%! a/x.md\nin the folder\n", {"a/x.md:1"});
}

TEST(Resolve, AFolderMeansItsReadme) {
  const std::string_view others = "%! hyper/README.md\nAbout hyper.\n";
  check_written("[x](hyper)", others, {"hyper/README.md:1"});
  check_written("[x](hyper/)", others, {"hyper/README.md:1"});
  check_written("[x](/hyper/)", others, {"hyper/README.md:1"});
}

TEST(Resolve, AnAnchorMeansTheHeadingOrTheEntryTitledSo) {
  const std::string_view others = R"(%! notes.md
# Some *notes*
## [Paper Note] Mamba, Albert Gu+, COLM'24
### What is new
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
)";
  check_written("[x](notes.md#what-is-new)", others, {"notes.md:3"});
  check_written("[[notes#What is new]]", others, {"notes.md:3"});
  check_written("[[notes#Mamba]]", others, {"notes.md:2 = Mamba"});
  check_written("[x](notes.md#hyper-connections)", others, {"notes.md:4 = Hyper-Connections"});
  check_written("[x](notes.md#paper-note-mamba-albert-gu-colm24)", others, {"notes.md:2 = Mamba"});
  check_written("[[notes#No such thing]]", others, {"notes.md:1"});
  check_written("[[notes]]", others, {"notes.md:1"});
}

TEST(Resolve, AnAnchorAloneStaysInItsNote) {
  check("## One\n## Two\nsee [[#One]]\n%| [[\n", {"a.md:1"});
  check("## One\n## Two\nsee [it](#two)\n%| [it\n", {"a.md:2"});
}

TEST(Resolve, AFileOfOnePaperMeansThatPaper) {
  check_written("[[hyper]]", kHyper, kToHyper);
  check_written("[[hyper#What it says]]", kHyper, {"papers/hyper.md:6"});
}

TEST(Resolve, AWikiNameMeansTheNotesCalledSo) {
  check_written("[[Hyper]]", "%! a/Hyper.md\n1\n%! b/hyper.md\n2\n", {"a/Hyper.md:1"});
  check_written("[[HYPER]]", "%! a/Hyper.md\n1\n", {"a/Hyper.md:1"});
  check_written("[[Hyper.md|that one]]", "%! a/Hyper.md\n1\n", {"a/Hyper.md:1"});
  // The same name in composed and decomposed form.
  check_written("[[Patin\u0303o]]", "%! Pati\u00f1o.md\n1\n", {"Pati\u00f1o.md:1"});
  check_written("[[a/hyper]]", "%! x/a/hyper.md\n1\n%! b/hyper.md\n2\n", {"x/a/hyper.md:1"});
  check_written("[[a/hyper]]", "%! xa/hyper.md\n1\n", {});
  check_written("[[nobody]]", "%! hyper.md\n1\n", {});
}

TEST(Resolve, OfSeveralNotesCalledSoTheNearestComesFirst) {
  check(R"(
%! a/b/reading.md
[[x]]
%| x
%! c/x.md
far
%! x.md
near
%! a/b/x.md
here
%! a/x.md
nearer
)",
        {"a/b/x.md:1", "a/x.md:1", "x.md:1", "c/x.md:1"});
}

TEST(Resolve, AWikiNameThatNoNoteHasMayBeATitle) {
  const std::string_view others = R"(%! many.md
## [Paper Note] Zero/Few-shot Prompting, Ann Lee+, ACL'22
## [Paper Note] Mamba, Albert Gu+, COLM'24
)";
  check_written("[[mamba]]", others, {"many.md:2 = Mamba"});
  check_written("[[Zero/Few-Shot Prompting]]", others, {"many.md:1 = Zero/Few-shot Prompting"});
  check_written("[[mamba]]", std::string(others) + "%! mamba.md\nA snake.\n", {"mamba.md:1"});
}

TEST(Resolve, ATitleMeansTheEntryNotedUnderIt) {
  for (const std::string_view written :
       {"[Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25",
        "[Paper Note] hyper - connections, Zhu+", "[Paper Note] Hyper-Connections"}) {
    check_written(written, kHyper, kToHyper);
  }
  check_written("[Paper Note] Hyperconnections, Defa Zhu+, ICLR'25", kHyper, {});
}

TEST(Resolve, AnAuthorThatIsNamedOnBothSidesMustAgree) {
  const auto by = [](std::string_view author) {
    return "%! p.md\n---\ntitle: The Same\nyear: 2020\n" + std::string(author) + "---\n";
  };
  const Strings found = {"p.md:2 = The Same"};
  check_written("[Paper Note] The Same, Ana Wang+, ACL'20", by("authors: [B. Wang]\n"), found);
  check_written("[Paper Note] The Same, Ana Wang+, ACL'20", by("authors: [B. Wong]\n"), {});
  check_written("[Paper Note] The Same, Ana Wang+, ACL'20", by(""), found);
  check_written("[Paper Note] The Same", by("authors: [B. Wong]\n"), found);
  check_written("[Paper Note] The Same, Maaten+, ACL'20", by("authors: [Laurens van der Maaten]\n"),
                found);
  check_written("[Paper Note] The Same, Aten+, ACL'20", by("authors: [Laurens van der Maaten]\n"),
                {});
  check_written("[Paper Note] The Same, Patino+, ACL'20", by("authors: [J. Pati\u00f1o]\n"), {});
}

TEST(Resolve, OfSeveralEntriesThoseThatAgreeInVenueAndYearComeFirst) {
  const std::string_view others = R"(%! a.md
## [Paper Note] NEFTune, Neel Jain+, arXiv'23
## [Paper Note] NEFTune, Neel Jain+, ICLR'24
%! b.md
## [Paper Note] NEFTune, Neel Jain+, NeurIPS'23
)";
  const std::string first = "a.md:1 = NEFTune", second = "a.md:2 = NEFTune",
                    third = "b.md:1 = NEFTune";
  check_written("[Paper Note] NEFTune, Neel Jain+, ICLR'24", others, {second, first, third});
  check_written("[Paper Note] NEFTune, Neel Jain+, NeurIPS'23", others, {third, first, second});
  check_written("[Paper Note] NEFTune, Neel Jain+", others, {first, second, third});
}

TEST(Resolve, ACommentMayNameItsOwnPaper) {
  check(R"(
## [Paper Note] Mamba, Albert Gu+, COLM'24
Comment: not the only one.

- [Paper Note] Mamba, Albert Gu+, COLM'24
%| Mamba
)",
        {"a.md:1 = Mamba"});
}

TEST(Resolve, ADocumentThatIsNoFileFindsNotesFromTheRoots) {
  notes::Workspace workspace;
  workspace.set_roots({"/vault"});
  workspace.load(notes::Note::parse("/vault/a/x.md", notes::Text("here\n")));
  const NoteId id = workspace.open("untitled:Untitled-1", "[x](a/x.md) [[x]]\n").note;
  EXPECT_EQ(resolved(workspace.snapshot(), id, 1), Strings{"a/x.md:1"});
  EXPECT_EQ(resolved(workspace.snapshot(), id, 14), Strings{"a/x.md:1"});
}

// Every way of writing a reference, between notes of every kind.
constexpr std::string_view kWeb = R"(
%! index.md
[[hyper]] [[HYPER#what it says]] [[Mamba]] [[#Below]] [[papers/hyper.md]]
[a](papers/hyper.md) [b](papers/hyper.html#what-it-says) [c](lists) [d](lists/) [e](/lists/many)
[f](#below) [[nothing]] https://arxiv.org/abs/2312.00752
- [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
- [Paper Note] Mamba, Albert Gu+, COLM'24
## Below
%! papers/hyper.md
---
title: Hyper-Connections
authors: [Defa Zhu]
arxiv: 2409.19606
---
## What it says
See [[../lists/many#Mamba]], [up](..), [here](.) and https://arxiv.org/abs/2409.19606
%! papers/readme.md
[[many]]
%! lists/README.md
[n](many.md#mamba)
%! lists/many.md
## [Paper Note] Mamba, Albert Gu+, COLM'24
- arXiv: https://arxiv.org/abs/2312.00752
## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
- arXiv: https://arxiv.org/abs/2409.19606
see [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25
)";

template <class Means>
std::vector<ReferenceId> all_that(const notes::Snapshot& vault, Means means) {
  std::vector<ReferenceId> out;
  for (NoteId note = 0; note < vault.note_limit(); ++note) {
    const auto references = vault.note(note)->references();
    for (uint32_t i = 0; i < references.size(); ++i) {
      for (const auto& target : resolve(vault, note, references[i]).targets) {
        if (!means(note, references[i], target)) continue;
        out.push_back({note, i});
        break;
      }
    }
  }
  return out;
}

TEST(Resolve, WhatRefersToAnEntryIsWhatResolvesToIt) {
  const Fixture web(kWeb);
  size_t found = 0;
  for (NoteId note = 0; note < web.vault().note_limit(); ++note) {
    for (uint32_t i = 0; i < web.vault().note(note)->entries().size(); ++i) {
      const auto& entry = web.vault().entry({note, i});
      const auto expected = all_that(
          web.vault(), [&](NoteId from, const auto& reference, const notes::Target& target) {
            const bool own = reference->identifier && from == note &&
                             entry.range().contains(reference.range().begin);
            return !own && target.note == note && target.entry == i;
          });
      EXPECT_EQ(references_to(web.vault(), EntryId{note, i}), expected)
          << web.show(note, entry.at(entry->title_range));
      found += expected.size();
    }
  }
  EXPECT_EQ(found, 14u);
}

TEST(Resolve, WhatLinksToANoteIsWhatResolvesIntoIt) {
  const Fixture web(kWeb);
  size_t found = 0;
  for (NoteId note = 0; note < web.vault().note_limit(); ++note) {
    const auto expected =
        all_that(web.vault(), [&](NoteId, const auto& reference, const notes::Target& target) {
          const bool is_link = reference->kind == notes::ReferenceKind::kWiki ||
                               reference->kind == notes::ReferenceKind::kLink;
          return target.note == note && is_link && reference->text != "[[Mamba]]";
        });
    EXPECT_EQ(references_to_note(web.vault(), note), expected) << web.vault().display_path(note);
    found += expected.size();
  }
  EXPECT_EQ(found, 15u);
}

TEST(Resolve, AHeadingWithAnAnchorOfItsOwnIsFoundByItsWordsToo) {
  constexpr std::string_view kNote = "%! n.md\n# N\n\ntext\n\n## Custom Part {#cust}\n";
  check_written("[[n#Custom Part]]", kNote, {"n.md:5"});
  check_written("[[n#cust]]", kNote, {"n.md:5"});
}

TEST(Resolve, TheHeadingsOfANoteThatNobodyHasOpenAreFoundByTheirWords) {
  Fixture fixture("%! reading.md\n- [[n#Custom Part]]\n%! n.md\n# N\n\n## Custom Part {#cust}\n");
  fixture.lay_to_rest("n.md");
  ASSERT_TRUE(fixture.note("n.md").is_at_rest());
  EXPECT_EQ(resolved(fixture.vault(), fixture.id("reading.md"), 4), Strings{"n.md:3"});
}

}  // namespace
