#include <gtest/gtest.h>

#include "notes/nearest_title.h"
#include "notes/resolve.h"
#include "support/fixture.h"

namespace {

using notes::NoteId;
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

// What stands in reading.md, and what it means beside `others`.
void check_written(std::string_view written, std::string_view others, const Strings& targets) {
  SCOPED_TRACE(written);
  const Fixture fixture("%! reading.md\n- " + std::string(written) + "\n" + std::string(others));
  EXPECT_EQ(resolved(fixture.vault(), fixture.id("reading.md"), 4), targets);
}

TEST(ResolveName, MayBeSpelledAsFilesMust) {
  for (const std::string_view file : {"pages/C%3A D.md", "C： D.md", "C_ D.md", "x/c d.md"})
    check_written("[[C: D]]", "%! " + std::string(file) + "\n1\n", {std::string(file) + ":1"});
  check_written("[[a/b]]", "%! pages/a___b.md\n1\n", {"pages/a___b.md:1"});
  check_written("[[What is it?]]", "%! What is it.md\n1\n", {"What is it.md:1"});
  // Who spells it out comes first.
  check_written("[[C_ D]]", "%! C_ D.md\n1\n%! C D.md\n2\n", {"C_ D.md:1"});
  check_written("[[C: D]]", "%! CD.md\n1\n", {});
}

TEST(ResolvePath, MayFollowATextInBrackets) {
  check_written("[[note]](notes/x%20y.md)", "%! notes/x y.md\n1\n%! note.md\n2\n",
                {"notes/x y.md:1"});
  check_written("[[note]] (in short)", "%! note.md\n2\n", {"note.md:1"});
}

TEST(ResolveName, MayBeAnAliasThatTheNoteGivesItself) {
  check_written("[[FA-2]]", "%! x.md\n---\naliases: [FA-2, Flash]\n---\ntext\n", {"x.md:1"});
  check_written("[[flash]]", "%! x.md\n---\naliases:\n  - FA-2\n  - Flash\n---\ntext\n",
                {"x.md:1"});
  check_written("[[Flash]]", "%! x.md\nalias:: FA-2, [[Flash]]\n- text\n", {"x.md:1"});
  check_written("[[A: page]]", "%! x.md\ntitle:: A: page\n- text\n", {"x.md:1"});
  check_written("[[Flash]]", "%! x.md\n---\naliases: [Flash]\n---\n%! Flash.md\n1\n",
                {"Flash.md:1"});
}

constexpr std::string_view kFlash = R"(
%! notes/flash.md
---
title: "FlashAttention: Fast and Memory-Efficient Exact Attention"
authors: [Tri Dao]
---
)";
const Strings kToFlash = {
    "notes/flash.md:2 = FlashAttention: Fast and Memory-Efficient Exact Attention"};

TEST(ResolveTitle, MayStopBeforeItsColonWhereThatIsUnique) {
  check_written("[[FlashAttention]]", kFlash, kToFlash);
  check_written("[Paper Note] FlashAttention, Tri Dao+, NeurIPS'22", kFlash, kToFlash);
  check_written("[Paper Note] FlashAttention, Jay Shah+, NeurIPS'24", kFlash, {});
  const std::string two = std::string(kFlash) + R"(
%! notes/other.md
---
title: "FlashAttention: Something Else Entirely"
authors: [Jay Shah]
---
)";
  check_written("[[FlashAttention]]", two, {});
  check_written("[Paper Note] FlashAttention, Tri Dao+, NeurIPS'22", two, kToFlash);
  check_written("[[C]]", "%! a.md\n---\ntitle: 'C: A Language'\nauthors: [D. Ritchie]\n---\n", {});
}

TEST(ResolveTitle, IsFoundAsASiteGeneratorFoldedIt) {
  const std::string_view others = R"(
%! a.md
---
title: "PAY! Attention to Zero/Few-Shot [Prompts]"
authors: [Ann Lee]
---
)";
  const Strings there = {"a.md:2 = PAY! Attention to Zero/Few-Shot [Prompts]"};
  check_written("[Paper Note] PAY Attention to Zero_Few-Shot ［Prompts］, Ann Lee+, ACL'22", others,
                there);
}

