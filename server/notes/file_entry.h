// A file that is about one work: what its head says of it, and the entry that the whole file is.
// Pure: any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes/label.h"
#include "notes/layout.h"

namespace notes {

// The first lines of a file, where works are named.
struct FileHead {
  struct Said {
    Field field = Field::kNone;
    std::string name;  // the label, folded
    std::string value;
    Range range;  // of the value, in the note
    bool is_property = false;
  };
  std::vector<Said> labels;
  size_t field_headings = 0;  // of the labels: those that are a heading over their value

  const Heading* heading = nullptr;  // the first, when it stands near enough to the top
  size_t heading_section = 0;
  std::vector<Identifier> heading_links;  // in its line
  bool has_paper_link = false;            // a link near the top is called `paper`
  std::vector<Identifier> identifiers;    // of the work, by labels, lines of links, or alone
  size_t section_words = 0;               // headings that every paper has

  const Said* find(Field field) const;  // nullptr when it is not there
  bool has(Field field) const { return find(field) != nullptr; }
};
FileHead read_file_head(const Draft& draft);

// Whether the file may be about one work at all: not a README of many, not a part, not empty.
bool may_be_one_work(const Draft& draft);
bool is_index_name(std::string_view name);  // README, index, SUMMARY
// `paper.attention-is-all-you-need`: a hierarchy of names, as Dendron has it, below `paper`.
bool is_below_papers(std::string_view name);

// All of the file as one entry: front matter first, then labels, then the heading, then the name of
// the file. Claims nothing when it has no title.
Claim claim_file(const Draft& draft, const FileHead& head, Strength strength = Strength::kStrong);

}  // namespace notes
