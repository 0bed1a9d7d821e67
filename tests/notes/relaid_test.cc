// The same works, written in every layout, are read as the same entries. Set PAPERNOTES_PAGE to a
// page in the page layout to lay out that one instead.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

#include "notes/note.h"

namespace {

using namespace notes;

constexpr std::string_view kPage =
    "[Paper Note] Attention Is All You Need, Ashish Vaswani+, NeurIPS'17, 2017.06\n"
    "Paper/Blog Link My Issue\n"
    "#NeuralNetwork #LanguageModel Issue Date: 2024-03-01 GPT Summary- Replaces recurrence by "
    "attention alone and trains in a fraction of the time on eight processors. Comment\n"
    "\n"
    "[Paper Note] LoRA: Low-Rank Adaptation of Large Language Models, Edward J. Hu+, ICLR'22\n"
    "Paper/Blog Link My Issue\n"
    "#Supervised-FineTuning (SFT) #PEFT(Adaptor/LoRA) Issue Date: 2024-03-02 GPT Summary- Trains "
    "a product of two thin matrices beside each frozen one, so that nothing is slower. Comment\n"
    "\n"
    "[Paper Note] Mamba: Linear-Time Sequence Modeling with Selective State Spaces, Albert Gu+, "
    "COLM'24, 2023.12\n"
    "Paper/Blog Link My Issue\n"
    "#Selected Papers/Blogs #SSM (StateSpaceModel) Issue Date: 2024-03-03 GPT Summary- "
    "選択的な状態空間により、長い系列を線形の時間で処理し、再帰と並列の両方の利点を得る手法である。"
    " Comment\n"
    "\n"
    "[Paper Note] A Survey on Large Language Models, Graphs and Tables: Methods, Data, and Open "
    "Questions, Wei Zhao+, arXiv'24\n"
    "Paper/Blog Link My Issue\n"
    "#Survey Issue Date: 2024-03-04 GPT Summary- Orders four hundred papers by what they read, by "
    "what they write and by how they were judged. Comment\n"
    "\n"
    "[Paper Note] Group Normalization, Yuxin Wu+, ECCV'18\n"
    "Paper/Blog Link My Issue\n"
    "#Normalization Issue Date: 2024-03-04 GPT Summary- Divides the channels into groups and takes "
    "mean and variance within each of them, whatever the size of the batch. Comment\n"
    "\n"
    "[Paper Note] What In-Context Learning \"Learns\" In-Context: Disentangling Task Recognition "
    "and Task Learning, Jane Pan+, arXiv'23\n"
    "Paper/Blog Link My Issue\n"
    "#InContextLearning Issue Date: 2024-03-04 GPT Summary- Tells what a model recognises in its "
    "examples from what it learns of them, by labels that say nothing. Comment\n"
    "\n"
    "[Paper Note] The Free Transformer, François Fleuret, arXiv'25\n"
    "Paper/Blog Link My Issue\n"
    "#Transformer Issue Date: 2024-03-04 GPT Summary- Lets a decoder condition what it writes on "
    "variables that nobody told it of, learned without supervision. Comment\n";

// What a layout can carry beside the title.
enum Carries : unsigned {
  kAuthor = 1,
  kVenueYear = 2,
  kTagNames = 4,
  kSummary = 8,
  kIdentifier = 16,
  kNotedDate = 32,
};

struct Work {
  Entry entry;
  std::string arxiv;
};

std::string line_of(const Entry& entry) {
  std::string out = "[Paper Note] " + entry.title;
  if (!entry.authors.empty()) out += ", " + entry.authors[0] + (entry.et_al ? "+" : "");
  if (!entry.venue.empty() && entry.year) {
    const std::string year = std::to_string(*entry.year);
    out += ", " + entry.venue + "'" + year.substr(2);
  }
  return out;
}

std::string joined(const Row<Phrase>& all, const std::string& before, const std::string& between,
                   const std::string& after) {
  std::string out;
  for (const Phrase& one : all) out += (out.empty() ? "" : between) + before + one + after;
  return out;
}

std::string author_of(const Entry& entry) {
  if (entry.authors.empty()) return "";
  return entry.authors[0] + (entry.et_al ? " et al." : "");
}
std::string venue_of(const Entry& entry) {
  return entry.venue.empty() ? "" : entry.venue + " " + std::to_string(entry.year.value_or(2020));
}
std::string url_of(const Work& work) { return "https://arxiv.org/abs/" + work.arxiv; }
std::string quoted(std::string text) {
  for (size_t at = 0; (at = text.find_first_of("\"\\", at)) != std::string::npos; at += 2)
    text.insert(at, "\\");
  return '"' + text + '"';
}
std::string html(std::string text) {
  std::string out;
  for (char c : text) out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out;
}

struct Relaid {
  const char* name;
  unsigned carries;
  bool is_file;  // one file for each work
  std::function<std::string(const Work&)> write;
  std::string head = "";
  const char* path = "/vault/notes/some.md";
};

std::vector<Relaid> all_layouts() {
  const auto tag_line = [](const Entry& e) { return joined(e.tags, "#", " ", ""); };
  return {
      {"page", kAuthor | kVenueYear | kTagNames | kSummary | kNotedDate, false,
       [=](const Work& w) {
         return line_of(w.entry) + "\nPaper/Blog Link My Issue\n" + tag_line(w.entry) +
                " Issue Date: 2024-03-05 GPT Summary- " + w.entry.summary + " Comment\n\n";
       }},
      {"heading", kAuthor | kVenueYear | kTagNames | kSummary | kIdentifier, false,
       [=](const Work& w) {
         return "## " + line_of(w.entry) + "\n" + tag_line(w.entry) +
                "\n\nSummary: " + w.entry.summary + "\n\narXiv: " + w.arxiv + "\n\n";
       }},
      {"YAML front matter", kAuthor | kVenueYear | kTagNames | kSummary | kIdentifier | kNotedDate,
       true,
       [=](const Work& w) {
         return "---\ntitle: " + quoted(w.entry.title.str()) + "\nauthors: [" +
                quoted(author_of(w.entry)) + "]\nvenue: " + quoted(w.entry.venue.str()) +
                "\nyear: " + std::to_string(*w.entry.year) + "\narxiv: '" + w.arxiv +
                "'\ndate: 2024-03-05\ntags:\n" + joined(w.entry.tags, "  - \"", "\n", "\"") +
                "\n---\n\n## TL;DR\n" + w.entry.summary + "\n";
       }},
      {"bullets of labels", kAuthor | kVenueYear | kSummary | kIdentifier, true,
       [](const Work& w) {
         return "# Paper\n\n* **Title**: " + w.entry.title +
                "\n* **Authors**: " + author_of(w.entry) + "\n* **Venue**: " + venue_of(w.entry) +
                "\n* **Link**: " + url_of(w) + "\n\n# Summary\n\n" + w.entry.summary + "\n";
       }},
      {"labels in Chinese", kAuthor | kVenueYear | kSummary | kIdentifier, true,
       [](const Work& w) {
         return "# " + w.entry.title + "\n\n**作者**：" + author_of(w.entry) + "  \n**会议**：" +
                venue_of(w.entry) + "  \n**arXiv**: [" + w.arxiv + "](" + url_of(w) +
                ")\n\n## 一句话总结\n" + w.entry.summary + "\n";
       }},
      {"labels in Japanese", kAuthor | kVenueYear | kSummary | kIdentifier, true,
       [](const Work& w) {
         return "# " + w.entry.title + "\n- 著者: " + author_of(w.entry) +
                "\n- 学会: " + venue_of(w.entry) + "\n- 論文リンク: " + url_of(w) +
                "\n\n## どんなもの?\n" + w.entry.summary + "\n";
       }},
      {"labels in Korean", kAuthor | kVenueYear | kIdentifier, true,
       [](const Work& w) {
         return "- 제목: " + w.entry.title + "\n- 저자: " + author_of(w.entry) +
                "\n- 학회: " + venue_of(w.entry) + "\n- 링크: " + url_of(w) + "\n";
       }},
      {"table of keys and values", kAuthor | kVenueYear | kIdentifier, true,
       [](const Work& w) {
         return "# Notes\n\n| Key | Value |\n|---|---|\n| **Title** | " + w.entry.title +
                " |\n| Authors | " + author_of(w.entry) + " |\n| Venue | " + venue_of(w.entry) +
                " |\n| Link | " + url_of(w) + " |\n\nText.\n";
       }},
      {"quoted labels", kAuthor | kVenueYear | kIdentifier, true,
       [](const Work& w) {
         return "# " + w.entry.title + "\n\n> Authors: " + author_of(w.entry) +
                "\n> Conference: " + venue_of(w.entry) + "\n> URL: <" + url_of(w) + ">\n\nText.\n";
       }},
      {"linked heading", kSummary | kIdentifier, true,
       [](const Work& w) {
         return "## [" + w.entry.title + "](" + url_of(w) + ")\n\nTLDR; " + w.entry.summary + "\n";
       }},
      {"fields as headings", kAuthor | kVenueYear, true,
       [](const Work& w) {
         return "### Paper:\n\n" + w.entry.title + "\n\n### Author:\n\n" + author_of(w.entry) +
                "\n\n### Journal:\n\n" + venue_of(w.entry) + "\n\n### Notes:\n\nText.\n";
       }},
      {"Logseq properties", kAuthor | kVenueYear | kIdentifier, true,
       [](const Work& w) {
         return "title:: @" + w.entry.title + "\nitem-type:: [[journalArticle]]\nauthors:: [[" +
                author_of(w.entry) + "]]\npublication-title:: " + venue_of(w.entry) +
                "\nurl:: " + url_of(w) + "\n\n- [[Abstract]]\n";
       }},
      {"file named by its key", kAuthor | kIdentifier, true,
       [](const Work& w) {
         return "# " + w.entry.title + "\n\nAuthors: " + author_of(w.entry) +
                "\n\narXiv: " + w.arxiv + "\n";
       },
       "", "/vault/literature/@Key2020.md"},
      {"bare title with a link", kIdentifier, true,
       [](const Work& w) {
         return "# " + w.entry.title + " 阅读笔记\n\n" + url_of(w) + "\n\n# Introduction\ntext\n";
       }},
      {"TOML front matter", kAuthor | kVenueYear | kTagNames | kSummary | kIdentifier, true,
       [=](const Work& w) {
         return "+++\ntitle = " + quoted(w.entry.title.str()) + "\nauthors = [" +
                quoted(author_of(w.entry)) + "]\nvenue = " + quoted(w.entry.venue.str()) +
                "\nyear = " + std::to_string(*w.entry.year) + "\narxiv = \"" + w.arxiv +
                "\"\n[taxonomies]\ntags = [" + joined(w.entry.tags, "\"", ", ", "\"") +
                "]\n+++\n\n## TL;DR\n" + w.entry.summary + "\n";
       }},
      {"heading with links behind", kSummary | kIdentifier, true,
       [](const Work& w) {
         return "# " + w.entry.title + " [[pdf](" + url_of(w) + ")]\n\nTL;DR: " + w.entry.summary +
                "\n";
       }},
      {"below a name of a hierarchy", kSummary | kIdentifier, true,
       [](const Work& w) {
         return "---\nid: x\ntitle: " + quoted(w.entry.title.str()) + "\n---\n\n[paper](" +
                url_of(w) + ")\n\n## Summary\n\n" + w.entry.summary + "\n";
       },
       "", "/vault/paper.some-work.md"},
      {"folder of a paper", kAuthor | kIdentifier, true,
       [](const Work& w) {
         return "# " + w.entry.title + "\n\nAuthors: " + author_of(w.entry) +
                "\narXiv: " + w.arxiv + "\n\n## Files\n\n- `s01_introduction.md`\n";
       },
       "", "/vault/papers/some/README.md"},
      {"headings that are links", kSummary | kIdentifier, false,
       [](const Work& w) {
         return "## [" + w.entry.title + "](" + url_of(w) + ")\n\nTL;DR: " + w.entry.summary +
                "\n\n";
       },
       "# Papers\n\n"},
      {"headings over labels", kAuthor | kVenueYear | kSummary | kIdentifier, false,
       [](const Work& w) {
         return "## " + w.entry.title + "\n\n- Authors: " + author_of(w.entry) +
                "\n- Venue: " + venue_of(w.entry) + "\n- Link: " + url_of(w) +
                "\n- Summary: " + w.entry.summary + "\n\n";
       },
       "# Papers\n\n"},
      {"quoted items", kIdentifier, false,
       [](const Work& w) { return "- \"" + w.entry.title + "\" [[paper](" + url_of(w) + ")]\n"; },
       "# Papers\n\n"},
      {"numbered items that are links", kAuthor | kVenueYear | kIdentifier, false,
       [](const Work& w) {
         return "1. [" + w.entry.title + "](" + url_of(w) + "), " + author_of(w.entry) + ", " +
                venue_of(w.entry) + "\n";
       },
       "# Papers\n\n"},
      {"items that are links", kIdentifier | kSummary, false,
       [](const Work& w) {
         return "- [" + w.entry.title + "](" + url_of(w) + ")\n  - " + w.entry.summary + "\n";
       },
       "# Papers\n\n"},
      {"items with links behind", kIdentifier, false,
       [](const Work& w) {
         return "- " + w.entry.title + " [[arXiv](" + url_of(w) + ")] [[code](https://x.org/c)]\n";
       },
       "# Papers\n\n#### 2024-03\n\n"},
      {"numbered bold items", kIdentifier, false,
       [](const Work& w) { return "1. **" + w.entry.title + ".** [[paper](" + url_of(w) + ")]\n"; },
       "# Papers\n\n"},
      {"bold paragraphs", kAuthor | kVenueYear | kIdentifier, false,
       [](const Work& w) {
         return "**" + w.entry.title + "** \\\n*" + author_of(w.entry) + "* \\\n" +
                venue_of(w.entry) + ". [[Paper](" + url_of(w) + ")] \\\n26 Oct 2023\n\n";
       },
       "# Papers\n\n## Survey\n\n"},
      {"rows", kAuthor | kVenueYear | kIdentifier, false,
       [](const Work& w) {
         return "| " + w.entry.title + " | " + author_of(w.entry) + " | " + venue_of(w.entry) +
                " | [pdf](" + url_of(w) + ") |\n";
       },
       "# Papers\n\n| Title | Authors | Venue | Link |\n|---|---|---|---|\n"},
      {"rows with a summary in the cell", kSummary | kIdentifier, false,
       [](const Work& w) {
         return "| 1) **" + w.entry.title + "** - " + w.entry.summary + " | [Paper](" + url_of(w) +
                ") |\n";
       },
       "# Papers\n\n| **Paper** | **Links** |\n|---|---|\n"},
      {"HTML with buttons", kAuthor | kVenueYear | kTagNames | kSummary | kNotedDate, false,
       [](const Work& w) {
         return joined(w.entry.tags, "<a class=\"button\" href=\"articles/x.html\">#", "\n",
                       "</a>") +
                "<br><span class=\"issue_date\">Issue Date: 2024-03-05</span>\n"
                "<a href=\"https://github.com/some/notes/issues/" +
                w.arxiv.substr(5) + "\">" + html(line_of(w.entry)) +
                "</a>\n<span class=\"snippet\"><span>Summary</span>" + html(w.entry.summary.str()) +
                "</span>\n<br>\n";
       },
       "<h2 id=papers> Papers</h2><div class=\"visible-content\">\n"},
      {"HTML articles", kAuthor | kVenueYear | kTagNames | kSummary | kNotedDate, false,
       [](const Work& w) {
         return "<article class=\"paper-entry\">\n<h3 class=\"title-link\"><a href=\"" + url_of(w) +
                "\">" + html(line_of(w.entry)) + "</a></h3>\n" +
                joined(w.entry.tags, "<a class=\"button\" href=\"x.html\">#", "\n", "</a>") +
                "\n<span class=\"issue_date\">Issue Date: 2024-03-05</span>\n"
                "<span class=\"snippet\"><span>GPT Summary</span>- " +
                html(w.entry.summary.str()) +
                "</span>\n<span class=\"snippet\"><span>Comment</span><p>see <a "
                "href=\"https://github.com/some/notes/issues/1\">[Paper Note] Another, A+, "
                "ACL'20</a></p></span>\n</article>\n";
       }},
  };
}

std::vector<Work> works() {
  std::string text(kPage);
  if (const char* path = std::getenv("PAPERNOTES_PAGE")) {
    std::ifstream file(path);
    std::stringstream all;
    all << file.rdbuf();
    text = all.str();
  }
  const auto page = Note::parse("/vault/page.md", Text(text));
  std::vector<Work> out;
  for (const auto& entry : page->entries()) {
    if (!entry->year || entry->venue.empty() || entry->authors.empty() || entry->summary.empty())
      continue;  // not every layout can say so little
    char id[16];
    std::snprintf(id, sizeof id, "24%02zu.%05zu", 1 + out.size() % 12, 10000 + out.size());
    out.push_back({*entry, id});
  }
  return out;
}

void check(const Relaid& layout, const Work& work, const Entry& got) {
  const Entry& want = work.entry;
  SCOPED_TRACE(std::string(layout.name) + ": " + want.title);
  EXPECT_EQ(got.title, want.title);
  EXPECT_EQ(got.title_key, want.title_key);
  EXPECT_EQ(got.strength, Strength::kStrong);
  if (layout.carries & kAuthor) {
    EXPECT_EQ(got.authors, Row<Phrase>{want.authors[0]});
    EXPECT_EQ(got.et_al, want.et_al);
  }
  if (layout.carries & kVenueYear) {
    EXPECT_EQ(got.venue, want.venue);
    EXPECT_EQ(got.year, want.year);
  }
  if (layout.carries & kTagNames) {
    EXPECT_EQ(got.tags, want.tags);
  }
  if (layout.carries & kSummary) {
    EXPECT_EQ(got.summary, want.summary);
  }
  if (layout.carries & kNotedDate) {
    EXPECT_EQ(got.noted, (Date{2024, 3, 5}));
  }
  if (layout.carries & kIdentifier) {
    ASSERT_FALSE(got.identifiers.empty());
    EXPECT_EQ(to_string(got.identifiers[0]), "arxiv:" + work.arxiv);
  }
}

TEST(Relaid, EveryLayoutGivesTheSameEntries) {
  const std::vector<Work> all = works();
  ASSERT_GE(all.size(), 4u);
  for (const Relaid& layout : all_layouts()) {
    if (layout.is_file) {
      for (const Work& work : all) {
        const auto note = Note::parse(layout.path, Text(layout.write(work)));
        ASSERT_EQ(note->entries().size(), 1u) << layout.name << "\n" << layout.write(work);
        check(layout, work, *note->entries()[0]);
      }
      continue;
    }
    std::string text = layout.head;
    for (const Work& work : all) text += layout.write(work);
    const auto note = Note::parse(layout.path, Text(text));
    ASSERT_EQ(note->entries().size(), all.size()) << layout.name << "\n" << text.substr(0, 4000);
    for (size_t i = 0; i < all.size(); ++i) check(layout, all[i], *note->entries()[i]);
  }
}

}  // namespace
