#include "features/merge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "features/said.h"
#include "notes/key.h"
#include "support/fixture.h"

namespace {

using features::Change;
using notes::EntryId;
using notes::NoteId;
using notes::Snapshot;
using support::Fixture;

// The note's text after the change; nothing where it is deleted.
std::optional<std::string> applied(const Snapshot& vault, NoteId note, const Change& change) {
  if (std::find(change.deleted.begin(), change.deleted.end(), note) != change.deleted.end())
    return std::nullopt;
  const std::string_view text = vault.note(note)->text().bytes();
  std::string out;
  uint32_t at = 0;
  for (const features::Edit& edit : change.edits) {
    if (edit.note != note) continue;
    EXPECT_LE(at, edit.range.begin) << "edits overlap";
    out += text.substr(at, edit.range.begin - at);
    out += edit.text;
    at = edit.range.end;
  }
  return out + std::string(text.substr(at));
}

EntryId entry_of(const Fixture& fixture, std::string_view path, std::string_view title) {
  const NoteId note = fixture.id(path);
  const auto entries = fixture.vault().note(note)->entries();
  for (uint32_t i = 0; i < entries.size(); ++i)
    if (entries[i]->title.find(title) != std::string::npos) return {note, i};
  ADD_FAILURE() << "no entry " << title << " in " << path << ":\n"
                << fixture.note(path).text().bytes();
  return {note, 0};
}

struct Merged {
  std::optional<std::string> gone;
  std::string into;
  Change change;
};

// Merges the entry of that title in gone.md into the one in into.md. What comes of it is one entry
// that has everything.
Merged check(const std::string& notes, std::string_view title = "Alpha") {
  const Fixture fixture(notes);
  const Snapshot& vault = fixture.vault();
  const EntryId gone = entry_of(fixture, "gone.md", title);
  const EntryId into = entry_of(fixture, "into.md", title);
  const auto change = features::merge(vault, gone, into);
  EXPECT_TRUE(change.has_value());
  if (!change) return {};
  Merged out{applied(vault, gone.note, *change), *applied(vault, into.note, *change), *change};
  if (gone.note == into.note) return out;

  const auto after = notes::Note::parse("/vault/into.md", notes::Text(out.into));
  EXPECT_EQ(after->entries().size(), vault.note(into.note)->entries().size()) << out.into;
  const notes::Entry* merged = nullptr;
  for (const auto& entry : after->entries())
    if (entry->title == vault.entry(into)->title) merged = &*entry;
  EXPECT_TRUE(merged) << out.into;
  if (!merged) return out;
  std::set<std::string> tags;
  for (const std::string& tag : merged->tags) tags.insert(notes::tag_key(tag));
  const bool is_row = merged->form == notes::Form::kRow;  // which may have no place for them
  for (const EntryId from : {gone, into}) {
    for (const std::string& tag : vault.entry(from)->tags) {
      if (is_row && from != into) continue;
      EXPECT_TRUE(tags.contains(notes::tag_key(tag))) << tag << "\n" << out.into;
    }
    for (const notes::Identifier& id : vault.entry(from)->identifiers) {
      if (!is_of_work(id.kind)) continue;
      EXPECT_TRUE(std::find(merged->identifiers.begin(), merged->identifiers.end(), id) !=
                  merged->identifiers.end())
          << to_string(id) << "\n"
          << out.into;
    }
  }
  EXPECT_FALSE(merged->summary.empty() && !vault.entry(gone)->summary.empty()) << out.into;
  return out;
}

// Every word of `words` is in `text`.
void expect_words(const std::string& words, const std::string& text) {
  const features::Said said(text);
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find_first_of(" \n", at), words.size());
    const std::string word = words.substr(at, end - at);
    EXPECT_TRUE(said.has_words(word)) << word << " is lost in\n" << text;
    at = end + 1;
  }
}

struct Sample {
  const char* name;
  std::string text;
  std::string words;  // of it, that may not be lost
};

