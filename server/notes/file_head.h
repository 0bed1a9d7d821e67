// The head of a file: its first lines, where it is said which work the file is about. Pure: any
// thread.
#pragma once

#include <string>
#include <vector>

#include "notes/entry.h"
#include "notes/label.h"
#include "notes/layout.h"

namespace notes {

struct FileHead {
  bool may_be_one_work = false;  // claim_whole() says so, and every layout asks
  struct Said {
    Field field = Field::kNone;
    std::string name;  // the label, folded
    std::string value;
    Range range;  // of the value, in the note
    bool is_property = false;
  };
  std::vector<Said> labels;
  size_t field_headings = 0;  // of the labels: those that are a heading over their value

  const Heading* heading = nullptr;  // the title's, when it stands near enough to the top
  size_t heading_section = 0;
  Row<Identifier> heading_links;  // in its line
  Range spelled_name;  // in the note: a line near the top that is the file's name, well spelled
  Entry byline;  // `A. Author, B. Author, 2017`, `[ICML 2017]` below it: who, where and when alone
  bool has_bibliographic_line = false;  // `OpenReview: 14654 | A. Author (NeurIPS 2026)`
  size_t paper_links = 0;               // lines near the top that start with a link called `paper`
  bool starts_with_paper = false;       // the first thing said is a link to the paper
  bool starts_with_pdf = false;         // or its PDF, shown in place
  bool has_bibtex = false;              // its record, in a block of code
  Row<Identifier> identifiers;          // of the work, by labels, lines of links, or alone
  size_t section_words = 0;             // headings that every paper has

  const Said* find(Field field) const;  // nullptr when it is not there
  bool has(Field field) const { return find(field) != nullptr; }
};
FileHead read_file_head(const Draft& draft);

}  // namespace notes