// An index line names a note by words and identifiers that the note itself does not have.
constexpr std::string_view kIndex = R"(
%! README.md
- [Training Very Deep Residual Streams](notes/hyper.md) [[arXiv](https://arxiv.org/abs/2409.19606)]
- [Another Long Paper About Something](notes/other.md) [[arXiv](https://arxiv.org/abs/2401.00001)]
- [A Third Long Paper About Something](notes/third.md) [[arXiv](https://arxiv.org/abs/2401.00002)]
%! notes/hyper.md
---
title: Hyper-Connections
authors: [Defa Zhu]
---
text
)";

TEST(ResolveAlias, WhatAnIndexSaysOfANoteIsSaidOfItsWork) {
  const Strings there = {"notes/hyper.md:2 = Hyper-Connections"};
  check_written("https://arxiv.org/abs/2409.19606", kIndex, there);
  check_written("[[Training Very Deep Residual Streams]]", kIndex, there);
}

TEST(ResolveAlias, CountsAsAReferenceToTheWork) {
  const Fixture fixture("%! reading.md\nsee https://arxiv.org/abs/2409.19606\n" +
                        std::string(kIndex));
  const auto found = references_to(fixture.vault(), {fixture.id("notes/hyper.md"), 0});
  Strings from;
  for (const auto& one : found) from.push_back(fixture.vault().display_path(one.note));
  EXPECT_EQ(from, (Strings{"reading.md", "README.md", "README.md"}));
}

TEST(ResolveStrength, AWeakEntryCountsOnlyWhileThereIsNoStrongOne) {
  const std::string weak = R"(
%! Some Long Title That Reads Like A Paper.md
Words about it, https://arxiv.org/abs/2409.19606
)";
  const std::string strong = R"(
%! noted.md
---
title: Some Long Title That Reads Like A Paper
authors: [Ann Lee]
---
)";
  check_written("[Paper Note] Some Long Title That Reads Like A Paper, Ann Lee+, ACL'22",
                weak + strong, {"noted.md:2 = Some Long Title That Reads Like A Paper"});
}

TEST(ResolveAnchor, MayBeABlockOrAnHtmlAnchor) {
  const std::string_view others = R"(%! n.md
# Head
One claim. ^claim-1
Another. ^claim-12
<a id="third"></a> a third
<a name="fourth">a fourth</a>
)";
  check_written("[[n#^claim-1]]", others, {"n.md:2"});
  check_written("[[n#^claim-12]]", others, {"n.md:3"});
  check_written("[x](n.md#third)", others, {"n.md:4"});
  check_written("[x](n.md#fourth)", others, {"n.md:5"});
  check_written("[[n#Head#Nothing]]", others, {"n.md:1"});
  check_written("[[n#^claim]]", others, {"n.md:1"});
}

TEST(ResolveUrl, MayBeAFileOfThisRepository) {
  const std::string_view others = "%! notes/a b.md\n# One\n# Two\n%! README.md\nroot\n";
  check_written("https://github.com/me/notes/blob/main/notes/a%20b.md#two", others,
                {"notes/a b.md:2"});
  check_written("[x](https://github.com/me/notes/blob/main/notes/a%20b.md)", others,
                {"notes/a b.md:1"});
  check_written("# https://github.com/me/notes/blob/main/notes/a%20b.md", others,
                {"notes/a b.md:1"});
  check_written("https://github.com/you/else/blob/main/README.md", others, {});
  check_written("https://github.com/you/else/blob/main/notes/c.md", others, {});
}

TEST(ResolveUrl, MayStandInHtml) {
  const Fixture fixture(R"(%! reading.md
<div class="entry">
<a href="https://arxiv.org/abs/2409.19606">that one</a>
</div>

In <a href="papers/hyper.md">running text</a> and [Hugo's]({{< relref "hyper.md" >}}) way.
%! papers/hyper.md
---
title: "Hyper-Connections"
authors: [Defa Zhu]
arxiv: 2409.19606
---
)");
  const NoteId from = fixture.id("reading.md");
  const std::string_view text = fixture.vault().note(from)->text().bytes();
  for (const std::string_view at : {"that one", "running", "Hugo"})
    EXPECT_EQ(resolved(fixture.vault(), from, static_cast<uint32_t>(text.find(at))),
              Strings{"papers/hyper.md:2 = Hyper-Connections"})
        << at;
}

TEST(ResolveUrl, OfAnIssueMeansTheEntryNotedThere) {
  check_written("https://github.com/me/notes/issues/12#issuecomment-1", R"(
%! a.md
## [Hyper-Connections, Defa Zhu+, ICLR'25](https://github.com/me/notes/issues/12)
text
)",
                {"a.md:1 = Hyper-Connections"});
}

constexpr std::string_view kBibliography = R"(
%! refs.bib
@article{Kingma2015, title = {Adam: A Method}, author = {Kingma, Diederik P. and Ba, Jimmy}}
@misc{devlin, title = "BERT", eprint = {1810.04805}}
)";

TEST(ResolveCitation, MeansTheRecordOfItsKey) {
  check_written("[@Kingma2015]", kBibliography, {"refs.bib:1 = Adam: A Method"});
  check_written("[@devlin]", kBibliography, {"refs.bib:2 = BERT"});
  check_written("[@nobody]", kBibliography, {});
  check_written("https://arxiv.org/abs/1810.04805v2", kBibliography, {"refs.bib:2 = BERT"});
}

TEST(ResolveCitation, MeansTheNoteOfTheWorkFirst) {
  const std::string others = std::string(kBibliography) + "%! @Kingma2015.md\n# Adam, noted\n" +
                             "%! bert.md\n---\ntitle: BERT, noted\ncitekey: devlin\n---\n";
  check_written("[@Kingma2015]", others, {"@Kingma2015.md:1 = Adam, noted"});
  check_written("[@devlin]", others, {"bert.md:2 = BERT, noted"});
}

TEST(ResolveCitation, TakesAKeyInAnotherCaseWhenThereIsNoOther) {
  check_written("[@kingma2015]", kBibliography, {"refs.bib:1 = Adam: A Method"});
  check_written("[@Devlin]", kBibliography, {"refs.bib:2 = BERT"});
  check_written("[@DEVLIN]", std::string(kBibliography) + "@misc{DEVLIN, title = {Other}}\n",
                {"refs.bib:3 = Other"});
  check_written("[[@kingma2015|Adam]]", kBibliography, {"refs.bib:1 = Adam: A Method"});
}

// What is only nearly called so resolve() does not answer; nearest_title() does.
void check_nearest(std::string_view written, std::string_view others, const Strings& titles) {
  SCOPED_TRACE(written);
  const Fixture fixture("%! reading.md\n- " + std::string(written) + "\n" + std::string(others));
  const NoteId from = fixture.id("reading.md");
  const auto reference = fixture.vault().note(from)->reference_at(4);
  ASSERT_TRUE(reference);
  EXPECT_FALSE(resolve(fixture.vault(), from, *reference).found());
  Strings found;
  for (const auto& target : nearest_title(fixture.vault(), from, *reference).targets)
    found.push_back(fixture.vault().entry({target.note, *target.entry})->title.str());
  EXPECT_EQ(found, titles);
}

std::string noted(std::initializer_list<std::string_view> titles) {
  std::string out = "%! papers.md\n";
  for (std::string_view title : titles)
    out += "## [Paper Note] " + std::string(title) + ", Ada Lovelace+, ICLR'24\ntext\n\n";
  return out;
}

TEST(ResolveNearly, FindsATitleMisspelled) {
  const std::string_view title = "Learning Transferable Gradients for Structured Prediction";
  const std::string vault = noted({title, "Learning Sparse Gradients for Ranked Retrieval"});
  for (std::string_view written : {"Learning Transferrable Gradients for Structured Prediction",
                                   "Learning Transferable Gradient for Structured Predictions",
                                   "Learning Transferable Gradients for the Structured Prediction",
                                   "Learning Transferable Grad-ients for Structured Predicton"}) {
    const std::string words(written);
    check_nearest("[Paper Note] " + words + ", Ada Lovelace+, ICLR'24", vault,
                  {std::string(title)});
    check_nearest("[[" + words + "]]", vault, {std::string(title)});
    check_nearest("[[papers/x1|" + words + "]]", vault, {std::string(title)});
    check_nearest("[" + words + "](lost/x1.md)", vault, {std::string(title)});
  }
  check_nearest("[here](lost/learning-transferable-gradients-for-structured-predicton.md)", vault,
                {std::string(title)});
}

TEST(ResolveNearly, FindsATitleWithoutItsSubtitle) {
  const std::string vault =
      noted({"Gradients Across Many Borders: Studies in Transfer", "Gradients Inside Houses"});
  check_nearest("[[Gradient Across Many Borders]]", vault,
                {"Gradients Across Many Borders: Studies in Transfer"});
  check_nearest("[[Gradients Across Many]]", vault, {});
  check_nearest("[[Gradients Across Many Borders: Other Things]]", vault, {});
}

TEST(ResolveNearly, IsNotWhatDiffersInWhatMatters) {
  for (const auto& [written, other] : std::initializer_list<std::pair<std::string, std::string>>{
           {"GPT-4 Technical Report for Everybody", "GPT-5 Technical Report for Everybody"},
           {"Deep Sorting Networks", "Deep Sorting Networks II"},
           {"Deep Sorting Networks Part I", "Deep Sorting Networks Part II"},
           {"Deep Sorting Networks v2", "Deep Sorting Networks"},
           {"Sorting with Deep Comparison", "Sorting without Deep Comparison"},
           {"Deep Sorting Networks", "A Survey of Deep Sorting Networks"},
           {"Deep Sorting Netwerks", "Deep Sorting Networks: A Survey"},
           {"Revisiting Deep Sorting Networks", "Deep Sorting Networks"},
           {"Supervised Sorting of Numbers", "Unsupervised Sorting of Numbers"},
           {"Translating Poems into English", "Translating Poems into German"},
           {"Mixtral: Experts in Every Layer", "Mistral: Experts in Every Layer"},
           {"LLaVA Learns Visual Sorting", "LLaMA Learns Visual Sorting"},
           {"Sorting Networks Learn Comparison", "Comparison Networks Learn Sorting"},
           {"Sorting Networks", "Sortinng Networks"},
           {"Deep Sorting Networks", "Deep Sorting Networks in Speech Separation"},
           {"深度学习中的排序方法研究", "深度学习中的检索方法研究"}})
    for (const auto& [one, two] : {std::pair(written, other), std::pair(other, written)})
      check_nearest("[[" + one + "]]", noted({two, "Something Else Entirely"}), {});
}

TEST(ResolveNearly, IsNotWhatAnotherWroteOrWroteLongAgo) {
  const std::string vault = noted({"Learning Transferable Gradients"});
  const std::string written = "[Paper Note] Learning Transferrable Gradients, ";
  check_nearest(written + "Ada Lovelace+, ICLR'23", vault, {"Learning Transferable Gradients"});
  check_nearest(written + "Charles Babbage+, ICLR'24", vault, {});
  check_nearest(written + "Ada Lovelace+, ICLR'14", vault, {});
}

TEST(ResolveNearly, IsNothingWhereTwoAreAsNear) {
  check_nearest("[[Learning Transferable Gradient for Robots]]",
                noted({"Learning Transferible Gradients for Robots",
                       "Learning Transferabel Gradients for Robots"}),
                {});
  // One work noted twice is one.
  check_nearest(
      "[[Learning Transferrable Gradients for Robots]]",
      noted({"Learning Transferable Gradients for Robots",
             "Learning transferable gradients for robots"}),
      {"Learning Transferable Gradients for Robots", "Learning transferable gradients for robots"});
}

}  // namespace
