// What is named in several places on purpose, and is told as that.
#include "notes/cross_listing.h"

#include <gtest/gtest.h>

#include "notes/duplicates.h"
#include "support/fixture.h"

namespace {

using support::Fixture;
using Strings = std::vector<std::string>;

// `same-work a.md b.md:3`: with the line where it is not the first.
Strings groups_of(const Fixture& fixture) {
  Strings out;
  for (const notes::DuplicateGroup& group : all_duplicates(fixture.vault())) {
    std::string& line = out.emplace_back(name_of(group.relation));
    for (const notes::EntryId id : group.entries) {
      const auto& entry = fixture.vault().entry(id);
      const notes::Note& note = *fixture.vault().note(id.note);
      const uint32_t at = note.text().line_of(entry.at(entry->title_range).begin);
      line += " " + fixture.vault().display_path(id.note);
      if (at > 0) line += ":" + std::to_string(at + 1);
    }
  }
  return out;
}
void check(const std::string& text, const Strings& want) {
  EXPECT_EQ(groups_of(Fixture(text)), want) << text;
}

const std::string kLattices =
    "- [Sparse Lattices for Ancient Text](https://arxiv.org/abs/2301.00001)\n";
const std::string kOthers =
    "- [Watering Trees by Moonlight](https://arxiv.org/abs/2301.00002)\n"
    "- [Long Rivers and Short Ferries](https://arxiv.org/abs/2301.00003)\n"
    "- [Counting Boats at Night](https://arxiv.org/abs/2301.00004)\n"
    "- [Weaving Nets from Reeds](https://arxiv.org/abs/2301.00005)\n";
const std::string kNote = "---\ntitle: Sparse Lattices for Ancient Text\narxiv: 2301.00001\n---\n";

TEST(CrossListing, ALineOfAListIsNoThirdNote) {
  const std::string two =
      "%! drafts/lattices.md\n" + kNote + "draft\n%! notes/lattices.md\n" + kNote + "done\n";
  const std::string list = kLattices + kOthers;
  check(two + "%! some-reading-list.md\n" + list,
        {"same-work drafts/lattices.md:2 notes/lattices.md:2",
         "cross-listing drafts/lattices.md:2 some-reading-list.md"});
  // Any other list is as good a note as the two.
  check(two + "%! z.md\n" + list, {"same-work drafts/lattices.md:2 notes/lattices.md:2 z.md"});
}

TEST(CrossListing, DefinitionGoesToAllOfThem) {
  const Fixture fixture("%! a.md\n" + kNote + "one\n%! b.md\n" + kNote + "two\n%! README.md\n" +
                        kLattices + kOthers);
  const auto others = duplicates_of(fixture.vault(), {fixture.id("a.md"), 0});
  EXPECT_EQ(others.size(), 2u);
}

TEST(CrossListing, AListOfNotesListsWhatOtherListsSay) {
  const std::string list = "%! index.md\n" + kLattices + kOthers;
  const std::string more =
      "- [Knots in Ropes](https://arxiv.org/abs/2301.00007)\n"
      "- [Maps of Sunken Towns](https://arxiv.org/abs/2301.00008)\n";
  check(list + "%! vision.md\n" + kLattices + more, {"cross-listing index.md vision.md"});
  // By its short name, where it is the same page.
  check(list + "%! vision.md\n- [Sparse](https://arxiv.org/abs/2301.00001)\n" + more,
        {"cross-listing index.md vision.md"});
  // By another title it is noted again.
  check(
      list + "%! vision.md\n- [Sparse Lettuce for Text](https://arxiv.org/abs/2301.00001)\n" + more,
      {"same-work index.md vision.md"});
  // Twice on one page is a slip.
  check(list + kLattices + "%! vision.md\n" + kLattices + more,
        {"same-work index.md index.md:6 vision.md"});
}

const std::string kOwn = "# Sparse Lattices for Ancient Text\nhttps://arxiv.org/abs/2301.00001\n";

TEST(CrossListing, ANoteThatLeadsToTheOtherKnowsIt) {
  for (const char* link : {"[[record]]", "[record](../refs/record.md)", "[r](/refs/record)",
                           "[[refs/record|its record]]", "![[record]]"})
    check(
        "%! notes/own.md\n" + kOwn + link + "\n\nWhat I think of it.\n%! refs/record.md\n" + kNote,
        {"cross-listing notes/own.md refs/record.md:2"});
  check("%! notes/own.md\n" + kOwn + "[[other]]\n%! refs/record.md\n" + kNote,
        {"same-work notes/own.md refs/record.md:2"});
}

TEST(CrossListing, TheRecordOfAReferenceManagerIsKnownByItsKey) {
  const std::string record =
      "%! @doe2023.md\n---\ncitekey: doe2023\ntitle: Sparse Lattices for Ancient Text\n---\n";
  for (const char* link : {"[[@doe2023]]", "[@doe2023]"})
    check(record + "%! own.md\n" + kOwn + link + "\n", {"cross-listing @doe2023.md:3 own.md"});
  check(record + "%! own.md\n" + kOwn + "[@roe2023]\n", {"same-work @doe2023.md:3 own.md"});
}

TEST(CrossListing, WhatIsLinkedFarBelowWasMetByChance) {
  const std::string words(700, 'w');
  check("%! notes/own.md\n" + kOwn + "\n" + words + "\n\nSee [[record]].\n%! refs/record.md\n" +
            kNote,
        {"same-work notes/own.md refs/record.md:2"});
}

TEST(CrossListing, WhatIsLinkedAmongWordsIsOneThoughtOfMany) {
  const auto text = [](const std::string& line) {
    return "%! notes/own.md\n" + kOwn + "\nA grid of letters.\n\n" + line +
           "\n%! refs/record.md\n" + kNote;
  };
  check(text("Only few words here, for the many are in [[record]]."),
        {"same-work notes/own.md refs/record.md:2"});
  check(text("Record: [[record]]"), {"cross-listing notes/own.md refs/record.md:2"});
  check(text("> [record](../refs/record.md)"), {"cross-listing notes/own.md refs/record.md:2"});
}

TEST(CrossListing, ALinkToAListLeadsToNoEntryOfIt) {
  const std::string list =
      "# Letters\n\n## Sparse Lattices for Ancient Text\nhttps://arxiv.org/abs/2301.00001\n"
      "## Watering Trees by Moonlight\nhttps://arxiv.org/abs/2301.00002\n";
  check("%! list.md\n" + list + "%! own.md\n" + kOwn + "[[list]]\n",
        {"same-work list.md:3 own.md"});
  check(
      "%! list.md\n" + list + "%! own.md\n" + kOwn + "[[list#Sparse Lattices for Ancient Text]]\n",
      {"cross-listing list.md:3 own.md"});
}

TEST(CrossListing, AnAddressAtWhichANoteIsPublishedLeadsToIt) {
  const auto survey = [](const std::string& address) {
    return "%! survey.md\n# Old letters\n\n"
           "## [Sparse Lattices for Ancient Text](https://arxiv.org/abs/2301.00001)\n"
           "Lattices, and few of them. [notes](" +
           address +
           ")\n\n## [Watering Trees by Moonlight](https://arxiv.org/abs/2301.00002)\nTrees.\n";
  };
  const std::string published = "%! own.md\n#! https://zhuanlan.zhihu.com/p/12345\n" + kOwn;
  check(survey("https://zhuanlan.zhihu.com/p/12345") + published,
        {"cross-listing own.md:2 survey.md:3"});
  check(survey("https://zhuanlan.zhihu.com/p/54321") + published,
        {"same-work own.md:2 survey.md:3"});
  const std::string post =
      "%! own.md\n---\ntitle: Sparse Lattices for Ancient Text\narxiv: 2301.00001\n"
      "permalink: /posts/lattices/\n---\n";
  check(survey("https://me.example.org/posts/lattices") + post,
        {"cross-listing own.md:2 survey.md:3"});
  check(survey("https://me.example.org/posts/trees") + post, {"same-work own.md:2 survey.md:3"});
}

TEST(CrossListing, APostAboutAPaperIsNotThePaper) {
  const auto list = [](const std::string& heading) {
    return "# Reading\n## " + heading +
           "\n**Sparse Lattices for Ancient Text** \\\n*Jane Doe* \\\n"
           "[[Website](https://jane.example.org/lattices)] \\\n5 May 2023\n\n"
           "**Counting Boats at Night** \\\n*Jane Doe* \\\n"
           "[[Website](https://jane.example.org/boats)] \\\n6 May 2023\n\n## Letters\n"
           "**Long Rivers and Short Ferries** \\\n*Jane Doe, John Roe* \\\n"
           "ICLR 2023. [[Paper](https://arxiv.org/abs/2301.00003)] \\\n1 Jan 2023\n\n"
           "**Weaving Nets from Reeds** \\\n*Jane Doe, John Roe* \\\n"
           "ICLR 2023. [[Paper](https://arxiv.org/abs/2301.00005)] \\\n1 Jan 2023\n\n"
           "**Sparse Lattices for Ancient Text** \\\n*Jane Doe, John Roe* \\\n"
           "ICLR 2023. [[Paper](https://arxiv.org/abs/2301.00001)] \\\n1 Jan 2023\n";
  };
  for (const char* heading : {"Introductory Posts", "Blogs", "Blog Posts & Tutorials", "博客"})
    check(list(heading), {"cross-listing a.md:3 a.md:24"});
  for (const char* heading : {"Signals", "Papers and Posts", "Post-training", "Video"})
    check(list(heading), {"same-work a.md:3 a.md:24"});
  check(list("Posts\n### 2023"), {"cross-listing a.md:4 a.md:25"});
}

}  // namespace
