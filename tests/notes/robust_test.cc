// Notes as they should not be but are. Nothing is lost, nothing is noted twice, nothing crashes.
#include <gtest/gtest.h>

#include "notes/disk.h"
#include "notes/observed.h"
#include "notes/resolve.h"
#include "notes/workspace.h"

namespace {

using namespace notes;

constexpr std::string_view kA = "## [Paper Note] Adam, Kingma+, ICLR'15\n";
constexpr std::string_view kB = "## [Paper Note] BERT, Devlin+, NAACL'19\n";

std::string with(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (std::string_view part : parts) out += part;
  return out;
}

// The titles of the entries and the tags, in order: `Adam, BERT #NLP`.
std::string check(std::string_view text, const std::string& path = "/vault/a.md") {
  const auto note = Note::parse(path, Text(std::string(text)));
  EXPECT_EQ(observed::flaws(*note), "");
  std::string out;
  for (const auto& entry : note->entries()) out += (out.empty() ? "" : ", ") + entry->title;
  for (const auto& tag : note->tags()) out += " #" + tag->name;
  return out;
}

TEST(Robust, BytesThatAreNoText) {
  EXPECT_EQ(check(with({kA, "\xFF\xFE #bad \xC3\n", kB, "#NLP\n"})), "Adam, BERT #bad #NLP");
  EXPECT_EQ(check(with({kA, std::string_view("x\0y #z\0\n", 8), kB})), "Adam, BERT #z");
  EXPECT_EQ(check(std::string_view("\0", 1)), "");
  EXPECT_EQ(check("## [Paper Note] Ad\xFFm, Kingma+, ICLR'15\n"), "Ad\uFFFDm");
}

TEST(Robust, ByteOrderMarksAndLineEnds) {
  EXPECT_EQ(check(with({"\uFEFF", kA, kB})), "Adam, BERT");
  EXPECT_EQ(check("## [Paper Note] Adam, Kingma+, ICLR'15\r#NLP\r\r## [Paper Note] BERT, D+, "
                  "NAACL'19\r"),
            "Adam, BERT #NLP");
  EXPECT_EQ(check("---\rtitle: Adam\rarxiv: 1412.6980\r---\rtext #NLP\r"), "Adam #NLP");
  EXPECT_EQ(check("\uFEFF---\r\ntitle: Adam\r\narxiv: 1412.6980\r\n---\r\n"), "Adam");
}

TEST(Robust, WhatIsLongEndsWithACharacter) {
  for (std::string_view letter : {"é", "中", "😀"}) {
    std::string key = "[@C";
    for (int i = 0; i < 130; ++i) key += letter;
    EXPECT_EQ(check(key), "") << letter;
    EXPECT_EQ(check(" [@Ab" + key.substr(3)), "") << letter;
  }
}

TEST(Robust, SpacesInATitleAreNoWords) {
  for (std::string_view space : {" ", "  ", "   "}) {
    std::string title;
    for (std::string_view word :
         {"Learning", "to", "Sort", "Very", "Large", "Tables", "with", "Small", "Machines"})
      title += (title.empty() ? "" : std::string(space)) + std::string(word);
    EXPECT_NE(check("# " + title + "\ntext\n"), "") << title;
  }
}

TEST(Robust, TagsInFrontMatterAreApart) {
  EXPECT_EQ(check("---\ntag:p[[L]]\n---"), " #p #L");
  EXPECT_EQ(check("---\ntitle: Adam\narxiv: 1412.6980\ntags: a, [[b]], c\n---\n"), "Adam #a #b #c");
}

TEST(Robust, FrontMatterHoweverItIsBroken) {
  for (std::string_view title :
       {"title: Adam: a method", "title: \"Adam: a method\"", "title: 'Adam: a method'"})
    EXPECT_EQ(check(with({"---\n", title, "\narxiv: 1412.6980\ntags: [NLP]\n---\n"})),
              "Adam: a method #NLP");
  EXPECT_EQ(check("---\ntitle: Adam\ntitle: Other\narxiv: 1412.6980\n---\n"), "Adam");
  EXPECT_EQ(check("---\ntitle: Adam\n\tvenue: x\narxiv: 1412.6980\n---\n"), "Adam");
  EXPECT_EQ(check("---\ntitle: \"Adam\narxiv: 1412.6980\ntags: [NLP\n---\ntext\n"), "\"Adam #NLP");
  EXPECT_EQ(check("+++\ntitle = 'Adam'\n[extra]\narxiv = '1412.6980'\n[taxonomies]\ntags = ['NLP', "
                  "'b c']\n+++\n"),
            "Adam #NLP #b c");
  EXPECT_EQ(check("+++\ntitle = Adam\narxiv = 1412.6980\ntags = ['NLP']\n+++\n"), "Adam #NLP");
}

TEST(Robust, FrontMatterThatNeverEndsIsText) {
  EXPECT_EQ(check(with({"---\ntitle: x\narxiv: 1412.6980\n\n", kA, kB})), "Adam, BERT");
  std::string many = "---\n";
  for (int i = 0; i < 500; ++i) many += "key" + std::to_string(i) + ": value\n";
  EXPECT_EQ(check(with({many, "---\n", kA})), "Adam");
}

TEST(Robust, ARuleOnTheFirstLine) {
  EXPECT_EQ(check(with({"---\n\n", kA, "\n---\n\n", kB, "#NLP\n"})), "Adam, BERT #NLP");
  EXPECT_EQ(check(with({"---\n", kA, "---\n", kB})), "Adam, BERT");
  EXPECT_EQ(check(with({"---\n", kA, "date: 2024\n---\n", kB})), "Adam, BERT");
  EXPECT_EQ(check("---\n# a remark\ntitle: Adam\narxiv: 1412.6980\n---\n"), "Adam");
}

TEST(Robust, WhatIsOpenedAndNotClosed) {
  EXPECT_EQ(check(with({kA, "$$\nx #no\n", kB, "#NLP\n"})), "Adam, BERT #no #NLP");
  EXPECT_EQ(check(with({kA, "$$\n\\sum #x\n\n\n#NLP\n\n$$\ny #no\n$$\n", kB})),
            "Adam, BERT #x #NLP");
  // What everybody else shows as code is code, and its list item ends it.
  EXPECT_EQ(check(with({kA, "- ```\n  #no\n\n", kB})), "Adam, BERT");
  EXPECT_EQ(check(with({kA, "```\n#no\n", kB})), "Adam");
  EXPECT_EQ(check(with({kA, "> <!-- x\n\n", kB})), "Adam, BERT");
  EXPECT_EQ(check(with({kA, "a <!-- b\n\n", kB})), "Adam, BERT");
  EXPECT_EQ(check(with({kA, "[[open [x]( `y \\( $z #NLP\n\n", kB})), "Adam, BERT #NLP");
}

TEST(Robust, EmptyNotesAndStubs) {
  for (std::string_view text : {"", "\n", " \n\t\n", "\uFEFF", "#", "# ", "---\n---\n",
                                "+++\n+++\n", "---\n", "-", "- \n", "[]()", "[[]]", "#\n#\n"})
    EXPECT_EQ(check(text, "/vault/adam.md"), "") << text;
}

TEST(Robust, TemplatesAreNoEntries) {
  EXPECT_EQ(check("---\ntitle: <% tp.file.title %>\ntags: []\n---\n"), "");
  EXPECT_EQ(check("# <% tp.file.title %>\n\n{{date}} #todo\n"), " #todo");
}

TEST(Robust, LongLinesAndLargeFiles) {
  std::string line = "- ";
  for (int i = 0; line.size() < 50000; ++i) line += "[[note" + std::to_string(i) + "]] #t, ";
  const auto long_line = Note::parse("/vault/a.md", Text(with({kA, line, "\n", kB})));
  EXPECT_EQ(observed::flaws(*long_line), "");
  EXPECT_EQ(long_line->entries().size(), 2u);
  EXPECT_GT(long_line->references().size(), 2000u);
  EXPECT_EQ(long_line->references().size(), long_line->tags().size());

  for (std::string_view piece :
       {"[",  "[[", "(",  "`",   "$",    "<", "*",       "_",  "#",    "![", "\\",
        "> ", "- ", "| ", "+, ", "A+, ", "{", "http://", "a:", "<!--", "、", "'"}) {
    std::string same = "x ";
    while (same.size() < 50000) same += piece;
    const auto note = Note::parse("/vault/a.md", Text(with({kA, same, "\n\n", kB})));
    EXPECT_EQ(observed::flaws(*note), "") << piece;
    EXPECT_GE(note->entries().size(), 2u) << piece;
  }

  std::string large;
  size_t entries = 0;
  for (; large.size() < 2000000; ++entries)
    large +=
        "## [Paper Note] Title number " + std::to_string(entries) +
        ", Kingma+, ICLR'15\n#NLP #b\n\nSome words about it that run on and on. 日本語の文。\n\n";
  const auto note = Note::parse("/vault/a.md", Text(large));
  EXPECT_EQ(note->entries().size(), entries);
  EXPECT_EQ(note->tags().size(), 2 * entries);
}

// Links to notes with odd names find them.
TEST(Robust, NamesOfFiles) {
  Workspace workspace;
  workspace.set_roots({"/vault"});
  const std::vector<std::string> names{
      "Is it?.md", "A：B.md", "@C%3A D.md", "x [y] z.md",         "a #b.md",
      "が.md",     "Case.md", "case.md",    "e\u0301te\u0301.md", "sp ace.md"};
  for (const std::string& name : names)
    workspace.load(Note::parse("/vault/" + name, Text("# " + name + "\n")));
  const auto found = [&](const std::string& link) {
    const auto note = Note::parse("/vault/from.md", Text(link + "\n"));
    workspace.load(note);
    const Snapshot& vault = workspace.snapshot();
    const NoteId from = *vault.find("/vault/from.md");
    if (vault.note(from)->references().empty()) return std::string("no reference");
    const Resolution meaning = resolve(vault, from, vault.note(from)->references()[0]);
    return meaning.found() ? vault.display_path(meaning.targets[0].note) : std::string("nothing");
  };
  EXPECT_EQ(found("[[Is it?]]"), "Is it?.md");
  EXPECT_EQ(found("[x](Is%20it%3F.md)"), "Is it?.md");
  EXPECT_EQ(found("[x](<Is it?.md>)"), "Is it?.md");
  EXPECT_EQ(found("[[A：B]]"), "A：B.md");
  EXPECT_EQ(found("[x](@C%253A%20D.md)"), "@C%3A D.md");
  EXPECT_EQ(found("[x](x%20%5By%5D%20z.md)"), "x [y] z.md");
  EXPECT_EQ(found("[x](<a %23b.md>)"), "a #b.md");
  EXPECT_EQ(found("[[か\u3099]]"), "が.md");
  EXPECT_EQ(found("[[Case]]"), "Case.md");
  EXPECT_EQ(found("[[case]]"), "case.md");
  EXPECT_EQ(found("[[\u00e9t\u00e9]]"), "e\u0301te\u0301.md");
  EXPECT_EQ(found("[x](sp ace.md)"), "sp ace.md");
}

}  // namespace