// The same work in every way of writing; `n` makes what two of them say differ.
std::vector<Sample> samples(const std::string& n) {
  const std::string id = n == "one" ? "2401.00001" : "2402.00002";
  const std::string words = "summed" + n + " reason" + n;
  const std::string summary =
      "We summed" + n + " many streams in a long sentence that is a summary.";
  const std::string comment = "My reason" + n + " for reading it.";
  const std::string others =
      "- [Some other paper about things](https://arxiv.org/abs/2301.00001)\n"
      "- [Another other paper on matters](https://arxiv.org/abs/2301.00002)\n"
      "- [The third other paper of these](https://arxiv.org/abs/2301.00003)\n";
  return {
      {"heading",
       "## [Paper Note] Alpha beta gamma delta, Ada+, ICLR'25\n#Tag" + n +
           " #Two Words\n"
           "https://arxiv.org/abs/" +
           id + "\n\nSummary: " + summary + "\n\n" + comment + "\n\n" + "```\ncode " + n +
           "\n\nmore\n```\n\n### Deep\n- item" + n + "\n  - below\n- last\n",
       words + " code more item" + n + " below last Deep Two Words"},
      {"page",
       "Alpha beta gamma delta, Ada+, ICLR'25\nPaper/Blog Link My Issue\n#Tag" + n +
           " #Two Words Issue Date: 2025-01-0" + (n == "one" ? "1" : "2") + " GPT Summary- " +
           summary + " Comment\n\nhttps://arxiv.org/abs/" + id + "\n\n" + comment + "\n\n# Head" +
           n + "\n- item\n\n",
       words + " Head" + n + " item"},
      {"front matter",
       "---\ntitle: Alpha beta gamma delta\nauthors: [Ada Lovelace]\narxiv: \"" + id +
           "\"\ntags: [Tag" + n + ", Two Words]\nrating: five" + n +
           "\n---\n# Alpha beta gamma "
           "delta\n\nSummary: " +
           summary + "\n\n## Thoughts\n" + comment + "\n",
       words + " Lovelace five" + n + " Thoughts"},
      {"front matter list",
       "---\ntitle: Alpha beta gamma delta\nauthors:\n  - Ada Lovelace\nyear: 2025\narxiv: " + id +
           "\ntags:\n  - Tag" + n + "\n  - \"Two Words\"\n---\n" + summary + "\n\n" + comment +
           "\n\n## References\n- [Cited" + n + "](cited.md)\n",
       words + " Lovelace 2025 Cited" + n},
      {"toml",
       "+++\ntitle = \"Alpha beta gamma delta\"\nauthors = [\"Ada Lovelace\"]\nyear = 2025\n"
       "arxiv = \"" +
           id + "\"\ntags = [\"Tag" + n + "\"]\n+++\n" + summary + "\n\n" + comment + "\n",
       words + " Lovelace"},
      {"labelled",
       "# Alpha beta gamma delta\n\n- **Authors**: Ada Lovelace, Bo Bee\n- **Venue**: ICLR 2025\n"
       "- **Tags**: Tag" +
           n + ", Two Words\n- **Link**: https://arxiv.org/abs/" + id + "\n\n## Summary\n" +
           summary + "\n\n## Notes\n" + comment + "\n",
       words + " Lovelace Bee ICLR"},
      {"title label",
       "* **Title**: Alpha beta gamma delta\n* **Authors**: Ada Lovelace\n* **Tags**: Tag" + n +
           "\n* **Link**: https://arxiv.org/abs/" + id +
           "\n* **Year**: 2025\n\nSummary: " + summary + "\n\n" + comment + "\n",
       words + " Lovelace"},
      {"item",
       others + "- [Alpha beta gamma delta](https://arxiv.org/abs/" + id + ")\n  #Tag" + n +
           " #Two Words\n  - Summary: " + summary + "\n  - " + comment + "\n    - deeper" + n +
           "\n",
       words + " deeper" + n},
      {"row",
       "| Title | Authors | Year | Link | Summary |\n|---|---|---|---|---|\n"
       "| Other paper of the table | Cy Dee | 2020 | [pdf](https://arxiv.org/abs/2301.00004) | x "
       "|\n"
       "| Second paper of the table | Cy Dee | 2020 | [pdf](https://arxiv.org/abs/2301.00005) | x "
       "|\n"
       "| Third paper of the table | Cy Dee | 2020 | [pdf](https://arxiv.org/abs/2301.00006) | x "
       "|\n"
       "| Alpha beta gamma delta | Ada Lovelace | 2025 | [pdf](https://arxiv.org/abs/" +
           id + ") | " + summary + " " + comment + " |\n",
       words + " Lovelace"},
      {"bold",
       "**Other paper of this page** \\\n*Cy Dee* \\\nICLR 2020. "
       "[[Paper](https://arxiv.org/abs/2301.00007)]\n\n"
       "**More papers of this page** \\\n*Cy Dee* \\\nICLR 2020. "
       "[[Paper](https://arxiv.org/abs/2301.00008)]\n\n"
       "**Third paper of this page** \\\n*Cy Dee* \\\nICLR 2020. "
       "[[Paper](https://arxiv.org/abs/2301.00009)]\n\n"
       "**Alpha beta gamma delta** \\\n*Ada Lovelace, Bo Bee* \\\nICLR 2025. [[Paper](https://"
       "arxiv.org/abs/" +
           id + ")] [[Github](https://github.com/a/" + n + ")]\n#Tag" + n + "\n\n" + summary + "\n",
       "summed" + n + " Lovelace Bee Github"},
      {"html",
       "<a class=\"button\" href=\"articles/x.html\">#Tag" + n +
           "</a>\n"
           "<span class=\"issue_date\">Issue Date: 2025-01-0" +
           (n == "one" ? "1" : "2") +
           "</span>\n"
           "<a href=\"https://github.com/u/r/issues/" +
           (n == "one" ? "11" : "12") +
           "\">Alpha beta gamma delta, Ada+, ICLR'25</a>\n<span "
           "class=\"snippet\"><span>Summary</span>" +
           summary + "</span>\n<span class=\"snippet\"><span>Comment</span>" + comment +
           "</span>\n",
       words},
  };
}

