#include <gtest/gtest.h>

#include "notes/disk.h"
#include "notes/listing.h"
#include "notes/note.h"
#include "notes/observed.h"

namespace {

using namespace notes;

constexpr std::string_view kEverything = R"(---
title: Reading list
aliases: [papers, 論文]
title: twice
---
# Papers {#all}

See [[Highway Networks#Gates|gates]], [@vaswani2017attention], [index](other.md#top) and ＃機械学習.

## [Paper Note] Hyper-Connections, Defa Zhu+, ICLR'25, 2024.09
#LanguageModel #Selected Papers/Blogs

Summary: several residual streams, mixed by learned weights 🙂.

- follows [Paper Note] Highway Networks, Rupesh Srivastava+, arXiv'15

## [Paper Note] Highway Networks, Rupesh Srivastava+, 2015.05
#Architecture

https://arxiv.org/abs/1505.00387

| title | venue |
| --- | --- |
| [Deep Residual Learning](https://arxiv.org/abs/1512.03385) | CVPR 2016 |

# Index
- [Attention Is All You Need](notes/attention.md) [paper](https://arxiv.org/abs/1706.03762)
- [Deep Residual Learning for Image Recognition](notes/resnet.md)

## References
- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)
)";

struct Kept {
  std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();
  Stamp stamp;

  std::shared_ptr<const Note> read(std::string_view text) {
    disk->files["/v/a.md"] = text;
    Text read(*disk->read("/v/a.md", &stamp));
    return Note::parse_at_rest("/v/a.md", std::move(read), default_reading(), {disk, stamp});
  }
  std::shared_ptr<const Note> again(std::string_view bytes) {
    return Note::from_archive("/v/a.md", bytes, default_reading(), {disk, stamp});
  }
};

std::string many_entries() {
  std::string out;
  for (int i = 0; i < 400; ++i)
    out +=
        "## [Paper Note] Work " + std::to_string(i) + ", Ada Author+, ICLR'25\n#Tag\n\nWords.\n\n";
  return out;
}

TEST(NoteArchive, GivesTheSameNote) {
  for (const std::string& text : {std::string(kEverything), std::string(),
                                  std::string("# A\r\n\r\ntext\r\n"), many_entries()}) {
    Kept kept;
    const auto note = kept.read(text);
    ASSERT_TRUE(note->is_at_rest());
    const std::string bytes = note->archived();
    const auto again = kept.again(bytes);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->is_at_rest());
    EXPECT_EQ(again->archived(), bytes);
    EXPECT_EQ(observed::show(*again), observed::show(*note));
    EXPECT_EQ(again->keys(), note->keys());
    EXPECT_EQ(again->tag_counts(), note->tag_counts());
    EXPECT_TRUE(std::ranges::equal(again->other_names(), note->other_names()));
    EXPECT_EQ(again->folded_name(), note->folded_name());
    EXPECT_EQ(again->sections()[0]->front_matter.troubles.size(),
              note->sections()[0]->front_matter.troubles.size());
    EXPECT_TRUE(again->text().says_the_same(Text(text)));
    for (uint32_t at = 0; at <= text.size(); at += 7)
      EXPECT_EQ(again->text().position(at, Encoding::kUtf16),
                note->text().position(at, Encoding::kUtf16));
  }
}

TEST(NoteArchive, TellsWhatHeadingsSayOfTheEntriesBelow) {
  const std::string text =
      "# Reading\n\n## Blog posts\n- [Deep Residual Learning](https://arxiv.org/abs/1512.03385)\n";
  Kept kept;
  const auto note = kept.read(text), whole = Note::parse("/v/a.md", Text(text));
  const auto again = kept.again(note->archived());
  ASSERT_EQ(whole->entries().size(), 1u);
  EXPECT_TRUE(is_listed_as_post(*whole, 0));
  EXPECT_TRUE(is_listed_as_post(*note, 0));
  EXPECT_TRUE(is_listed_as_post(*again, 0));
}

TEST(NoteArchive, FindsWordsAndKeysAsTheNoteDoes) {
  Kept kept;
  const auto note = kept.read(kEverything);
  const auto again = kept.again(note->archived());
  ASSERT_TRUE(again);
  ASSERT_EQ(note->entries().size(), 2u);
  EXPECT_GT(note->aliases().size(), 0u);
  for (size_t i = 0; i < note->entries().size(); ++i) {
    EXPECT_EQ(again->words_of(i)->summary, note->words_of(i)->summary);
    EXPECT_EQ(again->words_of(i)->title_line, note->words_of(i)->title_line);
    EXPECT_EQ(again->entries()[i]->title_blocks, note->entries()[i]->title_blocks);
  }
  for (const Key key : note->keys()) {
    EXPECT_TRUE(again->holds(key));
    EXPECT_EQ(again->entries_with(key), note->entries_with(key));
    EXPECT_EQ(again->aliases_with(key), note->aliases_with(key));
  }
  EXPECT_TRUE(again->heading_named("all"));
  EXPECT_EQ(observed::show(*again->whole()),
            observed::show(*Note::parse("/v/a.md", Text(std::string(kEverything)))));
}

TEST(NoteArchive, IsNothingWhereBytesAreMissingOrTooMany) {
  Kept kept;
  const std::string bytes = kept.read(kEverything)->archived();
  for (size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(kept.again(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(kept.again(bytes + "x"));
}

}  // namespace
