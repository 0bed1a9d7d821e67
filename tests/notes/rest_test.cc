#include <gtest/gtest.h>

#include "notes/disk.h"
#include "notes/note.h"
#include "notes/unicode.h"

namespace {

using namespace notes;

constexpr std::string_view kList = R"(# Papers

## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
#LanguageModel #Selected Papers/Blogs

Summary: several residual streams, mixed by learned weights 🙂.

A comment that somebody wrote.

- follows [[Highway Networks]]

## [Paper Note] Highway Networks, Rupesh Srivastava+, 2015.05
#Architecture

Summary: gates.

- see https://arxiv.org/abs/1512.03385
)";
constexpr std::string_view kFile = R"(---
title: "Deep Residual Learning"
authors: [Kaiming He, Xiangyu Zhang]
tags:
  - vision
---
# Deep Residual Learning

## Summary
Layers learn what they add.

## Notes
- 深い層
)";

struct Vault {
  std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();

  std::shared_ptr<const Note> whole(const std::string& path, std::string_view text) {
    disk->files[path] = text;
    return Note::parse(path, Text(std::string(text)));
  }
  std::shared_ptr<const Note> at_rest(const std::string& path, std::string_view text) {
    disk->files[path] = text;
    Stamp stamp;
    Text read(*disk->read(path, &stamp));
    return Note::parse_at_rest(path, std::move(read), default_reading(), {disk, stamp});
  }
};

TEST(Rest, KeepsNoTextButWhatTheVaultAsksFor) {
  Vault vault;
  for (const std::string_view text : {kList, kFile}) {
    const auto whole = vault.whole("/v/a.md", text), resting = vault.at_rest("/v/a.md", text);
    ASSERT_TRUE(resting->is_at_rest());
    EXPECT_FALSE(whole->is_at_rest());
    EXPECT_EQ(resting->text().bytes(), "");
    EXPECT_EQ(resting->text().size(), text.size());
    EXPECT_EQ(resting->keys(), whole->keys());
    EXPECT_EQ(resting->tag_counts(), whole->tag_counts());
    ASSERT_EQ(resting->entries().size(), whole->entries().size());
    for (size_t i = 0; i < whole->entries().size(); ++i) {
      const Placed<Entry> one = whole->entries()[i], other = resting->entries()[i];
      EXPECT_EQ(one->title, other->title);
      EXPECT_EQ(one.range(), other.range());
      EXPECT_EQ(one->is_summarised(), other->is_summarised());
      EXPECT_TRUE(other->summary.empty() && other->comment.empty());
    }
    for (const Placed<Section>& section : resting->sections()) {
      EXPECT_TRUE(section->lines.empty());
      EXPECT_TRUE(section->front_matter.fields.empty());
      for (const Reference& reference : section->references) EXPECT_EQ(reference.text, "");
    }
  }
}

TEST(Rest, SaysItsWordsAsDiskDoes) {
  Vault vault;
  for (const std::string_view text : {kList, kFile}) {
    const auto whole = vault.whole("/v/a.md", text), resting = vault.at_rest("/v/a.md", text);
    for (size_t i = 0; i < whole->entries().size(); ++i) {
      const auto said = whole->words_of(i), again = resting->words_of(i);
      ASSERT_TRUE(said && again);
      EXPECT_EQ(again->title_line, said->title_line);
      EXPECT_EQ(again->summary, said->summary);
      EXPECT_NE(again->summary, "");
      EXPECT_EQ(again->comment, said->comment);
    }
    ASSERT_TRUE(resting->whole());
    EXPECT_EQ(resting->whole()->text().bytes(), text);
    EXPECT_FALSE(resting->whole()->is_at_rest());
    EXPECT_EQ(resting->whole_text()->bytes(), text);
  }
}

// What stands in one place is read from there alone; what does not is put together again.
TEST(Rest, FindsWordsWhereverTheyStand) {
  Vault vault;
  for (const std::string before : {"", "\uFEFF", "bad \xFF bytes\n\n"}) {
    const std::string text = before +
                             "## [Paper Note] Adam, Kingma+, ICLR'15\n\n"
                             "Summary: moments of gradients\nare followed.\n\nA remark.\n\n"
                             "## [Paper Note] Lion, Chen+, NeurIPS'23\n\nSummary: signs alone.\n";
    vault.disk->files["/v/a.md"] = text;
    const std::string read = *vault.disk->read("/v/a.md");
    const auto whole = Note::parse("/v/a.md", Text(read)), rests = vault.at_rest("/v/a.md", text);
    ASSERT_EQ(whole->entries().size(), 2u);
    for (size_t i = 0; i < 2; ++i) {
      ASSERT_TRUE(rests->words_of(i));
      EXPECT_EQ(rests->words_of(i)->title_line, whole->words_of(i)->title_line);
      EXPECT_EQ(rests->words_of(i)->summary, whole->entries()[i]->summary);
      EXPECT_EQ(rests->words_of(i)->comment, whole->entries()[i]->comment);
    }
  }
}

// So that no more of the file needs to be read than that.
TEST(Rest, KnowsWhereItsWordsStandHoweverTheyWerePutTogether) {
  Vault vault;
  const auto resting = vault.at_rest("/v/a.md", kList);
  EXPECT_EQ(resting->words_of(0)->comment,
            "A comment that somebody wrote.\n- follows [[Highway Networks]]");
  for (const Placed<Entry>& entry : resting->entries()) EXPECT_FALSE(entry->words_at.empty());
}

TEST(Rest, SaysNothingOfAFileThatHasChangedOrGone) {
  Vault vault;
  const auto note = vault.at_rest("/v/a.md", kList);
  std::string other(kList);
  other[other.find("several")] = 'S';
  vault.disk->files["/v/a.md"] = other;
  EXPECT_FALSE(note->words_of(0));
  EXPECT_FALSE(note->whole());
  vault.disk->files.clear();
  EXPECT_FALSE(note->words_of(1));
  EXPECT_FALSE(note->whole_text());
}

TEST(Rest, IsNotForNotesThatAreAskedForTheirBytes) {
  Vault vault;
  const auto rests = [&](const std::string& name, const std::string& text) {
    return vault.at_rest("/v/" + name, text)->is_at_rest();
  };
  EXPECT_TRUE(rests("a.md", "text\n"));
  EXPECT_TRUE(rests("a.md", ""));
  EXPECT_TRUE(rests("a.md", "```\ncode\n```\n\ntext\n"));
  EXPECT_FALSE(rests("a.bib", "@article{a, title={T}}\n"));
  EXPECT_FALSE(rests("a.md", "---\ntitle: never closed\n"));
  EXPECT_FALSE(rests("a.md", "text\n\n```\ncode\n\n"));
  EXPECT_FALSE(rests("a.md", "text\n\n<!-- never\n\nclosed\n"));
  EXPECT_FALSE(rests("a.md", "one\r\ntwo\n"));
}

TEST(Rest, IsTheSameTextAsOneThatIsNot) {
  const Text one("a long line\n"), same("a long line\n"), other("a long lime\n");
  EXPECT_TRUE(one.at_rest()->says_the_same(same));
  EXPECT_TRUE(one.says_the_same(*same.at_rest()));
  EXPECT_TRUE(one.at_rest()->says_the_same(*same.at_rest()));
  EXPECT_TRUE(one.says_the_same(same));
  EXPECT_FALSE(one.at_rest()->says_the_same(other));
  EXPECT_FALSE(one.at_rest()->says_the_same(*other.at_rest()));
  EXPECT_FALSE(one.says_the_same(other));
}

}  // namespace