TEST(Merge, LosesNothingFromAnyLayoutToAny) {
  for (const Sample& from : samples("one"))
    for (const Sample& to : samples("two")) {
      SCOPED_TRACE(std::string(from.name) + " into " + to.name);
      const Merged merged = check("%! gone.md\n" + from.text + "%! into.md\n" + to.text);
      expect_words(from.words + " " + to.words, merged.into);
      if (merged.gone) {
        const auto left = notes::Note::parse("/vault/gone.md", notes::Text(*merged.gone));
        for (const auto& entry : left->entries()) EXPECT_FALSE(entry->title.starts_with("Alpha"));
      }
      EXPECT_TRUE(merged.change.warnings.empty());
    }
}

TEST(Merge, SaysNothingTwice) {
  for (const Sample& from : samples("one"))
    for (const Sample& to : samples("one")) {
      if (std::string_view(from.name) != to.name) continue;
      SCOPED_TRACE(from.name);
      const Merged merged = check("%! gone.md\n" + from.text + "%! into.md\n" + to.text);
      EXPECT_EQ(merged.into, to.text);
    }
}

TEST(Merge, WritesAsTheOtherEntryIsWritten) {
  EXPECT_EQ(check(R"(
%! gone.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
#New Tag #Old
Summary: what it does.

Mine.
%! into.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
#Old

Yours.

## [Paper Note] Next one, Bo+, ICLR'20
)")
                .into,
            R"(## [Paper Note] Alpha beta, Ada+, arXiv'24
#Old #New Tag

Yours.

Summary: what it does.

Mine.

## [Paper Note] Next one, Bo+, ICLR'20
)");
}

TEST(Merge, KeepsThePreprintBesideThePublication) {
  const Merged merged = check(R"(
%! gone.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
)");
  EXPECT_EQ(merged.into,
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n\nAlso noted as: Alpha beta, Ada+, "
            "arXiv'24\n");
  EXPECT_FALSE(merged.gone.has_value());
}

