// Titles in a list or in bold with labels of a work nested in them or right below: `- Title` over
// `- Authors: …`, `- Link: …`. Pure: any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "notes/label.h"
#include "notes/section.h"

namespace notes {

// Which labels stand below a title; empty for a line that is none, or has none below.
struct LabelsBelow {
  bool authors = false, venue = false, year = false, address = false;
  bool any() const { return authors || venue || year || address; }
};
LabelsBelow labels_below(std::string_view text, const Row<Line>& lines, size_t line);

// How often each is there. That one is there again says that the titles are of as many works.
LabelCounts count_labels_below(std::string_view text, const Row<Line>& lines);

// `https://…`, `arXiv: 2101.00001`: a label that says where the work is to be found.
bool says_address(std::string_view text, const Label& label);
// The same, and it is no site of code or a project.
bool leads_to_paper(std::string_view text, const Label& label);

}  // namespace notes
