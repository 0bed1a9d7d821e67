#include "notes/bibtex.h"

#include <gtest/gtest.h>

#include "notes/note.h"
#include "notes/plain_latex.h"

namespace {

using namespace notes;

// `type key: name=value, name=value` a record, then `! line: sentence` a trouble; one a line.
std::string check(std::string_view text) {
  const Bibtex read = read_bibtex(text);
  std::string out;
  for (const BibRecord& record : read.records) {
    EXPECT_EQ(text.substr(record.key_range.begin, record.key_range.size()), record.key);
    EXPECT_EQ(text[record.range.begin], '@');
    out += record.type + " " + record.key + ":";
    for (const BibField& field : record.fields)
      out += (&field == record.fields.data() ? " " : ", ") + field.name + "=" + field.value;
    out += "\n";
  }
  for (const BibTrouble& trouble : read.troubles)
    out += "! " + std::string(text.substr(trouble.range.begin, trouble.range.size())) + ": " +
           trouble.sentence + "\n";
  return out;
}

TEST(Bibtex, ReadsRecords) {
  EXPECT_EQ(check("@Article{k1, Title = {A {B} c}, year=2015,}\n@misc(k2, note = \"x {\"} y\")"),
            "article k1: title=A {B} c, year=2015\nmisc k2: note=x {\"} y\n");
  EXPECT_EQ(check("@misc{only}"), "misc only:\n");
  EXPECT_EQ(check("@misc{title = {No key}}"), "misc : title=No key\n");
  EXPECT_EQ(check("@misc{鍵2020, title={題}}"), "misc 鍵2020: title=題\n");
  EXPECT_EQ(check("@a{k, x={1}, X={2}}"), "a k: x=1\n");
}

TEST(Bibtex, PutsStringsAndPiecesTogether) {
  EXPECT_EQ(check("@string{ml = \"Machine Learning\"}\n@a{k, j = ml # { and } # ML, month = sep}"),
            "a k: j=Machine Learning and Machine Learning, month=September\n");
  EXPECT_EQ(check("@a{k, j = unknown}"), "a k: j=unknown\n");
}

TEST(Bibtex, PassesOverComments) {
  EXPECT_EQ(check("mail me@x.org\n% @a{no\n@comment{text}\n@preamble{\"x\" # y}\n@a{k, t={1}}"),
            "a k: t=1\n");
  EXPECT_EQ(check("@a{k, % why\n t = {1} % {\n}"), "a k: t=1\n");
}

TEST(Bibtex, LosesNoMoreThanTheBrokenRecord) {
  EXPECT_EQ(check("@a{k, t = {never\n@b{l, t = {1}}\n"),
            "b l: t=1\n! @a{k, t = {never: this record is never closed\n");
  EXPECT_EQ(check("@a{k, t = \"never\n@b{l, t = {1}}\n"),
            "b l: t=1\n! @a{k, t = \"never: a quoted value is never closed\n");
  EXPECT_EQ(check("@a{k, t {1}}\n@b{l}"), "b l:\n! @a{k, t {1}}: a field has no value\n");
  EXPECT_EQ(check("@a{k, t = {1} u = {2}}\n@b{l}"),
            "b l:\n! @a{k, t = {1} u = {2}}: a comma is missing between fields\n");
  EXPECT_EQ(check("@a{k, t = }"), "! @a{k, t = }: a field has no value\n");
  EXPECT_EQ(check("@"), "");
  EXPECT_EQ(check("@a"), "");
  EXPECT_EQ(check("@a{"), "! @a{: this record is never closed\n");
}

TEST(Bibtex, GivesANoteOfWeakEntries) {
  const auto note = Note::parse("/vault/refs.BIB", Text(R"(
@inproceedings{He2016,
  title = {Deep {R}esidual Learning},
  author = {He, Kaiming and Zhang, Xiangyu and others},
  booktitle = {CVPR}, year = 2016, month = jun, doi = {10.1109/CVPR.2016.90},
  abstract = {Deeper is harder.},
  url = {https://arxiv.org/abs/1512.03385v1}
}
@misc{untitled}
)"));
  ASSERT_EQ(note->entries().size(), 1u);
  const Entry& entry = *note->entries()[0];
  EXPECT_EQ(entry.title, "Deep Residual Learning");
  EXPECT_EQ(entry.authors, (std::vector<std::string>{"He, Kaiming", "Zhang, Xiangyu"}));
  EXPECT_TRUE(entry.et_al);
  EXPECT_EQ(entry.venue, "CVPR");
  EXPECT_EQ(entry.year, 2016);
  EXPECT_EQ(entry.month, 6);
  EXPECT_EQ(entry.summary, "Deeper is harder.");
  EXPECT_EQ(entry.strength, Strength::kWeak);
  ASSERT_EQ(entry.identifiers.size(), 3u);
  EXPECT_EQ(to_string(entry.identifiers[2]), "citekey:He2016");
  EXPECT_EQ(note->text().slice(note->entries()[0].at(entry.title_range)), "He2016");
  EXPECT_TRUE(note->tags().empty());
  EXPECT_TRUE(note->references().empty());
  const auto edited = note->edited({1, 1}, "@misc{new, title={New}}\n");
  EXPECT_EQ(edited->entries().size(), 2u);
}

TEST(PlainLatex, IsWhatPeopleRead) {
  EXPECT_EQ(plain_latex("{\\\"U}ber {C}ats~\\& Co."), "Über Cats & Co.");
  EXPECT_EQ(plain_latex("Erd\\H{o}s and Ho{\\v{r}}ava, Fran\\c{c}ois, \\'{\\i}"),
            "Erdős and Hořava, François, í");
  EXPECT_EQ(plain_latex("Stra{\\ss}e, {\\O}rsted, \\AA ngstr\\\"om"), "Straße, Ørsted, Ångström");
  EXPECT_EQ(plain_latex("pages 1--2, \\emph{very} $n$\n  long"), "pages 1–2, very n long");
  EXPECT_EQ(plain_latex("\\"), "");
  EXPECT_EQ(plain_latex("100\\%"), "100%");
}

}  // namespace
