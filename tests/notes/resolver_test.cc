// What is asked about many references at once: the answers of resolve(), and no slower for it.
#include <gtest/gtest.h>

#include "notes/resolve.h"
#include "support/fixture.h"

namespace {

using notes::EntryId;
using notes::NoteId;
using notes::Reference;
using notes::Target;
using support::Fixture;

template <class F>
void for_each_reference(const notes::Snapshot& vault, F f) {
  for (NoteId note = 0; note < vault.note_limit(); ++note)
    for (const auto& reference : vault.note(note)->references()) f(note, reference);
}

template <class F>
void for_each_entry(const notes::Snapshot& vault, F f) {
  for (NoteId note = 0; note < vault.note_limit(); ++note)
    for (uint32_t i = 0; i < vault.note(note)->entries().size(); ++i) f(EntryId{note, i});
}

// One identifier in two files of its own, in lists, in a bibliography, at an index, and in prose.
constexpr std::string_view kMany = R"(
%! z.md
---
title: Quiet Gates for Small Rooms
arxiv: 2401.00001
---
It is at https://arxiv.org/abs/2401.00001, beside https://arxiv.org/abs/2401.00002
%! b.md
# Reading List
- Quiet Gates for Small Rooms
  - https://arxiv.org/abs/2401.00001
- Loud Doors for Large Halls
  - https://arxiv.org/abs/2401.00002
- Quiet Gates for Small Rooms
  - https://arxiv.org/abs/2401.00001
%! a.md
## [Paper Note] Quiet Gates for Small Rooms, Ann Aa+, ICLR'24
- arXiv: https://arxiv.org/abs/2401.00001
see [[z]], [[Loud Doors for Large Halls]] and [Paper Note] Loud Doors for Large Halls, Bo Bb+, 2024
as in [@aa2024quiet] and [@AA2024Quiet], or https://arxiv.org/abs/2401.00009
%! refs.bib
@article{aa2024quiet,
  title = {Quiet Gates for Small Rooms},
  eprint = {2401.00001},
  archivePrefix = {arXiv}
}
%! own.md
## [[Loud Doors for Large Halls]]
#Doors

## [[Quiet Gates for Small Rooms]]
See [[Loud Doors for Large Halls]], and once more [Paper Note] Loud Doors for Large Halls, Bo Bb+, 2024
%! index.md
- [Slow Lifts](notes/lifts.md) https://arxiv.org/abs/2401.00003
%! notes/lifts.md
What goes up: https://arxiv.org/abs/2401.00003
)";

TEST(Resolver, GivesTheBestThatResolveGives) {
  const Fixture many(kMany);
  notes::Resolver resolver(many.vault());
  size_t found = 0, several = 0;
  for_each_reference(many.vault(), [&](NoteId note, const auto& reference) {
    const notes::Resolution all = resolve(many.vault(), note, reference);
    const notes::Resolution best = resolver.best(note, reference);
    EXPECT_EQ(best.range, all.range) << many.show(note, reference.range());
    ASSERT_EQ(best.found(), all.found()) << many.show(note, reference.range());
    if (!all.found()) return;
    EXPECT_EQ(best.targets, std::vector<Target>{all.targets.front()})
        << many.show(note, reference.range());
    ++found;
    several += all.targets.size() > 1;
  });
  EXPECT_GE(found, 10u);
  EXPECT_GE(several, 4u);
}

TEST(Resolver, KnowsWhatResolveMeans) {
  const Fixture many(kMany);
  notes::Resolver resolver(many.vault());
  size_t meant = 0;
  for_each_reference(many.vault(), [&](NoteId note, const auto& reference) {
    const notes::Resolution all = resolve(many.vault(), note, reference);
    for_each_entry(many.vault(), [&](EntryId entry) {
      const bool is_meant = std::ranges::any_of(all.targets, [&](const Target& target) {
        return target.note == entry.note && target.entry == entry.index;
      });
      EXPECT_EQ(resolver.means(note, reference, entry),
                is_meant ? std::optional(all.range) : std::nullopt)
          << many.show(note, reference.range());
      meant += is_meant;
    });
  });
  EXPECT_GE(meant, 20u);
}

// The place itself comes last, and all others stand in the order of paths and places.
TEST(Resolve, PutsWhoHoldsTheReferenceLast) {
  const Fixture many(kMany);
  const NoteId list = many.id("b.md");
  const auto first = many.note("b.md").references()[0];
  const std::vector<Target> all = resolve(many.vault(), list, first).targets;
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].note, many.id("a.md"));
  EXPECT_EQ(all[1].note, list);
  EXPECT_EQ(all[2].note, many.id("z.md"));
  EXPECT_EQ(all[3].note, list);
  EXPECT_LT(all[3].range.begin, all[1].range.begin);
}

// Every one of these takes minutes when each reference goes through all that have its identifier.
TEST(Resolver, AnswersInTimeThatGrowsWithTheText) {
  for (const std::string_view unit :
       {"Quiet Gates for Small Rooms\nhttps://arxiv.org/abs/2401.00001\n\n",
        "- Quiet Gates for Small Rooms\n  - https://arxiv.org/abs/2401.00001\n",
        "- [Quiet Gates for Small Rooms](https://arxiv.org/abs/2401.00001)\n",
        "# Quiet Gates for Small Rooms\nhttps://arxiv.org/abs/2401.00001\n\n"}) {
    std::string text = "# Reading List\n\n";
    while (text.size() < 1000000) text += unit;
    const Fixture list(text);
    const auto entries = list.note("a.md").entries().size();
    EXPECT_GT(entries, 10000u) << unit;
    notes::Resolver resolver(list.vault());
    size_t found = 0;
    for_each_reference(list.vault(), [&](NoteId note, const auto& reference) {
      found += resolver.best(note, reference).found();
    });
    EXPECT_GE(found, entries) << unit;
    EXPECT_EQ(references_to(list.vault(), {0, 0}).size(), found - 1) << unit;
  }
}

}  // namespace