TEST(Merge, FillsInWhatATitleLineLacks) {
  EXPECT_EQ(check("%! gone.md\n## [Paper Note] Alpha beta, Ada+, ICLR'25\n"
                  "%! into.md\n## [Paper Note] Alpha beta\n#Tag\n")
                .into,
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n#Tag\n");
}

TEST(Merge, LeavesTheRestOfTheNoteAlone) {
  const Merged merged = check(R"(
%! gone.md
# Papers

## [Paper Note] First, Bo+, ICLR'20

## [Paper Note] Alpha beta, Ada+, ICLR'25
Text.

## [Paper Note] Last, Bo+, ICLR'20
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
)");
  EXPECT_EQ(merged.gone,
            "# Papers\n\n## [Paper Note] First, Bo+, ICLR'20\n\n## [Paper Note] Last, Bo+, "
            "ICLR'20\n");
}

TEST(Merge, SetsHeadingsBelowTheOthers) {
  EXPECT_EQ(check(R"(
%! gone.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
## Method
Mine.
%! into.md
### [Paper Note] Alpha beta, Ada+, ICLR'25
)")
                .into,
            "### [Paper Note] Alpha beta, Ada+, ICLR'25\n\n#### Method\n\nMine.\n");
}

TEST(Merge, StaysAboveWhatTheOtherCites) {
  const Merged merged = check(R"(
%! gone.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
Mine.

### References
- a work
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
Yours.

### References
- another
)");
  EXPECT_EQ(merged.into,
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\nYours.\n\nMine.\n\n### References\n- "
            "another\n\n- a work\n");
}

TEST(Merge, MovesRelativeLinksAlong) {
  const Fixture fixture(R"(
%! papers/gone.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
![plot](img/a%20b.png) and [x](../other.md#h), [y](https://e.org/z), [z](#here).
%! into.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
)");
  const auto change = features::merge(fixture.vault(), {fixture.id("papers/gone.md"), 0},
                                      {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  EXPECT_NE(applied(fixture.vault(), fixture.id("into.md"), *change)
                ->find("![plot](papers/img/a%20b.png) and [x](papers/../other.md#h), "
                       "[y](https://e.org/z), [z](#here)."),
            std::string::npos);
}

TEST(Merge, LinksToWhatIsGoneLeadToTheOther) {
  const Fixture fixture(R"(
%! papers/gone.md
# [Paper Note] Alpha beta, Ada+, ICLR'25
%! into.md
# Papers

## [Paper Note] Alpha beta, Ada+, ICLR'25

## [Paper Note] Next, Bo+, ICLR'20
%! index/links.md
[[gone]] and [[gone|that]], [it](../papers/gone.md), [[into]].
)");
  const auto change = features::merge(fixture.vault(), {fixture.id("papers/gone.md"), 0},
                                      {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  const std::string heading = "Paper Note Alpha beta, Ada+, ICLR'25";
  EXPECT_EQ(applied(fixture.vault(), fixture.id("index/links.md"), *change),
            "[[into#" + heading + "]] and [[into#" + heading +
                "|that]], [it](../into.md#paper-note-alpha-beta-ada-iclr25), [[into]].\n");
}

TEST(Merge, SaysWhatWillLeadNowhere) {
  const Fixture fixture(R"(
%! gone.md
## [Paper Note] Alpha beta revised, Ada+, ICLR'25
https://arxiv.org/abs/2401.00001
%! into.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
https://arxiv.org/abs/2401.00001
%! list.md
- [Paper Note] Alpha beta revised, Ada+, ICLR'25
)");
  const auto change =
      features::merge(fixture.vault(), {fixture.id("gone.md"), 0}, {fixture.id("into.md"), 0});
  ASSERT_TRUE(change.has_value());
  EXPECT_EQ(change->warnings, std::vector<std::string>{"1 mention of it will lead nowhere."});
}

TEST(Merge, WithinOneNoteTheOtherStays) {
  const Fixture fixture(R"(
%! a.md
## [Paper Note] Alpha beta, Ada+, ICLR'25
#One
Mine.
## [Paper Note] Alpha beta, Ada+, ICLR'25
#Two
)");
  const NoteId note = fixture.id("a.md");
  const auto down = features::merge(fixture.vault(), {note, 0}, {note, 1});
  EXPECT_EQ(applied(fixture.vault(), note, *down),
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n#Two #One\n\nMine.\n");
  const auto up = features::merge(fixture.vault(), {note, 1}, {note, 0});
  EXPECT_EQ(applied(fixture.vault(), note, *up),
            "## [Paper Note] Alpha beta, Ada+, ICLR'25\n#One #Two\nMine.\n");
}

TEST(Merge, EndsLinesAsTheNoteDoes) {
  notes::Workspace workspace;
  workspace.set_roots({"/v"});
  const auto load = [&](const std::string& path, const std::string& text) {
    return workspace.load(notes::Note::parse(path, notes::Text(text)))->note;
  };
  const NoteId gone = load("/v/a.md", "## [Paper Note] Alpha, Ada+, ICLR'25\nMine.\n");
  const NoteId into = load("/v/b.md", "## [Paper Note] Alpha, Ada+, ICLR'25\r\nYours.\r\n");
  const auto change = features::merge(workspace.snapshot(), {gone, 0}, {into, 0});
  EXPECT_EQ(applied(workspace.snapshot(), into, *change),
            "## [Paper Note] Alpha, Ada+, ICLR'25\r\nYours.\r\n\r\nMine.\r\n");
}

TEST(LinkAsVersions, EachMentionsTheOther) {
  const Fixture fixture(R"(
%! a.md
## [Paper Note] Alpha beta, Ada+, arXiv'24
Mine.
## [Paper Note] Next, Bo+, ICLR'20
%! b.md
---
title: Alpha beta extended
authors: [Ada Lovelace]
year: 2025
---
Yours.
)");
  const auto change =
      features::link_as_versions(fixture.vault(), {fixture.id("a.md"), 0}, {fixture.id("b.md"), 0});
  EXPECT_EQ(applied(fixture.vault(), fixture.id("a.md"), change),
            "## [Paper Note] Alpha beta, Ada+, arXiv'24\nMine.\n\nSee also: [[b]]\n## [Paper Note] "
            "Next, Bo+, ICLR'20\n");
  const std::string b = *applied(fixture.vault(), fixture.id("b.md"), change);
  EXPECT_TRUE(b.ends_with("Yours.\n\nSee also: [Paper Note] Alpha beta, Ada+, arXiv'24\n")) << b;
}

TEST(LinkAsVersions, ALinkIsNoSummary) {
  const auto note = notes::Note::parse(
      "/v/a.md", notes::Text("## [Paper Note] Alpha, Ada+, ICLR'25\n\nSee also: [Paper Note] "
                             "Another paper with quite a long title, Bo Bee+, NeurIPS'24\n"));
  EXPECT_EQ(note->entries()[0]->summary, "");
}

}  // namespace
